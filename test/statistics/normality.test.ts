import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { leastSquares } from '../../src/statistics/linear/least-squares.ts';
import { jarqueBera, shapiroWilk } from '../../src/statistics/linear/normality.ts';
import { reset } from '../../src/statistics/linear/reset.ts';
import { normalDraw } from '../../src/statistics/random/draws.ts';
import { seeded } from '../../src/statistics/random/generator.ts';
import { expectClose } from '../support/golden.ts';

/** Weights of eleven men in pounds, the example of Shapiro and Wilk 1965, section 4. */
const MEN = [148, 154, 158, 160, 161, 162, 166, 170, 182, 195, 236];

/** W and P of R 4.2.2: `s <- shapiro.test(values); sprintf("%.15g %.15g", s$statistic, s$p.value)`. */
const OF_R = [
  { values: MEN, w: 0.788814694835387, p: 0.00670381405650293 },
  { values: [1, 2, 4], w: 0.964285714285714, p: 0.636886845028963 },
  { values: [1, 2, 4, 4.5], w: 0.915686067342765, p: 0.5130400866377 },
  { values: [...MEN, 170], w: 0.786124111293617, p: 0.0065432639365989 },
];

describe('Shapiro-Wilk', () => {
  it('gives what was published: W 0.79, P below 0.01', () => {
    const test = shapiroWilk(MEN);
    expect(test?.statistic).toBeCloseTo(0.79, 2);
    expect(test?.p).toBeLessThan(0.01);
  });

  it('gives what R gives: three values, four, eleven, twelve', () => {
    for (const { values, w, p } of OF_R) {
      expectClose(shapiroWilk(values)?.statistic, w, 1e-13);
      expectClose(shapiroWilk(values)?.p, p, 1e-11);
    }
  });

  it('rejects normal samples as often as it says', () => {
    for (const n of [8, 15, 32]) {
      const random = seeded(n);
      const draw = () => shapiroWilk(Array.from({ length: n }, () => normalDraw(random)))?.p ?? Number.NaN;
      const rejected = Array.from({ length: 2000 }, draw).filter((p) => p < 0.05).length;
      // 100 of 2,000, give or take four standard errors of 9.7.
      expect(Math.abs(rejected - 100)).toBeLessThan(40);
    }
  });

  it('has neither place nor scale, and stays within its bounds', () => {
    const values = fc.array(fc.integer({ min: -1000, max: 1000 }), { minLength: 3, maxLength: 60 });
    fc.assert(
      fc.property(values, (sample) => {
        const test = shapiroWilk(sample);
        if (new Set(sample).size === 1) return expect(test).toBeNull();
        expect(test?.statistic).toBeGreaterThan(0);
        expect(test?.statistic).toBeLessThanOrEqual(1);
        expect(test?.p).toBeGreaterThanOrEqual(0);
        expect(test?.p).toBeLessThanOrEqual(1);
        const moved = shapiroWilk(sample.map((value) => 7 - 3 * value));
        expectClose(moved?.statistic, test?.statistic ?? Number.NaN, 1e-10);
        return undefined;
      }),
    );
  });

  it('is for 3 to 5,000 values', () => {
    expect(shapiroWilk([1, 2])).toBeNull();
    expect(shapiroWilk(Array.from({ length: 5001 }, (_, i) => i))).toBeNull();
    expect(shapiroWilk(Array.from({ length: 5000 }, (_, i) => i))?.p).toBeLessThan(1e-30);
  });
});

describe('Jarque-Bera', () => {
  it('by hand: a balanced coin has skewness 0 and kurtosis 1', () => {
    const test = jarqueBera([1, -1, 1, -1, 1, -1]);
    expect(test).toMatchObject({ skewness: 0, kurtosis: 1, statistic: 1, df: 2 });
    expectClose(test?.p, Math.exp(-0.5), 1e-14);
  });

  it('has nothing to say of equal values', () => {
    expect(jarqueBera([4, 4, 4])).toBeNull();
  });
});

describe('RESET', () => {
  const design = Array.from({ length: 12 }, (_, t) => [1, t]);
  const fitOf = (y: readonly number[]) => reset(design, y, leastSquares(design, y));
  const wobble = (t: number) => Math.sin(5 * t * t);

  it('sees a bend in what was fitted as straight', () => {
    expect(fitOf(design.map((_, t) => t * t + wobble(t)))?.p).toBeLessThan(1e-6);
    expect(fitOf(design.map((_, t) => 3 * t + wobble(t)))?.p).toBeGreaterThan(0.05);
  });

  it('is null for a perfect fit, where the line is flat, and where no freedom is left', () => {
    expect(fitOf(design.map((_, t) => 2 * t))).toBeNull();
    expect(fitOf(design.map(() => 5))).toBeNull();
    const short = design.slice(0, 4);
    expect(reset(short, [1, 3, 2, 6], leastSquares(short, [1, 3, 2, 6]))).toBeNull();
  });
});
