import { type AreaData, listSizeOf, seriesOf } from '../totals.ts';
import type { Attempts } from './attempt.ts';
import type { Interrupted } from './design.ts';
import type { Placebo, SyntheticControl } from './peer-result.ts';
import { type Peer, type PeerSet, peerSet } from './peers.ts';
import { placeboTest } from './placebo.ts';
import { outcomeOf } from './quarters.ts';
import { peerBaseline } from './regression-to-mean.ts';
import type { LeaveOneOut, PeerBaseline } from './result.ts';
import { leaveOneOut } from './robustness.ts';
import type { Setup } from './setup.ts';
import { syntheticControl, type Unit } from './synthetic.ts';

export interface PeerChecks {
  readonly placebo: Placebo | null;
  readonly leaveOneOut: LeaveOneOut | null;
  readonly syntheticControl: SyntheticControl | null;
  readonly baseline: PeerBaseline | null;
}

/** Quarters before the change that a synthetic control needs. methods.md 2(f). */
const SYNTHETIC_QUARTERS = 8;
/** Donors of similar size are preferred where there are this many. */
const FEWEST_SIMILAR = 5;

/** Everything that sets the practice among its peers. Null without peers that hold the practice's quarters. */
export function peerChecks(
  { pair, mine, timeline }: Setup,
  interrupted: Interrupted,
  areas: readonly AreaData[],
  attempts: Attempts,
): PeerChecks | null {
  const others = areas.flatMap((area) => {
    const series = seriesOf(area, pair.measure.name);
    return series ? [{ name: area.area.name, series, listSize: listSizeOf(area) }] : [];
  });
  const set = peerSet(pair.practice, mine, others, timeline);
  if (!set) return null;
  const placebo = attempts.run('placebo', '', () => placeboTest(set, interrupted));
  return {
    placebo,
    leaveOneOut: attempts.run('leave-one-out', '', () => leaveOneOut(set, interrupted)),
    syntheticControl: attempts.run('synthetic-control', '', () => synthetic(set, placebo, interrupted)),
    baseline: attempts.run('shrinkage', '', () => peerBaseline(set, interrupted)),
  };
}

function synthetic(set: PeerSet, placebo: Placebo | null, { intervention }: Interrupted): SyntheticControl | null {
  const before = set.practice.quarters.filter(({ index }) => index < intervention).length;
  if (before < SYNTHETIC_QUARTERS || set.peers.length < 2) return null;
  const otherSize = new Set(placebo?.excluded.filter(({ reason }) => reason === 'list-size').map(({ area }) => area));
  const similar = set.peers.filter(({ name }) => !otherSize.has(name));
  const choice = similar.length >= FEWEST_SIMILAR && otherSize.size > 0 ? 'similar-size' : 'all';
  const donors = choice === 'similar-size' ? similar : set.peers;
  return syntheticControl(unitOf(set.practice), donors.map(unitOf), before, choice);
}

const unitOf = ({ name, quarters }: Peer): Unit => ({ name, values: outcomeOf(quarters).values });
