import { poissonMass } from '../special/point-mass.ts';
import type { Tail, Tails } from '../special/tails.ts';
import { invert } from './invert.ts';
import { normalDensity, normalTails } from './normal.ts';

/** The part of its peak at which the integrand may be neglected. */
const NEGLIGIBLE = 1e-18;
/** Standard deviations within which a normal tail is far from vanishing. */
const FAR = 30;
const RELATIVE_ERROR = 1e-14;
const MAX_HALVINGS = 12;

/**
 * Both tails of the noncentral t distribution (Z + ncp) / sqrt(chi-squared / df). P(T <= t) is the mean of P(Z <= t s - ncp) over
 * s = sqrt(chi-squared / df); the trapezoidal rule in log s, whose sums converge geometrically, so that either tail keeps its
 * digits however small it is. (The series of Lenth 1989, AS 243, as used by R, is off by 1e-7 in the far tail of golden case 00.)
 */
function noncentralTTails(t: number, df: number, ncp: number): Tails {
  if (t < 0) {
    const { lower, upper } = noncentralTTails(-t, df, -ncp);
    return { lower: upper, upper: lower };
  }
  const start = visible(t, ncp);
  return {
    lower: mixture(df, (s) => normalTails(t * s - ncp).lower, start),
    upper: mixture(df, (s) => normalTails(t * s - ncp).upper, start),
  };
}

/** P(T <= t), T noncentral t. */
export function noncentralTLower(t: number, df: number, ncp: number): number {
  return noncentralTTails(t, df, ncp).lower;
}

/** P(T >= t), T noncentral t. */
export function noncentralTUpper(t: number, df: number, ncp: number): number {
  return noncentralTTails(t, df, ncp).upper;
}

/** t with P(T <= t) = p, or P(T >= t) = p for the upper tail. */
export function noncentralTQuantile(p: number, df: number, ncp: number, tail: Tail = 'lower'): number {
  if (p <= 0 || p >= 1) return p <= 0 === (tail === 'lower') ? -Infinity : Infinity;
  const tailsAt = (t: number) => ({
    ...noncentralTTails(t, df, ncp),
    slope: mixture(df, (s) => s * normalDensity(t * s - ncp), visible(t, ncp)),
  });
  return invert(tailsAt, p, tail, ncp, Math.sqrt(1 + (ncp * ncp) / (2 * df)));
}

/** An s near 1 at which neither tail of t s - ncp has vanished. */
function visible(t: number, ncp: number): number {
  const z = t - ncp;
  const nearer = (ncp + Math.sign(z) * FAR) / t;
  return Math.abs(z) > FAR && nearer > 0 ? nearer : 1;
}

/**
 * Mean of f(s) over s = sqrt(chi-squared / df), f(s) >= 0 and without a second peak; the peak is looked for from `start`, or from 1
 * where chi-squared never comes near `start`.
 */
function mixture(df: number, f: (s: number) => number, start: number): number {
  const integrand = (u: number) => f(Math.exp(u)) * df * poissonMass(df / 2, (df / 2) * Math.exp(2 * u));
  const width = 1 / Math.sqrt(2 * df);
  const peak = climb(integrand, integrand(Math.log(start)) > 0 ? Math.log(start) : 0, width);
  const floor = integrand(peak) * NEGLIGIBLE;
  if (floor === 0) return 0;
  return trapezoid(integrand, leave(integrand, peak, -width, floor), leave(integrand, peak, width, floor));
}

/** Walks uphill from u in steps that halve whenever neither side is higher: near the peak of a function with one. */
function climb(f: (u: number) => number, start: number, width: number): number {
  let u = start;
  let value = f(u);
  for (let step = width; step > width / 8; ) {
    const right = f(u + step);
    const left = f(u - step);
    if (right > value || left > value) {
      u += right > left ? step : -step;
      value = Math.max(left, right);
      step *= 2;
    } else step /= 4;
  }
  return u;
}

/** The first place in strides of `stride` from the peak where f has fallen to `floor`. */
function leave(f: (u: number) => number, peak: number, stride: number, floor: number): number {
  let u = peak + stride;
  while (f(u) > floor) u += stride;
  return u;
}

/** Integral by the trapezoidal rule, halving the step until it no longer changes. The ends contribute nothing. */
function trapezoid(f: (u: number) => number, from: number, to: number): number {
  let panels = 32;
  let step = (to - from) / panels;
  let sum = 0;
  for (let i = 1; i < panels; i += 1) sum += f(from + i * step);
  let integral = sum * step;
  for (let halving = 0; halving < MAX_HALVINGS; halving += 1) {
    for (let i = 0; i < panels; i += 1) sum += f(from + (i + 0.5) * step);
    panels *= 2;
    step /= 2;
    const before = integral;
    integral = sum * step;
    if (Math.abs(integral - before) <= RELATIVE_ERROR * integral) break;
  }
  return integral;
}
