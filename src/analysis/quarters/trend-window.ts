import { formatPeriod, type Period } from '../../data/period.ts';
import type { Series } from '../../data/series.ts';

/** First and last period of a trend; null leaves that end open. */
export interface TrendWindow {
  readonly from: Period | null;
  readonly to: Period | null;
}

/** The points of a series within a trend's window, missing ones included, as `linearTrend` takes them. */
export function trendPoints(
  series: Series,
  { from, to }: TrendWindow,
): readonly { readonly period: string; readonly index: number; readonly value: number | null }[] {
  return series.periods.flatMap((period, i) =>
    (from && period.index < from.index) || (to && period.index > to.index)
      ? []
      : [{ period: formatPeriod(period), index: period.index, value: series.values[i] ?? null }],
  );
}
