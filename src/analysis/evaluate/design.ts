import { financialQuarterOf, formatPeriod, type Period } from '../../data/period.ts';
import { valueAt } from '../../data/series.ts';
import type { Estimate } from '../../statistics/estimate.ts';
import { type Coefficients, coefficient } from '../../statistics/linear/combination.ts';
import type { MeasuredArea } from '../quarters/pair.ts';

/** A timeline with its intervention. */
export interface Interrupted extends Timeline {
  readonly intervention: number;
}

export function isInterrupted(timeline: Timeline): timeline is Interrupted {
  return timeline.intervention !== null;
}

/** Columns of a segmented model in order; the second pair only where there is a second intervention. */
const NAMES = ['intercept', 'time', 'level', 'slope', 'secondLevel', 'secondSlope'] as const;

type Place = Pick<Quarter, 'index' | 'time'>;

/** Jump and change of slope at a quarter: `level` from the first quarter after on, `slope` counted from 0 there. */
function effectColumns({ index }: Place, { intervention, second }: Interrupted): readonly number[] {
  const step = (from: number) => [index >= from ? 1 : 0, Math.max(0, index - from)];
  return [...step(intervention), ...(second === null ? [] : step(second))];
}

/** One row of the segmented model: 1, t, post, s and, where there is a second intervention, its post and s. methods.md 2. */
export function segmentRow(place: Place, timeline: Interrupted): readonly number[] {
  return [1, place.time, ...effectColumns(place, timeline)];
}

/** Weights of the coefficients that give the effect at a quarter: what the counterfactual lacks. */
export function effectWeights(place: Place, timeline: Interrupted): readonly number[] {
  return [0, 0, ...effectColumns(place, timeline)];
}

/** The row of the counterfactual: the course from before, as if nothing had changed. */
export function counterfactualRow(place: Place, timeline: Interrupted): readonly number[] {
  return [1, place.time, ...effectColumns(place, timeline).map(() => 0)];
}

/** How many coefficients the segments have. */
export const segmentCount = ({ second }: Timeline): number => (second === null ? 4 : 6);

/** Columns of the jumps and changes of slope: all of the segments but intercept and time. */
export const effectColumnsOf = (timeline: Timeline): readonly number[] =>
  Array.from({ length: segmentCount(timeline) - 2 }, (_, i) => i + 2);

/** Indicators of the quarters of the year beside the first that is held (April to June where it is). */
export function seasonColumns(quarters: readonly Quarter[]): (quarter: Quarter) => readonly number[] {
  const seasons = [...new Set(quarters.map(({ season }) => season))].sort().slice(1);
  return (quarter) => seasons.map((season) => (quarter.season === season ? 1 : 0));
}

/** Names of those indicators: `quarter2` is July to September. */
export function seasonNames(quarters: readonly Quarter[]): readonly string[] {
  const seasons = [...new Set(quarters.map(({ season }) => season))].sort().slice(1);
  return seasons.map((season) => `quarter${season}`);
}

export type SeasonChoice = 'auto' | 'none' | 'quarters';

/** Numbers of quarters in each segment of the timeline: before, after, and after a second intervention. */
export function segmentSizes(quarters: readonly Place[], { intervention, second }: Interrupted): readonly number[] {
  const before = quarters.filter(({ index }) => index < intervention).length;
  const late = second === null ? 0 : quarters.filter(({ index }) => index >= second).length;
  return [before, quarters.length - before - late, ...(second === null ? [] : [late])];
}

/** Quarter indicators from 16 quarters with at least four in each segment, unless asked otherwise. methods.md 2(c). */
export function usesSeasons(quarters: readonly Quarter[], timeline: Interrupted, choice: SeasonChoice): boolean {
  if (choice !== 'auto') return choice === 'quarters';
  return quarters.length >= 16 && segmentSizes(quarters, timeline).every((size) => size >= 4);
}

/** The segment terms of a fit by name, each made from the fit and the number of its column. */
export function namedTerms(
  of: Coefficients,
  timeline: Timeline,
  make: (estimate: Coefficients, column: number) => Estimate,
): Record<(typeof NAMES)[number], Estimate> {
  const entries = NAMES.slice(0, segmentCount(timeline)).map((name, j) => [name, make(of, j)] as const);
  return Object.fromEntries(entries) as Record<(typeof NAMES)[number], Estimate>;
}

/** Names of the coefficients of a segmented model: its segments, then the quarters of the year where they are in it. */
export function columnNames(timeline: Timeline, seasons: readonly string[]): readonly string[] {
  return [...NAMES.slice(0, segmentCount(timeline)), ...seasons];
}

/** The last coefficients of a fit by the names of their quarters of the year; null where the model has none. */
export function seasonTerms(
  of: Coefficients,
  names: readonly string[],
  make: (estimate: Coefficients, column: number) => Estimate,
): Readonly<Record<string, Estimate>> | null {
  const first = of.coefficients.length - names.length;
  return names.length === 0 ? null : Object.fromEntries(names.map((name, j) => [name, make(of, first + j)]));
}

/** `namedTerms` with the plain coefficients. */
export function plainTerms(of: Coefficients, timeline: Timeline, method: string) {
  return namedTerms(of, timeline, (fit, j) => coefficient(fit, j, { method }));
}

/**
 * An estimate on the log scale left there: `scale` says log, the numbers are not exponentiated. Terms of controlled models are
 * the one place where that is done.
 */
export function logTerm(of: Coefficients, column: number, method: string, dispersion: number | null = null): Estimate {
  return { ...coefficient(of, column, { method, dispersion }), scale: 'log' };
}

/** Weights padded with zeros to the number of coefficients. */
export function padded(weights: readonly number[], length: number): readonly number[] {
  return Array.from({ length }, (_, i) => weights[i] ?? 0);
}

/** Where the fitted stretch begins and ends, and what happens in it; all as indices of quarters. */
export interface Timeline {
  readonly first: number;
  readonly last: number;
  readonly intervention: number | null;
  readonly second: number | null;
  readonly washout: readonly [number, number] | null;
}

/** One quarter of one area. */
export interface Quarter {
  readonly index: number;
  /** 1 in the first quarter of the timeline; a gap keeps its place. */
  readonly time: number;
  readonly season: number;
  readonly events: number;
  /** List size; null where it is not held. */
  readonly people: number | null;
}

export interface PairedQuarter extends Quarter {
  readonly others: number;
  readonly otherPeople: number | null;
}

const periodAt = (index: number): Period => ({ frequency: 'quarter', index });
export const labelAt = (index: number): string => formatPeriod(periodAt(index));

const isWashout = (index: number, { washout }: Timeline): boolean =>
  washout !== null && index >= washout[0] && index <= washout[1];

function indices({ first, last }: Timeline): readonly number[] {
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, i) => first + i);
}

/** The quarters of an area that are fitted: held, within the timeline, not washed out. */
export function quartersOf({ series, listSize }: MeasuredArea, timeline: Timeline): readonly Quarter[] {
  return indices(timeline).flatMap((index): readonly Quarter[] => {
    const events = valueAt(series, periodAt(index));
    if (events === null || isWashout(index, timeline)) return [];
    const people = listSize && valueAt(listSize, periodAt(index));
    return [
      {
        index,
        time: index - timeline.first + 1,
        season: financialQuarterOf(periodAt(index)),
        events,
        people: people && people > 0 ? people : null,
      },
    ];
  });
}

/** The quarters that both areas hold. */
export function pairedQuarters(mine: readonly Quarter[], theirs: readonly Quarter[]): readonly PairedQuarter[] {
  const byIndex = new Map(theirs.map((quarter) => [quarter.index, quarter]));
  return mine.flatMap((quarter): readonly PairedQuarter[] => {
    const other = byIndex.get(quarter.index);
    return other ? [{ ...quarter, others: other.events, otherPeople: other.people }] : [];
  });
}

/** Labels of the quarters of the timeline that are not among those given and not washed out. */
export function missingLabels(quarters: readonly { readonly index: number }[], timeline: Timeline): readonly string[] {
  const held = new Set(quarters.map(({ index }) => index));
  return indices(timeline)
    .filter((index) => !held.has(index) && !isWashout(index, timeline))
    .map(labelAt);
}

/** Whether every quarter has its list size, so that rates can be used throughout. */
export function hasPeople(quarters: readonly Quarter[]): boolean {
  return quarters.length > 0 && quarters.every(({ people }) => people !== null);
}

/** Admissions per 1,000 list size in the quarter, or the count where list sizes are not held throughout. */
export function outcomeOf(quarters: readonly Quarter[]): {
  readonly outcome: 'rate' | 'count';
  readonly values: readonly number[];
} {
  if (!hasPeople(quarters)) return { outcome: 'count', values: quarters.map(({ events }) => events) };
  return { outcome: 'rate', values: quarters.map(({ events, people }) => (1000 * events) / (people ?? 1)) };
}

/** Log of the practice's list size over the comparator's in each quarter; 0 where any is not held. */
export function logSizeRatios(quarters: readonly PairedQuarter[]): readonly number[] {
  const known = hasPeople(quarters) && quarters.every(({ otherPeople }) => otherPeople !== null);
  return quarters.map(({ people, otherPeople }) => (known ? Math.log((people ?? 1) / (otherPeople ?? 1)) : 0));
}

export const basisOfPairs = (quarters: readonly PairedQuarter[]): 'rates' | 'counts' =>
  hasPeople(quarters) && quarters.every(({ otherPeople }) => otherPeople !== null) ? 'rates' : 'counts';
