import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BINOMIAL, POISSON } from '../../src/statistics/glm/family.ts';
import { fitGlm } from '../../src/statistics/glm/fit.ts';
import { likelihood, pearsonDispersion } from '../../src/statistics/glm/inference.ts';
import { ratioOfRatios, waldRateRatio } from '../../src/statistics/intervals/rate-ratio.ts';
import { coefficient } from '../../src/statistics/linear/combination.ts';
import { expectClose } from '../support/golden.ts';

const events = fc.integer({ min: 1, max: 100_000 });
const time = fc.double({ min: 0.5, max: 1e6, noNaN: true });
const cell = fc.record({ events, time });

describe('Poisson regression', () => {
  it('of two cells is the Wald rate ratio', () => {
    fc.assert(
      fc.property(cell, cell, (after, before) => {
        const offset = [after.time, before.time].map(Math.log);
        const fit = fitGlm(
          [
            [1, 1],
            [1, 0],
          ],
          [after.events, before.events],
          POISSON,
          { offset },
        );
        const own = coefficient(likelihood(fit), 1, { method: 'test', scale: 'log' });
        const wald = waldRateRatio(after, before);
        expectClose(own.estimate, wald.estimate ?? Number.NaN, 1e-9);
        expectClose(own.upper, wald.upper ?? Number.NaN, 1e-9);
        expect(fit.df).toBe(0);
        expect(pearsonDispersion(fit)).toEqual({ raw: null, used: 1 });
      }),
    );
  });

  it('of four cells is the ratio of ratios', () => {
    fc.assert(
      fc.property(cell, cell, cell, cell, (a1, a0, c1, c0) => {
        const cells = [a1, a0, c1, c0];
        const design = [
          [1, 1, 1, 1],
          [1, 1, 0, 0],
          [1, 0, 1, 0],
          [1, 0, 0, 0],
        ];
        const offset = cells.map((each) => Math.log(each.time));
        const fit = fitGlm(
          design,
          cells.map((each) => each.events),
          POISSON,
          { offset },
        );
        const own = coefficient(likelihood(fit), 3, { method: 'test', scale: 'log' });
        const ratio = ratioOfRatios({ before: a0, after: a1 }, { before: c0, after: c1 });
        expectClose(own.estimate, ratio.estimate ?? Number.NaN, 1e-8);
        expectClose(own.se, ratio.se ?? Number.NaN, 1e-8);
      }),
    );
  });

  it('fits the total, and does not depend on the order of the rows', () => {
    const series = fc.array(fc.integer({ min: 0, max: 2000 }), { minLength: 6, maxLength: 40 });
    fc.assert(
      fc.property(series, (tail) => {
        const y = [5, 9, ...tail];
        const design = y.map((_, t) => [1, t / y.length]);
        const fit = fitGlm(design, y, POISSON);
        expectClose(
          fit.fitted.reduce((sum, mu) => sum + mu, 0),
          y.reduce((sum, value) => sum + value, 0),
          1e-9,
        );
        const turned = fitGlm([...design].reverse(), [...y].reverse(), POISSON);
        expectClose(turned.deviance, fit.deviance, 1e-9, 1e-6);
        expectClose(turned.coefficients[1], fit.coefficients[1] ?? Number.NaN, 1e-7, 1e-3);
      }),
    );
  });

  it('says so where only zeros were counted, or on one side', () => {
    const ones = [0, 1, 2, 3, 4].map(() => [1]);
    const nothing = fitGlm(ones, [0, 0, 0, 0, 0], POISSON);
    expect(nothing.atEdge).toBe(true);
    expect(nothing.deviance).toBeLessThan(1e-9);
    const after = [0, 0, 0, 1, 1, 1].map((post) => [1, post]);
    expect(fitGlm(after, [3, 5, 4, 0, 0, 0], POISSON).atEdge).toBe(true);
    expect(fitGlm(after, [3, 5, 4, 0, 1, 0], POISSON).atEdge).toBe(false);
  });

  it('copes with counts of a thousand million', () => {
    const y = [1e9, 1.1e9, 0.9e9, 1.2e9];
    const fit = fitGlm(
      y.map((_, t) => [1, t]),
      y,
      POISSON,
    );
    expectClose(
      fit.fitted.reduce((sum, mu) => sum + mu, 0),
      4.2e9,
      1e-12,
    );
  });
});

describe('binomial regression', () => {
  it('of two groups gives log odds and their standard errors', () => {
    const fit = fitGlm(
      [
        [1, 0],
        [1, 1],
      ],
      [10, 30],
      BINOMIAL,
      { trials: [50, 60] },
    );
    expectClose(fit.coefficients[0], Math.log(10 / 40), 1e-12);
    expectClose(fit.coefficients[1], Math.log(30 / 30) - Math.log(10 / 40), 1e-12);
    const se = coefficient(likelihood(fit), 1, { method: 'test' }).se;
    expectClose(se, Math.sqrt(1 / 10 + 1 / 40 + 1 / 30 + 1 / 30), 1e-12);
    expectClose(fit.fitted[1], 30, 1e-12);
  });

  it('is the same for the other outcome, with signs turned', () => {
    const design = [1, 2, 3, 4, 5, 6].map((x) => [1, x]);
    const trials = [20, 25, 30, 25, 20, 22];
    const y = [3, 6, 9, 14, 12, 17];
    const fit = fitGlm(design, y, BINOMIAL, { trials });
    const other = fitGlm(
      design,
      y.map((value, i) => (trials[i] ?? 0) - value),
      BINOMIAL,
      { trials },
    );
    expectClose(other.coefficients[1], -(fit.coefficients[1] ?? 0), 1e-9);
    expectClose(other.deviance, fit.deviance, 1e-9);
    expectClose(other.logLikelihood, fit.logLikelihood, 1e-9);
  });

  it('says so where the outcomes are perfectly separated', () => {
    const design = [1, 2, 3, 4, 5, 6].map((x) => [1, x]);
    const fit = fitGlm(design, [0, 0, 0, 5, 5, 5], BINOMIAL, { trials: [5, 5, 5, 5, 5, 5] });
    expect(fit.atEdge).toBe(true);
    expect(fit.coefficients.every(Number.isFinite)).toBe(true);
  });
});
