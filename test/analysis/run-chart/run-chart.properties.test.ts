import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { RunChartResult, RunRuleSetId, RunsLimits } from '../../../src/analysis/run-chart/result.ts';
import { runChart } from '../../../src/analysis/run-chart/run-chart.ts';
import { event, seriesOf } from './support.ts';

// Few distinct whole numbers, so that ties and points on the median are common.
const values = fc.array(fc.integer({ min: -6, max: 6 }), { minLength: 1, maxLength: 45 });
const withGaps = fc
  .array(fc.option(fc.integer({ min: -6, max: 6 }), { freq: 5 }), { minLength: 1, maxLength: 45 })
  .filter((list) => list.some((value) => value !== null));
const ruleSet = fc.constantFrom<RunRuleSetId>('ihi-run', 'anhoej');
const runsLimits = fc.constantFrom<RunsLimits>('exact', 'printed');

/** What the chart says, without the values themselves. */
const verdicts = ({ signals, runs, useful, longestRun, crossings }: RunChartResult) => ({
  signals: signals.map(({ rule, side, count, at }) => ({ rule, side, count, at })),
  runs: runs.count,
  useful,
  longestRun,
  crossings,
});

const MIRROR = { above: 'below', below: 'above', up: 'down', down: 'up' } as const;

function numbersIn(value: unknown): readonly number[] {
  if (typeof value === 'number') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(numbersIn) : [];
}

describe('run charts, whatever the values', () => {
  it('turn upside down with the values', () => {
    fc.assert(
      fc.property(withGaps, ruleSet, runsLimits, (list, rules, limits) => {
        const options = { ruleSet: rules, runsLimits: limits };
        const plain = verdicts(runChart(seriesOf(list), options));
        const turned = verdicts(runChart(seriesOf(list.map((value) => (value === null ? null : -value))), options));
        expect(turned).toEqual({
          ...plain,
          signals: plain.signals.map((signal) => ({ ...signal, side: signal.side && MIRROR[signal.side] })),
        });
      }),
    );
  });

  it('are the same in another unit, and about another zero', () => {
    fc.assert(
      fc.property(withGaps, ruleSet, fc.integer({ min: 1, max: 999 }), fc.integer(), (list, rules, factor, zero) => {
        const moved = list.map((value) => (value === null ? null : value * factor + zero));
        expect(verdicts(runChart(seriesOf(moved), { ruleSet: rules }))).toEqual(
          verdicts(runChart(seriesOf(list), { ruleSet: rules })),
        );
      }),
    );
  });

  it('are the same at another time', () => {
    fc.assert(
      fc.property(withGaps, ruleSet, fc.integer({ min: 0, max: 9000 }), (list, rules, first) => {
        const now = runChart(seriesOf(list, { frequency: 'quarter', first: 8000 }), { ruleSet: rules });
        const then = runChart(seriesOf(list, { frequency: 'quarter', first }), { ruleSet: rules });
        expect(verdicts(then)).toEqual(verdicts(now));
      }),
    );
  });

  it('give runs and trends without a missing period as if it had never been', () => {
    fc.assert(
      fc.property(withGaps, ruleSet, (list, rules) => {
        const closed = list.filter((value) => value !== null);
        const kept = list.flatMap((value, i) => (value === null ? [] : [i]));
        const expected = verdicts(runChart(seriesOf(closed), { ruleSet: rules }));
        expect(verdicts(runChart(seriesOf(list), { ruleSet: rules }))).toEqual({
          ...expected,
          signals: expected.signals.map((signal) => ({ ...signal, at: signal.at.map((i) => kept[i]) })),
        });
      }),
    );
  });

  it('treat an excluded point as one that is not in the file, apart from the gap', () => {
    fc.assert(
      fc.property(values, fc.nat(), ruleSet, (list, choice, rules) => {
        fc.pre(list.length > 1);
        const out = choice % list.length;
        const excluded = runChart(seriesOf(list), { ruleSet: rules, exclude: [event(out + 1)] });
        const absent = runChart(seriesOf(list.map((value, i) => (i === out ? null : value))), { ruleSet: rules });
        expect(verdicts(excluded)).toEqual(verdicts(absent));
        expect(excluded.centre.value).toBe(absent.centre.value);
        expect(excluded.points[out]).toMatchObject({ value: list[out], excluded: true, signals: [] });
        expect(excluded.signals.flatMap(({ gaps }) => gaps)).toEqual([]);
      }),
    );
  });

  it('keep a frozen median when a point is added', () => {
    fc.assert(
      fc.property(values, fc.integer(), fc.nat(), (list, added, choice) => {
        const freeze = event(1 + (choice % list.length));
        const before = runChart(seriesOf(list), { freeze });
        const after = runChart(seriesOf([...list, added]), { freeze });
        expect(after.centre).toEqual(before.centre);
      }),
    );
  });

  it('hold only finite numbers, and marks that agree with the signals', () => {
    const anything = fc.array(fc.option(fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e300, max: 1e300 })), {
      minLength: 1,
      maxLength: 60,
    });
    fc.assert(
      fc.property(anything, ruleSet, runsLimits, (list, rules, limits) => {
        fc.pre(list.some((value) => value !== null));
        const chart = runChart(seriesOf(list), { ruleSet: rules, runsLimits: limits });
        expect(numbersIn(chart).filter((number) => !Number.isFinite(number))).toEqual([]);
        const text = JSON.stringify(chart);
        expect(JSON.stringify(JSON.parse(text))).toBe(text);
        expect(text).not.toContain('undefined');
        chart.points.forEach((point, at) => {
          const rulesHere = chart.signals.filter((signal) => signal.at.includes(at)).map(({ rule }) => rule);
          expect(point.signals).toEqual([...new Set(rulesHere)]);
          if (point.value === null) expect(point.signals).toEqual([]);
        });
      }),
    );
  });
});
