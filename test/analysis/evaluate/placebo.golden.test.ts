import { describe, expect, it } from 'vitest';
import { against, peerSet } from '../../../src/analysis/evaluate/peers.ts';
import { placeboTest } from '../../../src/analysis/evaluate/placebo.ts';
import { pairedQuarters, quartersOf, type Timeline } from '../../../src/analysis/evaluate/quarters.ts';
import { slopeDifference } from '../../../src/analysis/evaluate/slope-difference.ts';
import type { MeasuredArea } from '../../../src/analysis/pair.ts';
import { listSizeOf, seriesOf } from '../../../src/analysis/totals.ts';
import { area } from '../../support/areas.ts';
import { expectClose, golden, numbers, simulated } from '../../support/golden.ts';
import { FIRST, quarterAt } from './support.ts';

const TOLERANCE = 1e-8;
const rows = simulated('peers');
const timeline = {
  first: FIRST.index,
  last: quarterAt(32).index,
  intervention: quarterAt(17).index,
  second: null,
  washout: null,
} satisfies Timeline;

const areas: readonly MeasuredArea[] = [...new Set(rows.map(({ practice }) => practice ?? ''))].map((name) => {
  const own = rows.filter(({ practice }) => practice === name);
  const data = area(name, FIRST, { admissions: numbers(own, 'admissions'), list_size: numbers(own, 'list_size') });
  return { name, series: seriesOf(data, 'admissions') as never, listSize: listSizeOf(data) };
});

const [practice, ...others] = areas as readonly [MeasuredArea, ...MeasuredArea[]];
const set = peerSet(practice, quartersOf(practice, timeline), others, timeline);
if (!set) throw new Error('no peers');

describe('placebo among peers (golden 17)', () => {
  const expected = golden('17-peer-permutation');
  const placebo = placeboTest(set, timeline);
  const test = (statistic: string) => placebo?.tests.find((one) => one.statistic === statistic);

  it('fits every practice as R does', () => {
    for (const one of expected.all) {
      const fit = placebo?.fits.find((own) => own.area === one.practice);
      expectClose(fit?.level, one.level, TOLERANCE, one.se_tpost);
      expectClose(fit?.slope, one.tpost, 1e-7, one.se_tpost);
      expectClose(fit?.se, one.se_tpost, 1e-6);
      expectClose(fit?.dispersion, one.phi, 1e-6);
      expectClose(fit?.effectAtEnd, one.effect_last, 1e-7, one.se_tpost);
      expectClose(fit?.logRatioOfRatios, one.log_ror, TOLERANCE);
      expectClose(fit?.ratioError, one.se, TOLERANCE);
    }
  });

  it('ranks the practice by every statistic', () => {
    expect(placebo?.areas).toBe(expected.n);
    expectClose(placebo?.smallestPossibleP, expected.min_possible_p, TOLERANCE);
    expect(placebo?.statistic).toBe('studentised-slope');
    const { p_two_sided: p } = expected;
    expectClose(placebo?.p, p.studentised_tpost, TOLERANCE);
    expectClose(test('slope')?.p, p.tpost, TOLERANCE);
    expectClose(test('effect-at-end')?.p, p.effect_last, TOLERANCE);
    expectClose(test('ratio-of-ratios')?.p, p.log_ror, TOLERANCE);
  });

  it('ranks by the slope of the difference series too, by hand', () => {
    const slopes = [set.practice, ...set.peers].map((one) => {
      const window = against(set, one).filter(({ time }) => time >= 17 && time <= 31);
      return slopeDifference(window)?.logRates?.estimate ?? Number.NaN;
    });
    expectClose(slopes[0], expected.treated.slope_logratio, TOLERANCE);
    const further = slopes.filter((slope) => Math.abs(slope) >= Math.abs(slopes[0] ?? 0)).length;
    expectClose(further / slopes.length, expected.p_two_sided.slope, TOLERANCE);
  });

  it('allows for how much ratios vary among peers', () => {
    const { overdispersion } = expected;
    expectClose(placebo?.overdispersion?.phi, overdispersion.phi, TOLERANCE);
    expectClose(placebo?.overdispersion?.tau2, overdispersion.tau2, TOLERANCE);
    expectClose(placebo?.overdispersion?.ratioOfRatios.se, overdispersion.se_adj, TOLERANCE);
    expectClose(placebo?.overdispersion?.ratioOfRatios.lower, overdispersion.lo, TOLERANCE);
    expectClose(placebo?.overdispersion?.ratioOfRatios.upper, overdispersion.hi, TOLERANCE);
    expectClose(placebo?.overdispersion?.ratioOfRatios.p, overdispersion.p_adj, 1e-6);
    expectClose(placebo?.overdispersion?.winsorLimits[0], overdispersion.winsor_limits[0], TOLERANCE);
  });

  it('names the practices of another size, and never gives a P below the smallest possible', () => {
    expect(placebo?.excluded.every(({ reason }) => reason === 'list-size')).toBe(true);
    expect((placebo?.excluded.length ?? 0) + (placebo?.similarSize?.areas ?? 0)).toBe(60);
    for (const { p } of placebo?.tests ?? []) expect(p).toBeGreaterThanOrEqual(1 / 60);
  });
});

describe('the set of peers', () => {
  it('leaves out and names a peer that lacks a quarter of the practice’s', () => {
    const short: MeasuredArea = {
      ...(others[0] as MeasuredArea),
      series: { ...(others[0] as MeasuredArea).series, values: rows.slice(0, 20).map(() => 100) },
    };
    const lessened = peerSet(practice, quartersOf(practice, timeline), [short, others[1] as MeasuredArea], timeline);
    expect(lessened?.excluded).toEqual([{ area: short.name, reason: 'incomplete' }]);
    expect(lessened?.peers).toHaveLength(1);
  });

  it('pools all but the one that is looked at', () => {
    const mine = quartersOf(practice, timeline);
    const rest = against(set, set.practice);
    const first = others.reduce((sum, one) => sum + (quartersOf(one, timeline)[0]?.events ?? 0), 0);
    expect(rest[0]?.others).toBe(first);
    expect(pairedQuarters(mine, mine)[0]?.others).toBe(mine[0]?.events);
  });
});
