import { describe, expect, it } from 'vitest';
import { compare } from '../../../src/analysis/compare/compare.ts';
import { isCost } from '../../../src/analysis/compare/result.ts';
import { financialYearWindow } from '../../../src/analysis/quarters/windows.ts';
import { financialQuarter } from '../../../src/data/period.ts';
import { area } from '../../support/areas.ts';
import { golden, simulated } from '../../support/golden.ts';

const expected = golden('03-baseline-followup');
const body = simulated('two_area');
const column = (name: string, of: string) => body.filter((row) => row.area === of).map((row) => Number(row[name]));
const first = financialQuarter(Number(body[0]?.fy?.slice(0, 4)), Number(body[0]?.fq));
const data = (name: string) =>
  area(name, first, {
    admissions: column('admissions', name),
    cost: column('cost', name),
    list_size: column('list_size', name),
  });

const close = (actual: number | null | undefined, wanted: number) =>
  expect(Math.abs((actual ?? Number.NaN) - wanted) / Math.abs(wanted)).toBeLessThan(1e-8);

// R, golden case 03: simulated data, baseline 2013/14, follow-up 2017/18.
describe('compare against R (golden 03)', () => {
  const { result } = compare(data('practice'), data('county'), {
    baseline: financialYearWindow(2013),
    followUp: financialYearWindow(2017),
    likeForLike: false,
    from: null,
    to: null,
    intervention: null,
    deflator: null,
    priceYear: null,
  });
  const admissions = result.measures[0];
  if (!admissions || isCost(admissions)) throw new Error('no admissions');
  const { practice, comparator, relative, counterfactual } = admissions;

  it('gives counts, rates and changes', () => {
    expect([practice.baseline, practice.followUp]).toEqual([
      expected.practice.baseline.n,
      expected.practice.followup.n,
    ]);
    expect(practice.change).toBe(expected.abs_change.est);
    close(practice.changeInterval?.se, expected.abs_change.se);
    close(practice.changeInterval?.lower, expected.abs_change.lo);
    close(practice.changeInterval?.upper, expected.abs_change.hi);
    close(practice.percentChange, expected.pct_change);
    close(practice.rateDifference?.estimate, expected.rate_per_1000py.diff);
    close(practice.rateDifference?.se, expected.rate_per_1000py.diff_se);
    close(practice.ratePer1000?.baseline, expected.rate_per_1000py.baseline);
    close(practice.ratePer1000?.followUp, expected.rate_per_1000py.followup);
  });

  it('gives Wald rate ratios', () => {
    for (const [ratio, wanted] of [
      [practice.rateRatio, expected.rate_ratio_practice],
      [comparator?.rateRatio, expected.rate_ratio_county],
    ] as const) {
      close(ratio?.estimate, wanted.rr);
      close(ratio?.se, wanted.log_se);
      close(ratio?.lower, wanted.wald.lo);
      close(ratio?.upper, wanted.wald.hi);
      close(ratio?.p, wanted.wald.p);
    }
  });

  it('gives the exact forms beside them', () => {
    for (const [forms, wanted] of [
      [practice.rateRatioForms, expected.rate_ratio_practice],
      [comparator?.rateRatioForms, expected.rate_ratio_county],
    ] as const) {
      close(forms?.exact.lower, wanted.exact.lo);
      close(forms?.exact.upper, wanted.exact.hi);
      close(forms?.exact.p, wanted.exact.p_central);
      close(forms?.minimumLikelihoodP, wanted.exact.p_minlike);
      close(forms?.midP.lower, wanted.midp.lo);
      close(forms?.midP.upper, wanted.midp.hi);
    }
  });

  it('gives the ratio of ratios on rates and on counts', () => {
    for (const [ratio, wanted] of [
      [relative?.ratioOfRatios, expected.ror_rates],
      [relative?.ratioOfRatiosOnCounts, expected.ror_counts],
    ] as const) {
      close(ratio?.estimate, wanted.ratio_of_ratios);
      close(ratio?.lower, wanted.lo);
      close(ratio?.upper, wanted.hi);
      close(ratio?.p, wanted.p);
    }
  });

  it('gives the counterfactual and its value', () => {
    const wanted = expected.ror_rates.counterfactual;
    close(counterfactual?.expected, wanted.expected);
    close(counterfactual?.avoided.estimate, wanted.avoided);
    close(counterfactual?.avoided.lower, wanted.ci_transform.lo);
    close(counterfactual?.avoided.upper, wanted.ci_transform.hi);
    close(counterfactual?.avoidedDelta?.estimate, wanted.avoided);
    close(counterfactual?.avoidedDelta?.se, wanted.ci_delta.se);
    close(counterfactual?.avoidedDelta?.lower, wanted.ci_delta.lo);
    close(counterfactual?.avoidedDelta?.upper, wanted.ci_delta.hi);
    expect(counterfactual?.grossValue?.basis).toBe('nominal');
    close(counterfactual?.grossValue?.meanCost, wanted.mean_cost_per_admission);
    close(counterfactual?.grossValue?.value.estimate, wanted.avoided_cost);
  });

  it('gives the stacked quasi-Poisson form, its dispersion not below 1', () => {
    const { phi, ror, log_se: se, df } = expected.quasi_quarterly;
    close(relative?.stacked?.dispersion.raw, phi);
    expect(relative?.stacked?.dispersion.used).toBe(1);
    close(relative?.stacked?.ratioOfRatios.estimate, ror);
    close(relative?.stacked?.ratioOfRatios.se, se / Math.sqrt(phi));
    expect(relative?.stacked?.ratioOfRatios.df).toBe(df);
  });

  it('gives limits at a dispersion of its own, never below 1', () => {
    expect(relative?.ratioOfRatiosDispersed?.dispersion).toBeGreaterThanOrEqual(1);
    expect(relative?.ratioOfRatiosDispersed?.df).toBe(6);
  });
});
