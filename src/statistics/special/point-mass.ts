import { stirlingError } from './log-gamma.ts';

const TWO_PI = 2 * Math.PI;

/** x log(x / mean) + mean - x, without cancellation where x is near the mean (Loader 2000, section 3). */
export function poissonDeviance(x: number, mean: number): number {
  if (x === 0) return mean;
  const difference = x - mean;
  if (!(Math.abs(difference) < 0.1 * (x + mean))) return x * Math.log(x / mean) - difference;
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
 * Logarithm of mean^x e^-mean / gamma(x + 1) for any x >= 0: of the probability of x under a Poisson distribution where x is
 * whole, of the common factor of the incomplete gamma functions elsewhere. Saddle-point form of Loader 2000, "Fast and accurate
 * computation of binomial probabilities". -Infinity where it cannot be.
 */
export function logPoissonMass(x: number, mean: number): number {
  if (x < 0) return -Infinity;
  if (mean === 0) return x === 0 ? 0 : -Infinity;
  if (x === 0) return -mean;
  return -stirlingError(x) - poissonDeviance(x, mean) - 0.5 * Math.log(TWO_PI * x);
}

/** Its exponential: relative error about 1e-15 near the mean, 1e-13 at 1e-300. */
export function poissonMass(x: number, mean: number): number {
  return Math.exp(logPoissonMass(x, mean));
}

/**
 * Logarithm of gamma(n + 1) / (gamma(x + 1) gamma(n - x + 1)) p^x q^(n - x) for any 0 <= x <= n: of the binomial probability
 * where both are whole, of the common factor of the incomplete beta function elsewhere. p + q = 1, both given so that neither
 * is rounded.
 */
export function logBinomialMass(x: number, n: number, p: number, q: number): number {
  if (x < 0 || x > n) return -Infinity;
  if (p === 0) return x === 0 ? 0 : -Infinity;
  if (q === 0) return x === n ? 0 : -Infinity;
  if (x === 0) return logPower(q, p, n);
  if (x === n) return logPower(p, q, n);
  const correction = stirlingError(n) - stirlingError(x) - stirlingError(n - x);
  const exponent = correction - poissonDeviance(x, n * p) - poissonDeviance(n - x, n * q);
  return exponent - 0.5 * Math.log((TWO_PI * x * (n - x)) / n);
}

/** Its exponential. */
export function binomialMass(x: number, n: number, p: number, q: number): number {
  return Math.exp(logBinomialMass(x, n, p, q));
}

/** Logarithm of base^n, where base = 1 - complement. */
function logPower(base: number, complement: number, n: number): number {
  return n * (complement < 0.5 ? Math.log1p(-complement) : Math.log(base));
}
