import { describe, expect, it } from 'vitest';
import { evaluate } from '../../src/analysis/evaluate/evaluate.ts';
import { gammaPoisson, regressionToMean } from '../../src/statistics/shrinkage.ts';
import { FIRST, OPTIONS } from '../analysis/evaluate/support.ts';
import { area } from '../support/areas.ts';
import { golden, numbers, simulated } from '../support/golden.ts';
import { Ledger } from '../support/ledger.ts';

const CLOSED_FORM = { relative: 1e-10 };
const OPTIMISED = { relative: 1e-5 };

describe('golden 21: regression to the mean', () => {
  const expected = golden('21-regression-to-mean');
  const ledger = new Ledger(expected, CLOSED_FORM);
  const panel = simulated('peers');
  const names = [...new Set(panel.map(({ practice = '' }) => practice))];
  const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
  const years = names.map((name) =>
    panel.filter(({ practice, t }) => practice === name && Number(t) >= 13 && Number(t) <= 16),
  );
  const y = years.map((rows) => sum(numbers(rows, 'admissions')));
  const people = years.map((rows) => sum(numbers(rows, 'list_size')));
  const e = people.map((size) => (size * sum(y)) / sum(people));
  const own = gammaPoisson(y, e);

  it('how much the practices differ, and each drawn towards the rest', () => {
    ledger.holds('nu_ml', own.nu, OPTIMISED);
    ledger.holds('loglik', own.logLikelihood);
    ledger.holds('tau2_moment', own.momentVariance);
    for (const table of ['first6', 'top6_high']) {
      for (const [i, { practice, y: counted }] of expected[table].entries()) {
        const place = names.indexOf(practice);
        const [count, without] = [y[place] ?? Number.NaN, e[place] ?? Number.NaN];
        if (counted !== undefined) {
          ledger.holds(`${table}/${i}/y`, count);
          ledger.holds(`${table}/${i}/e`, without);
        }
        ledger.holds(`${table}/${i}/smr`, count / without);
        ledger.holds(`${table}/${i}/eb`, own.shrunken[place], OPTIMISED);
      }
    }
  });

  it('the closed form for a choice above a cut-off', () => {
    for (const [i, { mu, sw, sb, c }] of expected.rtm_normal.entries()) {
      ledger.leavesOut(...['mu', 'sw', 'sb', 'c'].map((name) => `rtm_normal/${i}/${name}`));
      ledger.holds(`rtm_normal/${i}/effect`, regressionToMean(mu, sw, sb, c));
    }
  });

  it('as evaluate gives it for the practice among its peers', () => {
    const areas = names.map((name) => {
      const rows = panel.filter(({ practice }) => practice === name);
      return area(name, FIRST, { admissions: numbers(rows, 'admissions'), list_size: numbers(rows, 'list_size') });
    });
    const [first, ...others] = areas;
    if (!first) throw new Error('no practice');
    const rest = area('rest', FIRST, {
      admissions: totals(others, 'admissions'),
      list_size: totals(others, 'list_size'),
    });
    const { peers } = evaluate(first, rest, { ...OPTIONS, peers: others }).result.regressionToMean ?? {};
    ledger.holds('nu_ml', peers?.nu, OPTIMISED);
    ledger.holds('tau2_moment', peers?.tau2);
    ledger.holds('first6/0/smr', peers?.ratio);
    ledger.holds('first6/0/eb', peers?.shrunken, OPTIMISED);
  });

  it('leaves no number out', () => {
    expect(ledger.open).toEqual([]);
  });
});

function totals(areas: readonly ReturnType<typeof area>[], measure: string): readonly number[] {
  const columns = areas.flatMap(({ series }) => series.filter((one) => one.measure.name === measure));
  return (columns[0]?.values ?? []).map((_, i) => columns.reduce((total, { values }) => total + (values[i] ?? 0), 0));
}
