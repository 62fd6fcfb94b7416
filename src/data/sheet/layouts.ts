import { dataError, type Problems } from '../../errors.ts';
import { finding } from '../../finding.ts';
import type { Grid } from '../grid/grid.ts';
import { frequencyOf } from '../period/column.ts';
import { excerpt, headingKey } from '../text.ts';
import { REMARK_HEADINGS } from './headings.ts';
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
 * The headings of a row and the rows below. Empty rows and empty cells beyond the last heading are left out. A row with fewer or
 * more cells than the heading row is a problem, also where what is surplus is empty: a separator within a number moves all
 * that follows. All rows may be shorter or longer than the heading row alike, by empty cells at the end.
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
  const records = kept.map((i) => grid.rows[i] ?? []);
  const remarks = header.map((heading) => REMARK_HEADINGS.has(headingKey(heading)));
  const width = commonWidth(records, header.length, named);
  let used = named;
  const rows: (readonly string[])[] = [];
  const lines: number[] = [];
  swallowed(header, headerRow, header.length, grid, problems);
  records.forEach((record, at) => {
    const line = grid.lines[kept[at] ?? 0] ?? 0;
    if (record.length !== width) {
      problems.add('input.ragged-row', { cells: record.length, headings: width }, { file: path, line });
      return;
    }
    if (swallowed(record, line, header.length, grid, problems)) return;
    const cut = cutNumber(record, named, remarks);
    if (cut) {
      problems.add('input.split-number', cut, { file: path, line });
      return;
    }
    used = Math.max(used, lastFilled(record) + 1);
    rows.push(record);
    lines.push(line);
  });
  const empty = Math.max(width, header.length) - used;
  const findings = empty > 0 ? [finding('input.empty-columns', { file: path, columns: empty })] : [];
  return { grid, headerRows: [headerRow], headings: header.slice(0, used), rows, lines, findings };
}

/**
 * How many cells each row must have: as many as the heading row, or as all rows have alike where what they have more or less
 * than it is empty. Of one row nothing is said by its being alike.
 */
function commonWidth(records: readonly (readonly string[])[], headings: number, named: number): number {
  const width = records[0]?.length ?? headings;
  if (width === headings || records.length < 2 || records.some((record) => record.length !== width)) return headings;
  const blank = records.every((record) => lastFilled(record) < headings);
  return width >= named && blank && !records.every(hasSplitNumber) ? width : headings;
}

/** Whether one to three digits stand beside a cell of three: a number that its own commas have cut. */
const isCut = (record: readonly string[], at: number): boolean =>
  /^\s*[-(£]?\d{1,3}$/.test(record[at] ?? '') && /^\d{3}(?:\.\d+)?\)?\s*$/.test(record[at + 1] ?? '');

const hasSplitNumber = (record: readonly string[]): boolean => record.some((_, at) => isCut(record, at));

/**
 * The two parts of a number that its own comma has cut, in a row that has room for one cell more: something stands under no
 * heading, or its second part under one of remarks. Null where there is none.
 */
function cutNumber(
  record: readonly string[],
  named: number,
  remarks: readonly boolean[],
): { readonly first: string; readonly second: string } | null {
  const isSpilt = lastFilled(record) >= named;
  const at = record.findIndex((_, place) => isCut(record, place) && (isSpilt || remarks[place + 1] === true));
  return at < 0 ? null : { first: excerpt(record[at] ?? ''), second: excerpt(record[at + 1] ?? '') };
}

/**
 * Whether a cell of several lines holds as many separators as a row, or one of its further lines a separator and a period: then it
 * is taken for rows between two stray quotation marks, which is a problem.
 */
function swallowed(record: readonly string[], line: number, cells: number, grid: Grid, problems: Problems): boolean {
  const { delimiter, path } = grid;
  if (delimiter === null) return false;
  const isRow = (text: string): boolean =>
    text.includes(delimiter) && text.split(delimiter).some((cell) => frequencyOf([cell], '') !== null);
  const found = record.find((cell) => {
    const [, ...further] = cell.split(/\r\n|[\r\n]/);
    return further.length > 0 && (cell.split(delimiter).length >= Math.max(cells, 2) || further.some(isRow));
  });
  if (found === undefined) return false;
  problems.add('input.swallowed-rows', { cell: excerpt(found) }, { file: path, line });
  return true;
}

function lastFilled(record: readonly string[]): number {
  for (let i = record.length - 1; i >= 0; i -= 1) if ((record[i] ?? '').trim() !== '') return i;
  return -1;
}
