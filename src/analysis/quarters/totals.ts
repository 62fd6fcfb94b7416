import { type Area, type Series, valueAt } from '../../data/series.ts';
import type { QuarterWindow } from './windows.ts';

/** One area with all its measures, as selected. */
export interface AreaData {
  readonly area: Area;
  readonly series: readonly Series[];
}

/** The window's values, one a quarter. Every quarter must be held: callers check (`isComplete`). */
export function windowValues(series: Series, window: QuarterWindow): readonly number[] {
  return window.quarters.map((quarter) => valueAt(series, quarter) ?? 0);
}

export function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

/**
 * Person-years of a window: a quarter of the list size for each quarter. Null where a list size is missing.
 * (Days in the quarter are not used: see methods.md 2; the golden cases use a quarter as well.)
 */
export function personYears(listSize: Series | null, window: QuarterWindow): number | null {
  if (!listSize) return null;
  const people = window.quarters.map((quarter) => valueAt(listSize, quarter));
  return people.some((n) => n === null || n <= 0) ? null : sum(people as number[]) / 4;
}

export function seriesOf(area: AreaData, measure: string): Series | null {
  return area.series.find((series) => series.measure.name === measure) ?? null;
}

export function listSizeOf(area: AreaData): Series | null {
  return area.series.find((series) => series.measure.role === 'list_size') ?? null;
}
