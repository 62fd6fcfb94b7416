/** What a design asks: two years against one another, or a controlled or single interrupted series by one of its terms. */
export type PowerDesign =
  | 'two-years'
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
  readonly simulated: Simulated | null;
}

export interface PowerResult {
  readonly detectable: readonly DetectableChange[];
}
