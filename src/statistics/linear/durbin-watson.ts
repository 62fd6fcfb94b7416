import { normalLower } from '../distributions/normal.ts';
import { quadraticFormUpper } from '../distributions/quadratic-form.ts';
import type { TestResult } from '../test-result.ts';
import { symmetricEigenvalues } from './eigenvalues.ts';
import { leastSquares, residualBasis } from './least-squares.ts';
import { at, dot, type Matrix } from './matrix.ts';

/** Up to this many rows P is exact; beyond, from the statistic's mean and variance. */
const EXACT_UP_TO = 100;

/**
 * Durbin-Watson statistic of residuals in time order (Durbin and Watson 1950): sum of squared differences of neighbours over
 * the sum of squares; about 2 without autocorrelation, towards 0 where it is positive. `times` (whole numbers, ascending) says
 * where quarters are missing: a difference across a gap is left out. Null where the residuals are all 0, or too large to square.
 */
export function durbinWatson(residuals: readonly number[], times?: readonly number[]): number | null {
  const squares = dot(residuals, residuals);
  const statistic = dot(residuals, secondDifference(residuals, times)) / squares;
  return Number.isFinite(statistic) ? statistic : null;
}

/**
 * The statistic of a least-squares fit with its P against autocorrelation of either sign, twice the smaller tail. Exact under
 * normal errors (Imhof's integral) up to 100 rows, normal approximation of Durbin and Watson beyond. Null for a perfect fit.
 */
export function durbinWatsonTest(
  design: Matrix,
  y: readonly number[],
  times?: readonly number[],
): (TestResult & { readonly pPositive: number }) | null {
  const statistic = durbinWatson(leastSquares(design, y).residuals, times);
  if (statistic === null) return null;
  const basis = residualBasis(design);
  const form = basis.map((column) => secondDifference(column, times));
  const inside = basis.map((a) => form.map((b) => dot(a, b)));
  const pPositive = y.length <= EXACT_UP_TO ? exactLower(inside, statistic) : approximateLower(inside, statistic);
  return { statistic, df: null, p: 2 * Math.min(pPositive, 1 - pPositive), pPositive, method: 'Durbin-Watson' };
}

/** P(statistic < d): u'(B - d I)u < 0. */
function exactLower(inside: Matrix, d: number): number {
  return 1 - quadraticFormUpper(symmetricEigenvalues(inside).map((value) => value - d));
}

function approximateLower(inside: Matrix, d: number): number {
  const size = inside.length;
  const mean = inside.reduce((sum, _, i) => sum + at(inside, i, i), 0) / size;
  const squares = inside.reduce((sum, row) => sum + dot(row, row), 0);
  const variance = (2 / (size * (size + 2))) * (squares - size * mean * mean);
  return normalLower((d - mean) / Math.sqrt(variance));
}

/** A v, where v'A v is the sum of squared differences of neighbours. */
function secondDifference(values: readonly number[], times?: readonly number[]): number[] {
  const result = values.map(() => 0);
  for (let i = 1; i < values.length; i += 1) {
    if (times && (times[i] as number) - (times[i - 1] as number) !== 1) continue;
    const difference = (values[i] as number) - (values[i - 1] as number);
    result[i] = (result[i] as number) + difference;
    result[i - 1] = (result[i - 1] as number) - difference;
  }
  return result;
}
