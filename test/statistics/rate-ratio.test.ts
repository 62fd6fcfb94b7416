import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { exactRateRatio, midPRateRatio, minimumLikelihoodP } from '../../src/statistics/intervals/exact-rate-ratio.ts';
import { avoidedCount, rateRatio, ratioOfRatios, waldRateRatio } from '../../src/statistics/intervals/rate-ratio.ts';
import { expectClose } from '../support/golden.ts';

const counted = (events: number, time = 1) => ({ events, time });
const exposure = fc.record({
  events: fc.integer({ min: 0, max: 400 }),
  time: fc.double({ min: 0.1, max: 1e5, noNaN: true }),
});

describe('zero counts', () => {
  it('no events after: ratio and lower limit 0', () => {
    expect(exactRateRatio(counted(0), counted(5))).toMatchObject({ estimate: 0, lower: 0 });
    expectClose(exactRateRatio(counted(0), counted(5)).p, 1 / 16, 1e-13);
    expectClose(exactRateRatio(counted(0), counted(5)).upper, 1 / 0.025 ** 0.2 - 1, 1e-12);
  });

  it('none before: ratio and upper limit are unbounded, given as null', () => {
    const ratio = rateRatio(counted(5), counted(0));
    expect(ratio).toMatchObject({ estimate: null, upper: null });
    expectClose(ratio.lower, 1 / (1 / 0.025 ** 0.2 - 1), 1e-12);
    expect(midPRateRatio(counted(5), counted(0))).toMatchObject({ estimate: null, upper: null });
  });

  it('none at all: nothing is known', () => {
    for (const ratio of [exactRateRatio(counted(0), counted(0)), midPRateRatio(counted(0), counted(0))]) {
      expect(ratio).toMatchObject({ estimate: null, lower: 0, upper: null, p: 1 });
    }
    expect(minimumLikelihoodP(counted(0), counted(0))).toBe(1);
  });

  it('Wald has no interval there', () => {
    expect(waldRateRatio(counted(0), counted(5))).toMatchObject({
      estimate: 0,
      lower: null,
      upper: null,
      se: null,
      p: null,
    });
    expect(waldRateRatio(counted(5), counted(0)).estimate).toBeNull();
    const ratio = ratioOfRatios({ before: counted(4), after: counted(0) }, { before: counted(40), after: counted(50) });
    expect(ratio).toMatchObject({ estimate: 0, lower: null, upper: null, p: null });
    expect(avoidedCount(0, ratio)).toMatchObject({ estimate: null, lower: null, upper: null });
    const unbounded = ratioOfRatios(
      { before: counted(4), after: counted(5) },
      { before: counted(0), after: counted(5) },
    );
    expect(unbounded).toMatchObject({ estimate: null, lower: null, upper: null });
  });
});

describe('exact rate ratio', () => {
  it('turned round it is the reciprocal, with the same P values', () => {
    fc.assert(
      fc.property(exposure, exposure, (after, before) => {
        for (const compute of [exactRateRatio, midPRateRatio]) {
          const there = compute(after, before);
          const back = compute(before, after);
          if (there.upper !== null) expectClose(1 / there.upper, back.lower ?? Number.NaN, 1e-9);
          expectClose(there.p, back.p ?? Number.NaN, 1e-9);
        }
        expectClose(minimumLikelihoodP(after, before), minimumLikelihoodP(before, after), 1e-6);
      }),
    );
  });

  it('leaves out 1 where its central P is below 5%', () => {
    fc.assert(
      fc.property(exposure, exposure, (after, before) => {
        const { lower, upper, p } = exactRateRatio(after, before);
        const outside = (lower ?? 0) > 1 || (upper !== null && upper < 1);
        if (p !== null && Math.abs(p - 0.05) > 1e-9) expect(outside).toBe(p < 0.05);
      }),
    );
  });

  it('mid-P lies within the exact interval', () => {
    fc.assert(
      fc.property(exposure, exposure, (after, before) => {
        const exact = exactRateRatio(after, before);
        const midP = midPRateRatio(after, before);
        expect(midP.lower ?? Number.NaN).toBeGreaterThanOrEqual((exact.lower ?? Number.NaN) * (1 - 1e-12));
        if (exact.upper !== null) expect(midP.upper ?? Number.NaN).toBeLessThanOrEqual(exact.upper * (1 + 1e-12));
      }),
    );
  });

  it('the minimum-likelihood P adds up the outcomes that are no likelier', () => {
    expectClose(minimumLikelihoodP(counted(2), counted(8)), (2 * (1 + 10 + 45)) / 1024, 1e-12);
    expectClose(minimumLikelihoodP(counted(5), counted(5)), 1, 1e-12);
    expectClose(minimumLikelihoodP(counted(3, 2), counted(0)), 15 / 27, 1e-12);
  });

  it('copes with counts of a thousand million', () => {
    const ratio = exactRateRatio(counted(1e9), counted(1.0001e9));
    const wald = waldRateRatio(counted(1e9), counted(1.0001e9));
    expectClose(ratio.lower, wald.lower ?? Number.NaN, 1e-8);
    expectClose(ratio.upper, wald.upper ?? Number.NaN, 1e-8);
  });
});

describe('choice and dispersion', () => {
  it('takes Wald as soon as a dispersion or its degrees of freedom are given', () => {
    expect(rateRatio(counted(3), counted(11)).method).toContain('exact');
    expect(rateRatio(counted(3), counted(11), { dispersion: 2 }).method).toContain('Wald');
    expect(rateRatio(counted(3), counted(11), { dispersion: 1, df: 9 })).toMatchObject({ df: 9, dispersion: 1 });
  });

  it('widens with the dispersion and with few degrees of freedom', () => {
    const width = (dispersion: number, df: number | null) => {
      const { lower, upper } = rateRatio(counted(100), counted(120), { dispersion, df });
      return Math.log((upper ?? 0) / (lower ?? 1));
    };
    expectClose(width(4, null), 2 * width(1, null), 1e-12);
    expect(width(1, 6)).toBeGreaterThan(width(1, null));
  });

  it('is 1 with P 1 where nothing changed', () => {
    const same = { before: counted(50, 2), after: counted(100, 4) };
    expect(ratioOfRatios(same, same)).toMatchObject({ estimate: 1, p: 1 });
    const avoided = avoidedCount(100, ratioOfRatios(same, same));
    expect(avoided.estimate).toBe(0);
    expect(avoided.lower).toBeLessThan(0);
    expect(avoided.upper).toBeGreaterThan(0);
  });
});
