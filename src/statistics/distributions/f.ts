import { incompleteBeta } from '../special/incomplete-beta.ts';
import type { Tail, Tails } from '../special/tails.ts';
import { betaOddsQuantile } from './beta.ts';

function fTails(x: number, df1: number, df2: number): Tails {
  const odds = (df1 * x) / df2;
  return incompleteBeta(df1 / 2, df2 / 2, 1 / (1 + 1 / odds), 1 / (1 + odds));
}

/** P(F <= x), F with df1 and df2 degrees of freedom. */
export function fLower(x: number, df1: number, df2: number): number {
  return fTails(x, df1, df2).lower;
}

/** P(F >= x), F with df1 and df2 degrees of freedom. */
export function fUpper(x: number, df1: number, df2: number): number {
  return fTails(x, df1, df2).upper;
}

/** x with P(F <= x) = p, or P(F >= x) = p for the upper tail. */
export function fQuantile(p: number, df1: number, df2: number, tail: Tail = 'lower'): number {
  return (df2 / df1) * betaOddsQuantile(p, df1 / 2, df2 / 2, tail);
}
