import type { FileSummary } from '../../data/series.ts';

/** What `check` has to say: how each file was understood, and a command that works on them. */
export interface CheckResult {
  readonly files: readonly FileSummary[];
  /** A command line that would run on these files; null where none of the analyses can use them. */
  readonly next: string | null;
}
