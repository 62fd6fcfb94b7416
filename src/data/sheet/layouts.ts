import { dataError, type Problems } from '../../errors.ts';
import { finding } from '../../finding.ts';
import type { Grid } from '../grid/grid.ts';
import { excerpt } from '../text.ts';
import type { LayoutName, Sheet } from './sheet.ts';

/**
 * Where the table stands in a grid; null where a grid is not laid out so. A layout whose rows are not yet one a period and area
 * (periods across, measures in a column) makes them so here: whatever comes after sees headings and rows with their lines.
 * Throws a data error for a grid without a table; rows that do not fit go to `problems`.
 */
type Layout = (grid: Grid, problems: Problems) => Sheet | null;

/** Layouts, tried in order; the first that finds a table is used. */
const LAYOUTS: Readonly<Record<LayoutName, Layout>> = {
  'first-row': firstRow,
};

/** The table of a grid. Throws data errors as its layout does. */
export function sheetOf(grid: Grid, problems: Problems): Sheet {
  for (const find of Object.values(LAYOUTS)) {
    const sheet = find(grid, problems);
    if (sheet) return sheet;
  }
  throw dataError('input.empty-file', {}, { file: grid.path, line: 1 });
}

/** The first row that is not empty names the columns, all rows below are data. */
function firstRow(grid: Grid, problems: Problems): Sheet | null {
  const head = grid.rows.findIndex((row) => !isEmptyRow(row));
  return head < 0 ? null : { ...tableUnder(grid, head, problems), layout: 'first-row', before: [], after: [] };
}

const isEmptyRow = (row: readonly string[]): boolean => row.every((cell) => cell.trim() === '');

/**
 * The headings of a row and the rows below. Empty rows and empty cells beyond the last heading are left out; a row with fewer or
 * more cells than headings is a problem.
 */
function tableUnder(grid: Grid, head: number, problems: Problems): Omit<Sheet, 'layout' | 'before' | 'after'> {
  const { path } = grid;
  const header = grid.rows[head] ?? [];
  const headerRow = grid.lines[head] ?? 1;
  const kept: number[] = [];
  for (let i = head + 1; i < grid.rows.length; i += 1) if (!isEmptyRow(grid.rows[i] ?? [])) kept.push(i);
  if (kept.length === 0)
    throw dataError('input.header-only', { headings: header.map(excerpt) }, { file: path, line: headerRow });

  const named = lastFilled(header) + 1;
  let used = named;
  let widest = header.length;
  const rows: (readonly string[])[] = [];
  const lines: number[] = [];
  for (const i of kept) {
    const record = grid.rows[i] ?? [];
    const line = grid.lines[i] ?? 0;
    const filled = lastFilled(record) + 1;
    if (record.length < named || filled > header.length) {
      problems.add('input.ragged-row', { cells: record.length, headings: named }, { file: path, line });
      continue;
    }
    used = Math.max(used, filled);
    widest = Math.max(widest, record.length);
    rows.push(record);
    lines.push(line);
  }
  const findings = widest > used ? [finding('input.empty-columns', { file: path, columns: widest - used })] : [];
  return { grid, headerRows: [headerRow], headings: header.slice(0, used), rows, lines, findings };
}

function lastFilled(record: readonly string[]): number {
  for (let i = record.length - 1; i >= 0; i -= 1) if ((record[i] ?? '').trim() !== '') return i;
  return -1;
}
