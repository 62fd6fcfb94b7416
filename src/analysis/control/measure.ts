import { formatPeriod } from '../../data/period.ts';
import type { Series } from '../../data/series.ts';
import { dataError, usageError } from '../../errors.ts';
import { type BarePoint, chartPoints, type PointOptions } from '../run-points.ts';
import { CHARTS } from './chart-types.ts';
import type { ChartName } from './result.ts';
import type { Measurements } from './sample.ts';
import { type SubgroupSeries, summarise } from './subgroups.ts';

/** Points of a chart before they are judged, with what the limits are made of. */
export interface Measured {
  readonly points: readonly BarePoint[];
  readonly measurements: Measurements;
  /** What values are multiplied by where they are drawn: `per` for rates, else 1. */
  readonly factor: number;
}

export function isSubgroups(series: Series | SubgroupSeries): series is SubgroupSeries {
  return 'observations' in series;
}

/**
 * The points of a series between `from` and `to`, measured as a chart wants them. Throws usage errors for a chart that
 * wants a denominator or subgroups, or has no use for those that are there; data errors for values that it cannot be
 * made of.
 */
export function measure(series: Series | SubgroupSeries, chart: ChartName, options: PointOptions): Measured {
  return isSubgroups(series) ? ofSubgroups(series, chart, options) : ofSeries(series, chart, options);
}

function ofSeries(series: Series, chart: ChartName, options: PointOptions): Measured {
  const { input } = CHARTS[chart];
  const slots = { area: series.area.name, measure: series.measure.name, chart };
  const { denominator } = series;
  if (input === 'subgroups') throw usageError('control-chart.needs-subgroups', slots);
  if (input === 'rates' && denominator === null) throw usageError('control-chart.needs-denominator', slots);
  if (input === 'counts' && denominator !== null)
    throw usageError('control-chart.no-use-of-denominator', { ...slots, denominator: denominator.measure.name });
  const points = chartPoints(series, options);
  const inChart = new Set(points.map(({ index }) => index));
  const places = series.periods.flatMap(({ index }, at) => (inChart.has(index) ? [at] : []));
  const number = (value: number | null | undefined): number => value ?? Number.NaN;
  const n = denominator && Float64Array.from(places, (at) => number(denominator.values[at]));
  const y = Float64Array.from(places, (at, i) => {
    const value = series.values[at] ?? null;
    if (value !== null) checkValue(value, n?.[i] ?? null, series, at, chart);
    return number(value) / (n ? number(n[i]) : 1);
  });
  return { points, measurements: { y, n, sd: null }, factor: denominator === null ? 1 : options.per };
}

function checkValue(value: number, n: number | null, series: Series, at: number, chart: ChartName): void {
  const { values } = CHARTS[chart];
  const period = series.periods[at];
  const slots = () => ({
    area: series.area.name,
    measure: series.measure.name,
    chart,
    period: series.labels?.[at] ?? (period ? formatPeriod(period) : ''),
    value,
  });
  if (values === 'positive' && !(value > 0)) throw dataError('control-chart.not-positive', slots());
  if (values !== 'any' && value < 0) throw dataError('control-chart.negative', slots());
  if (values === 'share' && n !== null && value > n)
    throw dataError('control-chart.more-than-all', {
      ...slots(),
      n,
      denominator: series.denominator?.measure.name ?? null,
    });
}

function ofSubgroups(series: SubgroupSeries, chart: ChartName, options: PointOptions): Measured {
  const slots = { area: series.area.name, measure: series.measure.name, chart };
  if (CHARTS[chart].input !== 'subgroups') throw usageError('control-chart.subgroups', slots);
  const summaries = series.observations.map((observations, at) => {
    if (observations.length === 1) {
      const period = series.periods[at];
      throw dataError('control-chart.subgroup-of-one', { ...slots, period: period ? formatPeriod(period) : '' });
    }
    return summarise(observations);
  });
  const values = summaries.map((summary) => (chart === 's' ? summary?.sd : summary?.mean) ?? null);
  const points = chartPoints({ ...series, stratum: {}, denominator: null, values }, options);
  const first = series.periods.findIndex(({ index }) => index === points[0]?.index);
  const within = summaries.slice(first, first + points.length);
  const column = (name: 'n' | 'mean' | 'sd') => Float64Array.from(within, (summary) => summary?.[name] ?? Number.NaN);
  return { points, measurements: { y: column('mean'), n: column('n'), sd: column('sd') }, factor: 1 };
}
