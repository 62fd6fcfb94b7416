import type { Tail, Tails } from '../special/tails.ts';
import { fromUpper } from '../special/tails.ts';
import { invert } from './invert.ts';

const SQRT_TWO_PI = Math.sqrt(2 * Math.PI);
const SMALLEST_NORMAL = 2 ** -1022;

/** Step of the trapezoidal sum, and exp(-(n step)^2) for n = 1, 2, ... until it vanishes. */
const STEP = 0.5;
const NODES = Array.from({ length: 13 }, (_, i) => ((i + 1) * STEP) ** 2);
const WEIGHTS = NODES.map((node) => Math.exp(-node));

/** exp(-z^2 / 2), with the square split so that its rounding is not magnified. */
function expHalfSquare(z: number): number {
  const coarse = Math.trunc(z * 16) / 16;
  return Math.exp((-coarse * coarse) / 2) * Math.exp((-(z - coarse) * (z + coarse)) / 2);
}

/** Density of the standard normal distribution. */
export function normalDensity(z: number): number {
  return expHalfSquare(z) / SQRT_TWO_PI;
}

/** P(0 < Z < z) by its power series in z, for |z| up to about 1 (Abramowitz and Stegun 26.2.11). */
function fromCentre(z: number): number {
  let term = z;
  let sum = z;
  for (let k = 3; Math.abs(term) > 1e-17 * Math.abs(sum); k += 2) {
    term *= (z * z) / k;
    sum += term;
  }
  return normalDensity(z) * sum;
}

/**
 * P(Z > z) for z of about 1 or more: the trapezoidal rule for the integral representation of erfc, with its exact correction for
 * the poles (Matta and Reichel 1971, Hunter and Regan 1972); no table, relative error about 1e-15 to the end of the range.
 */
function farTail(z: number): number {
  const x = z / Math.SQRT2;
  const square = x * x;
  let sum = 0.5 / square;
  for (let n = 0; n < NODES.length; n += 1) sum += (WEIGHTS[n] as number) / ((NODES[n] as number) + square);
  const pole = x < Math.PI / STEP ? 1 / Math.expm1((2 * Math.PI * x) / STEP) : 0;
  const tail = ((STEP * x) / Math.PI) * expHalfSquare(z) * sum - pole;
  return tail < SMALLEST_NORMAL ? 0 : tail;
}

/** Both tails of the standard normal distribution at z. A tail below 2.2e-308 is 0. */
export function normalTails(z: number): Tails {
  if (Math.abs(z) < 0.9) {
    const centre = fromCentre(z);
    return { lower: 0.5 + centre, upper: 0.5 - centre };
  }
  const tails = fromUpper(z === Infinity || z === -Infinity ? 0 : farTail(Math.abs(z)));
  return z > 0 ? tails : { lower: tails.upper, upper: tails.lower };
}

/** P(Z <= z), Z standard normal. */
export function normalLower(z: number): number {
  return normalTails(z).lower;
}

/** P(Z >= z), Z standard normal. */
export function normalUpper(z: number): number {
  return normalTails(z).upper;
}

/**
 * z with P(Z <= z) = p, or P(Z >= z) = p for the upper tail. -Infinity and Infinity at 0 and 1.
 * @example normalQuantile(0.975) // 1.959963984540054
 */
export function normalQuantile(p: number, tail: Tail = 'lower'): number {
  if (p <= 0 || p >= 1) return p <= 0 === (tail === 'lower') ? -Infinity : Infinity;
  return invert((z) => ({ ...normalTails(z), slope: normalDensity(z) }), p, tail, 0, 1);
}
