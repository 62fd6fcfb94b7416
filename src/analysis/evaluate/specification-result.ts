/** One way to do the analysis, and what it gives: the mean effect over the quarters after, as a ratio. */
export interface Specification {
  /** Name of the comparator, as under `comparators`. */
  readonly comparator: string;
  readonly model: string;
  readonly seasons: boolean;
  readonly primary: boolean;
  readonly from: string;
  readonly to: string;
  readonly before: number;
  readonly after: number;
  readonly estimate: number;
  readonly lower: number;
  readonly upper: number;
  readonly p: number | null;
}

/** What the practice is set beside: the comparator asked for, a group of peers, all peers of similar size, or all but one of few. */
export interface SpecifiedComparator {
  readonly name: string;
  readonly kind: 'given' | 'peer-group' | 'similar-size' | 'one-left-out';
  /** Areas that are pooled into it. */
  readonly areas: readonly string[];
  /** People on its lists, mean over its quarters; null where these are not held throughout. */
  readonly listSize: number | null;
  readonly basis: 'rates' | 'counts';
  /** Quarters that it shares with the practice. */
  readonly quarters: number;
}

/** How far the answer hangs on choices: every specification, the smallest ratio first. */
export interface SpecificationCurve {
  readonly quantity: 'mean-effect';
  /** The comparator of the primary model first. */
  readonly comparators: readonly SpecifiedComparator[];
  /** `whole-series`: with a second intervention no shorter stretches are taken. */
  readonly stretches: 'shortened' | 'whole-series';
  /** Quarters that a stretch must hold for seasons, and for models with autocorrelation, to be fitted to it. */
  readonly fewest: { readonly seasons: number; readonly autocorrelation: number };
  readonly specifications: readonly Specification[];
  readonly total: number;
  /** How many lie on the primary's side of 1. */
  readonly sameSign: number | null;
  /** How many intervals leave out 1, and how many agree with the primary in whether they do. */
  readonly significant: number;
  readonly sameVerdict: number | null;
  /** How many intervals leave out 1 on the side where the primary is not. */
  readonly contrary: number | null;
  readonly min: number;
  readonly max: number;
}
