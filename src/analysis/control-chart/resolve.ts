import { formatPeriod, type Period } from '../../data/period.ts';
import type { Series } from '../../data/series.ts';
import { dataError, usageError } from '../../errors.ts';
import { pointAt } from '../chart/points.ts';
import type { JudgeSettings } from './judge.ts';
import type { Measured } from './measure.ts';
import type { ControlChartOptions } from './options.ts';
import type { ChartName } from './result.ts';
import type { ControlRuleSet } from './rule-sets.ts';
import type { SubgroupSeries } from './subgroups.ts';

/**
 * What is asked for, put against the points that are there: places for periods. Throws data errors where every point is
 * left out, for a phase outside the data or with a single point, and for a baseline that the data do not hold.
 */
export function judgeSettings(
  series: Series | SubgroupSeries,
  { points, measurements, factor }: Measured,
  chart: ChartName,
  ruleSet: ControlRuleSet,
  options: ControlChartOptions,
): JudgeSettings {
  const excluded = Uint8Array.from(points, (point) => (point.excluded ? 1 : 0));
  const used = (from: number, to: number): number => {
    let n = 0;
    for (let i = from; i < to; i += 1) if (excluded[i] === 0 && !Number.isNaN(measurements.y[i])) n += 1;
    return n;
  };
  const area = series.area.name;
  if (used(0, points.length) === 0) throw dataError('control-chart.nothing', { area, measure: series.measure.name });
  const extent = { first: points[0]?.period ?? '', last: points.at(-1)?.period ?? '' };
  const placeOf = (period: Period): number => {
    const point = pointAt(points, period, series.step);
    return point ? points.indexOf(point) : -1;
  };
  const alone = options.freeze !== null && ruleSet.freezeWithPhases === 'freeze-alone';
  const starts = alone ? [] : options.phases.map((period) => ({ period, place: placeOf(period) }));
  const outside = starts.find(({ place }) => place < 0);
  if (outside) throw dataError('control-chart.phase-outside', { area, phase: formatPeriod(outside.period), ...extent });
  const phases = [...new Set(starts.map(({ place }) => place))].filter((place) => place > 0).sort((a, b) => a - b);
  phases.forEach((start, k) => {
    const before = phases[k - 1] ?? 0;
    const after = phases[k + 1] ?? points.length;
    checkPhase(before, start);
    if (k === phases.length - 1) checkPhase(start, after);
  });
  const freeze = options.freeze && baselineEnd(options.freeze);
  return {
    chart,
    ruleSet,
    better: series.measure.better,
    excluded,
    phases,
    freeze,
    screen: options.screenMovingRanges ?? ruleSet.screening.byDefault,
    target: latestTarget(series, options, points.at(-1)?.index ?? 0, factor),
  };

  function checkPhase(from: number, to: number): void {
    const n = used(from, to);
    if (n >= 2) return;
    const ends = { from: points[from]?.period ?? '', to: points[to - 1]?.period ?? '' };
    throw dataError('control-chart.phase-short', { area, ...ends, n });
  }

  function baselineEnd(period: Period): number {
    const end = points.findLastIndex(({ index }) => index <= period.index);
    const start = phases.findLast((place) => place <= end) ?? 0;
    const inside = period.index <= (points.at(-1)?.index ?? period.index) + series.step - 1;
    if (end >= 0 && inside && used(start, end + 1) >= 2) return end;
    throw dataError('control-chart.baseline', { area, freeze: formatPeriod(period), ...extent });
  }
}

/** The targets of a series as drawn, one a period. */
export function targetsOf(
  { periods }: Series | SubgroupSeries,
  { target }: ControlChartOptions,
): readonly (number | null)[] {
  if (typeof target === 'number' && !Number.isFinite(target)) throw usageError('control-chart.target');
  return typeof target === 'number' || target === null ? periods.map(() => target) : target;
}

/** The last target up to and with a period, for a denominator of one. */
function latestTarget(
  series: Series | SubgroupSeries,
  options: ControlChartOptions,
  last: number,
  factor: number,
): number | null {
  const targets = targetsOf(series, options);
  const at = series.periods.findLastIndex(({ index }, i) => index <= last && (targets[i] ?? null) !== null);
  const target = targets[at] ?? null;
  return target === null ? null : target / factor;
}
