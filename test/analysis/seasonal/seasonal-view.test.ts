import { describe, expect, it } from 'vitest';
import { seasonalCaution, seasonalView } from '../../../src/analysis/seasonal/seasonal-view.ts';
import { simulateAlarms } from '../../../src/analysis/simulation/alarms.ts';
import { tabledJudges } from '../../../src/analysis/simulation/judges.ts';
import { financialQuarter } from '../../../src/data/period.ts';
import type { Series } from '../../../src/data/series.ts';
import { findingText } from '../../../src/messages.ts';
import { CYCLE_POWER } from '../../../src/reference/cycle-power.ts';
import { quarterlySeries } from '../../support/areas.ts';

const FIRST = financialQuarter(2018, 1);
const series = (values: readonly (number | null)[]): Series => quarterlySeries('Frome', 'admissions', FIRST, values);
const of = (n: number, value: (at: number) => number) => Array.from({ length: n }, (_, at) => value(at));
const noise = [3, -5, 4, -2, 1, 2, -4, 5, -3, 0, 4, -1, -5, 3, 2, -4, 1, 0, -2, 5];

describe('the seasonal view', () => {
  it('takes a cycle out of a straight line exactly, by difference', () => {
    const cycle = [10, -20, 30, -20];
    const view = seasonalView(series(of(16, (at) => 200 + 3 * at + (cycle[at % 4] ?? 0))), { method: 'additive' });
    expect(view?.seasons.map(({ name }) => name)).toEqual(['Q1', 'Q2', 'Q3', 'Q4']);
    view?.seasons.forEach(({ factor }, place) => {
      expect(factor).toBeCloseTo(cycle[place] ?? 0, 9);
    });
    view?.points.forEach(({ adjusted }, at) => {
      expect(adjusted).toBeCloseTo(200 + 3 * at, 9);
    });
  });

  it('takes a cycle out of a level exactly, by ratio', () => {
    const cycle = [1.1, 0.9, 1.2, 0.8];
    const view = seasonalView(series(of(12, (at) => 500 * (cycle[at % 4] ?? 1))));
    expect(view).toMatchObject({ method: 'ratio', years: 3, perYear: 4 });
    view?.seasons.forEach(({ factor }, place) => {
      expect(factor).toBeCloseTo(cycle[place] ?? 0, 12);
    });
    view?.points.forEach(({ adjusted }) => {
      expect(adjusted).toBeCloseTo(500, 9);
    });
  });

  it('compares each quarter with the same one a year before', () => {
    const view = seasonalView(series([100, 200, 300, 400, 110, 190, 300, 500, 121, 190, 330, 500]));
    expect(view?.points[3]).toMatchObject({ period: '2018/19 Q4', change: null, percentChange: null });
    expect(view?.points[4]).toMatchObject({ period: '2019/20 Q1', change: 10, percentChange: 10 });
    expect(view?.points[11]).toMatchObject({ change: 0, percentChange: 0 });
  });

  it('works by month, on rates, and gives the adjusted series back as counts', () => {
    const months: Series = {
      ...series([]),
      periods: of(36, (at) => at).map((at) => ({ frequency: 'month', index: 12 * 2018 + at })),
      values: of(36, (at) => (at % 12 === 0 ? 150 : 100) * 2),
      denominator: { measure: { ...series([]).measure, name: 'list_size' }, values: of(36, () => 2000) },
    };
    const view = seasonalView(months);
    expect(view).toMatchObject({ perYear: 12, unit: 'rate', rate: { per: 1000, denominator: 'list_size' } });
    expect(view?.seasons[0]?.name).toBe('01');
    // Eleven months at 100 and one at 150: the year's level is 1250 / 12.
    expect(view?.points[0]).toMatchObject({ value: 150 });
    view?.points.forEach(({ adjusted }) => {
      expect(adjusted).toBeCloseTo(1250 / 12, 9);
    });
    view?.adjusted.values.forEach((value) => {
      expect(value).toBeCloseTo(2500 / 12, 9);
    });
  });

  it('is additive where a value is nought, and keeps gaps', () => {
    const values: (number | null)[] = of(20, (at) => 10 + (at % 4));
    values[3] = 0;
    expect(seasonalView(series(values))?.method).toBe('additive');
    values[9] = null;
    const view = seasonalView(series(values));
    expect(view?.points[9]).toMatchObject({ value: null, adjusted: null, change: null });
    expect(view?.points[13]?.change).toBeNull();
  });

  it('is not given for less than three whole years, for other frequencies, or through too many gaps', () => {
    expect(seasonalView(series(of(11, (at) => at + 1)))).toBeNull();
    expect(seasonalView(series(of(12, (at) => (at % 3 === 0 ? 0 : 5)).map((v) => v || null)))).toBeNull();
    const years = {
      ...series(of(12, () => 5)),
      periods: of(12, (at) => at).map((index) => ({ frequency: 'year' as const, index })),
    };
    expect(seasonalView(years)).toBeNull();
  });

  it('holds no NaN for a constant series', () => {
    const view = seasonalView(series(of(16, () => 7)));
    expect(view).toMatchObject({ cycle: null, test: null });
    expect(view?.points.every(({ adjusted }) => adjusted === 7)).toBe(true);
  });
});

describe('the caution of a cycle', () => {
  it('is given for a strong cycle, with what it hides', () => {
    const strong = series(of(20, (at) => 500 + 60 * Math.sin((2 * Math.PI * at) / 4) + (noise[at] ?? 0)));
    const found = seasonalCaution(strong, 'ihi-control');
    expect(found?.id).toBe('seasonal.hides');
    expect(found?.slots).toMatchObject({ without: 58, with: 2, simulated: 2 });
    expect(found && findingText(found)).toContain('hides real changes');
    expect(seasonalView(strong)?.findings.map(({ id }) => id)).toEqual(['seasonal.cycle', 'seasonal.change']);
  });

  it('is not given without a cycle, nor for short series', () => {
    const plain = series(of(20, (at) => 500 + (noise[at] ?? 0)));
    expect(seasonalCaution(plain, 'ihi-control')).toBeNull();
    expect(seasonalView(plain)?.findings[0]?.id).toBe('seasonal.no-cycle');
    expect(seasonalCaution(series([1, 2, 3, 4]), 'ihi-control')).toBeNull();
  });

  // A cycle of 0.75 standard deviations, and an F of 7 (Lothian and Morry).
  it.each([
    [0.749, 7, null],
    [0.75, 6.99, null],
    [0.75, 7, 1],
    [1.499, 20, 1],
    [1.5, 20, 2],
    [3, 20, 2],
  ])('of %f standard deviations with an F of %f tells what one of %j hides', (cycle, f, simulated) => {
    const plain = series(of(20, (at) => 500 + (noise[at] ?? 0)));
    const view = seasonalView(plain);
    if (!view?.test) throw new Error('no view');
    const found = seasonalCaution(plain, 'ihi-control', { ...view, cycle, test: { ...view.test, f } });
    expect(found?.slots.simulated ?? null).toBe(simulated);
    if (simulated !== null) expect(found?.slots).toMatchObject({ cycle, without: 58 });
  });

  it('rests on simulations that say that a cycle hides changes, rule set by rule set', () => {
    for (const [ruleSet, judge] of tabledJudges()) {
      const stored = CYCLE_POWER[ruleSet];
      if (!stored) continue;
      expect(stored[0]).toBeGreaterThan(stored[1]);
      expect(stored[1]).toBeGreaterThan(stored[2]);
      const again = simulateAlarms((values) => judge(values.map((v, at) => (at < 12 ? v : v + 1.5))), 24, {
        series: 400,
        seed: 5,
      });
      // Four standard errors of a share of 400 are at most 10 percentage points.
      expect(Math.abs(again.any.percent - stored[0])).toBeLessThan(11);
    }
    expect(Object.keys(CYCLE_POWER)).toHaveLength(9);
  });
});
