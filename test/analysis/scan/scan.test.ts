import { describe, expect, it } from 'vitest';
import { controlChart } from '../../../src/analysis/control-chart/control-chart.ts';
import { runChart } from '../../../src/analysis/run-chart/run-chart.ts';
import { scan } from '../../../src/analysis/scan/scan.ts';
import { financialQuarter } from '../../../src/data/period.ts';
import type { Series } from '../../../src/data/series.ts';
import { findingText } from '../../../src/messages.ts';
import { quarterlySeries } from '../../support/areas.ts';

const FIRST = financialQuarter(2018, 1);
const wave = [3, -2, 1, -3, 2, 0, -1, 4, -4, 1, 2, -3, 3, -1, 0, 2];
const series = (name: string, values: readonly (number | null)[]): Series =>
  quarterlySeries(name, 'admissions', FIRST, values);

const steady = series(
  'Steady',
  wave.map((one) => 500 + one),
);
const risen = series(
  'Risen',
  wave.map((one, place) => 500 + one + (place >= 8 ? 60 : 0)),
);
const fallen = series(
  'Fallen',
  wave.map((one, place) => 500 + one - (place >= 8 ? 40 : 0)),
);
const risenMore = series(
  'Risen more',
  wave.map((one, place) => 5000 + 10 * one + (place >= 8 ? 600 : 0)),
);
const short = series('Short', [5]);
const all = [short, steady, fallen, risen, risenMore];

describe('a scan', () => {
  it('puts concern first, the furthest from its centre at the top, and what cannot be judged last', () => {
    const { areas } = scan(all);
    expect(areas.map(({ area, variation }) => [area, variation])).toEqual([
      ['Risen more', 'concern'],
      ['Risen', 'concern'],
      ['Fallen', 'improvement'],
      ['Steady', 'common'],
      ['Short', 'insufficient'],
    ]);
  });

  it.each(['ihi-control', 'mdc-excel-v5', 'nhsr', 'western-electric'] as const)(
    'says of each area what its own control chart says (%s)',
    (ruleSet) => {
      const { areas } = scan(all.slice(1), { ruleSet });
      for (const one of all.slice(1)) {
        const chart = controlChart(one, { chart: 'i', ruleSet, alternatives: false });
        const line = areas.find(({ area }) => area === one.area.name);
        const last = chart.points.at(-1);
        expect(line?.variation).toBe(chart.variation);
        expect(line?.signals.map(({ rule, from, to }) => [rule, from, to])).toEqual(
          chart.signals.map(({ rule, from, to }) => [rule, from, to]),
        );
        expect(line?.latest).toMatchObject({
          period: '2021/22 Q4',
          value: last?.value,
          centre: last?.centre,
          lower: last?.lower,
          upper: last?.upper,
        });
        expect(line?.falseAlarmRate).toBe(chart.falseAlarmRate?.percent);
      }
    },
  );

  it('says of each area what its own run chart says', () => {
    const { areas } = scan(all, { ruleSet: 'ihi-run' });
    for (const one of all) {
      const chart = runChart(one);
      const line = areas.find(({ area }) => area === one.area.name);
      expect(line?.chart).toBe('run');
      expect(line?.signals.map(({ rule, from }) => [rule, from])).toEqual(
        chart.signals.map(({ rule, from }) => [rule, from]),
      );
      expect(line?.latest?.centre).toBe(chart.centre.value);
    }
    expect(areas.at(-1)).toMatchObject({ area: 'Short', variation: 'insufficient' });
  });

  it('counts what chance alone would give from the rates of the areas that it judged', () => {
    const { summary } = scan(all);
    // 16 points under ihi-control: 8.6% in the published simulation; four areas, so 0.34 of them.
    expect(summary).toMatchObject({ areas: 5, judged: 4, withSignals: 3 });
    expect(summary.byChance?.areas).toBe(4);
    expect(summary.byChance?.expected).toBeCloseTo(4 * 0.086, 1);
    expect(summary.byVariation).toEqual({ concern: 2, neither: 0, improvement: 1, common: 1, insufficient: 1 });
  });

  it('charts rates on I′ with limits at the latest denominator, and ranks by people', () => {
    const per = (one: Series, list: number): Series => ({
      ...one,
      denominator: {
        measure: quarterlySeries('', 'list_size', FIRST, []).measure,
        values: one.values.map((_, place) => list + place),
      },
    });
    const { areas, unit, rate } = scan([per(risen, 20_000), per(risenMore, 300_000)]);
    expect([unit, rate]).toEqual(['rate', { per: 1000, denominator: 'list_size' }]);
    // Rates per head: 0.025 and 0.017, but more people.
    expect(areas.map(({ area, chart }) => [area, chart])).toEqual([
      ['Risen more', 'iprime'],
      ['Risen', 'iprime'],
    ]);
    expect(areas[1]?.latest?.value).toBeCloseTo((1000 * 562) / 20_015, 9);
  });

  it('looks only between --from and --to, and freezes where it is told', () => {
    const to = financialQuarter(2019, 4);
    expect(scan([risen], { to }).areas[0]).toMatchObject({
      n: 8,
      variation: 'common',
      latest: { period: '2019/20 Q4' },
    });
    const frozen = scan([risen], { freeze: to }).areas[0];
    // Mean of the first eight: 500 + (3 - 2 + 1 - 3 + 2 + 0 - 1 + 4) / 8 = 500.5.
    expect(frozen?.latest?.centre).toBe(500.5);
    expect(frozen?.falseAlarmRate).toBeNull();
  });

  it('warns where most areas fall in the latest period', () => {
    const cut = (one: Series): Series => ({
      ...one,
      values: one.values.map((v, i) => (i === 15 ? (v ?? 0) * 0.6 : v)),
    });
    const { findings } = scan([steady, risen, fallen, risenMore].map(cut));
    const low = findings.find(({ id }) => id === 'scan.latest-low');
    expect(low?.slots).toMatchObject({ period: '2021/22 Q4', areas: 4 });
    expect(scan(all).findings.some(({ id }) => id === 'scan.latest-low')).toBe(false);
  });

  it('says where nothing can be judged', () => {
    const { findings } = scan([short], { ruleSet: 'mdc-excel-v5' });
    const [verdict] = findings;
    expect(verdict && findingText(verdict)).toBe(
      'None of 1 area has enough points of emergency admissions to judge, 2018/19 Q1 to 2018/19 Q1.',
    );
    expect(findings).toHaveLength(1);
  });

  it('refuses rule sets that do not exist, and nothing at all', () => {
    expect(() => scan(all, { ruleSet: 'no-such' as 'nhsr' })).toThrow('control-chart.unknown-rules');
    expect(() => scan([])).toThrow('scan.nothing');
  });

  it('holds no NaN for constant, empty and missing series', () => {
    const odd = [
      series(
        'Constant',
        wave.map(() => 7),
      ),
      series(
        'Noughts',
        wave.map(() => 0),
      ),
      series(
        'Gaps',
        wave.map((one, i) => (i % 3 === 0 ? null : 50 + one)),
      ),
      short,
    ];
    for (const ruleSet of ['ihi-control', 'mdc-excel-v5', 'nelson', 'wheeler', 'ihi-run', 'anhoej'] as const)
      expect(holdsNaN(scan(odd, { ruleSet }))).toBe(false);
  });
});

function holdsNaN(thing: unknown): boolean {
  if (typeof thing === 'number') return !Number.isFinite(thing);
  if (typeof thing !== 'object' || thing === null) return false;
  return Object.values(thing).some(holdsNaN);
}
