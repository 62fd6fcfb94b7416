import type { Whole } from '../quantities.ts';
/** A test of a hypothesis. `df` are the degrees of freedom of its reference distribution, null where that has none. */
export interface TestResult {
  readonly statistic: number;
  readonly df: number | null;
  /** Null where it cannot be computed. */
  readonly p: number | null;
  readonly method: string;
}

/** A test against the F distribution with `terms` and `df` degrees of freedom. */
export interface FTest extends TestResult {
  /** Numerator degrees of freedom; `df` are those of the denominator. */
  readonly terms: Whole;
}
