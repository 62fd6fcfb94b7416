import { describe, expect, it } from 'vitest';
import { scanFindings } from '../../../src/analysis/scan/findings.ts';
import { scan } from '../../../src/analysis/scan/scan.ts';
import { describeSteps, largestStep, turnover } from '../../../src/analysis/scan/steps.ts';
import { financialQuarter } from '../../../src/data/period.ts';
import type { Finding } from '../../../src/finding.ts';
import { quarterlySeries } from '../../support/areas.ts';

const FIRST = financialQuarter(2018, 1);
const series = (values: readonly (number | null)[], name = 'A', first = FIRST) =>
  quarterlySeries(name, 'admissions', first, values);
const levels = (...pairs: readonly (readonly [count: number, level: number])[]) =>
  pairs.flatMap(([count, level]) => Array<number>(count).fill(level));
const slotsOf = (findings: readonly Finding[], id: string) =>
  findings.filter((one) => one.id === id).map(({ slots }) => slots);

describe('a lasting step', () => {
  it.each([
    // A third of 900 is 300.
    ['up by a third', levels([4, 900], [4, 1200]), null],
    ['up by more than a third', levels([4, 900], [4, 1201]), 4],
    ['down by a third', levels([4, 900], [4, 600]), null],
    ['down by more than a third', levels([4, 900], [4, 599]), 4],
    // Three times the root of the larger level: 3 x 5 = 15 from 10 to 25.
    ['of three standard deviations of a count', levels([4, 10], [4, 25]), null],
    ['of more than three', levels([4, 10], [4, 26]), 4],
    ['followed by two points', levels([4, 900], [2, 1500]), null],
    ['followed by three points', levels([4, 900], [3, 1500]), 4],
    ['after three points', levels([3, 900], [4, 1500]), null],
    // From 900 to a level of 1,500: half of it is 300.
    ['half of which comes at once', [...levels([4, 900]), 1201, 1500, 1500, 1500, 1500, 1500], 4],
  ])('%s', (_, values, at) => {
    expect(largestStep(series(values))?.at ?? null).toBe(at);
  });

  // 35 % of a step of 600 are 210.
  it.each([
    [390, true],
    [389, false],
    [810, true],
    [811, false],
  ])('of 600 is matched with an area of %i that ends: %s', (level, matched) => {
    const grown = series(levels([4, 900], [4, 1500]), 'Grown');
    const gone = series(levels([4, level]), 'Gone');
    const step = largestStep(grown);
    if (!step) throw new Error('no step');
    const counterpart = describeSteps([[grown, step]], turnover([grown, gone])).get(grown)?.counterpart ?? null;
    expect(counterpart).toEqual(matched ? { area: 'Gone', code: null, level } : null);
  });
});

describe('what a scan says', () => {
  const scanned = scan([series(levels([16, 500]), 'Level')]);

  it.each([
    [9, 9, []],
    [10, 10, []],
    [11, 10, [{ more: 1 }]],
    [13, 10, [{ more: 3 }]],
  ])('of %i steps: %i of them, the rest counted', (count, said, more) => {
    const areas = Array.from({ length: count }, (_, at) => series(levels([8, 900], [8, 1500 + 10 * at]), `Area ${at}`));
    const { findings } = scan(areas);
    const steps = slotsOf(findings, 'scan.step');
    expect(steps.map(({ area }) => area)).toEqual(
      Array.from({ length: said }, (_, place) => `Area ${count - 1 - place}`),
    );
    expect(slotsOf(findings, 'scan.more-steps')).toEqual(more);
  });

  // Two standard deviations more than 10 expected are 16.
  it.each([
    [16, false],
    [17, true],
  ])('%i signals where 10, give or take 3, come by chance: more is %s', (withSignals, more) => {
    const summary = { ...scanned.summary, byChance: { areas: 40, withSignals, expected: 10, sd: 3 } };
    const [slots] = slotsOf(scanFindings({ ...scanned, summary }, null), 'scan.by-chance');
    expect(slots).toMatchObject({ withSignals, expected: 10, sd: 3, more });
  });

  it.each([
    [849, 84.9],
    [850, null],
    [851, null],
  ])('a latest period of %i after a middle of 1,000: low is %j', (latest, percent) => {
    // The middle of the four before is 1,000; with the fifth before, or without the first of the four, it would be another.
    const values = [...levels([10, 1000]), 5000, 600, 990, 1010, 1400, latest];
    const { findings } = scan(['A', 'B', 'C'].map((name) => series(values, name)));
    const low = slotsOf(findings, 'scan.latest-low');
    expect(low).toHaveLength(percent === null ? 0 : 1);
    if (percent !== null) {
      expect(low[0]).toMatchObject({ areas: 3, period: '2021/22 Q4' });
      expect(low[0]?.percent).toBeCloseTo(percent, 10);
    }
    const two = scan(['A', 'B'].map((name) => series(values, name)));
    expect(slotsOf(two.findings, 'scan.latest-low')).toEqual([]);
  });
});
