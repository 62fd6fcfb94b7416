import type { Finding } from '../../finding.ts';
import type { Grid } from '../grid/grid.ts';

/** Where a table can stand in a grid: each name has its entry in LAYOUTS. */
export type LayoutName = 'first-row';

/** A table in a grid: its headings and the rows under them. Every row has at least as many cells as there are headings. */
export interface Sheet {
  readonly grid: Grid;
  readonly layout: LayoutName;
  /** The lines of the headings, of which there may be several. */
  readonly headerRows: readonly number[];
  readonly headings: readonly string[];
  readonly rows: readonly (readonly string[])[];
  /** The line on which each row begins: they tell the table's first and last row. */
  readonly lines: readonly number[];
  /** The lines of rows above the headings and below the last row that hold something, but no data. */
  readonly before: readonly number[];
  readonly after: readonly number[];
  readonly findings: readonly Finding[];
}

/** The line that names the columns, from 1: the last where headings take several. */
export const headerLine = ({ headerRows }: Pick<Sheet, 'headerRows'>): number => headerRows.at(-1) ?? 1;
