import type { Series } from '../../data/series.ts';
import { valueAt } from '../../data/series.ts';
import type { MeasuredArea } from '../quarters/pair.ts';
import { linearTrend, type TrendWindow, trendPoints } from '../quarters/trend.ts';
import type { AreaTrend } from './result.ts';

/** The trends of the 2018 paper, one an area: least squares on counts, and on rates where list sizes are held. methods.md 2(b). */
export function areaTrends(areas: readonly MeasuredArea[], window: TrendWindow): readonly AreaTrend[] {
  return areas.flatMap(({ name, series, listSize }): readonly AreaTrend[] => {
    const trend = linearTrend(trendPoints(series, window));
    if (!trend) return [];
    const rate = listSize && linearTrend(trendPoints(rateSeries(series, listSize), window));
    return [{ area: name, ...trend, rate }];
  });
}

/** Events per 1,000 list size; missing where either is. */
export function rateSeries(series: Series, listSize: Series): Series {
  return {
    ...series,
    values: series.periods.map((period) => {
      const events = valueAt(series, period);
      const people = valueAt(listSize, period);
      return events === null || !people ? null : (1000 * events) / people;
    }),
  };
}
