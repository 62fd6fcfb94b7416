import { describe, expect, it } from 'vitest';
import { golden } from '../../support/golden.ts';
import { Ledger } from '../../support/ledger.ts';
import { holdsTerm, type Json, leavesNoneOut, PAIR, reachOf, resultOf } from './support.ts';

/** Quarter t of the simulated data as the file writes it: 1 is 2010Q2. */
const quarter = (t: number): string => `${2010 + Math.floor(t / 4)}Q${(t % 4) + 1}`;

describe('golden 04: the trends of the 2018 paper, by the command line', () => {
  const expected = golden('04-linear-trend');
  const ledger = new Ledger(expected, { relative: 1e-8 });

  it.each(
    (expected as readonly Json[]).map(
      (one, i) => [`${one.area}, ${one.outcome}, ${one.from} to ${one.to}`, i] as const,
    ),
  )('%s', (_, i) => {
    const one = expected[i];
    const window = ['--from', quarter(one.from), '--to', quarter(one.to)];
    const { trends } = resultOf(['evaluate', ...PAIR, ...window]);
    const own = trends.find(({ area }: Json) => area === one.area);
    const trend = one.outcome === 'rate' ? own.rate : own;
    holdsTerm(ledger, `${i}/coef/t`, trend.slope);
    ledger.holds(`${i}/n`, trend.n);
    ledger.holds(`${i}/df`, trend.slope.df);
    ledger.holds(`${i}/sigma`, trend.sigma);
    ledger.holds(`${i}/r2`, trend.rSquared);
    ledger.holds(`${i}/mean_y`, trend.mean);
    ledger.holds(`${i}/slope_pct_of_first_fitted`, trend.percentPerQuarter);
    ledger.holds(`${i}/dw`, trend.durbinWatson);
    // The window is printed as quarters; t counts them from 2010/11 Q1.
    const [year, q] = [Number(trend.from.slice(0, 4)), Number(trend.from.at(-1))];
    ledger.holds(`${i}/from`, 4 * (year - 2010) + q);
    const [lastYear, lastQ] = [Number(trend.to.slice(0, 4)), Number(trend.to.at(-1))];
    ledger.holds(`${i}/to`, 4 * (lastYear - 2010) + lastQ);
    // The line is printed by its ends. At t = 0, quarters before any window, it follows from them.
    const middle = (one.from + one.to) / 2;
    const intercept = trend.fitted.first - trend.slope.estimate * one.from;
    const se = Math.sqrt(trend.sigma ** 2 / trend.n + (middle * trend.slope.se) ** 2);
    ledger.holds(`${i}/coef/intercept/estimate`, intercept);
    ledger.holds(`${i}/coef/intercept/se`, se);
    ledger.holds(`${i}/coef/intercept/stat`, intercept / se);
    ledger.holds(`${i}/coef/intercept/lo`, intercept - reachOf(trend.slope) * se);
    ledger.holds(`${i}/coef/intercept/hi`, intercept + reachOf(trend.slope) * se);
    ledger.leavesOut(`${i}/coef/intercept/p`);
  });

  it('gives the same trend of counts by compare', () => {
    const window = ['--from', quarter(17), '--to', quarter(31)];
    const { practice, comparator } = resultOf(['compare', ...PAIR, ...window]).measures[0];
    const { trends } = resultOf(['evaluate', ...PAIR, ...window]);
    for (const [i, one] of [practice, comparator].entries()) {
      const { area, rate: _, ...trend } = trends[i];
      expect(one.trend).toEqual(trend);
      expect(one.area).toBe(area);
    }
  });

  it('leaves no number out', () => {
    leavesNoneOut(ledger);
  });
});
