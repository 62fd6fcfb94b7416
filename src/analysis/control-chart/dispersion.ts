import { controlRuleSet } from './choose-rule-set.ts';
import { counts, type Estimated, inflated, rates, shares } from './estimates.ts';
import type { ChartName } from './result.ts';
import type { Sample, Span } from './sample.ts';

/** Charts whose sigma supposes chance alone, with how they estimate it. */
const PLAIN: Readonly<Partial<Record<ChartName, (sample: Sample, span: Span) => Estimated>>> = {
  c: counts,
  u: rates,
  p: shares,
};

/**
 * Standard error of sigma-z from n points, times the square root of n: that of a mean of overlapping moving ranges of
 * two over d2 (asymptotic variance 0.826).
 */
const SIGMA_Z_ERROR = Math.sqrt(0.826);

/** Dispersion allows a plain chart where sigma-z is within so many standard errors of 1. */
const ERRORS_ALLOWED = 2;

/**
 * Sigma-z of the points of a C, U or P chart, unscreened: how much they vary from one to the next, over what chance
 * alone would give. Null for other charts, and where it cannot be told.
 */
export function sigmaZOf(chart: ChartName, sample: Sample, span: Span): number | null {
  const estimate = PLAIN[chart];
  if (estimate === undefined) return null;
  const { constants, screening } = controlRuleSet('ihi-control');
  const { sigmaZ } = inflated(estimate)(sample, span, { constants, screening, screen: false });
  return sigmaZ !== null && Number.isFinite(sigmaZ) ? sigmaZ : null;
}

/** Whether a sigma-z from n points is about 1, so that limits of chance alone will do. */
export function dispersionAllows(sigmaZ: number, n: number): boolean {
  return Math.abs(sigmaZ - 1) <= (ERRORS_ALLOWED * SIGMA_Z_ERROR) / Math.sqrt(n);
}
