import { describe, expect, it } from 'vitest';
import { linearTrend } from '../../../src/analysis/quarters/trend.ts';

const series = (...values: (number | null)[]) =>
  values.map((value, i) => ({ period: `Q${i + 1}`, index: 8000 + i, value }));

describe('linearTrend', () => {
  it('by hand: 1, 2, 4 rises by 1.5 from 0.8333', () => {
    const trend = linearTrend(series(1, 2, 4));
    expect(trend?.slope.estimate).toBeCloseTo(1.5, 12);
    expect(trend?.fitted.first).toBeCloseTo(5 / 6, 12);
    expect(trend?.fitted.last).toBeCloseTo(23 / 6, 12);
    expect(trend?.slope.se).toBeCloseTo(Math.sqrt(1 / 12), 12);
    expect(trend?.fitted.percentChange).toBeCloseTo(360, 10);
  });

  it('leaves a missing quarter its place in time', () => {
    const gap = linearTrend(series(10, 12, null, 16, 18.5));
    const closed = linearTrend(series(10, 12, 16, 18.5));
    expect(gap?.n).toBe(4);
    expect(gap?.slope.estimate).toBeCloseTo(2.1, 10);
    expect(closed?.slope.estimate).toBeCloseTo(2.95, 10);
    expect(gap?.durbinWatson).toBeLessThan(closed?.durbinWatson ?? 0);
  });

  it('starts and ends at the first and last value held', () => {
    expect(linearTrend(series(null, 3, 5, 6, null))).toMatchObject({ n: 3, from: 'Q2', to: 'Q4' });
  });

  it('needs three values', () => {
    expect(linearTrend(series(3, null, 5))).toBeNull();
    expect(linearTrend([])).toBeNull();
  });

  it('gives a perfect line no standard error and P 0', () => {
    const trend = linearTrend(series(640, 630, 620, 610, 600, 590, 580));
    expect(trend?.slope).toMatchObject({ se: 0, p: 0, df: 5 });
    expect(trend?.slope.lower).toBe(trend?.slope.upper);
    expect(trend?.durbinWatson).toBeNull();
  });

  it('gives a constant series slope 0 and P 1', () => {
    const trend = linearTrend(series(7, 7, 7, 7));
    expect(trend?.slope).toMatchObject({ estimate: 0, se: 0, p: 1 });
    expect(trend?.fitted.percentChange).toBe(0);
  });

  it('gives no percentage of a line that starts at nothing', () => {
    expect(linearTrend(series(0, 0, 0))?.fitted).toEqual({ first: 0, last: 0, percentChange: null });
    expect(linearTrend(series(-4, -2, 1))?.percentPerQuarter).toBeNull();
  });

  it('does not depend on where the index begins', () => {
    const early = series(5, 9, 7, 12).map((point) => ({ ...point, index: point.index - 8000 }));
    expect(linearTrend(early)).toEqual(linearTrend(series(5, 9, 7, 12)));
  });
});
