import { formatPeriod } from '../../data/period.ts';
import type { MeasuredArea, Pair } from '../quarters/pair.ts';
import { sum, windowValues } from '../quarters/totals.ts';
import { linearTrend, type TrendWindow, trendPoints } from '../quarters/trend.ts';
import { deflated, type Prices } from './prices.ts';
import type { CompareSeries } from './result.ts';
import type { Windows } from './windows.ts';

/** What the comparison's charts draw: each area's series, also indexed to the baseline and with its fitted line. */
export function drawnSeries(
  pair: Pair,
  windows: Windows,
  prices: Prices | null,
  trend: TrendWindow,
): readonly CompareSeries[] {
  const areas = [
    { subject: 'practice', area: pair.practice },
    ...(pair.comparator ? [{ subject: 'comparator', area: pair.comparator } as const] : []),
  ] as const;
  const isMoney = pair.measure.unit === 'GBP';
  return areas.flatMap(({ subject, area }) => [
    drawn(pair, area, subject, isMoney ? 'nominal' : 'count', windows, trend),
    ...(isMoney && prices ? [drawn(pair, deflated(area, prices), subject, 'real' as const, windows, trend)] : []),
  ]);
}

function drawn(
  { measure }: Pair,
  area: MeasuredArea,
  subject: CompareSeries['subject'],
  basis: CompareSeries['basis'],
  windows: Windows,
  window: TrendWindow,
): CompareSeries {
  const { series } = area;
  const mean = sum(windowValues(series, windows.baseline)) / windows.baseline.quarters.length;
  const points = trendPoints(series, window);
  const line = linearTrend(points);
  const start = points.find((point) => point.value !== null)?.index ?? 0;
  const inWindow = new Set(points.map((point) => point.index));
  return {
    measure: measure.name,
    unit: measure.unit,
    area: area.name,
    subject,
    basis,
    points: series.periods.map((period, i) => {
      const value = series.values[i] ?? null;
      const slope = line?.slope.estimate ?? null;
      return {
        period: formatPeriod(period),
        index: period.index,
        value,
        indexed: value === null || mean === 0 ? null : (100 * value) / mean,
        fitted:
          line && slope !== null && inWindow.has(period.index)
            ? line.fitted.first + slope * (period.index - start)
            : null,
      };
    }),
  };
}
