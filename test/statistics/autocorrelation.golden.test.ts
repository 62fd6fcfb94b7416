import { describe, expect, it } from 'vitest';
import { type Ar1Fit, ar1, ar1Profile } from '../../src/statistics/linear/ar1.ts';
import { type Coefficients, classical, coefficient, combination } from '../../src/statistics/linear/combination.ts';
import { ljungBox } from '../../src/statistics/linear/diagnostics.ts';
import { durbinWatson } from '../../src/statistics/linear/durbin-watson.ts';
import { leastSquares } from '../../src/statistics/linear/least-squares.ts';
import { type PraisWinsten, praisWinsten } from '../../src/statistics/linear/prais-winsten.ts';
import { heteroskedastic, neweyWest, neweyWestLag } from '../../src/statistics/linear/sandwich.ts';
import { expectCoefficients, expectErrors } from '../support/coefficients.ts';
import { segments, withSeasons } from '../support/design.ts';
import { expectClose, golden, numbers, rows, sharedGolden, simulated } from '../support/golden.ts';
import { describeShared } from '../support/shared.ts';

const table = simulated('two_area').filter(({ area }) => area === 'practice');
const lists = numbers(table, 'list_size');
const rates = numbers(table, 'admissions').map((count, i) => (1000 * count) / (lists[i] ?? Number.NaN));
const plain = segments(table);
const seasonal = withSeasons(plain, table);
const harmonic = plain.map((row) => {
  const angle = (Math.PI * (row[1] ?? 0)) / 2;
  return [...row, Math.cos(angle), Math.sin(angle), Math.cos(2 * angle)];
});

describe('golden 06: segmented regression, robust standard errors', () => {
  for (const [name, design] of Object.entries({ noseason: plain, quarterdummies: seasonal, harmonics: harmonic })) {
    const expected = golden('06-its-ols-hac')[name];
    const fit = leastSquares(design, rates);

    it(`${name}: least squares`, () => {
      expectCoefficients(classical(fit), expected.coef);
      expectClose(fit.rss, expected.rss, 1e-8);
      expectClose(Math.sqrt(fit.rss / fit.df), expected.sigma, 1e-8);
      expected.resid.forEach((residual: number, i: number) => {
        expectClose(fit.residuals[i], residual, 1e-8, 1e-2);
      });
    });

    it(`${name}: HC0 to HC3`, () => {
      for (const kind of ['HC0', 'HC1', 'HC2', 'HC3'] as const) {
        expectErrors(heteroskedastic(design, fit, kind), expected.hc[kind]);
      }
    });

    it(`${name}: Newey-West at lags 0 to 4`, () => {
      for (const lag of [0, 1, 2, 3, 4]) {
        const { adjust, noadjust } = expected.newey_west[`lag${lag}`];
        expectErrors(neweyWest(design, fit, { lag }), adjust);
        expectErrors(neweyWest(design, fit, { lag, adjust: false }), noadjust);
      }
      expect(neweyWestLag(32)).toBe(expected.nw_lag_rule.floor_4n100_2_9);
      expect(neweyWest(design, fit)).toEqual(neweyWest(design, fit, { lag: 3 }));
    });

    it(`${name}: combinations of coefficients`, () => {
      const seasons = design[0]?.slice(4).map(() => 0) ?? [];
      const after = plain.flatMap((row, i) =>
        row[2] === 1 ? [{ s: row[3] ?? 0, people: (lists[i] ?? 0) / 1000 }] : [],
      );
      const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
      const weights: Readonly<Record<string, readonly number[]>> = {
        posttrend: [0, 1, 0, 1],
        effect_at_last: [0, 0, 1, 15],
        mean_effect: [0, 0, 1, sum(after.map(({ s }) => s)) / after.length],
        cumulative_admissions: [
          0,
          0,
          sum(after.map(({ people }) => people)),
          sum(after.map(({ s, people }) => s * people)),
        ],
      };
      const compare = (of: Coefficients, w: readonly number[], row: Readonly<Record<string, number>>) => {
        const own = combination(of, [...w, ...seasons], { method: 'test' });
        expectClose(own.estimate, row.est ?? Number.NaN, 1e-8);
        expectClose(own.se, row.se ?? Number.NaN, 1e-8);
        expectClose(own.lower, row.lo ?? Number.NaN, 1e-8);
        expectClose(own.upper, row.hi ?? Number.NaN, 1e-8);
        expectClose(own.p, row.p ?? Number.NaN, 1e-7);
      };
      for (const [combined, w] of Object.entries(weights)) {
        compare(classical(fit), w, expected.lincom[combined].ols);
        compare(neweyWest(design, fit, { lag: 2 }), w, expected.lincom[combined].nw2);
      }
    });
  }
});

function expectPraisWinsten(
  own: PraisWinsten,
  original: readonly number[],
  expected: ReturnType<typeof golden>,
  relative = 1e-8,
): void {
  expectClose(own.rho, expected.rho, relative);
  expectClose(own.path[0], expected.rho_first, relative);
  expectCoefficients(own.estimates, expected.coef, relative);
  expectClose(own.sigma, expected.sigma, relative);
  expectClose(durbinWatson(original), expected.dw_original, relative);
  expectClose(durbinWatson(own.innovations), expected.dw_transformed, relative);
  expect(own.estimates.df).toBe(expected.df);
}

describe('golden 08: Prais-Winsten', () => {
  const expected = golden('08-prais-winsten');
  const cases = {
    sim_its: { design: plain, options: {} },
    sim_its_twostep: { design: plain, options: { maxIterations: 1 } },
    sim_its_tol1e6: { design: plain, options: { tolerance: 1e-6 } },
    sim_its_quarterdummies: { design: seasonal, options: {} },
  };
  for (const [name, { design, options }] of Object.entries(cases)) {
    it(name, () => {
      const own = praisWinsten(design, rates, options);
      expectPraisWinsten(own, leastSquares(design, rates).residuals, expected[name]);
      expect(own.path.length).toBe(expected[name].iterations);
      expect(own.clamped).toBe(false);
    });
  }
});

describeShared('golden 08: published Prais-Winsten examples', 'golden/08-prais-winsten', (path) => {
  const expected = sharedGolden('08-prais-winsten');

  it("Wooldridge's barium chloride", () => {
    const barium = rows(`${path}/barium.csv`);
    const names = ['lchempi', 'lgas', 'lrtwex', 'befile6', 'affile6', 'afdec6'];
    const design = barium.map((row) => [1, ...names.map((name) => Number(row[name]))]);
    const y = numbers(barium, 'lchnimp');
    expectPraisWinsten(praisWinsten(design, y), leastSquares(design, y).residuals, expected.barium);
  });

  it('Proposition 99', () => {
    const { design, y } = california(`${path}/../07-prop99-its/data.csv`);
    expectPraisWinsten(praisWinsten(design, y), leastSquares(design, y).residuals, expected.prop99);
  });
});

describeShared('golden 07: Proposition 99, Newey-West as in Stata', 'golden/07-prop99-its', (path) => {
  it('single group, lags 0 and 1', () => {
    const { design, y } = california(`${path}/data.csv`);
    const { single } = sharedGolden('07-prop99-its');
    const fit = leastSquares(design, y);
    expectCoefficients(classical(fit), single.ols);
    expectCoefficients(neweyWest(design, fit, { lag: 0 }), single.nw_lag0);
    expectCoefficients(neweyWest(design, fit, { lag: 1 }), single.nw_lag1);
    expectClose(durbinWatson(fit.residuals), single.dw, 1e-8);
  });
});

describeShared('golden 11: the seat belt law', 'golden/11-seatbelts-its', (path) => {
  it('log counts by month, least squares and Newey-West at lag 12', () => {
    const months = rows(`${path}/data.csv`);
    const harmonics = numbers(months, 'month').map((month) =>
      [1, 2].flatMap((k) => [Math.sin((2 * Math.PI * k * month) / 12), Math.cos((2 * Math.PI * k * month) / 12)]),
    );
    const y = numbers(months, 'drivers').map(Math.log);
    const stepped = months.map((_, i) => [1, i + 1, i + 1 >= 170 ? 1 : 0, ...(harmonics[i] ?? [])]);
    const sloped = months.map((_, i) => [
      1,
      i + 1,
      i + 1 >= 170 ? 1 : 0,
      Math.max(0, i + 1 - 170),
      ...(harmonics[i] ?? []),
    ]);
    const expected = sharedGolden('11-seatbelts-its');
    for (const [design, block] of [
      [stepped, expected.log_step],
      [sloped, expected.log_step_slope],
    ] as const) {
      const fit = leastSquares(design, y);
      expectCoefficients(classical(fit), block.coef);
      expectCoefficients(neweyWest(design, fit, { lag: 12 }), block.nw12);
      expectClose(durbinWatson(fit.residuals), block.dw, 1e-8);
      expect(ljungBox(fit.residuals, 12)?.p).toBeCloseTo(block.lb12, 14);
    }
  });
});

function california(path: string) {
  const own = rows(path)
    .filter(({ state }) => state === 'California')
    .sort((a, b) => Number(a.year) - Number(b.year));
  const design = numbers(own, 'year').map((year) => [1, year - 1970, year >= 1989 ? 1 : 0, Math.max(0, year - 1989)]);
  return { design, y: numbers(own, 'cigsale') };
}

describe('golden 09: autocorrelation by REML and ML', () => {
  const expected = golden('09-gls-ar1-reml');
  const cases = {
    reml_noseason: { design: plain, kind: 'reml' },
    ml_noseason: { design: plain, kind: 'ml' },
    reml_quarter: { design: seasonal, kind: 'reml' },
  } as const;
  for (const [name, { design, kind }] of Object.entries(cases)) {
    it(name, () => {
      const own: Ar1Fit = ar1(design, rates, kind);
      expectClose(own.rho, expected[name].rho, 1e-6);
      expectClose(own.logLikelihood, expected[name].logLik, 1e-9);
      expectClose(own.sigma, expected[name].sigma, 1e-6);
      expectCoefficients(own.estimates, expected[name].coef, 1e-6);
      expect(own.atBound).toBe(false);
    });

    it(`${name}: the likelihood along rho`, () => {
      for (const { rho, ll, b_tpost: slope, se_tpost: se } of expected[name].profile) {
        const own = ar1Profile(design, rates, rho, kind);
        expectClose(own.logLikelihood, ll, 1e-9);
        expectClose(own.estimates.coefficients[3], slope, 1e-9);
        expectClose(coefficient(own.estimates, 3, { method: 'test' }).se, se, 1e-9);
      }
    });
  }
});
