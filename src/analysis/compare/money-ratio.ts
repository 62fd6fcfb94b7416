import type { Series } from '../../data/series.ts';
import type { Estimate } from '../../statistics/estimate.ts';
import { waldEstimate } from '../../statistics/intervals/wald.ts';
import { sum, windowValues } from '../quarters/totals.ts';
import type { QuarterWindow } from '../quarters/windows.ts';
import type { Windows } from './windows.ts';

/**
 * The practice's ratio of total cost (follow-up over baseline) over the comparator's. Its interval is exploratory: d = ln(cost of
 * practice / cost of comparator) quarter by quarter, Welch's t on the two windows' d. methods.md 2(a), money, second route.
 * Null where a cost is not above zero; without limits where a window has fewer than two quarters.
 */
export function costRatio(practice: Series, comparator: Series, windows: Windows): Estimate | null {
  const before = logRatios(practice, comparator, windows.baseline);
  const after = logRatios(practice, comparator, windows.followUp);
  if (!before || !after) return null;
  const total = (series: Series, window: QuarterWindow) => sum(windowValues(series, window));
  const logRatio =
    Math.log(total(practice, windows.followUp) / total(practice, windows.baseline)) -
    Math.log(total(comparator, windows.followUp) / total(comparator, windows.baseline));
  const a = meanVariance(before);
  const b = meanVariance(after);
  const variance = a.ofMean + b.ofMean;
  const estimable = before.length > 1 && after.length > 1 && variance > 0;
  const se = estimable ? Math.sqrt(variance) : null;
  const df = estimable
    ? variance ** 2 / (a.ofMean ** 2 / (before.length - 1) + b.ofMean ** 2 / (after.length - 1))
    : null;
  const method = 'ratio of totals; Welch t on quarterly log cost ratios (exploratory)';
  if (se === null) return { ...waldEstimate({ estimate: logRatio, se: 0, scale: 'log', method }), ...NO_INTERVAL };
  return waldEstimate({ estimate: logRatio, se, df, scale: 'log', method });
}

const NO_INTERVAL = { lower: null, upper: null, se: null, p: null } as const;

function logRatios(practice: Series, comparator: Series, window: QuarterWindow): readonly number[] | null {
  const mine = windowValues(practice, window);
  const theirs = windowValues(comparator, window);
  if ([...mine, ...theirs].some((cost) => cost <= 0)) return null;
  return mine.map((cost, i) => Math.log(cost / (theirs[i] ?? cost)));
}

function meanVariance(values: readonly number[]): { readonly ofMean: number } {
  const n = values.length;
  const mean = sum(values) / n;
  const squares = sum(values.map((value) => (value - mean) ** 2));
  return { ofMean: n > 1 ? squares / (n - 1) / n : 0 };
}
