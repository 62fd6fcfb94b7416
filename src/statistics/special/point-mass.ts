import { stirlingError } from './log-gamma.ts';

const TWO_PI = 2 * Math.PI;

/** x log(x / mean) + mean - x, without cancellation where x is near the mean (Loader 2000, section 3). */
function deviance(x: number, mean: number): number {
  const difference = x - mean;
  if (Math.abs(difference) >= 0.1 * (x + mean)) return x * Math.log(x / mean) - difference;
  const ratio = difference / (x + mean);
  const square = ratio * ratio;
  let power = 2 * x * ratio;
  let sum = difference * ratio;
  for (let k = 3; ; k += 2) {
    power *= square;
    const next = sum + power / k;
    if (next === sum) return sum;
    sum = next;
  }
}

/**
 * mean^x e^-mean / gamma(x + 1) for any x >= 0: the probability of x under a Poisson distribution where x is whole, the common
 * factor of the incomplete gamma functions elsewhere. Saddle-point form of Loader 2000, "Fast and accurate computation of
 * binomial probabilities": relative error about 1e-15 near the mean, 1e-13 at 1e-300.
 */
export function poissonMass(x: number, mean: number): number {
  if (x < 0) return 0;
  if (mean === 0) return x === 0 ? 1 : 0;
  if (x === 0) return Math.exp(-mean);
  return Math.exp(-stirlingError(x) - deviance(x, mean)) / Math.sqrt(TWO_PI * x);
}

/**
 * gamma(n + 1) / (gamma(x + 1) gamma(n - x + 1)) p^x q^(n - x) for any 0 <= x <= n: the binomial probability where both are
 * whole, the common factor of the incomplete beta function elsewhere. p + q = 1, both given so that neither is rounded.
 */
export function binomialMass(x: number, n: number, p: number, q: number): number {
  if (x < 0 || x > n) return 0;
  if (p === 0) return x === 0 ? 1 : 0;
  if (q === 0) return x === n ? 1 : 0;
  if (x === 0) return power(q, p, n);
  if (x === n) return power(p, q, n);
  const correction = stirlingError(n) - stirlingError(x) - stirlingError(n - x);
  const scale = Math.sqrt(n / (TWO_PI * x * (n - x)));
  return scale * Math.exp(correction - deviance(x, n * p) - deviance(n - x, n * q));
}

/** base^n, where base = 1 - complement. */
function power(base: number, complement: number, n: number): number {
  return Math.exp(n * (complement < 0.5 ? Math.log1p(-complement) : Math.log(base)));
}
