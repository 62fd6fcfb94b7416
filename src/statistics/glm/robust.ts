import type { Coefficients } from '../linear/combination.ts';
import { type Matrix, times } from '../linear/matrix.ts';
import { autocorrelated, type NeweyWestOptions } from '../linear/sandwich.ts';
import type { GlmFit } from './fit.ts';

/** Newey and West's covariance of a generalised linear model, from the rows' scores (Zeileis 2004). Options as `neweyWest`. */
export function neweyWestGlm(design: Matrix, fit: GlmFit, options: NeweyWestOptions = {}): Coefficients {
  const { family, means, y, fitted } = fit;
  const rows = design.map((row, i) => {
    const mean = means[i] as number;
    const score = ((y[i] as number) - (fitted[i] as number)) * (family.link.slope(mean) / family.variance(mean));
    return times(fit.covariance, row).map((value) => value * score);
  });
  return { coefficients: fit.coefficients, covariance: autocorrelated(rows, options), df: fit.df };
}
