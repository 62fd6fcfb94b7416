import { normalLower } from '../distributions/normal.ts';
import { quadraticFormUpper } from '../distributions/quadratic-form.ts';
import type { TestResult } from '../test-result.ts';
import { symmetricEigenvalues } from './eigenvalues.ts';
import { contributions, leastSquares, residualBasis } from './least-squares.ts';
import { at, dot, type Matrix, transpose } from './matrix.ts';

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
  const lower = y.length <= EXACT_UP_TO ? exactLower : approximateLower;
  const pPositive = lower(design, statistic, times);
  return { statistic, df: null, p: 2 * Math.min(pPositive, 1 - pPositive), pPositive, method: 'Durbin-Watson' };
}

/** P(statistic < d): u'(B - d I)u < 0, B the form in an orthonormal basis of the residuals. */
function exactLower(design: Matrix, d: number, times?: readonly number[]): number {
  const basis = residualBasis(design);
  const form = basis.map((column) => secondDifference(column, times));
  const inside = basis.map((a) => form.map((b) => dot(a, b)));
  return 1 - quadraticFormUpper(symmetricEigenvalues(inside).map((value) => value - d));
}

/**
 * The same from mean and variance of the statistic (Durbin and Watson 1950, section 3): traces of MA and its square, M the residual
 * maker, without a matrix of n by n.
 */
function approximateLower(design: Matrix, d: number, times?: readonly number[]): number {
  const columns = transpose(design);
  const solver = transpose(contributions(design));
  const form = columns.map((values) => secondDifference(values, times));
  const once = solver.map((row) => form.map((values) => dot(row, values)));
  const twice = solver.map((row, j) => dot(secondDifference(row, times), form[j] as readonly number[]));
  const neighbours = design.map(
    (_, i) => Number(isStep(i, times)) + Number(isStep(i + 1, times) && i + 1 < design.length),
  );
  const total = neighbours.reduce((sum, count) => sum + count, 0);
  const squared = neighbours.reduce((sum, count) => sum + count * count, 0) + total;
  const size = design.length - columns.length;
  const mean = (total - once.reduce((sum, row, j) => sum + (row[j] as number), 0)) / size;
  const overlap = once.reduce(
    (sum, row, i) => sum + row.reduce((part, value, j) => part + value * at(once, j, i), 0),
    0,
  );
  const squares = squared - 2 * twice.reduce((sum, value) => sum + value, 0) + overlap;
  const variance = (2 / (size * (size + 2))) * (squares - size * mean * mean);
  return normalLower((d - mean) / Math.sqrt(variance));
}

/** Whether row i follows the row before it without a gap. */
const isStep = (i: number, times?: readonly number[]): boolean =>
  i > 0 && (!times || (times[i] as number) - (times[i - 1] as number) === 1);

/** A v, where v'A v is the sum of squared differences of neighbours. */
function secondDifference(values: readonly number[], times?: readonly number[]): number[] {
  const result = values.map(() => 0);
  for (let i = 1; i < values.length; i += 1) {
    if (!isStep(i, times)) continue;
    const difference = (values[i] as number) - (values[i - 1] as number);
    result[i] = (result[i] as number) + difference;
    result[i - 1] = (result[i - 1] as number) - difference;
  }
  return result;
}
