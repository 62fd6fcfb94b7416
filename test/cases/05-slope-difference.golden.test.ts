import { describe, expect, it } from 'vitest';
import { slopeDifference } from '../../src/analysis/evaluate/trends.ts';
import { POISSON } from '../../src/statistics/glm/family.ts';
import { fitGlm } from '../../src/statistics/glm/fit.ts';
import { pearsonDispersion, quasi } from '../../src/statistics/glm/inference.ts';
import { coefficient } from '../../src/statistics/linear/combination.ts';
import { golden, numbers, simulated } from '../support/golden.ts';
import { Ledger } from '../support/ledger.ts';

const window = simulated('two_area').filter(({ t }) => Number(t) >= 17 && Number(t) <= 31);
const own = window.filter(({ area }) => area === 'practice');
const others = window.filter(({ area }) => area === 'county');
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

  const logs = analysed && { ...analysed, difference: analysed.logRates };
  for (const [name, forms] of [
    ['rate', analysed?.rates],
    ['lograte', logs],
  ] as const) {
    const { difference, welch, pooled, neweyWest } = forms ?? {};

    it(`${name}: each area's slope`, () => {
      for (const [area, slope] of [
        ['practice', forms?.practice],
        ['county', forms?.comparator],
      ] as const) {
        ledger.holds(`${name}/slope_${area}`, slope?.estimate);
        ledger.holds(`${name}/se_${area}`, slope?.se);
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
      const place = `${name}/pooled_interaction`;
      ledger.holds(`${place}/est`, pooled?.estimate);
      ledger.holds(`${place}/se`, pooled?.se);
      ledger.holds(`${place}/df`, pooled?.df);
      ledger.holds(`${place}/t`, (pooled?.estimate ?? Number.NaN) / (pooled?.se ?? Number.NaN));
      ledger.holds(`${place}/p`, pooled?.p);
    });

    it(`${name}: the difference series, least squares and Newey-West`, () => {
      const place = `${name}/difference_series`;
      ledger.holds(`${place}/est`, difference?.estimate);
      ledger.holds(`${place}/se_ols`, difference?.se);
      ledger.holds(`${place}/df`, difference?.df);
      ledger.holds(`${place}/p_ols`, difference?.p);
      ledger.holds(`${place}/lag`, analysed?.lag);
      ledger.holds(`${place}/est`, neweyWest?.estimate);
      ledger.holds(`${place}/se_nw`, neweyWest?.se);
      ledger.holds(`${place}/p_nw`, neweyWest?.p);
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
    const interaction = coefficient(quasi(fit, raw ?? Number.NaN), 3, { method: '' });
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
