import { describe, expect, it } from 'vitest';
import { fitShare } from '../../src/statistics/glm/conditional.ts';
import { POISSON } from '../../src/statistics/glm/family.ts';
import { fitGlm } from '../../src/statistics/glm/fit.ts';
import {
  devianceResiduals,
  devianceTest,
  likelihood,
  pearsonDispersion,
  pearsonResiduals,
  quasi,
} from '../../src/statistics/glm/inference.ts';
import { fitNegativeBinomial } from '../../src/statistics/glm/negative-binomial.ts';
import { neweyWestGlm } from '../../src/statistics/glm/robust.ts';
import { coefficient, combination } from '../../src/statistics/linear/combination.ts';
import { expectedDifference, expectedTotal } from '../../src/statistics/linear/expected.ts';
import { expectCoefficients, expectErrors } from '../support/coefficients.ts';
import { segments, withSeasons } from '../support/design.ts';
import { expectClose, golden, numbers, rows, sharedGolden, simulated } from '../support/golden.ts';
import { describeShared } from '../support/shared.ts';

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

  it('events avoided, by the delta method', () => {
    const {
      expected_without: total,
      se_expected: error,
      avoided_model: avoided,
      se_delta: se,
      lo,
      hi,
    } = expected.avoided;
    const lists = numbers(table, 'list_size').slice(16);
    const observed = design.slice(16);
    const without = observed.map(([one = 1, t = 0, , , ...seasons]) => [one, t, 0, 0, ...seasons]);
    const of = quasi(fit, expected.phi);
    const expectedCount = expectedTotal(of, without, lists, { method: 'test' });
    expectClose(expectedCount.estimate, total, REL);
    expectClose(expectedCount.se, error, REL);
    const own = expectedDifference(of, without, observed, lists, { method: 'test' });
    expectClose(own.estimate, avoided, REL);
    expectClose(own.se, se, REL);
    expectClose(own.lower, lo, REL);
    expectClose(own.upper, hi, REL);
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
    const exposures = (of: typeof table) => {
      const events = numbers(of, 'admissions');
      return numbers(of, 'list_size').map((time, i) => ({ events: events[i] ?? Number.NaN, time }));
    };
    const fit = fitShare(segments(practice), exposures(practice), exposures(county));
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

    const after = segments(practice).flatMap((row, i) =>
      row[2] === 1 ? [{ row, base: (other[i] ?? 0) * (ratio[i] ?? 0) }] : [],
    );
    const observed = after.map(({ row }) => row);
    const without = observed.map(([one = 1, t = 0]) => [one, t, 0, 0]);
    const base = after.map((each) => each.base);
    const avoided = expectedDifference(quasi(fit), without, observed, base, { method: 'test' });
    expectClose(avoided.estimate, expected.avoided.avoided_model, 1e-7);
    expectClose(avoided.se, expected.avoided.se, 1e-7);
    expectClose(avoided.lower, expected.avoided.lo, 1e-7);
    expectClose(avoided.upper, expected.avoided.hi, 1e-7);
    expectClose(expectedTotal(quasi(fit), without, base, { method: 'test' }).estimate, expected.avoided.expected, 1e-7);
  });

  it("quasi-Poisson with the county's rate in the offset", () => {
    const expected = golden('15-controlled-its').E_control_offset_quasipoisson;
    const offset = ratio.map((times, i) => Math.log(times * (other[i] ?? Number.NaN)));
    const fit = fitGlm(segments(practice), own, POISSON, { offset });
    expectClose(pearsonDispersion(fit).raw, expected.phi, 1e-7);
    expectCoefficients(quasi(fit, pearsonDispersion(fit, 0).used), expected.coef, 1e-7);
  });
});

describeShared('golden 12: the smoking ban of the published tutorial', 'golden/12-sicily-poisson-its', (path) => {
  const expected = sharedGolden('12-sicily-poisson-its');
  const table = rows(`${path}/data.csv`);
  const aces = numbers(table, 'aces');
  const offset = numbers(table, 'stdpop').map(Math.log);
  const plain = table.map(({ smokban, time }) => [1, Number(smokban), Number(time)]);
  const seasonal = plain.map((row, i) => {
    const angle = (2 * Math.PI * Number(table[i]?.month)) / 12;
    return [...row, Math.sin(angle), Math.sin(2 * angle), Math.cos(angle), Math.cos(2 * angle)];
  });
  const sloped = seasonal.map((row) => [...row, ((row[2] ?? 0) - 36) * (row[1] ?? 0)]);

  it('Poisson and quasi-Poisson, with and without seasons', () => {
    const first = fitGlm(plain, aces, POISSON, { offset });
    expectCoefficients(likelihood(first), expected.model1_poisson.coef);
    expectClose(first.deviance, expected.model1_poisson.deviance, REL);
    expectCoefficients(quasi(first), expected.model2_quasi.coef);
    const third = fitGlm(seasonal, aces, POISSON, { offset });
    expectCoefficients(quasi(third), expected.model3_quasi_harmonics.coef);
    const fourth = fitGlm(sloped, aces, POISSON, { offset });
    expectCoefficients(quasi(fourth), expected.model4_quasi_harm_slope.coef);
    const test = devianceTest(third, fourth);
    expectClose(test?.statistic, expected.anova_m3_m4.F, 1e-7);
    expectClose(test?.p, expected.anova_m3_m4.p, 1e-7);
    expect(test?.terms).toBe(expected.anova_m3_m4.df);
    expect(devianceTest(fourth, third)).toBeNull();
  });

  it('events avoided', () => {
    const fit = fitGlm(seasonal, aces, POISSON, { offset });
    const after = seasonal.filter((row) => row[1] === 1);
    const base = numbers(
      table.filter(({ smokban }) => smokban === '1'),
      'stdpop',
    );
    const without = after.map(([one = 1, , ...others]) => [one, 0, ...others]);
    const own = expectedDifference(quasi(fit), without, after, base, { method: 'test' });
    expectClose(own.estimate, expected.counterfactual_m3.avoided_model, REL);
    expectClose(own.se, expected.counterfactual_m3.se_avoided_model_delta, REL);
  });

  it('negative binomial', () => {
    const own = fitNegativeBinomial(seasonal, aces, { offset });
    expectClose(own.theta, expected.nb_harmonics.theta, 1e-6);
    expectCoefficients(likelihood(own.fit), expected.nb_harmonics.coef, 1e-6);
    expectClose(own.fit.deviance, expected.nb_harmonics.deviance, 1e-6);
  });
});
