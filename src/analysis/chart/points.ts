import { formatPeriod, type Period } from '../../data/period.ts';
import type { FlagKind, Series } from '../../data/series.ts';
import { dataError } from '../../errors.ts';
import type { PeriodIndex } from '../../quantities.ts';

/** A point before the rules have looked at it. */
export interface BarePoint {
  /** 2013/14 Q1, 2013-04, 2013-04-01, or the place in event order. */
  readonly period: string;
  /** Period index (see Period), so that a chart can place it. */
  readonly index: PeriodIndex;
  /** Null: missing, a gap. */
  readonly value: number | null;
  /** Left out of the median and the rules. */
  readonly excluded: boolean;
  /** Marked as provisional in the data. */
  readonly provisional: boolean;
}

export interface PointOptions {
  readonly from: Period | null;
  readonly to: Period | null;
  readonly exclude: readonly Period[];
  readonly per: number;
}

/** The point in whose stretch of time a period lies: with weeks, that of any of its days. */
export function pointAt<Point extends { readonly index: number }>(
  points: readonly Point[],
  { index }: Period,
  step: number,
): Point | undefined {
  return points.find((point) => point.index <= index && index < point.index + step);
}

/**
 * The points of a series between `from` and `to` (both included), excluded ones marked. With a denominator a value is
 * per x count / denominator, and missing where either is. Throws a data error for a denominator that is not above zero.
 */
export function chartPoints(series: Series, { from, to, exclude, per }: PointOptions): readonly BarePoint[] {
  const out = new Set(exclude.map((period) => pointAt(series.periods, period, series.step)?.index));
  const excluded = flagged(series, 'excluded');
  const provisional = flagged(series, 'provisional');
  return series.periods.flatMap((period, at) => {
    const { index } = period;
    if ((from && index < from.index) || (to && index > to.index)) return [];
    return [
      {
        period: series.labels?.[at] ?? formatPeriod(period),
        index,
        value: valueAt(series, at, per),
        excluded: out.has(index) || excluded.has(at),
        provisional: provisional.has(at),
      },
    ];
  });
}

/** Places of the points with a flag. */
function flagged(series: Series, kind: FlagKind): ReadonlySet<number> {
  return new Set(series.flags.filter((flag) => flag.kind === kind).map((flag) => flag.index));
}

function valueAt(series: Series, at: number, per: number): number | null {
  const value = series.values[at] ?? null;
  if (series.denominator === null) return value;
  const people = series.denominator.values[at] ?? null;
  if (value === null || people === null) return null;
  if (!(people > 0)) {
    throw dataError('run-chart.denominator', {
      area: series.area.name,
      measure: series.denominator.measure.name,
      period: formatPeriod(series.periods[at] ?? { frequency: 'event', index: at }),
      value: people,
    });
  }
  return (per * value) / people;
}
