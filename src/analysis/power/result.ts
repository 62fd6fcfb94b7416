/**
 * What a design asks: two years against one another, or a controlled or single interrupted series by one of its terms, all on the
 * log scale. `two-years-exact`: the exact conditional test of the practice alone, for a change that is named. `trend` and
 * `linear-...`: a line through all quarters, and a segmented one, on counts with a residual standard deviation that is named.
 */
export type PowerDesign =
  | 'two-years'
  | 'two-years-exact'
  | 'trend'
  | 'linear-level'
  | 'linear-slope'
  | 'controlled-level'
  | 'controlled-slope'
  | 'controlled-end'
  | 'interrupted-level'
  | 'interrupted-slope'
  | 'interrupted-end';

/** A simulated answer beside the closed form, with what chance leaves open in it. */
export interface Simulated {
  /** Share of runs that found the closed form's change, and its Monte Carlo standard error. */
  readonly power: number;
  readonly powerError: number;
  /** The share is more than 2 standard errors below the power asked for: the closed form promises too much. */
  readonly belowTarget: boolean;
  /** The |t| beyond which a run counts as a find; with autocorrelation as series without a change give it. */
  readonly critical: number;
  /** The change that would be found with the power asked for, as the runs say, and its Monte Carlo standard error. */
  readonly percentChange: number | null;
  readonly percentError: number | null;
  readonly runs: number;
  readonly seed: number;
}

/** The smallest change that one design would find. Falls are below zero; `controlled-slope` and `interrupted-slope` are per quarter. */
export interface DetectableChange {
  readonly design: PowerDesign;
  readonly listSize: number;
  /** Admissions per 1,000 a year. */
  readonly rate: number;
  readonly comparatorSize: number | null;
  /** People in the comparator in the later of two years, where they are not as many. */
  readonly comparatorSizeAfter: number | null;
  readonly quartersBefore: number;
  readonly quartersAfter: number;
  readonly dispersion: number;
  readonly autocorrelation: number;
  /** The smallest fall. Null: no fall, however large. */
  readonly percentChange: number | null;
  /** The smallest rise. */
  readonly percentIncrease: number | null;
  readonly power: number;
  readonly alpha: number;
  readonly method: string;
  /** How many standard errors from 0 a change lies that is found with this power. Null for `two-years-exact`. */
  readonly reach: number | null;
  /** Standard error of the term: of a log ratio, or in admissions a quarter (`trend`, `linear-...`, generalised least squares). */
  readonly se: number | null;
  /** Of `linear-...`: by ordinary least squares, and what ordinary least squares takes it for; else null. */
  readonly seOrdinary: number | null;
  readonly seNaive: number | null;
  /** The smallest fall in admissions a quarter (a quarter, for slopes), below zero; null on the log scale. */
  readonly change: number | null;
  /** Chance of finding the percent change that was named; null where none was. */
  readonly powerOfChange: number | null;
  readonly simulated: Simulated | null;
}

/** Chance that least squares that ignores the autocorrelation calls a jump, or a change of slope, where there is none. */
export interface IgnoredAutocorrelation {
  readonly autocorrelation: number;
  readonly level: number;
  readonly slope: number;
  readonly alpha: number;
}

export interface PowerResult {
  readonly detectable: readonly DetectableChange[];
  /** Null without autocorrelation, and for more than 100 quarters. */
  readonly ignoredAutocorrelation: IgnoredAutocorrelation | null;
}
