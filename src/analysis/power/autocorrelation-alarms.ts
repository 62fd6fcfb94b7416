import { quadraticFormUpper } from '../../statistics/distributions/quadratic-form.ts';
import { tQuantile } from '../../statistics/distributions/t.ts';
import { symmetricEigenvalues } from '../../statistics/linear/eigenvalues.ts';
import { leastSquares } from '../../statistics/linear/least-squares.ts';
import { at, type Matrix, product, times, transpose } from '../../statistics/linear/matrix.ts';

/**
 * Chance that a t test of one coefficient (`term`, from 0) of least squares finds what is not there, where the errors have
 * autocorrelation rho and the test ignores it. Exact for normal errors: with a the row of (X'X)^-1X' and M the residual maker,
 * t^2 > c is the quadratic form e'(aa' / (X'X)^-1_jj - c M / (n - k))e > 0 (Imhof 1961). alpha itself at rho = 0.
 * @example autocorrelationAlarms(interruptedDesign(32, 17), 3, 0.6) // 0.342: a change of slope is "found" in a third
 */
export function autocorrelationAlarms(design: Matrix, term: number, rho: number, alpha = 0.05): number {
  const df = design.length - (design[0]?.length ?? 0);
  const { covariance } = leastSquares(
    design,
    design.map(() => 0),
  );
  const noise = unitNoise(design.length, rho);
  const solver = product(product(covariance, transpose(design)), noise);
  const residuals = product(design, solver).map((row, i) => row.map((value, j) => at(noise, i, j) - value));
  const row = solver[term] as readonly number[];
  const cost = tQuantile(alpha / 2, df, 'upper') ** 2 / df;
  const columns = transpose(residuals);
  const form = row.map((a, i) => {
    const squares = times(columns, columns[i] as readonly number[]);
    return row.map((b, j) => (a * b) / at(covariance, term, term) - cost * (squares[j] as number));
  });
  return quadraticFormUpper(symmetricEigenvalues(form));
}

/** L with LL' = rho^|i - j|: stationary AR(1) errors of variance 1 from independent ones. */
function unitNoise(n: number, rho: number): Matrix {
  const fresh = Math.sqrt(1 - rho * rho);
  return Array.from({ length: n }, (_, i) =>
    Array.from({ length: n }, (_row, j) => (j > i ? 0 : j === 0 ? rho ** i : fresh * rho ** (i - j))),
  );
}
