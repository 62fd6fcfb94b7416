import { describe, expect, it } from 'vitest';
import { betaLower, betaQuantile } from '../../src/statistics/distributions/beta.ts';
import { binomialQuantile } from '../../src/statistics/distributions/binomial.ts';
import { chiSquaredQuantile, chiSquaredUpper } from '../../src/statistics/distributions/chi-squared.ts';
import { noncentralTLower } from '../../src/statistics/distributions/noncentral-t.ts';
import { normalLower, normalQuantile } from '../../src/statistics/distributions/normal.ts';
import { poissonLower, poissonQuantile } from '../../src/statistics/distributions/poisson.ts';
import { quadraticFormUpper } from '../../src/statistics/distributions/quadratic-form.ts';
import { tQuantile, tUpper } from '../../src/statistics/distributions/t.ts';
import { fitShare } from '../../src/statistics/glm/conditional.ts';
import { pearsonResiduals, quasi } from '../../src/statistics/glm/inference.ts';
import { waldEstimate } from '../../src/statistics/intervals/wald.ts';
import { welchDifference } from '../../src/statistics/intervals/welch.ts';
import { ar1 } from '../../src/statistics/linear/ar1.ts';
import { classical, coefficient, combination } from '../../src/statistics/linear/combination.ts';
import { durbinWatsonTest } from '../../src/statistics/linear/durbin-watson.ts';
import { leastSquares } from '../../src/statistics/linear/least-squares.ts';
import { praisWinsten } from '../../src/statistics/linear/prais-winsten.ts';
import { binomialDraw, gammaDraw, poissonDraw } from '../../src/statistics/random/draws.ts';
import { seeded } from '../../src/statistics/random/generator.ts';
import { differenceOf } from '../../src/statistics/rounding.ts';
import { expectClose } from '../support/golden.ts';

const lines = (n: number) => Array.from({ length: n }, (_, t) => [1, t, t >= n / 2 ? 1 : 0, Math.max(0, t - n / 2)]);

describe('not a number', () => {
  it('goes through and comes to an end', () => {
    const results = [
      normalLower(Number.NaN),
      normalQuantile(Number.NaN),
      tUpper(Number.NaN, 5),
      tUpper(1, Number.NaN),
      tQuantile(0.975, 0),
      chiSquaredUpper(Number.NaN, 3),
      chiSquaredQuantile(0.5, Number.NaN),
      betaLower(0.5, Number.NaN, 1),
      betaQuantile(0.5, 1, Number.NaN),
      poissonLower(3, Number.NaN),
      poissonQuantile(0.5, Number.NaN),
      binomialQuantile(0.5, 10, Number.NaN),
      noncentralTLower(1, 5, Number.NaN),
      quadraticFormUpper([1, Number.NaN]),
      poissonDraw(seeded(1), Number.NaN),
      poissonDraw(seeded(1), Infinity),
      binomialDraw(seeded(1), Number.NaN, 0.5),
      binomialDraw(seeded(1), 10, 2),
      gammaDraw(seeded(1), Number.NaN),
    ];
    expect(results.filter((value) => !Number.isNaN(value))).toEqual([]);
  });

  it('never stands in an estimate', () => {
    expect(waldEstimate({ estimate: Number.NaN, se: 1, method: 'test' })).toMatchObject({
      estimate: null,
      lower: null,
      p: null,
    });
    expect(waldEstimate({ estimate: 900, se: 1, scale: 'log', method: 'test' })).toMatchObject({
      estimate: null,
      upper: null,
    });
    const full = classical(
      leastSquares(
        [
          [1, 0],
          [1, 1],
        ],
        [1, 3],
      ),
    );
    expect(coefficient(full, 1, { method: 'test' })).toMatchObject({ lower: null, upper: null, se: null, p: null });
  });
});

describe('series that are out of the ordinary', () => {
  it('500 quarters', () => {
    const random = seeded(9);
    const y = Array.from({ length: 500 }, () => poissonDraw(random, 640));
    const { rho, atBound } = ar1(lines(500), y);
    expect(Math.abs(rho)).toBeLessThan(0.2);
    expect(atBound).toBe(false);
    expect(durbinWatsonTest(lines(500), y)?.p).toBeGreaterThan(0.001);
  });

  it('constant', () => {
    const y = new Array<number>(32).fill(640);
    expect(coefficient(classical(leastSquares(lines(32), y)), 3, { method: 'test' })).toMatchObject({
      estimate: 0,
      p: 1,
    });
    expect(praisWinsten(lines(32), y)).toMatchObject({ rho: 0, converged: true });
    expect(ar1(lines(32), y).rho).toBe(0);
  });

  it('proportional but for rounding: no slope, no P', () => {
    const logs = lines(32).map((_, t) => Math.log((500 + 3 * t) / 27_000) - Math.log((10_000 + 60 * t) / 520_000));
    expect(new Set(logs).size).toBeGreaterThan(1);
    const fit = leastSquares(lines(32), logs);
    expect(fit).toMatchObject({ rss: 0, residuals: logs.map(() => 0) });
    for (const term of [1, 2, 3])
      expect(coefficient(classical(fit), term, { method: 'test' })).toMatchObject({ estimate: 0, se: 0, p: 1 });
    expectClose(fit.coefficients[0], Math.log((500 * 520) / (27 * 10_000)), 1e-12);
  });

  it('every other quarter nothing, by indicators: no level, no slope', () => {
    const design = lines(32).map((row, t) => [...row, t % 2]);
    const fit = leastSquares(
      design,
      design.map((_, t) => (t % 2 === 0 ? 1000 / 27 : 0)),
    );
    expect(fit.coefficients.slice(1, 4)).toEqual([0, 0, 0]);
    expectClose(fit.coefficients[4], -1000 / 27, 1e-12);
  });

  it('a straight line keeps its slope, however high it lies', () => {
    const y = lines(32).map((_, t) => 1e9 + t);
    const fit = leastSquares(lines(32), y);
    expectClose(fit.coefficients[1], 1, 1e-6);
    expect(fit.coefficients.slice(2)).toEqual([0, 0]);
  });

  it('scatter that is small beside the level is scatter', () => {
    const y = lines(32).map((_, t) => 1e9 + ((t * 7) % 5));
    expect(leastSquares(lines(32), y).rss).toBeGreaterThan(10);
  });

  it('what cancels but for rounding is no difference', () => {
    const exact = {
      coefficients: [0.1 + 0.2, 0.3],
      covariance: [
        [0, 0],
        [0, 0],
      ],
      df: 5,
    };
    expect(combination(exact, [1, -1], { method: 'test' })).toMatchObject({ estimate: 0, p: 1 });
    const slope = { estimate: 0.1 + 0.2, se: 0, df: 5 };
    expect(welchDifference(slope, { ...slope, estimate: 0.3 }, 'test')).toMatchObject({ estimate: 0, p: 1 });
    expect([differenceOf(0.1 + 0.2, 0.3), differenceOf(1e-17, 0, 1), differenceOf(3, 2)]).toEqual([0, 0, 1]);
  });

  it('residuals of proportional counts are 0', () => {
    const own = lines(32).map((_, t) => ({ events: 500 + 3 * t, time: 27_000 }));
    const other = lines(32).map((_, t) => ({ events: 10_000 + 60 * t, time: 520_000 }));
    expect(new Set(pearsonResiduals(fitShare(lines(32), own, other)))).toEqual(new Set([0]));
  });

  it('counts of a thousand million', () => {
    const own = lines(32).map((_, i) => ({ events: 1e9 + 1e5 * ((i * 7) % 5), time: 1e9 }));
    const other = lines(32).map((_, i) => ({ events: 2e10 + 1e5 * ((i * 3) % 7), time: 2e10 }));
    const fit = fitShare(lines(32), own, other);
    expect(fit.atEdge).toBe(false);
    const slope = coefficient(quasi(fit), 3, { method: 'test' });
    expect(Math.abs(slope.estimate ?? Number.NaN)).toBeLessThan(1e-4);
    expect(slope.se).toBeGreaterThan(0);
  });

  it('quarters without any event on either side are left out', () => {
    const own = lines(20).map((_, i) => ({ events: i === 4 ? 0 : 10 + (i % 3), time: 1000 }));
    const other = lines(20).map((_, i) => ({ events: i === 4 ? 0 : 200 + (i % 7), time: 20_000 }));
    expect(fitShare(lines(20), own, other).df).toBe(15);
  });

  it('zeros on one side only are told', () => {
    const zeros = lines(16).map(() => ({ events: 0, time: 1000 }));
    const other = lines(16).map((_, i) => ({ events: 200 + (i % 7), time: 20_000 }));
    expect(fitShare(lines(16), zeros, other).atEdge).toBe(true);
    expect(fitShare(lines(16), other, zeros).atEdge).toBe(true);
  });

  it('a change on the first or the last quarter cannot be told from the level', () => {
    const first = Array.from({ length: 12 }, (_, t) => [1, t, 1, t]);
    expect(() =>
      leastSquares(
        first,
        first.map((_, t) => t * t),
      ),
    ).toThrow('statistics.dependent-columns');
    const last = Array.from({ length: 12 }, (_, t) => [1, t, t === 11 ? 1 : 0, 0]);
    expect(() =>
      leastSquares(
        last,
        last.map((_, t) => t * t),
      ),
    ).toThrow('statistics.dependent-columns');
  });

  it('a level far from 0', () => {
    const y = Array.from({ length: 20 }, (_, t) => 1e9 + t + ((t * 7) % 3));
    const shifted = leastSquares(lines(20), y);
    const plain = leastSquares(
      lines(20),
      y.map((value) => value - 1e9),
    );
    expectClose(shifted.coefficients[1], plain.coefficients[1] ?? 0, 1e-8);
    expectClose(shifted.rss, plain.rss, 1e-7);
  });
});
