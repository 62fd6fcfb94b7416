import type { Coefficients } from '../linear/combination.ts';
import type { Matrix } from '../linear/matrix.ts';
import { autocorrelated, type NeweyWestOptions } from '../linear/sandwich.ts';
import type { GlmFit } from './fit.ts';

/** Newey and West's covariance of a generalised linear model, from the rows' scores (Zeileis 2004). Options as `neweyWest`. */
export function neweyWestGlm(design: Matrix, fit: GlmFit, options: NeweyWestOptions = {}): Coefficients {
  const { family, means, y, fitted } = fit;
  const scores = design.map((row, i) => {
    const mean = means[i] as number;
    const weight = family.link.slope(mean) / family.variance(mean);
    return row.map((x) => x * ((y[i] as number) - (fitted[i] as number)) * weight);
  });
  return { coefficients: fit.coefficients, covariance: autocorrelated(fit.covariance, scores, options), df: fit.df };
}
