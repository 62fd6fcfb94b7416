import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { QuarterlineError } from '../../src/errors.ts';
import { contributions, leastSquares, leverages } from '../../src/statistics/linear/least-squares.ts';
import { expectClose } from '../support/golden.ts';

const small = fc.double({ min: -100, max: 100, noNaN: true });
/** Rows of a constant, a time and two free columns, with y. */
const data = fc.array(fc.tuple(small, small, small), { minLength: 8, maxLength: 30 }).map((list) => ({
  design: list.map(([a, b], i) => [1, i, a + 3 * Math.sin(i), b + 2 * Math.cos(i * i)]),
  y: list.map(([, , y], i) => y + i),
}));

function errorOf(run: () => unknown): string | undefined {
  try {
    run();
  } catch (error) {
    return error instanceof QuarterlineError ? error.problems[0]?.code : String(error);
  }
  return undefined;
}

describe('leastSquares', () => {
  it('by hand', () => {
    const design = [
      [1, 0],
      [1, 1],
      [1, 2],
    ];
    const fit = leastSquares(design, [1, 3, 4]);
    expectClose(fit.coefficients[0], 7 / 6, 1e-14);
    expectClose(fit.coefficients[1], 1.5, 1e-14);
    expectClose(fit.rss, 1 / 6, 1e-13);
    expect(fit.df).toBe(1);
    [5 / 6, 1 / 3, 5 / 6].forEach((h, i) => {
      expectClose(leverages(design)[i], h, 1e-14);
    });
    expectClose(fit.covariance[0]?.[1], -0.5, 1e-14);
  });

  it('leaves residuals at right angles to every column', () => {
    fc.assert(
      fc.property(data, ({ design, y }) => {
        const { residuals } = leastSquares(design, y);
        [0, 1, 2, 3].forEach((j) => {
          const sum = design.reduce((total, row, i) => total + (row[j] ?? 0) * (residuals[i] ?? 0), 0);
          expect(Math.abs(sum)).toBeLessThan(1e-7);
        });
      }),
    );
  });

  it('does not depend on the order of the rows', () => {
    fc.assert(
      fc.property(data, ({ design, y }) => {
        const straight = leastSquares(design, y);
        const turned = leastSquares([...design].reverse(), [...y].reverse());
        straight.coefficients.forEach((value, j) => {
          expectClose(turned.coefficients[j], value, 1e-9, 1e-3);
        });
        expectClose(turned.rss, straight.rss, 1e-9, 1e-9);
      }),
    );
  });

  it('scales with its columns and with y', () => {
    fc.assert(
      fc.property(data, fc.double({ min: 1e-6, max: 1e6, noNaN: true }), ({ design, y }, factor) => {
        const plain = leastSquares(design, y);
        const scaled = leastSquares(
          design.map(([a = 0, b = 0, c = 0, d = 0]) => [a, b, c * factor, d]),
          y,
        );
        expectClose((scaled.coefficients[2] ?? 0) * factor, plain.coefficients[2] ?? 0, 1e-9, 1e-3);
        const taller = leastSquares(
          design,
          y.map((value) => value * factor),
        );
        expectClose((taller.coefficients[1] ?? 0) / factor, plain.coefficients[1] ?? 0, 1e-9, 1e-3);
      }),
    );
  });

  it('weighs a row as if it stood there several times', () => {
    const design = [0, 1, 2, 5].map((x) => [1, x]);
    const y = [1, 2, 2.5, 7];
    const weighted = leastSquares(design, y, [1, 2, 3, 1]);
    const repeated = leastSquares(
      [0, 1, 1, 2, 2, 2, 5].map((x) => [1, x]),
      [1, 2, 2, 2.5, 2.5, 2.5, 7],
    );
    weighted.coefficients.forEach((value, j) => {
      expectClose(value, repeated.coefficients[j] ?? 0, 1e-13);
    });
    expectClose(weighted.rss, repeated.rss, 1e-13);
  });

  it('adds its leverages to the number of columns', () => {
    fc.assert(
      fc.property(data, ({ design }) => {
        expectClose(
          leverages(design).reduce((sum, h) => sum + h, 0),
          4,
          1e-10,
        );
      }),
    );
  });

  it('is the sum of what each row contributes, y times', () => {
    fc.assert(
      fc.property(data, ({ design, y }) => {
        const rows = contributions(design);
        leastSquares(design, y).coefficients.forEach((value, j) => {
          const sum = rows.reduce((total, row, i) => total + (row[j] ?? 0) * (y[i] ?? 0), 0);
          expectClose(sum, value, 1e-9, 1);
        });
      }),
    );
  });

  it('does without a constant column', () => {
    const { coefficients } = leastSquares([[1], [2], [3]], [2, 4, 7]);
    expectClose(coefficients[0], 31 / 14, 1e-14);
  });

  it('refuses columns that depend on one another, and too few rows', () => {
    const twins = [1, 2, 3, 4].map((x) => [1, x, 2 * x + 1]);
    expect(errorOf(() => leastSquares(twins, [1, 2, 3, 5]))).toBe('statistics.dependent-columns');
    const constants = [1, 2, 3].map((x) => [1, 1, x]);
    expect(errorOf(() => leastSquares(constants, [1, 2, 3]))).toBe('statistics.dependent-columns');
    const zeros = [1, 2, 3].map((x) => [1, x, 0]);
    expect(errorOf(() => leastSquares(zeros, [1, 2, 3]))).toBe('statistics.dependent-columns');
    expect(errorOf(() => leastSquares([[1, 2]], [1]))).toBe('statistics.too-few-rows');
    expect(errorOf(() => leastSquares([], []))).toBe('statistics.too-few-rows');
  });

  it('finds a perfect fit to be perfect', () => {
    const design = [1, 2, 3, 4, 5].map((x) => [1, x, x * x]);
    const fit = leastSquares(
      design,
      [1, 2, 3, 4, 5].map((x) => 0.1 + 0.7 * x - 0.3 * x * x),
    );
    expect(fit.rss).toBe(0);
    expect(fit.residuals).toEqual([0, 0, 0, 0, 0]);
  });
});
