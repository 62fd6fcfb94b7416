import { describe, expect, it } from 'vitest';
import { linearTrend } from '../../src/analysis/quarters/trend.ts';
import { classical } from '../../src/statistics/linear/combination.ts';
import { durbinWatson } from '../../src/statistics/linear/durbin-watson.ts';
import { goodnessOfFit } from '../../src/statistics/linear/goodness.ts';
import { leastSquares } from '../../src/statistics/linear/least-squares.ts';
import { golden, numbers, simulated } from '../support/golden.ts';
import { Ledger } from '../support/ledger.ts';
import { ratesOf } from './practice.ts';

describe('golden 04: linear trend per quarter', () => {
  const expected = golden('04-linear-trend');
  const ledger = new Ledger(expected, { relative: 1e-8 });

  for (const [i, { area, outcome, from, to }] of expected.entries()) {
    const table = simulated('two_area').filter(
      (row) => row.area === area && Number(row.t) >= from && Number(row.t) <= to,
    );
    const times = numbers(table, 't');
    const y = outcome === 'rate' ? ratesOf(table) : numbers(table, 'admissions');

    it(`${area}, ${outcome}, quarters ${from} to ${to}: least squares`, () => {
      const fit = leastSquares(
        times.map((t) => [1, t]),
        y,
      );
      const { sigma, rSquared } = goodnessOfFit(fit, y);
      ledger.holdsCoefficients(`${i}/coef`, classical(fit), ['intercept', 't']);
      ledger.holds(`${i}/sigma`, sigma);
      ledger.holds(`${i}/r2`, rSquared);
      ledger.holds(`${i}/df`, fit.df);
      ledger.holds(`${i}/dw`, durbinWatson(fit.residuals));
      ledger.holds(`${i}/mean_y`, y.reduce((sum, value) => sum + value, 0) / y.length);
    });

    it(`${area}, ${outcome}, quarters ${from} to ${to}: the trend as compare and evaluate give it`, () => {
      const trend = linearTrend(times.map((t, j) => ({ period: `t${t}`, index: t, value: y[j] ?? null })));
      ledger.holds(`${i}/n`, trend?.n);
      ledger.holds(`${i}/from`, Number(trend?.from.slice(1)));
      ledger.holds(`${i}/to`, Number(trend?.to.slice(1)));
      ledger.holds(`${i}/df`, trend?.slope.df);
      ledger.holds(`${i}/coef/t/estimate`, trend?.slope.estimate);
      ledger.holds(`${i}/coef/t/se`, trend?.slope.se);
      ledger.holds(`${i}/coef/t/p`, trend?.slope.p);
      ledger.holds(`${i}/coef/t/lo`, trend?.slope.lower);
      ledger.holds(`${i}/coef/t/hi`, trend?.slope.upper);
      ledger.holds(`${i}/slope_pct_of_first_fitted`, trend?.percentPerQuarter);
      const fitted = ledger.of(`${i}/coef/intercept/estimate`) + from * ledger.of(`${i}/coef/t/estimate`);
      expect(Math.abs((trend?.fitted.first ?? 0) - fitted)).toBeLessThan(1e-8 * fitted);
      const change = ledger.of(`${i}/slope_pct_of_first_fitted`) * (to - from);
      expect(Math.abs((trend?.fitted.percentChange ?? 0) - change)).toBeLessThan(1e-8 * Math.abs(change));
      ledger.holds(`${i}/dw`, trend?.durbinWatson);
    });
  }

  it('leaves no number out', () => {
    expect(ledger.open).toEqual([]);
  });
});
