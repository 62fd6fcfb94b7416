import { describe, expect, it } from 'vitest';
import { checkPublished } from '../../../src/analysis/evaluate/published.ts';
import { expectClose, golden } from '../../support/golden.ts';

const expected = golden('02-frome-published-consistency');

describe('a published trend held against itself (golden 02)', () => {
  const { est, lo, hi, p } = expected.published.frome;
  const printed = { area: 'Frome', decimals: 1, pDecimals: 3, pIsBound: false, quarters: 19 };
  const check = checkPublished({ ...printed, slope: est, lower: lo, upper: hi, p }, []);

  it('has the P of every number of quarters', () => {
    for (const one of expected.by_n) {
      const own = check.readings.find(({ n }) => n === one.n);
      expect(own?.df).toBe(one.df);
      expectClose(own?.critical, one.tcrit, 1e-9);
      expectClose(own?.se, one.se_nominal, 1e-9);
      expectClose(own?.p, one.p_nominal, 1e-9);
      expectClose(own?.pLowest, one.p_min, 1e-9);
      expectClose(own?.pHighest, one.p_max, 1e-9);
      expect(own?.agrees).toBe(one['consistent_with_0.006']);
    }
  });

  it('agrees with up to 15 quarters, not with the 19 that are stated', () => {
    expect(check.agreeing.filter((n) => n >= 12)).toEqual([12, 13, 14, 15]);
    expect(check.statedAgrees).toBe(false);
  });

  it('has the P of the county', () => {
    const { somerset } = expected;
    const county = expected.published.somerset;
    const other = checkPublished(
      { ...printed, slope: county.est, lower: county.lo, upper: county.hi, p: 0.001, pIsBound: true, decimals: 0 },
      [],
    );
    for (const one of somerset) {
      const own = other.readings.find(({ n }) => n === one.n);
      expectClose(own?.se, one.se, 1e-9);
      expectClose(own?.p, one.p, 1e-9);
      expect(own?.agrees).toBe(true);
    }
  });
});
