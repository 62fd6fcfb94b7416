/** A percentage as it was printed. */
export interface PercentClaim {
  readonly area: string;
  readonly measure: string;
  /** Falls are below zero. */
  readonly percent: number;
  /** What rounding leaves open. */
  readonly decimals: number;
  /** Relative to the comparator, not the area's own change. */
  readonly relative: boolean;
  /** The slope a quarter that was printed with it, and its decimals; null where there is none. */
  readonly slope: { readonly perQuarter: number; readonly decimals: number } | null;
}

/** One way to get a percentage from the data. */
export interface PercentReading {
  readonly area: string;
  /** fitted: last against first value of a straight line; years: one financial year against another. */
  readonly kind: 'fitted' | 'years';
  /** change: the area's own; points: its change less the other's; ratio: one changed level over the other's, less 1. */
  readonly form: 'change' | 'points' | 'ratio';
  readonly basis: PercentBasis;
  /** First and last quarter of the line, or the two years. */
  readonly from: string;
  readonly to: string;
  /** Quarters of the line; null for years. */
  readonly quarters: number | null;
  readonly percent: number;
  /** Prints as what was published. */
  readonly agrees: boolean;
}

/** counts, or per person on the list; money in the prices of each year, or of one. */
export type PercentBasis = 'counts' | 'rates' | 'nominal' | 'real';

/** Every four quarters against every later four that they do not overlap, financial years apart. */
export interface RollingReadings {
  readonly form: PercentReading['form'];
  readonly basis: PercentBasis;
  readonly pairs: number;
  readonly agreeing: number;
  readonly min: number;
  readonly max: number;
}

/** What slope and percentage say together of the level at which a line of n quarters begins: 100 slope (n - 1) / percent. */
export interface ImpliedLevel {
  readonly n: number;
  /** What rounding of both allows. Null: without bound. */
  readonly lower: number;
  readonly upper: number | null;
  /** Where the line of the last n quarters of the data begins. */
  readonly data: number;
  readonly agrees: boolean;
}

/** A published percentage held against its own slope and every reading of the data. */
export interface PublishedPercent {
  readonly published: PercentClaim;
  readonly readings: readonly PercentReading[];
  readonly rolling: readonly RollingReadings[];
  /** Readings of the other area that print as the same size, whatever their sign: a figure may have changed its owner. */
  readonly elsewhere: readonly PercentReading[];
  readonly implied: readonly ImpliedLevel[];
}
