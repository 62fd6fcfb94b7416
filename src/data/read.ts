import { createHash } from 'node:crypto';
import { dataError, failure, QuarterlineError } from '../errors.ts';
import type { InputSettings } from '../question/settings.ts';
import { type Reading, readText, type TextFile } from './dataset.ts';
import { parseCells, type RawTable } from './grid/csv.ts';
import { type Decoded, decode } from './grid/decode.ts';
import { NO_NOTES, type Notes, notesFrom, notesPath } from './notes/notes.ts';
import { parseYaml } from './notes/yaml.ts';
import type { Dataset } from './series.ts';

/** What reading needs of the world. */
export interface Source {
  readonly read: (path: string) => Promise<Uint8Array>;
  readonly exists: (path: string) => Promise<boolean>;
}

/**
 * Reads CSV files and the notes beside them into one dataset. Throws data errors (file, line, column, what to do) for
 * everything that cannot be used, up to 20 problems at once.
 */
export async function readDataset(paths: readonly string[], settings: InputSettings, source: Source): Promise<Dataset> {
  return (await readFiles(paths, settings, source)).dataset;
}

/** As `readDataset`, with how each file was read. */
export async function readFiles(paths: readonly string[], settings: InputSettings, source: Source): Promise<Reading> {
  return readText(await readTexts(paths, source), settings);
}

/** The texts of files and the notes beside them, nothing understood: each file is read once, standard input too. */
export async function readTexts(paths: readonly string[], source: Source): Promise<readonly TextFile[]> {
  const files: TextFile[] = [];
  for (const path of paths) {
    const { bytes, decoded } = await readBytes(path, source);
    files.push({
      path,
      ...decoded,
      sha256: createHash('sha256').update(bytes).digest('hex'),
      notes: await notesBeside(path, source),
    });
  }
  return files;
}

/** The cells of a file exactly as they stand there, nothing understood. */
export async function readCells(
  path: string,
  source: Source,
): Promise<RawTable & { readonly encoding: string; readonly sha256: string }> {
  const { bytes, decoded } = await readBytes(path, source);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  return { ...parseCells(decoded.text, path), encoding: decoded.encoding, sha256 };
}

async function readBytes(
  path: string,
  source: Source,
): Promise<{ readonly bytes: Uint8Array; readonly decoded: Decoded }> {
  try {
    const bytes = await source.read(path);
    return { bytes, decoded: decode(bytes, path) };
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
