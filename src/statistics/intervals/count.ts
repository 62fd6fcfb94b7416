import { chiSquaredQuantile } from '../distributions/chi-squared.ts';
import { normalQuantile } from '../distributions/normal.ts';
import { CONFIDENCE, type Estimate } from '../estimate.ts';
import type { Exposure } from './exposure.ts';
import { EXACT_BELOW } from './rate-ratio.ts';

/** Exact limits of a Poisson count from chi-squared quantiles (Garwood 1936). */
export function exactCount(count: number, confidence = CONFIDENCE): Estimate {
  const tail = (1 - confidence) / 2;
  const lower = count === 0 ? 0 : chiSquaredQuantile(tail, 2 * count) / 2;
  const upper = chiSquaredQuantile(tail, 2 * count + 2, 'upper') / 2;
  return { ...describe(count, confidence, 'exact Poisson'), lower, upper };
}

/**
 * Byar's approximate limits of a Poisson count (Breslow and Day 1987). The lower limit of a very small count at high confidence
 * can fall below zero: it is returned as it comes.
 */
export function byarCount(count: number, confidence = CONFIDENCE): Estimate {
  const z = normalQuantile((1 - confidence) / 2, 'upper');
  const next = count + 1;
  const lower = count === 0 ? 0 : count * (1 - 1 / (9 * count) - z / (3 * Math.sqrt(count))) ** 3;
  const upper = next * (1 - 1 / (9 * next) + z / (3 * Math.sqrt(next))) ** 3;
  return { ...describe(count, confidence, 'Byar'), lower, upper };
}

/** Exact limits below 10 events, Byar's from 10 on, as the public health guidance of OHID has it. methods.md 2(h). */
export function countInterval(count: number, confidence = CONFIDENCE): Estimate {
  return count < EXACT_BELOW ? exactCount(count, confidence) : byarCount(count, confidence);
}

/** Events for each unit of time at risk with the limits of `countInterval`. Null where there is no time. methods.md 2(h). */
export function crudeRate({ events, time }: Exposure, confidence = CONFIDENCE): Estimate {
  const count = countInterval(events, confidence);
  const rate = (value: number | null) => (value === null || !(time > 0) ? null : value / time);
  return { ...count, estimate: rate(events), lower: rate(count.lower), upper: rate(count.upper) };
}

/**
 * Wilson's score interval of a proportion (Wilson 1927), `count` of `n`. Null limits and estimate where n is 0.
 * @example wilsonInterval(65, 100) // 0.65 (0.5525 to 0.7364)
 */
export function wilsonInterval(count: number, n: number, confidence = CONFIDENCE): Estimate {
  const z = normalQuantile((1 - confidence) / 2, 'upper');
  const proportion = count / n;
  const middle = 2 * count + z * z;
  const reach = z * Math.sqrt(z * z + 4 * count * (1 - proportion));
  const scale = 2 * (n + z * z);
  const known = n > 0;
  return {
    ...describe(known ? proportion : null, confidence, 'Wilson'),
    lower: known ? (middle - reach) / scale : null,
    upper: known ? (middle + reach) / scale : null,
  };
}

function describe(estimate: number | null, confidence: number, method: string) {
  return { estimate, confidence, se: null, df: null, p: null, method, scale: 'identity', dispersion: null } as const;
}
