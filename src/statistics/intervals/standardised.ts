import { CONFIDENCE, type Estimate } from '../estimate.ts';
import { byarCount, countInterval } from './count.ts';
import { waldEstimate } from './wald.ts';

/** One band of a population: its events, its people and the weight of the band in the standard population. */
export interface Band {
  readonly events: number;
  readonly population: number;
  readonly weight: number;
}

/** People of a band who had the same number of events. */
export interface RepeatBand {
  readonly frequency: number;
  readonly persons: number;
  readonly population: number;
  readonly weight: number;
}

/** With fewer events than this a directly standardised rate is not given. */
const FEWEST_EVENTS = 10;

interface DirectOptions {
  readonly confidence?: number;
  /** Of the rate, where events are not independent: `repeatVariance`. */
  readonly variance?: number;
}

/**
 * Directly standardised rate per person, sum(w x / n) / sum w, with the limits of Dobson and colleagues (1991) around Byar's of
 * the total count. Everything null with fewer than 10 events, or where a band has no people. methods.md 2(h).
 */
export function directRate(bands: readonly Band[], options: DirectOptions = {}): Estimate {
  const { confidence = CONFIDENCE } = options;
  const describe = {
    confidence,
    df: null,
    p: null,
    method: 'Dobson, Byar',
    scale: 'identity',
    dispersion: null,
  } as const;
  const events = sum(bands.map((band) => band.events));
  if (!(events >= FEWEST_EVENTS) || bands.some(({ population }) => population <= 0)) {
    return { ...describe, estimate: null, lower: null, upper: null, se: null };
  }
  const weights = sum(bands.map(({ weight }) => weight));
  const rate = sum(bands.map((band) => (band.weight * band.events) / band.population)) / weights;
  const variance =
    options.variance ?? sum(bands.map((band) => band.events * (band.weight / band.population) ** 2)) / weights ** 2;
  const count = byarCount(events, confidence);
  const limit = (of: number | null) => rate + Math.sqrt(variance / events) * ((of ?? Number.NaN) - events);
  return { ...describe, estimate: rate, lower: limit(count.lower), upper: limit(count.upper), se: Math.sqrt(variance) };
}

/**
 * Variance of a directly standardised rate where people have repeat events: sum over k of k^2 times the variance of the rate of
 * people with k events. Every band's weight counts once, however many frequencies it has.
 */
export function repeatVariance(bands: readonly RepeatBand[], totalWeight: number): number {
  return (
    sum(
      bands.map(({ frequency, persons, population, weight }) => frequency ** 2 * persons * (weight / population) ** 2),
    ) /
    totalWeight ** 2
  );
}

/** Observed over expected events: exact limits below 10 observed, Byar's from there. Null where nothing is expected. */
export function indirectRatio(observed: number, expected: number, confidence = CONFIDENCE): Estimate {
  const count = countInterval(observed, confidence);
  const over = (value: number | null) => (value === null || !(expected > 0) ? null : value / expected);
  return { ...count, estimate: over(observed), lower: over(count.lower), upper: over(count.upper) };
}

/** Indirectly standardised rate: observed over expected events times the rate of the reference population, limits alike. */
export function indirectRate(
  observed: number,
  expected: number,
  referenceRate: number,
  confidence = CONFIDENCE,
): Estimate {
  const ratio = indirectRatio(observed, expected, confidence);
  const rate = (value: number | null) => (value === null ? null : value * referenceRate);
  return { ...ratio, estimate: rate(ratio.estimate), lower: rate(ratio.lower), upper: rate(ratio.upper) };
}

/** Ratio of two standardised rates, on the log scale from their standard errors. Null where either is unknown or not above 0. */
export function ratioOfEstimates(above: Estimate, below: Estimate): Estimate | null {
  if (!above.estimate || !below.estimate || above.se === null || below.se === null) return null;
  return waldEstimate({
    estimate: Math.log(above.estimate / below.estimate),
    se: Math.hypot(above.se / above.estimate, below.se / below.estimate),
    scale: 'log',
    method: 'ratio of standardised rates, log scale',
    confidence: above.confidence,
  });
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
