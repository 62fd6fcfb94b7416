import type { Period } from '../../data/period.ts';
import type { Area, Flag, Measure } from '../../data/series.ts';

/**
 * Single measurements of one area, several a period: waiting times of the patients of each week, for Xbar and S charts.
 * `periods` is regular as in a Series; a period without measurements has an empty list. All arrays have one entry a
 * period.
 */
export interface SubgroupSeries {
  readonly area: Area;
  readonly measure: Measure;
  readonly periods: readonly Period[];
  /** Distance between neighbours in units of the index: 1, or 7 for weeks. */
  readonly step: number;
  readonly observations: readonly (readonly number[])[];
  readonly flags: readonly Flag[];
  /** Labels of events, in event order only. */
  readonly labels: readonly string[] | null;
}

/** Size, mean and standard deviation (divisor n - 1) of one subgroup; null of fewer than two measurements. */
export function summarise(observations: readonly number[]): { n: number; mean: number; sd: number } | null {
  const n = observations.length;
  if (n < 2) return null;
  const mean = observations.reduce((sum, value) => sum + value, 0) / n;
  const squares = observations.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  return { n, mean, sd: Math.sqrt(squares / (n - 1)) };
}
