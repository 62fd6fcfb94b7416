import { powerOutput } from '../application/power/output.ts';
import type { Settings } from '../question/settings.ts';
import type { Effects } from './effects.ts';
import { show } from './show.ts';

/** `power`: which change would be seen, for a list size, a rate and a number of quarters? */
export async function run(settings: Settings, effects: Effects): Promise<number> {
  return show(powerOutput(settings), settings, effects);
}
