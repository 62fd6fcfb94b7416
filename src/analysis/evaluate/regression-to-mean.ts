import { caution, type Finding } from '../../finding.ts';
import type { Estimate } from '../../statistics/estimate.ts';
import { waldEstimate } from '../../statistics/intervals/wald.ts';
import { gammaPoisson } from '../../statistics/shrinkage.ts';
import { type Interrupted, labelAt, type PairedQuarter, type Quarter } from './design.ts';
import { earlierYears } from './earlier-years.ts';
import type { PeerBaseline, RegressionToMean } from './peer-result.ts';
import { against, type Peer, type PeerSet } from './peers.ts';
import type { EvaluateDesign, EvaluateResult } from './result.ts';
import type { Setup } from './setup.ts';

const YEAR = 4;

/** Admissions per 1,000 list size a year over the quarters before the change, practice beside comparator. Null without both. */
export function baselineRates({ mine, theirs, timeline }: Setup): Omit<RegressionToMean, 'peers'> | null {
  const { intervention } = timeline;
  if (!theirs || intervention === null) return null;
  const practiceRate = rateOf(mine.filter(({ index }) => index < intervention));
  const comparatorRate = rateOf(theirs.filter(({ index }) => index < intervention));
  if (practiceRate === null || !comparatorRate) return null;
  return { practiceRate, comparatorRate, percent: 100 * (practiceRate / comparatorRate - 1) };
}

function rateOf(quarters: readonly Quarter[]): number | null {
  if (quarters.length === 0 || quarters.some(({ people }) => people === null)) return null;
  return (1000 * YEAR * sumOf(quarters, ({ events }) => events)) / sumOf(quarters, ({ people }) => people ?? 0);
}

/**
 * Where the practice stood among its peers in the year before the change and in the years before that; its ratio drawn towards
 * the others', and the two-year comparison done again from there. methods.md, regression to the mean. Null without a year.
 */
export function peerBaseline(set: PeerSet, timeline: Interrupted): PeerBaseline | null {
  const areas = [set.practice, ...set.peers];
  const years = yearsBefore(set.practice, timeline);
  const [last] = years;
  if (last === undefined || areas.length < 3 || areas.some(({ quarters }) => quarters.some(({ people }) => !people)))
    return null;
  const drawn = years.map((year) => ({ year, ...drawnIn(areas, year) }));
  const [baseline] = drawn;
  if (!baseline || !(baseline.expected > 0)) return null;
  const { own, expected, ratio, shrunken, nu, tau2 } = baseline;
  return {
    areas: areas.length,
    ratio,
    shrunken,
    nu,
    tau2,
    years: drawn.map(({ year, ...one }) => ({
      from: labelAt(year),
      to: labelAt(year + YEAR - 1),
      rank: rankIn(areas, year),
      ratio: one.ratio,
      shrunken: one.shrunken,
    })),
    ...redone(against(set, set.practice), last, timeline, { own, drawn: expected * shrunken, nu }),
    earlier: earlierYears(set, years, timeline.intervention),
  };
}

/** The practice's count in a year over what is expected at the rate of all, and the same drawn towards the others'. */
function drawnIn(areas: readonly Peer[], year: number) {
  const counts = areas.map((one) => sumOf(inYear(one, year), ({ events }) => events));
  const people = areas.map((one) => sumOf(inYear(one, year), ({ people: size }) => size ?? 0));
  const overall = total(counts) / total(people);
  const all = people.map((size) => size * overall);
  const [own, expected] = [counts[0] ?? 0, all[0] ?? 0];
  if (!(overall > 0)) return { own, expected, ratio: 0, shrunken: 1, nu: null, tau2: 0 };
  const { nu, momentVariance: tau2, shrunken } = gammaPoisson(counts, all);
  return { own, expected, ratio: own / expected, shrunken: shrunken[0] ?? 1, nu, tau2 };
}

/** First quarters of the whole years before the change, the last one first. */
function yearsBefore({ quarters }: Peer, { intervention }: Interrupted): readonly number[] {
  const held = new Set(quarters.map(({ index }) => index));
  const years: number[] = [];
  for (let start = intervention - YEAR; [0, 1, 2, 3].every((i) => held.has(start + i)); start -= YEAR)
    years.push(start);
  return years;
}

const inYear = ({ quarters }: Peer, start: number) =>
  quarters.filter(({ index }) => index >= start && index < start + YEAR);

/** 1: the highest rate. */
function rankIn(areas: readonly Peer[], year: number): number {
  const rates = areas.map((one) => rateOf(inYear(one, year)) ?? 0);
  return 1 + rates.filter((rate) => rate > (rates[0] ?? 0)).length;
}

/** Ratio of ratios of the last year to the year before the change, as counted and from the shrunken baseline. */
function redone(
  quarters: readonly PairedQuarter[],
  year: number,
  { intervention }: Interrupted,
  { own, drawn, nu }: { readonly own: number; readonly drawn: number; readonly nu: number | null },
): Pick<PeerBaseline, 'ratioOfRatios' | 'shrunkenRatioOfRatios'> {
  const before = quarters.filter(({ index }) => index >= year && index < year + YEAR);
  const after = quarters.filter(({ index }) => index >= intervention).slice(-YEAR);
  const mine = sumOf(after, ({ events }) => events);
  const [theirs1, theirs0] = [sumOf(after, ({ others }) => others), sumOf(before, ({ others }) => others)];
  if (after.length < YEAR || [own, mine, theirs1, theirs0].some((count) => count <= 0)) {
    return { ratioOfRatios: null, shrunkenRatioOfRatios: null };
  }
  const growth = sumOf(after, ({ people }) => people ?? 0) / sumOf(before, ({ people }) => people ?? 0);
  const growthElse =
    sumOf(after, ({ otherPeople }) => otherPeople ?? 0) / sumOf(before, ({ otherPeople }) => otherPeople ?? 0);
  const elsewhere = Math.log(theirs1 / theirs0 / growthElse);
  const estimate = (baseline: number, noise: number, method: string) =>
    waldEstimate({
      estimate: Math.log(mine / baseline / growth) - elsewhere,
      se: Math.sqrt(1 / mine + noise + 1 / theirs1 + 1 / theirs0),
      scale: 'log',
      method,
    });
  return {
    ratioOfRatios: estimate(own, 1 / own, 'ratio of ratios, Wald'),
    shrunkenRatioOfRatios: estimate(
      drawn,
      nu === null ? 0 : 1 / (own + nu),
      'ratio of ratios, shrunken baseline, Wald',
    ),
  };
}

function sumOf<T extends Quarter>(quarters: readonly T[], of: (quarter: T) => number): number {
  return quarters.reduce((sum, quarter) => sum + of(quarter), 0);
}

const total = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0);

/** A practice that ranks among so many at either end may have been chosen for it (our choice). */
const AT_AN_END = 3;
/** Of areas, at least this many for each place at an end. */
const AREAS_A_PLACE = 5;
const FIVE_PERCENT = 0.05;

/** Where the practice stood before the change among its peers, and how much of the difference would come by itself. */
export function baselineFindings({ regressionToMean, design }: EvaluateResult): readonly Finding[] {
  const peers = regressionToMean?.peers;
  if (!peers) return [];
  return [...extremeFindings(peers, design), rankFinding(peers, design)];
}

function rankFinding({ earlier, ...peers }: PeerBaseline, { practice }: EvaluateDesign): Finding {
  const { areas, years, ratio, shrunken, ratioOfRatios, shrunkenRatioOfRatios } = peers;
  return caution('evaluate.baseline-rank', {
    practice,
    areas,
    ranks: years.map(({ rank }) => rank),
    ratio,
    shrunken,
    before: ratioOfRatios?.estimate ?? null,
    after: shrunkenRatioOfRatios?.estimate ?? null,
    years: earlier?.years ?? null,
    ...pooledSlots(earlier?.ratioOfRatios ?? null),
    ...drawnSlots(earlier?.shrunkenRatioOfRatios ?? null),
    yearToYear: earlier?.yearToYear ?? null,
  });
}

/**
 * For the summary: the last year before was at an end of the ranks, or unlike the years before it, on the side from which it
 * would come back by itself; so that the difference is smaller from all years before. None otherwise.
 */
function extremeFindings(peers: PeerBaseline, { practice }: EvaluateDesign): readonly Finding[] {
  const { areas, years, earlier, ratioOfRatios } = peers;
  const rank = years[0]?.rank ?? null;
  const raw = ratioOfRatios?.estimate ?? null;
  const drawn = earlier?.shrunkenRatioOfRatios.estimate ?? null;
  const pooled = earlier?.ratioOfRatios.estimate ?? null;
  const lastYear = earlier?.lastYear.estimate ?? null;
  if (!earlier || rank === null || raw === null || drawn === null || pooled === null || lastYear === null) return [];
  const places = Math.min(AT_AN_END, Math.floor(areas / AREAS_A_PLACE));
  const isAtEnd = rank <= places || rank > areas - places;
  const { p } = earlier.lastYear;
  const standsOut = p !== null && p < FIVE_PERCENT;
  const shrinks = Math.log(raw) * (Math.log(raw) - Math.log(drawn)) > 0;
  if (!shrinks || !(isAtEnd || standsOut)) return [];
  return [
    caution('evaluate.extreme-baseline', {
      practice,
      areas,
      rank,
      isAtEnd,
      standsOut,
      lastYear,
      p,
      raw,
      years: earlier.years,
      ...drawnSlots(earlier.shrunkenRatioOfRatios),
      drawn,
      ...pooledSlots(earlier.ratioOfRatios),
      pooled,
    }),
  ];
}

type Ratio = Pick<Estimate, 'estimate' | 'lower' | 'upper'> | null;

const pooledSlots = (ratio: Ratio) => ({
  pooled: ratio?.estimate ?? null,
  pooledLower: ratio?.lower ?? null,
  pooledUpper: ratio?.upper ?? null,
});

const drawnSlots = (ratio: Ratio) => ({
  drawn: ratio?.estimate ?? null,
  drawnLower: ratio?.lower ?? null,
  drawnUpper: ratio?.upper ?? null,
});
