import { describe, expect, it } from 'vitest';
import type { Alternative } from '../../src/analysis/evaluate/result.ts';
import { fitShare } from '../../src/statistics/glm/conditional.ts';
import { POISSON } from '../../src/statistics/glm/family.ts';
import { fitGlm } from '../../src/statistics/glm/fit.ts';
import { likelihood, pearsonDispersion, quasi } from '../../src/statistics/glm/inference.ts';
import { classical, coefficient, combination } from '../../src/statistics/linear/combination.ts';
import { durbinWatson } from '../../src/statistics/linear/durbin-watson.ts';
import { expectedDifference, expectedTotal } from '../../src/statistics/linear/expected.ts';
import { leastSquares } from '../../src/statistics/linear/least-squares.ts';
import type { Matrix } from '../../src/statistics/linear/matrix.ts';
import { neweyWest } from '../../src/statistics/linear/sandwich.ts';
import { simulatedEvaluation } from '../analysis/evaluate/support.ts';
import { segments, withSeasons } from '../support/design.ts';
import { golden, numbers, simulated } from '../support/golden.ts';
import { Ledger } from '../support/ledger.ts';

const ledger = new Ledger(golden('15-controlled-its'), { relative: 1e-7 });
const both = simulated('two_area');
const practice = both.filter(({ area }) => area === 'practice');
const county = both.filter(({ area }) => area === 'county');
const ratesOf = (table: typeof both) => {
  const people = numbers(table, 'list_size');
  return numbers(table, 'admissions').map((count, i) => (1000 * count) / (people[i] ?? Number.NaN));
};
const minus = (a: readonly number[], b: readonly number[]) => a.map((value, i) => value - (b[i] ?? Number.NaN));
const logRatio = minus(ratesOf(practice).map(Math.log), ratesOf(county).map(Math.log));
const SEGMENTS = ['(Intercept)', 't', 'post', 'tpost'];
const SEASONS = ['factor(fq)2', 'factor(fq)3', 'factor(fq)4'];
const DIFFERENCE = ['z', 'z:t', 'z:post', 'z:tpost'];

const { controlled } = simulatedEvaluation({ lag: 2 }).result;

function alternative(model: string): Alternative {
  const found = controlled?.alternatives.find((one) => one.model === model);
  if (!found) throw new Error(`no ${model}`);
  return found;
}

/** Terms of a controlled model of evaluate, by R's names. */
function holdsTerms(name: string, { terms }: Pick<Alternative, 'terms'>, names: readonly string[]): void {
  [terms.intercept, terms.time, terms.level, terms.slope].forEach((term, j) => {
    ledger.holds(`${name}/${names[j]}/estimate`, term?.estimate);
    ledger.holds(`${name}/${names[j]}/se`, term?.se);
    ledger.holds(`${name}/${names[j]}/p`, term?.p);
    ledger.holds(`${name}/${names[j]}/lo`, term?.lower);
    ledger.holds(`${name}/${names[j]}/hi`, term?.upper);
  });
}

/** Newey and West's standard errors at lag 2, by R's names in the order of the columns. */
function holdsRobust(name: string, { robustErrors }: Alternative, names: readonly string[], ending = ''): void {
  const errors = Object.values(robustErrors[0]?.se ?? {});
  expect(errors).toHaveLength(names.length);
  errors.forEach((se, j) => {
    ledger.holds(`${name}/${names[j]}${ending}`, se);
  });
}

describe('golden 15 A: both areas stacked', () => {
  it.each([
    ['A_rate', 'stacked-ols', false, false],
    ['A_lograte', 'stacked-ols-log', true, false],
    ['A_lograte_season', 'stacked-ols-log-seasons', true, true],
  ] as const)('%s', (name, model, log, seasons) => {
    const common = segments(both);
    const seasonal = seasons ? withSeasons(common, both) : common;
    const terms = [...SEGMENTS, ...(seasons ? SEASONS : []), ...DIFFERENCE];
    const design = seasonal.map((row, i) => [
      ...row,
      ...(common[i] ?? []).map((value) => (both[i]?.area === 'practice' ? value : 0)),
    ]);
    const fit = leastSquares(design, log ? ratesOf(both).map(Math.log) : ratesOf(both));
    ledger.holdsCoefficients(`${name}/coef`, classical(fit), terms);
    ledger.holds(`${name}/df`, fit.df);
    ledger.holds(`${name}/sigma`, Math.sqrt(fit.rss / fit.df));
    // The areas far apart in time, so that no lag joins them.
    const times = both.map(({ area, t }) => Number(t) + (area === both[0]?.area ? 0 : 1000));
    const robust = neweyWest(design, fit, { lag: 2, times });
    terms.forEach((term, j) => {
      ledger.holds(`${name}/nw_within_area_lag2/${term}`, coefficient(robust, j, { method: '' }).se);
    });
    const own = alternative(model);
    holdsTerms(`${name}/coef`, own, DIFFERENCE);
    holdsRobust(`${name}/nw_within_area_lag2`, own, [...DIFFERENCE, ...SEGMENTS, ...(seasons ? SEASONS : [])]);
    ledger.holds(`${name}/df`, own.df);
  });
});

describe('golden 15 C: the difference series', () => {
  it.each([
    ['C_logratio', logRatio, false],
    ['C_logratio_season', logRatio, true],
    ['C_ratediff', minus(ratesOf(practice), ratesOf(county)), false],
  ] as const)('%s', (name, y, seasons) => {
    const design: Matrix = seasons ? withSeasons(segments(practice), practice) : segments(practice);
    const fit = leastSquares(design, y);
    const terms = [...SEGMENTS, ...(seasons ? SEASONS : [])];
    ledger.holdsCoefficients(`${name}/ols`, classical(fit), terms);
    ledger.holdsCoefficients(`${name}/nw2`, neweyWest(design, fit, { lag: 2 }), terms);
    ledger.holds(`${name}/dw`, durbinWatson(fit.residuals));
    ledger.holds(`${name}/sigma`, Math.sqrt(fit.rss / fit.df));
  });

  it.each([
    ['C_logratio/ols', 'difference-series-ols'],
    ['C_logratio/nw2', 'difference-series-newey-west'],
    ['C_logratio_season/ols', 'difference-series-ols-seasons'],
    ['C_ratediff/ols', 'rate-difference-ols'],
  ])('%s as evaluate gives it', (name, model) => {
    const own = alternative(model);
    const [block = ''] = name.split('/');
    holdsTerms(name, own, SEGMENTS);
    if (model === 'difference-series-newey-west') return;
    holdsRobust(`${block}/nw2`, own, own.seasons ? [...SEGMENTS, ...SEASONS] : SEGMENTS, '/se');
    Object.values(own.seasonTerms ?? {}).forEach((term, j) => {
      ledger.holds(`${name}/${SEASONS[j]}/estimate`, term.estimate);
      ledger.holds(`${name}/${SEASONS[j]}/se`, term.se);
    });
    ledger.holds(`${block}/sigma`, own.sigma);
    ledger.holds(`${block}/dw`, own.durbinWatson);
  });

  it('by REML stays near least squares where there is little autocorrelation', () => {
    const reml = alternative('difference-series-reml-ar1');
    const ols = alternative('difference-series-ols');
    const apart = Math.abs((reml.terms.slope?.estimate ?? 0) - (ols.terms.slope?.estimate ?? 0));
    expect(Math.abs(reml.rho ?? 1)).toBeLessThan(0.4);
    expect(apart).toBeLessThan(ols.terms.slope?.se ?? 0);
  });
});

const exposures = (table: typeof both) => {
  const people = numbers(table, 'list_size');
  return numbers(table, 'admissions').map((events, i) => ({ events, time: people[i] ?? Number.NaN }));
};
const [own, other] = [exposures(practice), exposures(county)];
/** What the practice would have at the county's rate. */
const atCountyRate = own.map(({ time }, i) => (time * (other[i]?.events ?? 0)) / (other[i]?.time ?? 1));

describe('golden 15 D: the primary model, conditional quasi-binomial', () => {
  const D = 'D_conditional_binomial';

  it('from its parts', () => {
    const fit = fitShare(segments(practice), own, other);
    const of = quasi(fit);
    ledger.holds(`${D}/phi`, pearsonDispersion(fit).raw);
    ledger.holds(`${D}/phi_used`, pearsonDispersion(fit).used);
    ledger.holds(`${D}/df`, fit.df);
    ledger.holds(`${D}/deviance`, fit.deviance);
    ledger.holdsCoefficients(`${D}/coef_quasi`, of, SEGMENTS);
    SEGMENTS.forEach((term, j) => {
      ledger.holds(`${D}/se_phi1/${term}`, coefficient(likelihood(fit), j, { method: '' }).se);
    });
    const end = combination(of, [0, 0, 1, 15], { method: '', scale: 'log' });
    ledger.holds(`${D}/irr_last/log`, Math.log(end.estimate ?? Number.NaN));
    ledger.holds(`${D}/irr_last/se`, end.se);
    ledger.holds(`${D}/irr_last/irr`, end.estimate);
    ledger.holds(`${D}/irr_last/lo`, end.lower);
    ledger.holds(`${D}/irr_last/hi`, end.upper);
    const after = segments(practice).slice(16);
    const without = after.map(([one = 1, t = 0]) => [one, t, 0, 0]);
    const base = atCountyRate.slice(16);
    const expectedCount = expectedTotal(of, without, base, { method: '' }).estimate ?? Number.NaN;
    const avoided = expectedDifference(of, without, after, base, { method: '' });
    ledger.holds(`${D}/avoided/expected`, expectedCount);
    ledger.holds(
      `${D}/avoided/observed`,
      own.slice(16).reduce((sum, { events }) => sum + events, 0),
    );
    ledger.holds(`${D}/avoided/avoided_model`, avoided.estimate);
    ledger.holds(`${D}/avoided/se`, avoided.se);
    ledger.holds(`${D}/avoided/lo`, avoided.lower);
    ledger.holds(`${D}/avoided/hi`, avoided.upper);
    ledger.holds(`${D}/avoided/pct`, (100 * (avoided.estimate ?? Number.NaN)) / expectedCount);
  });

  it('as evaluate gives it', () => {
    const primary = controlled?.primary;
    if (!primary) throw new Error('no primary model');
    holdsTerms(`${D}/coef_quasi`, primary, SEGMENTS);
    expect(primary.terms.slope.estimate).toBeCloseTo(-0.01501099399366, 12);
    expect(primary.terms.slope.se).toBeCloseTo(0.00316184195152289, 12);
    ledger.holds(`${D}/phi`, primary.dispersion.raw);
    ledger.holds(`${D}/phi_used`, primary.dispersion.used);
    ledger.holds(`${D}/df`, primary.df);
    const { effectAtEnd, avoided } = primary;
    ledger.holds(`${D}/irr_last/se`, effectAtEnd.se);
    ledger.holds(`${D}/irr_last/irr`, effectAtEnd.estimate);
    ledger.holds(`${D}/irr_last/lo`, effectAtEnd.lower);
    ledger.holds(`${D}/irr_last/hi`, effectAtEnd.upper);
    ledger.holds(`${D}/avoided/expected`, primary.expected);
    ledger.holds(`${D}/avoided/observed`, primary.observed);
    ledger.holds(`${D}/avoided/avoided_model`, avoided.estimate);
    ledger.holds(`${D}/avoided/se`, avoided.se);
    ledger.holds(`${D}/avoided/lo`, avoided.lower);
    ledger.holds(`${D}/avoided/hi`, avoided.upper);
    ledger.holds(`${D}/avoided/pct`, primary.avoidedPercent);
  });
});

describe('golden 15 E: the county’s rate as offset', () => {
  const E = 'E_control_offset_quasipoisson';

  it('at the dispersion as it was estimated, and as evaluate gives it: not below 1', () => {
    const fit = fitGlm(segments(practice), numbers(practice, 'admissions'), POISSON, {
      offset: atCountyRate.map(Math.log),
    });
    ledger.holds(`${E}/phi`, pearsonDispersion(fit).raw);
    ledger.holdsCoefficients(`${E}/coef`, quasi(fit, pearsonDispersion(fit, 0).used), SEGMENTS);
    const { terms, dispersion } = alternative('comparator-as-offset');
    ledger.holds(`${E}/phi`, dispersion?.raw);
    expect(dispersion?.used).toBe(1);
    [terms.intercept, terms.time, terms.level, terms.slope].forEach((term, j) => {
      ledger.holds(`${E}/coef/${SEGMENTS[j]}/estimate`, term?.estimate);
      ledger.holds(`${E}/coef/${SEGMENTS[j]}/se`, (term?.se ?? Number.NaN) * Math.sqrt(ledger.of(`${E}/phi`)));
    });
  });
});

describe('golden 15 G: before and after, and the trend before', () => {
  const G = 'G_did_logratio_mean_shift';

  it('mean shift of the log ratio', () => {
    const design = segments(practice).map(([one = 1, , post = 0]) => [one, post]);
    const fit = leastSquares(design, logRatio);
    ledger.holds(`${G}/est`, fit.coefficients[1]);
    ledger.holds(`${G}/se_ols`, coefficient(classical(fit), 1, { method: '' }).se);
    ledger.holds(`${G}/se_nw2`, coefficient(neweyWest(design, fit, { lag: 2 }), 1, { method: '' }).se);
    ledger.holds(`${G}/df`, fit.df);
    const { terms, df, effectAtEnd, robustErrors } = alternative('difference-in-differences');
    ledger.holds(`${G}/se_nw2`, robustErrors[0]?.se.level);
    ledger.holds(`${G}/est`, terms.level.estimate);
    ledger.holds(`${G}/se_ols`, terms.level.se);
    ledger.holds(`${G}/pct`, 100 * ((effectAtEnd?.estimate ?? Number.NaN) - 1));
    ledger.holds(`${G}/df`, df);
  });

  it('slope of the log ratio before, by least squares and by the primary model', () => {
    const { preTrend, preTrendConditional } = controlled ?? {};
    ledger.holds('pretrend/est', preTrend?.estimate);
    ledger.holds('pretrend/se', preTrend?.se);
    ledger.holds('pretrend/p', preTrend?.p);
    ledger.holds('pretrend/df', preTrend?.df);
    const apart = Math.abs((preTrendConditional?.estimate ?? 0) - ledger.of('pretrend/est'));
    expect(apart).toBeLessThan(ledger.of('pretrend/se'));
  });
});

describe('golden 15', () => {
  it('leaves no number out but those of B and F, which are not offered', () => {
    ledger.leavesOut('B_gls_rate', 'F_stacked_quasipoisson');
    expect(ledger.open).toEqual([]);
  });
});
