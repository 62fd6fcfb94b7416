import { rulesOutput } from '../application/rules/output.ts';
import type { Settings } from '../question/settings.ts';
import type { Effects } from './effects.ts';
import { show } from './show.ts';

/** `rules`: every rule set in a line, or one explained: its rules, policies, source, and where others differ. */
export async function run(settings: Settings, effects: Effects): Promise<number> {
  return show(rulesOutput(settings), settings, effects);
}
