import { describe, expect, it } from 'vitest';
import { pairedQuarters, quartersOf, type Timeline } from '../../../src/analysis/evaluate/design.ts';
import { against, peerSet } from '../../../src/analysis/evaluate/peers.ts';
import { placeboTest } from '../../../src/analysis/evaluate/placebo.ts';
import type { MeasuredArea } from '../../../src/analysis/quarters/pair.ts';
import { listSizeOf, seriesOf } from '../../../src/analysis/quarters/totals.ts';
import { area } from '../../support/areas.ts';
import { numbers, simulated } from '../../support/golden.ts';
import { FIRST, quarterAt } from './support.ts';

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

describe('placebo among peers', () => {
  const placebo = placeboTest(set, timeline);

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
