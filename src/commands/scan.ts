import { gather } from '../application/gather.ts';
import { scanOutput } from '../application/scan/output.ts';
import type { Settings } from '../question/settings.ts';
import type { Effects } from './effects.ts';
import { show } from './show.ts';

/** `scan`: every area of the files judged alike, what matters first, with what chance alone would give. */
export async function run(settings: Settings, effects: Effects): Promise<number> {
  return show(scanOutput(settings, await gather(settings, effects)), settings, effects);
}
