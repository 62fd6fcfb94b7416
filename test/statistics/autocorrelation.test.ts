import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { quadraticFormUpper } from '../../src/statistics/distributions/quadratic-form.ts';
import { ar1, ar1Profile } from '../../src/statistics/linear/ar1.ts';
import { ar1LogLikelihood } from '../../src/statistics/linear/ar1-likelihood.ts';
import { coefficient } from '../../src/statistics/linear/combination.ts';
import { breuschGodfrey, ljungBox } from '../../src/statistics/linear/diagnostics.ts';
import { durbinWatson, durbinWatsonTest } from '../../src/statistics/linear/durbin-watson.ts';
import { symmetricEigenvalues } from '../../src/statistics/linear/eigenvalues.ts';
import { influence } from '../../src/statistics/linear/influence.ts';
import { leastSquares } from '../../src/statistics/linear/least-squares.ts';
import { praisWinsten } from '../../src/statistics/linear/prais-winsten.ts';
import { neweyWest } from '../../src/statistics/linear/sandwich.ts';
import { normalDraw } from '../../src/statistics/random/draws.ts';
import { seeded } from '../../src/statistics/random/generator.ts';
import { expectClose } from '../support/golden.ts';

const line = (n: number) => Array.from({ length: n }, (_, t) => [1, t]);

/** Errors with autocorrelation rho about a line. */
function simulate(n: number, rho: number, seed: number): number[] {
  const random = seeded(seed);
  let error = normalDraw(random) / Math.sqrt(1 - rho * rho);
  return Array.from({ length: n }, (_, t) => {
    if (t > 0) error = rho * error + normalDraw(random);
    return 3 + 0.2 * t + error;
  });
}

describe('missing quarters, against the same sums with full matrices in numpy', () => {
  const times = [0, 1, 2, 4, 5, 6, 9, 10];
  const y = [5, 7, 6, 9, 8, 12, 11, 15];
  const design = times.map((t) => [1, t]);

  it('likelihood and slope at given autocorrelations', () => {
    const expected = [
      ['reml', 0.4, -14.741428260601717, 0.8957970214977733, 0.2385763155042002],
      ['reml', -0.3, -13.22058858762397, 0.8324593024760202, 0.1057634556834106],
      ['ml', 0.4, -14.854916657530133, 0.8957970214977733, 0.20661314996792862],
      ['ml', -0.3, -11.618719006641221, 0.8324593024760202, 0.09159383941386323],
    ] as const;
    for (const [kind, rho, logLikelihood, slope, se] of expected) {
      const own = ar1Profile(design, y, rho, kind, times);
      expectClose(own.logLikelihood, logLikelihood, 1e-12);
      expectClose(own.estimates.coefficients[1], slope, 1e-12);
      expectClose(coefficient(own.estimates, 1, { method: 'test' }).se, se, 1e-12);
    }
  });

  it('likelihood as it is searched, but for a constant', () => {
    const { residuals } = leastSquares(design, y);
    const gain = (restricted: boolean) => {
      const logLikelihood = ar1LogLikelihood(design, residuals, restricted, times);
      return logLikelihood(0.4) - logLikelihood(-0.3);
    };
    expectClose(gain(true), -14.741428260601717 + 13.22058858762397, 1e-12);
    expectClose(gain(false), -14.854916657530133 + 11.618719006641221, 1e-12);
  });

  it('Newey-West takes only pairs that are a lag apart', () => {
    const fit = leastSquares(design, y);
    const own = neweyWest(design, fit, { lag: 2, adjust: false, times });
    expectClose(coefficient(own, 1, { method: 'test' }).se, 0.0749636914315769, 1e-10);
  });

  it('Durbin-Watson leaves out differences across a gap', () => {
    expectClose(durbinWatson([1, -1, 2, -2], [0, 1, 5, 6]), (4 + 16) / 10, 1e-14);
    expectClose(durbinWatson([1, -1, 2, -2]), (4 + 9 + 16) / 10, 1e-14);
  });
});

describe('autocorrelated errors', () => {
  it('are found by REML and by Prais-Winsten in a long series', () => {
    const y = simulate(400, 0.6, 5);
    for (const { rho } of [ar1(line(400), y), praisWinsten(line(400), y)])
      expect(Math.abs(rho - 0.6)).toBeLessThan(0.12);
  });

  it('leave least squares as it is where there are none', () => {
    const y = simulate(20, 0, 3);
    const plain = leastSquares(line(20), y);
    const profile = ar1Profile(line(20), y, 0);
    expectClose(profile.estimates.coefficients[1], plain.coefficients[1] ?? 0, 1e-12);
    expectClose(profile.sigma, Math.sqrt(plain.rss / plain.df), 1e-12);
  });

  it('REML is at a maximum', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1e6 }), fc.integer({ min: 8, max: 30 }), (seed, n) => {
        const y = simulate(n, 0.3, seed);
        const fit = ar1(line(n), y);
        for (const rho of [-0.9, -0.4, 0, 0.3, 0.7, 0.9]) {
          expect(ar1Profile(line(n), y, rho).logLikelihood).toBeLessThanOrEqual((fit.logLikelihood ?? 0) + 1e-9);
        }
      }),
      { numRuns: 20 },
    );
  });

  it('a drift is held at the bound, and said to be', () => {
    const drift = Array.from({ length: 40 }, (_, t) => t * t);
    const own = praisWinsten(
      drift.map(() => [1]),
      drift,
    );
    expect(own.clamped).toBe(true);
    expect(own.rho).toBe(0.99);
    expect(
      ar1(
        drift.map(() => [1]),
        drift,
      ).atBound,
    ).toBe(true);
  });

  it('a perfect line has none', () => {
    const y = [2, 4, 6, 8, 10, 12];
    expect(praisWinsten(line(6), y)).toMatchObject({ rho: 0, converged: true, sigma: 0 });
    expect(ar1(line(6), y)).toMatchObject({ rho: 0, sigma: 0, atBound: false });
    expect(durbinWatsonTest(line(6), y)).toBeNull();
    expect(ljungBox([0, 0, 0, 0])).toBeNull();
    expect(breuschGodfrey(line(6), [0, 0, 0, 0, 0, 0])).toBeNull();
  });
});

describe('Durbin-Watson P', () => {
  it('is even where there is no autocorrelation', () => {
    const values = Array.from(
      { length: 300 },
      (_, i) => durbinWatsonTest(line(16), simulate(16, 0, i))?.pPositive ?? 0,
    );
    const below = values.filter((p) => p < 0.5).length;
    expect(Math.abs(below - 150)).toBeLessThan(35);
    expect(values.filter((p) => p < 0.05).length).toBeLessThan(30);
  });

  it('hardly changes from the exact to the approximate', () => {
    const y = simulate(101, 0.1, 8);
    const exact = durbinWatsonTest(line(100), y.slice(0, 100))?.pPositive ?? 0;
    const approximate = durbinWatsonTest(line(101), y)?.pPositive ?? 0;
    expect(Math.abs(exact - approximate)).toBeLessThan(0.04);
  });

  it('weighs chi-squared variables: two of each are exponential, and compared by hand', () => {
    expectClose(quadraticFormUpper([1, -1]), 0.5, 1e-12);
    expectClose(quadraticFormUpper([1, 1, -1, -1]), 0.5, 1e-12);
    expectClose(quadraticFormUpper([3, 3, -1, -1]), 0.75, 1e-12);
    expect(quadraticFormUpper([0, 0])).toBe(0);
  });
});

describe('small parts', () => {
  it('eigenvalues of a symmetric matrix', () => {
    const values = symmetricEigenvalues([
      [2, -1, 0],
      [-1, 2, -1],
      [0, -1, 2],
    ]);
    [2 - Math.SQRT2, 2, 2 + Math.SQRT2].forEach((value, i) => {
      expectClose(values[i], value, 1e-14);
    });
  });

  it('a row that alone decides a coefficient cannot be left out', () => {
    const design = [0, 0, 0, 0, 1].map((x) => [1, x]);
    const rows = influence(design, leastSquares(design, [1, 2, 4, 2, 9]));
    expect(rows[4]).toEqual({ studentised: null, cook: null });
    expect(rows[0]?.cook).toBeGreaterThan(0);
  });
});
