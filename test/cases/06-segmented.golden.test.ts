import { describe, expect, it } from 'vitest';
import { type Coefficients, classical, coefficient, combination } from '../../src/statistics/linear/combination.ts';
import { goodnessOfFit } from '../../src/statistics/linear/goodness.ts';
import { leastSquares } from '../../src/statistics/linear/least-squares.ts';
import { dot } from '../../src/statistics/linear/matrix.ts';
import { automaticBandwidth, prewhitenedNeweyWest } from '../../src/statistics/linear/prewhitened.ts';
import { heteroskedastic, neweyWest, neweyWestLag } from '../../src/statistics/linear/sandwich.ts';
import { golden, numbers } from '../support/golden.ts';
import { Ledger } from '../support/ledger.ts';
import { PLAIN, practice, ratesOf, SEASONAL } from './practice.ts';

const rates = ratesOf(practice);
const thousands = numbers(practice, 'list_size').map((people) => people / 1000);
const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
const total = (values: readonly number[]) => mean(values) * values.length;

const HARMONIC = {
  terms: [...PLAIN.terms, 'cos(pi * t/2)', 'sin(pi * t/2)', 'cos(pi * t)'],
  design: PLAIN.design.map((row) => {
    const angle = (Math.PI * (row[1] ?? Number.NaN)) / 2;
    return [...row, Math.cos(angle), Math.sin(angle), Math.cos(2 * angle)];
  }),
};

/** Weights of post and tpost (the trend for the first) that the case combines. */
const after = PLAIN.design.flatMap(([, , post, s = 0], i) => (post === 1 ? [{ s, people: thousands[i] ?? 0 }] : []));
const COMBINATIONS: Readonly<Record<string, readonly number[]>> = {
  posttrend: [0, 1, 0, 1],
  effect_at_last: [0, 0, 1, 15],
  mean_effect: [0, 0, 1, mean(after.map(({ s }) => s))],
  cumulative_admissions: [
    0,
    0,
    total(after.map(({ people }) => people)),
    total(after.map(({ s, people }) => s * people)),
  ],
};

describe('golden 06: segmented regression, robust standard errors', () => {
  const ledger = new Ledger(golden('06-its-ols-hac'), { relative: 1e-8 });

  for (const [name, { terms, design }] of Object.entries({
    noseason: PLAIN,
    quarterdummies: SEASONAL,
    harmonics: HARMONIC,
  })) {
    const fit = leastSquares(design, rates);

    /** Standard errors of the first four terms. */
    const holdsErrors = (place: string, of: Coefficients) => {
      PLAIN.terms.forEach((term, j) => {
        ledger.holds(`${name}/${place}/${term}`, coefficient(of, j, { method: '' }).se);
      });
    };

    it(`${name}: least squares`, () => {
      const { sigma, rSquared, logLikelihood, aic } = goodnessOfFit(fit, rates);
      ledger.holds(`${name}/n`, rates.length);
      ledger.holds(`${name}/k`, fit.coefficients.length);
      ledger.holds(`${name}/df`, fit.df);
      ledger.holdsCoefficients(`${name}/coef`, classical(fit), terms);
      ledger.holds(`${name}/rss`, fit.rss);
      ledger.holds(`${name}/sigma`, sigma);
      ledger.holds(`${name}/r2`, rSquared);
      ledger.holds(`${name}/logLik`, logLikelihood);
      ledger.holds(`${name}/AIC`, aic);
      ledger.holdsAll(`${name}/fitted`, fit.fitted);
      ledger.holdsAll(`${name}/resid`, fit.residuals);
    });

    it(`${name}: HC0 to HC3`, () => {
      for (const kind of ['HC0', 'HC1', 'HC2', 'HC3'] as const) {
        holdsErrors(`hc/${kind}`, heteroskedastic(design, fit, kind));
      }
    });

    it(`${name}: Newey-West at lags 0 to 4`, () => {
      for (const lag of [0, 1, 2, 3, 4]) {
        holdsErrors(`newey_west/lag${lag}/adjust`, neweyWest(design, fit, { lag }));
        holdsErrors(`newey_west/lag${lag}/noadjust`, neweyWest(design, fit, { lag, adjust: false }));
      }
      ledger.holds(`${name}/nw_lag_rule/floor_4n100_2_9`, neweyWestLag(32));
      expect(neweyWest(design, fit)).toEqual(neweyWest(design, fit, { lag: 3 }));
    });

    it(`${name}: Newey-West as R's sandwich does it unless told otherwise`, () => {
      const own = prewhitenedNeweyWest(design, fit);
      expect(own.lag).toBe(2);
      holdsErrors('newey_west_R_default/se', own);
      ledger.holds(`${name}/nw_lag_rule/bwNeweyWest_prewhite1`, own.bandwidth);
      ledger.holds(`${name}/nw_lag_rule/bwNeweyWest_prewhite1`, automaticBandwidth(design, fit));
      // An older rule of thumb that nothing here uses.
      ledger.leavesOut(`${name}/nw_lag_rule/floor_0.75n_1_3`);
    });

    it(`${name}: combinations of coefficients`, () => {
      for (const [combined, weights] of Object.entries(COMBINATIONS)) {
        for (const [kind, of] of [
          ['ols', classical(fit)],
          ['nw2', neweyWest(design, fit, { lag: 2 })],
        ] as const) {
          const own = combination(of, [...weights, ...terms.slice(4).map(() => 0)], { method: '' });
          const place = `${name}/lincom/${combined}/${kind}`;
          ledger.holds(`${place}/est`, own.estimate);
          ledger.holds(`${place}/se`, own.se);
          ledger.holds(`${place}/lo`, own.lower);
          ledger.holds(`${place}/hi`, own.upper);
          ledger.holds(`${place}/p`, own.p);
        }
      }
    });

    it(`${name}: the last quarter without the change`, () => {
      const last = design.at(-1) ?? [];
      const without = dot(
        last.map((value, j) => (j === 2 || j === 3 ? 0 : value)),
        fit.coefficients,
      );
      const fitted = fit.fitted.at(-1) ?? Number.NaN;
      ledger.holds(`${name}/counterfactual_last`, without);
      ledger.holds(`${name}/fitted_last`, fitted);
      ledger.holds(`${name}/rel_effect_last_pct`, 100 * (fitted / without - 1));
    });
  }

  it('leaves no number out', () => {
    expect(ledger.open).toEqual([]);
  });
});
