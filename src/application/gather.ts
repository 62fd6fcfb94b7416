import type { InputFile } from '../data/dataset.ts';
import { openFiles, type Source } from '../data/read.ts';
import type { CommandName } from '../question/commands.ts';
import type { Settings } from '../question/settings.ts';
import { type Asides, readAsides } from './asides.ts';

/** Everything that a run reads, opened and not yet understood; and where more could be read. */
export interface Gathered {
  readonly files: readonly InputFile[];
  readonly asides: Asides;
  readonly source: Source;
}

/** Opens the files that a command's settings name, each once. Throws data errors. */
export async function gather(command: CommandName, settings: Settings, source: Source): Promise<Gathered> {
  const asides = await readAsides(command, settings, source);
  return { files: await openFiles(settings.files, source), asides, source };
}
