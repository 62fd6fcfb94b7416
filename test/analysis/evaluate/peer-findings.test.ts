import { describe, expect, it } from 'vitest';
import { evaluate } from '../../../src/analysis/evaluate/evaluate.ts';
import { area } from '../../support/areas.ts';
import { FIRST, OPTIONS } from './support.ts';

const QUARTERS = 32;

/** Counts that are 1,000 before and change by a share a quarter from the 17th on, rounded to whole admissions. */
const turning = (share: number): readonly number[] =>
  Array.from({ length: QUARTERS }, (_, i) => Math.round(1000 * (1 + share) ** Math.max(0, i - 16)));

/** The practice falls by 1 % a quarter; `others` says how each of 23 peers moves. */
function withPeers(others: (place: number) => number) {
  const size = Array.from({ length: QUARTERS }, () => 10_000);
  const peers = Array.from({ length: 23 }, (_, i) => ({ name: `Peer ${i + 1}`, admissions: turning(others(i)) }));
  const rest = area('the rest', FIRST, {
    admissions: size.map((_, q) => peers.reduce((sum, { admissions }) => sum + (admissions[q] ?? 0), 0)),
    list_size: size.map((people) => people * peers.length),
  });
  return evaluate(area('Practice', FIRST, { admissions: turning(-0.01), list_size: size }), rest, {
    ...OPTIONS,
    peers: peers.map(({ name, admissions }) => area(name, FIRST, { admissions, list_size: size })),
  });
}

describe('a model and the peers that disagree', () => {
  it('is a caution where many peers moved further than the practice, which the model calls unlikely by chance', () => {
    const { result, findings } = withPeers((i) => (i % 2 === 0 ? 0.03 : -0.03));
    expect(result.controlled?.primary?.terms.slope.p).toBeLessThan(0.001);
    // Every one of the 23 peers moved further from the rest than the practice: rank 24 of 24, P = 1.
    expect(result.placebo).toMatchObject({ areas: 24, rank: 24, p: 1 });
    expect(findings.find(({ id }) => id === 'evaluate.placebo-disagrees')).toMatchObject({
      kind: 'caution',
      slots: { p: 1, areas: 24 },
    });
  });

  it('is not said where the practice stands apart from peers that stay where they were', () => {
    const { result, findings } = withPeers(() => 0);
    expect(result.placebo).toMatchObject({ areas: 24, rank: 1 });
    expect(result.placebo?.p).toBeCloseTo(1 / 24, 12);
    expect(findings.some(({ id }) => id === 'evaluate.placebo-disagrees')).toBe(false);
  });
});
