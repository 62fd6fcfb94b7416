import { describe, expect, it } from 'vitest';
import { checkPublished } from '../../../src/analysis/evaluate/published.ts';
import { golden } from '../../support/golden.ts';
import { Ledger } from '../../support/ledger.ts';

const expected = golden('02-frome-published-consistency');

describe('a published trend held against itself (golden 02)', () => {
  const ledger = new Ledger(expected, { relative: 1e-9 });
  const { est, lo, hi, p } = expected.published.frome;
  const printed = { area: 'Frome', decimals: 1, pDecimals: 3, pIsBound: false, quarters: 19 };
  const check = checkPublished({ ...printed, slope: est, lower: lo, upper: hi, p }, []);

  it('has the P of every number of quarters', () => {
    expected.by_n.forEach((one: Readonly<Record<string, unknown>>, i: number) => {
      const own = check.readings.find(({ n }) => n === one.n);
      ledger.holds(`by_n/${i}/n`, own?.n);
      ledger.holds(`by_n/${i}/df`, own?.df);
      ledger.holds(`by_n/${i}/tcrit`, own?.critical);
      ledger.holds(`by_n/${i}/se_nominal`, own?.se);
      ledger.holds(`by_n/${i}/p_nominal`, own?.p);
      ledger.holds(`by_n/${i}/p_min`, own?.pLowest);
      ledger.holds(`by_n/${i}/p_max`, own?.pHighest);
      expect(own?.agrees).toBe(one['consistent_with_0.006']);
    });
  });

  it('agrees with up to 15 quarters, not with the 19 that are stated', () => {
    expect(check.agreeing.filter((n) => n >= 12)).toEqual([12, 13, 14, 15]);
    expect(check.statedAgrees).toBe(false);
  });

  it('has the P of the county', () => {
    const county = expected.published.somerset;
    const other = checkPublished(
      { ...printed, slope: county.est, lower: county.lo, upper: county.hi, p: 0.001, pIsBound: true, decimals: 0 },
      [],
    );
    expected.somerset.forEach(({ n }: { readonly n: number }, i: number) => {
      const own = other.readings.find((reading) => reading.n === n);
      ledger.holds(`somerset/${i}/n`, own?.n);
      ledger.holds(`somerset/${i}/se`, own?.se);
      ledger.holds(`somerset/${i}/t`, county.est / (own?.se ?? Number.NaN));
      ledger.holds(`somerset/${i}/p`, own?.p);
      expect(own?.agrees).toBe(true);
    });
  });

  it('leaves no number out but those that were printed', () => {
    ledger.leavesOut('published');
    expect(ledger.open).toEqual([]);
  });
});
