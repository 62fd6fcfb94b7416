import { dataError } from '../../errors.ts';

/** Bytes of a file: what is larger does not fit into memory as a text and its cells. */
export const LARGEST_FILE = 400_000_000;
/** Bytes of a line. */
const LONGEST_LINE = 1_000_000;
/** Characters of a cell: as many as a cell of Excel holds. */
const LONGEST_CELL = 32_767;
/** Columns: as many as a sheet of Excel has. */
const MOST_COLUMNS = 16_384;

/** Throws a data error for a file of more bytes than are read. */
export function checkSize(bytes: number, path: string): void {
  if (bytes > LARGEST_FILE) throw dataError('input.large-file', { bytes, most: LARGEST_FILE }, { file: path });
}

const LF = 0x0a;
const CR = 0x0d;

/** Throws a data error for a line that is too long to be one of a table, before it is made a text. */
export function checkLines(bytes: Uint8Array, path: string): void {
  if (bytes.length <= LONGEST_LINE) return;
  let line = 1;
  for (let start = 0; start < bytes.length; line += 1) {
    const end = bytes.indexOf(LF, start);
    const stop = end < 0 ? bytes.length : end;
    if (stop - start > LONGEST_LINE) line += checkOldLines(bytes.subarray(start, stop), line, path);
    start = stop + 1;
  }
}

/** The same of lines that end as on old Macintoshes; gives how many ends there are. */
function checkOldLines(bytes: Uint8Array, first: number, path: string): number {
  let ends = 0;
  for (let start = 0; start < bytes.length; ) {
    const end = bytes.indexOf(CR, start);
    const stop = end < 0 ? bytes.length : end;
    if (stop - start > LONGEST_LINE)
      throw dataError('input.long-line', { most: LONGEST_LINE }, { file: path, line: first + ends });
    if (end >= 0) ends += 1;
    start = stop + 1;
  }
  return ends;
}

/** Throws a data error for a row with a cell or a number of cells that no sheet holds. */
export function checkRow(row: readonly string[], path: string, line: number): void {
  if (row.length > MOST_COLUMNS)
    throw dataError('input.too-many-columns', { columns: row.length, most: MOST_COLUMNS }, { file: path, line });
  const column = row.findIndex((cell) => cell.length > LONGEST_CELL);
  if (column >= 0)
    throw dataError(
      'input.long-cell',
      { length: row[column]?.length ?? 0, most: LONGEST_CELL },
      { file: path, line, column: column + 1 },
    );
}
