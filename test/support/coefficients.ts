import { type Coefficients, coefficient } from '../../src/statistics/linear/combination.ts';
import { expectClose } from './golden.ts';

/** R's table of coefficients: one entry a term, in the order of the columns. */
export type CoefficientTable = Readonly<
  Record<string, Readonly<Record<'estimate' | 'se' | 'p' | 'lo' | 'hi', number>>>
>;

/** Compares estimate, standard error, limits and P of every coefficient. */
export function expectCoefficients(actual: Coefficients, table: CoefficientTable, relative = 1e-8): void {
  Object.values(table).forEach(({ estimate, se, p, lo, hi }, j) => {
    const own = coefficient(actual, j, { method: 'test' });
    expectClose(own.estimate, estimate, relative);
    expectClose(own.se, se, relative);
    expectClose(own.lower, lo, relative);
    expectClose(own.upper, hi, relative);
    expectClose(own.p, p, relative);
  });
}

/** Compares standard errors, in the order of the columns. */
export function expectErrors(actual: Coefficients, expected: Readonly<Record<string, number>>, relative = 1e-8): void {
  Object.values(expected).forEach((se, j) => {
    expectClose(coefficient(actual, j, { method: 'test' }).se, se, relative);
  });
}
