import { describe, expect, it } from 'vitest';
import { classical } from '../../src/statistics/linear/combination.ts';
import { goodnessOfFit } from '../../src/statistics/linear/goodness.ts';
import { leastSquares } from '../../src/statistics/linear/least-squares.ts';
import { at } from '../../src/statistics/linear/matrix.ts';
import { golden, goldenRows, numbers } from '../support/golden.ts';
import { Ledger } from '../support/ledger.ts';

const CASE = '01-nist-linear-regression';

/** Digits that are held: more than the case asks for (9 of Norris, 7 of Longley, 6 of Wampler). 0 is held as it stands. */
const DIGITS = { norris: 12, longley: 13, wampler: 13 } as const;

describe('golden 01: NIST StRD linear regression', () => {
  const ledger = new Ledger(golden(CASE), {});
  const norris = goldenRows(CASE, 'norris.csv');
  const longley = goldenRows(CASE, 'longley.csv');
  const wampler = goldenRows(CASE, 'wampler.csv');
  const powers = numbers(wampler, 'x').map((x) => [0, 1, 2, 3, 4, 5].map((power) => x ** power));
  const cases = {
    norris: { design: numbers(norris, 'x').map((x) => [1, x]), y: numbers(norris, 'y'), digits: DIGITS.norris },
    longley: {
      design: longley.map((row) => [1, ...[1, 2, 3, 4, 5, 6].map((j) => Number(row[`x${j}`]))]),
      y: numbers(longley, 'y'),
      digits: DIGITS.longley,
    },
    ...Object.fromEntries(
      [1, 2, 3, 4, 5].map((i) => [
        `wampler${i}`,
        { design: powers, y: numbers(wampler, `wampler${i}`), digits: DIGITS.wampler },
      ]),
    ),
  };

  for (const [name, { design, y, digits }] of Object.entries(cases)) {
    it(`${name}: ${digits} digits`, () => {
      const tolerance = { relative: 10 ** -digits, absolute: 1e-300 };
      const fit = leastSquares(design, y);
      const { covariance } = classical(fit);
      const { sigma, rSquared } = goodnessOfFit(fit, y);
      const errors = covariance.map((_, j) => Math.sqrt(at(covariance, j, j)));
      const holds = (place: string, certified: boolean) => {
        ledger.holdsAll(`${place}/coef`, fit.coefficients, tolerance);
        ledger.holdsAll(`${place}/se`, errors, tolerance);
        ledger.holds(`${place}/residual_sd`, sigma, tolerance);
        if (!certified || name === 'norris') ledger.holds(`${place}/r2`, rSquared, tolerance);
      };
      holds(name, false);
      ledger.holds(`${name}/rss`, fit.rss, tolerance);
      ledger.holds(`${name}/n`, y.length);
      ledger.holds(`${name}/k`, fit.coefficients.length);
      ledger.holds(`${name}/df`, fit.df);
      if (name === 'norris' || name === 'longley') holds(`${name}/nist_certified`, true);
    });
  }

  it('leaves no number out', () => {
    expect(ledger.open).toEqual([]);
  });
});
