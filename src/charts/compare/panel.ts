import type { CompareSeries } from '../../analysis/compare/result.ts';
import { intervention } from '../parts/intervention.ts';
import type { RuleRow } from '../parts/rule-layer.ts';
import type { TextRow } from '../parts/text-layer.ts';
import type { Palette } from '../parts/theme.ts';
import type { PlotNeeds, TimePlot } from '../parts/time-plots.ts';

/** Series of a comparison, and the first quarter after the change, as its result names it; null without one. */
export interface CompareLines {
  readonly series: readonly CompareSeries[];
  readonly intervention: string | null;
}

/** Size of points on lines, against points that stand alone. */
export const POINT_SCALE = 0.4;

type Value = (point: CompareSeries['points'][number]) => number | null;

/** What a plot with these series must hold. */
export function linesNeeds(
  series: readonly CompareSeries[],
  values: readonly Value[],
  ends: PlotNeeds['ends'],
  unit: PlotNeeds['unit'],
): PlotNeeds {
  const points = series.flatMap((one) => one.points);
  return {
    frequency: 'quarter',
    step: 1,
    indices: points.map(({ index }) => index),
    values: points.flatMap((point) => values.map((value) => value(point))).filter((value) => value !== null),
    unit,
    ends,
  };
}

/** The points of a series with one of their values, for a line. */
export function linePoints({ points }: CompareSeries, value: Value) {
  return points.map((point) => ({ index: point.index, period: point.period, value: value(point) }));
}

/** The last point that has a value. */
export function lastPoint(
  series: CompareSeries,
  value: Value,
): { readonly index: number; readonly value: number } | null {
  return linePoints(series, value).reduce<{ index: number; value: number } | null>(
    (last, { index, value: known }) => (known === null ? last : { index, value: known }),
    null,
  );
}

/** The dashed line of the intervention on a plot, where the series hold its quarter. */
export function changeOn(
  { series, intervention: period }: CompareLines,
  text: string,
  plot: TimePlot,
  palette: Palette,
): { readonly rules: readonly RuleRow[]; readonly texts: readonly TextRow[] } {
  const index = interventionIndex(series, period);
  return index === null ? { rules: [], texts: [] } : intervention(plot.x(index - 0.5), text, plot, palette);
}

export function interventionIndex(series: readonly CompareSeries[], period: string | null): number | null {
  return series.flatMap(({ points }) => points).find((point) => point.period === period)?.index ?? null;
}
