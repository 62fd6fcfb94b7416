import { describe, expect, it } from 'vitest';
import type { RunRuleId } from '../../../src/analysis/run-chart/result.ts';
import { RUN_RULE_SETS, runRuleSet } from '../../../src/analysis/run-chart/rule-sets.ts';
import { analyseRuns, findSignals } from '../../../src/analysis/run-chart/rules.ts';
import { usedPoints } from '../../../src/analysis/run-chart/sequence.ts';
import { QuarterlineError } from '../../../src/errors.ts';

/** The rules that fire on these values about a given line at 0. */
function fired(values: readonly number[], name: 'ihi-run' | 'anhoej'): readonly RunRuleId[] {
  const ruleSet = RUN_RULE_SETS[name];
  const used = usedPoints(values.map((value) => ({ value, excluded: false })));
  return findSignals(analyseRuns(used, 0, ruleSet), ruleSet, 'exact').map(({ rule }) => rule);
}

/** The pattern between alternating points, so that only it can be unusual: three before and three behind. */
const amid = (...pattern: number[]): number[] => [-1, 1.1, -1.2, ...pattern, -1.3, 1.4, -1.5];

/** k points above that neither rise nor fall steadily. */
const above = (k: number): number[] => Array.from({ length: k }, (_, i) => (i % 2 === 0 ? 0.5 : 0.8));

describe('the same data under two rule sets (reference table 2.9)', () => {
  it.each([
    ['6 in a row above', amid(...above(6)), ['shift'], []],
    ['7 above (13 useful points)', amid(...above(7)), ['shift'], []],
    ['8 above (14 useful points)', amid(...above(8)), ['shift'], ['longest-run']],
    ['9 above', amid(...above(9)), ['shift'], ['longest-run']],
    ['7 above with one point on the line among them', amid(...above(3), 0, ...above(4)), ['shift'], []],
    ['5 above', amid(...above(5)), [], []],
  ] as const)('%s', (_, values, ihi, anhoej) => {
    expect(fired(values, 'ihi-run')).toEqual(ihi);
    expect(fired(values, 'anhoej')).toEqual(anhoej);
  });

  it.each([
    ['5 rising', amid(-0.2, -0.1, 0.1, 0.2, 0.3).with(2, 1.6).with(8, -1.9), ['trend']],
    ['6 rising', amid(-0.3, -0.2, -0.1, 0.1, 0.2, 0.3).with(2, 1.6).with(9, -1.9), ['trend']],
    ['4 rising', amid(-0.2, -0.1, 0.1, 0.2).with(2, 1.6).with(7, -1.9), []],
    ['a rise with one tie in it', amid(-0.3, -0.2, -0.1, -0.1, 0.1, 0.2, 0.3).with(2, 1.6).with(10, -1.9), ['trend']],
  ] as const)('%s: the trend rule is only in the IHI set', (_, values, ihi) => {
    expect(fired(values, 'ihi-run')).toEqual(ihi);
    expect(fired(values, 'anhoej')).toEqual([]);
  });

  it('14 alternating: the IHI runs test, not Anhøj', () => {
    const alternating = Array.from({ length: 14 }, (_, i) => (i % 2 === 0 ? 1 : -1));
    expect(fired(alternating, 'ihi-run')).toEqual(['runs']);
    expect(fired(alternating, 'anhoej')).toEqual([]);
  });
});

describe('marks', () => {
  it('puts a shift on the points that count, not on those on the line', () => {
    const used = usedPoints([1, 2, 1, 0, 2, 1, 2, -1, 1, -1, 1, -1].map((value) => ({ value, excluded: false })));
    const ruleSet = RUN_RULE_SETS['ihi-run'];
    expect(findSignals(analyseRuns(used, 0, ruleSet), ruleSet, 'exact')).toEqual([
      { rule: 'shift', side: 'above', count: 6, at: [0, 1, 2, 4, 5, 6] },
    ]);
  });

  it('is silent on shift and runs below ten useful points, and not on trends', () => {
    expect(fired([1, 2, 1, 2, 1, 2, 1, 2, 1], 'ihi-run')).toEqual([]);
    expect(fired([1, 2, 3, 4, 5, 1], 'ihi-run')).toEqual(['trend']);
    expect(fired([1, 2, 1, 2, 1, 2, 1, 2, 1], 'anhoej')).toEqual([]);
  });
});

describe('names', () => {
  const problemOf = (name: string): string | undefined => {
    try {
      runRuleSet(name);
    } catch (error) {
      if (error instanceof QuarterlineError && error.kind === 'usage') return error.problems[0]?.code;
    }
    return undefined;
  };

  it('refuses the rule set of a control chart, and an unknown one', () => {
    expect(problemOf('nelson')).toBe('run-chart.unknown-rules');
    expect(problemOf('ihi')).toBe('run-chart.unknown-rules');
    expect(problemOf('toString')).toBe('run-chart.unknown-rules');
    expect(problemOf('ihi-run')).toBeUndefined();
  });

  it('gives each rule set under its own name, with its sources', () => {
    for (const [name, ruleSet] of Object.entries(RUN_RULE_SETS)) {
      expect(ruleSet.name).toBe(name);
      expect(ruleSet.sources.length).toBeGreaterThan(0);
    }
  });
});
