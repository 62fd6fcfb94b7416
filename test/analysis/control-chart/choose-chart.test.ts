import { describe, expect, it } from 'vitest';
import { chooseChart } from '../../../src/analysis/control-chart/choose-chart.ts';
import { controlChart } from '../../../src/analysis/control-chart/control-chart.ts';
import type { Measure, Series } from '../../../src/data/series.ts';
import { findingText } from '../../../src/messages.ts';
import { expectClose } from '../../support/golden.ts';
import { event, subgroupsOf, valuesOf } from './support.ts';

/** Differences that chance alone would make of a mean count of 16: sigma-z is 4.2105 / 4 / 1.128 = 0.93. */
const CHANCE = [16, 20, 15, 18, 13, 17, 12, 16, 21, 15, 19, 14, 16, 11, 17, 21, 16, 12, 16, 15];

function counted(
  values: readonly (number | null)[],
  denominator?: readonly number[],
  unit: Measure['unit'] = 'people',
): Series {
  const series = valuesOf(values, denominator ? { n: denominator } : {});
  return {
    ...series,
    measure: { ...series.measure, unit: 'count' },
    denominator: series.denominator && {
      ...series.denominator,
      measure: { ...series.denominator.measure, unit, role: unit === 'people' ? 'list_size' : 'other' },
    },
  };
}

const chosen = (series: Series) => {
  const { chart, chosen: why } = chooseChart(series);
  return [chart, why.reason];
};
const thousand = CHANCE.map(() => 1000);

describe('a chart left to us', () => {
  it('is I for measurements, I′ with a denominator, Xbar for subgroups', () => {
    expect(chosen(valuesOf([1.5, 2, 3]))).toEqual(['i', 'measure']);
    expect(chosen(valuesOf([1.5, 2, 3], { n: [10, 10, 10] }))).toEqual(['iprime', 'measure-rate']);
    expect(chooseChart(subgroupsOf([[1, 2]])).chart).toBe('xbar');
  });

  it('is I or I′ for large counts, with sigma-z shown', () => {
    const large = CHANCE.map((count) => count * 50);
    expect(chosen(counted(large))).toEqual(['i', 'large-counts']);
    expect(chosen(counted(large, thousand))).toEqual(['iprime', 'large-counts-rate']);
    const steps = CHANCE.slice(1).map((count, i) => Math.abs(count - (CHANCE[i] ?? 0)));
    const mean = CHANCE.reduce((sum, count) => sum + count) / 20;
    const range = steps.reduce((sum, step) => sum + step) / 19;
    expectClose(chooseChart(counted(large)).chosen.sigmaZ, (50 * range) / 1.128 / Math.sqrt(50 * mean), 1e-12);
  });

  it('is C, U or P where dispersion allows', () => {
    expect(chosen(counted(CHANCE))).toEqual(['c', 'dispersion-allows']);
    expect(chosen(counted(CHANCE, thousand))).toEqual(['u', 'dispersion-allows']);
    expect(chosen(counted(CHANCE, thousand, 'count'))).toEqual(['p', 'dispersion-allows']);
  });

  it('is I, U′ or P′ where it does not: twice as much, or half as much as chance', () => {
    for (const factor of [3, 0.25]) {
      const other = CHANCE.map((count) => 16 + Math.round((count - 16) * factor));
      expect(chosen(counted(other))).toEqual(['i', 'dispersion-differs']);
      expect(chosen(counted(other, thousand))).toEqual(['uprime', 'dispersion-differs']);
      expect(chosen(counted(other, thousand, 'count'))).toEqual(['pprime', 'dispersion-differs']);
    }
  });

  it('is U, not P, where a count can be larger than what it is divided by', () => {
    const few = CHANCE.map((count, i) => (i === 3 ? count - 1 : count + 4));
    expect(chosen(counted(CHANCE, few, 'count'))[0]).toMatch(/^u/);
  });

  it('does not look at what is left out', () => {
    const spoilt = CHANCE.map((count, i) => (i === 10 ? 400 : count));
    const series = counted(spoilt);
    expect(controlChart(series).chart).toBe('i');
    expect(controlChart(series, { exclude: [event(11)] }).chart).toBe('c');
  });

  it('says why in a sentence', () => {
    const chart = controlChart(counted(CHANCE, thousand));
    const why = chart.findings.find(({ id }) => id === 'control-chart.chosen');
    expect(why && findingText(why)).toMatch(
      /^A U chart was chosen for Frome: the counts are small, .* \(sigma-z 0\.9\d, where 1 is chance alone\)\. Use --chart for another\.$/,
    );
  });
});

describe('a chart of chance alone that was asked for', () => {
  it('comes with a caution where points vary more', () => {
    const other = CHANCE.map((count) => 16 + (count - 16) * 3);
    const chart = controlChart(counted(other, thousand), { chart: 'u' });
    const warning = chart.findings.find(({ id }) => id === 'control-chart.dispersion');
    expect(warning && findingText(warning)).toContain('too narrow');
    expect(chart.sigmaZ).toBeGreaterThan(2);
    const plain = controlChart(counted(CHANCE, thousand), { chart: 'u' });
    expect(plain.findings.map(({ id }) => id)).not.toContain('control-chart.dispersion');
  });
});
