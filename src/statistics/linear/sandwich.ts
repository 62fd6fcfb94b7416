import type { Coefficients } from './combination.ts';
import { contributions, type LeastSquares, leverages } from './least-squares.ts';
import { type Matrix, scaleMatrix } from './matrix.ts';

/** Weights of squared residuals in the meat of the sandwich, by leverage h (MacKinnon and White 1985). */
const HC_WEIGHTS = {
  HC0: () => 1,
  HC1: (_h: number, n: number, k: number) => n / (n - k),
  HC2: (h: number) => 1 / (1 - h),
  HC3: (h: number) => 1 / (1 - h) ** 2,
} as const;

export type HeteroskedasticKind = keyof typeof HC_WEIGHTS;

/** Coefficients of least squares with a covariance that allows for unequal variances. t on n - k degrees of freedom. */
export function heteroskedastic(design: Matrix, fit: LeastSquares, kind: HeteroskedasticKind): Coefficients {
  const weight = HC_WEIGHTS[kind];
  const n = design.length;
  const k = fit.coefficients.length;
  const leverage = leverages(design);
  const roots = leverage.map((h, i) => Math.sqrt(weight(h, n, k)) * (fit.residuals[i] as number));
  return { ...fit, covariance: spread(scaleRows(contributions(design), roots)) };
}

export interface NeweyWestOptions {
  /** How many lags to allow for; `neweyWestLag` unless given. */
  readonly lag?: number;
  /** Multiply by n / (n - k), as Stata does: the default. */
  readonly adjust?: boolean;
  /** Positions in time (whole numbers, ascending) where quarters are missing: only pairs that far apart count as a lag. */
  readonly times?: readonly number[];
}

/** floor(4 (n / 100)^(2/9)): 3 at 32 quarters, 2 at 15 (Newey and West 1994, rule of thumb). */
export function neweyWestLag(n: number): number {
  return Math.floor(4 * (n / 100) ** (2 / 9));
}

/**
 * Coefficients with the covariance of Newey and West (1987), Bartlett weights 1 - l / (L + 1), no prewhitening. Works on rows
 * in time order. Too small on short quarterly series (methods.md 0.1): for sensitivity.
 */
export function neweyWest(design: Matrix, fit: LeastSquares, options: NeweyWestOptions = {}): Coefficients {
  return { ...fit, covariance: autocorrelated(scaleRows(contributions(design), fit.residuals), options) };
}

/**
 * Covariance of coefficients from what each row adds to their error (the sandwich's bread times the row's score), with the
 * autocorrelation of the rows up to a lag.
 */
export function autocorrelated(rows: Matrix, options: NeweyWestOptions): Matrix {
  const n = rows.length;
  const { lag = neweyWestLag(n), adjust = true, times = rows.map((_, i) => i) } = options;
  const rowAt = new Map(times.map((time, i) => [time, rows[i] as readonly number[]]));
  const total = spread(rows);
  for (let l = 1; l <= lag; l += 1) {
    const weight = 1 - l / (lag + 1);
    rows.forEach((row, i) => {
      const earlier = rowAt.get((times[i] as number) - l);
      if (earlier) addOuter(total, row, earlier, weight);
      if (earlier) addOuter(total, earlier, row, weight);
    });
  }
  return adjust ? scaleMatrix(total, n / (n - total.length)) : total;
}

/** Sum of the outer products of the rows with themselves. */
function spread(rows: Matrix): number[][] {
  const size = rows[0]?.length ?? 0;
  const total = Array.from({ length: size }, () => new Array<number>(size).fill(0));
  for (const row of rows) addOuter(total, row, row, 1);
  return total;
}

/** Each row times its own factor. */
export function scaleRows(rows: Matrix, factors: readonly number[]): Matrix {
  return rows.map((row, i) => row.map((value) => value * (factors[i] as number)));
}

function addOuter(total: number[][], a: readonly number[], b: readonly number[], weight: number): void {
  total.forEach((row, i) => {
    row.forEach((value, j) => {
      row[j] = value + weight * (a[i] as number) * (b[j] as number);
    });
  });
}
