import { expect, it } from 'vitest';
import { POISSON } from '../../src/statistics/glm/family.ts';
import { fitGlm } from '../../src/statistics/glm/fit.ts';
import { likelihood, pearsonDispersion, quasi } from '../../src/statistics/glm/inference.ts';
import { classical } from '../../src/statistics/linear/combination.ts';
import { ljungBox } from '../../src/statistics/linear/diagnostics.ts';
import { durbinWatson } from '../../src/statistics/linear/durbin-watson.ts';
import { goodnessOfFit } from '../../src/statistics/linear/goodness.ts';
import { leastSquares } from '../../src/statistics/linear/least-squares.ts';
import { neweyWest } from '../../src/statistics/linear/sandwich.ts';
import { numbers, rows, sharedGolden } from '../support/golden.ts';
import { Ledger } from '../support/ledger.ts';
import { describeShared } from '../support/shared.ts';

const CASE = '11-seatbelts-its';
/** The law, in force from 31 January 1983, stands from the 170th month on. */
const LAW = 170;

describeShared('golden 11: the seat belt law', `golden/${CASE}`, (path) => {
  const ledger = new Ledger(sharedGolden(CASE), { relative: 1e-8 });
  const table = rows(`${path}/data.csv`);
  const drivers = numbers(table, 'drivers');
  const covariates = ['PetrolPrice', 'kms'].map((name) => numbers(table, name).map(Math.log));
  const angles = numbers(table, 'month').map((month) => (2 * Math.PI * month) / 12);
  const SEASONS = [1, 2].flatMap((k) => ['sin', 'cos'].map((wave) => `${wave}(2 * pi * ${k} * month/12)`));

  /** 1, t, law, what is between, and two harmonics of the year. */
  const designWith = (between: (i: number) => readonly number[]) =>
    angles.map((angle, i) => {
      const t = i + 1;
      const waves = [1, 2].flatMap((k) => [Math.sin(k * angle), Math.cos(k * angle)]);
      return [1, t, t >= LAW ? 1 : 0, ...between(i), ...waves];
    });
  const stepped = designWith(() => []);

  for (const [name, between, design] of [
    ['log_step', [], stepped],
    ['log_step_slope', ['tlaw'], designWith((i) => [Math.max(0, i + 1 - LAW)])],
    [
      'log_step_covars',
      ['log(PetrolPrice)', 'log(kms)'],
      designWith((i) => covariates.map((values) => values[i] ?? Number.NaN)),
    ],
  ] as const) {
    it(`${name}: least squares and Newey-West at lag 12`, () => {
      const y = drivers.map(Math.log);
      const fit = leastSquares(design, y);
      const terms = ['(Intercept)', 't', 'law', ...between, ...SEASONS];
      ledger.holdsCoefficients(`${name}/coef`, classical(fit), terms);
      ledger.holdsCoefficients(`${name}/nw12`, neweyWest(design, fit, { lag: 12 }), terms);
      const { sigma, rSquared } = goodnessOfFit(fit, y);
      ledger.holds(`${name}/sigma`, sigma);
      ledger.holds(`${name}/r2`, rSquared);
      ledger.holds(`${name}/pct_law`, 100 * Math.expm1(fit.coefficients[2] ?? Number.NaN));
      ledger.holds(`${name}/dw`, durbinWatson(fit.residuals));
      // R takes this P as 1 less the lower tail, so that it is 0 where the tail is smaller than the rounding of 1.
      ledger.holds(`${name}/lb12`, ljungBox(fit.residuals, 12)?.p, { relative: 1e-8, absolute: 2 ** -52 });
    });
  }

  it('drivers: quasi-Poisson', () => {
    const fit = fitGlm(stepped, drivers, POISSON);
    const phi = pearsonDispersion(fit, 0);
    const name = 'quasipoisson_step';
    ledger.holdsCoefficients(`${name}/coef`, quasi(fit, phi.used), ['(Intercept)', 't', 'law', ...SEASONS]);
    ledger.holds(`${name}/phi`, phi.raw);
    ledger.holds(`${name}/deviance`, fit.deviance);
    ledger.holds(`${name}/df`, fit.df);
    ledger.holds(`${name}/rr_law`, Math.exp(fit.coefficients[2] ?? Number.NaN));
  });

  it('van drivers killed: Poisson', () => {
    const fit = fitGlm(stepped, numbers(table, 'VanKilled'), POISSON);
    const name = 'vankilled_poisson';
    ledger.holdsCoefficients(`${name}/coef`, likelihood(fit), ['(Intercept)', 't', 'law', ...SEASONS]);
    ledger.holds(`${name}/deviance`, fit.deviance);
    ledger.holds(`${name}/pearson`, fit.pearson);
    ledger.holds(`${name}/df`, fit.df);
    ledger.holds(`${name}/AIC`, 2 * fit.coefficients.length - 2 * fit.logLikelihood);
  });

  it('logarithm on the month and the year before, by least squares', () => {
    const logs = drivers.map(Math.log10);
    const y = logs.slice(12);
    const design = y.map((_, i) => [1, logs[i + 11] ?? Number.NaN, logs[i] ?? Number.NaN]);
    ledger.holds('log10_ar_ols/n', y.length);
    ledger.holdsCoefficients('log10_ar_ols/coef', classical(leastSquares(design, y)), ['(Intercept)', 'l1', 'l12']);
  });

  it('leaves no number out', () => {
    expect(ledger.open).toEqual([]);
  });
});
