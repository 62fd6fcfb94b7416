import { describe, expect, it } from 'vitest';
import { gatesOf, isLongEnough } from '../../../src/analysis/evaluate/gates.ts';
import type { EvaluateResult, PrimaryModel } from '../../../src/analysis/evaluate/result.ts';
import {
  dependenceOf,
  isBelowLevel,
  isUnmet,
  leavesOutOne,
  lostWithAutocorrelation,
  sideOf,
} from '../../../src/analysis/evaluate/significance.ts';
import type { Estimate } from '../../../src/statistics/estimate.ts';

type Input = Parameters<typeof gatesOf>[0];

const estimate = (p: number | null, lower: number | null = 0.9, upper: number | null = 1.1): Estimate => ({
  estimate: 1,
  lower,
  upper,
  confidence: 0.95,
  se: 0.05,
  df: null,
  p,
  method: 'by hand',
  scale: 'log',
  dispersion: 1,
});
const trend = (p: number | null): Input['preTrend'] => ({ estimate: estimate(p), test: 'conditional' });

const MET: Input = {
  intervention: '2014/15 Q1',
  before: 16,
  after: 12,
  comparator: 'County',
  own: { before: 16, after: 12 },
  seasons: true,
  basis: 'rates',
  missing: 0,
  zeros: 0,
  preTrend: trend(0.5),
  placeboInTime: estimate(0.5),
  fitted: true,
};
const unmet = (change: Partial<Input>) =>
  gatesOf({ ...MET, ...change })
    .filter(({ passed }) => !passed)
    .map(({ rule }) => rule);
const failed = (change: Partial<Input>) => gatesOf({ ...MET, ...change }).at(-1)?.slots;

describe('conditions of an evaluation', () => {
  it('are all met by a long series with a comparator, list sizes and nothing remarkable before', () => {
    expect(unmet({})).toEqual([]);
    expect(failed({})).toEqual({ failed: [], unchecked: [] });
  });

  // EPOC asks for three points on each side. Eight and four make an interrupted series, nine quarters a course: our choices.
  it.each([
    [2, 12, ['epoc-minimum', 'full-year-before', 'long-enough', 'course-before']],
    [3, 12, ['full-year-before', 'long-enough', 'course-before']],
    [4, 12, ['long-enough', 'course-before']],
    [7, 12, ['long-enough', 'course-before']],
    [8, 12, ['course-before']],
    [9, 12, []],
    [8, 4, ['course-before']],
    [9, 4, []],
    [9, 3, ['long-enough']],
    [9, 2, ['epoc-minimum', 'long-enough']],
  ])('%i quarters before and %i after do not meet %j', (before, after, rules) => {
    expect(unmet({ before, after })).toEqual(rules.length > 0 ? [...rules, 'causal-words'] : []);
  });

  it('say what they ask for', () => {
    const slots = Object.fromEntries(
      gatesOf({ ...MET, own: { before: 2, after: 3 } }).map((one) => [one.rule, one.slots]),
    );
    expect(slots['epoc-minimum']).toEqual({ before: 16, after: 12, points: 3, alone: false });
    expect(slots['long-enough']).toEqual({ before: 16, after: 12, beforeNeeded: 8, afterNeeded: 4, totalNeeded: 12 });
    expect(slots['course-before']).toEqual({ before: 16, needed: 9 });
    expect([isLongEnough({ before: 8, after: 4 }), isLongEnough({ before: 12, after: 3 })]).toEqual([true, false]);
  });

  it.each([
    [0.049, true],
    [0.05, false],
  ])('a P of %f before the change is remarkable: %s', (p, remarkable) => {
    expect(unmet({ preTrend: trend(p) })).toEqual(remarkable ? ['pre-trend', 'causal-words'] : []);
    expect(unmet({ placeboInTime: estimate(p) })).toEqual(remarkable ? ['placebo-in-time', 'causal-words'] : []);
  });

  it('keep causal words from a course before that nobody could check, and not for want of a placebo', () => {
    expect(failed({ preTrend: trend(null) })).toEqual({ failed: ['pre-trend'], unchecked: ['pre-trend'] });
    expect(failed({ preTrend: null })).toEqual({ failed: ['pre-trend'], unchecked: ['pre-trend'] });
    expect(failed({ placeboInTime: null })).toEqual({ failed: [], unchecked: [] });
  });

  it.each([
    [{ missing: 1 }, 'complete'],
    [{ zeros: 1 }, 'no-zero-counts'],
    [{ seasons: false }, 'seasons'],
  ] as const)('%j is said and forbids no words', (change, rule) => {
    expect(unmet(change)).toEqual([rule]);
    const result = { gates: gatesOf({ ...MET, ...change }) };
    expect(isUnmet(result, rule)).toBe(true);
    expect(isUnmet(result, 'causal-words')).toBe(false);
  });

  it.each([
    [{ intervention: null }, ['point-in-time']],
    [{ comparator: null }, ['comparator']],
    [{ basis: 'counts' }, ['list-sizes']],
    [{ fitted: false }, ['primary']],
    [{ fitted: false, comparator: null }, ['comparator']],
  ] as const)('%j keeps causal words away, for the reason %j', (change, reasons) => {
    expect(failed(change)).toEqual({ failed: reasons, unchecked: [] });
    expect(isUnmet({ gates: gatesOf({ ...MET, ...change }) }, 'causal-words')).toBe(true);
  });
});

describe('significance', () => {
  it('is a P below 0.05', () => {
    expect([0.0499, 0.05, 0.0501, null, undefined].map((p) => isBelowLevel(p))).toEqual([
      true,
      false,
      false,
      false,
      false,
    ]);
  });

  it.each([
    [1.001, 1.2, true],
    [1, 1.2, false],
    [0.8, 1, false],
    [0.8, 0.999, true],
    [null, 0.999, null],
    [1.001, null, null],
  ])('an interval from %j to %j leaves out 1: %s', (lower, upper, expected) => {
    expect(leavesOutOne({ lower, upper })).toBe(expected);
  });

  it('has a side but for rounding', () => {
    expect([0.9, 1, 1 + 1e-12, 1 + 1e-6, 1.1, null].map((one) => sideOf({ estimate: one }))).toEqual([
      -1, 0, 0, 1, 1, 0,
    ]);
  });
});

interface Fitted {
  readonly n?: number;
  readonly rho?: number;
  readonly effect?: Estimate;
  readonly ljungBox?: number | null;
  readonly durbinWatson?: number;
}

/** A primary model that finds a difference, and a model with autocorrelation beside it. */
function beside({ n = 24, rho = 0.4, effect = estimate(0.2), ljungBox = null, durbinWatson = 2.1 }: Fitted) {
  const primary = {
    n,
    effectAtEnd: estimate(0.01, 0.7, 0.9),
    seasonTerms: null,
    joint: null,
    diagnostics: { ljungBox: ljungBox === null ? null : { p: ljungBox }, durbinWatson: { statistic: durbinWatson } },
  } as unknown as PrimaryModel;
  const alternatives = [{ model: 'difference-series-reml-ar1', effectAtEnd: effect, rho, joint: null }];
  return { primary, result: { controlled: { primary, alternatives } } as unknown as EvaluateResult };
}

describe('autocorrelation', () => {
  it.each([
    ['12 quarters', { n: 12 }, true],
    ['11 quarters', { n: 11 }, false],
    ['an autocorrelation short of its bound', { rho: 0.9889 }, true],
    ['an autocorrelation at its bound', { rho: 0.989 }, false],
    ['a negative one at its bound', { rho: -0.989 }, false],
    ['an interval that still leaves out 1', { effect: estimate(0.04, 0.8, 0.99) }, false],
  ] as const)('with %s takes away what the primary finds: %j, %s', (_, fitted, lost) => {
    expect(lostWithAutocorrelation(beside(fitted).result)?.model ?? null).toBe(
      lost ? 'difference-series-reml-ar1' : null,
    );
  });

  it.each([
    [{ rho: 0.3 }, null],
    [{ rho: 0.301 }, { alike: true, ljungBox: null, rho: 0.301 }],
    [{ rho: 0.301, n: 11 }, null],
    [{ rho: 0.1, ljungBox: 0.05 }, null],
    [
      { rho: 0.1, ljungBox: 0.049 },
      { alike: false, ljungBox: 0.049, rho: null },
    ],
    [
      { rho: 0.1, ljungBox: 0.049, durbinWatson: 2 },
      { alike: false, ljungBox: 0.049, rho: null },
    ],
    [
      { rho: 0.1, ljungBox: 0.049, durbinWatson: 1.99 },
      { alike: true, ljungBox: 0.049, rho: null },
    ],
  ])('of %j is said as %j', (fitted, expected) => {
    const { result, primary } = beside(fitted);
    expect(dependenceOf(result, primary).found).toEqual(expected);
  });
});
