import { describe, expect, it } from 'vitest';
import { countCautions } from '../../../src/analysis/compare/cautions.ts';
import { type CompareOptions, compare } from '../../../src/analysis/compare/compare.ts';
import { compareFindings } from '../../../src/analysis/compare/findings.ts';
import { type CountComparison, isCost } from '../../../src/analysis/compare/result.ts';
import { financialYearWindow } from '../../../src/analysis/quarters/windows.ts';
import type { Finding } from '../../../src/finding.ts';
import type { Estimate } from '../../../src/statistics/estimate.ts';
import { area, nhsQuarter } from '../../support/areas.ts';

const OPTIONS: CompareOptions = {
  baseline: financialYearWindow(2013),
  followUp: financialYearWindow(2014),
  likeForLike: false,
  from: null,
  to: null,
  intervention: null,
  deflator: null,
  priceYear: null,
};
const WINDOWS = {
  baseline: { label: '2013/14', quarters: [] },
  followUp: { label: '2014/15', quarters: [] },
  named: true,
};

const eight = (before: number, after: number) => [before, before, before, before, after, after, after, after];
const first = nhsQuarter('2013/14 Q1');

/** Quarterly admissions before and after of both, on 4,000 and 40,000 people. */
function compared(mine: readonly [number, number], theirs: readonly [number, number]) {
  const { result } = compare(
    area('Frome', first, { admissions: eight(...mine), list_size: eight(4000, 4000) }),
    area('County', first, { admissions: eight(...theirs), list_size: eight(40_000, 40_000) }),
    OPTIONS,
  );
  const measure = result.measures[0];
  if (!measure || isCost(measure)) throw new Error('no admissions');
  return { result, measure };
}

const ids = (findings: readonly Finding[]) => findings.map(({ id }) => id);
const estimate = (lower: number, upper: number): Estimate => ({
  estimate: 1,
  lower,
  upper,
  confidence: 0.95,
  se: null,
  df: null,
  p: null,
  method: 'by hand',
  scale: 'log',
  dispersion: 1,
});

describe('cautions of a comparison', () => {
  it.each([
    [4360, 40_000, []],
    [4440, 40_000, [['Frome', 11]]],
    [3560, 40_000, [['Frome', -11]]],
    [4000, 44_400, [['County', 11]]],
    [
      4440,
      35_600,
      [
        ['Frome', 11],
        ['County', -11],
      ],
    ],
  ] as const)('of list sizes that step from 4,000 to %i and from 40,000 to %i: %j', (mine, theirs, steps) => {
    const { findings } = compare(
      area('Frome', first, { admissions: eight(100, 100), list_size: eight(4000, mine) }),
      area('County', first, { admissions: eight(1000, 1000), list_size: eight(40_000, theirs) }),
      OPTIONS,
    );
    const told = findings.filter(({ id }) => id === 'compare.list-size-step').map(({ slots }) => slots);
    expect(told.map((slots) => [slots.area, Math.round(Number(slots.percent) * 1e6) / 1e6])).toEqual(steps);
  });

  it.each([
    [9, true],
    [10, false],
    [11, false],
  ])('of small counts, at %i admissions: %s', (events, expected) => {
    const { result, measure } = compared([100, 100], [1000, 1000]);
    const small: CountComparison = { ...measure, practice: { ...measure.practice, followUp: events } };
    expect(ids(countCautions(small, result)).includes('compare.small-counts')).toBe(expected);
  });

  // The rate of the county is 100 per 1,000 a year: 400 admissions a quarter of 4,000 would be the same.
  it.each([
    ['1.09 times its rate', [436, 400], false],
    ['1.12 times its rate, and a fall', [448, 400], true],
    ['1.12 times its rate, and a rise', [448, 500], false],
    ['0.88 times its rate, and a rise', [352, 400], true],
    ['0.88 times its rate, and a fall', [352, 300], false],
  ] as const)('of regression to the mean, from %s: %j, %s', (_, mine, expected) => {
    const { result, measure } = compared(mine, [4000, 4000]);
    expect(ids(countCautions(measure, result)).includes('compare.regression-to-mean')).toBe(expected);
  });

  it('of regression to the mean only where chance would not put the start there', () => {
    // 23 against 20 expected in a year: Poisson's standard deviation is 4.5.
    const { result, measure } = compared([5.75, 5], [50, 50]);
    expect(ids(countCautions(measure, result))).not.toContain('compare.regression-to-mean');
  });

  it.each([
    [0.0499, 'compare.own-season'],
    [0.05, 'compare.overdispersed'],
  ])('of seasons of its own, at P = %f: %s', (p, expected) => {
    const { result, measure } = compared([100, 100], [1000, 1000]);
    if (!measure.relative) throw new Error('no comparator');
    const dispersed = { ...estimate(0.8, 1.3), dispersion: 2 };
    const test = { statistic: 4, df1: 3, df2: 4, df: 3, p, method: 'F' } as never;
    const relative = {
      ...measure.relative,
      ratioOfRatios: estimate(0.9, 1.1),
      ratioOfRatiosDispersed: dispersed,
      dispersion: { source: 'estimated', df: 6 } as never,
      ownSeasons: { test, ratioOfRatios: estimate(0.85, 1.2) },
    };
    const cautions = countCautions({ ...measure, relative }, result);
    expect(ids(cautions)).toEqual([expected]);
    const without = { ...relative, ratioOfRatiosDispersed: { ...dispersed, dispersion: 1 } };
    expect(ids(countCautions({ ...measure, relative: without }, result))).toEqual([]);
  });

  it.each([
    [1.299, true],
    [1.3, false],
    [2.7, false],
    [null, false],
  ])('of neighbouring quarters alike, at a Durbin-Watson statistic of %j: %s', (durbinWatson, expected) => {
    const { result, measure } = compared([100, 101], [1000, 1001]);
    const { trend } = measure.practice;
    if (!trend) throw new Error('no trend');
    const practice = { ...measure.practice, trend: { ...trend, durbinWatson } };
    const other = { ...result, measures: [{ ...measure, practice, comparator: null }] };
    expect(ids(compareFindings(other, WINDOWS as never, null)).includes('compare.autocorrelation')).toBe(expected);
  });
});
