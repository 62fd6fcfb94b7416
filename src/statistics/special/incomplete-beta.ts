import { continuedFraction } from './continued-fraction.ts';
import { binomialMass } from './point-mass.ts';
import { LARGE_SHAPE, tailIntegral } from './tail-integral.ts';
import { fromLower, fromUpper, type Tails } from './tails.ts';

/** x^a y^b / B(a, b), a and b > 0, y = 1 - x. */
export function betaFactor(a: number, b: number, x: number, y: number): number {
  return (binomialMass(a, a + b, x, y) * (a * b)) / (a + b);
}

/**
 * Regularised incomplete beta function I_x(a, b) (lower) and its complement (upper), a and b > 0. `y` is 1 - x, given by the
 * caller so that neither end loses digits. Continued fraction of Didonato and Morris 1992 (equation 5, after Aroian), for the
 * tail on x's side of the mean; where both shapes are 100,000 or more the integral of the density.
 */
export function incompleteBeta(a: number, b: number, x: number, y: number): Tails {
  if (x <= 0) return { lower: 0, upper: 1 };
  if (y <= 0) return { lower: 1, upper: 0 };
  if (Math.min(a, b) >= LARGE_SHAPE) return ofLargeShapes(a, b, x, y);
  const factor = betaFactor(a, b, x, y);
  const belowMean = a * y > b * x;
  return belowMean ? fromLower(factor / fraction(a, b, x, y)) : fromUpper(factor / fraction(b, a, y, x));
}

/** By integrating the density of the tail that is small: the fraction does not end soon near the mean of large shapes. */
function ofLargeShapes(a: number, b: number, x: number, y: number): Tails {
  const n = a + b;
  const distance = (a * y - b * x) / n;
  const spread = Math.sqrt(((a / n) * (b / n)) / n);
  const density = (p: number, q: number): number => (p > 0 && q > 0 ? (n - 1) * binomialMass(a - 1, n - 2, p, q) : 0);
  if (distance > 0) return fromLower(tailIntegral((out) => density(x - out, y + out), spread, distance));
  return fromUpper(tailIntegral((out) => density(x + out, y - out), spread, -distance));
}

function fraction(a: number, b: number, x: number, y: number): number {
  const toMean = a * y - b * x;
  return continuedFraction((a * (toMean + 1)) / (a + 1), (m) => {
    const position = a + 2 * m;
    const before = position - 1;
    const numerator = ((m * (a + m - 1)) / before) * ((a + b + m - 1) / before) * (b - m) * x * x;
    const denominator = m + (m * (b - m) * x) / before + ((a + m) * (toMean + 1 + m * (1 + y))) / (position + 1);
    return [numerator, denominator];
  });
}
