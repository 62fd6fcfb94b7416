import { betaOddsQuantile } from '../distributions/beta.ts';
import { binomialLower, binomialProbability, binomialUpper } from '../distributions/binomial.ts';
import { smallestWhole } from '../distributions/invert.ts';
import { CONFIDENCE, type Estimate } from '../estimate.ts';
import { bisect } from '../roots.ts';
import type { Exposure } from './exposure.ts';
import { finiteOrNull } from './wald.ts';

interface ExactOptions {
  readonly confidence?: number;
}

const LOG_ODDS_REACH = 60;

/** Events after, given the sum of both counts: binomial, if the rates are equal with chance T1 / (T0 + T1). */
interface Conditional {
  readonly lower: (k: number) => number;
  readonly upper: (k: number) => number;
  readonly probability: (k: number) => number;
  readonly n: number;
  readonly mean: number;
}

function conditional(after: Exposure, before: Exposure, odds = after.time / before.time): Conditional {
  const n = after.events + before.events;
  const chance = 1 / (1 + 1 / odds);
  const complement = 1 / (1 + odds);
  return {
    lower: (k) => binomialLower(k, n, chance, complement),
    upper: (k) => binomialUpper(k, n, chance, complement),
    probability: (k) => binomialProbability(k, n, chance, complement),
    n,
    mean: n * chance,
  };
}

/**
 * Rate ratio after / before, conditional on the sum of the counts: given it, the count after is binomial with chance
 * R T1 / (R T1 + T0) (Clopper and Pearson 1934 for the limits; central P, twice the smaller tail, capped at 1).
 * No events after: the lower limit is 0. None before: ratio and upper limit are unbounded and given as null.
 */
export function exactRateRatio(
  after: Exposure,
  before: Exposure,
  { confidence = CONFIDENCE }: ExactOptions = {},
): Estimate {
  const tail = (1 - confidence) / 2;
  const times = before.time / after.time;
  const odds = {
    lower: after.events === 0 ? 0 : betaOddsQuantile(tail, after.events, before.events + 1),
    upper: before.events === 0 ? null : betaOddsQuantile(tail, after.events + 1, before.events, 'upper'),
  };
  return {
    ...pointEstimate(after, before, confidence),
    lower: odds.lower * times,
    upper: odds.upper === null ? null : odds.upper * times,
    p: centralP(after, before),
    method: 'exact conditional, central P',
  };
}

/**
 * As `exactRateRatio`, but half the probability of the observed count is left out of each tail (Lancaster 1961): intervals a
 * little shorter, coverage close to the nominal instead of at least it.
 */
export function midPRateRatio(
  after: Exposure,
  before: Exposure,
  { confidence = CONFIDENCE }: ExactOptions = {},
): Estimate {
  const tail = (1 - confidence) / 2;
  const times = before.time / after.time;
  const at = (logOdds: number) => midP(after.events, conditional(after, before, Math.exp(logOdds)));
  const oddsWhere = (side: 'lower' | 'upper') =>
    Math.exp(bisect((logOdds) => at(logOdds)[side] - tail, -LOG_ODDS_REACH, LOG_ODDS_REACH));
  const equal = midP(after.events, conditional(after, before));
  return {
    ...pointEstimate(after, before, confidence),
    lower: after.events === 0 ? 0 : oddsWhere('upper') * times,
    upper: before.events === 0 ? null : oddsWhere('lower') * times,
    p: Math.min(1, 2 * Math.min(equal.lower, equal.upper)),
    method: 'exact conditional, mid-P',
  };
}

/** Both tails with half the probability of the observed count. */
function midP(events: number, { lower, upper, probability }: Conditional) {
  const half = probability(events) / 2;
  return { lower: lower(events - 1) + half, upper: upper(events + 1) + half };
}

/** 2 min(P(X <= a1), P(X >= a1)). */
function centralP(after: Exposure, before: Exposure): number {
  const { lower, upper } = conditional(after, before);
  return Math.min(1, 2 * Math.min(lower(after.events), upper(after.events)));
}

/**
 * The other exact P of equal rates: the probability of all outcomes no likelier than the one observed (what R's poisson.test
 * prints, with its allowance of 1e-7 for ties). It need not agree with the central interval.
 */
export function minimumLikelihoodP(after: Exposure, before: Exposure): number {
  const { lower, upper, probability, n, mean } = conditional(after, before);
  const observed = after.events;
  if (observed === mean) return 1;
  const limit = probability(observed) * (1 + 1e-7);
  const unlikely = (k: number) => probability(k) <= limit;
  if (observed < mean) {
    const first = smallestWhole((k) => k > n || (k >= mean && unlikely(k)), 2 * mean - observed);
    return lower(observed) + upper(first);
  }
  const last = n - smallestWhole((k) => k > n || (n - k <= mean && unlikely(n - k)), n - 2 * mean + observed);
  return lower(last) + upper(observed);
}

function pointEstimate(after: Exposure, before: Exposure, confidence: number) {
  const ratio = after.events / after.time / (before.events / before.time);
  return { estimate: finiteOrNull(ratio), confidence, se: null, df: null, scale: 'log', dispersion: 1 } as const;
}
