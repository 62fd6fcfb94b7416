import { describe, expect, it } from 'vitest';
import { withLengths } from '../../../src/analysis/control-chart/choose-rule-set.ts';
import type { Sequence } from '../../../src/analysis/control-chart/patterns.ts';
import type { ControlRuleSetId } from '../../../src/analysis/control-chart/rule-sets.ts';
import { stretchesOf } from '../../../src/analysis/control-chart/rules.ts';
import { RUN_RULE_SETS } from '../../../src/analysis/run-chart/rule-sets.ts';
import { analyseRuns, findSignals } from '../../../src/analysis/run-chart/rules.ts';
import type { RuleSetId } from '../../../src/analysis/scan/options.ts';
import { ruleSetNamed } from './support.ts';

/** Points so many sigmas from a centre of 0, as every rule sees them. */
function sequence(z: readonly number[]): Sequence {
  return {
    y: Float64Array.from(z),
    z: Float64Array.from(z),
    side: Int8Array.from(z, Math.sign),
    beyond: Int8Array.from(z, (value) => (Math.abs(value) > 3 ? Math.sign(value) : 0)),
    apart: Uint8Array.from(z, (_, i) => (i === 0 ? 1 : 0)),
    meanRange: new Float64Array(z.length).fill(1.128),
  };
}

/** The rules of a set that fire on given distances from the centre. */
function fired(name: RuleSetId, z: readonly number[]): readonly string[] {
  if (name === 'ihi-run' || name === 'anhoej') {
    const ruleSet = RUN_RULE_SETS[name];
    const used = z.map((value, at) => ({ at, value }));
    return findSignals(analyseRuns(used, 0, ruleSet), ruleSet, 'exact').map(({ rule }) => rule);
  }
  return ruleSetNamed(name)
    .rules.filter((rule) => stretchesOf(rule, sequence(z), 0, z.length).length > 0)
    .map(({ rule }) => rule);
}

const repeat = (n: number, value: number): number[] => new Array<number>(n).fill(value);

/** Ups and downs that are no pattern of their own, before and after the one to be looked at. */
const before = [0.4, -0.5, 0.6, -0.4];
const after = [-0.6, 0.3];

const COLUMNS = [
  'ihi-run',
  'ihi-control',
  'mdc-excel-v5',
  'mdc-sql-2.6a',
  'nhsr',
  'western-electric',
  'nelson',
  'anhoej',
] as const;

const NO: readonly string[] = [];
const SHIFT = ['shift'];
const TREND = ['trend'];
const TWO = ['two-of-three'];
const OUT = ['outside'];
const BOTH = ['outside', 'two-of-three'];

/**
 * The same data under each rule set: a row says which rules fire, in the order of COLUMNS. Where the published comparison
 * has no entry for a set (its rules do not speak of such a pattern), the set's definition decides. Null: not judged, as
 * the run rules of runs and crossings do not concern single points.
 */
const ROWS: readonly (readonly [string, readonly number[], readonly (readonly string[] | null)[]])[] = [
  ['six in a row above', [...before, ...repeat(6, 0.5), ...after, -0.2], [SHIFT, NO, SHIFT, SHIFT, NO, NO, NO, NO]],
  ['seven above', [...before, ...repeat(7, 0.5), ...after], [SHIFT, NO, SHIFT, SHIFT, SHIFT, NO, NO, NO]],
  [
    'eight above',
    [...before, ...repeat(8, 0.5), ...after],
    [SHIFT, SHIFT, SHIFT, SHIFT, SHIFT, SHIFT, NO, ['longest-run']],
  ],
  [
    'nine above',
    [0.4, -0.5, -0.4, ...repeat(9, 0.5), ...after],
    [SHIFT, SHIFT, SHIFT, SHIFT, SHIFT, SHIFT, SHIFT, ['longest-run']],
  ],
  [
    'seven above with one point on the line among them',
    [...before, 0.5, 0.5, 0.5, 0, 0.5, 0.5, 0.5, 0.5, -0.6, 0.3],
    [SHIFT, NO, NO, NO, NO, NO, NO, NO],
  ],
  ['five rising', [0.4, -0.9, -0.5, -0.1, 0.4, 0.8, -0.3, 0.2, -0.6, 0.5, -0.4], [TREND, NO, NO, NO, NO, NO, NO, null]],
  [
    'six rising',
    [0.4, -0.9, -0.5, -0.1, 0.4, 0.6, 0.8, -0.3, 0.2, -0.6, 0.5],
    [TREND, TREND, TREND, TREND, NO, NO, TREND, null],
  ],
  [
    'seven steps with one tie',
    [0.4, -0.9, -0.7, -0.5, -0.1, -0.1, 0.4, 0.6, 0.8, -0.3, 0.2, -0.6],
    [TREND, TREND, NO, NO, NO, NO, NO, null],
  ],
  [
    'two beyond 2 sigma, one below the centre between them',
    [...before, 2.5, -0.3, 2.5, -0.6, 0.3],
    [NO, TWO, NO, NO, NO, TWO, TWO, null],
  ],
  ['3.5 and 2.5, the third above', [...before, 0.5, 3.5, 2.5, -0.6], [NO, BOTH, OUT, BOTH, OUT, BOTH, BOTH, null]],
  ['2.5, -2.5, 2.5', [...before, 2.5, -2.5, 2.5, -0.6], [NO, TWO, NO, NO, NO, TWO, TWO, null]],
  ['exactly 3 and 2 sigma', [...before, 2, 3, 2, -0.6, 0.3], [NO, NO, NO, NO, NO, NO, NO, null]],
  [
    '15 within 1 sigma',
    [0.4, 0.2, -0.5, -0.3, 0.1, -0.2, 0.6, -0.4, -0.1, 0.5, 0.3, -0.7, 0.8, 0.2, -0.6],
    [null, ['hugging'], NO, NO, NO, NO, ['hugging'], null],
  ],
  [
    '14 alternating',
    [0.4, -0.5, 0.6, -0.4, 0.5, -0.6, 0.4, -0.5, 0.6, -0.4, 0.5, -0.6, 0.4, -0.5],
    [['runs'], NO, NO, NO, NO, NO, ['alternating'], NO],
  ],
];

describe('the same data, another verdict', () => {
  for (const [pattern, z, verdicts] of ROWS) {
    for (const [i, name] of COLUMNS.entries()) {
      const rules = verdicts[i];
      if (rules == null) continue;
      it(`${pattern}: ${name} ${rules.length > 0 ? `finds ${rules.join(' and ')}` : 'is silent'}`, () => {
        expect(fired(name, z)).toEqual(rules);
      });
    }
  }

  it('lets shift and trend of Making Data Count be set to 7', () => {
    const seven = withLengths(ruleSetNamed('mdc-excel-v5'), { shift: 7, trend: 7 });
    const six = sequence([...before, ...repeat(6, 0.5), ...after]);
    expect(seven.rules.flatMap((rule) => stretchesOf(rule, six, 0, 12))).toEqual([]);
  });
});

describe("Wheeler's short set", () => {
  it('finds three of four nearer a limit than the centre', () => {
    expect(fired('wheeler', [...before, 1.6, 0.2, 1.7, 1.6, -0.6])).toEqual(['three-of-four']);
    expect(fired('wheeler', [...before, 1.5, 0.2, 1.5, 1.5, -0.6])).toEqual([]);
  });

  it('finds a moving range above 3.268 times the mean', () => {
    const quiet = [0.1, -0.1, 0.1];
    expect(fired('wheeler', [...quiet, -1.9, 1.8])).toEqual(['moving-range']);
    expect(fired('wheeler', [...quiet, -1.9, 1.7])).toEqual([]);
  });
});

describe('marks', () => {
  const marked = (name: ControlRuleSetId, rule: string, z: readonly number[]) =>
    ruleSetNamed(name)
      .rules.filter((own) => own.rule === rule)
      .flatMap((own) => stretchesOf(own, sequence(z), 0, z.length).flatMap((stretch) => stretch.marked));

  it('marks a whole shift, or from the point that completes it', () => {
    const z = [-0.5, ...repeat(10, 0.5), -0.5];
    expect(marked('ihi-control', 'shift', z)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
    expect(marked('nelson', 'shift', z)).toEqual([9, 10]);
  });

  it('marks of two in three only those beyond 2 sigma, or the one that completes them', () => {
    const z = [-0.5, 2.5, 0.5, 2.5, 0.5];
    expect(marked('mdc-excel-v5', 'two-of-three', z)).toEqual([1, 3]);
    expect(marked('western-electric', 'two-of-three', z)).toEqual([3]);
  });

  it('asks that the last of the window lies beyond, where the last is marked', () => {
    expect(marked('western-electric', 'two-of-three', [2.5, 2.5, 0.5])).toEqual([]);
    expect(marked('ihi-control', 'two-of-three', [2.5, 2.5, 0.5])).toEqual([0, 1]);
  });

  it('counts a point exactly on 1 sigma as within for Nelson, as beyond for IHI', () => {
    const z = [1, ...repeat(7, 0.5), ...repeat(7, -0.5)];
    expect(marked('nelson', 'hugging', z)).toEqual([14]);
    expect(marked('ihi-control', 'hugging', z)).toEqual([]);
  });

  it('finds eight in a row beyond 1 sigma on either side, four of five on one side', () => {
    expect(marked('nelson', 'mixture', [1.2, -1.3, 1.1, -1.2, 1.4, -1.1, 1.2, -1.3])).toEqual([7]);
    expect(marked('western-electric', 'four-of-five', [1.2, 1.3, -0.2, 1.1, 1.2])).toEqual([4]);
  });

  it('gives one stretch for windows that overlap, and two for patterns apart', () => {
    const [rule] = ruleSetNamed('ihi-control').rules.filter((own) => own.rule === 'two-of-three');
    const z = [2.5, 2.4, 2.6, 2.5, 0, -0.2, 0.1, 2.5, 2.6, 0];
    const found = rule ? stretchesOf(rule, sequence(z), 0, z.length) : [];
    expect(found.map(({ marked: at }) => at)).toEqual([
      [0, 1, 2, 3],
      [7, 8],
    ]);
  });
});
