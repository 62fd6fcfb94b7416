import { incompleteBeta } from '../special/incomplete-beta.ts';
import { fromUpper, type Tail, type Tails } from '../special/tails.ts';
import { betaOddsQuantile } from './beta.ts';
import { normalQuantile, normalTails } from './normal.ts';

/** Both tails of Student's t with df degrees of freedom (Infinity: the normal distribution). */
function tTails(t: number, df: number): Tails {
  if (df === Infinity) return normalTails(t);
  const square = t * t;
  const outside = incompleteBeta(df / 2, 0.5, 1 / (1 + square / df), 1 / (1 + df / square)).lower;
  const tails = fromUpper(outside / 2);
  return t >= 0 ? tails : { lower: tails.upper, upper: tails.lower };
}

/** P(T <= t), T Student's t with df degrees of freedom. */
export function tLower(t: number, df: number): number {
  return tTails(t, df).lower;
}

/** P(T >= t), T Student's t with df degrees of freedom. */
export function tUpper(t: number, df: number): number {
  return tTails(t, df).upper;
}

/**
 * t with P(T <= t) = p, or P(T >= t) = p for the upper tail.
 * @example tQuantile(0.975, 13) // 2.160368656462792
 */
export function tQuantile(p: number, df: number, tail: Tail = 'lower'): number {
  if (df === Infinity) return normalQuantile(p, tail);
  const outside = 2 * Math.min(p, 1 - p);
  const size = Math.sqrt(df / betaOddsQuantile(outside, df / 2, 0.5));
  return p < 0.5 === (tail === 'lower') ? -size : size;
}
