import { coefficient, combination } from '../../statistics/linear/combination.ts';
import { leastSquares } from '../../statistics/linear/least-squares.ts';
import type { MeasuredArea } from '../quarters/pair.ts';
import { conditionalFit } from './controlled.ts';
import {
  effectWeights,
  type Interrupted,
  type PairedQuarter,
  type Quarter,
  quartersOf,
  segmentRow,
  type Timeline,
} from './design.ts';
import type { ExcludedPeer, PeerFit } from './peer-result.ts';
import { logRatios } from './pre-trend.ts';

/** An area whose quarters can stand in for the practice's, held in every quarter that the practice holds. */
export interface Peer {
  readonly name: string;
  readonly quarters: readonly Quarter[];
}

export interface PeerSet {
  readonly practice: Peer;
  readonly peers: readonly Peer[];
  readonly excluded: readonly ExcludedPeer[];
  /** Sum of all, quarter by quarter, the practice included. */
  readonly totals: readonly { readonly events: number; readonly people: number | null }[];
}

/** The peers that hold every quarter (and list size) that the practice holds; the others are named. Null without any. */
export function peerSet(
  practice: MeasuredArea,
  mine: readonly Quarter[],
  others: readonly MeasuredArea[],
  timeline: Timeline,
): PeerSet | null {
  const rated = mine.every(({ people }) => people !== null);
  const candidates = others.map((one) => ({ name: one.name, quarters: matching(quartersOf(one, timeline), mine) }));
  const isComplete = ({ quarters }: Peer) =>
    quarters.length === mine.length && (!rated || quarters.every(({ people }) => people !== null));
  const peers = candidates.filter(isComplete);
  if (peers.length === 0) return null;
  const own = { name: practice.name, quarters: mine };
  return {
    practice: own,
    peers,
    excluded: candidates
      .filter((one) => !isComplete(one))
      .map(({ name }) => ({ area: name, reason: 'incomplete' as const })),
    totals: mine.map((_, i) => sumAt([own, ...peers], i, rated)),
  };
}

function matching(quarters: readonly Quarter[], mine: readonly Quarter[]): readonly Quarter[] {
  const held = new Set(mine.map(({ index }) => index));
  return quarters.filter(({ index }) => held.has(index));
}

function sumAt(areas: readonly Peer[], i: number, rated: boolean) {
  let events = 0;
  let people = 0;
  for (const { quarters } of areas) {
    events += quarters[i]?.events ?? 0;
    people += quarters[i]?.people ?? 0;
  }
  return { events, people: rated ? people : null };
}

/** One area beside all the others pooled; `less` is taken out of the pool too. */
export function against({ totals }: PeerSet, one: Peer, less: Peer | null = null): readonly PairedQuarter[] {
  return one.quarters.map((quarter, i) => {
    const total = totals[i] as PeerSet['totals'][number];
    const other = less?.quarters[i];
    return {
      ...quarter,
      others: total.events - quarter.events - (other?.events ?? 0),
      otherPeople: total.people === null ? null : total.people - (quarter.people ?? 0) - (other?.people ?? 0),
    };
  });
}

/** Fits one area against the rest; null where that cannot be done. */
export function peerFit(name: string, quarters: readonly PairedQuarter[], timeline: Interrupted): PeerFit | null {
  const model = conditionalFit(quarters, (quarter) => segmentRow(quarter, timeline));
  const last = quarters.at(-1);
  if (!model || !last) return null;
  const slope = coefficient(model.estimates, 3, { method: '' });
  const end = combination(model.estimates, effectWeights(last, timeline), { method: '' });
  if (slope.estimate === null || !slope.se || end.estimate === null) return null;
  const years = ratioOfYears(quarters, timeline);
  return {
    area: name,
    level: model.estimates.coefficients[2] as number,
    slope: slope.estimate,
    se: slope.se,
    dispersion: model.dispersion.raw,
    effectAtEnd: end.estimate,
    studentisedEffect: end.se ? end.estimate / end.se : null,
    studentised: slope.estimate / slope.se,
    slopeAfter: slopeAfter(quarters, timeline),
    logRatioOfRatios: years?.estimate ?? null,
    ratioError: years?.se ?? null,
  };
}

/** Slope of ln(rate / rate of the rest) over the quarters after the change, as the 2018 paper fitted its trends. methods.md 2(b). */
function slopeAfter(quarters: readonly PairedQuarter[], { intervention }: Interrupted): number | null {
  const after = quarters.filter(({ index }) => index >= intervention);
  const values = logRatios(after);
  if (after.length < 3 || values.includes(null)) return null;
  const design = after.map(({ time }) => [1, time]);
  return leastSquares(design, values as number[]).coefficients[1] as number;
}

const YEAR = 4;

/** The last year of the series against the last year before the change: log ratio of ratios. methods.md 2(a). */
function ratioOfYears(quarters: readonly PairedQuarter[], { intervention }: Interrupted) {
  const before = quarters.filter(({ index }) => index < intervention).slice(-YEAR);
  const after = quarters.filter(({ index }) => index >= intervention).slice(-YEAR);
  if (before.length < YEAR || after.length < YEAR) return null;
  const sum = (list: readonly PairedQuarter[], of: (quarter: PairedQuarter) => number | null) =>
    list.reduce((total, quarter) => total + (of(quarter) ?? 1), 0);
  const counts = [after, before].flatMap((list) => [sum(list, (q) => q.events), sum(list, (q) => q.others)]);
  if (counts.some((count) => count <= 0)) return null;
  const [mine1, theirs1, mine0, theirs0] = counts as [number, number, number, number];
  const people = [after, before].flatMap((list) => [sum(list, (q) => q.people), sum(list, (q) => q.otherPeople)]);
  const [pm1, pt1, pm0, pt0] = people as [number, number, number, number];
  return {
    estimate: Math.log(mine1 / pm1 / (mine0 / pm0)) - Math.log(theirs1 / pt1 / (theirs0 / pt0)),
    se: Math.sqrt(1 / mine1 + 1 / mine0 + 1 / theirs1 + 1 / theirs0),
  };
}
