import { describe, expect, it } from 'vitest';
import type { Estimate } from '../../../src/statistics/estimate.ts';
import { expectClose, golden } from '../../support/golden.ts';
import { expectTerm, type GoldenTerm, quarterAt, simulatedEvaluation } from './support.ts';

describe('the difference of slopes (golden 05)', () => {
  const of = golden('05-slope-difference');
  const { slopeDifference } = simulatedEvaluation({
    from: quarterAt(17),
    to: quarterAt(31),
    intervention: null,
  }).result;

  const expectSlope = (
    own: Estimate | null | undefined,
    theirs: { est: number; se: number; df: number; p: number },
  ) => {
    expectClose(own?.estimate, theirs.est, 1e-8);
    expectClose(own?.se, theirs.se, 1e-8);
    expectClose(own?.df, theirs.df, 1e-8);
    expectClose(own?.p, theirs.p, 1e-8);
  };

  it.each(['lograte', 'rate'] as const)('on the %s, by difference series and by Welch', (scale) => {
    const { difference_series: series, welch, diff } = of[scale];
    const own =
      scale === 'lograte'
        ? [slopeDifference?.logRates, slopeDifference?.welch]
        : [slopeDifference?.rates?.difference, slopeDifference?.rates?.welch];
    expectSlope(own[0], { est: series.est, se: series.se_ols, df: series.df, p: series.p_ols });
    expectSlope(own[1], { est: diff, se: welch.se, df: welch.df, p: welch.p });
    expectClose(own[1]?.lower, welch.lo, 1e-8);
    expectClose(own[1]?.upper, welch.hi, 1e-8);
  });

  it('as a percentage a quarter', () => {
    expectClose(slopeDifference?.percentPerQuarter, of.lograte.pct_per_quarter_relative, 1e-8);
  });
});

interface GoldenTrend {
  readonly area: string;
  readonly outcome: string;
  readonly from: number;
  readonly to: number;
  readonly n: number;
  readonly dw: number;
  readonly slope_pct_of_first_fitted: number;
  readonly coef: { readonly t: GoldenTerm };
}

describe('trends of the 2018 paper (golden 04)', () => {
  const cases: readonly GoldenTrend[] = golden('04-linear-trend');

  it.each(cases.map((one) => [`${one.area}, ${one.outcome}, ${one.from} to ${one.to}`, one] as const))(
    '%s',
    (_, one) => {
      const window = { from: quarterAt(one.from), to: quarterAt(one.to), intervention: null };
      const found = simulatedEvaluation(window).result.trends.find(({ area }) => area === one.area);
      const trend = one.outcome === 'rate' ? found?.rate : found;
      expectTerm(trend?.slope, one.coef.t);
      expect(trend?.n).toBe(one.n);
      expectClose(trend?.durbinWatson, one.dw, 1e-8);
      expectClose(trend?.percentPerQuarter, one.slope_pct_of_first_fitted, 1e-8);
    },
  );
});
