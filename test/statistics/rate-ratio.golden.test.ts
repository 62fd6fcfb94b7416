import { describe, expect, it } from 'vitest';
import type { Estimate } from '../../src/statistics/estimate.ts';
import { exactRateRatio, midPRateRatio, minimumLikelihoodP } from '../../src/statistics/intervals/exact-rate-ratio.ts';
import type { BeforeAfter, Exposure } from '../../src/statistics/intervals/exposure.ts';
import { avoidedCount, rateRatio, ratioOfRatios, waldRateRatio } from '../../src/statistics/intervals/rate-ratio.ts';
import { expectClose, golden } from '../support/golden.ts';

const expected = golden('03-baseline-followup');
const REL = 1e-8;

interface Limits {
  readonly lo: number;
  readonly hi: number;
}

function expectLimits(actual: Estimate, { lo, hi }: Limits, relative = REL): void {
  expectClose(actual.lower, lo, relative);
  expectClose(actual.upper, hi, relative);
}

describe('golden 03: rate ratios', () => {
  const cases = {
    'counts of the practice': expected.count_ratio_practice,
    'rates of the practice': expected.rate_ratio_practice,
    'rates of the county': expected.rate_ratio_county,
    'three against eleven': expected.small[0],
    'twelve against seven, by time': expected.small[1],
    'one against six': expected.small[2],
  };
  for (const [name, row] of Object.entries(cases)) {
    const after: Exposure = { events: row.x1, time: row.T1 };
    const before: Exposure = { events: row.x0, time: row.T0 };

    it(`${name}: Wald`, () => {
      const wald = waldRateRatio(after, before);
      expectClose(wald.estimate, row.rr, REL);
      expectClose(wald.se, row.log_se, REL);
      expectLimits(wald, row.wald);
      expectClose(wald.p, row.wald.p, REL);
    });

    it(`${name}: exact, both P values, mid-P`, () => {
      const exact = exactRateRatio(after, before);
      expectClose(exact.estimate, row.rr, REL);
      expectLimits(exact, row.exact);
      expectClose(exact.p, row.exact.p_central, REL);
      expectClose(minimumLikelihoodP(after, before), row.exact.p_minlike, REL);
      expectLimits(midPRateRatio(after, before), row.midp);
    });

    it(`${name}: exact is chosen below ten events, Wald from there`, () => {
      const small = row.x1 < 10 || row.x0 < 10;
      expect(rateRatio(after, before)).toEqual(small ? exactRateRatio(after, before) : waldRateRatio(after, before));
    });
  }

  it("R's own example of poisson.test, a published one", () => {
    const { x, T, ci, est, p } = expected.r_help_poisson_test;
    const first = { events: x[0], time: T[0] };
    const second = { events: x[1], time: T[1] };
    expectClose(exactRateRatio(first, second).estimate, est, REL);
    expectLimits(exactRateRatio(first, second), { lo: ci[0], hi: ci[1] });
    expectClose(minimumLikelihoodP(first, second), p, REL);
  });
});

describe('golden 03: ratio of ratios and what was avoided', () => {
  const pair = (area: 'practice' | 'county', rates: boolean): BeforeAfter => {
    const { baseline, followup } = expected[area];
    return {
      before: { events: baseline.n, time: rates ? baseline.py : 1 },
      after: { events: followup.n, time: rates ? followup.py : 1 },
    };
  };
  for (const [name, rates] of Object.entries({ ror_counts: false, ror_rates: true })) {
    const row = expected[name];
    const practice = pair('practice', rates);
    const county = pair('county', rates);
    const ratio = ratioOfRatios(practice, county);

    it(`${name} at dispersion 1`, () => {
      expectClose(ratio.estimate, row.ratio_of_ratios, REL);
      expectClose(ratio.se, row.log_se, REL);
      expectClose(ratio.p, row.p, REL);
      expectLimits(ratio, row);
    });

    it(`${name} at dispersion 2`, () => {
      const inflated = ratioOfRatios(practice, county, { dispersion: 2 });
      expectLimits(inflated, row.with_phi2);
      expectClose(inflated.p, row.with_phi2.p, REL);
      expect(inflated.dispersion).toBe(2);
    });

    it(`${name}: events avoided, with the ratio's interval carried over`, () => {
      const { observed, expected: without, avoided, ci_transform: limits } = row.counterfactual;
      const result = avoidedCount(observed, ratio);
      expectClose(result.estimate, avoided, REL);
      expectClose(observed + (result.estimate ?? 0), without, REL);
      expectLimits(result, limits);
      expect(result.p).toBe(ratio.p);
    });
  }
});
