import type { FileSummary } from '../../data/series.ts';
import type { Ordinal } from '../../quantities.ts';

/** What `check` has to say: how each file was understood, and a command that works on them. */
export interface CheckResult {
  readonly files: readonly FileSummary[];
  /** A command line that would run on these files; null where none of the analyses can use them. */
  readonly next: string | null;
}

/** The cells of one file exactly as they stand there, after decoding and quoting: `check --show table`. */
export interface CellsResult {
  readonly files: readonly {
    /** As it was named. */
    readonly path: string;
    /** How its bytes were read. */
    readonly encoding: string;
    /** What stands between cells. */
    readonly delimiter: string;
    /** The line in which each row of cells begins, from 1. */
    readonly lines: readonly Ordinal[];
    /** Every row, the headings first, exactly as it was read. */
    readonly cells: readonly (readonly string[])[];
  }[];
}
