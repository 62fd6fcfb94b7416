import { parseNumber } from '../grid/number.ts';
import { fold, headingKey } from '../text.ts';
import type { Sheet } from './sheet.ts';

/** One column as it looks before anything is decided about it. */
export interface Column {
  readonly position: number;
  /** As in the file, its white space single; `#3` where it has none. */
  readonly heading: string;
  readonly key: string;
  /** What most of its cells are, from a sample. */
  readonly kind: 'empty' | 'number' | 'text';
  /** Another column has the same heading. */
  readonly repeated: boolean;
}

/** Cells looked at to see what a column holds. */
const SAMPLE = 200;

/** Every column of a sheet, with what it seems to hold. */
export function describeColumns(sheet: Sheet): readonly Column[] {
  const counts = new Map<string, number>();
  for (const heading of sheet.headings) counts.set(fold(heading), (counts.get(fold(heading)) ?? 0) + 1);
  return sheet.headings.map((heading, position) => {
    const name = heading.trim().replace(/\s+/g, ' ');
    return {
      position,
      heading: name === '' ? `#${position + 1}` : name,
      key: headingKey(heading),
      kind: kindOf(sheet, position),
      repeated: name !== '' && (counts.get(fold(heading)) ?? 0) > 1,
    };
  });
}

function kindOf(sheet: Sheet, position: number): Column['kind'] {
  let seen = 0;
  let numbers = 0;
  for (const row of sheet.rows) {
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
export function sampleCells(sheet: Sheet, position: number, limit = 50): readonly string[] {
  const stride = Math.max(1, Math.floor(sheet.rows.length / limit));
  const cells: string[] = [];
  for (let i = 0; i < sheet.rows.length && cells.length < limit; i += stride) {
    const cell = sheet.rows[i]?.[position] ?? '';
    if (cell.trim() !== '') cells.push(cell);
  }
  return cells;
}

/**
 * The columns that a person may mean: by heading (any case, spaces and underscores alike) or by place as `#3`. None where the
 * file has no such heading, several where it stands more than once.
 */
export function columnsNamed(name: string, columns: readonly Column[]): readonly Column[] {
  const place = /^#(\d+)$/.exec(name.trim());
  if (place) return columns.slice(Number(place[1]) - 1, Number(place[1]));
  const exact = columns.filter((column) => fold(column.heading) === fold(name));
  return exact.length > 0 ? exact : columns.filter(({ key }) => key !== '' && key === headingKey(name));
}
