import { describe, expect, it } from 'vitest';
import { chiSquaredUpper } from '../../src/statistics/distributions/chi-squared.ts';
import { POISSON } from '../../src/statistics/glm/family.ts';
import { fitGlm } from '../../src/statistics/glm/fit.ts';
import { likelihood } from '../../src/statistics/glm/inference.ts';
import { fitNegativeBinomial, type NegativeBinomialFit } from '../../src/statistics/glm/negative-binomial.ts';
import { gammaDraw, poissonDraw } from '../../src/statistics/random/draws.ts';
import { seeded } from '../../src/statistics/random/generator.ts';
import { expectCoefficients } from '../support/coefficients.ts';
import { segments, withSeasons } from '../support/design.ts';
import { expectClose, golden, numbers, rows, sharedGolden, simulated } from '../support/golden.ts';
import { describeShared } from '../support/shared.ts';

const REL = 1e-6;
const panel = simulated('peers');
const offset = numbers(panel, 'list_size').map(Math.log);
const admissions = numbers(panel, 'admissions');

/** R takes the standard error of theta from its last iterate but one, which shows where theta is small. */
function expectFit(own: NegativeBinomialFit, expected: ReturnType<typeof golden>, errorRelative = REL): void {
  expectClose(own.theta, expected.theta, REL);
  expectClose(own.thetaError, expected.se_theta, errorRelative);
  expectClose(2 * own.fit.logLikelihood, expected.twologlik, REL);
  expectClose(own.fit.deviance, expected.deviance, REL);
  expect(own.fit.df).toBe(expected.df);
}

describe('golden 14: negative binomial regression', () => {
  const expected = golden('14-negative-binomial');
  const cells = panel.map(({ practice, t }) => ({
    practice,
    time: Number(t) - 16.5,
    treated: practice === 'P01' ? 1 : 0,
    post: Number(t) >= 17 ? 1 : 0,
  }));

  it('a panel of practices, pooled', () => {
    const base = withSeasons(
      cells.map(({ time }) => [1, time]),
      panel,
    );
    const design = base.map((row, i) => {
      const { treated = 0, post = 0 } = cells[i] ?? {};
      return [...row, treated, post, treated * post];
    });
    const own = fitNegativeBinomial(design, admissions, { offset });
    expectFit(own, expected.panel_pooled);
    expectCoefficients(likelihood(own.fit), expected.panel_pooled.coef, REL);
    const ratio = 2 * (own.fit.logLikelihood - fitGlm(design, admissions, POISSON, { offset }).logLikelihood);
    expectClose(ratio, expected.poisson_vs_nb_LR.LR, REL);
    expect(0.5 * chiSquaredUpper(ratio, 1)).toBeLessThan(1e-300);
  });

  it('a panel of practices, each with its own level', () => {
    const practices = [...new Set(panel.map(({ practice }) => practice))].slice(1);
    const base = withSeasons(
      cells.map(({ time }) => [1, time]),
      panel,
    );
    const design = base.map((row, i) => {
      const { treated = 0, post = 0, practice } = cells[i] ?? {};
      return [...row, post, treated * post, ...practices.map((name) => (name === practice ? 1 : 0))];
    });
    const own = fitNegativeBinomial(design, admissions, { offset });
    expectFit(own, expected.panel_practice_fe);
    expectCoefficients(likelihood(own.fit), expected.panel_practice_fe.coef, REL);
  });

  it('falls back to Poisson where the counts vary less', () => {
    const series = simulated('two_area').filter(({ area }) => area === 'practice');
    const options = { offset: numbers(series, 'list_size').map(Math.log) };
    const design = withSeasons(segments(series), series);
    const own = fitNegativeBinomial(design, numbers(series, 'admissions'), options);
    expect(own.theta).toBeNull();
    expect(own.fit).toEqual(fitGlm(design, numbers(series, 'admissions'), POISSON, options));
  });
});

describeShared('golden 14: the book example, days away from school', 'golden/14-negative-binomial', (path) => {
  const quine = rows(`${path}/quine.csv`);
  const is = (row: Readonly<Record<string, string>>, name: string, value: string) => (row[name] === value ? 1 : 0);
  const terms = (row: Readonly<Record<string, string>>) => {
    const [ethnic, slow] = [is(row, 'Eth', 'N'), is(row, 'Lrn', 'SL')];
    return { ages: ['F1', 'F2', 'F3'].map((age) => is(row, 'Age', age)), ethnic, slow, both: ethnic * slow };
  };
  const check = (name: string, design: readonly (readonly number[])[]) => {
    const expected = sharedGolden('14-negative-binomial')[name];
    const own = fitNegativeBinomial(design, numbers(quine, 'Days'));
    expectFit(own, expected, 1e-4);
    expectCoefficients(likelihood(own.fit), expected.coef, REL);
  };

  it('main effects', () => {
    check(
      'quine_main_effects',
      quine.map((row) => {
        const { ages, ethnic, slow } = terms(row);
        return [1, ethnic, is(row, 'Sex', 'M'), ...ages, slow];
      }),
    );
  });

  it('within each sex, as in the book', () => {
    check(
      'quine_mass_book',
      quine.map((row) => {
        const { ages, ethnic, slow, both } = terms(row);
        const within = [...ages, ethnic, slow, both];
        return [1, is(row, 'Sex', 'M'), ...within.flatMap((x) => ['F', 'M'].map((sex) => x * is(row, 'Sex', sex)))];
      }),
    );
  });
});

describe('negative binomial regression', () => {
  it('finds the spread that was put in', () => {
    const random = seeded(4);
    const y = Array.from({ length: 3000 }, () => poissonDraw(random, gammaDraw(random, 5, 40 / 5)));
    const own = fitNegativeBinomial(
      y.map(() => [1]),
      y,
    );
    expect(Math.abs((own.theta ?? 0) - 5)).toBeLessThan(4 * (own.thetaError ?? 0));
    expectClose(Math.exp(own.fit.coefficients[0] ?? 0), y.reduce((sum, count) => sum + count, 0) / 3000, 1e-9);
  });

  it('copes with zeros', () => {
    const own = fitNegativeBinomial(
      [1, 1, 1, 1, 1].map((one) => [one]),
      [0, 0, 0, 0, 0],
    );
    expect(own.theta).toBeNull();
    expect(own.fit.atEdge).toBe(true);
    expect(
      fitNegativeBinomial(
        [1, 1, 1, 1, 1].map((one) => [one]),
        [0, 0, 0, 0, 30],
      ).theta,
    ).toBeGreaterThan(0);
  });
});
