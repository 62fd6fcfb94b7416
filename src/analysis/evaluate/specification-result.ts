import type { Whole } from '../../quantities.ts';
/** One way to do the analysis, and what it gives: the mean effect over the quarters after, as a ratio. */
export interface Specification {
  /** Name of the comparator, as under `comparators`. */
  readonly comparator: string;
  /** Its name: docs/methods.md. */
  readonly model: string;
  readonly seasons: boolean;
  readonly primary: boolean;
  readonly from: string;
  readonly to: string;
  readonly before: Whole;
  readonly after: Whole;
  /** Ratio. */
  readonly estimate: number;
  /** Lower limit, 95%. */
  readonly lower: number;
  readonly upper: number;
  /** Against 1. */
  readonly p: number | null;
}

/** What the practice is set beside: the comparator asked for, a group of peers, all peers of similar size, or all but one of few. */
export interface SpecifiedComparator {
  readonly name: string;
  /** given: --comparator. peer-group: --peer-group. one-left-out: all areas of it but one, where they are few. */
  readonly kind: 'given' | 'peer-group' | 'similar-size' | 'one-left-out';
  /** Areas that are pooled into it. */
  readonly areas: readonly string[];
  /** People on its lists, mean over its quarters; null where these are not held throughout. */
  readonly listSize: number | null;
  /** rates: with list sizes. counts: without. */
  readonly basis: 'rates' | 'counts';
  /** Quarters that it shares with the practice. */
  readonly quarters: Whole;
}

/** How far the answer hangs on choices: every specification, the smallest ratio first. */
export interface SpecificationCurve {
  /** Ratio, mean over the quarters after. */
  readonly quantity: 'mean-effect';
  /** The comparator of the primary model first. */
  readonly comparators: readonly SpecifiedComparator[];
  /** `whole-series`: with a second intervention no shorter stretches are taken. */
  readonly stretches: 'shortened' | 'whole-series';
  /** Quarters that a stretch must hold for seasons, and for models with autocorrelation, to be fitted to it. */
  readonly fewest: {
    /** Quarters that seasons need. */
    readonly seasons: Whole;
    /** Quarters that Prais-Winsten and REML need. */
    readonly autocorrelation: Whole;
  };
  /** The smallest first. */
  readonly specifications: readonly Specification[];
  readonly total: Whole;
  /** How many lie on the primary's side of 1; null: there is no primary. */
  readonly sameSign: Whole | null;
  /** How many intervals leave out 1, and how many agree with the primary in whether they do. */
  readonly significant: Whole;
  /** Null: there is no primary. */
  readonly sameVerdict: Whole | null;
  /** How many intervals leave out 1 on the side where the primary is not; null: there is no primary. */
  readonly contrary: Whole | null;
  readonly min: number;
  readonly max: number;
}
