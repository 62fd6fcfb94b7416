import { dataError, failure, QuarterlineError } from '../errors.ts';
import type { InputFile } from './dataset.ts';
import type { Content, Grid } from './grid/grid.ts';
import { contentOf } from './grid/readers.ts';
import { NO_NOTES, type Notes, notesFrom, notesPath } from './notes/notes.ts';
import { parseYaml } from './notes/yaml.ts';

/** What reading needs of the world. */
export interface Source {
  readonly read: (path: string) => Promise<Uint8Array>;
  readonly exists: (path: string) => Promise<boolean>;
  /** A digest as lower-case hexadecimal digits. */
  readonly hash: (bytes: Uint8Array, algorithm: 'sha256' | 'md5') => string | Promise<string>;
}

/** Files and the notes beside them, opened and nothing understood: each file is read once, standard input too. */
export async function openFiles(paths: readonly string[], source: Source): Promise<readonly InputFile[]> {
  const files: InputFile[] = [];
  for (const path of paths) files.push({ ...(await openFile(path, source)), notes: await notesBeside(path, source) });
  return files;
}

/** The cells of a file exactly as they stand there, nothing understood. */
export async function readCells(
  path: string,
  source: Source,
): Promise<{ readonly grid: Grid; readonly sha256: string }> {
  const { content, sha256 } = await openFile(path, source);
  const [grid] = content.grids();
  if (!grid) throw dataError('input.empty-file', {}, { file: path, line: 1 });
  return { grid, sha256 };
}

async function openFile(
  path: string,
  source: Source,
): Promise<{ readonly path: string; readonly content: Content; readonly sha256: string }> {
  try {
    const bytes = await source.read(path);
    return { path, content: await contentOf(bytes, path), sha256: await source.hash(bytes, 'sha256') };
  } catch (error) {
    throw error instanceof QuarterlineError ? error : unreadable(path, error);
  }
}

async function notesBeside(path: string, source: Source): Promise<Notes> {
  const beside = notesPath(path);
  if (beside === null || beside === path || !(await source.exists(beside))) return NO_NOTES;
  return notesFrom(await parseYaml(await source.read(beside), beside));
}

/** Why the system would not give a file, in the words of a data error. Anything else is a failure. */
export function unreadable(path: string, error: unknown): QuarterlineError {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  switch (code) {
    case 'ENOENT':
    case 'ENOTDIR':
      return dataError('input.no-such-file', {}, { file: path });
    case 'EISDIR':
      return dataError('input.is-folder', {}, { file: path });
    case 'EACCES':
    case 'EPERM':
      return dataError('input.not-allowed', {}, { file: path });
    case '':
      return failure('failure.unexpected', { message: error instanceof Error ? error.message : String(error) }, error);
    default:
      return dataError('input.not-readable', { code }, { file: path });
  }
}
