import { describe, expect, it } from 'vitest';
import type { Estimate } from '../../src/statistics/estimate.ts';
import { byarCount, countInterval, exactCount, wilsonInterval } from '../../src/statistics/intervals/count.ts';
import { golden, sharedGolden } from '../support/golden.ts';

const NINE_DECIMALS = 9;
const { table, byar_lower_x1_998_raw: belowZero } = golden('19-rates-byar-exact-wilson');

function expectLimits({ lower, upper }: Estimate, limits: readonly number[]): void {
  expect(lower).toBeCloseTo(limits[0] as number, NINE_DECIMALS);
  expect(upper).toBeCloseTo(limits[1] as number, NINE_DECIMALS);
}

describe('golden 19: limits of a count', () => {
  for (const row of table) {
    it(`${row.x} events`, () => {
      expectLimits(exactCount(row.x), row.exact95);
      expectLimits(exactCount(row.x, 0.998), row.exact998);
      expectLimits(byarCount(row.x), row.byar95);
      expectLimits(byarCount(row.x, 0.998), row.byar998);
      const { lo, hi, method } = row.rate_per_1000_n28000;
      const chosen = countInterval(row.x);
      expectLimits(chosen, [lo * 28, hi * 28]);
      expect(chosen.method).toBe(method === 'Exact' ? 'exact Poisson' : 'Byar');
    });
  }

  it('returns Byar as it comes where it falls below zero', () => {
    expect(byarCount(1, 0.998).lower).toBeCloseTo(belowZero, NINE_DECIMALS);
  });

  const published = sharedGolden('19-rates-byar-exact-wilson');
  it.skipIf(published === null)('agrees with the published test values of the public health package', () => {
    for (const { x, conf, lo, hi } of published.phe_byar) expectLimits(byarCount(x, conf), [lo, hi]);
    for (const { x, n, conf, lo, hi } of published.phe_wilson) expectLimits(wilsonInterval(x, n, conf), [lo, hi]);
  });

  it('gives Wilson limits of 81 in 263 as Newcombe 1998 prints them', () => {
    const { estimate, lower, upper } = wilsonInterval(81, 263);
    expect(estimate).toBeCloseTo(0.308, 3);
    expect(lower).toBeCloseTo(0.2553, 4);
    expect(upper).toBeCloseTo(0.3662, 4);
  });

  it('says nothing of a proportion of nobody', () => {
    expect(wilsonInterval(0, 0)).toMatchObject({ estimate: null, lower: null, upper: null });
  });
});
