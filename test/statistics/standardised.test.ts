import { describe, expect, it } from 'vitest';
import {
  directRate,
  indirectRate,
  indirectRatio,
  ratioOfEstimates,
} from '../../src/statistics/intervals/standardised.ts';
import { expectClose } from '../support/golden.ts';

describe('standardised rates', () => {
  it('are not given on fewer than ten events, or on nobody', () => {
    const few = [
      { events: 4, population: 100, weight: 5000 },
      { events: 5, population: 200, weight: 5500 },
    ];
    expect(directRate(few)).toMatchObject({ estimate: null, lower: null, upper: null, se: null });
    expect(directRate([...few, { events: 3, population: 0, weight: 10 }]).estimate).toBeNull();
    expect(directRate([]).estimate).toBeNull();
    expect(ratioOfEstimates(directRate(few), directRate(few))).toBeNull();
    expect(indirectRate(3, 0, 0.1)).toMatchObject({ estimate: null, lower: null, upper: null });
    expect(indirectRatio(3, 0)).toMatchObject({ estimate: null, lower: null, upper: null });
  });

  it('of a single band is its own rate, with limits of its count', () => {
    const own = directRate([{ events: 50, population: 1000, weight: 77 }]);
    expectClose(own.estimate, 0.05, 1e-14);
    const { lower, upper } = indirectRatio(50, 1000);
    expectClose(own.lower, lower ?? Number.NaN, 1e-12);
    expectClose(own.upper, upper ?? Number.NaN, 1e-12);
  });
});
