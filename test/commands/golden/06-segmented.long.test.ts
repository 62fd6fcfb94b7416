import { describe, expect, it } from 'vitest';
import { golden } from '../../support/golden.ts';
import { Ledger } from '../../support/ledger.ts';
import { CHANGE, holdsTerm, type Json, leavesNoneOut, PAIR, reachOf, resultOf } from './support.ts';

const TERMS = { intercept: '(Intercept)', time: 't', level: 'post', slope: 'tpost' } as const;
const SEASONS = { quarter2: 'factor(fq)2', quarter3: 'factor(fq)3', quarter4: 'factor(fq)4' } as const;
const LAGS = [0, 1, 2, 3, 4];

const run = (seasons: string, lag?: number) =>
  resultOf(['evaluate', ...PAIR, ...CHANGE, '--seasons', seasons, ...(lag === undefined ? [] : ['--lag', `${lag}`])]);
const fitted = (result: Json, estimator: string) =>
  result.segmented.find((one: Json) => one.estimator === estimator && one.area === 'practice');

describe('golden 06: segmented regression of one area, by the command line', () => {
  const expected = golden('06-its-ols-hac');
  const ledger = new Ledger(expected, { relative: 1e-8 });

  const holdsEffect = (name: string, own: Json, sign = 1): void => {
    ledger.holds(`${name}/est`, sign * own.estimate);
    ledger.holds(`${name}/se`, own.se);
    ledger.holds(`${name}/lo`, sign === 1 ? own.lower : -own.upper);
    ledger.holds(`${name}/hi`, sign === 1 ? own.upper : -own.lower);
    ledger.holds(`${name}/p`, own.p);
  };

  // Harmonics span the same columns as quarter dummies: everything but the constant and the columns themselves is the same.
  const MODELS = [
    ['noseason', 'none'],
    ['quarterdummies', 'quarters'],
    ['harmonics', 'quarters'],
  ] as const;

  it.each(MODELS)('%s: terms, fit and effects by least squares', (name, seasons) => {
    const result = run(seasons);
    const own = fitted(result, 'ols');
    for (const [term, theirs] of Object.entries(TERMS))
      if (name !== 'harmonics' || term !== 'intercept') holdsTerm(ledger, `${name}/coef/${theirs}`, own.terms[term]);
    if (name === 'quarterdummies')
      for (const [term, theirs] of Object.entries(SEASONS))
        holdsTerm(ledger, `${name}/coef/${theirs}`, own.seasonTerms[term]);
    ledger.holds(`${name}/n`, own.n);
    ledger.holds(`${name}/df`, own.df);
    ledger.holds(`${name}/k`, own.n - own.df);
    ledger.holds(`${name}/sigma`, own.sigma);
    ledger.holds(`${name}/r2`, own.fit.rSquared);
    ledger.holds(`${name}/rss`, own.fit.deviance);
    ledger.holds(`${name}/logLik`, own.fit.logLikelihood);
    ledger.holds(`${name}/AIC`, own.fit.aic);
    holdsEffect(`${name}/lincom/posttrend/ols`, own.postTrend);
    holdsEffect(`${name}/lincom/effect_at_last/ols`, own.effectAtEnd);
    holdsEffect(`${name}/lincom/mean_effect/ols`, own.meanEffect);
    holdsEffect(`${name}/lincom/cumulative_admissions/ols`, own.avoided, -1);
    ledger.holds(`${name}/rel_effect_last_pct`, own.relativeEffectAtEnd.estimate);
    const [{ points }] = result.series;
    ledger.holds(`${name}/counterfactual_last`, points.at(-1).counterfactual);
    ledger.holds(`${name}/fitted_last`, points.at(-1).fitted);
    ledger.holdsAll(
      `${name}/fitted`,
      points.map((point: Json) => point.fitted),
    );
    // A residual is a difference of two numbers of about 22: it keeps their absolute accuracy.
    ledger.holdsAll(
      `${name}/resid`,
      points.map((point: Json) => point.value - point.fitted),
    );
  });

  it.each(MODELS)('%s: other standard errors', (name, seasons) => {
    const terms = Object.entries(TERMS).filter(([term]) => name !== 'harmonics' || term !== 'intercept');
    const { robustErrors, n, df } = fitted(run(seasons), 'ols');
    for (const { kind, se } of robustErrors)
      for (const [term, theirs] of terms) ledger.holds(`${name}/hc/${kind}/${theirs}`, se[term]);
    for (const lag of LAGS) {
      const own = fitted(run(seasons, lag), 'newey-west');
      expect(own.lag).toBe(lag);
      for (const [term, theirs] of terms) {
        const place = `${name}/newey_west/lag${lag}`;
        ledger.holds(`${place}/adjust/${theirs}`, own.terms[term].se);
        // Without the factor n / (n - k) that the program always applies.
        ledger.holds(`${place}/noadjust/${theirs}`, own.terms[term].se * Math.sqrt(df / n));
      }
    }
    ledger.holds(`${name}/nw_lag_rule/floor_4n100_2_9`, fitted(run(seasons), 'newey-west').lag);
  });

  it.each(MODELS)('%s: effects by Newey-West at lag 2', (name, seasons) => {
    const own = fitted(run(seasons, 2), 'newey-west');
    holdsEffect(`${name}/lincom/posttrend/nw2`, own.postTrend);
    holdsEffect(`${name}/lincom/effect_at_last/nw2`, own.effectAtEnd);
    holdsEffect(`${name}/lincom/mean_effect/nw2`, own.meanEffect);
    holdsEffect(`${name}/lincom/cumulative_admissions/nw2`, own.avoided, -1);
  });

  it('harmonics: their coefficients follow from those of the quarters', () => {
    const { terms, seasonTerms } = fitted(run('quarters'), 'ols');
    const [d2, d3, d4] = Object.keys(SEASONS).map((name) => seasonTerms[name].estimate) as [number, number, number];
    ledger.holds('harmonics/coef/(Intercept)/estimate', terms.intercept.estimate + (d2 + d3 + d4) / 4);
    ledger.holds('harmonics/coef/cos(pi * t/2)/estimate', (d4 - d2) / 2);
    ledger.holds('harmonics/coef/sin(pi * t/2)/estimate', -d3 / 2);
    ledger.holds('harmonics/coef/cos(pi * t)/estimate', (d2 + d4 - d3) / 4);
  });

  it('gives a covariance for each other estimator at the same terms', () => {
    const own = fitted(run('none', 2), 'newey-west');
    const ols = fitted(run('none', 2), 'ols');
    expect(own.terms.slope.estimate).toBe(ols.terms.slope.estimate);
    expect(reachOf(own.terms.slope)).toBeCloseTo(reachOf(ols.terms.slope), 10);
  });

  it('leaves no number out', () => {
    for (const [name] of MODELS) {
      // Other rules for the lag, and prewhitening: offered by the library, not by evaluate (methods.md 4.4).
      ledger.leavesOut(
        `${name}/nw_lag_rule/floor_0.75n_1_3`,
        `${name}/nw_lag_rule/bwNeweyWest_prewhite1`,
        `${name}/newey_west_R_default`,
      );
    }
    // Seasons are written as quarters, not as harmonics: the errors of these columns are no numbers of the program.
    for (const term of ['(Intercept)', 'cos(pi * t/2)', 'sin(pi * t/2)', 'cos(pi * t)'])
      for (const part of ['se', 'stat', 'p', 'lo', 'hi']) ledger.leavesOut(`harmonics/coef/${term}/${part}`);
    for (const kind of ['HC0', 'HC1', 'HC2', 'HC3']) ledger.leavesOut(`harmonics/hc/${kind}/(Intercept)`);
    for (const lag of LAGS)
      for (const form of ['adjust', 'noadjust']) ledger.leavesOut(`harmonics/newey_west/lag${lag}/${form}/(Intercept)`);
    leavesNoneOut(ledger);
  });
});
