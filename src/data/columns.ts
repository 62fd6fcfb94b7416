import type { Problems } from '../errors.ts';
import type { Table } from './csv.ts';
import { parseNumber } from './number.ts';
import { excerpt, fold, headingKey } from './text.ts';

/** One column as it looks before anything is decided about it. */
export interface Column {
  readonly position: number;
  /** As in the file, trimmed; `#3` where it has none. */
  readonly heading: string;
  readonly key: string;
  /** What most of its cells are, from a sample. */
  readonly kind: 'empty' | 'number' | 'text';
  /** Another column has the same heading. */
  readonly repeated: boolean;
}

/** Cells looked at to see what a column holds. */
const SAMPLE = 200;

/** Every column of a table, with what it seems to hold. */
export function describeColumns(table: Table): readonly Column[] {
  const counts = new Map<string, number>();
  for (const heading of table.headings) counts.set(fold(heading), (counts.get(fold(heading)) ?? 0) + 1);
  return table.headings.map((heading, position) => {
    const name = excerpt(heading);
    return {
      position,
      heading: name === '' ? `#${position + 1}` : name,
      key: headingKey(heading),
      kind: kindOf(table, position),
      repeated: name !== '' && (counts.get(fold(heading)) ?? 0) > 1,
    };
  });
}

function kindOf(table: Table, position: number): Column['kind'] {
  let seen = 0;
  let numbers = 0;
  for (const row of table.rows) {
    const cell = row[position] ?? '';
    if (cell.trim() === '') continue;
    seen += 1;
    if (parseNumber(cell) !== undefined) numbers += 1;
    if (seen === SAMPLE) break;
  }
  if (seen === 0) return 'empty';
  return 2 * numbers >= seen ? 'number' : 'text';
}

/** A few cells of a column that are not empty, spread over the file. */
export function sampleCells(table: Table, position: number, limit = 50): readonly string[] {
  const stride = Math.max(1, Math.floor(table.rows.length / limit));
  const cells: string[] = [];
  for (let i = 0; i < table.rows.length && cells.length < limit; i += stride) {
    const cell = table.rows[i]?.[position] ?? '';
    if (cell.trim() !== '') cells.push(cell);
  }
  return cells;
}

/**
 * The column that a person means: by its heading (any case, spaces and underscores alike) or by its place as `#3`. A heading
 * that stands twice is a problem, because it does not say which. Null where the file has none.
 */
export function columnNamed(
  name: string,
  columns: readonly Column[],
  table: Table,
  problems: Problems,
): Column | null {
  const place = /^#(\d+)$/.exec(name.trim());
  if (place) return columns[Number(place[1]) - 1] ?? null;
  const exact = columns.filter((column) => fold(column.heading) === fold(name));
  const found = exact.length > 0 ? exact : columns.filter((column) => column.key !== '' && column.key === headingKey(name));
  if (found.length > 1) addRepeated(found, table, problems);
  return found[0] ?? null;
}

/** A heading that is needed and stands more than once: asks for its place. */
export function addRepeated(columns: readonly Column[], table: Table, problems: Problems): void {
  const [first] = columns;
  if (!first) return;
  problems.add(
    'input.repeated-heading',
    { heading: first.heading, places: columns.map(({ position }) => `#${position + 1}`) },
    { file: table.path, line: table.headerRow, column: first.heading },
  );
}
