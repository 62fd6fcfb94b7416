import { describe, expect, it } from 'vitest';
import { compare } from '../../../src/analysis/compare/compare.ts';
import { isCost } from '../../../src/analysis/compare/result.ts';
import { quarterWindow } from '../../../src/analysis/quarters/windows.ts';
import { financialQuarter } from '../../../src/data/period.ts';
import { findingText } from '../../../src/messages.ts';
import { area } from '../../support/areas.ts';
import { expectClose } from '../../support/golden.ts';

const first = financialQuarter(2013, 1);
const mine = [88, 97, 104, 131, 80, 103, 99, 126, 79, 85, 96, 113, 70, 92, 88, 118];
const theirs = [1010, 985, 1003, 1021, 990, 1002, 1017, 996, 1031, 1008, 992, 1015, 1001, 1024, 987, 1009];
const even = theirs.map((count) => Math.round(count / 10));

/** Years of 2013/14 to 2016/17, by their first quarter's number: 1 to 16. */
const stretch = (from: number, to: number) =>
  quarterWindow(...([from, to].map((n) => ({ ...first, index: first.index + n - 1 })) as [typeof first, typeof first]));

function compared(values: readonly number[], years: 1 | 2, dispersion: number | null = null) {
  const { result, findings } = compare(
    area('A', first, { admissions: values }),
    area('B', first, { admissions: theirs }),
    {
      baseline: stretch(1, 4 * years),
      followUp: stretch(17 - 4 * years, 16),
      likeForLike: false,
      from: null,
      to: null,
      intervention: null,
      deflator: null,
      priceYear: null,
      dispersion,
    },
  );
  const [measure] = result.measures;
  if (!measure || isCost(measure)) throw new Error('no admissions');
  return { relative: measure.relative, findings };
}

// Expected values: own-season.R.
describe('a season of the practice’s own', () => {
  it('stays in the dispersion of two single years, with its test and what it would leave beside', () => {
    const { relative, findings } = compared(mine, 1);
    expectClose(relative?.dispersion?.raw, 3.18963885132, 1e-9);
    expect(relative?.dispersion?.df).toBe(6);
    const { test, ratioOfRatios } = relative?.ownSeasons ?? {};
    expectClose(test?.statistic, 41.02442592842, 1e-8);
    expectClose(test?.p, 0.00618687524, 1e-8);
    expect([test?.terms, test?.df]).toEqual([3, 3]);
    expectClose(ratioOfRatios?.estimate, 0.8757546689, 1e-9);
    expectClose(ratioOfRatios?.lower, 0.6902277726, 1e-9);
    expectClose(ratioOfRatios?.upper, 1.1111494938, 1e-9);
    const said = findings.find(({ id }) => id === 'compare.own-season');
    expect(said?.kind).toBe('caution');
    expect(said && findingText(said)).toContain('from 31.0% lower to 11.1% higher');
    expect(findings.map(({ id }) => id)).not.toContain('compare.overdispersed');
  });

  it('is allowed for where each window holds two years', () => {
    const { relative, findings } = compared(mine, 2);
    expectClose(relative?.dispersion?.raw, 1.445801199e-1, 1e-8);
    expect(relative?.dispersion).toMatchObject({ used: 1, df: 11 });
    expectClose(relative?.ratioOfRatiosDispersed?.lower, 0.7921980696, 1e-9);
    expectClose(relative?.ratioOfRatiosDispersed?.upper, 1.0002295682, 1e-9);
    expect(relative?.ownSeasons).toBeNull();
    expect(findings.map(({ id }) => id)).not.toContain('compare.own-season');
  });

  it('leaves the ratio at dispersion 1 as it is, and every ratio at a dispersion that is given', () => {
    const [one, given] = [compared(mine, 1), compared(mine, 1, 4)];
    expect(given.relative?.ratioOfRatios).toEqual(one.relative?.ratioOfRatios);
    expect(given.relative?.ownSeasons).toBeNull();
    expect(given.findings.map(({ id }) => id)).toContain('compare.dispersion-given');
  });

  it('is not spoken of where the practice’s year runs as the comparator’s', () => {
    const { findings } = compared(even, 1);
    expect(findings.map(({ id }) => id)).not.toContain('compare.own-season');
  });
});
