import { continuedFraction } from './continued-fraction.ts';
import { poissonMass } from './point-mass.ts';
import { LARGE_SHAPE, tailIntegral } from './tail-integral.ts';
import { fromLower, fromUpper, type Tails } from './tails.ts';

/**
 * Regularised incomplete gamma functions P(a, x) (lower) and Q(a, x) (upper), a > 0, x >= 0. Below a + 1 the power series
 * (Abramowitz and Stegun 6.5.29), above the continued fraction (6.5.31, contracted): each gives the tail that is
 * small. From a shape of 100,000 on the integral of the density.
 */
export function incompleteGamma(a: number, x: number): Tails {
  if (x <= 0) return { lower: 0, upper: 1 };
  if (x === Infinity) return { lower: 1, upper: 0 };
  if (a >= LARGE_SHAPE) return ofLargeShape(a, x);
  const mass = poissonMass(a, x);
  return x < a + 1 ? fromLower(mass * series(a, x)) : fromUpper(mass * a * fraction(a, x));
}

/** By integrating the density of the tail that is small: neither form above ends soon near the mean of a large shape. */
function ofLargeShape(a: number, x: number): Tails {
  const spread = Math.sqrt(a);
  const density = (t: number): number => (t > 0 ? poissonMass(a - 1, t) : 0);
  if (x < a) return fromLower(tailIntegral((outwards) => density(x - outwards), spread, a - x));
  return fromUpper(tailIntegral((outwards) => density(x + outwards), spread, x - a));
}

/** 1 + x / (a + 1) + x^2 / ((a + 1)(a + 2)) + ... */
function series(a: number, x: number): number {
  let term = 1;
  let sum = 1;
  for (let k = 1; term > sum * 1e-17; k += 1) {
    term *= x / (a + k);
    sum += term;
  }
  return sum;
}

/** 1 / (x + 1 - a - 1 (1 - a) / (x + 3 - a - 2 (2 - a) / (x + 5 - a - ...))) */
function fraction(a: number, x: number): number {
  return 1 / continuedFraction(x + 1 - a, (k) => [k * (a - k), x + 2 * k + 1 - a]);
}
