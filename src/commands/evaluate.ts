import { run as answer } from '../application/run.ts';
import { usageError } from '../errors.ts';
import type { Settings } from '../question/settings.ts';
import type { Effects } from './effects.ts';
import { show } from './show.ts';

/** `evaluate`: did it really change, compared with there, and how far does the answer hang on the model? */
export async function run(settings: Settings, effects: Effects): Promise<number> {
  if (settings.rScript !== null && settings.files.includes('-')) throw usageError('evaluate.script-input');
  return show(await answer('evaluate', settings, effects), settings, effects);
}
