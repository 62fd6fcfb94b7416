import { evaluateOutput } from '../application/evaluate/output.ts';
import { gather } from '../application/gather.ts';
import type { Settings } from '../question/settings.ts';
import type { Effects } from './effects.ts';
import { show } from './show.ts';

/** `evaluate`: did it really change, compared with there, and how far does the answer hang on the model? */
export async function run(settings: Settings, effects: Effects): Promise<number> {
  return show(evaluateOutput(settings, await gather(settings, effects)), settings, effects);
}
