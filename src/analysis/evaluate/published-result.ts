/** A trend as it was printed: slope a quarter, its interval, and P as a number or as an upper bound. */
export interface PublishedTrend {
  readonly area: string;
  readonly slope: number;
  readonly lower: number;
  readonly upper: number;
  readonly p: number;
  /** P was printed as "<0.001". */
  readonly pIsBound: boolean;
  /** Decimals of slope and limits, and of P: what rounding leaves open. */
  readonly decimals: number;
  readonly pDecimals: number;
  /** Quarters that the paper says it rests on; null where it does not say. */
  readonly quarters: number | null;
}

/** What P would be if the line rested on n quarters. */
export interface PublishedReading {
  readonly n: number;
  readonly df: number;
  readonly critical: number;
  readonly se: number;
  readonly p: number;
  /** Smallest and largest P that rounding of slope and limits allows. */
  readonly pLowest: number;
  readonly pHighest: number;
  readonly agrees: boolean;
}

export interface PublishedCheck {
  readonly published: PublishedTrend;
  readonly readings: readonly PublishedReading[];
  /** Numbers of quarters with which slope, interval and P agree. */
  readonly agreeing: readonly number[];
  /** Whether the number of quarters that the paper states is among them; null where it states none. */
  readonly statedAgrees: boolean | null;
  /** The same trend in the data at hand; null where they hold no such area. */
  readonly data: {
    readonly n: number;
    readonly slope: number | null;
    readonly lower: number | null;
    readonly upper: number | null;
    readonly p: number | null;
    readonly percentChange: number | null;
    readonly withinPublished: boolean | null;
  } | null;
}
