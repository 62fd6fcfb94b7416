import type { Estimate } from '../estimate.ts';
import { waldEstimate } from '../intervals/wald.ts';
import type { LeastSquares } from './least-squares.ts';
import { dot, type Matrix, quadraticForm, scaleMatrix } from './matrix.ts';

/** Coefficients with their covariance, and the degrees of freedom of their t distribution (null: normal). */
export interface Coefficients {
  readonly coefficients: readonly number[];
  readonly covariance: Matrix;
  readonly df: number | null;
}

/** Coefficients of a least-squares fit under its classical covariance s^2 (X'X)^-1, s^2 = rss / df. */
export function classical(fit: LeastSquares): Coefficients {
  return { coefficients: fit.coefficients, covariance: scaleMatrix(fit.covariance, fit.rss / fit.df), df: fit.df };
}

interface CombinationOptions {
  readonly method: string;
  readonly scale?: Estimate['scale'];
  readonly dispersion?: number | null;
  readonly confidence?: number;
}

/** The linear combination w'b with standard error sqrt(w'Vw), interval and P. */
export function combination(of: Coefficients, w: readonly number[], options: CombinationOptions): Estimate {
  const variance = quadraticForm(of.covariance, w);
  return waldEstimate({
    ...options,
    estimate: dot(of.coefficients, w),
    se: Math.sqrt(Math.max(0, variance)),
    df: of.df,
    size: w.reduce((sum, weight, i) => sum + Math.abs(weight * (of.coefficients[i] as number)), 0),
  });
}

/** The j-th coefficient with its interval and P. */
export function coefficient(of: Coefficients, j: number, options: CombinationOptions): Estimate {
  return combination(
    of,
    of.coefficients.map((_, i) => (i === j ? 1 : 0)),
    options,
  );
}
