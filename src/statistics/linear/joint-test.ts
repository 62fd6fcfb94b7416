import { fUpper } from '../distributions/f.ts';
import type { FTest } from '../test-result.ts';
import type { Coefficients } from './combination.ts';
import type { Matrix } from './matrix.ts';
import { forwardSubstitute } from './triangular.ts';

/**
 * Whether several coefficients are all 0: Wald's F = b' V^-1 b / q on q and `of.df` degrees of freedom, b and V those of the columns
 * (of one column the square of its t). Null without degrees of freedom, and where the columns' covariance is singular or without
 * bound.
 */
export function jointTest(of: Coefficients, columns: readonly number[]): FTest | null {
  const { coefficients, covariance, df } = of;
  const terms = columns.length;
  if (df === null || df <= 0 || terms === 0) return null;
  const upper = cholesky(columns.map((i) => columns.map((j) => covariance[i]?.[j] ?? 0)));
  if (!upper) return null;
  const whitened = forwardSubstitute(
    upper,
    columns.map((j) => coefficients[j] ?? 0),
  );
  const statistic = whitened.reduce((sum, value) => sum + value ** 2, 0) / terms;
  if (!Number.isFinite(statistic)) return null;
  return { statistic, terms, df, p: fUpper(statistic, terms, df), method: 'Wald F, terms together' };
}

/** Rounding leaves less than this part of a diagonal element where columns depend on one another. */
const SINGULAR = 1e-14;

/** Upper triangular U with U'U = the matrix; null unless that is positive definite. */
function cholesky(matrix: Matrix): Matrix | null {
  const upper: number[][] = matrix.map((row) => row.map(() => 0));
  for (let j = 0; j < matrix.length; j += 1) {
    for (let i = 0; i <= j; i += 1) {
      const above = upper.slice(0, i).reduce((sum, row) => sum + (row[i] as number) * (row[j] as number), 0);
      const left = (matrix[i]?.[j] as number) - above;
      if (i < j) (upper[i] as number[])[j] = left / (upper[i]?.[i] as number);
      else if (!(left > SINGULAR * (matrix[j]?.[j] as number))) return null;
      else (upper[j] as number[])[j] = Math.sqrt(left);
    }
  }
  return upper;
}
