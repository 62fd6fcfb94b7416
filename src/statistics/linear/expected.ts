import type { Estimate } from '../estimate.ts';
import { waldEstimate } from '../intervals/wald.ts';
import type { Coefficients } from './combination.ts';
import { dot, type Matrix, quadraticForm } from './matrix.ts';

interface ExpectedOptions {
  readonly method: string;
  readonly dispersion?: number | null;
  readonly confidence?: number;
}

/** Sum over the rows of base x exp(row'b), with its interval by the delta method. */
export function expectedTotal(
  of: Coefficients,
  rows: Matrix,
  base: readonly number[],
  options: ExpectedOptions,
): Estimate {
  return estimateOf(of, totalOf(of, rows, base), options);
}

/**
 * Sum over the rows of base x (exp(without'b) - exp(with'b)), with its interval by the delta method: with `without` the rows of
 * a model as they would be had the change not come, the events avoided. methods.md 2(d).
 */
export function expectedDifference(
  of: Coefficients,
  without: Matrix,
  withChange: Matrix,
  base: readonly number[],
  options: ExpectedOptions,
): Estimate {
  const first = totalOf(of, without, base);
  const second = totalOf(of, withChange, base);
  const gradient = first.gradient.map((value, j) => value - (second.gradient[j] as number));
  return estimateOf(of, { total: first.total - second.total, gradient }, options);
}

/**
 * Expected total (as `expectedTotal`) less what was counted: the events avoided by the count itself instead of by the fitted
 * course after the change. The count itself varies too, so that dispersion x expected joins the variance of the delta method.
 */
export function expectedLessObserved(
  of: Coefficients,
  rows: Matrix,
  base: readonly number[],
  observed: number,
  options: ExpectedOptions,
): Estimate {
  const { total, gradient } = totalOf(of, rows, base);
  const noise = (options.dispersion ?? 1) * total;
  return estimateOf(of, { total: total - observed, gradient }, options, noise);
}

interface Total {
  readonly total: number;
  readonly gradient: readonly number[];
}

function totalOf({ coefficients }: Coefficients, rows: Matrix, base: readonly number[]): Total {
  const values = rows.map((row, i) => (base[i] as number) * Math.exp(dot(row, coefficients)));
  return {
    total: values.reduce((sum, value) => sum + value, 0),
    gradient: coefficients.map((_, j) =>
      rows.reduce((sum, row, i) => sum + (row[j] as number) * (values[i] as number), 0),
    ),
  };
}

function estimateOf(
  { covariance, df }: Coefficients,
  { total, gradient }: Total,
  options: ExpectedOptions,
  noise = 0,
): Estimate {
  const variance = Math.max(0, quadraticForm(covariance, gradient)) + noise;
  return waldEstimate({ ...options, estimate: total, se: Math.sqrt(variance), df });
}
