import { describe, expect, it } from 'vitest';
import { leastSquares } from '../../src/statistics/linear/least-squares.ts';
import { golden, goldenRows, numbers } from '../support/golden.ts';

const CASE = '01-nist-linear-regression';
const expected = golden(CASE);

/** Fewest correct digits over all values (log relative error, McCullough 1998; absolute where 0 is certified). */
function digits(actual: readonly number[], certified: readonly number[]): number {
  return Math.min(
    ...certified.map((value, i) => {
      const difference = Math.abs((actual[i] ?? Number.NaN) - value);
      return difference === 0 ? 16 : -Math.log10(value === 0 ? difference : difference / Math.abs(value));
    }),
  );
}

function fitted(design: readonly (readonly number[])[], y: readonly number[]) {
  const { coefficients, covariance, rss, df } = leastSquares(design, y);
  return {
    coefficients,
    errors: covariance.map((row, j) => Math.sqrt(((row[j] as number) * rss) / df)),
    deviation: Math.sqrt(rss / df),
    df,
  };
}

function check(name: string, design: readonly (readonly number[])[], y: readonly number[], least: number): void {
  const fit = fitted(design, y);
  const { coef, se, residual_sd: deviation, df } = expected[name];
  expect(fit.df).toBe(df);
  expect(digits(fit.coefficients, coef)).toBeGreaterThanOrEqual(least);
  expect(digits(fit.errors, se)).toBeGreaterThanOrEqual(least);
  expect(digits([fit.deviation], [deviation])).toBeGreaterThanOrEqual(least);
}

describe('golden 01: NIST StRD linear regression, correct digits', () => {
  it('Norris: 12', () => {
    const table = goldenRows(CASE, 'norris.csv');
    const design = numbers(table, 'x').map((x) => [1, x]);
    check('norris', design, numbers(table, 'y'), 12);
  });

  it('Longley: 13', () => {
    const table = goldenRows(CASE, 'longley.csv');
    const design = table.map((row) => [1, ...[1, 2, 3, 4, 5, 6].map((j) => Number(row[`x${j}`]))]);
    check('longley', design, numbers(table, 'y'), 13);
  });

  const wampler = goldenRows(CASE, 'wampler.csv');
  const powers = numbers(wampler, 'x').map((x) => [0, 1, 2, 3, 4, 5].map((power) => x ** power));
  for (const name of ['wampler1', 'wampler2', 'wampler3', 'wampler4', 'wampler5']) {
    it(`${name}: 13`, () => check(name, powers, numbers(wampler, name), 13));
  }
});
