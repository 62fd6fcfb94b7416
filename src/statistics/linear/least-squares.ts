import { dataError } from '../../errors.ts';
import { isRounding } from '../rounding.ts';
import { accurateDot } from './accurate-dot.ts';
import { type Columns, type Householder, householder, norm } from './householder.ts';
import { at, dot, type Matrix, product, times } from './matrix.ts';
import { standardise, weightedMean } from './standardise.ts';
import { backSubstitute, forwardSubstitute, invertUpper } from './triangular.ts';

/** A linear model fitted to n rows and k columns. */
export interface LeastSquares {
  /** One for each column of the design. Of an exact fit those that rounding of y could make are 0. */
  readonly coefficients: readonly number[];
  /** (X'WX)^-1, k x k: times the residual variance it is the covariance of the coefficients. */
  readonly covariance: Matrix;
  readonly fitted: readonly number[];
  /** Observed less fitted, not weighted. All 0 in an exact fit: where none is larger than the rounding of y. */
  readonly residuals: readonly number[];
  /** Weighted sum of squared residuals. */
  readonly rss: number;
  /** n - k. */
  readonly df: number;
  /** log |X'WX|. */
  readonly logDeterminant: number;
}

/** On columns of length 1: a diagonal element of R below this means that the column depends on the others. */
const DEPENDENT = 1e-10;

/**
 * Least squares of y on the columns of `design` (rows of equal length; a constant column is given like any other), by Householder
 * QR of columns that were centred (where there is a constant) and scaled to length 1 first. `weights`: one positive number a row.
 *
 * Throws a data error where columns depend on one another or there are fewer rows than columns.
 * Accuracy is held to NIST's StRD sets Norris, Longley and Wampler (golden case 01).
 * @example leastSquares([[1, 0], [1, 1], [1, 2]], [1, 3, 4]).coefficients // [1.1667, 1.5]
 */
export function leastSquares(design: Matrix, y: readonly number[], weights?: readonly number[]): LeastSquares {
  const k = design[0]?.length ?? 0;
  const n = y.length;
  if (k === 0 || n < k) throw dataError('statistics.too-few-rows', { rows: n, columns: k });
  const roots = weights ? weights.map(Math.sqrt) : y.map(() => 1);
  const { columns, back, constant } = standardise(design, roots);
  const qr = householder(columns);
  checkRank(qr.upper);
  const centre = constant ? Math.fround(weightedMean(y, roots)) : 0;
  const target = Float64Array.from(y, (value, i) => (value - centre) * (roots[i] as number));
  const solution = refine(columns, target, qr, solve(qr, k, target));
  const coefficients = times(back, solution.coefficients);
  if (constant) coefficients[constant.index] = (coefficients[constant.index] as number) + centre / constant.value;
  const residuals = y.map((_, i) => (solution.residuals[i] as number) / (roots[i] as number));
  const size = largest(y);
  const exact = isRounding(largest(residuals), size);
  const factor = product(back, invertUpper(qr.upper));
  const covariance = factor.map((a) => factor.map((b) => dot(a, b)));
  return {
    coefficients: exact ? withoutRounding(coefficients, covariance, size * norm(roots)) : coefficients,
    covariance,
    fitted: exact ? [...y] : y.map((value, i) => value - (residuals[i] as number)),
    residuals: exact ? y.map(() => 0) : residuals,
    rss: exact ? 0 : norm(solution.residuals) ** 2,
    df: n - k,
    logDeterminant:
      2 * qr.upper.reduce((sum, row, j) => sum + Math.log(Math.abs((row[j] as number) / at(back, j, j))), 0),
  };
}

/** Coefficients with 0 for those that rounding of y could make (weighted, of this length together): Cauchy and Schwarz. */
function withoutRounding(coefficients: readonly number[], covariance: Matrix, length: number): readonly number[] {
  return coefficients.map((value, j) => (isRounding(value, length * Math.sqrt(at(covariance, j, j))) ? 0 : value));
}

interface Solution {
  readonly coefficients: readonly number[];
  readonly residuals: Float64Array;
}

function solve(qr: Householder, k: number, target: ArrayLike<number>): Solution {
  const rotated = qr.applyTransposed(target);
  return { coefficients: backSubstitute(qr.upper, rotated), residuals: qr.apply(rotated.fill(0, 0, k)) };
}

/**
 * One step of iterative refinement of coefficients and residuals together (Bjorck 1967): what is left of both normal equations
 * in twice the working precision, solved for with the same decomposition.
 */
function refine(
  columns: Columns,
  target: Float64Array,
  qr: Householder,
  { coefficients, residuals }: Solution,
): Solution {
  const unexplained = target.map((value, i) => {
    const row = columns.map((values) => values[i] as number);
    return -accurateDot([...row, 1], [...coefficients, residuals[i] as number], -value);
  });
  const overlap = forwardSubstitute(
    qr.upper,
    columns.map((values) => -accurateDot(values, residuals)),
  );
  const rotated = qr.applyTransposed(unexplained);
  const correction = backSubstitute(
    qr.upper,
    overlap.map((value, j) => (rotated[j] as number) - value),
  );
  rotated.set(overlap);
  const change = qr.apply(rotated);
  return {
    coefficients: coefficients.map((value, j) => value + (correction[j] as number)),
    residuals: residuals.map((value, i) => value + (change[i] as number)),
  };
}

/** Position of the first column that depends on the ones before it (all do beyond the number of rows); null where none does. */
export function dependentColumn(design: Matrix): number | null {
  const { columns } = standardise(design, new Array<number>(design.length).fill(1));
  if (columns.length > design.length) return design.length;
  return firstDependent(householder(columns).upper);
}

/** An orthonormal basis of what the design cannot fit: n - k columns, each as an array of n. Throws as `leastSquares` does. */
export function residualBasis(design: Matrix): readonly (readonly number[])[] {
  const n = design.length;
  const { columns } = standardise(design, new Array<number>(n).fill(1));
  const qr = householder(columns);
  checkRank(qr.upper);
  return Array.from({ length: n - columns.length }, (_, j) => [...qr.apply(axis(n, columns.length + j))]);
}

function axis(n: number, i: number): Float64Array {
  const vector = new Float64Array(n);
  vector[i] = 1;
  return vector;
}

function checkRank(upper: Matrix): void {
  const dependent = firstDependent(upper);
  if (dependent !== null) throw dataError('statistics.dependent-columns', { column: dependent + 1 });
}

function firstDependent(upper: Matrix): number | null {
  const position = upper.findIndex((row, j) => !(Math.abs(row[j] as number) > DEPENDENT));
  return position < 0 ? null : position;
}

/** Diagonal of the hat matrix: how much each row decides its own fitted value. Throws as `leastSquares` does. */
export function leverages(design: Matrix): readonly number[] {
  return decompose(design).basis.map((row) => dot(row, row));
}

/**
 * (X'X)^-1 X', by rows of the design: what one unit of y in that row adds to each coefficient. Made from the decomposition, so that
 * it keeps the digits that a product of the inverse with the row would lose. Throws as `leastSquares` does.
 */
export function contributions(design: Matrix): Matrix {
  const { basis, factor } = decompose(design);
  return basis.map((row) => times(factor, row));
}

/** An orthonormal basis of the design's columns, by rows, and what carries coefficients of the basis to the design's own. */
function decompose(design: Matrix): { readonly basis: Matrix; readonly factor: Matrix } {
  const n = design.length;
  const { columns, back } = standardise(design, new Array<number>(n).fill(1));
  const qr = householder(columns);
  checkRank(qr.upper);
  const axes = columns.map((_, j) => qr.apply(axis(n, j)));
  return {
    basis: design.map((_, i) => axes.map((values) => values[i] as number)),
    factor: product(back, invertUpper(qr.upper)),
  };
}

function largest(values: readonly number[]): number {
  return values.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
}
