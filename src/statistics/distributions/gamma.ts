import { incompleteGamma } from '../special/incomplete-gamma.ts';
import { poissonMass } from '../special/point-mass.ts';
import type { Tail } from '../special/tails.ts';
import { invert } from './invert.ts';

/** P(X <= x), X gamma with this shape and scale (mean shape x scale). */
export function gammaLower(x: number, shape: number, scale = 1): number {
  return incompleteGamma(shape, x / scale).lower;
}

/** P(X >= x), X gamma with this shape and scale. */
export function gammaUpper(x: number, shape: number, scale = 1): number {
  return incompleteGamma(shape, x / scale).upper;
}

/** x with P(X <= x) = p, or P(X >= x) = p for the upper tail; found on the scale of log x. 0 and Infinity at the ends. */
export function gammaQuantile(p: number, shape: number, scale = 1, tail: Tail = 'lower'): number {
  if (p <= 0 || p >= 1) return p <= 0 === (tail === 'lower') ? 0 : Infinity;
  const tailsAt = (logX: number) => {
    const x = Math.exp(logX);
    return { ...incompleteGamma(shape, x), slope: shape * poissonMass(shape, x) };
  };
  return scale * Math.exp(invert(tailsAt, p, tail, Math.log(shape), 1 / Math.sqrt(shape)));
}
