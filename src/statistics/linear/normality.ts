import { chiSquaredUpper } from '../distributions/chi-squared.ts';
import { normalQuantile, normalUpper } from '../distributions/normal.ts';
import { polynomial } from '../special/polynomial.ts';
import type { TestResult } from '../test-result.ts';
import { dot } from './matrix.ts';

/** Royston's approximation holds for samples of 3 to 5,000. */
const SIZES = { from: 3, to: 5000 } as const;

/** Corrections of the two outermost weights, in 1 / sqrt(n). */
const OUTERMOST = [0, 0.221157, -0.147981, -2.07119, 4.434685, -2.706056];
const SECOND = [0, 0.042981, -0.293762, -1.752461, 5.682633, -3.582633];

/** Mean and log standard deviation of the transformed statistic: up to 11 values in n, from 12 in log n. */
const SMALL_MEAN = [0.544, -0.39978, 0.025054, -6.714e-4];
const SMALL_LOG_DEVIATION = [1.3822, -0.77857, 0.062767, -0.0020322];
const SMALL_END = [-2.273, 0.459];
const MEAN = [-1.5861, -0.31082, -0.083751, 0.0038915];
const LOG_DEVIATION = [-0.4803, -0.082676, 0.0030302];

/**
 * Shapiro and Wilk (1965): whether the values may have come from one normal distribution; W is 1 for a straight normal plot.
 * Weights and P by Royston's approximation (1995, algorithm AS R94), for 3 to 5,000 values. Null outside, and for equal values.
 * @example shapiroWilk([148, 154, 158, 160, 161, 162, 166, 170, 182, 195, 236])?.statistic // 0.789
 */
export function shapiroWilk(values: readonly number[]): TestResult | null {
  const n = values.length;
  const sorted = [...values].sort((a, b) => a - b);
  const [lowest = 0] = sorted;
  const range = (sorted.at(-1) ?? 0) - lowest;
  if (n < SIZES.from || n > SIZES.to || !(range > 0)) return null;
  const mean = sorted.reduce((sum, value) => sum + (value - lowest) / range, 0) / n;
  const centred = sorted.map((value) => (value - lowest) / range - mean);
  const weights = weightsOf(n);
  const size = Math.sqrt(dot(weights, weights) * dot(centred, centred));
  const product = dot(weights, centred);
  const complement = Math.max(0, ((size - product) / size) * ((size + product) / size));
  return { statistic: 1 - complement, df: null, p: upperTail(complement, n), method: 'Shapiro-Wilk' };
}

/** Weights of the ordered values: antisymmetric, their squares adding to about 1. */
function weightsOf(n: number): readonly number[] {
  const half = Math.floor(n / 2);
  const upper = n === 3 ? [Math.SQRT1_2] : upperWeights(n, half);
  return [...upper.map((weight) => -weight), ...(n % 2 === 1 ? [0] : []), ...upper.reverse()];
}

/** Weights of the largest value, the second largest and so on, to the middle. */
function upperWeights(n: number, half: number): number[] {
  const scores = Array.from({ length: half }, (_, i) => normalQuantile((i + 1 - 0.375) / (n + 0.25), 'upper'));
  const squares = 2 * dot(scores, scores);
  const root = 1 / Math.sqrt(n);
  const corrections = n > 5 ? [OUTERMOST, SECOND] : [OUTERMOST];
  const outer = corrections.map((terms, i) => polynomial(terms, root) + (scores[i] as number) / Math.sqrt(squares));
  const replaced = scores.slice(0, outer.length);
  const scale = Math.sqrt((squares - 2 * dot(replaced, replaced)) / (1 - 2 * dot(outer, outer)));
  return [...outer, ...scores.slice(outer.length).map((score) => score / scale)];
}

/** P of a W as small as 1 - complement. */
function upperTail(complement: number, n: number): number {
  if (n === 3) return Math.max(0, (6 / Math.PI) * (Math.asin(Math.sqrt(1 - complement)) - Math.asin(Math.sqrt(0.75))));
  const log = Math.log(complement);
  if (n > 11) {
    const x = Math.log(n);
    return normalUpper((log - polynomial(MEAN, x)) / Math.exp(polynomial(LOG_DEVIATION, x)));
  }
  const room = polynomial(SMALL_END, n) - log;
  if (room <= 0) return 0;
  return normalUpper((-Math.log(room) - polynomial(SMALL_MEAN, n)) / Math.exp(polynomial(SMALL_LOG_DEVIATION, n)));
}

/**
 * Jarque and Bera (1987): n / 6 (skewness^2 + (kurtosis - 3)^2 / 4), both from moments with divisor n; chi-squared with 2 degrees
 * of freedom, which takes long series. Null for equal values.
 */
export function jarqueBera(
  values: readonly number[],
): (TestResult & { readonly skewness: number; readonly kurtosis: number }) | null {
  const n = values.length;
  const mean = values.reduce((sum, value) => sum + value, 0) / n;
  const moment = (power: number) => values.reduce((sum, value) => sum + (value - mean) ** power, 0) / n;
  const variance = moment(2);
  if (!(variance > 0)) return null;
  const skewness = moment(3) / variance ** 1.5;
  const kurtosis = moment(4) / variance ** 2;
  const statistic = (n / 6) * (skewness ** 2 + (kurtosis - 3) ** 2 / 4);
  return { statistic, df: 2, p: chiSquaredUpper(statistic, 2), method: 'Jarque-Bera', skewness, kurtosis };
}
