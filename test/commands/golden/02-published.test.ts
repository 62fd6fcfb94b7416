import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { AREAS, FROME, temporaryFolder } from '../../e2e/support.ts';
import { golden } from '../../support/golden.ts';
import { Ledger } from '../../support/ledger.ts';
import { leavesNoneOut, resultOf } from './support.ts';

// What evaluate --published says of the printed figures of the 2018 paper's abstract.
describe('golden 02: published slopes, by the command line', () => {
  const expected = golden('02-frome-published-consistency');
  const ledger = new Ledger(expected, { relative: 1e-9 });
  const { frome, somerset } = expected.published;
  const path = join(temporaryFolder(), 'published.yaml');
  const entry = (area: string, one: typeof frome, more = '') =>
    `- {area: ${area}, slope: ${one.est}, lower: ${one.lo}, upper: ${one.hi}, p: "${one.p}"${more}}\n`;
  writeFileSync(path, entry('frome', frome, ', quarters: 19') + entry('somerset', somerset));
  const { published } = resultOf(['evaluate', ...FROME, ...AREAS, '--published', path]);

  it('reads what was printed', () => {
    for (const [i, name] of ['frome', 'somerset'].entries()) {
      const { slope, lower, upper, p } = published[i].published;
      ledger.holds(`published/${name}/est`, slope);
      ledger.holds(`published/${name}/lo`, lower);
      ledger.holds(`published/${name}/hi`, upper);
      if (name === 'frome') ledger.holds('published/frome/p', p);
    }
    expect(published[0].published).toMatchObject({ pIsBound: false, decimals: 1, pDecimals: 3 });
    expect(published[1].published).toMatchObject({ p: 0.001, pIsBound: true });
  });

  it('gives standard error and P for each number of quarters, and what rounding allows', () => {
    for (const [i, one] of expected.by_n.entries()) {
      const own = published[0].readings.find(({ n }: { n: number }) => n === one.n);
      ledger.holds(`by_n/${i}/n`, own.n);
      ledger.holds(`by_n/${i}/df`, own.df);
      ledger.holds(`by_n/${i}/tcrit`, own.critical);
      ledger.holds(`by_n/${i}/se_nominal`, own.se);
      ledger.holds(`by_n/${i}/p_nominal`, own.p);
      ledger.holds(`by_n/${i}/p_min`, own.pLowest);
      ledger.holds(`by_n/${i}/p_max`, own.pHighest);
      expect(own.agrees, `${one.n} quarters`).toBe(one['consistent_with_0.006']);
    }
  });

  // The case's table begins at 12. Its own rule, run by R from 5 quarters on, also allows 11: with limits that print as 2.8 and
  // 13.1 and a middle that prints as 7.9, P runs from 0.006451266... to 0.007177884..., and what is below 0.0065 prints as 0.006.
  it('agrees with 11 to 15 quarters, the 12 to 15 of the case among them, and not with the 19 that are stated', () => {
    const { agreeing, statedAgrees, readings } = published[0];
    expect(agreeing).toEqual([11, 12, 13, 14, 15]);
    expect(statedAgrees).toBe(false);
    const eleven = readings.find(({ n }: { n: number }) => n === 11);
    expect(eleven.pLowest).toBeCloseTo(0.00645126615459184, 15);
    expect(eleven.pHighest).toBeCloseTo(0.0071778842406631, 15);
    const ten = readings.find(({ n }: { n: number }) => n === 10);
    expect(ten.pLowest).toBeCloseTo(0.00703673753627452, 15);
    expect(ten.agrees).toBe(false);
  });

  it('gives the same for the county', () => {
    for (const [i, { n }] of expected.somerset.entries()) {
      const own = published[1].readings.find((one: { n: number }) => one.n === n);
      ledger.holds(`somerset/${i}/n`, own.n);
      ledger.holds(`somerset/${i}/se`, own.se);
      ledger.holds(`somerset/${i}/t`, published[1].published.slope / own.se);
      ledger.holds(`somerset/${i}/p`, own.p);
      expect(own.agrees).toBe(true);
    }
  });

  it('leaves no number out', () => {
    leavesNoneOut(ledger);
  });
});
