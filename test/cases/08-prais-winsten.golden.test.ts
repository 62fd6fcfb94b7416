import { describe, expect, it } from 'vitest';
import { durbinWatson } from '../../src/statistics/linear/durbin-watson.ts';
import { leastSquares } from '../../src/statistics/linear/least-squares.ts';
import type { Matrix } from '../../src/statistics/linear/matrix.ts';
import { type PraisWinstenOptions, praisWinsten } from '../../src/statistics/linear/prais-winsten.ts';
import { golden, numbers, rows, sharedGolden } from '../support/golden.ts';
import { Ledger } from '../support/ledger.ts';
import { describeShared } from '../support/shared.ts';
import { PLAIN, practice, ratesOf, SEASONAL } from './practice.ts';
import { proposition99 } from './proposition-99.ts';

const CASE = '08-prais-winsten';
const TOLERANCE = { relative: 1e-8 };

interface Model {
  readonly terms: readonly string[];
  readonly design: Matrix;
}

function holds(
  ledger: Ledger,
  name: string,
  { terms, design }: Model,
  y: readonly number[],
  options: PraisWinstenOptions = {},
): void {
  const own = praisWinsten(design, y, options);
  ledger.holds(`${name}/iterations`, own.path.length);
  ledger.holds(`${name}/rho`, own.rho);
  ledger.holds(`${name}/rho_first`, own.path[0]);
  ledger.holdsCoefficients(`${name}/coef`, own.estimates, terms);
  ledger.holds(`${name}/sigma`, own.sigma);
  ledger.holds(`${name}/dw_original`, durbinWatson(leastSquares(design, y).residuals));
  ledger.holds(`${name}/dw_transformed`, durbinWatson(own.innovations));
  ledger.holds(`${name}/df`, own.estimates.df);
  expect(own.clamped).toBe(false);
}

describe('golden 08: Prais-Winsten', () => {
  const ledger = new Ledger(golden(CASE), TOLERANCE);
  const rates = ratesOf(practice);

  it('the practice, iterated, in two steps, and to the stopping rule of R and Stata', () => {
    holds(ledger, 'sim_its', PLAIN, rates);
    holds(ledger, 'sim_its_twostep', PLAIN, rates, { maxIterations: 1 });
    holds(ledger, 'sim_its_tol1e6', PLAIN, rates, { tolerance: 1e-6 });
  });

  it('the practice, with quarters of the year', () => {
    holds(ledger, 'sim_its_quarterdummies', SEASONAL, rates);
  });

  it('leaves no number out', () => {
    expect(ledger.open).toEqual([]);
  });
});

describeShared('golden 08: published Prais-Winsten examples', `golden/${CASE}`, (path) => {
  const { barium, prop99 } = sharedGolden(CASE);
  const ledger = new Ledger({ barium, prop99 }, TOLERANCE);

  it("Wooldridge's barium chloride", () => {
    const table = rows(`${path}/barium.csv`);
    const names = ['lchempi', 'lgas', 'lrtwex', 'befile6', 'affile6', 'afdec6'];
    const design = table.map((row) => [1, ...names.map((name) => Number(row[name]))]);
    holds(ledger, 'barium', { terms: ['(Intercept)', ...names], design }, numbers(table, 'lchnimp'));
  });

  it('Proposition 99', () => {
    const model = proposition99(`${path}/../07-prop99-its/data.csv`);
    holds(ledger, 'prop99', model, model.own);
  });

  it('leaves no number out', () => {
    expect(ledger.open).toEqual([]);
  });
});
