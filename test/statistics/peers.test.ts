import { describe, expect, it } from 'vitest';
import { welchDifference } from '../../src/statistics/intervals/welch.ts';
import { overdispersion } from '../../src/statistics/overdispersion.ts';
import { sampleQuantile } from '../../src/statistics/quantile.ts';
import { gammaPoisson } from '../../src/statistics/shrinkage.ts';

describe('small parts', () => {
  it('shrinks all the way where units do not differ', () => {
    const same = gammaPoisson([100, 101, 99, 100, 100], [100, 100, 100, 100, 100]);
    expect(same.nu).toBeNull();
    expect(same.momentVariance).toBe(0);
    expect(same.shrunken).toEqual([1, 1, 1, 1, 1]);
  });

  it('quantiles between order statistics', () => {
    expect([0, 0.25, 0.5, 0.9, 1].map((p) => sampleQuantile([4, 1, 3, 2], p))).toEqual([1, 1.75, 2.5, 3.7, 4]);
  });

  it('peers that differ by chance only have no variance between them', () => {
    expect(overdispersion([0.1, -0.1, 0.05, -0.02], [0.1, 0.1, 0.1, 0.1]).tau2).toBe(0);
  });

  it('Welch without any error', () => {
    const flat = { estimate: 1, se: 0, df: 5 };
    expect(welchDifference(flat, flat, 'test')).toMatchObject({ estimate: 0, se: 0, p: 1, df: 10 });
  });
});
