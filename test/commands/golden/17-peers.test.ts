import { describe, expect, it } from 'vitest';
import { golden } from '../../support/golden.ts';
import { Ledger } from '../../support/ledger.ts';
import { CHANGE, type Json, leavesNoneOut, PEERS, resultOf } from './support.ts';

const ARGS = ['evaluate', PEERS, '--practice', 'P01', '--comparator', 'rest', '--quarters', 'calendar', ...CHANGE];

describe('golden 17: the practice among its peers, by the command line', () => {
  const expected = golden('17-peer-permutation');
  const ledger = new Ledger(expected, { relative: 1e-8 });
  const { placebo } = resultOf(ARGS);
  // The case takes its slopes after the change from quarters 17 to 31, all else from 1 to 32.
  const shorter = resultOf([...ARGS, '--to', '2017Q4']).placebo;
  const test = (from: Json, statistic: string): Json => from.tests.find((one: Json) => one.statistic === statistic);

  it('fits every practice against the others pooled', () => {
    for (const [i, { practice }] of expected.all.entries()) {
      const fit = placebo.fits.find(({ area }: Json) => area === practice);
      const later = shorter.fits.find(({ area }: Json) => area === practice);
      for (const place of [`all/${i}`, ...(i === 0 ? ['treated'] : [])]) {
        ledger.holds(`${place}/log_ror`, fit.logRatioOfRatios);
        ledger.holds(`${place}/se`, fit.ratioError);
        ledger.holds(`${place}/z`, fit.logRatioOfRatios / fit.ratioError);
        ledger.holds(`${place}/slope_logratio`, later.slopeAfter);
        ledger.holds(`${place}/level`, fit.level);
        ledger.holds(`${place}/tpost`, fit.slope);
        ledger.holds(`${place}/se_tpost`, fit.se);
        ledger.holds(`${place}/phi`, fit.dispersion);
        ledger.holds(`${place}/effect_last`, fit.effectAtEnd);
      }
      ledger.holds(`all/${i}/t_tpost`, fit.studentised);
    }
    expect(placebo.fits[0].area).toBe(expected.treated.practice);
  });

  it('ranks the practice, in both directions and by falls alone', () => {
    ledger.holds('n', placebo.areas);
    ledger.holds('min_possible_p', placebo.smallestPossibleP);
    expect(placebo).toMatchObject({ statistic: 'studentised-slope', rank: 2 });
    ledger.holds('p_two_sided/studentised_tpost', placebo.p);
    for (const [name, from, statistic] of [
      ['log_ror', placebo, 'ratio-of-ratios'],
      ['slope', shorter, 'slope-after'],
      ['tpost', placebo, 'slope'],
    ] as const) {
      const { p, lowerTail } = test(from, statistic);
      ledger.holds(`p_two_sided/${name}`, p);
      ledger.holds(`p_lower_tail/${name}`, lowerTail.p);
      if (name !== 'tpost') ledger.holds(`rank_lower/${name}`, lowerTail.rank);
    }
    ledger.holds('p_two_sided/effect_last', test(placebo, 'effect-at-end').p);
    for (const { p, pWithoutPractice } of placebo.tests) {
      expect(p).toBeGreaterThanOrEqual(placebo.smallestPossibleP);
      expect(pWithoutPractice).toBeGreaterThanOrEqual(placebo.smallestPossibleP);
    }
  });

  it('allows for how much ratios vary among peers', () => {
    const { phi, tau2, winsorLimits, ratioOfRatios } = placebo.overdispersion;
    ledger.holds('overdispersion/phi', phi);
    ledger.holds('overdispersion/tau2', tau2);
    ledger.holdsAll('overdispersion/winsor_limits', winsorLimits);
    ledger.holds('overdispersion/se_adj', ratioOfRatios.se);
    ledger.holds('overdispersion/z_adj', Math.log(ratioOfRatios.estimate) / ratioOfRatios.se);
    ledger.holds('overdispersion/p_adj', ratioOfRatios.p);
    ledger.holds('overdispersion/lo', ratioOfRatios.lower);
    ledger.holds('overdispersion/hi', ratioOfRatios.upper);
  });

  it('leaves no number out', () => {
    leavesNoneOut(ledger);
  });
});
