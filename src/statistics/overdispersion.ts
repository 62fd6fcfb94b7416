import { sampleQuantile } from './quantile.ts';

/** How much more units differ among themselves than their standard errors say. */
export interface Overdispersion {
  /** Mean of the squared winsorised z scores. */
  readonly phi: number;
  /** Variance between units, on the scale of the estimates; 0 where chance explains the differences. */
  readonly tau2: number;
  /** The z scores at which the tails were cut. */
  readonly limits: readonly [number, number];
}

const WINSORISED = 0.1;

/**
 * Additive random-effects overdispersion of estimates about 0 (Spiegelhalter 2005; DerSimonian and Laird's moment estimator on
 * z scores winsorised at 10 and 90 per cent). A unit's own standard error becomes sqrt(se^2 + tau2). methods.md 2(f).
 */
export function overdispersion(estimates: readonly number[], errors: readonly number[]): Overdispersion {
  const n = estimates.length;
  const scores = estimates.map((estimate, i) => estimate / (errors[i] as number));
  const limits = [sampleQuantile(scores, WINSORISED), sampleQuantile(scores, 1 - WINSORISED)] as const;
  const phi = sum(scores.map((z) => Math.min(Math.max(z, limits[0]), limits[1]) ** 2)) / n;
  const weights = errors.map((se) => 1 / (se * se));
  const spread = sum(weights) - sum(weights.map((w) => w * w)) / sum(weights);
  const excess = n * phi - (n - 1);
  return { phi, tau2: excess > 0 && spread > 0 ? excess / spread : 0, limits };
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
