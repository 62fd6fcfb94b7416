import { describe, expect, it } from 'vitest';
import { BINOMIAL, POISSON } from '../../src/statistics/glm/family.ts';
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
import { expectCoefficients, expectErrors } from '../support/coefficients.ts';
import { segments, withSeasons } from '../support/design.ts';
import { expectClose, golden, numbers, simulated } from '../support/golden.ts';

const REL = 1e-8;

describe('golden 13: segmented Poisson regression with log list sizes as offset', () => {
  const expected = golden('13-quasipoisson-offset');
  const table = simulated('two_area').filter(({ area }) => area === 'practice');
  const design = withSeasons(segments(table), table);
  const offset = numbers(table, 'list_size').map(Math.log);
  const fit = fitGlm(design, numbers(table, 'admissions'), POISSON, { offset });

  it('Poisson', () => {
    expectCoefficients(likelihood(fit), expected.poisson.coef);
    expectClose(fit.deviance, expected.poisson.deviance, REL);
    expectClose(fit.logLikelihood, expected.poisson.logLik, REL);
    expectClose(2 * (design[0]?.length ?? 0) - 2 * fit.logLikelihood, expected.poisson.AIC, REL);
    expect(fit.df).toBe(expected.df);
    expect(fit.atEdge).toBe(false);
  });

  it('quasi-Poisson at the dispersion as it was estimated, and not below 1 unless asked', () => {
    const { raw, used } = pearsonDispersion(fit);
    expectClose(raw, expected.phi, REL);
    expect(used).toBe(1);
    expectCoefficients(quasi(fit, pearsonDispersion(fit, 0).used), expected.quasi.coef);
  });

  it('Newey-West standard errors from the scores', () => {
    const { lag0_adj: none, lag2_adj: two, lag4_adj: four, lag2_noadj: unadjusted } = expected.hac;
    expectErrors(neweyWestGlm(design, fit, { lag: 0 }), none);
    expectErrors(neweyWestGlm(design, fit, { lag: 2 }), two);
    expectErrors(neweyWestGlm(design, fit, { lag: 4 }), four);
    expectErrors(neweyWestGlm(design, fit, { lag: 2, adjust: false }), unadjusted);
  });

  it('fitted values and residuals', () => {
    const compare = (actual: readonly number[], values: readonly number[]) =>
      values.forEach((value, i) => {
        expectClose(actual[i], value, REL, 1e-3);
      });
    compare(fit.fitted, expected.fitted);
    compare(pearsonResiduals(fit), expected.pearson);
    compare(devianceResiduals(fit), expected.deviance_resid);
  });

  it('rate ratio at the last quarter', () => {
    const { se, irr, lo, hi } = expected.irr_last_quarter;
    const own = combination(quasi(fit, expected.phi), [0, 0, 1, 15, 0, 0, 0], { method: 'test', scale: 'log' });
    expectClose(own.estimate, irr, REL);
    expectClose(own.se, se, REL);
    expectClose(own.lower, lo, REL);
    expectClose(own.upper, hi, REL);
  });
});

describe('golden 03: dispersion from the quarters of both years', () => {
  it('quasi-Poisson, area x year + quarter of the year', () => {
    const expected = golden('03-baseline-followup').quasi_quarterly;
    const table = simulated('two_area').filter(({ fy }) => fy === '2013/14' || fy === '2017/18');
    const cells = table.map(({ area, fy }) => [1, area === 'practice' ? 1 : 0, fy === '2017/18' ? 1 : 0]);
    const design = withSeasons(
      cells.map(([one = 1, a = 0, f = 0]) => [one, a, f, a * f]),
      table,
    );
    const offset = numbers(table, 'list_size').map(Math.log);
    const fit = fitGlm(design, numbers(table, 'admissions'), POISSON, { offset });
    const own = coefficient(quasi(fit, pearsonDispersion(fit, 0).used), 3, { method: 'test', scale: 'log' });
    expectClose(pearsonDispersion(fit).raw, expected.phi, REL);
    expect(own.df).toBe(expected.df);
    expectClose(own.estimate, expected.ror, REL);
    expectClose(own.se, expected.log_se, REL);
    expectClose(own.p, expected.p, REL);
    expectClose(own.lower, expected.lo, REL);
    expectClose(own.upper, expected.hi, REL);
  });
});

describe('golden 15-D and E: practice against county', () => {
  const table = simulated('two_area');
  const practice = table.filter(({ area }) => area === 'practice');
  const county = table.filter(({ area }) => area !== 'practice');
  const own = numbers(practice, 'admissions');
  const other = numbers(county, 'admissions');
  const lists = numbers(practice, 'list_size');
  const ratio = numbers(county, 'list_size').map((people, i) => (lists[i] ?? Number.NaN) / people);

  it('conditional quasi-binomial: the share of the practice among both', () => {
    const expected = golden('15-controlled-its').D_conditional_binomial;
    const trials = own.map((events, i) => events + (other[i] ?? 0));
    const fit = fitGlm(segments(practice), own, BINOMIAL, { offset: ratio.map(Math.log), trials });
    expectClose(pearsonDispersion(fit).raw, expected.phi, 1e-7);
    expectClose(pearsonDispersion(fit).used, expected.phi_used, 1e-7);
    expectClose(fit.deviance, expected.deviance, 1e-7);
    expect(fit.df).toBe(expected.df);
    expectCoefficients(quasi(fit), expected.coef_quasi, 1e-7);
    Object.values<number>(expected.se_phi1).forEach((se, j) => {
      expectClose(coefficient(likelihood(fit), j, { method: 'test' }).se, se, 1e-7);
    });
    const atEnd = combination(quasi(fit), [0, 0, 1, 15], { method: 'test', scale: 'log' });
    expectClose(atEnd.estimate, expected.irr_last.irr, 1e-7);
    expectClose(atEnd.lower, expected.irr_last.lo, 1e-7);
    expectClose(atEnd.upper, expected.irr_last.hi, 1e-7);
  });

  it("quasi-Poisson with the county's rate in the offset", () => {
    const expected = golden('15-controlled-its').E_control_offset_quasipoisson;
    const offset = ratio.map((times, i) => Math.log(times * (other[i] ?? Number.NaN)));
    const fit = fitGlm(segments(practice), own, POISSON, { offset });
    expectClose(pearsonDispersion(fit).raw, expected.phi, 1e-7);
    expectCoefficients(quasi(fit, pearsonDispersion(fit, 0).used), expected.coef, 1e-7);
  });
});
