import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type CompareOptions, compare } from '../../../src/analysis/compare/compare.ts';
import { isCost } from '../../../src/analysis/compare/result.ts';
import { financialYearWindow, quarterWindow } from '../../../src/analysis/quarters/windows.ts';
import { financialQuarter } from '../../../src/data/period.ts';
import { QuarterlineError } from '../../../src/errors.ts';
import { DEFLATORS } from '../../../src/reference/deflators.ts';
import { area, frome, nhsQuarter } from '../../support/areas.ts';

const options: CompareOptions = {
  baseline: financialYearWindow(2013),
  followUp: financialYearWindow(2016),
  likeForLike: false,
  from: nhsQuarter('2014/15 Q1'),
  to: null,
  intervention: nhsQuarter('2014/15 Q1'),
  deflator: DEFLATORS.gdp ?? null,
  priceYear: null,
};

const { practice, comparator } = frome();

function codeOf(run: () => unknown): string | undefined {
  try {
    run();
  } catch (error) {
    if (error instanceof QuarterlineError) return error.problems[0]?.code;
    throw error;
  }
  return undefined;
}

function admissionsOf(result: ReturnType<typeof compare>['result']) {
  const measure = result.measures[0];
  if (!measure || isCost(measure)) throw new Error('no admissions');
  return measure;
}

function costOf(result: ReturnType<typeof compare>['result']) {
  const measure = result.measures.find(isCost);
  if (!measure) throw new Error('no cost');
  return measure;
}

// Expected values: the README beside the reconstruction, computed there with R.
describe('compare on the Frome reconstruction', () => {
  const { result, findings } = compare(practice, comparator, options);
  const admissions = admissionsOf(result);
  const cost = costOf(result);

  it('gives the changes of both areas', () => {
    expect(admissions.practice.baseline).toBe(3151);
    expect(admissions.practice.followUp).toBe(2879);
    expect(admissions.practice.percentChange).toBeCloseTo(-8.63218, 5);
    expect(admissions.comparator?.percentChange).toBeCloseTo(18.98304, 5);
    expect(admissions.relative?.percentagePoints).toBeCloseTo(-8.63218 - 18.98304, 4);
  });

  it('gives the ratio of ratios on rates and on counts', () => {
    expect(admissions.relative?.basis).toBe('rates');
    expect(admissions.relative?.ratioOfRatios?.estimate).toBeCloseTo(0.770981, 6);
    expect(admissions.relative?.ratioOfRatios?.lower).toBeCloseTo(0.731912, 6);
    expect(admissions.relative?.ratioOfRatios?.upper).toBeCloseTo(0.812136, 6);
    expect(admissions.relative?.ratioOfRatiosOnCounts?.estimate).toBeCloseTo(0.767906, 6);
  });

  it('gives the admissions avoided', () => {
    expect(admissions.counterfactual?.avoided.estimate).toBeCloseTo(855.203, 3);
    expect(admissions.counterfactual?.avoided.lower).toBeCloseTo(665.973, 3);
    expect(admissions.counterfactual?.avoided.upper).toBeCloseTo(1054.535, 3);
  });

  it('gives cost nominal and in prices of the follow-up year', () => {
    expect(cost.nominal.practice.percentChange).toBeCloseTo(-21.0, 2);
    expect(cost.nominal.comparator?.percentChange).toBeCloseTo(21.0, 2);
    expect(cost.real?.practice.percentChange).toBeCloseTo(-24.159, 3);
    expect(cost.real?.comparator?.percentChange).toBeCloseTo(16.162, 3);
    expect(cost.real?.priceYear).toBe('2016/17');
    expect(cost.real?.basis).toBe('price');
  });

  it('fits the published trends over 15 quarters', () => {
    const mine = admissions.practice.trend;
    expect(mine?.n).toBe(15);
    expect(mine?.slope.estimate).toBeCloseTo(-7.907143, 6);
    expect(mine?.slope.lower).toBeCloseTo(-13.06059, 5);
    expect(mine?.slope.upper).toBeCloseTo(-2.753696, 6);
    expect(mine?.slope.p).toBeCloseTo(0.005587, 6);
    expect(mine?.fitted.percentChange).toBeCloseTo(-14.012, 3);
    const theirs = admissions.comparator?.trend;
    expect(theirs?.slope.estimate).toBeCloseTo(236.0321, 4);
    expect(theirs?.slope.lower).toBeCloseTo(152.0423, 4);
    expect(theirs?.slope.upper).toBeCloseTo(320.022, 4);
    expect(theirs?.slope.p).toBeCloseTo(3.96e-5, 7);
    expect(theirs?.fitted.percentChange).toBeCloseTo(28.505, 3);
  });

  it('fits other trends over 19 quarters', () => {
    const all = admissionsOf(compare(practice, comparator, { ...options, from: null }).result).practice.trend;
    expect(all?.n).toBe(19);
    expect(all?.slope.estimate).toBeCloseTo(-6.447368, 6);
    expect(all?.slope.lower).toBeCloseTo(-10.067351, 6);
    expect(all?.slope.upper).toBeCloseTo(-2.827386, 6);
  });

  it('holds the answer against every other pair of years', () => {
    const years = result.sensitivity?.baselines.filter((row) => row.kind === 'financial-year') ?? [];
    expect(years.map((row) => `${row.baseline}>${row.followUp}`)).toEqual([
      '2013/14>2014/15',
      '2013/14>2015/16',
      '2013/14>2016/17',
      '2014/15>2015/16',
      '2014/15>2016/17',
      '2015/16>2016/17',
    ]);
    expect(years[2]?.ratioOfRatios).toBeCloseTo(0.770981, 6);
    // 16 windows of four quarters; pairs that do not overlap: 12 + 11 + ... + 1.
    expect(result.sensitivity?.baselines.length).toBe((12 * 13) / 2);
    const ratios = result.sensitivity?.baselines.map((row) => row.ratioOfRatios) ?? [];
    expect(result.sensitivity?.min).toBe(Math.min(...ratios));
    expect(result.sensitivity?.max).toBe(Math.max(...ratios));
  });

  it('raises regression to the mean: Frome starts 22 % above the county', () => {
    const found = findings.find((finding) => finding.id === 'compare.regression-to-mean');
    expect(found?.slots.percent).toBeCloseTo(22.3, 0);
  });

  it('never says what caused the change', () => {
    expect(findings.map((finding) => finding.id)).toContain('compare.not-causal');
  });
});

describe('dispersion', () => {
  it('widens the interval where quarters vary more than chance, and never narrows it', () => {
    const first = financialQuarter(2013, 1);
    // By hand: shares 400/4400 in both windows; N = 1060 and 1140, expected 96.364 and 103.636, so Pearson's chi-squared is
    // 4 x [36.364^2 / (96.364 x 10/11) + 36.364^2 / (103.636 x 10/11)] = 116.518, over 8 - 2 degrees of freedom.
    const wild = area('A', first, { admissions: [60, 140, 60, 140, 140, 60, 140, 60] });
    const calm = area('B', first, { admissions: [1000, 1000, 1000, 1000, 1000, 1000, 1000, 1000] });
    const years = { ...options, followUp: financialYearWindow(2014), from: null, intervention: null };
    const wide = admissionsOf(compare(wild, calm, years).result).relative;
    expect(wide?.ratioOfRatiosDispersed?.df).toBe(6);
    const byHand = (4 * (36.3636364 ** 2 / (96.3636364 * (10 / 11)) + 36.3636364 ** 2 / (103.6363636 * (10 / 11)))) / 6;
    expect(wide?.ratioOfRatiosDispersed?.dispersion).toBeCloseTo(byHand, 6);
    expect(wide?.ratioOfRatiosDispersed?.upper).toBeGreaterThan(wide?.ratioOfRatios?.upper ?? 9);
    const even = admissionsOf(compare(calm, { ...calm, area: { ...calm.area, name: 'C' } }, years).result).relative;
    expect(even?.ratioOfRatiosDispersed?.dispersion).toBe(1);
  });
});

describe('the choice of windows', () => {
  const unnamed = { ...options, baseline: null, followUp: null, from: null, intervention: null };

  it('takes the first and the last complete financial year, and says so', () => {
    const { result, findings } = compare(practice, comparator, unnamed);
    expect([result.baseline.label, result.followUp.label]).toEqual(['2013/14', '2016/17']);
    expect(findings.map((finding) => finding.id)).toContain('compare.default-years');
  });

  it('refuses a year that is not complete', () => {
    expect(codeOf(() => compare(practice, comparator, { ...options, followUp: financialYearWindow(2017) }))).toBe(
      'compare.window-not-held',
    );
  });

  it('compares like quarters where it is asked to, and says so', () => {
    const { result, findings } = compare(practice, comparator, {
      ...options,
      followUp: financialYearWindow(2017),
      likeForLike: true,
    });
    expect(result.baseline.periods).toEqual(['2013/14 Q1', '2013/14 Q2', '2013/14 Q3']);
    expect(result.followUp.periods).toEqual(['2017/18 Q1', '2017/18 Q2', '2017/18 Q3']);
    expect(admissionsOf(result).practice.baseline).toBe(766 + 741 + 815);
    expect(findings.map((finding) => finding.id)).toContain('compare.like-for-like');
  });

  it('refuses windows of other seasons', () => {
    const summer = quarterWindow(financialQuarter(2013, 1), financialQuarter(2013, 2));
    const winter = quarterWindow(financialQuarter(2016, 3), financialQuarter(2016, 4));
    expect(codeOf(() => compare(practice, comparator, { ...options, baseline: summer, followUp: winter }))).toBe(
      'compare.unequal-windows',
    );
  });

  it('refuses a follow-up before the baseline, and a single complete year', () => {
    expect(
      codeOf(() =>
        compare(practice, comparator, {
          ...options,
          baseline: financialYearWindow(2016),
          followUp: financialYearWindow(2013),
        }),
      ),
    ).toBe('compare.windows-overlap');
    const short = area('A', financialQuarter(2013, 1), { admissions: [10, 11, 12, 13, 14] });
    expect(codeOf(() => compare(short, null, unnamed))).toBe('compare.too-few-years');
  });

  it('refuses an intervention and a trend outside the data', () => {
    const outside = financialQuarter(2030, 1);
    expect(codeOf(() => compare(practice, comparator, { ...options, intervention: outside }))).toBe(
      'compare.intervention-outside',
    );
    expect(codeOf(() => compare(practice, comparator, { ...options, from: outside }))).toBe('compare.trend-window');
  });
});

describe('what is missing', () => {
  it('gives what one area allows, and says what is missing', () => {
    const { result, findings } = compare(practice, null, options);
    const admissions = admissionsOf(result);
    expect(admissions.comparator).toBeNull();
    expect(admissions.relative).toBeNull();
    expect(admissions.practice.rateRatio?.estimate).toBeCloseTo((2879 / 3151) * (112340 / 114450), 6);
    expect(result.sensitivity).toBeNull();
    expect(findings.map((finding) => finding.id)).toContain('compare.no-comparator');
  });

  it('compares counts where there are no list sizes, and says so', () => {
    const counts = (data: typeof practice) => ({
      ...data,
      series: data.series.filter((series) => series.measure.role === 'admissions'),
    });
    const { result, findings } = compare(counts(practice), counts(comparator), options);
    expect(admissionsOf(result).relative?.basis).toBe('counts');
    expect(admissionsOf(result).relative?.ratioOfRatios?.estimate).toBeCloseTo(0.767906, 6);
    expect(findings.map((finding) => finding.id)).toContain('compare.no-list-sizes');
  });

  it('leaves out a measure whose windows are not held, and says which quarters are missing', () => {
    const gap = {
      ...practice,
      series: practice.series.map((series) =>
        series.measure.role === 'cost'
          ? { ...series, values: series.values.map((value, i) => (i === 1 ? null : value)) }
          : series,
      ),
    };
    const { result, findings } = compare(gap, comparator, options);
    expect(result.measures.some(isCost)).toBe(false);
    expect(findings.find((finding) => finding.id === 'compare.measure-incomplete')?.slots.missing).toEqual([
      '2013/14 Q2',
    ]);
  });

  it('never gives NaN or Infinity, whatever the counts', () => {
    const values = fc.array(fc.nat(30), { minLength: 8, maxLength: 8 });
    fc.assert(
      fc.property(values, values, (mine, theirs) => {
        const first = financialQuarter(2013, 1);
        const a = area('A', first, { admissions: mine, cost: mine.map((n) => 100 * n) });
        const b = area('B', first, { admissions: theirs, cost: theirs.map((n) => 90 * n) });
        const { result, findings } = compare(a, b, {
          ...options,
          baseline: null,
          followUp: null,
          from: null,
          intervention: null,
        });
        const numbers: number[] = [];
        JSON.stringify([result, findings], (_, value) => {
          if (typeof value === 'number') numbers.push(value);
          return value;
        });
        expect(numbers.every(Number.isFinite)).toBe(true);
      }),
      { numRuns: 200 },
    );
  });
});

describe('invariants', () => {
  it('does not change when both areas move in time', () => {
    const moved = (data: typeof practice) => ({
      ...data,
      series: data.series.map((series) => ({
        ...series,
        periods: series.periods.map((period) => ({ ...period, index: period.index - 8 })),
      })),
    });
    const earlier = compare(moved(practice), moved(comparator), {
      ...options,
      baseline: financialYearWindow(2011),
      followUp: financialYearWindow(2014),
      from: financialQuarter(2012, 1),
      intervention: null,
    });
    const now = compare(practice, comparator, { ...options, intervention: null });
    expect(admissionsOf(earlier.result).relative).toEqual(admissionsOf(now.result).relative);
    expect(admissionsOf(earlier.result).practice.trend?.slope.p).toBeCloseTo(
      admissionsOf(now.result).practice.trend?.slope.p ?? 0,
      12,
    );
  });

  it('keeps ratios and narrows intervals by the root when counts are multiplied', () => {
    const times = (data: typeof practice, k: number) => ({
      ...data,
      series: data.series.map((series) =>
        series.measure.role === 'admissions'
          ? { ...series, values: series.values.map((value) => (value === null ? null : k * value)) }
          : series,
      ),
    });
    const one = admissionsOf(compare(practice, comparator, options).result).relative?.ratioOfRatios;
    const four = admissionsOf(compare(times(practice, 4), times(comparator, 4), options).result).relative
      ?.ratioOfRatios;
    expect(four?.estimate).toBeCloseTo(one?.estimate ?? 0, 12);
    expect(four?.se).toBeCloseTo((one?.se ?? 0) / 2, 12);
  });
});
