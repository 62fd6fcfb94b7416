import { describe, expect, it } from 'vitest';
import type { RunChartOptions } from '../../../src/analysis/run-chart/options.ts';
import type { RunChartResult } from '../../../src/analysis/run-chart/result.ts';
import { runChart } from '../../../src/analysis/run-chart/run-chart.ts';
import { financialQuarter } from '../../../src/data/period.ts';
import { QuarterlineError } from '../../../src/errors.ts';
import { csvRecords, event, seriesOf } from './support.ts';

const records = csvRecords(new URL('../../../fixtures/frome-somerset/admissions.csv', import.meta.url));
const first = financialQuarter(2013, 1).index;
const quarterly = (area: string) =>
  seriesOf(
    records.map((row) => Number(row[area])),
    { frequency: 'quarter', first, area },
  );
const frome = quarterly('Frome Medical Practice');
const somerset = quarterly('Rest of Somerset');

const ids = (chart: RunChartResult) => chart.findings.map(({ id }) => id.replace('run-chart.', ''));
const codeOf = (act: () => unknown): string | undefined => {
  try {
    act();
  } catch (error) {
    if (error instanceof QuarterlineError) return error.problems[0]?.code;
  }
  return undefined;
};

describe('the Frome series (worked by hand)', () => {
  it('shows no signal at Frome: 8 runs among 18 useful points about 741', () => {
    const chart = runChart(frome);
    expect(chart.centre.value).toBe(741);
    expect(chart).toMatchObject({ n: 19, useful: 18, longestRun: 4, crossings: 7, signals: [] });
    expect(chart.runs).toEqual({ count: 8, lower: 6, upper: 14, method: 'exact', otherVerdict: null });
    expect(ids(chart)).toEqual(['no-signal', 'silence']);
  });

  it('shows two shifts and too few runs in the rest of Somerset', () => {
    const chart = runChart(somerset);
    expect(chart.centre.value).toBe(12973);
    expect(chart.runs).toMatchObject({ count: 4, lower: 6, upper: 14 });
    expect(chart.signals.map(({ rule, side, from, to, count }) => [rule, side, from, to, count])).toEqual([
      ['shift', 'below', '2013/14 Q1', '2014/15 Q3', 7],
      ['shift', 'above', '2015/16 Q3', '2017/18 Q3', 8],
      ['runs', null, '2013/14 Q1', '2017/18 Q3', 4],
    ]);
    // 2016/17 Q1 is the median itself: inside the shift, and not marked.
    const median = chart.points.find(({ period }) => period === '2016/17 Q1');
    expect(median).toMatchObject({ value: 12973, signals: [] });
    expect(chart.points.filter(({ signals }) => signals.includes('shift'))).toHaveLength(15);
  });

  it('freezes the median on the first year, tests the whole series against it and says that it is not firm', () => {
    const chart = runChart(frome, { freeze: financialQuarter(2013, 4) });
    // 741, 766, 815, 829: (766 + 815) / 2.
    expect(chart.centre).toEqual({
      kind: 'median',
      value: 790.5,
      baseline: { from: '2013/14 Q1', to: '2013/14 Q4', n: 4 },
    });
    expect(chart.useful).toBe(19);
    expect(chart.signals[0]).toMatchObject({
      rule: 'shift',
      side: 'below',
      from: '2015/16 Q1',
      to: '2017/18 Q3',
      count: 11,
    });
    expect(ids(chart)).toContain('short-baseline');
  });
});

describe('a baseline', () => {
  it.each([
    [9, true],
    [10, false],
    [11, false],
  ])('of %i points is called short: %s', (count, short) => {
    const chart = runChart(seriesOf(Array.from({ length: 20 }, (_, at) => (at * 7) % 11)), { freeze: event(count) });
    expect(chart.centre.baseline?.n).toBe(count);
    expect(ids(chart).includes('short-baseline')).toBe(short);
  });
});

describe('what a signal means', () => {
  const meanings = (chart: RunChartResult) => chart.signals.map(({ rule, variation }) => [rule, variation]);
  const better = (direction: 'higher' | 'neither') => ({
    ...somerset,
    measure: { ...somerset.measure, better: direction },
  });

  it('is improvement or concern by side and direction, but not for the run that begins the series', () => {
    expect(meanings(runChart(somerset))).toEqual([
      ['shift', 'neither'],
      ['shift', 'concern'],
      ['runs', 'neither'],
    ]);
    expect(runChart(better('higher')).signals[1]?.variation).toBe('improvement');
    expect(runChart(better('neither')).signals[1]?.variation).toBe('neither');
  });

  it('is judged after the baseline where the median is frozen', () => {
    const frozen = runChart(frome, { freeze: financialQuarter(2013, 4) });
    expect(meanings(frozen)[0]).toEqual(['shift', 'improvement']);
    const within = runChart(seriesOf([6, 7, 6, 7, 6, 7, 4, 3, 4, 3, 4, 5, 3]), { freeze: event(12) });
    expect(meanings(within)[0]).toEqual(['shift', 'neither']);
  });

  it('goes by the direction for a trend, wherever it lies', () => {
    expect(meanings(runChart(seriesOf([1, 2, 3, 4, 5, 1, 2])))).toEqual([['trend', 'concern']]);
  });
});

describe('few or unequal points', () => {
  it('states no verdict below ten useful points', () => {
    const chart = runChart(seriesOf([1, 2, 1, 2, 1, 2, 1, 2]));
    expect(chart.signals).toEqual([]);
    expect(chart.runs).toMatchObject({ lower: null, upper: null, otherVerdict: null });
    expect(ids(chart)).toEqual(['no-verdict']);
  });

  it('applies the trend rule alone there, and says so', () => {
    const chart = runChart(seriesOf([1, 2, 3, 4, 5, 6]));
    expect(chart.signals.map(({ rule }) => rule)).toEqual(['trend']);
    expect(ids(chart)).toContain('too-few');
  });

  it('has nothing to judge in a constant series', () => {
    const chart = runChart(seriesOf(new Array(20).fill(7)));
    expect(chart).toMatchObject({ useful: 0, longestRun: 0, crossings: 0, signals: [], worthALook: [] });
    expect(chart.runs.count).toBe(0);
    expect(ids(chart)).toEqual(['no-variation']);
  });

  it('says that runs have no limits when all points lie on one side of a frozen median', () => {
    const values = [10, ...Array.from({ length: 14 }, (_, i) => 20 + (i % 3))];
    const chart = runChart(seriesOf(values), { freeze: event(1) });
    expect(chart.runs).toMatchObject({ count: 1, lower: null, upper: null });
    expect(chart.signals.map(({ rule }) => rule)).toEqual(['shift']);
    expect(ids(chart)).toContain('no-exact-limits');
  });

  it('has no printed limits beyond 60 useful points, and says so', () => {
    const chart = runChart(seriesOf(Array.from({ length: 70 }, (_, i) => (i * 7) % 11)), { runsLimits: 'printed' });
    expect(chart.runs).toMatchObject({ lower: null, upper: null });
    expect(ids(chart)).toEqual(expect.arrayContaining(['no-printed-limits', 'printed-unverified']));
  });

  it('tells when the other table of limits gives another verdict', () => {
    // 20 useful points in 6 runs: exact 7 to 15, printed 6 to 16.
    const block = (side: number, n: number) => Array.from({ length: n }, (_, i) => side * (1 + (i % 2)));
    const values = [4, -3, 3, -4, 3, -3].flatMap((n) => block(Math.sign(n), Math.abs(n)));
    const chart = runChart(seriesOf(values));
    expect(chart.runs).toEqual({
      count: 6,
      lower: 7,
      upper: 15,
      method: 'exact',
      otherVerdict: { method: 'printed', lower: 6, upper: 16, signal: false },
    });
    expect(ids(chart)).toContain('limits-differ');
    const printed = runChart(seriesOf(values), { runsLimits: 'printed' });
    expect(printed.runs.otherVerdict).toEqual({ method: 'exact', lower: 7, upper: 15, signal: true });
  });
});

describe('gaps and exclusions', () => {
  // Six above the median of 5 with a missing period among them; then six below.
  const gappy = [6, 7, 6, null, 7, 6, 7, 4, 3, 4, 3, 4, 3];

  it('counts a shift across a gap and names the gap in the signal', () => {
    const chart = runChart(seriesOf(gappy), { freeze: null });
    expect(chart.centre.value).toBe(5);
    expect(chart.signals[0]).toMatchObject({ rule: 'shift', side: 'above', count: 6, from: '1', to: '7', gaps: ['4'] });
    expect(chart.signals[1]).toMatchObject({ rule: 'shift', side: 'below', count: 6, from: '8', to: '13', gaps: [] });
    expect(chart.points[3]).toMatchObject({ value: null, excluded: false, signals: [] });
    expect(chart.findings.find(({ id }) => id === 'run-chart.gap')?.slots.periods).toEqual(['4']);
  });

  it('leaves an excluded point out of the median and the rules, and draws it', () => {
    const chart = runChart(seriesOf([6, 7, 99, 6, 4, 3, 4, 5]), { exclude: [event(3)] });
    // 3, 4, 4, 5, 6, 6, 7.
    expect(chart.centre.value).toBe(5);
    expect(chart.n).toBe(7);
    expect(chart.points[2]).toEqual({
      period: '3',
      index: 2,
      value: 99,
      excluded: true,
      provisional: false,
      signals: [],
    });
    expect(ids(chart)).toContain('excluded');
  });

  it('takes flags of the series: excluded and provisional points', () => {
    const chart = runChart(
      seriesOf([6, 7, 99, 6, 4], {
        frequency: 'quarter',
        first,
        flags: [
          { index: 2, kind: 'excluded' },
          { index: 4, kind: 'provisional' },
        ],
      }),
    );
    expect(chart.points.map(({ excluded }) => excluded)).toEqual([false, false, true, false, false]);
    expect(chart.points.map(({ provisional }) => provisional)).toEqual([false, false, false, false, true]);
    expect(ids(chart)).toEqual(expect.arrayContaining(['excluded', 'provisional']));
  });

  it('says what was named and is not in the chart', () => {
    const chart = runChart(seriesOf([1, 2, 3, 2, 1]), {
      exclude: [event(9)],
      intervention: event(8),
      annotations: [
        { period: event(2), text: 'new ward' },
        { period: event(12), text: 'later' },
      ],
    });
    expect(chart.annotations).toEqual([{ period: '2', index: 1, text: 'new ward' }]);
    expect(chart.intervention).toBeNull();
    expect(ids(chart)).toEqual(expect.arrayContaining(['exclude-absent', 'intervention-absent', 'annotation-absent']));
  });
});

describe('rates', () => {
  it('are per so many of the denominator, equal ratios exactly equal', () => {
    const chart = runChart(seriesOf([7, 14, 5, 21], { denominator: [20, 40, 10, 60] }), { per: 1000 });
    expect(chart.points.map(({ value }) => value)).toEqual([350, 350, 500, 350]);
    expect(chart).toMatchObject({ unit: 'rate', rate: { per: 1000, denominator: 'list_size' }, useful: 1 });
  });

  it('are missing where the denominator is, and the chart says so', () => {
    const chart = runChart(seriesOf([7, 8, 9], { denominator: [10, null, 10] }));
    expect(chart.points[1]?.value).toBeNull();
    expect(ids(chart)).toContain('no-denominator');
    expect(ids(chart)).not.toContain('gap');
  });

  it('refuse a denominator of zero', () => {
    expect(codeOf(() => runChart(seriesOf([7, 8], { denominator: [10, 0] })))).toBe('run-chart.denominator');
  });
});

describe('worth a look', () => {
  // Mean 10, moving ranges 0.2 but for the last (9.9 to 20: about 10): limits by hand below.
  const steady = [10, 10.2, 10, 10.2, 10, 10.2, 10, 10.2, 10, 10.2, 10, 10.2, 20];

  it('offers points beyond the limits of an individuals chart', () => {
    const chart = runChart(seriesOf(steady));
    // Mean 141.2 / 13 = 10.861538; mean moving range (11 x 0.2 + 9.8) / 12 = 1; limits -+ 3 / 1.128.
    expect(chart.worthALook).toHaveLength(1);
    expect(chart.worthALook[0]).toMatchObject({ period: '13', value: 20 });
    expect(chart.worthALook[0]?.upper).toBeCloseTo(10.861538 + 2.659574, 5);
    expect(chart.worthALook[0]?.lower).toBeCloseTo(10.861538 - 2.659574, 5);
    expect(ids(chart)).toContain('worth-a-look');
    expect(chart.signals.some(({ at }) => at.includes(12))).toBe(false);
  });

  it('takes twelve points, and limits from them', () => {
    // Mean 131.2 / 12 = 10.933333; mean moving range (10 x 0.2 + 9.8) / 11 = 1.072727; three of them over 1.128.
    const [look] = runChart(seriesOf(steady.slice(1))).worthALook;
    expect(look).toMatchObject({ period: '12', value: 20 });
    expect(look?.upper).toBeCloseTo(10.933333 + 2.852998, 5);
  });

  it('does not bridge a missing period with a moving range', () => {
    const broken = [...steady.slice(0, 12), null, 20];
    // Mean 10.861538 as before, moving ranges 11 x 0.2: limits -+ 3 x 0.2 / 1.128, so every point is beyond them.
    expect(runChart(seriesOf(broken)).worthALook[0]?.upper).toBeCloseTo(10.861538 + 0.531915, 5);
  });

  it('offers none with fewer than twelve points, or without variation', () => {
    expect(runChart(seriesOf(steady.slice(2))).worthALook).toEqual([]);
    expect(runChart(seriesOf(new Array(15).fill(3))).worthALook).toEqual([]);
  });
});

describe('what cannot be charted', () => {
  const refused = (options: Partial<RunChartOptions>) => codeOf(() => runChart(seriesOf([1, 2, 3]), options));

  it('names the reason', () => {
    expect(refused({ exclude: [event(1), event(2), event(3)] })).toBe('run-chart.nothing');
    expect(refused({ from: event(9) })).toBe('run-chart.nothing');
    expect(refused({ freeze: event(9) })).toBe('run-chart.baseline');
    expect(refused({ freeze: event(1), exclude: [event(1)] })).toBe('run-chart.baseline');
    expect(refused({ freeze: event(1), from: event(2) })).toBe('run-chart.baseline');
    expect(refused({ freeze: { frequency: 'month', index: 1 } })).toBe('run-chart.frequency');
    expect(codeOf(() => runChart(seriesOf([null, null])))).toBe('run-chart.nothing');
  });
});
