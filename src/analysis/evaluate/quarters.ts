import { financialQuarterOf, formatPeriod, type Period } from '../../data/period.ts';
import { valueAt } from '../../data/series.ts';
import type { MeasuredArea } from '../quarters/pair.ts';

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
