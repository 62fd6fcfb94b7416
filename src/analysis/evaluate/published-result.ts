import type { Whole } from '../../quantities.ts';

/** A trend as it was printed: slope a quarter, its interval, and P as a number or as an upper bound. */
export interface PublishedTrend {
  readonly area: string;
  /** A quarter, as printed. */
  readonly slope: number;
  /** Lower limit as printed. */
  readonly lower: number;
  /** Upper limit as printed. */
  readonly upper: number;
  readonly p: number;
  /** P was printed as "<0.001". */
  readonly pIsBound: boolean;
  /** Decimals of slope and limits, and of P: what rounding leaves open. */
  readonly decimals: Whole;
  readonly pDecimals: Whole;
  /** Quarters that the paper says it rests on; null where it does not say. */
  readonly quarters: Whole | null;
}

/** What P would be if the line rested on n quarters. */
export interface PublishedReading {
  readonly n: Whole;
  /** n - 2. */
  readonly df: Whole;
  /** 97.5th percentile of t. */
  readonly critical: number;
  /** That the interval implies. */
  readonly se: number;
  /** That slope and interval imply. */
  readonly p: number;
  /** Smallest and largest P that rounding of slope and limits allows. */
  readonly pLowest: number;
  readonly pHighest: number;
  /** With the P that was printed. */
  readonly agrees: boolean;
}

export interface PublishedCheck {
  readonly published: PublishedTrend;
  /** One for each number of quarters. */
  readonly readings: readonly PublishedReading[];
  /** Numbers of quarters with which slope, interval and P agree. */
  readonly agreeing: readonly Whole[];
  /** Whether the number of quarters that the paper states is among them; null where it states none. */
  readonly statedAgrees: boolean | null;
  /** The same trend in the data at hand; null where they hold no such area. */
  readonly data: {
    readonly n: Whole;
    readonly slope: number | null;
    /** Lower limit, 95%. */
    readonly lower: number | null;
    readonly upper: number | null;
    /** Against 0. */
    readonly p: number | null;
    /** Fitted last against first, %. */
    readonly percentChange: number | null;
    /** Null: no slope. */
    readonly withinPublished: boolean | null;
  } | null;
}

/** A percentage as it was printed. */
export interface PercentClaim {
  readonly area: string;
  readonly measure: string;
  /** Falls are below zero. */
  readonly percent: number;
  /** What rounding leaves open. */
  readonly decimals: Whole;
  /** Relative to the comparator, not the area's own change. */
  readonly relative: boolean;
  /** The slope a quarter that was printed with it, and its decimals; null where there is none. */
  readonly slope: { readonly perQuarter: number; readonly decimals: Whole } | null;
}

/** One way to get a percentage from the data. */
export interface PercentReading {
  readonly area: string;
  /** fitted: last against first value of a straight line; years: one financial year against another. */
  readonly kind: 'fitted' | 'years';
  /** change: the area's own; points: its change less the other's; ratio: one changed level over the other's, less 1. */
  readonly form: 'change' | 'points' | 'ratio';
  /** Per person on the list; prices of each year or of one. */
  readonly basis: PercentBasis;
  /** First and last quarter of the line, or the two years. */
  readonly from: string;
  /** Last quarter of the line, or the later year. */
  readonly to: string;
  /** Quarters of the line; null for years. */
  readonly quarters: Whole | null;
  /** %, or percentage points. */
  readonly percent: number;
  /** Prints as what was published. */
  readonly agrees: boolean;
}

/** counts, or per person on the list; money in the prices of each year, or of one. */
export type PercentBasis = 'counts' | 'rates' | 'nominal' | 'real';

/** Every four quarters against every later four that they do not overlap, financial years apart. */
export interface RollingReadings {
  /** change: its own. points, ratio: relative to the other area. */
  readonly form: PercentReading['form'];
  /** Per person on the list; prices of each year or of one. */
  readonly basis: PercentBasis;
  /** Pairs of four quarters, financial years apart. */
  readonly pairs: Whole;
  /** Of these, that print as published. */
  readonly agreeing: Whole;
  readonly min: number;
  readonly max: number;
}

/** What slope and percentage say together of the level at which a line of n quarters begins: 100 slope (n - 1) / percent. */
export interface ImpliedLevel {
  readonly n: Whole;
  /** What rounding of both allows. Null: without bound. */
  readonly lower: number;
  /** Highest; null: without bound. */
  readonly upper: number | null;
  /** Where the line of the last n quarters of the data begins. */
  readonly data: number;
  /** Lies between the two. */
  readonly agrees: boolean;
}

/** A published percentage held against its own slope and every reading of the data. */
export interface PublishedPercent {
  readonly published: PercentClaim;
  /** Every way to compute it. */
  readonly readings: readonly PercentReading[];
  readonly rolling: readonly RollingReadings[];
  /** Readings of the other area that print as the same size, whatever their sign: a figure may have changed its owner. */
  readonly elsewhere: readonly PercentReading[];
  /** With a printed slope. */
  readonly implied: readonly ImpliedLevel[];
}
