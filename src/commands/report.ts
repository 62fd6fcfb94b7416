import { run as answer } from '../application/run.ts';
import { openingOf } from '../document/walk.ts';
import type { Settings } from '../question/settings.ts';
import type { Effects } from './effects.ts';
import { exitCodeOf, save, show } from './show.ts';

/** Where a report goes when no folder is named. */
const DEFAULT_FOLDER = 'quarterline-report';

/** `report`: comparison, run charts and evaluation, in every format, in one folder; the summary on the screen. */
export async function run(settings: Settings, effects: Effects): Promise<number> {
  const output = await answer('report', settings, effects);
  const printed = settings.output === null && settings.format !== 'text';
  if (printed) return show(output, settings, effects);
  const folder = settings.output ?? DEFAULT_FOLDER;
  const written = await save(folder, output, { ...settings, output: folder }, effects);
  const { renderTerminal } = await import('../render/terminal/terminal.ts');
  effects.out(renderTerminal(openingOf(await output.document({ figures: false })), effects.terminal));
  effects.err(written);
  return exitCodeOf(output, settings);
}
