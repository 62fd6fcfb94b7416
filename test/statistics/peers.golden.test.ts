import { describe, expect, it } from 'vitest';
import { fitShare } from '../../src/statistics/glm/conditional.ts';
import { POISSON } from '../../src/statistics/glm/family.ts';
import { fitGlm } from '../../src/statistics/glm/fit.ts';
import { pearsonDispersion, quasi } from '../../src/statistics/glm/inference.ts';
import { ratioOfRatios } from '../../src/statistics/intervals/rate-ratio.ts';
import { twoSidedP } from '../../src/statistics/intervals/wald.ts';
import { welchDifference } from '../../src/statistics/intervals/welch.ts';
import { classical, coefficient } from '../../src/statistics/linear/combination.ts';
import { leastSquares } from '../../src/statistics/linear/least-squares.ts';
import { neweyWest } from '../../src/statistics/linear/sandwich.ts';
import { overdispersion } from '../../src/statistics/overdispersion.ts';
import { sampleQuantile } from '../../src/statistics/quantile.ts';
import { gammaPoisson, regressionToMean } from '../../src/statistics/shrinkage.ts';
import { segments } from '../support/design.ts';
import { expectClose, golden, numbers, type Row, simulated } from '../support/golden.ts';

const REL = 1e-8;
const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);

describe('golden 05: difference of two slopes', () => {
  const window = simulated('two_area').filter(({ t }) => Number(t) >= 17 && Number(t) <= 31);
  const times = [...new Set(numbers(window, 't'))];
  const design = times.map((t) => [1, t]);
  const outcome = (name: string, log: boolean) => {
    const own = window.filter(({ area }) => area === name);
    const lists = numbers(own, 'list_size');
    const rates = numbers(own, 'admissions').map((count, i) => (1000 * count) / (lists[i] ?? Number.NaN));
    return log ? rates.map(Math.log) : rates;
  };
  for (const [name, log] of Object.entries({ rate: false, lograte: true })) {
    const expected = golden('05-slope-difference')[name];

    it(`${name}: Welch`, () => {
      const [practice, county] = ['practice', 'county'].map((area) => {
        const { estimate, se, df } = coefficient(classical(leastSquares(design, outcome(area, log))), 1, {
          method: 'test',
        });
        return { estimate: estimate ?? Number.NaN, se: se ?? Number.NaN, df: df ?? Number.NaN };
      });
      if (!practice || !county) throw new Error('two areas are expected');
      expectClose(practice.se, expected.se_practice, REL);
      expectClose(county.se, expected.se_county, REL);
      const own = welchDifference(practice, county, 'test');
      expectClose(own.estimate, expected.diff, REL);
      expectClose(own.se, expected.welch.se, REL);
      expectClose(own.df, expected.welch.df, REL);
      expectClose(own.p, expected.welch.p, 1e-7);
      expectClose(own.lower, expected.welch.lo, REL);
      expectClose(own.upper, expected.welch.hi, REL);
    });

    it(`${name}: difference series, least squares and Newey-West`, () => {
      const county = outcome('county', log);
      const fit = leastSquares(
        design,
        outcome('practice', log).map((value, i) => value - (county[i] ?? Number.NaN)),
      );
      const row = expected.difference_series;
      const own = coefficient(classical(fit), 1, { method: 'test' });
      expectClose(own.estimate, row.est, REL);
      expectClose(own.se, row.se_ols, REL);
      expectClose(own.p, row.p_ols, 1e-7);
      const robust = coefficient(neweyWest(design, fit), 1, { method: 'test' });
      expectClose(robust.se, row.se_nw, REL);
      expectClose(robust.p, row.p_nw, 1e-7);
    });
  }

  it('quasi-Poisson with an interaction', () => {
    const expected = golden('05-slope-difference').quasipoisson_interaction;
    const rows = window.map(({ t, area }) => {
      const own = area === 'practice' ? 1 : 0;
      return [1, Number(t), own, own * Number(t)];
    });
    const fit = fitGlm(rows, numbers(window, 'admissions'), POISSON, {
      offset: numbers(window, 'list_size').map(Math.log),
    });
    expectClose(pearsonDispersion(fit).raw, expected.phi, REL);
    const own = coefficient(quasi(fit), 3, { method: 'test' });
    expectClose(own.estimate, expected.est, REL);
    expectClose(own.se, expected.se, REL);
    expectClose(own.p, expected.p, REL);
  });
});

const panel = simulated('peers');
const practices = [...new Set(panel.map(({ practice = '' }) => practice))];
const rowsOf = (practice: string) => panel.filter((row) => row.practice === practice);
const times = [...new Set(numbers(panel, 't'))];
const totals = times.map((time) => {
  const own = panel.filter(({ t }) => Number(t) === time);
  return { events: sum(numbers(own, 'admissions')), time: sum(numbers(own, 'list_size')) };
});

describe('golden 17: every practice against the others pooled', () => {
  const expected = golden('17-peer-permutation');
  const exposures = (table: readonly Row[]) =>
    table.map((row) => ({ events: Number(row.admissions), time: Number(row.list_size) }));
  const others = (own: readonly { events: number; time: number }[]) =>
    totals.map(({ events, time }, i) => ({ events: events - (own[i]?.events ?? 0), time: time - (own[i]?.time ?? 0) }));
  const pooled = (list: readonly { events: number; time: number }[], from: number, to: number) => {
    const years = list.slice(from - 1, to);
    return { events: sum(years.map(({ events }) => events)), time: sum(years.map(({ time }) => time)) };
  };
  const beforeAfter = (list: readonly { events: number; time: number }[]) => ({
    before: pooled(list, 13, 16),
    after: pooled(list, 29, 32),
  });

  it('ratios of ratios and the share model', () => {
    practices.forEach((practice, i) => {
      const row = expected.all[i];
      const own = exposures(rowsOf(practice));
      const ratio = ratioOfRatios(beforeAfter(own), beforeAfter(others(own)));
      expectClose(Math.log(ratio.estimate ?? Number.NaN), row.log_ror, REL, 1e-2);
      expectClose(ratio.se, row.se, REL);
      const fit = fitShare(segments(rowsOf(practice)), own, others(own));
      expectClose(pearsonDispersion(fit).raw, row.phi, REL);
      expectClose(fit.coefficients[2], row.level, REL, 1e-2);
      const slope = coefficient(quasi(fit), 3, { method: 'test' });
      expectClose(slope.estimate, row.tpost, REL, 1e-2);
      expectClose(slope.se, row.se_tpost, REL);
    });
  });

  it('overdispersion of the peers', () => {
    const all: readonly { log_ror: number; se: number }[] = expected.all;
    const own = overdispersion(
      all.map((row) => row.log_ror),
      all.map((row) => row.se),
    );
    const { phi, tau2, winsor_limits: limits, p_adj: p } = expected.overdispersion;
    expectClose(own.phi, phi, REL);
    expectClose(own.tau2, tau2, REL);
    expectClose(own.limits[0], limits[0], REL);
    expectClose(own.limits[1], limits[1], REL);
    expectClose(
      twoSidedP(expected.treated.log_ror, Math.hypot(expected.treated.se, Math.sqrt(own.tau2)), null),
      p,
      1e-7,
    );
  });
});

describe('golden 21: regression to the mean', () => {
  const expected = golden('21-regression-to-mean');
  const baseline = practices.map((practice) => {
    const own = rowsOf(practice).filter(({ t }) => Number(t) >= 13 && Number(t) <= 16);
    return { practice, y: sum(numbers(own, 'admissions')), people: sum(numbers(own, 'list_size')) };
  });
  const rate = sum(baseline.map(({ y }) => y)) / sum(baseline.map(({ people }) => people));
  const y = baseline.map((each) => each.y);
  const e = baseline.map(({ people }) => people * rate);
  const own = gammaPoisson(y, e);

  it('shrinkage', () => {
    expectClose(own.nu, expected.nu_ml, 1e-5);
    expectClose(own.logLikelihood, expected.loglik, 1e-10);
    expectClose(own.momentVariance, expected.tau2_moment, 1e-10);
    for (const row of [...expected.first6, ...expected.top6_high]) {
      expectClose(own.shrunken[practices.indexOf(row.practice)], row.eb, 1e-6);
    }
  });

  it('normal form', () => {
    for (const { mu, sw, sb, c, effect } of expected.rtm_normal) {
      expectClose(regressionToMean(mu, sw, sb, c), effect, 1e-10);
    }
  });

  it('shrinks all the way where units do not differ', () => {
    const same = gammaPoisson([100, 101, 99, 100, 100], [100, 100, 100, 100, 100]);
    expect(same.nu).toBeNull();
    expect(same.momentVariance).toBe(0);
    expect(same.shrunken).toEqual([1, 1, 1, 1, 1]);
  });
});

describe('small parts', () => {
  it('quantiles between order statistics', () => {
    expect([0, 0.25, 0.5, 0.9, 1].map((p) => sampleQuantile([4, 1, 3, 2], p))).toEqual([1, 1.75, 2.5, 3.7, 4]);
  });

  it('peers that differ by chance only have no variance between them', () => {
    expect(overdispersion([0.1, -0.1, 0.05, -0.02], [0.1, 0.1, 0.1, 0.1]).tau2).toBe(0);
  });

  it('Welch without any error', () => {
    const flat = { estimate: 1, se: 0, df: 5 };
    expect(welchDifference(flat, flat, 'test')).toMatchObject({ estimate: 0, se: 0, p: 1, df: 10 });
  });
});
