/**
 * What every interval is, everywhere. `estimate`, `lower` and `upper` are on the natural scale (a ratio as a ratio);
 * `scale` says on which scale `se` is. `df` is null where the normal distribution is used; `method` names estimator and interval.
 */
export interface Estimate {
  readonly estimate: number | null;
  readonly lower: number | null;
  readonly upper: number | null;
  readonly confidence: number;
  readonly se: number | null;
  readonly df: number | null;
  readonly p: number | null;
  readonly method: string;
  readonly scale: 'identity' | 'log' | 'logit';
  readonly dispersion: number | null;
}

/** The confidence of every interval unless said otherwise. */
export const CONFIDENCE = 0.95;
