import { describe, expect, it } from 'vitest';
import { POISSON } from '../../src/statistics/glm/family.ts';
import { fitGlm } from '../../src/statistics/glm/fit.ts';
import {
  devianceResiduals,
  likelihood,
  pearsonDispersion,
  pearsonResiduals,
  quasi,
} from '../../src/statistics/glm/inference.ts';
import { neweyWestGlm } from '../../src/statistics/glm/robust.ts';
import { coefficient, combination } from '../../src/statistics/linear/combination.ts';
import { expectedDifference, expectedTotal } from '../../src/statistics/linear/expected.ts';
import { simulatedEvaluation } from '../analysis/evaluate/support.ts';
import { segments, withSeasons } from '../support/design.ts';
import { golden, numbers, simulated } from '../support/golden.ts';
import { Ledger } from '../support/ledger.ts';

const TERMS = ['(Intercept)', 't', 'post', 'tpost', 'factor(fq)2', 'factor(fq)3', 'factor(fq)4'];

describe('golden 13: segmented Poisson regression with log list sizes as offset', () => {
  const ledger = new Ledger(golden('13-quasipoisson-offset'), { relative: 1e-8 });
  const table = simulated('two_area').filter(({ area }) => area === 'practice');
  const design = withSeasons(segments(table), table);
  const people = numbers(table, 'list_size');
  const fit = fitGlm(design, numbers(table, 'admissions'), POISSON, { offset: people.map(Math.log) });
  /** The case has standard errors at the dispersion as it was estimated. */
  const raw = quasi(fit, pearsonDispersion(fit, 0).used);

  it('Poisson', () => {
    ledger.holds('n', fit.y.length);
    ledger.holds('df', fit.df);
    ledger.holdsCoefficients('poisson/coef', likelihood(fit), TERMS);
    ledger.holds('poisson/deviance', fit.deviance);
    ledger.holds('poisson/logLik', fit.logLikelihood);
    ledger.holds('poisson/AIC', 2 * TERMS.length - 2 * fit.logLikelihood);
    expect(fit.atEdge).toBe(false);
  });

  it('quasi-Poisson at the dispersion as it was estimated; not below 1 unless asked', () => {
    ledger.holds('phi', pearsonDispersion(fit).raw);
    expect(pearsonDispersion(fit).used).toBe(1);
    ledger.holdsCoefficients('quasi/coef', raw, TERMS);
  });

  it('Newey-West standard errors from the scores', () => {
    for (const [name, options] of Object.entries({
      lag0_adj: { lag: 0 },
      lag2_adj: { lag: 2 },
      lag4_adj: { lag: 4 },
      lag2_noadj: { lag: 2, adjust: false },
    })) {
      const of = neweyWestGlm(design, fit, options);
      TERMS.forEach((term, j) => {
        ledger.holds(`hac/${name}/${term}`, coefficient(of, j, { method: '' }).se);
      });
    }
  });

  it('rate ratio at the last quarter', () => {
    const own = combination(raw, [0, 0, 1, 15, 0, 0, 0], { method: '', scale: 'log' });
    ledger.holds('irr_last_quarter/log', Math.log(own.estimate ?? Number.NaN));
    ledger.holds('irr_last_quarter/irr', own.estimate);
    ledger.holds('irr_last_quarter/se', own.se);
    ledger.holds('irr_last_quarter/lo', own.lower);
    ledger.holds('irr_last_quarter/hi', own.upper);
  });

  it('admissions avoided, by the delta method', () => {
    const after = design.slice(16);
    const without = after.map(([one = 1, t = 0, , , ...seasons]) => [one, t, 0, 0, ...seasons]);
    const total = expectedTotal(raw, without, people.slice(16), { method: '' });
    const own = expectedDifference(raw, without, after, people.slice(16), { method: '' });
    const observed = fit.y.slice(16).reduce((sum, count) => sum + count, 0);
    ledger.holds('avoided/observed_post', observed);
    ledger.holds('avoided/expected_without', total.estimate);
    ledger.holds('avoided/se_expected', total.se);
    ledger.holds('avoided/avoided_model', own.estimate);
    ledger.holds('avoided/se_delta', own.se);
    ledger.holds('avoided/lo', own.lower);
    ledger.holds('avoided/hi', own.upper);
    ledger.holds('avoided/pct', (100 * (own.estimate ?? Number.NaN)) / (total.estimate ?? Number.NaN));
  });

  it('fitted values and residuals', () => {
    ledger.holdsAll('fitted', fit.fitted);
    ledger.holdsAll('pearson', pearsonResiduals(fit));
    ledger.holdsAll('deviance_resid', devianceResiduals(fit));
  });

  it('evaluate: the same with the dispersion not below 1', () => {
    const own = simulatedEvaluation({ lag: 2 }).result.segmented.find(
      (one) => one.area === 'practice' && one.estimator === 'quasi-poisson',
    );
    if (!own) throw new Error('no quasi-Poisson model');
    expect(own.dispersion?.used).toBe(1);
    ledger.holds('phi', own.dispersion?.raw);
    ledger.holds('n', own.n);
    ledger.holds('df', own.df);
    const { intercept, time, level, slope } = own.terms;
    [intercept, time, level, slope, ...Object.values(own.seasonTerms ?? {})].forEach((term, j) => {
      ledger.holds(`poisson/coef/${TERMS[j]}/estimate`, term.estimate);
      ledger.holds(`poisson/coef/${TERMS[j]}/se`, term.se);
    });
    ledger.holds('poisson/deviance', own.fit?.deviance);
    ledger.holds('poisson/logLik', own.fit?.logLikelihood);
    ledger.holds('poisson/AIC', own.fit?.aic);
    Object.values(own.robustErrors[0]?.se ?? {}).forEach((se, j) => {
      ledger.holds(`hac/lag2_adj/${TERMS[j]}`, se);
    });
    ledger.holdsAll('fitted', own.points?.map(({ fitted }) => fitted) ?? []);
    /** From a standard error at dispersion 1 to the one that was estimated. */
    const root = Math.sqrt(ledger.of('phi'));
    const { effectAtEnd, expected, avoided, observed, avoidedPercent } = own;
    ledger.holds('irr_last_quarter/irr', effectAtEnd.estimate);
    ledger.holds('irr_last_quarter/se', (effectAtEnd.se ?? Number.NaN) * root);
    ledger.holds('avoided/observed_post', observed);
    ledger.holds('avoided/expected_without', expected?.estimate);
    ledger.holds('avoided/se_expected', (expected?.se ?? Number.NaN) * root);
    ledger.holds('avoided/avoided_model', avoided?.estimate);
    ledger.holds('avoided/se_delta', (avoided?.se ?? Number.NaN) * root);
    ledger.holds('avoided/pct', avoidedPercent);
  });

  it('leaves no number out', () => {
    expect(ledger.open).toEqual([]);
  });
});
