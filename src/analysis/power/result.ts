import type { Whole } from '../../quantities.ts';
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
  readonly runs: Whole;
  /** Where the random numbers began. */
  readonly seed: Whole;
}

/** The smallest change that one design would find. Falls are below zero; `controlled-slope` and `interrupted-slope` are per quarter. */
export interface DetectableChange {
  /**
   * Two years against one another (exact: the test of the practice alone), a controlled or single series by one of
   * its terms, or lines on counts.
   */
  readonly design: PowerDesign;
  /** People on the list. */
  readonly listSize: number;
  /** Admissions per 1,000 a year. */
  readonly rate: number;
  /** People in the comparator; null: none. */
  readonly comparatorSize: number | null;
  /** People in the comparator in the later of two years, where they are not as many. */
  readonly comparatorSizeAfter: number | null;
  readonly quartersBefore: Whole;
  readonly quartersAfter: Whole;
  /** Variation of the quarters over that of chance. */
  readonly dispersion: number;
  /** Of neighbouring quarters. */
  readonly autocorrelation: number;
  /** The smallest fall. Null: no fall, however large. */
  readonly percentChange: number | null;
  /** The smallest rise. */
  readonly percentIncrease: number | null;
  /** Share of such changes that would be found, 0 to 1. */
  readonly power: number;
  /** Share of no changes that would be called one, 0 to 1. */
  readonly alpha: number;
  /** How it was computed. */
  readonly method: string;
  /** How many standard errors from 0 a change lies that is found with this power. Null for `two-years-exact`. */
  readonly reach: number | null;
  /** Standard error of the term: of a log ratio, or in admissions a quarter (`trend`, `linear-...`, generalised least squares). */
  readonly se: number | null;
  /** Of `linear-...`: by ordinary least squares, and what ordinary least squares takes it for; else null. */
  readonly seOrdinary: number | null;
  /** What ordinary least squares takes that for. */
  readonly seNaive: number | null;
  /** The smallest fall in admissions a quarter (a quarter, for slopes), below zero; null on the log scale. */
  readonly change: number | null;
  /** Chance of finding the percent change that was named; null where none was. */
  readonly powerOfChange: number | null;
  /** The same by simulation; null: not simulated. */
  readonly simulated: Simulated | null;
}

/** Chance that least squares that ignores the autocorrelation calls a jump, or a change of slope, where there is none. */
export interface IgnoredAutocorrelation {
  /** Of neighbouring quarters, as asked. */
  readonly autocorrelation: number;
  /** Share of series in which a jump is called, 0 to 1. */
  readonly level: number;
  /** Share in which a change of slope is called, 0 to 1. */
  readonly slope: number;
  /** The share that it should be, 0 to 1. */
  readonly alpha: number;
}

export interface PowerResult {
  /** One for each design and list size. */
  readonly detectable: readonly DetectableChange[];
  /** Null without autocorrelation, and for more than 100 quarters. */
  readonly ignoredAutocorrelation: IgnoredAutocorrelation | null;
}
