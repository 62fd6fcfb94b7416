import { formatPeriod } from '../../data/period.ts';
import type { Series } from '../../data/series.ts';
import { dataError, type Place, Problems, usageError } from '../../errors.ts';
import { type BarePoint, chartPoints, type PointOptions } from '../chart/points.ts';
import { CHARTS, type ChartType } from './chart-types.ts';
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
  const y = Float64Array.from(places, (at, i) => number(series.values[at]) / (n ? number(n[i]) : 1));
  const used = places.filter((_, i) => points[i]?.excluded === false);
  checkValues(series, used, chart);
  return { points, measurements: { y, n, sd: null }, factor: denominator === null ? 1 : options.per };
}

/** Throws a data error with every value at these places that the chart cannot be made of, each with its line. */
function checkValues(series: Series, places: readonly number[], chart: ChartName): void {
  const problems = new Problems();
  for (const at of places) {
    const value = series.values[at] ?? null;
    const n = series.denominator?.values[at] ?? null;
    if (value === null) continue;
    const code = problemOf(value, n, CHARTS[chart].values);
    const period = series.periods[at];
    if (code === null || period === undefined) continue;
    const slots = {
      area: series.area.name,
      measure: series.measure.name,
      chart,
      period: series.labels?.[at] ?? formatPeriod(period),
      value,
      n: n ?? 0,
      denominator: series.denominator?.measure.name ?? '',
    };
    problems.add(code, slots, placeOf(series, at));
  }
  problems.throwIfAny();
}

/** What is wrong with a value, if anything is. */
function problemOf(value: number, n: number | null, allowed: ChartType['values']) {
  if (allowed === 'positive' && !(value > 0)) return 'control-chart.not-positive' as const;
  if (allowed !== 'any' && value < 0) return 'control-chart.negative' as const;
  return allowed === 'share' && n !== null && value > n ? ('control-chart.more-than-all' as const) : null;
}

function placeOf({ origin }: Series, at: number): Place | undefined {
  const line = origin?.lines[at] ?? null;
  return origin === undefined || line === null ? undefined : { file: origin.file, line, column: origin.column };
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
