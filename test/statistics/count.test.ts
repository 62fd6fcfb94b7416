import { describe, expect, it } from 'vitest';
import { crudeRate, wilsonInterval } from '../../src/statistics/intervals/count.ts';

describe('proportions and rates', () => {
  it('gives Wilson limits of 81 in 263 as Newcombe 1998 prints them', () => {
    const { estimate, lower, upper } = wilsonInterval(81, 263);
    expect(estimate).toBeCloseTo(0.308, 3);
    expect(lower).toBeCloseTo(0.2553, 4);
    expect(upper).toBeCloseTo(0.3662, 4);
  });

  it('says nothing of a proportion of nobody, or of no time', () => {
    expect(wilsonInterval(0, 0)).toMatchObject({ estimate: null, lower: null, upper: null });
    expect(crudeRate({ events: 3, time: 0 })).toMatchObject({ estimate: null, lower: null, upper: null });
  });
});
