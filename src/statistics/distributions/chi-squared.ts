import type { Tail } from '../special/tails.ts';
import { gammaLower, gammaQuantile, gammaUpper } from './gamma.ts';

/** P(X <= x), X chi-squared with df degrees of freedom. */
export function chiSquaredLower(x: number, df: number): number {
  return gammaLower(x, df / 2, 2);
}

/** P(X >= x), X chi-squared with df degrees of freedom. */
export function chiSquaredUpper(x: number, df: number): number {
  return gammaUpper(x, df / 2, 2);
}

/** x with P(X <= x) = p, or P(X >= x) = p for the upper tail. */
export function chiSquaredQuantile(p: number, df: number, tail: Tail = 'lower'): number {
  return gammaQuantile(p, df / 2, 2, tail);
}
