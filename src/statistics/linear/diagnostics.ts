import { chiSquaredUpper } from '../distributions/chi-squared.ts';
import { fUpper } from '../distributions/f.ts';
import type { FTest, TestResult } from '../test-result.ts';
import { leastSquares } from './least-squares.ts';
import type { Matrix } from './matrix.ts';

/** Autocorrelations of a series at lags 1 to `lags`, about its mean, divisor n (Box and Jenkins). */
export function autocorrelations(series: readonly number[], lags: number): readonly number[] {
  const mean = series.reduce((sum, value) => sum + value, 0) / series.length;
  const centred = series.map((value) => value - mean);
  const variance = centred.reduce((sum, value) => sum + value * value, 0);
  return Array.from({ length: lags }, (_, l) => {
    const products = centred.slice(l + 1).reduce((sum, value, i) => sum + value * (centred[i] as number), 0);
    return products / variance;
  });
}

/**
 * Partial autocorrelations at lags 1 to `lags`: what each lag adds to the shorter ones. Levinson's recursion as given by Durbin
 * (1960), from `autocorrelations`.
 */
export function partialAutocorrelations(series: readonly number[], lags: number): readonly number[] {
  const r = autocorrelations(series, lags);
  const partial: number[] = [];
  let weights: readonly number[] = [];
  r.forEach((value, lag) => {
    const explained = weights.reduce((sum, weight, i) => sum + weight * (r[lag - i - 1] as number), 0);
    const left = weights.reduce((rest, weight, i) => rest - weight * (r[i] as number), 1);
    const own = (value - explained) / left;
    weights = [...weights.map((weight, i) => weight - own * (weights[lag - i - 1] as number)), own];
    partial.push(own);
  });
  return partial;
}

/** How many lags to test: at most 4, a fifth of the points. methods.md 2(c). */
export function defaultLags(n: number): number {
  return Math.max(1, Math.min(4, Math.floor(n / 5)));
}

/** Ljung and Box (1978): no autocorrelation of the residuals at lags 1 to `lags`; chi-squared. Null for a perfect fit. */
export function ljungBox(residuals: readonly number[], lags = defaultLags(residuals.length)): TestResult | null {
  const n = residuals.length;
  if (residuals.every((value) => value === 0)) return null;
  const terms = autocorrelations(residuals, lags).map((r, i) => (r * r) / (n - i - 1));
  const statistic = n * (n + 2) * terms.reduce((sum, term) => sum + term, 0);
  return { statistic, df: lags, p: chiSquaredUpper(statistic, lags), method: 'Ljung-Box' };
}

/** Box and Pierce (1970), the older form of `ljungBox`: too small on short series. Null for a perfect fit. */
export function boxPierce(residuals: readonly number[], lags = defaultLags(residuals.length)): TestResult | null {
  if (residuals.every((value) => value === 0)) return null;
  const statistic = residuals.length * autocorrelations(residuals, lags).reduce((sum, r) => sum + r * r, 0);
  return { statistic, df: lags, p: chiSquaredUpper(statistic, lags), method: 'Box-Pierce' };
}

/**
 * Breusch (1978) and Godfrey (1978): n R-squared of the residuals on the design and their own `order` lags, those before the
 * first row taken as 0; chi-squared. Null where the residuals leave no room for it.
 */
export function breuschGodfrey(
  design: Matrix,
  residuals: readonly number[],
  order = defaultLags(residuals.length),
): TestResult | null {
  return explained(withLags(design, residuals, order), residuals, order, 'Breusch-Godfrey');
}

/** The F form of `breuschGodfrey`, which allows for how short the series is (Kiviet 1986). */
export function breuschGodfreyF(
  design: Matrix,
  residuals: readonly number[],
  order = defaultLags(residuals.length),
): FTest | null {
  const lagged = withLags(design, residuals, order);
  const df = lagged.length - (lagged[0]?.length ?? 0);
  const before = residuals.reduce((sum, value) => sum + value * value, 0);
  if (before === 0 || df <= 0) return null;
  const { rss } = leastSquares(lagged, residuals);
  const statistic = (before - rss) / order / (rss / df);
  return { statistic, terms: order, df, p: fUpper(statistic, order, df), method: 'Breusch-Godfrey, F' };
}

/** The design with the residuals 1 to `order` rows before, 0 where there are none. */
function withLags(design: Matrix, residuals: readonly number[], order: number): Matrix {
  return design.map((row, i) => [...row, ...Array.from({ length: order }, (_, l) => residuals[i - l - 1] ?? 0)]);
}

/** Breusch and Pagan (1979), studentised (Koenker 1981): n R-squared of the squared residuals on the design; chi-squared. */
export function breuschPagan(design: Matrix, residuals: readonly number[]): TestResult | null {
  const squares = residuals.map((value) => value * value);
  return explained(design, squares, (design[0]?.length ?? 1) - 1, 'Breusch-Pagan, studentised');
}

/** n R-squared of y on the design, R-squared about the mean. */
function explained(design: Matrix, y: readonly number[], df: number, method: string): TestResult | null {
  const n = y.length;
  const mean = y.reduce((sum, value) => sum + value, 0) / n;
  const total = y.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  if (total === 0 || n <= (design[0]?.length ?? 0)) return null;
  const statistic = n * (1 - leastSquares(design, y).rss / total);
  return { statistic, df, p: chiSquaredUpper(statistic, df), method };
}
