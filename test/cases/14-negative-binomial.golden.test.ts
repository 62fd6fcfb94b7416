import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { chiSquaredUpper } from '../../src/statistics/distributions/chi-squared.ts';
import { negativeBinomial, POISSON } from '../../src/statistics/glm/family.ts';
import { fitGlm, type GlmOptions } from '../../src/statistics/glm/fit.ts';
import { likelihood } from '../../src/statistics/glm/inference.ts';
import { fitNegativeBinomial, type NegativeBinomialFit } from '../../src/statistics/glm/negative-binomial.ts';
import type { Matrix } from '../../src/statistics/linear/matrix.ts';
import { digamma, trigamma } from '../../src/statistics/special/polygamma.ts';
import { segments, withSeasons } from '../support/design.ts';
import { expectClose, golden, numbers, type Row, rows, sharedGolden, simulated } from '../support/golden.ts';
import { Ledger } from '../support/ledger.ts';
import { describeShared } from '../support/shared.ts';

const CASE = '14-negative-binomial';
const RELATIVE = 1e-6;

interface Problem {
  readonly design: Matrix;
  readonly y: readonly number[];
  readonly options?: GlmOptions;
}

/** Everything that the case has of one model but the standard error of theta. */
function holdsModel(ledger: Ledger, name: string, problem: Problem, terms: readonly string[]): NegativeBinomialFit {
  const { design, y, options = {} } = problem;
  const own = fitNegativeBinomial(design, y, options);
  const theta = own.theta ?? Number.NaN;
  const none = fitGlm(
    design.map(() => [1]),
    y,
    negativeBinomial(theta),
    options,
  );
  ledger.holdsCoefficients(`${name}/coef`, likelihood(own.fit), terms);
  ledger.holds(`${name}/n`, own.fit.y.length);
  ledger.holds(`${name}/theta`, theta);
  ledger.holds(`${name}/alpha`, 1 / theta);
  ledger.holds(`${name}/twologlik`, 2 * own.fit.logLikelihood);
  ledger.holds(`${name}/deviance`, own.fit.deviance);
  ledger.holds(`${name}/null_deviance`, none.deviance);
  ledger.holds(`${name}/df`, own.fit.df);
  ledger.holds(`${name}/AIC`, 2 * ((design[0]?.length ?? 0) + 1) - 2 * own.fit.logLikelihood);
  return own;
}

describe('golden 14: negative binomial regression of a panel of practices', () => {
  const ledger = new Ledger(golden(CASE), { relative: RELATIVE });
  const panel = simulated('peers');
  const admissions = numbers(panel, 'admissions');
  const options = { offset: numbers(panel, 'list_size').map(Math.log) };
  const time = withSeasons(
    panel.map(({ t }) => [1, Number(t) - 16.5]),
    panel,
  );
  const cells = panel.map(({ practice, t }) => {
    const [treated, post] = [practice === 'P01' ? 1 : 0, Number(t) >= 17 ? 1 : 0];
    return { practice, treated, post, both: treated * post };
  });
  const SEASONS = ['factor(fq)2', 'factor(fq)3', 'factor(fq)4'];
  const pooled = time.map((row, i) => [...row, cells[i]?.treated ?? 0, cells[i]?.post ?? 0, cells[i]?.both ?? 0]);

  it('pooled', () => {
    const terms = ['(Intercept)', 'tc', ...SEASONS, 'treated', 'post', 'treated:post'];
    const own = holdsModel(ledger, 'panel_pooled', { design: pooled, y: admissions, options }, terms);
    ledger.holds('panel_pooled/se_theta', own.thetaError);
    const ratio = 2 * (own.fit.logLikelihood - fitGlm(pooled, admissions, POISSON, options).logLikelihood);
    ledger.holds('poisson_vs_nb_LR/LR', ratio);
    ledger.holds('poisson_vs_nb_LR/p_chibar', 0.5 * chiSquaredUpper(ratio, 1));
  });

  it('each practice with its own level', () => {
    const practices = [...new Set(panel.map(({ practice }) => practice))].slice(1);
    const design = time.map((row, i) => {
      const { post = 0, both = 0, practice } = cells[i] ?? {};
      return [...row, post, both, ...practices.map((name) => (name === practice ? 1 : 0))];
    });
    const terms = ['(Intercept)', 'tc', ...SEASONS, 'post', 'treated:post'];
    const own = holdsModel(ledger, 'panel_practice_fe', { design, y: admissions, options }, terms);
    ledger.holds('panel_practice_fe/se_theta', own.thetaError);
  });

  it('falls back to Poisson where the counts vary less: a theta without bound is no number to give', () => {
    const table = simulated('two_area').filter(({ area }) => area === 'practice');
    const single = { offset: numbers(table, 'list_size').map(Math.log) };
    const design = withSeasons(segments(table), table);
    const own = fitNegativeBinomial(design, numbers(table, 'admissions'), single);
    expect(own.theta).toBeNull();
    expect(own.fit).toEqual(fitGlm(design, numbers(table, 'admissions'), POISSON, single));
    expect(ledger.of('underdispersed_single_series/theta')).toBeGreaterThan(1e6);
    ledger.leavesOut('underdispersed_single_series/theta');
  });

  it('leaves no number out', () => {
    expect(ledger.open).toEqual([]);
  });
});

/** theta.ml of MASS as published: stops at steps below eps^(1/4), and keeps the information from before the last step. */
function printedByMass(y: readonly number[], means: readonly number[]): { theta: number; se: number } {
  const sum = (of: (count: number, mean: number) => number) =>
    y.reduce((total, count, i) => total + of(count, means[i] as number), 0);
  let theta = y.length / sum((count, mean) => (count / mean - 1) ** 2);
  for (;;) {
    const at = theta;
    const score = sum(
      (count, mean) =>
        digamma(at + count) - digamma(at) + Math.log(at) + 1 - Math.log(at + mean) - (count + at) / (mean + at),
    );
    const information = sum(
      (count, mean) => trigamma(at) - trigamma(at + count) - 1 / at + 2 / (mean + at) - (count + at) / (mean + at) ** 2,
    );
    theta += score / information;
    if (Math.abs(score / information) <= Number.EPSILON ** 0.25) return { theta, se: 1 / Math.sqrt(information) };
  }
}

describeShared('golden 14: the book example, days away from school', `golden/${CASE}`, (path) => {
  const { quine_mass_book, quine_main_effects } = sharedGolden(CASE);
  const ledger = new Ledger({ quine_mass_book, quine_main_effects }, { relative: RELATIVE });
  const tight = JSON.parse(
    readFileSync(new URL('../golden/14-negative-binomial/theta-error.json', import.meta.url), 'utf8'),
  );
  const quine = rows(`${path}/quine.csv`);
  const days = numbers(quine, 'Days');
  const is = (row: Row, name: string, value: string) => (row[name] === value ? 1 : 0);
  const terms = (row: Row) => {
    const [ethnic, slow] = [is(row, 'Eth', 'N'), is(row, 'Lrn', 'SL')];
    return { ages: ['F1', 'F2', 'F3'].map((age) => is(row, 'Age', age)), ethnic, slow, both: ethnic * slow };
  };

  /**
   * The standard error of theta that glm.nb prints is off by 1.6e-5 and 3.0e-6 of itself (theta-error.R beside the case says why).
   * Held are: ours to R's with theta.ml run to its end, and R's printed one to ours taken one step of theta.ml back.
   */
  function holdsThetaError(name: 'quine_mass_book' | 'quine_main_effects', own: NegativeBinomialFit): void {
    expectClose(own.theta, tight[name].theta, 1e-9);
    expectClose(own.thetaError, tight[name].se_theta, RELATIVE);
    const printed = printedByMass(days, own.fit.means);
    expectClose(printed.theta, own.theta ?? Number.NaN, 1e-7);
    ledger.holds(`${name}/se_theta`, printed.se);
  }

  it('main effects', () => {
    const design = quine.map((row) => {
      const { ages, ethnic, slow } = terms(row);
      return [1, ethnic, is(row, 'Sex', 'M'), ...ages, slow];
    });
    const names = ['(Intercept)', 'EthN', 'SexM', 'AgeF1', 'AgeF2', 'AgeF3', 'LrnSL'];
    const own = holdsModel(ledger, 'quine_main_effects', { design, y: days }, names);
    holdsThetaError('quine_main_effects', own);
  });

  it('within each sex, as in the book', () => {
    const design = quine.map((row) => {
      const { ages, ethnic, slow, both } = terms(row);
      const within = [...ages, ethnic, slow, both];
      return [1, is(row, 'Sex', 'M'), ...within.flatMap((x) => ['F', 'M'].map((sex) => x * is(row, 'Sex', sex)))];
    });
    const within = ['AgeF1', 'AgeF2', 'AgeF3', 'EthN', 'LrnSL', 'EthN:LrnSL'];
    const names = ['(Intercept)', 'SexM', ...within.flatMap((term) => [`SexF:${term}`, `SexM:${term}`])];
    const own = holdsModel(ledger, 'quine_mass_book', { design, y: days }, names);
    holdsThetaError('quine_mass_book', own);
  });

  it('leaves no number out', () => {
    expect(ledger.open).toEqual([]);
  });
});
