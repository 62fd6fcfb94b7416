import { primaryModel } from './controlled.ts';
import type { Interrupted } from './design.ts';
import { against, type PeerSet } from './peers.ts';
import { labelAt, type PairedQuarter } from './quarters.ts';
import type { LeaveOneOut, PlaceboInTime } from './result.ts';

/** Quarters needed on each side of the date that is pretended. */
const SIDE = 4;

/**
 * Placebo in time: the primary model on the quarters before the change, as if it had come in their middle. Something found there
 * was not the change. methods.md 2(f). Null with fewer than four quarters on either side.
 */
export function placeboInTime(quarters: readonly PairedQuarter[], timeline: Interrupted): PlaceboInTime | null {
  const before = quarters.filter(({ index }) => index < timeline.intervention);
  const middle = before[Math.floor(before.length / 2)];
  if (!middle || before.length < 2 * SIDE) return null;
  const last = before.at(-1)?.index ?? middle.index;
  const model = primaryModel(before, { ...timeline, last, intervention: middle.index, second: null });
  if (!model) return null;
  const { level, slope } = model.terms;
  return { intervention: labelAt(middle.index), level, slope, effectAtEnd: model.effectAtEnd, avoided: model.avoided };
}

/** The primary effect with each peer in turn taken out of the comparator: does one of them decide? Null without two peers. */
export function leaveOneOut(set: PeerSet, timeline: Interrupted): LeaveOneOut | null {
  if (set.peers.length < 2) return null;
  const rows = set.peers.flatMap((peer) => {
    const model = primaryModel(against(set, set.practice, peer), timeline);
    const effect = model?.effectAtEnd;
    return effect?.estimate == null ? [] : [{ without: peer.name, ...effect, estimate: effect.estimate }];
  });
  if (rows.length === 0) return null;
  const sorted = [...rows].sort((a, b) => a.estimate - b.estimate);
  const short = ({ without, estimate, lower, upper }: (typeof rows)[number]) => ({ without, estimate, lower, upper });
  return { lowest: short(sorted[0] as never), highest: short(sorted.at(-1) as never), rows: rows.map(short) };
}
