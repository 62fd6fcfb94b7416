import { betaFactor, incompleteBeta } from '../special/incomplete-beta.ts';
import type { Tail } from '../special/tails.ts';
import { invert } from './invert.ts';

/** P(X <= x), X beta distributed with shapes a and b. */
export function betaLower(x: number, a: number, b: number): number {
  return incompleteBeta(a, b, x, 1 - x).lower;
}

/** P(X >= x), X beta distributed with shapes a and b. */
export function betaUpper(x: number, a: number, b: number): number {
  return incompleteBeta(a, b, x, 1 - x).upper;
}

/** x with P(X <= x) = p, or P(X >= x) = p for the upper tail. */
export function betaQuantile(p: number, a: number, b: number, tail: Tail = 'lower'): number {
  return fromOdds(Math.log(betaOddsQuantile(p, a, b, tail)));
}

/**
 * x / (1 - x) at that quantile: exact at both ends, where x itself would round to 0 or 1. 0 and Infinity at p = 0 and 1.
 * The t and F quantiles and the exact interval of a rate ratio are multiples of it.
 */
export function betaOddsQuantile(p: number, a: number, b: number, tail: Tail = 'lower'): number {
  if (p <= 0 || p >= 1) return p <= 0 === (tail === 'lower') ? 0 : Infinity;
  const tailsAt = (logOdds: number) => {
    const x = fromOdds(logOdds);
    const y = fromOdds(-logOdds);
    return { ...incompleteBeta(a, b, x, y), slope: betaFactor(a, b, x, y) };
  };
  return Math.exp(invert(tailsAt, p, tail, Math.log(a / b), Math.sqrt(1 / a + 1 / b)));
}

function fromOdds(logOdds: number): number {
  return 1 / (1 + Math.exp(-logOdds));
}
