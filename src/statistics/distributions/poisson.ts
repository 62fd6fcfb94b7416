import { incompleteGamma } from '../special/incomplete-gamma.ts';
import { poissonMass } from '../special/point-mass.ts';
import type { Tail } from '../special/tails.ts';
import { smallestWhole } from './invert.ts';
import { normalQuantile } from './normal.ts';

/** P(X = k), X Poisson. */
export function poissonProbability(k: number, mean: number): number {
  return Number.isInteger(k) ? poissonMass(k, mean) : 0;
}

/** P(X <= k), X Poisson. */
export function poissonLower(k: number, mean: number): number {
  return k < 0 ? 0 : incompleteGamma(Math.floor(k) + 1, mean).upper;
}

/** P(X >= k), X Poisson: k itself counts, unlike R's upper tail. */
export function poissonUpper(k: number, mean: number): number {
  return k <= 0 ? 1 : incompleteGamma(Math.ceil(k), mean).lower;
}

/** Smallest k with P(X <= k) >= p; for the upper tail the smallest k with P(X > k) <= p. */
export function poissonQuantile(p: number, mean: number, tail: Tail = 'lower'): number {
  if (p <= 0 || p >= 1) return p <= 0 === (tail === 'lower') ? 0 : Infinity;
  const start = mean + normalQuantile(p, tail) * Math.sqrt(mean);
  const reached = (k: number) => (tail === 'lower' ? poissonLower(k, mean) >= p : poissonUpper(k + 1, mean) <= p);
  return smallestWhole(reached, start);
}
