/** Limits of a funnel at one size of denominator, as rates. */
export interface FunnelLimits {
  /** Size at which they hold. */
  readonly denominator: number;
  /** Chance alone: exact Poisson. */
  readonly lower95: number;
  /** Chance alone, exact Poisson, as a rate. */
  readonly upper95: number;
  /** Chance alone, exact Poisson, as a rate. */
  readonly lower998: number;
  /** Chance alone, exact Poisson, as a rate. */
  readonly upper998: number;
  /** Allowing for the differences that areas have anyway. */
  readonly adjustedLower95: number;
  /** Allowing for the differences that areas have anyway, as a rate. */
  readonly adjustedUpper95: number;
  /** Allowing for the differences that areas have anyway, as a rate. */
  readonly adjustedLower998: number;
  /** Allowing for the differences that areas have anyway, as a rate. */
  readonly adjustedUpper998: number;
}

export interface FunnelArea {
  readonly area: string;
  readonly code: string | null;
  /** Events in the year, and the denominator: a mean of people over the year, a sum of counts. */
  readonly observed: number;
  /** Mean of people over the year, or a sum of counts. */
  readonly denominator: number;
  /** Events at the rate of all. */
  readonly expected: number;
  readonly rate: number;
  /** Log of observed over expected in its standard errors: by chance alone, and allowing for overdispersion. */
  readonly z: number;
  /** The same, allowing for overdispersion. */
  readonly zAdjusted: number;
  /** Beyond the adjusted limits: `far` the 99.8% ones, `near` only the 95% ones. */
  readonly beyond: 'far-above' | 'near-above' | 'near-below' | 'far-below' | null;
  readonly variation: 'improvement' | 'concern' | 'neither' | 'common';
}

/** Areas of one year against their size. Rates are `per` x observed / denominator. */
export interface FunnelResult {
  readonly year: string;
  readonly measure: string;
  readonly denominator: string;
  readonly per: number;
  /** Rate of all areas together: the target line. */
  readonly centre: number;
  readonly areas: readonly FunnelArea[];
  /** Areas without the whole year. */
  readonly left: readonly string[];
  readonly overdispersion: {
    /** Mean square of the winsorised z: 1 where areas differ by chance alone. */
    readonly phi: number;
    /** Variance between areas, on the scale of logs; 0 where phi says that there is none. */
    readonly tau2: number;
    /** Quantiles to which z were drawn in: the 10% and the 90% one. */
    readonly limits: { readonly lower: number; readonly upper: number };
  };
  readonly limits: readonly FunnelLimits[];
}
