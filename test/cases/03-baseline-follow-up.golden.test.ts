import { describe, expect, it } from 'vitest';
import type { Estimate } from '../../src/statistics/estimate.ts';
import { POISSON } from '../../src/statistics/glm/family.ts';
import { fitGlm } from '../../src/statistics/glm/fit.ts';
import { likelihood, pearsonDispersion, quasi } from '../../src/statistics/glm/inference.ts';
import { avoidedCountDelta, rateDifference } from '../../src/statistics/intervals/difference.ts';
import { exactRateRatio, midPRateRatio, minimumLikelihoodP } from '../../src/statistics/intervals/exact-rate-ratio.ts';
import type { BeforeAfter, Exposure } from '../../src/statistics/intervals/exposure.ts';
import { avoidedCount, rateRatio, ratioOfRatios, waldRateRatio } from '../../src/statistics/intervals/rate-ratio.ts';
import { coefficient } from '../../src/statistics/linear/combination.ts';
import { golden, numbers, simulated } from '../support/golden.ts';
import { Ledger } from '../support/ledger.ts';

const CASE = '03-baseline-followup';
const YEARS = ['2013/14', '2017/18'] as const;
const AREAS = ['practice', 'county'] as const;

const quarters = simulated('two_area').filter(({ fy }) => YEARS.some((year) => year === fy));
const total = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0);

/** Events, person-years and cost of an area in a financial year. */
function yearOf(area: string, year: string) {
  const own = quarters.filter((row) => row.area === area && row.fy === year);
  const events = total(numbers(own, 'admissions'));
  return { events, time: total(numbers(own, 'list_size')) / 4, cost: total(numbers(own, 'cost')) };
}

const years = Object.fromEntries(
  AREAS.map((area) => [area, { before: yearOf(area, YEARS[0]), after: yearOf(area, YEARS[1]) }]),
) as Readonly<Record<(typeof AREAS)[number], Record<'before' | 'after', ReturnType<typeof yearOf>>>>;
const counts = ({ before, after }: BeforeAfter): BeforeAfter => ({
  before: { events: before.events, time: 1 },
  after: { events: after.events, time: 1 },
});

describe('golden 03: baseline against follow-up', () => {
  const ledger = new Ledger(golden(CASE), { relative: 1e-8 });
  const { practice, county } = years;

  function holdsLimits(name: string, { lower, upper }: Estimate): void {
    ledger.holds(`${name}/lo`, lower);
    ledger.holds(`${name}/hi`, upper);
  }

  it('totals', () => {
    for (const area of AREAS) {
      for (const [name, year] of [
        ['baseline', years[area].before],
        ['followup', years[area].after],
      ] as const) {
        ledger.holds(`${area}/${name}/n`, year.events);
        ledger.holds(`${area}/${name}/py`, year.time);
        ledger.holds(`${area}/${name}/cost`, year.cost);
      }
    }
  });

  it('change of counts and rates', () => {
    const change = rateDifference(counts(practice).after, counts(practice).before);
    ledger.holds('abs_change/est', change.estimate);
    ledger.holds('abs_change/se', change.se);
    holdsLimits('abs_change', change);
    ledger.holds('pct_change', (100 * (change.estimate ?? Number.NaN)) / practice.before.events);
    const rates = rateDifference(practice.after, practice.before);
    ledger.holds('rate_per_1000py/baseline', (1000 * practice.before.events) / practice.before.time);
    ledger.holds('rate_per_1000py/followup', (1000 * practice.after.events) / practice.after.time);
    ledger.holds('rate_per_1000py/diff', 1000 * (rates.estimate ?? Number.NaN));
    ledger.holds('rate_per_1000py/diff_se', 1000 * (rates.se ?? Number.NaN));
  });

  const cell = (events: number, time: number): Exposure => ({ events, time });
  const ratios: Readonly<Record<string, BeforeAfter>> = {
    count_ratio_practice: counts(practice),
    rate_ratio_practice: practice,
    rate_ratio_county: county,
    'small/0': { after: cell(3, 1), before: cell(11, 1) },
    'small/1': { after: cell(12, 410), before: cell(7, 395) },
    'small/2': { after: cell(1, 100), before: cell(6, 100) },
  };
  for (const [name, { after, before }] of Object.entries(ratios)) {
    it(`${name}: Wald, exact with both P values, mid-P`, () => {
      ledger.holds(`${name}/x1`, after.events);
      ledger.holds(`${name}/T1`, after.time);
      ledger.holds(`${name}/x0`, before.events);
      ledger.holds(`${name}/T0`, before.time);
      const wald = waldRateRatio(after, before);
      ledger.holds(`${name}/rr`, wald.estimate);
      ledger.holds(`${name}/log_se`, wald.se);
      ledger.holds(`${name}/wald/z`, Math.log(wald.estimate ?? Number.NaN) / (wald.se ?? Number.NaN));
      ledger.holds(`${name}/wald/p`, wald.p);
      holdsLimits(`${name}/wald`, wald);
      const exact = exactRateRatio(after, before);
      ledger.holds(`${name}/rr`, exact.estimate);
      holdsLimits(`${name}/exact`, exact);
      ledger.holds(`${name}/exact/p_central`, exact.p);
      ledger.holds(`${name}/exact/p_minlike`, minimumLikelihoodP(after, before));
      holdsLimits(`${name}/midp`, midPRateRatio(after, before));
      const small = after.events < 10 || before.events < 10;
      expect(rateRatio(after, before)).toEqual(small ? exact : wald);
    });
  }

  it("R's own example of poisson.test, a published one", () => {
    const name = 'r_help_poisson_test';
    const first = cell(ledger.of(`${name}/x/0`), ledger.of(`${name}/T/0`));
    const second = cell(ledger.of(`${name}/x/1`), ledger.of(`${name}/T/1`));
    ledger.leavesOut(`${name}/x`, `${name}/T`);
    const exact = exactRateRatio(first, second);
    ledger.holds(`${name}/est`, exact.estimate);
    ledger.holdsAll(`${name}/ci`, [exact.lower, exact.upper]);
    ledger.holds(`${name}/p`, minimumLikelihoodP(first, second));
  });

  for (const [name, own, other] of [
    ['ror_counts', counts(practice), counts(county)],
    ['ror_rates', practice, county],
  ] as const) {
    it(`${name}: ratio of ratios, and what was avoided`, () => {
      const ratio = ratioOfRatios(own, other);
      ledger.holds(`${name}/practice_ratio`, waldRateRatio(own.after, own.before).estimate);
      ledger.holds(`${name}/county_ratio`, waldRateRatio(other.after, other.before).estimate);
      ledger.holds(`${name}/ratio_of_ratios`, ratio.estimate);
      ledger.holds(`${name}/log_se`, ratio.se);
      ledger.holds(`${name}/z`, Math.log(ratio.estimate ?? Number.NaN) / (ratio.se ?? Number.NaN));
      ledger.holds(`${name}/p`, ratio.p);
      holdsLimits(name, ratio);
      const inflated = ratioOfRatios(own, other, { dispersion: 2 });
      holdsLimits(`${name}/with_phi2`, inflated);
      ledger.holds(`${name}/with_phi2/p`, inflated.p);

      const place = `${name}/counterfactual`;
      const observed = own.after.events;
      const avoided = avoidedCount(observed, ratio);
      ledger.holds(`${place}/observed`, observed);
      ledger.holds(`${place}/expected`, observed + (avoided.estimate ?? Number.NaN));
      ledger.holds(`${place}/avoided`, avoided.estimate);
      holdsLimits(`${place}/ci_transform`, avoided);
      const delta = avoidedCountDelta(own, other);
      ledger.holds(`${place}/avoided`, delta?.estimate);
      ledger.holds(`${place}/ci_delta/se`, delta?.se);
      ledger.holds(`${place}/ci_delta/lo`, delta?.lower);
      ledger.holds(`${place}/ci_delta/hi`, delta?.upper);
      const each = practice.after.cost / observed;
      ledger.holds(`${place}/mean_cost_per_admission`, each);
      ledger.holds(`${place}/avoided_cost`, each * (avoided.estimate ?? Number.NaN));
      ledger.holds(`${place}/avoided_cost_ci_transform/lo`, each * (avoided.lower ?? Number.NaN));
      ledger.holds(`${place}/avoided_cost_ci_transform/hi`, each * (avoided.upper ?? Number.NaN));
    });
  }

  it('is the interaction of a Poisson model', () => {
    const cells = [practice, county].flatMap(({ before, after }, i) => [
      { ...before, row: [1, 1 - i, 0, 0] },
      { ...after, row: [1, 1 - i, 1, 1 - i] },
    ]);
    const fit = fitGlm(
      cells.map(({ row }) => row),
      cells.map(({ events }) => events),
      POISSON,
      { offset: cells.map(({ time }) => Math.log(time)) },
    );
    const own = coefficient(likelihood(fit), 3, { method: '' });
    ledger.holds('glm_check/est', own.estimate);
    ledger.holds('glm_check/se', own.se);
  });

  it('dispersion of the quarters of both years', () => {
    const design = quarters.map(({ area, fy, fq }) => {
      const [a, f] = [area === 'practice' ? 1 : 0, fy === YEARS[1] ? 1 : 0];
      return [1, a, f, a * f, ...['2', '3', '4'].map((season) => (fq === season ? 1 : 0))];
    });
    const offset = numbers(quarters, 'list_size').map(Math.log);
    const fit = fitGlm(design, numbers(quarters, 'admissions'), POISSON, { offset });
    const phi = pearsonDispersion(fit).raw ?? Number.NaN;
    const own = coefficient(quasi(fit, phi), 3, { method: '', scale: 'log' });
    ledger.holds('quasi_quarterly/phi', phi);
    ledger.holds('quasi_quarterly/df', fit.df);
    ledger.holds('quasi_quarterly/ror', own.estimate);
    ledger.holds('quasi_quarterly/log_se', own.se);
    ledger.holds('quasi_quarterly/t', (fit.coefficients[3] ?? Number.NaN) / (own.se ?? Number.NaN));
    ledger.holds('quasi_quarterly/p', own.p);
    holdsLimits('quasi_quarterly', own);
  });

  it('agrees with 200,000 random draws, to their own 1 %', () => {
    const { lower, upper } = avoidedCount(practice.after.events, ratioOfRatios(practice, county));
    ledger.holdsAll('mc_check/avoided_q', [lower, upper], { relative: 0.01 });
  });

  it('leaves no number out', () => {
    expect(ledger.open).toEqual([]);
  });
});
