import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { quartersOf, type Timeline } from '../../src/analysis/evaluate/design.ts';
import { against, type Peer, peerSet } from '../../src/analysis/evaluate/peers.ts';
import { placeboTest } from '../../src/analysis/evaluate/placebo.ts';
import { slopeDifference } from '../../src/analysis/evaluate/trends.ts';
import type { MeasuredArea } from '../../src/analysis/quarters/pair.ts';
import { listSizeOf, seriesOf } from '../../src/analysis/quarters/totals.ts';
import { FIRST, quarterAt } from '../analysis/evaluate/support.ts';
import { area } from '../support/areas.ts';
import { golden, numbers, simulated } from '../support/golden.ts';
import { Ledger } from '../support/ledger.ts';

interface PracticeRow {
  readonly practice: string;
}

const CASE = '17-peer-permutation';
const expected = golden(CASE);
const ledger = new Ledger(expected, { relative: 1e-8 });
const names: readonly string[] = expected.all.map(({ practice }: PracticeRow) => practice);
const rows = simulated('peers');
const timeline = {
  first: FIRST.index,
  last: quarterAt(32).index,
  intervention: quarterAt(17).index,
  second: null,
  washout: null,
} satisfies Timeline;

const areas = names.map((name): MeasuredArea => {
  const own = rows.filter(({ practice }) => practice === name);
  const data = area(name, FIRST, { admissions: numbers(own, 'admissions'), list_size: numbers(own, 'list_size') });
  return { name, series: seriesOf(data, 'admissions') as never, listSize: listSizeOf(data) };
});
const [practice, ...others] = areas as unknown as readonly [MeasuredArea, ...MeasuredArea[]];
const set = peerSet(practice, quartersOf(practice, timeline), others, timeline);
if (!set) throw new Error('no peers');
const placebo = placeboTest(set, timeline);
if (!placebo) throw new Error('no placebo test');
const { fits } = placebo;

/** Slopes of the log ratio over quarters 17 to 31, the practice's first. */
const slopes = (less: (one: Peer) => Peer | null) =>
  [set.practice, ...set.peers].map((one) => {
    const window = against(set, one, less(one)).filter(({ time }) => time >= 17 && time <= 31);
    return slopeDifference(window)?.logRates?.estimate ?? Number.NaN;
  });
const share = (values: readonly number[], isAsExtreme: (value: number, own: number) => boolean) =>
  values.filter((value) => isAsExtreme(value, values[0] ?? Number.NaN)).length / values.length;
const twoSided = (value: number, own: number) => Math.abs(value) >= Math.abs(own);
const lower = (value: number, own: number) => value <= own;

describe('golden 17: every practice against the others pooled', () => {
  const own = slopes(() => null);

  it('fits every practice as R does', () => {
    for (const [i, name] of names.entries()) {
      const fit = fits.find((one) => one.area === name);
      for (const place of [`all/${i}`, ...(i === 0 ? ['treated'] : [])]) {
        ledger.holds(`${place}/log_ror`, fit?.logRatioOfRatios);
        ledger.holds(`${place}/se`, fit?.ratioError);
        ledger.holds(`${place}/z`, (fit?.logRatioOfRatios ?? Number.NaN) / (fit?.ratioError ?? Number.NaN));
        ledger.holds(`${place}/slope_logratio`, own[i]);
        ledger.holds(`${place}/level`, fit?.level);
        ledger.holds(`${place}/tpost`, fit?.slope);
        ledger.holds(`${place}/se_tpost`, fit?.se);
        ledger.holds(`${place}/phi`, fit?.dispersion);
        ledger.holds(`${place}/effect_last`, fit?.effectAtEnd);
      }
      ledger.holds(`all/${i}/t_tpost`, fit?.studentised);
    }
  });

  it('ranks the practice by every statistic', () => {
    ledger.holds('n', placebo.areas);
    ledger.holds('min_possible_p', placebo.smallestPossibleP);
    const p = Object.fromEntries(placebo.tests.map((one) => [one.statistic, one.p]));
    expect(placebo.statistic).toBe('studentised-slope');
    ledger.holds('p_two_sided/studentised_tpost', placebo.p);
    ledger.holds('p_two_sided/tpost', p.slope);
    ledger.holds('p_two_sided/effect_last', p['effect-at-end']);
    ledger.holds('p_two_sided/log_ror', p['ratio-of-ratios']);
    ledger.holds('p_two_sided/slope', share(own, twoSided));
  });

  it('ranks from below', () => {
    const column = (of: (fit: (typeof fits)[number]) => number | null) => fits.map((fit) => of(fit) ?? Number.NaN);
    const ratios = column((fit) => fit.logRatioOfRatios);
    ledger.holds('p_lower_tail/log_ror', share(ratios, lower));
    ledger.holds(
      'p_lower_tail/tpost',
      share(
        column((fit) => fit.slope),
        lower,
      ),
    );
    ledger.holds('p_lower_tail/slope', share(own, lower));
    ledger.holds('rank_lower/log_ror', 60 * share(ratios, lower));
    ledger.holds('rank_lower/slope', 60 * share(own, lower));
  });

  it('ranks with the practice taken out of the others’ comparator too', () => {
    const { p_two_sided: p } = JSON.parse(
      readFileSync(new URL(`../golden/${CASE}/removed.json`, import.meta.url), 'utf8'),
    );
    const without = Object.fromEntries(placebo.tests.map((one) => [one.statistic, one.pWithoutPractice]));
    expect(without['studentised-slope']).toBeCloseTo(p.studentised_tpost, 12);
    expect(without.slope).toBeCloseTo(p.tpost, 12);
    expect(without['effect-at-end']).toBeCloseTo(p.effect_last, 12);
    expect(without['ratio-of-ratios']).toBeCloseTo(p.log_ror, 12);
    const removed = slopes((one) => (one === set.practice ? null : set.practice));
    expect(share(removed, twoSided)).toBeCloseTo(p.slope, 12);
  });

  it('allows for how much ratios vary among peers', () => {
    const { overdispersion } = placebo;
    const ratio = overdispersion?.ratioOfRatios;
    ledger.holds('overdispersion/phi', overdispersion?.phi);
    ledger.holds('overdispersion/tau2', overdispersion?.tau2);
    ledger.holdsAll('overdispersion/winsor_limits', overdispersion?.winsorLimits ?? []);
    ledger.holds('overdispersion/se_adj', ratio?.se);
    ledger.holds('overdispersion/z_adj', Math.log(ratio?.estimate ?? Number.NaN) / (ratio?.se ?? Number.NaN));
    ledger.holds('overdispersion/p_adj', ratio?.p);
    ledger.holds('overdispersion/lo', ratio?.lower);
    ledger.holds('overdispersion/hi', ratio?.upper);
  });

  it('leaves no number out', () => {
    expect(ledger.open).toEqual([]);
  });
});
