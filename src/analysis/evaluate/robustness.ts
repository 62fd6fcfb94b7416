import { tQuantile } from '../../statistics/distributions/t.ts';
import type { Estimate } from '../../statistics/estimate.ts';
import { finiteOrNull } from '../../statistics/intervals/wald.ts';
import { effectAtEnd, primaryModel, seasonalFit } from './controlled.ts';
import type { Interrupted } from './design.ts';
import { ALPHA, POWER } from './detectable.ts';
import type { LeaveOneOut, PlaceboInTime } from './peer-result.ts';
import { against, type PeerSet } from './peers.ts';
import { labelAt, type PairedQuarter } from './quarters.ts';

/** Quarters needed on each side of the date that is pretended. */
const SIDE = 4;

/**
 * Placebo in time: the primary model on the quarters before the change, as if it had come in their middle. Something found there
 * was not the change. methods.md 2(f). `withSeasons`: with indicators of the quarter of the year where the quarters before are enough.
 * Null with fewer than four quarters on either side.
 */
export function placeboInTime(
  quarters: readonly PairedQuarter[],
  timeline: Interrupted,
  withSeasons = false,
): PlaceboInTime | null {
  const before = quarters.filter(({ index }) => index < timeline.intervention);
  const middle = before[Math.floor(before.length / 2)];
  if (!middle || before.length < 2 * SIDE) return null;
  const last = before.at(-1)?.index ?? middle.index;
  const pretended = { ...timeline, last, intervention: middle.index, second: null };
  const seasonal = withSeasons ? seasonalFit(before, pretended) : null;
  const model = primaryModel(before, pretended, { seasonal, withSeasons });
  if (!model) return null;
  const { level, slope } = model.terms;
  return {
    intervention: labelAt(middle.index),
    level,
    slope,
    effectAtEnd: model.effectAtEnd,
    avoided: model.avoided,
    detectable: reachOf(model.effectAtEnd),
  };
}

/** What a test with this standard error would find with 80 % power: (t_.975 + t_.80) SE on the logarithmic scale. */
function reachOf({ se, df }: Estimate): PlaceboInTime['detectable'] {
  if (se === null || df === null || df <= 0) return null;
  const reach = (tQuantile(ALPHA / 2, df, 'upper') + tQuantile(POWER, df)) * se;
  return { percentChange: 100 * Math.expm1(-reach), percentIncrease: finiteOrNull(100 * Math.expm1(reach)) };
}

/** The primary effect with each peer in turn taken out of the comparator: does one of them decide? Null without two peers. */
export function leaveOneOut(set: PeerSet, timeline: Interrupted): LeaveOneOut | null {
  if (set.peers.length < 2) return null;
  const rows = set.peers.flatMap((peer) => {
    const effect = effectAtEnd(against(set, set.practice, peer), timeline);
    return effect?.estimate == null ? [] : [{ without: peer.name, ...effect, estimate: effect.estimate }];
  });
  if (rows.length === 0) return null;
  const sorted = [...rows].sort((a, b) => a.estimate - b.estimate);
  const short = ({ without, estimate, lower, upper }: (typeof rows)[number]) => ({ without, estimate, lower, upper });
  return { lowest: short(sorted[0] as never), highest: short(sorted.at(-1) as never), rows: rows.map(short) };
}
