import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { betaLower, betaQuantile, betaUpper } from '../../src/statistics/distributions/beta.ts';
import {
  binomialLower,
  binomialProbability,
  binomialQuantile,
  binomialUpper,
} from '../../src/statistics/distributions/binomial.ts';
import {
  chiSquaredLower,
  chiSquaredQuantile,
  chiSquaredUpper,
} from '../../src/statistics/distributions/chi-squared.ts';
import { fLower, fQuantile, fUpper } from '../../src/statistics/distributions/f.ts';
import { gammaLower, gammaQuantile, gammaUpper } from '../../src/statistics/distributions/gamma.ts';
import {
  noncentralTLower,
  noncentralTQuantile,
  noncentralTUpper,
} from '../../src/statistics/distributions/noncentral-t.ts';
import { normalLower, normalQuantile, normalUpper } from '../../src/statistics/distributions/normal.ts';
import {
  poissonLower,
  poissonProbability,
  poissonQuantile,
  poissonUpper,
} from '../../src/statistics/distributions/poisson.ts';
import { tLower, tQuantile, tUpper } from '../../src/statistics/distributions/t.ts';
import type { Tail } from '../../src/statistics/special/tails.ts';
import { expectClose } from '../support/golden.ts';

interface Continuous {
  readonly lower: (x: number) => number;
  readonly upper: (x: number) => number;
  readonly quantile: (p: number, tail: Tail) => number;
}

const shape = fc.double({ min: 0.3, max: 3000, noNaN: true });
const moderate = fc.double({ min: 1, max: 100, noNaN: true });
const degrees = fc.double({ min: 1, max: 2000, noNaN: true });

const FAMILIES: Readonly<Record<string, fc.Arbitrary<Continuous>>> = {
  normal: fc.constant({ lower: normalLower, upper: normalUpper, quantile: normalQuantile }),
  t: degrees.map((df) => ({
    lower: (x) => tLower(x, df),
    upper: (x) => tUpper(x, df),
    quantile: (p, tail) => tQuantile(p, df, tail),
  })),
  'chi-squared': degrees.map((df) => ({
    lower: (x) => chiSquaredLower(x, df),
    upper: (x) => chiSquaredUpper(x, df),
    quantile: (p, tail) => chiSquaredQuantile(p, df, tail),
  })),
  F: fc.tuple(degrees, degrees).map(([a, b]) => ({
    lower: (x) => fLower(x, a, b),
    upper: (x) => fUpper(x, a, b),
    quantile: (p, tail) => fQuantile(p, a, b, tail),
  })),
  gamma: fc.tuple(shape, fc.double({ min: 0.01, max: 100, noNaN: true })).map(([a, scale]) => ({
    lower: (x) => gammaLower(x, a, scale),
    upper: (x) => gammaUpper(x, a, scale),
    quantile: (p, tail) => gammaQuantile(p, a, scale, tail),
  })),
  beta: fc.tuple(moderate, moderate).map(([a, b]) => ({
    lower: (x) => betaLower(x, a, b),
    upper: (x) => betaUpper(x, a, b),
    quantile: (p, tail) => betaQuantile(p, a, b, tail),
  })),
  'noncentral t': fc
    .tuple(fc.double({ min: 1, max: 200, noNaN: true }), fc.double({ min: -6, max: 6, noNaN: true }))
    .map(([df, ncp]) => ({
      lower: (x) => noncentralTLower(x, df, ncp),
      upper: (x) => noncentralTUpper(x, df, ncp),
      quantile: (p, tail) => noncentralTQuantile(p, df, ncp, tail),
    })),
};

/** A beta quantile near 1 is rounded as a number, whatever the method; its odds are not, and F and t are made of them. */
const NEAR_ONE = 1e-3;

const tail = fc.constantFrom<Tail>('lower', 'upper');
/** Probabilities of every order of magnitude, spread over the logarithm. */
const probability = fc.double({ min: -30, max: -0.001, noNaN: true }).map((power) => 10 ** power);

describe('continuous distributions', () => {
  for (const [name, family] of Object.entries(FAMILIES)) {
    it(`${name}: the quantile inverts the tail`, () => {
      fc.assert(
        fc.property(family, tail, probability, (distribution, side, p) => {
          expectClose(distribution[side](distribution.quantile(p, side)), p, 1e-9, name === 'beta' ? NEAR_ONE : 0);
        }),
        { numRuns: 100 },
      );
    });

    it(`${name}: the tails add to 1`, () => {
      fc.assert(
        fc.property(family, fc.double({ min: 0.01, max: 0.99, noNaN: true }), (distribution, p) => {
          const x = distribution.quantile(p, 'lower');
          expectClose(distribution.lower(x) + distribution.upper(x), 1, 1e-12);
        }),
        { numRuns: 100 },
      );
    });
  }

  it('normal and t are symmetric', () => {
    fc.assert(
      fc.property(fc.double({ min: -37, max: 37, noNaN: true }), degrees, (x, df) => {
        expect(normalLower(-x)).toBe(normalUpper(x));
        expect(tLower(-x, df)).toBe(tUpper(x, df));
      }),
    );
  });

  it('t with boundless degrees of freedom is the normal', () => {
    expect(tUpper(1.96, Infinity)).toBe(normalUpper(1.96));
    expectClose(tUpper(1.96, 1e9), normalUpper(1.96), 1e-8);
    expect(tQuantile(0.975, Infinity)).toBe(normalQuantile(0.975));
  });

  it('noncentral t keeps its upper tail where the centre lies far beyond', () => {
    // R, integrate(function(x) pnorm(12.706 * sqrt(x) - 50, lower = FALSE) * dchisq(x, 1), 0, Inf); pt() stops at 37.62.
    expectClose(noncentralTUpper(12.706, 1, 50), 0.999912553242759, 1e-9);
    for (const ncp of [50, 83, 1e4, 1e6]) {
      expectClose(noncentralTUpper(2.042, 30, ncp), 1, 1e-12);
      expect(noncentralTLower(-2.042, 30, ncp)).toBe(0);
    }
  });

  it('F with one degree above is t squared', () => {
    expectClose(fUpper(2.5 ** 2, 1, 17), 2 * tUpper(2.5, 17), 1e-13);
  });

  it('has its ends', () => {
    expect([normalQuantile(0), normalQuantile(1), normalQuantile(0, 'upper')]).toEqual([-Infinity, Infinity, Infinity]);
    expect([tQuantile(0, 5), tQuantile(1, 5), tQuantile(0.5, 5)]).toEqual([-Infinity, Infinity, 0]);
    expect([chiSquaredQuantile(0, 3), chiSquaredQuantile(1, 3), betaQuantile(0, 2, 3), betaQuantile(1, 2, 3)]).toEqual([
      0,
      Infinity,
      0,
      1,
    ]);
    expect([normalUpper(Infinity), normalLower(-Infinity), tUpper(Infinity, 4), chiSquaredUpper(0, 2)]).toEqual([
      0, 0, 0, 1,
    ]);
  });
});

describe('far tails, against 40-digit arithmetic', () => {
  it('normal', () => {
    expectClose(normalUpper(12.34567), 2.570225739252898e-35, 1e-13);
    expectClose(normalUpper(37.4), 1.953681561648992e-306, 1e-13);
    expectClose(normalQuantile(1e-300), -37.0470962993612, 1e-14);
  });

  it('t, chi-squared and Poisson', () => {
    expectClose(chiSquaredLower(80, 800), 4.913907759418958e-246, 1e-12);
    expectClose(tUpper(1e6, 1), Math.atan(1e-6) / Math.PI, 1e-14);
    expectClose(poissonLower(0, 690), Math.exp(-690), 1e-12);
  });
});

describe('counts', () => {
  const mean = fc.double({ min: 0.01, max: 5000, noNaN: true });
  const trials = fc.integer({ min: 1, max: 5000 });
  const chance = fc.double({ min: 0.001, max: 0.999, noNaN: true });

  it('tails meet at one outcome', () => {
    fc.assert(
      fc.property(mean, fc.double({ min: 0.01, max: 0.99, noNaN: true }), (m, p) => {
        const k = poissonQuantile(p, m);
        expectClose(poissonLower(k, m) + poissonUpper(k, m) - poissonProbability(k, m), 1, 1e-12);
      }),
    );
    fc.assert(
      fc.property(trials, chance, fc.double({ min: 0.01, max: 0.99, noNaN: true }), (n, c, p) => {
        const k = binomialQuantile(p, n, c);
        expectClose(binomialLower(k, n, c) + binomialUpper(k, n, c) - binomialProbability(k, n, c), 1, 1e-12);
      }),
    );
  });

  it('the quantile is the smallest outcome that reaches p', () => {
    fc.assert(
      fc.property(mean, probability, (m, p) => {
        const k = poissonQuantile(p, m);
        expect(poissonLower(k, m)).toBeGreaterThanOrEqual(p);
        expect(poissonLower(k - 1, m)).toBeLessThan(p);
      }),
    );
    fc.assert(
      fc.property(trials, chance, probability, (n, c, p) => {
        const k = binomialQuantile(p, n, c, 'upper');
        expect(binomialUpper(k + 1, n, c)).toBeLessThanOrEqual(p);
        if (k > 0) expect(binomialUpper(k, n, c)).toBeGreaterThan(p);
      }),
    );
  });

  it('sums of probabilities are tails', () => {
    const sum = [0, 1, 2, 3].reduce((total, k) => total + poissonProbability(k, 2.5), 0);
    expectClose(poissonLower(3, 2.5), sum, 1e-14);
    const three = [0, 1, 2, 3].reduce((total, k) => total + binomialProbability(k, 10, 0.4), 0);
    expectClose(binomialLower(3, 10, 0.4), three, 1e-14);
  });

  it('has its ends', () => {
    expect([poissonLower(-1, 3), poissonUpper(0, 3), poissonProbability(1.5, 3), poissonProbability(0, 0)]).toEqual([
      0, 1, 0, 1,
    ]);
    expect([
      binomialLower(-1, 5, 0.2),
      binomialLower(5, 5, 0.2),
      binomialUpper(6, 5, 0.2),
      binomialUpper(0, 5, 0.2),
    ]).toEqual([0, 1, 0, 1]);
    expect([binomialProbability(0, 5, 0), binomialProbability(5, 5, 1), binomialProbability(3, 5, 1)]).toEqual([
      1, 1, 0,
    ]);
  });
});
