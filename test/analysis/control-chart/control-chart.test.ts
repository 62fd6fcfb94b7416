import { describe, expect, it } from 'vitest';
import { CONTROL_RULE_SET_IDS } from '../../../src/analysis/control-chart/choose-rule-set.ts';
import { controlChart } from '../../../src/analysis/control-chart/control-chart.ts';
import type { ControlChartOptions } from '../../../src/analysis/control-chart/options.ts';
import type { ControlChartResult } from '../../../src/analysis/control-chart/result.ts';
import type { ControlRuleSetId } from '../../../src/analysis/control-chart/rule-sets.ts';
import { QuarterlineError } from '../../../src/errors.ts';
import { errorText, findingText } from '../../../src/messages.ts';
import { event, markedBy, subgroupsOf, valuesOf } from './support.ts';

/** Thirteen quiet points of mean 10, moving ranges of 2. */
const QUIET = [9, 11, 9, 11, 9, 11, 9, 11, 9, 11, 9, 11, 10];
const i = (
  values: readonly (number | null)[],
  options: Partial<ControlChartOptions> = {},
  better?: 'lower' | 'neither',
) => controlChart(valuesOf(values, better ? { better } : {}), { chart: 'i', ...options });
const ids = (chart: { readonly findings: readonly { readonly id: string }[] }) => chart.findings.map(({ id }) => id);

function refusal(make: () => unknown): QuarterlineError {
  try {
    make();
  } catch (error) {
    if (error instanceof QuarterlineError) return error;
    throw error;
  }
  throw new Error('nothing was refused');
}

describe('phases and baselines', () => {
  const stepped = [...QUIET, 19, 21, 19, 21, 19, 21, 19, 21];

  it('gives each phase limits of its own', () => {
    const chart = i(stepped, { phases: [event(14)] });
    expect(chart.phases).toMatchObject([
      { from: '1', to: '13', centre: 10, n: 13, frozenAt: null },
      { from: '14', to: '21', centre: 20, n: 8 },
    ]);
    expect(chart.points.map(({ phase }) => phase)).toEqual([...new Array(13).fill(0), ...new Array(8).fill(1)]);
    expect(chart.signals).toEqual([]);
    expect(chart.variation).toBe('common');
  });

  it('judges all points by a frozen baseline', () => {
    const chart = i(stepped, { freeze: event(13) });
    expect(chart.phases).toMatchObject([{ centre: 10, n: 13, frozenAt: '13' }]);
    expect(markedBy(chart, 'outside')).toEqual([14, 15, 16, 17, 18, 19, 20, 21]);
    expect(chart.signals.find(({ rule }) => rule === 'outside')).toMatchObject({ from: '14', to: '21', count: 8 });
    expect(chart.variation).toBe('improvement');
  });

  it('freezes the phase in which the baseline ends', () => {
    const chart = i([...stepped, 30], { phases: [event(14)], freeze: event(21) });
    expect(chart.phases).toMatchObject([{ frozenAt: null }, { n: 8, frozenAt: '21', centre: 20 }]);
    expect(markedBy(chart, 'outside')).toEqual([22]);
  });

  it('lets a baseline act alone under mdc-excel-v5, and says so', () => {
    const chart = i(stepped, { ruleSet: 'mdc-excel-v5', phases: [event(14)], freeze: event(13) });
    expect(chart.phases).toHaveLength(1);
    expect(ids(chart)).toContain('control-chart.baseline-alone');
  });

  it('lets a shift cross a phase where the rule set does, each point judged by its own limits', () => {
    const values = [...QUIET.slice(0, 10), 11, 11, 11, 21, 21, 21, ...QUIET.slice(0, 10).map((value) => value + 10)];
    const crossing = i(values, { ruleSet: 'mdc-excel-v5', phases: [event(14)] });
    expect(crossing.signals.filter(({ rule }) => rule === 'shift')).toMatchObject([{ from: '10', to: '16', count: 7 }]);
    expect(i(values, { ruleSet: 'nhsr', phases: [event(14)] }).signals.filter(({ rule }) => rule === 'shift')).toEqual(
      [],
    );
  });

  it('does not judge a phase of fewer than 12 points under the SQL query', () => {
    const chart = i(stepped, { ruleSet: 'mdc-sql-2.6a', phases: [event(14)] });
    expect(chart.points[20]).toMatchObject({ centre: 20, lower: null, upper: null, variation: null });
    expect(chart.variation).toBe('insufficient');
    expect(ids(chart)).toContain('control-chart.phase-unjudged');
  });

  it('draws the mean alone below 13 points under Making Data Count', () => {
    const chart = i(QUIET.slice(0, 12), { ruleSet: 'mdc-excel-v5', target: 10 });
    expect(chart).toMatchObject({ state: 'too-few', variation: 'insufficient', assurance: 'none', signals: [] });
    expect(chart.points[0]).toMatchObject({ centre: 10, lower: null, upper: null, sigma: null, variation: null });
    expect(i(QUIET, { ruleSet: 'mdc-excel-v5' }).state).toBe('judged');
  });

  it.each([
    [49, false],
    [51, true],
  ])('%i points are many: %s', (count, many) => {
    const values = Array.from({ length: count }, (_, at) => (at % 2 === 0 ? 9 : 11));
    expect(ids(i(values)).includes('control-chart.many-points')).toBe(many);
  });

  it('calls limits of few points trial limits', () => {
    expect(ids(i(QUIET))).toContain('control-chart.trial-limits');
    expect(ids(i([...QUIET, ...QUIET]))).not.toContain('control-chart.trial-limits');
  });
});

describe('variation', () => {
  const high = [...QUIET, 30];

  it('is improvement, concern or neither by the better direction', () => {
    expect(i(high).variation).toBe('improvement');
    expect(i(high, {}, 'lower').variation).toBe('concern');
    expect(i(high, {}, 'neither').variation).toBe('neither');
  });

  it('is that of the last point for Making Data Count, of the latest signal for the others', () => {
    const passed = [...QUIET, 30, 9, 11, 9, 11];
    expect(i(passed, { ruleSet: 'mdc-excel-v5', freeze: event(13) }).variation).toBe('common');
    expect(i(passed, { freeze: event(13) }).variation).toBe('improvement');
  });

  it('looks at signals of the last phase only', () => {
    const chart = i([...QUIET, 30, ...QUIET], { phases: [event(15)] });
    expect(chart.signals).not.toEqual([]);
    expect(chart.variation).toBe('common');
  });

  it('shows a point that improves and worsens as both, or by the policy of the rule set', () => {
    const values = [50, 46, 42, 38, 34, 30, 10, 12, 10, 12, 10, 12, 10, 12, 10, 12];
    const ihi = i(values, { freeze: event(16) });
    expect(ihi.points[0]?.signals).toEqual(expect.arrayContaining(['outside', 'trend']));
    expect(ihi.points[0]?.variation).toBe('both');
    expect(ids(ihi)).toContain('control-chart.both');
    expect(i(values, { ruleSet: 'mdc-excel-v5' }).points[0]?.variation).toBe('improvement');
    expect(i(values, { ruleSet: 'mdc-sql-2.6a' }).points[0]).toMatchObject({ variation: 'concern' });
    expect(i(values, { ruleSet: 'nhsr' }).points[0]).toMatchObject({ variation: 'improvement' });
  });

  it('says nothing of points on both sides where there are none', () => {
    expect(ids(i(high))).not.toContain('control-chart.both');
    expect(ids(i(QUIET))).not.toContain('control-chart.both');
  });

  it('has no direction on MR and S charts', () => {
    const jump = controlChart(valuesOf([...QUIET, 40]), { chart: 'mr' });
    expect(jump.signals).toMatchObject([{ rule: 'outside', variation: 'neither' }]);
    expect(jump.variation).toBe('neither');
  });

  it('names the gaps that a signal spans', () => {
    const chart = i([...QUIET, 12, 12, 12, null, 12, 12, 12, 12, 12], { freeze: event(13) });
    expect(chart.signals.find(({ rule }) => rule === 'shift')).toMatchObject({ from: '14', gaps: ['17'], count: 8 });
  });
});

describe('assurance', () => {
  /** Limits of 10 and 2.66 x 23 / 12 on either side. */
  const values = [9, 11, 9, 11, 9, 11, 9, 11, 9, 11, 9, 11, 10];
  const width = 2.66 * (23 / 12);
  const verdict = (
    target: ControlChartOptions['target'],
    ruleSet: ControlRuleSetId = 'mdc-excel-v5',
    better?: 'lower' | 'neither',
  ) => i(values, { target, ruleSet, screenMovingRanges: false }, better).assurance;

  it('compares the target with the latest limits', () => {
    expect(verdict(10)).toBe('inconsistent');
    expect(verdict(4)).toBe('pass');
    expect(verdict(16)).toBe('fail');
    expect(verdict(4, 'mdc-excel-v5', 'lower')).toBe('fail');
    expect(verdict(16, 'mdc-excel-v5', 'lower')).toBe('pass');
    expect(verdict(16, 'mdc-excel-v5', 'neither')).toBe('none');
    expect(verdict(null)).toBe('none');
  });

  it('counts a target on a limit for Making Data Count, not for nhsr', () => {
    const upper = i(values, { ruleSet: 'nhsr', screenMovingRanges: false }).points[0]?.upper ?? 0;
    expect(upper).toBeCloseTo(10 + width, 12);
    expect(verdict(upper)).toBe('fail');
    expect(verdict(upper, 'nhsr')).toBe('inconsistent');
  });

  it('takes the latest target where it changes over time', () => {
    const targets = values.map((_, place) => (place < 6 ? 4 : place < 12 ? 16 : null));
    expect(verdict(targets)).toBe('fail');
    expect(i(values, { target: targets }).points.map(({ target }) => target)).toEqual(targets);
  });

  it('does not call a target of no events missed for good where only the axis ends there', () => {
    const chart = controlChart(valuesOf([3, 4, 2, 3, 4, 2, 3, 4], { better: 'lower' }), { chart: 'c', target: 0 });
    expect(chart.points[0]?.lower).toBe(0);
    expect(chart.assurance).toBe('inconsistent');
  });

  it('reads a target on the scale that is drawn', () => {
    const counts = [90, 110, 90, 110, 90, 110, 90, 110];
    const chart = controlChart(valuesOf(counts, { n: counts.map(() => 1000) }), { chart: 'u', per: 1000, target: 100 });
    expect(chart.assurance).toBe('inconsistent');
    expect(chart.points[0]?.target).toBe(100);
  });
});

describe('would it change?', () => {
  it('gives the verdict under the other common rule set, screened, and with other lengths', () => {
    const chart = i([...QUIET, 10.5, 10.5, 10.5, 10.5, 10.5, 10.5], { ruleSet: 'mdc-excel-v5' });
    expect(chart.variation).toBe('improvement');
    expect(chart.alternatives.map(({ choice, value }) => `${choice} ${value}`)).toEqual([
      'rule-set ihi-control',
      'screening on',
      'shift-length 7',
    ]);
    expect(chart.alternatives[0]).toMatchObject({ variation: 'common', changes: true });
    expect(chart.alternatives[2]).toMatchObject({ variation: 'common', changes: true });
    expect(ids(chart)).toContain('control-chart.would-change');
  });

  it('offers U′ beside U and P′ beside P', () => {
    const counts = [5, 6, 4, 5, 7, 5];
    const n = counts.map(() => 100);
    const values = (chart: 'u' | 'p') =>
      controlChart(valuesOf(counts, { n }), { chart }).alternatives.map(({ value }) => value);
    expect(values('u')).toContain('uprime');
    expect(values('p')).toContain('pprime');
  });
});

describe('rules where they do not belong', () => {
  it('refuses run chart rules on a control chart', () => {
    const error = refusal(() => i(QUIET, { ruleSet: 'anhoej' as 'nelson' }));
    expect(error.kind).toBe('usage');
    expect(errorText(error)).toContain('there is no control chart rule set "anhoej"');
  });

  it.each(['t', 'g', 'mr', 's'] as const)('refuses a rule set that rests on zones on a %s chart', (chart) => {
    const series = chart === 's' ? subgroupsOf(QUIET.map((value) => [value, value + 1])) : valuesOf(QUIET);
    const error = refusal(() => controlChart(series, { chart, ruleSet: 'western-electric' }));
    expect(error.kind).toBe('usage');
    expect(errorText(error)).toContain('zones');
  });

  it('leaves zones out of the IHI rules there, and says why', () => {
    const chart = controlChart(valuesOf([...QUIET, ...QUIET]), { chart: 't' });
    const left = chart.findings.find(({ id }) => id === 'control-chart.rules-left-out');
    expect(left?.slots).toMatchObject({ rules: ['two-of-three', 'hugging'], reason: 'zones' });
    expect(chart.signals.filter(({ rule }) => rule === 'hugging')).toEqual([]);
  });

  it('judges MR and S charts by their limits alone', () => {
    const rising = [1, 2, 4, 7, 11, 16, 22, 29, 37, 46];
    expect(controlChart(valuesOf(rising), { chart: 'mr' }).signals).toEqual([]);
  });
});

describe('refusals, in words', () => {
  const n = [10, 12, 14];
  const cases: readonly (readonly [string, 'usage' | 'data', () => unknown, string])[] = [
    [
      'an unknown rule set',
      'usage',
      () => i(QUIET, { ruleSet: 'nelsn' as 'nelson' }),
      'there is no control chart rule set "nelsn"',
    ],
    ['an unknown chart', 'usage', () => i(QUIET, { chart: 'q' as 'i' }), 'there is no chart "q"'],
    ['a length that is fixed', 'usage', () => i(QUIET, { shiftLength: 7 }), '8, which this rule set fixes'],
    ['no denominator', 'usage', () => i(QUIET, { chart: 'p' }), 'needs a denominator'],
    ['a denominator on C', 'usage', () => controlChart(valuesOf(n, { n }), { chart: 'c' }), 'no use for a denominator'],
    ['no subgroups', 'usage', () => i(QUIET, { chart: 'xbar' }), 'several measurements'],
    ['subgroups on I', 'usage', () => controlChart(subgroupsOf([[1, 2]]), { chart: 'i' }), 'Xbar chart or S chart'],
    ['a subgroup of one', 'data', () => controlChart(subgroupsOf([[1, 2], [3]]), { chart: 's' }), 'single measurement'],
    ['a target that is no number', 'usage', () => i(QUIET, { target: Number.NaN }), 'the target is not a number'],
    [
      'a denominator of zero',
      'data',
      () => controlChart(valuesOf([1, 2], { n: [5, 0] }), { chart: 'u' }),
      'above zero',
    ],
    [
      'more than all',
      'data',
      () => controlChart(valuesOf([1, 11, 3], { n: [10, 10, 10] }), { chart: 'p' }),
      'more than people (10)',
    ],
    ['a negative count', 'data', () => i([1, -2, 3], { chart: 'c' }), 'score of Frome is −2 in 2'],
    ['a time of zero', 'data', () => i([1, 0, 3], { chart: 't' }), 'times above zero on a T chart'],
    ['a phase outside the data', 'data', () => i(QUIET, { phases: [event(40)] }), 'no phase of Frome can start at 40'],
    [
      'a phase of one point',
      'data',
      () => i(QUIET, { phases: [event(13)] }),
      'the phase 13 to 13 of Frome has 1 point',
    ],
    ['a baseline of one point', 'data', () => i(QUIET, { freeze: event(1) }), 'cannot be frozen at 1'],
    ['a baseline after the data', 'data', () => i(QUIET, { freeze: event(99) }), 'cannot be frozen at 99'],
    ['everything excluded', 'data', () => i([1, 2], { exclude: [event(1), event(2)] }), 'every value is missing'],
    ['nothing at all', 'data', () => i([null, null]), 'every value is missing'],
    ['periods of another kind', 'data', () => i(QUIET, { freeze: { frequency: 'month', index: 5 } }), 'of kind month'],
  ];

  it.each(cases)('%s is a %s error', (_, kind, make, words) => {
    const error = refusal(make);
    expect(error.kind).toBe(kind);
    expect(errorText(error)).toContain(words);
  });
});

/** Every finding has a sentence, whole and without holes. */
function expectSentences({ findings }: ControlChartResult): void {
  for (const finding of findings) {
    const text = findingText(finding);
    expect(text).toMatch(/^[\p{Lu}\d].*\.$/u);
    expect(text).not.toMatch(/undefined|NaN|null|\s{2}/);
  }
}

describe('places', () => {
  it('names the line of each value that cannot be charted', () => {
    const series = {
      ...valuesOf([1, -2, 3, -4]),
      origin: { file: 'counts.csv', column: 'score', lines: [2, 3, 4, 5] },
    };
    const error = refusal(() => controlChart(series, { chart: 'c' }));
    expect(errorText(error).split('\n')).toEqual([
      expect.stringMatching(/^counts\.csv, line 3, column "score": score of Frome is −2 in 2; expected/),
      expect.stringMatching(/^counts\.csv, line 5, column "score": score of Frome is −4 in 4; expected/),
    ]);
  });
});

describe('values left out', () => {
  it('may be what the chart cannot be made of', () => {
    expect(i([5, 6, -2, 4, 5], { chart: 'c', exclude: [event(3)] }).points[2]).toMatchObject({
      value: -2,
      excluded: true,
    });
  });
});

describe('sentences', () => {
  it('has one for every finding of charts of every kind', () => {
    const wild = [5, 40, 6, 7, 8, 9, 10, 11, 12, 30, 31, 32, 2, null, 3, 4, 60, 3, 3, 3, 3, 3, 3, 3, 3, 9, 2, 8, 3, 7];
    const n = wild.map((_, place) => 100 + place);
    for (const ruleSet of CONTROL_RULE_SET_IDS)
      for (const chart of ['i', 'iprime', 'c', 'u', 'uprime', 'p', 'pprime'] as const)
        for (const better of ['higher', 'lower', 'neither'] as const) {
          const divided = !['i', 'c'].includes(chart);
          const series = valuesOf(wild, divided ? { n, better } : { better });
          expectSentences(
            controlChart(series, { chart, ruleSet, target: 20, phases: [event(15)], exclude: [event(17)] }),
          );
        }
    for (const chart of ['mr', 'g', 't'] as const)
      expectSentences(controlChart(valuesOf(wild), { chart, target: 20, screenMovingRanges: true, freeze: event(15) }));
    const subgroups = subgroupsOf(wild.map((value) => (value === null ? [] : [value, value + 1, 2 * value])));
    for (const chart of ['xbar', 's'] as const)
      expectSentences(controlChart(subgroups, { chart, exclude: [event(2)] }));
    for (const short of [[], [4], [4, 4, 4], [4, 5, 4]])
      expectSentences(i([7, ...short], { ruleSet: 'mdc-excel-v5', target: 3 }, 'neither'));
  });

  it('says what a signal is, where, what it means and what to ask', () => {
    const chart = i([...QUIET, 30], {}, 'lower');
    const signal = chart.findings.find(({ id }) => id === 'control-chart.outside');
    expect(signal && findingText(signal)).toBe(
      'Outside the limits: 14, at 30, lies above the upper limit of 20.2. This is a concern. Check the figure first; then ask what was different at that time.',
    );
  });
});

describe('charts without spread', () => {
  it.each([
    ['t', [5, 5, 5, 5, 5, 5]],
    ['g', [0, 0, 0, 0, 0, 0]],
  ] as const)('%s has no limits where nothing varies', (chart, values) => {
    const { points } = controlChart(valuesOf(values), { chart });
    for (const { lower, upper } of points) expect([lower, upper]).toEqual([null, null]);
  });
});

describe('the shortest phase', () => {
  it('is two points', () => {
    const last = (from: number) => i([...QUIET, 12], { phases: [event(from)] });
    expect(last(13).phases).toHaveLength(2);
    expect(refusal(() => last(14)).problems[0]?.code).toBe('control-chart.phase-short');
  });
});
