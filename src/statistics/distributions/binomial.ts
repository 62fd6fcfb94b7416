import { incompleteBeta } from '../special/incomplete-beta.ts';
import { binomialMass } from '../special/point-mass.ts';
import type { Tail } from '../special/tails.ts';
import { smallestWhole } from './invert.ts';
import { normalQuantile } from './normal.ts';

/** P(X = k), X binomial of n trials with this chance. `complement` is 1 - chance, for a chance so near 1 that this would be rounded. */
export function binomialProbability(k: number, n: number, chance: number, complement = 1 - chance): number {
  return Number.isInteger(k) ? binomialMass(k, n, chance, complement) : 0;
}

/** P(X <= k), X binomial of n trials with this chance. */
export function binomialLower(k: number, n: number, chance: number, complement = 1 - chance): number {
  if (k < 0) return 0;
  const whole = Math.floor(k);
  return whole >= n ? 1 : incompleteBeta(whole + 1, n - whole, chance, complement).upper;
}

/** P(X >= k), X binomial of n trials with this chance: k itself counts, unlike R's upper tail. */
export function binomialUpper(k: number, n: number, chance: number, complement = 1 - chance): number {
  if (k > n) return 0;
  const whole = Math.ceil(k);
  return whole <= 0 ? 1 : incompleteBeta(whole, n - whole + 1, chance, complement).lower;
}

/** Smallest k with P(X <= k) >= p; for the upper tail the smallest k with P(X > k) <= p. */
export function binomialQuantile(p: number, n: number, chance: number, tail: Tail = 'lower'): number {
  if (p <= 0 || p >= 1) return p <= 0 === (tail === 'lower') ? 0 : n;
  const start = n * chance + normalQuantile(p, tail) * Math.sqrt(n * chance * (1 - chance));
  const reached = (k: number) =>
    tail === 'lower' ? binomialLower(k, n, chance) >= p : binomialUpper(k + 1, n, chance) <= p;
  return smallestWhole(reached, Math.min(n, start));
}
