import { expect, it } from 'vitest';
import { classical, combination } from '../../src/statistics/linear/combination.ts';
import { breuschGodfrey } from '../../src/statistics/linear/diagnostics.ts';
import { durbinWatson } from '../../src/statistics/linear/durbin-watson.ts';
import { leastSquares } from '../../src/statistics/linear/least-squares.ts';
import { neweyWest } from '../../src/statistics/linear/sandwich.ts';
import { sharedGolden } from '../support/golden.ts';
import { Ledger } from '../support/ledger.ts';
import { describeShared } from '../support/shared.ts';
import { proposition99 } from './proposition-99.ts';

const CASE = '07-prop99-its';

describeShared('golden 07: Proposition 99, Newey-West as in Stata', `golden/${CASE}`, (path) => {
  const ledger = new Ledger(sharedGolden(CASE), { relative: 1e-8 });
  const { years, design, terms, own, others } = proposition99(`${path}/data.csv`);

  it('California by itself', () => {
    const fit = leastSquares(design, own);
    ledger.holds('single/n', own.length);
    ledger.holds('single/df', fit.df);
    ledger.holds('single/rss', fit.rss);
    ledger.holdsCoefficients('single/ols', classical(fit), terms);
    ledger.holdsCoefficients('single/nw_lag0', neweyWest(design, fit, { lag: 0 }), terms);
    ledger.holdsCoefficients('single/nw_lag1', neweyWest(design, fit, { lag: 1 }), terms);
    const trend = combination(neweyWest(design, fit, { lag: 1 }), [0, 1, 0, 1], { method: '' });
    ledger.holds('single/posttrend_nw1/est', trend.estimate);
    ledger.holds('single/posttrend_nw1/se', trend.se);
    ledger.holds('single/posttrend_nw1/t', (trend.estimate ?? Number.NaN) / (trend.se ?? Number.NaN));
    ledger.holds('single/posttrend_nw1/p', trend.p);
    ledger.holds('single/posttrend_nw1/lo', trend.lower);
    ledger.holds('single/posttrend_nw1/hi', trend.upper);
    ledger.holds('single/dw', durbinWatson(fit.residuals));
    const test = breuschGodfrey(design, fit.residuals, 1);
    ledger.holds('single/bg1/chi2', test?.statistic);
    ledger.holds('single/bg1/p', test?.p);
  });

  it('beside the mean of the other states', () => {
    years.forEach((year, i) => {
      ledger.holds(`controlled/control_mean/${i}/year`, year);
      ledger.holds(`controlled/control_mean/${i}/cigsale`, others[i]);
    });
    const difference = own.map((value, i) => value - (others[i] ?? Number.NaN));
    const fit = leastSquares(design, difference);
    ledger.holdsCoefficients('controlled/diff_ols', classical(fit), terms);
    ledger.holdsCoefficients('controlled/diff_nw1', neweyWest(design, fit, { lag: 1 }), terms);
    const stacked = [1, 0].flatMap((z) =>
      design.map(([one = 1, ...rest]) => [one, z, ...rest, ...rest.map((value) => z * value)]),
    );
    ledger.holdsCoefficients('controlled/stacked_ols', classical(leastSquares(stacked, [...own, ...others])), [
      '(Intercept)',
      'z',
      't0',
      'post',
      'tpost',
      'z:t0',
      'z:post',
      'z:tpost',
    ]);
  });

  it('leaves no number out', () => {
    expect(ledger.open).toEqual([]);
  });
});
