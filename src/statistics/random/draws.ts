import { logGamma } from '../special/log-gamma.ts';
import type { RandomSource } from './generator.ts';

/** A draw from the standard normal distribution, by the polar method (Marsaglia and Bray 1964). */
export function normalDraw(random: RandomSource): number {
  for (;;) {
    const x = 2 * random.next() - 1;
    const y = 2 * random.next() - 1;
    const square = x * x + y * y;
    if (square > 0 && square < 1) return x * Math.sqrt((-2 * Math.log(square)) / square);
  }
}

/** A draw from the gamma distribution with this shape and scale (mean shape x scale), after Marsaglia and Tsang (2000). NaN if there is none. */
export function gammaDraw(random: RandomSource, shape: number, scale = 1): number {
  if (!(shape > 0 && shape < Infinity)) return Number.NaN;
  if (shape < 1) return gammaDraw(random, shape + 1, scale) * (1 - random.next()) ** (1 / shape);
  const d = shape - 1 / 3;
  const c = 1 / Math.sqrt(9 * d);
  for (;;) {
    const z = normalDraw(random);
    const v = (1 + c * z) ** 3;
    if (v > 0 && Math.log(1 - random.next()) < 0.5 * z * z + d - d * v + d * Math.log(v)) return scale * d * v;
  }
}

/** Below this mean counts are drawn by multiplying or inverting, above by rejection. */
const SMALL_MEAN = 10;

/** A draw from the Poisson distribution: products of uniforms (Knuth), or PTRS of Hormann (1993) from a mean of 10. NaN if none. */
export function poissonDraw(random: RandomSource, mean: number): number {
  if (!(mean >= 0 && mean < Infinity)) return Number.NaN;
  if (mean < SMALL_MEAN) {
    const limit = Math.exp(-mean);
    let product = random.next();
    let k = 0;
    for (; product > limit; k += 1) product *= random.next();
    return k;
  }
  const logMean = Math.log(mean);
  const b = 0.931 + 2.53 * Math.sqrt(mean);
  const a = -0.059 + 0.02483 * b;
  const inverseAlpha = 1.1239 + 1.1328 / (b - 3.4);
  const squeeze = 0.9277 - 3.6224 / (b - 2);
  for (;;) {
    const u = random.next() - 0.5;
    const v = 1 - random.next();
    const distance = 0.5 - Math.abs(u);
    const k = Math.floor(((2 * a) / distance + b) * u + mean + 0.43);
    if (distance >= 0.07 && v <= squeeze) return k;
    if (k < 0 || (distance < 0.013 && v > distance)) continue;
    const proposal = Math.log((v * inverseAlpha) / (a / (distance * distance) + b));
    if (proposal <= k * logMean - mean - logGamma(k + 1)) return k;
  }
}

/** A draw from the binomial distribution: inversion, or BTRS of Hormann (1993) where 10 or more are expected on either side. NaN if none. */
export function binomialDraw(random: RandomSource, n: number, chance: number): number {
  if (!(n >= 0 && n < Infinity && chance >= 0 && chance <= 1)) return Number.NaN;
  if (chance > 0.5) return n - binomialDraw(random, n, 1 - chance);
  return n * chance < SMALL_MEAN ? invertedBinomial(random, n, chance) : rejectedBinomial(random, n, chance);
}

function invertedBinomial(random: RandomSource, n: number, chance: number): number {
  const odds = chance / (1 - chance);
  let left = random.next();
  let probability = Math.exp(n * Math.log1p(-chance));
  let k = 0;
  while (left > probability && k < n) {
    left -= probability;
    probability *= (odds * (n - k)) / (k + 1);
    k += 1;
  }
  return k;
}

function rejectedBinomial(random: RandomSource, n: number, chance: number): number {
  const spread = Math.sqrt(n * chance * (1 - chance));
  const b = 1.15 + 2.53 * spread;
  const a = -0.0873 + 0.0248 * b + 0.01 * chance;
  const centre = n * chance + 0.5;
  const squeeze = 0.92 - 4.2 / b;
  const alpha = (2.83 + 5.1 / b) * spread;
  const logOdds = Math.log(chance / (1 - chance));
  const mode = Math.floor((n + 1) * chance);
  const atMode = logGamma(mode + 1) + logGamma(n - mode + 1);
  for (;;) {
    const u = random.next() - 0.5;
    const v = 1 - random.next();
    const distance = 0.5 - Math.abs(u);
    const k = Math.floor(((2 * a) / distance + b) * u + centre);
    if (distance >= 0.07 && v <= squeeze) return k;
    if (k < 0 || k > n) continue;
    const proposal = Math.log((v * alpha) / (a / (distance * distance) + b));
    if (proposal <= atMode - logGamma(k + 1) - logGamma(n - k + 1) + (k - mode) * logOdds) return k;
  }
}
