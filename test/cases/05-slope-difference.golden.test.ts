import { describe, expect, it } from 'vitest';
import { slopeDifference } from '../../src/analysis/evaluate/slope-difference.ts';
import { POISSON } from '../../src/statistics/glm/family.ts';
import { fitGlm } from '../../src/statistics/glm/fit.ts';
import { pearsonDispersion, quasi } from '../../src/statistics/glm/inference.ts';
import { classical, coefficient } from '../../src/statistics/linear/combination.ts';
import { leastSquares } from '../../src/statistics/linear/least-squares.ts';
import { neweyWest, neweyWestLag } from '../../src/statistics/linear/sandwich.ts';
import { golden, numbers, simulated } from '../support/golden.ts';
import { Ledger } from '../support/ledger.ts';
import { ratesOf } from './practice.ts';

const METHOD = { method: '' };
const window = simulated('two_area').filter(({ t }) => Number(t) >= 17 && Number(t) <= 31);
const own = window.filter(({ area }) => area === 'practice');
const others = window.filter(({ area }) => area === 'county');
const line = numbers(own, 't').map((t) => [1, t]);
/** Both areas' rows with terms of their own for the practice. */
const stacked = [own, others].flatMap((table, i) => numbers(table, 't').map((t) => [1, t, 1 - i, (1 - i) * t]));

describe('golden 05: difference of two slopes', () => {
  const ledger = new Ledger(golden('05-slope-difference'), { relative: 1e-8 });
  const analysed = slopeDifference(
    own.map((row, i) => ({
      index: i,
      time: Number(row.t),
      season: Number(row.fq),
      events: Number(row.admissions),
      people: Number(row.list_size),
      others: Number(others[i]?.admissions),
      otherPeople: Number(others[i]?.list_size),
    })),
  );

  for (const [name, transform, difference, welch] of [
    ['rate', (rate: number) => rate, analysed?.rates?.difference, analysed?.rates?.welch],
    ['lograte', Math.log, analysed?.logRates, analysed?.welch],
  ] as const) {
    const [mine, theirs] = [ratesOf(own).map(transform), ratesOf(others).map(transform)];

    it(`${name}: each area's slope`, () => {
      for (const [area, y] of [
        ['practice', mine],
        ['county', theirs],
      ] as const) {
        const slope = coefficient(classical(leastSquares(line, y)), 1, METHOD);
        ledger.holds(`${name}/slope_${area}`, slope.estimate);
        ledger.holds(`${name}/se_${area}`, slope.se);
      }
    });

    it(`${name}: two lines, Welch`, () => {
      ledger.holds(`${name}/diff`, welch?.estimate);
      ledger.holds(`${name}/welch/se`, welch?.se);
      ledger.holds(`${name}/welch/df`, welch?.df);
      ledger.holds(`${name}/welch/t`, (welch?.estimate ?? Number.NaN) / (welch?.se ?? Number.NaN));
      ledger.holds(`${name}/welch/p`, welch?.p);
      ledger.holds(`${name}/welch/lo`, welch?.lower);
      ledger.holds(`${name}/welch/hi`, welch?.upper);
    });

    it(`${name}: one model, the interaction`, () => {
      const fit = leastSquares(stacked, [...mine, ...theirs]);
      const interaction = coefficient(classical(fit), 3, METHOD);
      const place = `${name}/pooled_interaction`;
      ledger.holds(`${place}/est`, interaction.estimate);
      ledger.holds(`${place}/se`, interaction.se);
      ledger.holds(`${place}/df`, interaction.df);
      ledger.holds(`${place}/t`, (interaction.estimate ?? Number.NaN) / (interaction.se ?? Number.NaN));
      ledger.holds(`${place}/p`, interaction.p);
    });

    it(`${name}: the difference series, least squares and Newey-West`, () => {
      const place = `${name}/difference_series`;
      ledger.holds(`${place}/est`, difference?.estimate);
      ledger.holds(`${place}/se_ols`, difference?.se);
      ledger.holds(`${place}/df`, difference?.df);
      ledger.holds(`${place}/p_ols`, difference?.p);
      const series = mine.map((value, i) => value - (theirs[i] ?? Number.NaN));
      const robust = coefficient(neweyWest(line, leastSquares(line, series)), 1, METHOD);
      ledger.holds(`${place}/lag`, neweyWestLag(series.length));
      ledger.holds(`${place}/est`, robust.estimate);
      ledger.holds(`${place}/se_nw`, robust.se);
      ledger.holds(`${place}/p_nw`, robust.p);
    });
  }

  it('lograte: percent a quarter', () => {
    ledger.holds('lograte/pct_per_quarter_relative', analysed?.percentPerQuarter);
  });

  it('counts: the interaction of a quasi-Poisson model', () => {
    const rows = [...own, ...others];
    const offset = numbers(rows, 'list_size').map(Math.log);
    const fit = fitGlm(stacked, numbers(rows, 'admissions'), POISSON, { offset });
    const { raw } = pearsonDispersion(fit);
    const interaction = coefficient(quasi(fit, raw ?? Number.NaN), 3, METHOD);
    const place = 'quasipoisson_interaction';
    ledger.holds(`${place}/est`, interaction.estimate);
    ledger.holds(`${place}/se`, interaction.se);
    ledger.holds(`${place}/phi`, raw);
    ledger.holds(`${place}/df`, interaction.df);
    ledger.holds(`${place}/p`, interaction.p);
  });

  it('leaves no number out', () => {
    expect(ledger.open).toEqual([]);
  });
});
