import type { Share } from '../quantities.ts';
/**
 * What every interval is, everywhere. `estimate`, `lower` and `upper` are on the natural scale (a ratio as a ratio);
 * `scale` says on which scale `se` is. `df` is null where the normal distribution is used; `method` names estimator and interval.
 */
export interface Estimate {
  /** On the natural scale: a ratio as a ratio, money in pounds. null: cannot be computed. */
  readonly estimate: number | null;
  /** Lower limit on the natural scale; null: unknown, or without bound. */
  readonly lower: number | null;
  /** Upper limit on the natural scale; null: unknown, or without bound. */
  readonly upper: number | null;
  /**
   * Confidence of the interval, 0.95.
   * @exclusiveMinimum 0
   * @exclusiveMaximum 1
   */
  readonly confidence: number;
  /** Standard error on the scale named; null for exact intervals. */
  readonly se: number | null;
  /** Degrees of freedom of the t distribution; null: normal or exact. */
  readonly df: number | null;
  /** Two-sided P value against no change. */
  readonly p: Share | null;
  /** Names the estimator and the kind of interval. */
  readonly method: string;
  /** The scale of se. */
  readonly scale: 'identity' | 'log' | 'logit';
  /** Dispersion allowed for (1: none); null where the idea does not apply. */
  readonly dispersion: number | null;
}

/** The confidence of every interval unless said otherwise. */
export const CONFIDENCE = 0.95;
