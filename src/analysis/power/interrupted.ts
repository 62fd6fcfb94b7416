import { tQuantile } from '../../statistics/distributions/t.ts';
import { leastSquares } from '../../statistics/linear/least-squares.ts';
import { at, type Matrix, product, quadraticForm, transpose } from '../../statistics/linear/matrix.ts';
import { whiten } from '../../statistics/linear/whiten.ts';

/** Rows 1, t, post, s of n quarters, the t0-th (from 1) the first after the change. */
export function interruptedDesign(n: number, first: number): Matrix {
  return Array.from({ length: n }, (_, i) => [1, i + 1, i + 1 >= first ? 1 : 0, Math.max(0, i + 1 - first)]);
}

/** Variances over sigma^2: of generalised least squares, of ordinary least squares, and what the latter is taken for. */
interface DesignErrors {
  readonly gls: Matrix;
  readonly ols: Matrix;
  readonly naive: Matrix;
}

/**
 * Covariance of the segmented model's terms at error variance 1 and autocorrelation rho: (X'R^-1X)^-1 by generalised least squares,
 * B X'RX B by ordinary, and B = (X'X)^-1 that ordinary least squares reports. methods.md 2(g) 4.
 */
export function designErrors(design: Matrix, rho: number): DesignErrors {
  const zeros = design.map(() => 0);
  const times = design.map((_, i) => i);
  const whitened = whiten(design, zeros, times, rho);
  const naive = leastSquares(design, zeros).covariance;
  const correlation = design.map((_, i) => design.map((_row, j) => rho ** Math.abs(i - j)));
  const middle = product(product(transpose(design), correlation), design);
  return {
    gls: leastSquares(whitened.design, zeros).covariance,
    ols: product(product(naive, middle), naive),
    naive,
  };
}

/** What a segmented log-linear model of counts would find. */
export interface CountDesign {
  readonly quartersBefore: number;
  readonly quartersAfter: number;
  /** Events a quarter before: the practice's, and the comparator's where there is one. */
  readonly events: number;
  readonly others: number | null;
  readonly dispersion: number;
  readonly autocorrelation: number;
  readonly power?: number;
  readonly alpha?: number;
}

/** Size of the smallest change on the log scale by term; `end` is the effect in the last quarter. Standard errors beside. */
export interface LogDetectable {
  readonly level: number;
  readonly slope: number;
  readonly end: number;
  readonly levelError: number;
  readonly slopeError: number;
  readonly endError: number;
  /** Standard errors from 0 at which a change is found with the power asked for. */
  readonly reach: number;
  readonly df: number;
}

/**
 * (t_(1-alpha/2) + t_power) standard errors, Var = phi (X'R^-1X)^-1 / W with W = m M / (m + M), or m without a comparator.
 * methods.md 2(g) 5. Null without a degree of freedom.
 */
export function detectableCounts(design: CountDesign): LogDetectable | null {
  const { quartersBefore, quartersAfter, events, others, dispersion, autocorrelation } = design;
  const { power = 0.8, alpha = 0.05 } = design;
  const n = quartersBefore + quartersAfter;
  const df = n - 4;
  if (df <= 0 || quartersBefore < 2 || quartersAfter < 2 || !(events > 0)) return null;
  const weight = others === null ? events : (events * others) / (events + others);
  const { gls } = designErrors(interruptedDesign(n, quartersBefore + 1), autocorrelation);
  const reach = tQuantile(alpha / 2, df, 'upper') + tQuantile(power, df);
  const error = (variance: number) => Math.sqrt((dispersion * variance) / weight);
  const levelError = error(at(gls, 2, 2));
  const slopeError = error(at(gls, 3, 3));
  const endError = error(quadraticForm(gls, [0, 0, 1, quartersAfter - 1]));
  return {
    level: reach * levelError,
    slope: reach * slopeError,
    end: reach * endError,
    levelError,
    slopeError,
    endError,
    reach,
    df,
  };
}
