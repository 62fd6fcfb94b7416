import { compareOutput } from '../application/compare/output.ts';
import { gather } from '../application/gather.ts';
import type { Settings } from '../question/settings.ts';
import type { Effects } from './effects.ts';
import { show } from './show.ts';

/** `compare`: a practice against its comparator, baseline against follow-up. */
export async function run(settings: Settings, effects: Effects): Promise<number> {
  return show(compareOutput(settings, await gather(settings, effects)), settings, effects);
}
