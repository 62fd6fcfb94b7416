import type { LeastSquares } from './least-squares.ts';

/** How close a least-squares fit comes. For comparing models of one series, not for judging one by itself. */
export interface Goodness {
  /** Standard deviation of the residuals. Null without degrees of freedom. */
  readonly sigma: number | null;
  /** Share of the squares about the mean that is explained. Null for a constant series. */
  readonly rSquared: number | null;
  /** Gaussian, at the maximum-likelihood variance rss / n. Null for a perfect fit, which is infinitely likely. */
  readonly logLikelihood: number | null;
  /** Akaike (1974): twice the number of parameters (the variance counts as one) less twice the log-likelihood. */
  readonly aic: number | null;
}

/** Goodness of an unweighted fit to y by a model with a constant. */
export function goodnessOfFit(fit: LeastSquares, y: readonly number[]): Goodness {
  const n = y.length;
  const mean = y.reduce((sum, value) => sum + value, 0) / n;
  const total = y.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  const logLikelihood = fit.rss > 0 ? -0.5 * n * (Math.log((2 * Math.PI * fit.rss) / n) + 1) : null;
  return {
    sigma: fit.df > 0 ? Math.sqrt(fit.rss / fit.df) : null,
    rSquared: total > 0 ? 1 - fit.rss / total : null,
    logLikelihood,
    aic: logLikelihood === null ? null : 2 * (fit.coefficients.length + 1) - 2 * logLikelihood,
  };
}
