import { describe, expect, it } from 'vitest';
import { binomialProbability } from '../../src/statistics/distributions/binomial.ts';
import { chiSquaredUpper } from '../../src/statistics/distributions/chi-squared.ts';
import { gammaLower } from '../../src/statistics/distributions/gamma.ts';
import { normalLower } from '../../src/statistics/distributions/normal.ts';
import { poissonProbability } from '../../src/statistics/distributions/poisson.ts';
import { binomialDraw, gammaDraw, normalDraw, poissonDraw } from '../../src/statistics/random/draws.ts';
import { type RandomSource, seeded } from '../../src/statistics/random/generator.ts';

const DRAWS = 20_000;

function sample(draw: (random: RandomSource) => number, seed: number): number[] {
  const random = seeded(seed);
  return Array.from({ length: DRAWS }, () => draw(random));
}

/** P of the chi-squared test that the draws fall evenly into 20 bins of their own distribution function. */
function evenness(values: readonly number[], lower: (x: number) => number): number {
  const bins = new Array<number>(20).fill(0);
  for (const value of values) {
    const bin = Math.min(19, Math.floor(20 * lower(value)));
    bins[bin] = (bins[bin] ?? 0) + 1;
  }
  const expected = DRAWS / 20;
  return chiSquaredUpper(
    bins.reduce((sum, count) => sum + (count - expected) ** 2 / expected, 0),
    19,
  );
}

/** P of the chi-squared test of counts, over the outcomes expected at least five times and the rest together. */
function agreement(values: readonly number[], probability: (k: number) => number): number {
  const counts = new Map<number, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  let rest = DRAWS;
  let restExpected = DRAWS;
  let statistic = 0;
  let cells = 0;
  for (let k = 0; k <= Math.max(...values); k += 1) {
    const expected = DRAWS * probability(k);
    if (expected < 5) continue;
    statistic += ((counts.get(k) ?? 0) - expected) ** 2 / expected;
    rest -= counts.get(k) ?? 0;
    restExpected -= expected;
    cells += 1;
  }
  return chiSquaredUpper(statistic + (rest - restExpected) ** 2 / Math.max(restExpected, 1e-9), cells);
}

const UNLIKELY = 1e-3;

describe('seeded', () => {
  it('repeats itself, and differs from its neighbours', () => {
    const take = (seed: number) => {
      const random = seeded(seed);
      return [random.next(), random.next(), random.next()];
    };
    expect(take(7)).toEqual(take(7));
    expect(take(7)).not.toEqual(take(8));
    expect(take(7)).not.toEqual(take(7 + 2 ** 32));
  });

  it('gives the numbers of a second implementation, in Python', () => {
    const random = seeded(1);
    expect([random.next(), random.next()]).toEqual([0.09156953175513294, 0.8881928137485323]);
  });

  it('is uniform, and neighbours are not correlated', () => {
    const values = sample((random) => random.next(), 42);
    expect(Math.min(...values)).toBeGreaterThanOrEqual(0);
    expect(Math.max(...values)).toBeLessThan(1);
    expect(evenness(values, (x) => x)).toBeGreaterThan(UNLIKELY);
    const lagged = values.slice(1).reduce((sum, value, i) => sum + (value - 0.5) * ((values[i] ?? 0) - 0.5), 0);
    expect(Math.abs((lagged * 12) / DRAWS)).toBeLessThan(4 / Math.sqrt(DRAWS));
  });
});

describe('draws follow their distribution', () => {
  it('normal', () => {
    expect(evenness(sample(normalDraw, 3), normalLower)).toBeGreaterThan(UNLIKELY);
  });

  for (const shape of [0.3, 1, 4.5, 200]) {
    it(`gamma, shape ${shape}`, () => {
      const values = sample((random) => gammaDraw(random, shape, 2), 5);
      expect(evenness(values, (x) => gammaLower(x, shape, 2))).toBeGreaterThan(UNLIKELY);
    });
  }

  for (const mean of [0.2, 3, 9.9, 10, 47, 640]) {
    it(`Poisson, mean ${mean}`, () => {
      const values = sample((random) => poissonDraw(random, mean), 11);
      expect(agreement(values, (k) => poissonProbability(k, mean))).toBeGreaterThan(UNLIKELY);
    });
  }

  for (const [n, chance] of [
    [1, 0.3],
    [12, 0.9],
    [40, 0.2],
    [60, 0.4],
    [2000, 0.05],
    [5000, 0.97],
  ] as const) {
    it(`binomial, ${n} trials at ${chance}`, () => {
      const values = sample((random) => binomialDraw(random, n, chance), 13);
      expect(agreement(values, (k) => binomialProbability(k, n, chance))).toBeGreaterThan(UNLIKELY);
    });
  }

  it('at the ends', () => {
    const random = seeded(1);
    expect([
      poissonDraw(random, 0),
      binomialDraw(random, 10, 0),
      binomialDraw(random, 10, 1),
      binomialDraw(random, 0, 0.4),
    ]).toEqual([0, 0, 10, 0]);
  });
});
