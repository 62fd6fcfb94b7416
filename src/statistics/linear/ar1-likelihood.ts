import { householder } from './householder.ts';
import type { Matrix } from './matrix.ts';
import { standardise } from './standardise.ts';

/**
 * The log likelihood of a regression with first-order autocorrelation, as a function of rho and but for a constant: restricted on
 * `divisor` = n - k, else on n. It only tells which rho is likelier: thousands are tried, so the design is made orthonormal once
 * and each rho costs one Cholesky decomposition of the whitened cross-products (X e)'R^-1(X e), e what least squares leaves over.
 * The design must have full rank and `residuals` must not be all 0.
 */
export function ar1LogLikelihood(
  design: Matrix,
  residuals: readonly number[],
  restricted: boolean,
  times: readonly number[],
): (rho: number) => number {
  const n = design.length;
  const columns = [...orthonormal(design), Float64Array.from(residuals)];
  const k = columns.length - 1;
  const divisor = restricted ? n - k : n;
  const white = columns.map(() => new Float64Array(n));
  return (rho) => {
    const logDeterminant = whitenInto(white, columns, times, rho);
    const { pivots, rss } = pivotsOf(white);
    if (!(rss > 0)) return -Infinity;
    const penalty = restricted ? pivots.reduce((sum, pivot) => sum + Math.log(pivot), 0) : 0;
    return -0.5 * (divisor * Math.log(rss) + logDeterminant + penalty);
  };
}

/** Columns of length 1 at right angles that span what the design spans. */
function orthonormal(design: Matrix): readonly Float64Array[] {
  const { columns } = standardise(
    design,
    design.map(() => 1),
  );
  const qr = householder(columns);
  return columns.map((_, j) => {
    const axis = new Float64Array(design.length);
    axis[j] = 1;
    return qr.apply(axis);
  });
}

/** As `whiten`, into `white`; gives log |R|. */
function whitenInto(
  white: readonly Float64Array[],
  columns: readonly Float64Array[],
  times: readonly number[],
  rho: number,
): number {
  let logDeterminant = 0;
  columns.forEach((values, j) => {
    (white[j] as Float64Array)[0] = values[0] as number;
  });
  for (let i = 1; i < times.length; i += 1) {
    const power = rho ** ((times[i] as number) - (times[i - 1] as number));
    const variance = 1 - power * power;
    const root = Math.sqrt(variance);
    logDeterminant += Math.log(variance);
    for (let j = 0; j < columns.length; j += 1) {
      const values = columns[j] as Float64Array;
      (white[j] as Float64Array)[i] = ((values[i] as number) - power * (values[i - 1] as number)) / root;
    }
  }
  return logDeterminant;
}

/** Squared diagonal of the Cholesky factor of the cross-products; the last is the residual sum of squares. */
function pivotsOf(columns: readonly Float64Array[]): { readonly pivots: readonly number[]; readonly rss: number } {
  const factor: number[][] = [];
  const pivots: number[] = [];
  columns.forEach((values, i) => {
    const row: number[] = [];
    for (let j = 0; j < i; j += 1) {
      const other = factor[j] as number[];
      let sum = product(values, columns[j] as Float64Array);
      for (let m = 0; m < j; m += 1) sum -= (row[m] as number) * (other[m] as number);
      row.push(sum / (other[j] as number));
    }
    const pivot = row.reduce((rest, value) => rest - value * value, product(values, values));
    row.push(Math.sqrt(Math.max(0, pivot)));
    factor.push(row);
    pivots.push(pivot);
  });
  return { rss: pivots.pop() ?? 0, pivots };
}

function product(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i += 1) sum += (a[i] as number) * (b[i] as number);
  return sum;
}
