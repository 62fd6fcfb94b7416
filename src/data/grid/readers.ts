import { dataError } from '../../errors.ts';
import type { Finding } from '../../finding.ts';
import { csvGrid } from './csv.ts';
import { decode } from './decode.ts';
import type { Content } from './grid.ts';
import { checkLines, checkSize } from './limits.ts';

/** How files of one kind become grids. What it needs to load it loads in `read`, which is the only part that may wait. */
interface Reader {
  readonly name: string;
  /** Whether a file is of this kind, by its first bytes or its name. */
  readonly takes: (bytes: Uint8Array, path: string) => boolean;
  /** Throws data errors for a file that is not what it seems. */
  readonly read: (bytes: Uint8Array, path: string) => Content | Promise<Content>;
}

/** Readers, tried in order; the first that takes a file reads it. Text is what nothing else takes. */
const READERS: readonly Reader[] = [
  {
    name: 'csv',
    takes: () => true,
    read: (bytes, path) => {
      checkLines(bytes, path);
      const { text, encoding, findings } = decode(bytes, path);
      return contentOfText(text, path, encoding, findings);
    },
  },
];

/** Opens a file with the first of the readers, those given before the known ones, that takes it. Throws its data errors. */
export async function contentOf(bytes: Uint8Array, path: string, others: readonly Reader[] = []): Promise<Content> {
  checkSize(bytes.length, path);
  const reader = [...others, ...READERS].find(({ takes }) => takes(bytes, path));
  if (!reader) throw dataError('input.binary-file', { kind: 'unknown' }, { file: path });
  return reader.read(bytes, path);
}

/** A CSV text, decoded already or never encoded. */
export function contentOfText(
  text: string,
  path: string,
  encoding = 'utf-8',
  findings: readonly Finding[] = [],
): Content {
  return { encoding, findings, grids: () => [csvGrid(text, path, encoding)] };
}
