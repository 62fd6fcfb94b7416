import type { FindingSlots } from '../../catalogue.ts';
import { caution, type Finding } from '../../finding.ts';
import { type AreaData, listSizeOf, seriesOf } from '../quarters/totals.ts';
import type { Attempts } from './attempt.ts';
import { basisOfPairs, type Interrupted, outcomeOf, type PairedQuarter, pairedQuarters, quartersOf } from './design.ts';
import { allowsSegments } from './gates.ts';
import type { LeaveOneOut, PeerBaseline, Placebo, SyntheticControl } from './peer-result.ts';
import { against, type Peer, type PeerSet, peerSet } from './peers.ts';
import { placeboTest } from './placebo.ts';
import { peerBaseline } from './regression-to-mean.ts';
import { leaveOneOut } from './robustness.ts';
import type { PeerGroup, Setup } from './setup.ts';
import type { SpecifiedComparator } from './specification-result.ts';
import { syntheticControl, type Unit } from './synthetic.ts';

interface PeerChecks {
  readonly placebo: Placebo | null;
  readonly leaveOneOut: LeaveOneOut | null;
  readonly syntheticControl: SyntheticControl | null;
  readonly baseline: PeerBaseline | null;
  /** Peers of similar size as another comparator. */
  readonly similar: ComparatorChoice | null;
  /** All peers but one, for each of them, where they are few. */
  readonly withoutOne: readonly ComparatorChoice[];
}

/** Quarters before the change that a synthetic control needs. methods.md 2(f). */
const SYNTHETIC_QUARTERS = 8;
/** Before the name of the area left out, in the name of a comparator. */
const WITHOUT = 'without ';
/** Donors of similar size are preferred where there are this many. */
const FEWEST_SIMILAR = 5;
/** More donors than this say no more, and the work grows with their square: those nearest in size are taken. */
const MOST_DONORS = 400;
/** With at most so many peers one of them may decide, and each is left out of the comparator in the specification curve. */
const MOST_LEFT_OUT = 5;

/** Everything that sets the practice among its peers. Null without peers that hold the practice's quarters. */
export function peerChecks(
  { pair, mine, paired, timeline }: Setup,
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
  const isPool = isPooledFrom(set, paired);
  const placebo = attempts.run('placebo', '', () => placeboTest(set, interrupted));
  return {
    placebo,
    leaveOneOut: isPool ? attempts.run('leave-one-out', '', () => leaveOneOut(set, interrupted)) : null,
    syntheticControl: attempts.run('synthetic-control', '', () => synthetic(set, placebo, interrupted)),
    baseline: attempts.run('shrinkage', '', () => peerBaseline(set, interrupted)),
    similar: similarComparator(set, placebo),
    withoutOne: isPool ? withoutEachOf(set) : [],
  };
}

/** The peers of half to twice the practice's size, pooled; null where they are too few or all are. */
function similarComparator(set: PeerSet, placebo: Placebo | null): ComparatorChoice | null {
  const peers = similarPeers(set, placebo);
  if (peers.length < FEWEST_SIMILAR || peers.length === set.peers.length) return null;
  const quarters = set.practice.quarters.map((quarter, i) => ({
    ...quarter,
    others: peers.reduce((sum, one) => sum + (one.quarters[i]?.events ?? 0), 0),
    otherPeople: quarter.people === null ? null : peers.reduce((sum, one) => sum + (one.quarters[i]?.people ?? 0), 0),
  }));
  return { name: 'similar-size', kind: 'similar-size', areas: peers.map(({ name }) => name), quarters };
}

/** Whether the comparator is these peers added up, so that leaving one of them out means something. */
function isPooledFrom(set: PeerSet, paired: Setup['paired']): boolean {
  const pooled = against(set, set.practice);
  const isSame = (a: number, b: number) => Math.abs(a - b) <= 1e-9 * Math.abs(b);
  return (
    paired.length === pooled.length && pooled.every(({ others }, i) => isSame(others, paired[i]?.others ?? Number.NaN))
  );
}

function withoutEachOf(set: PeerSet): readonly ComparatorChoice[] {
  const { peers, practice } = set;
  if (peers.length < 2 || peers.length > MOST_LEFT_OUT) return [];
  return peers.map((left) => ({
    name: `${WITHOUT}${left.name}`,
    kind: 'one-left-out' as const,
    areas: peers.filter((one) => one !== left).map(({ name }) => name),
    quarters: against(set, practice, left),
  }));
}

function similarPeers(set: PeerSet, placebo: Placebo | null): readonly Peer[] {
  const otherSize = new Set(placebo?.excluded.filter(({ reason }) => reason === 'list-size').map(({ area }) => area));
  return set.peers.filter(({ name }) => !otherSize.has(name));
}

function synthetic(set: PeerSet, placebo: Placebo | null, { intervention }: Interrupted): SyntheticControl | null {
  const before = set.practice.quarters.filter(({ index }) => index < intervention).length;
  if (before < SYNTHETIC_QUARTERS || set.peers.length < 2) return null;
  const similar = similarPeers(set, placebo);
  const some = similar.length >= FEWEST_SIMILAR && similar.length < set.peers.length ? 'similar-size' : 'all';
  const candidates = some === 'similar-size' ? similar : set.peers;
  const tooMany = candidates.length > MOST_DONORS;
  const donors = tooMany ? nearestInSize(set.practice, candidates, before) : candidates;
  return syntheticControl(unitOf(set.practice), donors.map(unitOf), before, tooMany ? 'nearest-size' : some);
}

/** The peers whose ratio of sizes to the practice is nearest to 1, in the order in which they were given. */
function nearestInSize(practice: Peer, peers: readonly Peer[], before: number): readonly Peer[] {
  const mine = Math.log(sizeOf(practice, before));
  const distance = (peer: Peer) => Math.abs(Math.log(sizeOf(peer, before)) - mine);
  const ranked = peers.map((peer) => ({ peer, distance: distance(peer) })).sort((a, b) => a.distance - b.distance);
  const nearest = new Set(ranked.slice(0, MOST_DONORS).map(({ peer }) => peer));
  return peers.filter((peer) => nearest.has(peer));
}

/** People in the quarters before the change, or events where nobody is counted; never 0. */
const sizeOf = ({ quarters }: Peer, before: number): number =>
  quarters.slice(0, before).reduce((sum, { people, events }) => sum + (people ?? events), 0.5);

const unitOf = ({ name, quarters }: Peer): Unit => ({ name, values: outcomeOf(quarters).values });

/** A comparator with the practice's quarters beside its. */
export interface ComparatorChoice extends Pick<SpecifiedComparator, 'name' | 'kind' | 'areas'> {
  readonly quarters: readonly PairedQuarter[];
}

/** The areas of a pool; the area itself where it is none. */
export const membersOf = ({ area }: AreaData): readonly string[] => area.members ?? [area.name];

/** The groups on the timeline. One that cannot be compared is left out, with a caution that says why. */
export function groupComparators(
  groups: readonly PeerGroup[],
  { pair, mine, timeline }: Setup,
  interrupted: Interrupted,
): { readonly choices: readonly ComparatorChoice[]; readonly findings: readonly Finding[] } {
  const choices: ComparatorChoice[] = [];
  const findings: Finding[] = [];
  for (const { name, area } of groups) {
    const series = seriesOf(area, pair.measure.name);
    const leaveOut = (reason: FindingSlots['evaluate.group-left-out']['reason']) =>
      findings.push(caution('evaluate.group-left-out', { group: name, reason, measure: pair.measure.name }));
    if (!series) {
      leaveOut('no-measure');
      continue;
    }
    const theirs = quartersOf({ name, series, listSize: listSizeOf(area) }, timeline);
    const quarters = pairedQuarters(mine, theirs);
    if (allowsSegments(quarters, interrupted))
      choices.push({ name, kind: 'peer-group', areas: membersOf(area), quarters });
    else leaveOut('too-few-quarters');
  }
  return { choices, findings };
}

/** A comparator as the result names it. */
export function describedComparator({ name, kind, areas, quarters }: ComparatorChoice): SpecifiedComparator {
  const people = quarters.map(({ otherPeople }) => otherPeople).filter((size) => size !== null);
  const isHeld = people.length === quarters.length && people.length > 0;
  return {
    name,
    kind,
    areas,
    listSize: isHeld ? people.reduce((sum, size) => sum + size, 0) / people.length : null,
    basis: basisOfPairs(quarters),
    quarters: quarters.length,
  };
}
