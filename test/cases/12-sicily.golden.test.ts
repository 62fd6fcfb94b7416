import { expect, it } from 'vitest';
import { POISSON } from '../../src/statistics/glm/family.ts';
import { fitGlm, type GlmFit } from '../../src/statistics/glm/fit.ts';
import {
  devianceResiduals,
  devianceTest,
  likelihood,
  pearsonDispersion,
  pearsonResiduals,
  quasi,
} from '../../src/statistics/glm/inference.ts';
import { fitNegativeBinomial } from '../../src/statistics/glm/negative-binomial.ts';
import { type Coefficients, coefficient, combination } from '../../src/statistics/linear/combination.ts';
import { autocorrelations } from '../../src/statistics/linear/diagnostics.ts';
import { expectedDifference, expectedLessObserved, expectedTotal } from '../../src/statistics/linear/expected.ts';
import { numbers, rows, sharedGolden } from '../support/golden.ts';
import { Ledger } from '../support/ledger.ts';
import { describeShared } from '../support/shared.ts';

const CASE = '12-sicily-poisson-its';

describeShared('golden 12: the smoking ban of the published tutorial', `golden/${CASE}`, (path) => {
  const ledger = new Ledger(sharedGolden(CASE), { relative: 1e-8 });
  const table = rows(`${path}/data.csv`);
  const aces = numbers(table, 'aces');
  const people = numbers(table, 'stdpop');
  const offset = people.map(Math.log);
  const plain = table.map(({ smokban, time }) => [1, Number(smokban), Number(time)]);
  const seasonal = plain.map((row, i) => {
    const angle = (2 * Math.PI * Number(table[i]?.month)) / 12;
    return [...row, Math.sin(angle), Math.sin(2 * angle), Math.cos(angle), Math.cos(2 * angle)];
  });
  const sloped = seasonal.map((row) => [...row, ((row[2] ?? 0) - 36) * (row[1] ?? 0)]);
  const PLAIN = ['(Intercept)', 'smokban', 'time'];
  const SEASONAL = [...PLAIN, 'sin1', 'sin2', 'cos1', 'cos2'];

  const model = (design: readonly (readonly number[])[]) => fitGlm(design, aces, POISSON, { offset });
  const none = model(table.map(() => [1]));
  const first = model(plain);
  const third = model(seasonal);
  const fourth = model(sloped);

  function holdsModel(name: string, own: GlmFit, of: Coefficients, terms: readonly string[]): void {
    ledger.holdsCoefficients(`${name}/coef`, of, terms);
    terms.forEach((term, j) => {
      for (const [quantiles, df] of [
        ['normal', null],
        ['t', own.df],
      ] as const) {
        const ratio = coefficient({ ...of, df }, j, { method: '', scale: 'log' });
        ledger.holds(`${name}/irr/${term}/irr`, ratio.estimate);
        ledger.holds(`${name}/irr/${term}/lo_${quantiles}`, ratio.lower);
        ledger.holds(`${name}/irr/${term}/hi_${quantiles}`, ratio.upper);
      }
    });
    ledger.holds(`${name}/phi`, pearsonDispersion(own).raw);
    ledger.holds(`${name}/deviance`, own.deviance);
    ledger.holds(`${name}/null_deviance`, none.deviance);
    ledger.holds(`${name}/df`, own.df);
    ledger.holds(`${name}/iterations`, own.iterations);
    ledger.holdsAll(`${name}/fitted_first3`, own.fitted.slice(0, 3));
    ledger.holdsAll(`${name}/dev_resid_first3`, devianceResiduals(own).slice(0, 3));
    ledger.holdsAll(`${name}/pearson_resid_first3`, pearsonResiduals(own).slice(0, 3));
  }

  it('1: Poisson', () => {
    holdsModel('model1_poisson', first, likelihood(first), PLAIN);
    ledger.holds('model1_poisson/logLik', first.logLikelihood);
    ledger.holds('model1_poisson/AIC', 2 * PLAIN.length - 2 * first.logLikelihood);
  });

  it('2 to 4: quasi-Poisson, with seasons, with a change of slope', () => {
    holdsModel('model2_quasi', first, quasi(first), PLAIN);
    holdsModel('model3_quasi_harmonics', third, quasi(third), SEASONAL);
    holdsModel('model4_quasi_harm_slope', fourth, quasi(fourth), [...SEASONAL, 'ramp']);
  });

  it('4 against 3: F test of the change of slope', () => {
    const test = devianceTest(third, fourth);
    ledger.holds('anova_m3_m4/F', test?.statistic);
    ledger.holds('anova_m3_m4/p', test?.p);
    ledger.holds('anova_m3_m4/df', test?.terms);
    expect(devianceTest(fourth, third)).toBeNull();
  });

  it('3: the trend per year, and the autocorrelation of what is left', () => {
    const year = combination(quasi(third), [0, 0, 12, 0, 0, 0, 0], { method: '', scale: 'log' });
    ledger.holds('trend_per_year_m3', year.estimate);
    ledger.holdsAll('acf_dev_resid_m3', [1, ...autocorrelations(devianceResiduals(third), 12)]);
  });

  it('3: what was expected without the ban, and what was avoided', () => {
    const of = quasi(third);
    const is = (i: number) => seasonal[i]?.[1] === 1;
    const after = seasonal.filter((_, i) => is(i));
    const base = people.filter((_, i) => is(i));
    const without = after.map(([one = 1, , ...others]) => [one, 0, ...others]);
    const observed = aces.filter((_, i) => is(i)).reduce((sum, count) => sum + count, 0);
    const name = 'counterfactual_m3';
    ledger.holds(`${name}/observed_post`, observed);
    const total = expectedTotal(of, without, base, { method: '' });
    ledger.holds(`${name}/expected_post`, total.estimate);
    ledger.holds(`${name}/se_expected`, total.se);
    const modelled = expectedDifference(of, without, after, base, { method: '' });
    ledger.holds(`${name}/avoided_model`, modelled.estimate);
    ledger.holds(`${name}/se_avoided_model_delta`, modelled.se);
    const counted = expectedLessObserved(of, without, base, observed, {
      method: '',
      dispersion: pearsonDispersion(third).used,
    });
    ledger.holds(`${name}/avoided_obs`, counted.estimate);
    ledger.holds(`${name}/se_avoided_obs`, counted.se);
  });

  it('negative binomial with seasons', () => {
    const { fit: own, theta, thetaError } = fitNegativeBinomial(seasonal, aces, { offset });
    ledger.holdsCoefficients('nb_harmonics/coef', likelihood(own), SEASONAL);
    ledger.holds('nb_harmonics/theta', theta);
    ledger.holds('nb_harmonics/se_theta', thetaError);
    ledger.holds('nb_harmonics/twologlik', 2 * own.logLikelihood);
    ledger.holds('nb_harmonics/deviance', own.deviance);
    ledger.holds('nb_harmonics/AIC', 2 * (SEASONAL.length + 1) - 2 * own.logLikelihood);
  });

  it('leaves no number out', () => {
    expect(ledger.open).toEqual([]);
  });
});
