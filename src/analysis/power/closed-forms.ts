import { binomialLower, binomialUpper } from '../../statistics/distributions/binomial.ts';
import { noncentralTLower, noncentralTUpper } from '../../statistics/distributions/noncentral-t.ts';
import { normalQuantile } from '../../statistics/distributions/normal.ts';
import { poissonProbability, poissonQuantile } from '../../statistics/distributions/poisson.ts';
import { quadraticFormUpper } from '../../statistics/distributions/quadratic-form.ts';
import { tQuantile } from '../../statistics/distributions/t.ts';
import { symmetricEigenvalues } from '../../statistics/linear/eigenvalues.ts';
import { leastSquares } from '../../statistics/linear/least-squares.ts';
import { at, type Matrix, product, times, transpose } from '../../statistics/linear/matrix.ts';
import { bisect } from '../../statistics/roots.ts';

/** Totals rarer than this are left out. */
const NEGLIGIBLE = 1e-10;

/**
 * Power of the exact conditional test that two Poisson counts of equal person-time have one mean, where they have the means given:
 * over all totals N, the chance that X given N lies where the central P of Bin(N, 1/2) is below alpha. methods.md 2(g) 2.
 */
export function exactConditionalPower(before: number, after: number, alpha = 0.05): number {
  const mean = before + after;
  const chance = after / mean;
  const last = poissonQuantile(NEGLIGIBLE, mean, 'upper');
  let power = 0;
  for (let total = poissonQuantile(NEGLIGIBLE, mean); total <= last; total += 1) {
    const most = largestRejected(total, alpha);
    if (most < 0) continue;
    const rejected = binomialLower(most, total, chance) + binomialUpper(total - most, total, chance);
    power += poissonProbability(total, mean) * rejected;
  }
  return power;
}

/** The largest count below the middle whose central P is below alpha; -1 where there is none. By halving. */
function largestRejected(total: number, alpha: number): number {
  let low = -1;
  let high = Math.floor(total / 2);
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (2 * binomialLower(middle, total, 0.5) < alpha) low = middle;
    else high = middle;
  }
  return low;
}

/** Expected events of two periods: the practice's before, and the comparator's before and after where there is one. */
export interface TwoYears {
  readonly before: number;
  /** Person-time after over before; 1 where the list stays. */
  readonly growth?: number;
  readonly comparatorBefore?: number;
  readonly comparatorAfter?: number;
  readonly dispersion?: number;
  readonly power?: number;
  readonly alpha?: number;
}

const STEP = 0.005;
const HIGHEST = 1e6;

/**
 * Smallest fall and rise of a rate ratio (against a comparator: ratio of ratios) that a Wald test would find: |ln R| =
 * (z_(1-alpha/2) + z_power) sqrt(phi (1/x0 + 1/(x0 k R) + 1/c0 + 1/c1)), the root nearest 1. methods.md 2(g) 1. `lower` is null
 * where there is none: no fall, however large, would be found with this power (methods.md 4.6).
 * @example detectableRateRatio({ before: 100 }).lower // 0.6384
 */
export function detectableRateRatio(years: TwoYears): { readonly lower: number | null; readonly upper: number | null } {
  const { before, growth = 1, comparatorBefore = Infinity, comparatorAfter = Infinity, dispersion = 1 } = years;
  const { power = 0.8, alpha = 0.05 } = years;
  if (!(before > 0)) return { lower: null, upper: null };
  const reach = normalQuantile(alpha / 2, 'upper') + normalQuantile(power);
  const noise = 1 / before + 1 / comparatorBefore + 1 / comparatorAfter;
  const excess = (ratio: number) =>
    Math.abs(Math.log(ratio)) - reach * Math.sqrt(dispersion * (noise + 1 / (before * growth * ratio)));
  let below = 1;
  while (below > STEP && excess(below) <= 0) below -= STEP;
  let above = 2;
  while (above < HIGHEST && excess(above) <= 0) above *= 2;
  return {
    lower: excess(below) > 0 ? bisect(excess, below, Math.min(1, below + STEP)) : null,
    upper: excess(above) > 0 ? bisect(excess, 1, above) : null,
  };
}

/** Power of a two-sided t test whose estimate lies `ncp` standard errors from 0. methods.md 2(g) 3. */
export function tTestPower(ncp: number, df: number, alpha = 0.05): number {
  const critical = tQuantile(alpha / 2, df, 'upper');
  return noncentralTLower(-critical, df, ncp) + noncentralTUpper(critical, df, ncp);
}

/** How many standard errors from 0 an effect must lie to be found with this power. */
export function detectableNcp(df: number, power = 0.8, alpha = 0.05): number {
  return bisect((ncp) => tTestPower(ncp, df, alpha) - power, 0.1, 20);
}

/** Standard error of the slope of n points without gaps about a line with residual standard deviation sigma, and the smallest slope found. */
export function detectableSlope(n: number, sigma: number, power = 0.8, alpha = 0.05) {
  const se = sigma / Math.sqrt((n * (n * n - 1)) / 12);
  return { se, slope: se * detectableNcp(n - 2, power, alpha) };
}

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
