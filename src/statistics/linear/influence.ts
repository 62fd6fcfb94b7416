import { type LeastSquares, leverages } from './least-squares.ts';
import type { Matrix } from './matrix.ts';

/** How much one row weighs in a least-squares fit. Null where it cannot be left out. */
export interface Influence {
  /** Residual over its standard error when the row is left out; t with n - k - 1 degrees of freedom. */
  readonly studentised: number | null;
  /** Cook's distance (Cook 1977). */
  readonly cook: number | null;
}

/** Influence of each row (Belsley, Kuh and Welsch 1980, chapter 2). */
export function influence(design: Matrix, fit: LeastSquares): readonly Influence[] {
  const { residuals, rss, df, coefficients } = fit;
  const leverage = leverages(design);
  const variance = rss / df;
  return residuals.map((residual, i) => {
    const free = 1 - (leverage[i] as number);
    const without = (rss - (residual * residual) / free) / (df - 1);
    const estimable = free > 1e-10 && df > 1 && without > 0;
    return {
      studentised: estimable ? residual / Math.sqrt(without * free) : null,
      cook: estimable ? ((residual / free) ** 2 * (1 - free)) / (variance * coefficients.length) : null,
    };
  });
}
