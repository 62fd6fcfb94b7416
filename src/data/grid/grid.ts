import type { Finding } from '../../finding.ts';

export type Delimiter = ',' | ';' | '\t';

/** What a file says itself that a cell is: CSV says nothing. */
type CellKind = 'text' | 'number' | 'date' | 'percent' | 'boolean';

/**
 * The cells of one sheet of a file, nothing understood. Every cell is a text. Where the file types its cells, the text is one
 * that reads back as the same value: a number with all its digits and ungrouped, a date as 2013-04-01, a share as 62.6%, a
 * formula as the value it had last.
 */
export interface Grid {
  readonly path: string;
  /** The name of its reader. */
  readonly reader: string;
  readonly encoding: string;
  /** Null where the file is no delimited text. */
  readonly delimiter: Delimiter | null;
  /** The sheet's name in the file; null where the file holds one table without a name. */
  readonly sheet: string | null;
  /** Rows of cells, as long as each is. Blank lines are left out. */
  readonly rows: readonly (readonly string[])[];
  /** The line (or row of the sheet) on which each row begins, from 1. */
  readonly lines: readonly number[];
  /** What each cell is, row by row; null where the file does not say. */
  readonly kinds: readonly (readonly CellKind[])[] | null;
  /** The whole text, where the file is one. */
  readonly text: string | null;
}

/** A file as its reader opened it. */
export interface Content {
  readonly encoding: string;
  /** What was assumed in opening it. */
  readonly findings: readonly Finding[];
  /** Its sheets, made when they are asked for. Throws data errors for cells that cannot be told apart. */
  readonly grids: () => readonly Grid[];
}
