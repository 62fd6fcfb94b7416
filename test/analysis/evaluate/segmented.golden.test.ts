import { describe, expect, it } from 'vitest';
import type { Estimator, Segmented } from '../../../src/analysis/evaluate/result.ts';
import type { EvaluateOptions } from '../../../src/analysis/evaluate/setup.ts';
import { expectClose, golden } from '../../support/golden.ts';
import { expectTerm, simulatedEvaluation } from './support.ts';

const NAMES = { intercept: '(Intercept)', time: 't', level: 'post', slope: 'tpost' } as const;

function fitted(estimator: Estimator, options: Partial<EvaluateOptions> = {}): Segmented {
  const { result } = simulatedEvaluation(options);
  const fit = result.segmented.find((one) => one.estimator === estimator && one.area === 'practice');
  if (!fit) throw new Error(`no ${estimator}`);
  return fit;
}

// biome-ignore lint/suspicious/noExplicitAny: expected values of many shapes
function expectTerms({ terms }: Segmented, expected: any, relative?: number): void {
  for (const [own, theirs] of Object.entries(NAMES))
    expectTerm(terms[own as keyof typeof NAMES], expected[theirs], relative);
}

const SEASONS = [
  ['noseason', 'none'],
  ['quarterdummies', 'auto'],
] as const;

describe('segmented regression of one area (golden 06)', () => {
  const expected = golden('06-its-ols-hac');

  it.each(SEASONS)('least squares, %s: terms and fit', (name, seasons) => {
    const fit = fitted('ols', { seasons });
    expectTerms(fit, expected[name].coef);
    expect([fit.n, fit.df]).toEqual([expected[name].n, expected[name].df]);
    expectClose(fit.sigma, expected[name].sigma, 1e-8);
  });

  it.each(SEASONS)('Newey-West, %s: standard errors by lag', (name, seasons) => {
    for (const lag of [0, 1, 2, 3, 4]) {
      const { terms } = fitted('newey-west', { seasons, lag });
      const errors = expected[name].newey_west[`lag${lag}`].adjust;
      for (const [own, theirs] of Object.entries(NAMES))
        expectClose(terms[own as keyof typeof NAMES].se, errors[theirs], 1e-8);
    }
    expect(fitted('newey-west', { seasons }).lag).toBe(expected[name].nw_lag_rule.floor_4n100_2_9);
  });

  it.each(SEASONS)('effects, %s: by least squares and Newey-West', (name, seasons) => {
    for (const [estimator, key] of [
      ['ols', 'ols'],
      ['newey-west', 'nw2'],
    ] as const) {
      const fit = fitted(estimator, { seasons, lag: 2 });
      const { posttrend, effect_at_last, mean_effect, cumulative_admissions } = expected[name].lincom;
      const asTerm = ({ est, ...rest }: { est: number; se: number; lo: number; hi: number; p: number }) => ({
        estimate: est,
        ...rest,
      });
      expectTerm(fit.postTrend, asTerm(posttrend[key]));
      expectTerm(fit.effectAtEnd, asTerm(effect_at_last[key]));
      expectTerm(fit.meanEffect, asTerm(mean_effect[key]));
      const { est, se, lo, hi, p } = cumulative_admissions[key];
      expectTerm(fit.avoided, { estimate: -est, se, lo: -hi, hi: -lo, p });
    }
    expectClose(fitted('ols', { seasons }).relativeEffectAtEnd?.estimate, expected[name].rel_effect_last_pct, 1e-8);
  });

  it('draws the fit and the counterfactual', () => {
    const [drawn] = simulatedEvaluation({ seasons: 'none' }).result.series;
    const { fitted: values, counterfactual_last, fitted_last } = expected.noseason;
    for (const [i, { fitted }] of (drawn?.points ?? []).entries()) expectClose(fitted, values[i], 1e-8);
    expectClose(drawn?.points.at(-1)?.counterfactual, counterfactual_last, 1e-8);
    expectClose(drawn?.points.at(-1)?.fitted, fitted_last, 1e-8);
    expect(drawn?.points[15]?.counterfactual).toBeNull();
  });
});

describe('autocorrelated errors', () => {
  const prais = golden('08-prais-winsten');
  const reml = golden('09-gls-ar1-reml');

  it.each([
    ['sim_its', 'none'],
    ['sim_its_quarterdummies', 'auto'],
  ] as const)('Prais-Winsten (golden 08): %s', (name, seasons) => {
    const fit = fitted('prais-winsten', { seasons });
    expectClose(fit.rho, prais[name].rho, 1e-8);
    expectTerms(fit, prais[name].coef);
    expectClose(fit.sigma, prais[name].sigma, 1e-8);
    expectClose(fit.diagnostics.durbinWatson.statistic, prais[name].dw_transformed, 1e-8);
  });

  it.each([
    ['reml_noseason', 'none'],
    ['reml_quarter', 'auto'],
  ] as const)('REML AR(1) (golden 09): %s', (name, seasons) => {
    const fit = fitted('reml-ar1', { seasons });
    expectClose(fit.rho, reml[name].rho, 1e-7);
    expectTerms(fit, reml[name].coef, 1e-7);
    expectClose(fit.sigma, reml[name].sigma, 1e-7);
  });
});

describe('diagnostics (golden 10)', () => {
  const expected = golden('10-diagnostics');

  it.each([
    ['noseason', 'none'],
    ['quarter', 'auto'],
  ] as const)('of least squares: %s', (name, seasons) => {
    const { diagnostics } = fitted('ols', { seasons });
    const of = expected[name];
    expectClose(diagnostics.durbinWatson.statistic, of.dw, 1e-8);
    expectClose(diagnostics.durbinWatson.p, of.dw_p_two_sided, 1e-8);
    expectClose(diagnostics.ljungBox?.statistic, of.ljung_box[2].Q, 1e-8);
    expectClose(diagnostics.ljungBox?.p, of.ljung_box[2].p, 1e-8);
    expectClose(diagnostics.breuschGodfrey?.statistic, of.breusch_godfrey[2].LM, 1e-8);
    expectClose(diagnostics.breuschGodfrey?.p, of.breusch_godfrey[2].p, 1e-8);
    expectClose(diagnostics.breuschPagan?.statistic, of.breusch_pagan_studentized.BP, 1e-8);
    expectClose(diagnostics.shapiroWilk?.statistic, of.shapiro.W, 1e-8);
    expectClose(diagnostics.shapiroWilk?.p, of.shapiro.p, 1e-8);
    expectClose(diagnostics.jarqueBera?.statistic, of.jarque_bera.JB, 1e-8);
    expectClose(diagnostics.jarqueBera?.p, of.jarque_bera.p, 1e-8);
    expectClose(diagnostics.reset?.statistic, of.reset.F, 1e-8);
    expectClose(diagnostics.reset?.p, of.reset.p, 1e-8);
    expect(diagnostics.autocorrelations.map(({ lag }) => lag)).toEqual([1, 2, 3, 4]);
    for (const { lag, r, partial } of diagnostics.autocorrelations) {
      expectClose(r, of.acf[lag], 1e-8);
      expectClose(partial, of.pacf[lag - 1], 1e-8);
    }
    const far = Math.max(...of.rstudent.map(Math.abs));
    expectClose(Math.abs(diagnostics.largestResidual?.studentised ?? 0), far, 1e-8);
    expectClose(diagnostics.mostInfluential?.cook, Math.max(...of.cooks), 1e-8);
  });
});
