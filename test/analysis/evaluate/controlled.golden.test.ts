import { describe, expect, it } from 'vitest';
import type { Alternative } from '../../../src/analysis/evaluate/result.ts';
import type { EvaluateOptions } from '../../../src/analysis/evaluate/setup.ts';
import type { Estimate } from '../../../src/statistics/estimate.ts';
import { expectClose, golden } from '../../support/golden.ts';
import { expectTerm, type GoldenTerm, quarterAt, simulatedEvaluation } from './support.ts';

const TOLERANCE = 1e-7;
const expected = golden('15-controlled-its');

function alternative(model: string, options: Partial<EvaluateOptions> = {}): Alternative {
  const found = simulatedEvaluation(options).result.controlled?.alternatives.find((one) => one.model === model);
  if (!found) throw new Error(`no ${model}`);
  return found;
}

function expectTerms(
  { terms }: Pick<Alternative, 'terms'>,
  table: Readonly<Record<string, unknown>>,
  names: readonly string[],
) {
  const own = [terms.intercept, terms.time, terms.level, terms.slope];
  for (const [i, term] of own.entries()) expectTerm(term, table[names[i] as string] as never, TOLERANCE);
}

const PLAIN = ['(Intercept)', 't', 'post', 'tpost'];
const DIFFERENCE = ['z', 'z:t', 'z:post', 'z:tpost'];

describe('the primary controlled model (golden 15 D)', () => {
  const primary = simulatedEvaluation().result.controlled?.primary;
  const of = expected.D_conditional_binomial;

  it('has R’s terms at the dispersion used', () => {
    expectTerms({ terms: primary?.terms as never }, of.coef_quasi, PLAIN);
    expectClose(primary?.dispersion.raw, of.phi, TOLERANCE);
    expect(primary?.dispersion.used).toBe(of.phi_used);
    expect(primary?.df).toBe(of.df);
  });

  it('has the effect at the end as a ratio, and the admissions avoided', () => {
    const { irr, lo, hi, se } = of.irr_last;
    expectClose(primary?.effectAtEnd.estimate, irr, TOLERANCE);
    expectClose(primary?.effectAtEnd.lower, lo, TOLERANCE);
    expectClose(primary?.effectAtEnd.upper, hi, TOLERANCE);
    expectClose(primary?.effectAtEnd.se, se, TOLERANCE);
    expect(primary?.effectAtEnd.scale).toBe('log');
    expectClose(primary?.avoided.estimate, of.avoided.avoided_model, TOLERANCE);
    expectClose(primary?.avoided.se, of.avoided.se, TOLERANCE);
    expectClose(primary?.avoided.lower, of.avoided.lo, TOLERANCE);
    expectClose(primary?.avoided.upper, of.avoided.hi, TOLERANCE);
    expectClose(primary?.expected, of.avoided.expected, TOLERANCE);
    expect(primary?.observed).toBe(of.avoided.observed);
    expectClose(primary?.avoidedPercent, of.avoided.pct, TOLERANCE);
  });

  it('gives the numbers that the issue of the model is held to', () => {
    expectClose(primary?.terms.slope.estimate, -0.01501099399366, 1e-10);
    expectClose(primary?.terms.slope.se, 0.00316184195152289, 1e-10);
    expect(primary?.avoided.estimate).toBeCloseTo(1529.34, 2);
  });
});

describe('the alternatives (golden 15)', () => {
  it.each([
    ['stacked-ols', 'A_rate'],
    ['stacked-ols-log', 'A_lograte'],
    ['stacked-ols-log-seasons', 'A_lograte_season'],
  ])('%s is A', (model, key) => {
    expectTerms(alternative(model), expected[key].coef, DIFFERENCE);
    expect(alternative(model).df).toBe(expected[key].df);
  });

  it.each([
    ['difference-series-ols', 'C_logratio', 'ols'],
    ['difference-series-newey-west', 'C_logratio', 'nw2'],
    ['difference-series-ols-seasons', 'C_logratio_season', 'ols'],
    ['rate-difference-ols', 'C_ratediff', 'ols'],
  ])('%s is C', (model, key, estimator) => {
    expectTerms(alternative(model, { lag: 2 }), expected[key][estimator], PLAIN);
  });

  it('the comparator as offset is E, its dispersion never below 1', () => {
    const { terms, dispersion } = alternative('comparator-as-offset');
    const { phi, coef } = expected.E_control_offset_quasipoisson;
    expectClose(dispersion?.raw, phi, TOLERANCE);
    const factor = Math.sqrt((dispersion?.used ?? 1) / phi);
    expectClose(terms.slope?.estimate, coef.tpost.estimate, TOLERANCE);
    expectClose(terms.slope?.se, coef.tpost.se * factor, TOLERANCE);
    expectClose(terms.level.estimate, coef.post.estimate, TOLERANCE);
  });

  it('before and after is G', () => {
    const { terms, df, effectAtEnd } = alternative('difference-in-differences');
    const { est, se_ols, pct, df: expectedDf } = expected.G_did_logratio_mean_shift;
    expectClose(terms.level.estimate, est, TOLERANCE);
    expectClose(terms.level.se, se_ols, TOLERANCE);
    expectClose(100 * ((effectAtEnd?.estimate ?? 0) - 1), pct, TOLERANCE);
    expect(df).toBe(expectedDf);
  });

  it('the difference series by REML agrees with least squares where there is little autocorrelation', () => {
    const reml = alternative('difference-series-reml-ar1');
    const ols = alternative('difference-series-ols');
    expect(Math.abs(reml.rho ?? 1)).toBeLessThan(0.4);
    expect(Math.abs((reml.terms.slope?.estimate ?? 0) - (ols.terms.slope?.estimate ?? 0))).toBeLessThan(
      ols.terms.slope?.se ?? 0,
    );
  });

  it('the trend before the change is given in both forms', () => {
    const { preTrend, preTrendConditional } = simulatedEvaluation().result.controlled ?? {};
    const { est, se, p, df } = expected.pretrend;
    expectClose(preTrend?.estimate, est, TOLERANCE);
    expectClose(preTrend?.se, se, TOLERANCE);
    expectClose(preTrend?.p, p, TOLERANCE);
    expect(preTrend?.df).toBe(df);
    expect(Math.abs((preTrendConditional?.estimate ?? 0) - est)).toBeLessThan(se);
  });
});

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
    expectClose(own?.p, theirs.p, 1e-8 * Math.max(1, (theirs.est / theirs.se) ** 2));
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
