import type { Coefficients } from './combination.ts';
import { type LeastSquares, leastSquares } from './least-squares.ts';
import { column, dot, type Matrix, product, scaleMatrix, times, transpose } from './matrix.ts';
import { autocorrelated, scaleRows } from './sandwich.ts';

/** Share of n^(1/3) in the lag for Bartlett weights (Newey and West 1994, table I). */
const BARTLETT = 1.1447;

interface PrewhitenedOptions {
  /** How many lags to allow for; the whole part of `automaticBandwidth` unless given. */
  readonly lag?: number;
  /** Multiply by n / (n - k); not unless asked for, as in R's `sandwich`. */
  readonly adjust?: boolean;
}

export interface Prewhitened extends Coefficients {
  readonly bandwidth: number;
  readonly lag: number;
}

/**
 * Newey and West with prewhitening (Andrews and Monahan 1992) and automatic lag (Newey and West 1994): what `NeweyWest` of R's
 * package sandwich gives unless told otherwise. The rows' scores are freed of their first-order vector autoregression, their
 * covariance taken with Bartlett weights, and the autoregression put back. Rows in time order without gaps. For sensitivity: on
 * short quarterly series it is no safer than `neweyWest`.
 */
export function prewhitenedNeweyWest(design: Matrix, fit: LeastSquares, options: PrewhitenedOptions = {}): Prewhitened {
  const scores = scaleRows(design, fit.residuals);
  const { residuals, factor } = autoregression(scores);
  const bandwidth = bandwidthOf(residuals, design);
  const { lag = Math.floor(bandwidth), adjust = false } = options;
  const spread = autocorrelated(residuals, { lag, adjust: false });
  const recoloured = product(product(factor, spread), transpose(factor));
  const covariance = product(product(fit.covariance, recoloured), fit.covariance);
  const scale = adjust ? design.length / fit.df : 1;
  return { ...fit, covariance: scaleMatrix(covariance, scale), bandwidth, lag };
}

/**
 * How many lags the scores of a fit ask for, not rounded: Newey and West (1994) for Bartlett weights after prewhitening, the
 * constant's score left out of account.
 */
export function automaticBandwidth(design: Matrix, fit: LeastSquares): number {
  return bandwidthOf(autoregression(scaleRows(design, fit.residuals)).residuals, design);
}

function bandwidthOf(whitened: Matrix, design: Matrix): number {
  const n = design.length;
  const weights = (design[0] ?? []).map((first, j) => (column(design, j).every((value) => value === first) ? 0 : 1));
  const series = times(whitened, weights.some((weight) => weight > 0) ? weights : weights.map(() => 1));
  const reach = Math.floor(3 * (n / 100) ** (2 / 9));
  const covariances = Array.from({ length: reach + 1 }, (_, l) =>
    dot(series.slice(l), series.slice(0, series.length - l)),
  );
  const sum = (weight: (l: number) => number) => covariances.reduce((total, c, l) => total + weight(l) * c, 0);
  const level = sum((l) => (l === 0 ? 1 : 2));
  const slope = sum((l) => 2 * l);
  return BARTLETT * (n * (slope / level) ** 2) ** (1 / 3);
}

/** Each row regressed on the one before, without intercept: what is left, and (I - A)^-1, which puts the regression back. */
function autoregression(scores: Matrix): { readonly residuals: Matrix; readonly factor: Matrix } {
  const before = scores.slice(0, -1);
  const after = scores.slice(1);
  const fits = (after[0] ?? []).map((_, j) => leastSquares(before, column(after, j)));
  const left = identity(fits.length).map((row, i) => row.map((one, j) => one - (fits[i]?.coefficients[j] as number)));
  return { residuals: after.map((_, i) => fits.map(({ residuals }) => residuals[i] as number)), factor: inverse(left) };
}

function identity(size: number): number[][] {
  return Array.from({ length: size }, (_, i) => Array.from({ length: size }, (__, j) => (i === j ? 1 : 0)));
}

/** Inverse of a square matrix, column by column. */
function inverse(matrix: Matrix): Matrix {
  return transpose(identity(matrix.length).map((axis) => leastSquares(matrix, axis).coefficients as number[]));
}
