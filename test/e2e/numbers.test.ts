import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { AREAS, document, FROME, OFFICIAL, quarterline, temporaryFolder, textOf } from './support.ts';

const folder = temporaryFolder();

/** The command lines of the published figures: Abel et al. 2018 as reconstructed, and the official totals. */
const ABEL = [...FROME, ...AREAS, '--baseline', '2013/14', '--follow-up', '2016/17'];
const CCG = [OFFICIAL, '--practice', 'NHS Somerset CCG', '--comparator', 'England', '--comparator-includes-practice'];

interface Interval {
  readonly estimate: number;
  readonly lower: number;
  readonly upper: number;
  readonly p: number;
}

/** Estimate and limits, to the digits with which they are published. */
function holds(interval: Interval, [estimate, lower, upper]: readonly [number, number, number], digits: number): void {
  expect(interval.estimate).toBeCloseTo(estimate, digits);
  expect(interval.lower).toBeCloseTo(lower, digits);
  expect(interval.upper).toBeCloseTo(upper, digits);
}

describe('compare on the reconstruction of Frome and Somerset', () => {
  const given = document(['compare', ...ABEL, '--from', '2014/15 Q1']);

  it('gives the published changes and the ratio of ratios', async () => {
    const { result } = await given;
    const [admissions] = result.measures;
    expect(result.baseline.label).toBe('2013/14');
    expect(result.followUp.label).toBe('2016/17');
    expect(admissions.practice).toMatchObject({ baseline: 3151, followUp: 2879, change: -272 });
    expect(admissions.comparator).toMatchObject({ baseline: 46826, followUp: 55715 });
    expect(admissions.practice.percentChange).toBeCloseTo(-8.63218, 5);
    expect(admissions.comparator.percentChange).toBeCloseTo(18.98304, 5);
    expect(admissions.relative.basis).toBe('rates');
    holds(admissions.relative.ratioOfRatios, [0.770981, 0.731912, 0.812136], 6);
    expect(admissions.relative.ratioOfRatiosOnCounts.estimate).toBeCloseTo(0.767906, 6);
    holds(admissions.counterfactual.avoided, [855.203, 665.973, 1054.535], 3);
  });

  it('gives cost as paid and in real terms', async () => {
    const { result } = await given;
    const { nominal, real } = result.measures[1];
    expect(nominal.practice.percentChange).toBeCloseTo(-21, 1);
    expect(nominal.comparator.percentChange).toBeCloseTo(21, 1);
    expect(real.practice.percentChange).toBeCloseTo(-24.159, 3);
    expect(real.comparator.percentChange).toBeCloseTo(16.162, 3);
    expect(real).toMatchObject({ basis: 'price', deflator: 'GDP deflator', priceYear: '2016/17' });
    expect(real.vintage).toMatch(/March 2026/);
  });

  it('gives the trends of the paper over its 15 quarters', async () => {
    const { result } = await given;
    const { practice, comparator } = result.measures[0];
    expect(practice.trend).toMatchObject({ n: 15, from: '2014/15 Q1', to: '2017/18 Q3' });
    holds(practice.trend.slope, [-7.907143, -13.06059, -2.753696], 6);
    expect(practice.trend.slope.p).toBeCloseTo(0.005587, 6);
    expect(practice.trend.fitted.percentChange).toBeCloseTo(-14.012, 3);
    holds(comparator.trend.slope, [236.0321, 152.0423, 320.022], 4);
    expect(comparator.trend.slope.p).toBeCloseTo(3.96e-5, 7);
    expect(comparator.trend.fitted.percentChange).toBeCloseTo(28.505, 3);
  });

  it('gives the trend over all 19 quarters where no window is named', async () => {
    const { result } = await document(['compare', ...ABEL]);
    expect(result.measures[0].practice.trend.n).toBe(19);
    holds(result.measures[0].practice.trend.slope, [-6.447368, -10.067351, -2.827386], 6);
  });

  it('compares every year with every later one, and rolling windows', async () => {
    const { result } = await given;
    const years = result.sensitivity.baselines.filter(({ kind }: { kind: string }) => kind === 'financial-year');
    // Four complete years, 2013/14 to 2016/17: six pairs.
    expect(years).toHaveLength(6);
    expect(result.sensitivity.baselines.length).toBeGreaterThan(6);
    const ratios = result.sensitivity.baselines.map(({ ratioOfRatios }: { ratioOfRatios: number }) => ratioOfRatios);
    expect([result.sensitivity.min, result.sensitivity.max]).toEqual([Math.min(...ratios), Math.max(...ratios)]);
    const chosen = years.find(
      (row: { baseline: string; followUp: string }) => `${row.baseline} ${row.followUp}` === '2013/14 2016/17',
    );
    expect(chosen.ratioOfRatios).toBeCloseTo(0.770981, 6);
  });

  it('names each reading of “relative” and mixes no year with a trend', async () => {
    const { out } = await quarterline(['compare', ...ABEL, '--from', '2014/15 Q1']);
    const summary = out.slice(out.indexOf('Summary'), out.indexOf('What changed'));
    expect(summary).toContain('fell by 8.6%');
    expect(summary).not.toMatch(/14\.0%|28\.5%/);
    const { out: markdown } = await quarterline(['compare', ...ABEL, '--from', '2014/15 Q1', '--format', 'markdown']);
    expect(markdown).toContain('| Percentage points between the two changes | −27.6 |');
    expect(markdown).toContain('| Ratio of ratios, on rates | 0.771 | 0.732 to 0.812 |');
    expect(markdown).toContain('| Ratio of ratios, on counts | 0.768 |');
    expect(markdown).toContain('| Percentage points between the two fitted trends | −42.5 |');
    expect(markdown).toContain('it does not show the cause');
    expect(markdown).not.toMatch(/(?<!statistically )significant/);
    for (const line of out.split('\n')) expect(line.length, line).toBeLessThanOrEqual(80);
  });
});

describe('compare on the official totals', () => {
  const options = ['--from', '2013/14 Q1', '--to', '2017/18 Q3'];

  it('gives Somerset’s slope, which is not the paper’s', async () => {
    const { result, findings } = await document(['compare', ...CCG, ...options]);
    const { practice, comparator } = result.measures[0];
    holds(practice.trend.slope, [175.0912, 134.9901, 215.1924], 4);
    expect(practice.trend).toMatchObject({ n: 19, from: '2013/14 Q1', to: '2017/18 Q3' });
    expect(practice.trend.fitted.percentChange).toBeCloseTo(22.2, 1);
    expect(comparator.area).toBe('England less NHS Somerset CCG');
    const years = findings.find(({ id }: { id: string }) => id === 'compare.default-years');
    expect(years.text).toContain('2012/13 and 2018/19');
  });

  it('subtracts the practice from England first', async () => {
    const { result } = await document(['compare', ...CCG, ...options]);
    const { result: whole } = await document(['compare', ...CCG.slice(0, -1), ...options]);
    const [less, all] = [result.measures[0].comparator, whole.measures[0].comparator];
    expect(less.baseline).toBe(all.baseline - result.measures[0].practice.baseline);
    expect(less.followUp).toBe(all.followUp - result.measures[0].practice.followUp);
  });

  it('prints the licence and the note on the page', async () => {
    const page = join(folder, 'page.html');
    expect((await quarterline(['report', ...CCG, ...options, '-o', page])).code).toBe(0);
    const figures = textOf(page).match(/<figure[\s\S]*?<\/figure>/g) ?? [];
    expect(figures.length).toBeGreaterThanOrEqual(5);
    for (const text of [textOf(page).split('<figure')[0] ?? '', ...figures]) {
      expect(text).toContain('Contains public sector information licensed under the Open Government Licence v3.0');
      expect(text).toContain('not exactly emergency admissions');
    }
  });

  it('prints the licence and the note in every format', async () => {
    for (const format of ['text', 'markdown', 'csv', 'json']) {
      const { out } = await quarterline(['compare', ...CCG, ...options, '--format', format]);
      expect(out.replace(/\s+/g, ' '), format).toContain('Open Government Licence v3.0');
      expect(out.replace(/\s+/g, ' '), format).toContain('not exactly emergency admissions');
    }
  });
});
