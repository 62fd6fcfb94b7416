import { maximise } from '../roots.ts';
import { ar1LogLikelihood } from './ar1-likelihood.ts';
import { type Coefficients, classical } from './combination.ts';
import { leastSquares } from './least-squares.ts';
import { dot, type Matrix, scaleMatrix } from './matrix.ts';
import { RHO_LIMIT } from './prais-winsten.ts';
import { whiten } from './whiten.ts';

type LikelihoodKind = 'reml' | 'ml';

/** Generalised least squares at one autocorrelation rho. */
interface Ar1Profile {
  readonly rho: number;
  /** Null for a perfect fit, which is infinitely likely. */
  readonly logLikelihood: number | null;
  readonly estimates: Coefficients;
  /** Standard deviation of a single error. */
  readonly sigma: number;
  /** Observed less fitted. */
  readonly residuals: readonly number[];
  /** Free of the autocorrelation, with the errors' standard deviation. */
  readonly innovations: readonly number[];
}

/** The fit at the most likely rho. */
export interface Ar1Fit extends Ar1Profile {
  /** The likelihood still rises at the end of the range that is searched: rho is not to be relied on. */
  readonly atBound: boolean;
}

const GRID_STEP = 0.02;
const RHO_TOLERANCE = 1e-10;

/**
 * Regression with errors of first-order autocorrelation rho^|gap|, rho by restricted maximum likelihood (`reml`) or maximum
 * likelihood (`ml`); t on n - k degrees of freedom. `times` (whole numbers, ascending) says where quarters are missing.
 * Grid over (-0.99, 0.99), then golden section; rho 0 for a perfect fit. Preferred from 12 points (Turner and colleagues 2021). methods.md 2(c).
 */
export function ar1(
  design: Matrix,
  y: readonly number[],
  kind: LikelihoodKind = 'reml',
  times: readonly number[] = y.map((_, i) => i),
): Ar1Fit {
  const independent = ar1Profile(design, y, 0, kind, times);
  if (independent.logLikelihood === null) return { ...independent, atBound: false };
  const logLikelihood = ar1LogLikelihood(design, independent.residuals, kind === 'reml', times);
  const rho = maximise(logLikelihood, -RHO_LIMIT, RHO_LIMIT, GRID_STEP, RHO_TOLERANCE);
  return { ...ar1Profile(design, y, rho, kind, times), atBound: Math.abs(rho) > RHO_LIMIT - GRID_STEP / 100 };
}

/** The likelihood and generalised least squares at a given rho. */
export function ar1Profile(
  design: Matrix,
  y: readonly number[],
  rho: number,
  kind: LikelihoodKind = 'reml',
  times: readonly number[] = y.map((_, i) => i),
): Ar1Profile {
  const rows = whiten(design, y, times, rho);
  const fit = leastSquares(rows.design, rows.y);
  const restricted = kind === 'reml';
  const divisor = restricted ? fit.df : y.length;
  const variance = fit.rss / divisor;
  const penalty = rows.logDeterminant + (restricted ? fit.logDeterminant : 0);
  return {
    rho,
    logLikelihood: variance > 0 ? -0.5 * (divisor * (Math.log(2 * Math.PI * variance) + 1) + penalty) : null,
    estimates: { ...classical(fit), covariance: scaleMatrix(fit.covariance, variance) },
    sigma: Math.sqrt(variance),
    residuals: design.map((row, i) => (y[i] as number) - dot(row, fit.coefficients)),
    innovations: fit.residuals,
  };
}
