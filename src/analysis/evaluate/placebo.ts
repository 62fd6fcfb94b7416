import { waldEstimate } from '../../statistics/intervals/wald.ts';
import { overdispersion } from '../../statistics/overdispersion.ts';
import type { Interrupted } from './design.ts';
import type { Overdispersion, PeerFit, Placebo, PlaceboStatistic, PlaceboTest } from './peer-result.ts';
import { against, type Peer, type PeerSet, peerFit } from './peers.ts';

const VALUES: Readonly<Record<PlaceboStatistic, (fit: PeerFit) => number | null>> = {
  'studentised-slope': (fit) => fit.studentised,
  slope: (fit) => fit.slope,
  'effect-at-end': (fit) => fit.effectAtEnd,
  'ratio-of-ratios': (fit) => fit.logRatioOfRatios,
  'slope-after': (fit) => fit.slopeAfter,
  'studentised-effect': (fit) => fit.studentisedEffect,
};

const STATISTICS = Object.keys(VALUES) as PlaceboStatistic[];
/** Statistics this close are ties: rounding alone sets apart the same areas. */
const TIE = 1e-9;
/** Peers of half to twice the list size are similar. methods.md 2(f). */
const SIMILAR = [0.5, 2] as const;

/**
 * Placebo test among peers: each area in turn against the pooled rest by the primary model; P is the rank of the practice over
 * the number of areas. Studentised slope first, because small practices are noisy. methods.md 2(f). A slope does not see a step:
 * the difference in the last quarter over its standard error does. Null where the practice cannot be fitted.
 */
export function placeboTest(set: PeerSet, timeline: Interrupted): Placebo | null {
  const own = peerFit(set.practice.name, against(set, set.practice), timeline);
  if (!own) return null;
  const kept = fitsOf(set, timeline, false);
  const removed = fitsOf(set, timeline, true);
  const tests = STATISTICS.flatMap((statistic): readonly PlaceboTest[] => {
    const test = rankOf(statistic, own, kept);
    return test ? [{ ...test, pWithoutPractice: rankOf(statistic, own, removed)?.p ?? null }] : [];
  });
  const [first] = tests;
  if (!first) return null;
  const similar = similarPeers(set);
  const near = kept.filter(({ area }) => similar.has(area));
  const fits = [own, ...kept];
  return {
    ...first,
    areas: fits.length,
    smallestPossibleP: 1 / fits.length,
    tests,
    similarSize: near.length === 0 ? null : nearTest(own, near),
    excluded: [
      ...set.excluded,
      ...set.peers
        .filter(({ name }) => !similar.has(name) && set.practice.quarters.every(({ people }) => people !== null))
        .map(({ name }) => ({ area: name, reason: 'list-size' as const })),
    ],
    overdispersion: overdispersionOf(own, fits),
    fits,
  };
}

function fitsOf(set: PeerSet, timeline: Interrupted, withoutPractice: boolean): readonly PeerFit[] {
  return set.peers.flatMap((peer) => {
    const fit = peerFit(peer.name, against(set, peer, withoutPractice ? set.practice : null), timeline);
    return fit ? [fit] : [];
  });
}

function rankOf(
  statistic: PlaceboStatistic,
  own: PeerFit,
  others: readonly PeerFit[],
): Omit<PlaceboTest, 'pWithoutPractice'> | null {
  const value = VALUES[statistic];
  const observed = value(own);
  const placebos = others.map(value).filter((one) => one !== null);
  if (observed === null || placebos.length === 0) return null;
  const areas = 1 + placebos.length;
  const rank = 1 + placebos.filter((one) => Math.abs(one) >= Math.abs(observed) - TIE).length;
  const lowest = 1 + placebos.filter((one) => one <= observed + TIE).length;
  return { statistic, observed, p: rank / areas, rank, lowerTail: { p: lowest / areas, rank: lowest } };
}

function nearTest(own: PeerFit, near: readonly PeerFit[]): Placebo['similarSize'] {
  const tests = STATISTICS.flatMap((statistic) => rankOf(statistic, own, near) ?? []);
  const [test] = tests;
  if (!test) return null;
  return { p: test.p, rank: test.rank, areas: near.length + 1, smallestPossibleP: 1 / (near.length + 1), tests };
}

function similarPeers({ practice, peers }: PeerSet): ReadonlySet<string> {
  const size = ({ quarters }: Peer) => quarters.reduce((sum, { people }) => sum + (people ?? 0), 0);
  const mine = size(practice);
  const isSimilar = (peer: Peer) => size(peer) >= SIMILAR[0] * mine && size(peer) <= SIMILAR[1] * mine;
  return new Set(peers.filter(isSimilar).map(({ name }) => name));
}

/** The practice's ratio of ratios with the spread among peers added to its own error: sqrt(se^2 + tau2). methods.md 2(f). */
function overdispersionOf(own: PeerFit, fits: readonly PeerFit[]): Overdispersion | null {
  const held = fits.flatMap(({ logRatioOfRatios: log, ratioError: se }) =>
    log === null || se === null ? [] : [{ log, se }],
  );
  const { logRatioOfRatios, ratioError } = own;
  if (logRatioOfRatios === null || ratioError === null || held.length < 3) return null;
  const { phi, tau2, limits } = overdispersion(
    held.map(({ log }) => log),
    held.map(({ se }) => se),
  );
  return {
    phi,
    tau2,
    winsorLimits: limits,
    ratioOfRatios: waldEstimate({
      estimate: logRatioOfRatios,
      se: Math.sqrt(ratioError ** 2 + tau2),
      scale: 'log',
      method: 'ratio of ratios, additive overdispersion among peers, normal',
    }),
  };
}
