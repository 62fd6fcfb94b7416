import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CHARTS } from '../../../src/analysis/control-chart/chart-types.ts';
import { CONTROL_RULE_SET_IDS } from '../../../src/analysis/control-chart/choose-rule-set.ts';
import { controlChart } from '../../../src/analysis/control-chart/control-chart.ts';
import type { ChartName, ControlChartResult } from '../../../src/analysis/control-chart/result.ts';
import { CONTROL_RULE_SETS, type ControlRuleSetId } from '../../../src/analysis/control-chart/rule-sets.ts';
import { event, subgroupsOf, valuesOf } from './support.ts';

const SETS = CONTROL_RULE_SET_IDS;
const ruleSet = fc.constantFrom(...SETS);
const whole = (from: number, to: number) => fc.integer({ min: from, max: to });
const values = fc.array(whole(-40, 40), { minLength: 14, maxLength: 40 });
const chartOf = (y: readonly (number | null)[], name: ControlRuleSetId) =>
  controlChart(valuesOf(y), { chart: 'i', ruleSet: name });

const MIRRORED: Readonly<Record<string, string>> = { above: 'below', below: 'above', up: 'down', down: 'up' };

/** Signals without what they mean, side by side comparable. */
const shapes = ({ signals }: ControlChartResult, mirrored = false) =>
  signals
    .map(({ rule, from, to, side, at }) =>
      [rule, from, to, mirrored && side !== null ? MIRRORED[side] : side, at.join()].join(' '),
    )
    .sort();

const lines = ({ points }: ControlChartResult) => points.map(({ centre, lower, upper }) => [centre, lower, upper]);

/** Every number of a result, wherever it stands. */
function numbers(value: unknown): readonly number[] {
  if (typeof value === 'number') return [value];
  if (value === null || typeof value !== 'object') return [];
  return Object.values(value).flatMap(numbers);
}

function expectSame(actual: readonly (readonly (number | null)[])[], wanted: typeof actual, tolerance = 1e-9): void {
  actual.forEach((line, i) => {
    line.forEach((value, k) => {
      const other = wanted[i]?.[k] ?? null;
      if (value === null || other === null) expect(value).toBe(other);
      else expect(Math.abs(value - other)).toBeLessThanOrEqual(tolerance * Math.max(1, Math.abs(value)));
    });
  });
}

describe('control charts of plain measurements', () => {
  it('reversing the sign mirrors every signal', () => {
    fc.assert(
      fc.property(values, ruleSet, (y, name) => {
        const mirrored = shapes(
          chartOf(
            y.map((value) => (value === 0 ? 0 : -value)),
            name,
          ),
          true,
        );
        expect(mirrored).toEqual(shapes(chartOf(y, name)));
      }),
    );
  });

  it('scaling scales limits and leaves signals', () => {
    fc.assert(
      fc.property(values, ruleSet, fc.constantFrom(0.5, 3, 1000, 1e6), (y, name, factor) => {
        const plain = chartOf(y, name);
        const scaled = chartOf(
          y.map((value) => value * factor),
          name,
        );
        expect(shapes(scaled)).toEqual(shapes(plain));
        expectSame(
          lines(scaled),
          lines(plain).map((line) => line.map((value) => value && value * factor)),
        );
      }),
    );
  });

  it('a shift of the origin moves limits and leaves signals', () => {
    fc.assert(
      fc.property(values, ruleSet, whole(-500, 500), (y, name, by) => {
        expect(
          shapes(
            chartOf(
              y.map((value) => value + by),
              name,
            ),
          ),
        ).toEqual(shapes(chartOf(y, name)));
      }),
    );
  });
});

describe('charts of rates', () => {
  const counts = fc.array(fc.tuple(whole(0, 60), whole(60, 400)), { minLength: 14, maxLength: 40 });

  it.each(['uprime', 'pprime', 'iprime'] as const)('%s: multiplying counts and denominators keeps rates', (chart) => {
    fc.assert(
      fc.property(counts, whole(2, 50), (pairs, factor) => {
        const make = (by: number) =>
          controlChart(
            valuesOf(
              pairs.map(([y]) => y * by),
              { n: pairs.map(([, n]) => n * by) },
            ),
            { chart, per: 1000 },
          );
        expect(make(factor).points.map(({ value }) => value)).toEqual(make(1).points.map(({ value }) => value));
        expectSame(lines(make(factor)), lines(make(1)));
      }),
    );
  });
});

describe('every chart', () => {
  const names = Object.keys(CHARTS) as ChartName[];
  const raw = fc.array(fc.option(whole(1, 50), { freq: 8 }), { minLength: 3, maxLength: 40 });

  function make(chart: ChartName, y: readonly (number | null)[], options: Parameters<typeof controlChart>[1]) {
    if (CHARTS[chart].input === 'subgroups')
      return controlChart(subgroupsOf(y.map((value, i) => (value === null ? [] : [value, value + (i % 3)]))), {
        ...options,
        chart,
      });
    const n = CHARTS[chart].input === 'rates' ? y.map((_, i) => 60 + (i % 7)) : undefined;
    return controlChart(valuesOf(y, n ? { n } : {}), { ...options, chart });
  }

  it.each(names)('%s: never gives NaN or Infinity', (chart) => {
    const sets = Object.values(CONTROL_RULE_SETS)
      .filter(({ withoutZones }) => CHARTS[chart].families.includes('zone') || withoutZones === 'left-out')
      .map(({ name }) => name);
    fc.assert(
      fc.property(raw, fc.constantFrom(...sets), fc.boolean(), (y, name, screenMovingRanges) => {
        fc.pre(y.some((value) => value !== null));
        const result = make(chart, y, { ruleSet: name, screenMovingRanges, target: 20 });
        expect(numbers(result).filter((value) => !Number.isFinite(value))).toEqual([]);
        expect(JSON.parse(JSON.stringify(result))).toEqual(result);
      }),
    );
  });

  it.each(names)('%s: appending a point never changes a frozen limit', (chart) => {
    fc.assert(
      fc.property(fc.array(whole(1, 50), { minLength: 8, maxLength: 30 }), whole(1, 50), (y, more) => {
        const freeze = event(6);
        const before = make(chart, y, { freeze, alternatives: false });
        const after = make(chart, [...y, more], { freeze, alternatives: false });
        expect(lines(after).slice(0, y.length)).toEqual(lines(before));
      }),
    );
  });

  it.each(names)('%s: excluding a point equals a file without it', (chart) => {
    fc.assert(
      fc.property(fc.array(whole(1, 50), { minLength: 8, maxLength: 30 }), whole(0, 7), (y, out) => {
        const without = (all: readonly unknown[]) => all.filter((_, place) => place !== out);
        const n = y.map((_, place) => 60 + (place % 7));
        const wanted = CHARTS[chart].input === 'rates' ? { n } : {};
        const series = (keep: boolean) => {
          const kept = keep ? y : (without(y) as number[]);
          if (CHARTS[chart].input === 'subgroups')
            return subgroupsOf(kept.map((value) => [value, value + (value % 5)]));
          return valuesOf(kept, wanted.n ? { n: keep ? n : (without(n) as number[]) } : {});
        };
        const excluded = controlChart(series(true), { chart, exclude: [event(out + 1)], alternatives: false });
        const removed = controlChart(series(false), { chart, alternatives: false });
        const kept = without(excluded.points) as typeof excluded.points;
        expect(lines({ ...excluded, points: kept })).toEqual(lines(removed));
        expect(kept.map(({ value, z, signals }) => [value, z, signals])).toEqual(
          removed.points.map(({ value, z, signals }) => [value, z, signals]),
        );
        expect(excluded.variation).toBe(removed.variation);
      }),
    );
  });
});
