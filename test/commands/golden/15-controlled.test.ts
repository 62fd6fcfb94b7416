import { describe, expect, it } from 'vitest';
import { golden } from '../../support/golden.ts';
import { Ledger } from '../../support/ledger.ts';
import { CHANGE, holdsTerm, holdsTermAt, type Json, leavesNoneOut, PAIR, reachOf, resultOf } from './support.ts';

const PLAIN = { intercept: '(Intercept)', time: 't', level: 'post', slope: 'tpost' } as const;
const DIFFERENCE = { intercept: 'z', time: 'z:t', level: 'z:post', slope: 'z:tpost' } as const;
const SEASONS = { quarter2: 'factor(fq)2', quarter3: 'factor(fq)3', quarter4: 'factor(fq)4' } as const;

describe('golden 15: controlled interrupted series, by the command line', () => {
  const ledger = new Ledger(golden('15-controlled-its'), { relative: 1e-7 });
  const { controlled } = resultOf(['evaluate', ...PAIR, ...CHANGE]);
  // The case's Newey-West is at lag 2.
  const lagged = resultOf(['evaluate', ...PAIR, ...CHANGE, '--lag', '2']).controlled;
  const alternative = (model: string): Json => lagged.alternatives.find((one: Json) => one.model === model);

  it.each([
    ['stacked-ols', 'A_rate'],
    ['stacked-ols-log', 'A_lograte'],
    ['stacked-ols-log-seasons', 'A_lograte_season'],
  ])('A: %s', (model, name) => {
    const { terms, comparatorTerms, seasonTerms, robustErrors, df } = alternative(model);
    const [{ kind, lag, se }] = robustErrors;
    expect({ kind, lag }).toEqual({ kind: 'newey-west', lag: 2 });
    ledger.holds(`${name}/df`, df);
    for (const [term, theirs] of Object.entries(DIFFERENCE)) {
      holdsTerm(ledger, `${name}/coef/${theirs}`, terms[term]);
      ledger.holds(`${name}/nw_within_area_lag2/${theirs}`, se[term]);
    }
    for (const [term, theirs] of Object.entries(PLAIN)) {
      holdsTerm(ledger, `${name}/coef/${theirs}`, comparatorTerms[term]);
      const own = `comparator${term.charAt(0).toUpperCase()}${term.slice(1)}`;
      ledger.holds(`${name}/nw_within_area_lag2/${theirs}`, se[own]);
    }
    for (const [term, theirs] of seasonTerms ? Object.entries(SEASONS) : []) {
      holdsTerm(ledger, `${name}/coef/${theirs}`, seasonTerms[term]);
      ledger.holds(`${name}/nw_within_area_lag2/${theirs}`, se[term]);
    }
    ledger.holds(`${name}/sigma`, alternative(model).sigma);
  });

  it.each([
    ['difference-series-ols', 'C_logratio'],
    ['difference-series-ols-seasons', 'C_logratio_season'],
    ['rate-difference-ols', 'C_ratediff'],
  ])('C: %s', (model, name) => {
    const { terms, seasonTerms, robustErrors, sigma, durbinWatson } = alternative(model);
    const [{ se }] = robustErrors;
    const all = { ...terms, ...seasonTerms };
    for (const [term, theirs] of Object.entries({ ...PLAIN, ...(seasonTerms ? SEASONS : {}) })) {
      holdsTerm(ledger, `${name}/ols/${theirs}`, all[term]);
      if (name !== 'C_logratio')
        holdsTermAt(ledger, `${name}/nw2/${theirs}`, all[term].estimate, se[term], reachOf(all[term]));
      else expect(se[term]).toBe(alternative('difference-series-newey-west').terms[term].se);
    }
    ledger.holds(`${name}/sigma`, sigma);
    ledger.holds(`${name}/dw`, durbinWatson);
  });

  it('C: difference-series-newey-west', () => {
    const { terms } = alternative('difference-series-newey-west');
    for (const [term, theirs] of Object.entries(PLAIN)) holdsTerm(ledger, `C_logratio/nw2/${theirs}`, terms[term]);
  });

  it('C: REML and Prais-Winsten stand beside them', () => {
    const ols = alternative('difference-series-ols').terms.slope;
    for (const model of ['difference-series-reml-ar1', 'difference-series-prais-winsten']) {
      const { terms, rho } = alternative(model);
      expect(Math.abs(terms.slope.estimate - ols.estimate), model).toBeLessThan(ols.se);
      expect(Math.abs(rho), model).toBeLessThan(0.4);
    }
  });

  it('D: the primary model', () => {
    const { primary } = controlled;
    const name = 'D_conditional_binomial';
    for (const [term, theirs] of Object.entries(PLAIN)) {
      holdsTerm(ledger, `${name}/coef_quasi/${theirs}`, primary.terms[term]);
      ledger.holds(`${name}/se_phi1/${theirs}`, primary.terms[term].se / Math.sqrt(primary.dispersion.used));
      expect(primary.terms[term].scale).toBe('log');
    }
    ledger.holds(`${name}/phi`, primary.dispersion.raw);
    ledger.holds(`${name}/phi_used`, primary.dispersion.used);
    ledger.holds(`${name}/df`, primary.df);
    ledger.holds(`${name}/deviance`, primary.deviance);
    const { effectAtEnd, avoided } = primary;
    ledger.holds(`${name}/irr_last/irr`, effectAtEnd.estimate);
    ledger.holds(`${name}/irr_last/log`, Math.log(effectAtEnd.estimate));
    ledger.holds(`${name}/irr_last/se`, effectAtEnd.se);
    ledger.holds(`${name}/irr_last/lo`, effectAtEnd.lower);
    ledger.holds(`${name}/irr_last/hi`, effectAtEnd.upper);
    ledger.holds(`${name}/avoided/expected`, primary.expected);
    ledger.holds(`${name}/avoided/observed`, primary.observed);
    ledger.holds(`${name}/avoided/avoided_model`, avoided.estimate);
    ledger.holds(`${name}/avoided/se`, avoided.se);
    ledger.holds(`${name}/avoided/lo`, avoided.lower);
    ledger.holds(`${name}/avoided/hi`, avoided.upper);
    ledger.holds(`${name}/avoided/pct`, primary.avoidedPercent);
  });

  // Raw dispersion is 0.70, and none below 1 is used (methods.md 4.7).
  it('E: the comparator as offset', () => {
    const { terms, dispersion } = alternative('comparator-as-offset');
    const root = Math.sqrt(dispersion.raw / dispersion.used);
    ledger.holds('E_control_offset_quasipoisson/phi', dispersion.raw);
    for (const [term, theirs] of Object.entries(PLAIN)) {
      const name = `E_control_offset_quasipoisson/coef/${theirs}`;
      holdsTermAt(ledger, name, terms[term].estimate, terms[term].se * root, reachOf(terms[term]));
    }
  });

  it('G: before and after', () => {
    const { terms, effectAtEnd, robustErrors, df } = alternative('difference-in-differences');
    ledger.holds('G_did_logratio_mean_shift/est', terms.level.estimate);
    ledger.holds('G_did_logratio_mean_shift/se_ols', terms.level.se);
    ledger.holds('G_did_logratio_mean_shift/se_nw2', robustErrors[0].se.level);
    ledger.holds('G_did_logratio_mean_shift/pct', 100 * (effectAtEnd.estimate - 1));
    ledger.holds('G_did_logratio_mean_shift/df', df);
  });

  it('the trend before the change, in both forms', () => {
    const { preTrend, preTrendConditional } = controlled;
    ledger.holds('pretrend/est', preTrend.estimate);
    ledger.holds('pretrend/se', preTrend.se);
    ledger.holds('pretrend/p', preTrend.p);
    ledger.holds('pretrend/df', preTrend.df);
    expect(Math.abs(preTrendConditional.estimate - preTrend.estimate)).toBeLessThan(preTrend.se);
  });

  it('leaves no number out', () => {
    // Not offered: B needs a variance for each area, F lets the county set the dispersion (methods.md 0.3).
    ledger.leavesOut('B_gls_rate', 'F_stacked_quasipoisson');
    leavesNoneOut(ledger);
  });
});
