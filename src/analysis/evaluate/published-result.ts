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
