import { describe, expect, it } from 'vitest';
import { describeSteps, largestStep, turnover } from '../../../src/analysis/scan/steps.ts';
import { financialQuarter } from '../../../src/data/period.ts';
import { quarterlySeries } from '../../support/areas.ts';

const FIRST = financialQuarter(2020, 1);
const series = (values: readonly (number | null)[], name = 'A', first = FIRST) =>
  quarterlySeries(name, 'admissions', first, values);
const found = (values: readonly (number | null)[]) => largestStep(series(values));

describe('a lasting step', () => {
  it('is the level before against the level from it on', () => {
    // Medians: of 900, 910, 890, 905 it is 902.5; of 1500, 1520, 1480, 1510 it is 1505.
    expect(found([900, 910, 890, 905, 1500, 1520, 1480, 1510])).toEqual({ at: 4, before: 902.5, after: 1505 });
    expect(found([1500, 1520, 1480, 1510, 900, 910, 890, 905])).toMatchObject({ at: 4, before: 1505, after: 902.5 });
  });

  it.each([
    ['a third, not more', [900, 900, 900, 900, 1200, 1200, 1200, 1200]],
    ['a jump that does not stay', [900, 900, 900, 900, 1500, 1500, 900, 900]],
    ['a slow rise', [900, 1000, 1100, 1200, 1300, 1400, 1500, 1600, 1700, 1800]],
    ['no more than chance in small counts', [2, 1, 3, 2, 5, 4, 6, 5]],
    ['too few points after it', [900, 900, 900, 900, 1500, 1500]],
    ['too few points before it', [900, 900, 900, 1500, 1500, 1500, 1500]],
  ])('is not %s', (_, values) => {
    expect(found(values)).toBeNull();
  });

  it('is found across a missing period, and the largest of several', () => {
    expect(found([900, 900, 900, 900, null, 1500, 1500, 1500, 1500])).toMatchObject({ at: 5 });
    expect(found([100, 100, 100, 100, 200, 200, 200, 200, 900, 900, 900, 900])).toMatchObject({ at: 8, before: 200 });
  });

  it('begins from nothing where an area had none', () => {
    const step = largestStep(series([0, 0, 0, 0, 300, 310, 305, 295]));
    const steps = describeSteps(step ? [[series([0]), step]] : [], { ends: [], begins: [] });
    expect([...steps.values()][0]).toMatchObject({ before: 0, after: 302.5, percentChange: null });
  });

  it('is matched with the area that ends just before it, each used once, the largest step first', () => {
    const large = series([900, 900, 900, 900, 1500, 1500, 1500, 1500], 'Large');
    const small = series([500, 500, 500, 500, 900, 900, 900, 900], 'Small');
    const gone = series([600, 600, 600, 600], 'Gone');
    const later = series([590, 590, 590, 590, 590], 'Ends later');
    const all = [small, large, gone, later];
    const steps = all.flatMap((one) => {
      const step = largestStep(one);
      return step ? [[one, step] as const] : [];
    });
    const described = describeSteps(steps, turnover(all));
    expect(described.get(large)).toEqual({
      period: '2021/22 Q1',
      before: 900,
      after: 1500,
      change: 600,
      percentChange: (100 * 600) / 900,
      counterpart: { area: 'Gone', code: null, level: 600 },
    });
    expect(described.get(small)?.counterpart).toBeNull();
  });

  it('down is matched with the area that begins with it', () => {
    const parent = series([1500, 1500, 1500, 1500, 900, 900, 900, 900], 'Parent');
    const child = series([610, 590, 600, 600], 'Child', { ...FIRST, index: FIRST.index + 4 });
    const step = largestStep(parent);
    const described = describeSteps(step ? [[parent, step]] : [], turnover([parent, child]));
    expect(described.get(parent)?.counterpart).toEqual({ area: 'Child', code: null, level: 600 });
  });
});
