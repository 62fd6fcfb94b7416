import type { TopLevelSpec } from 'vega-lite';
import { POINT_SCALE } from '../compare/panel.ts';
import { areaLayer } from '../parts/area-style.ts';
import { onScale, TIME_AXIS_HEIGHT } from '../parts/axes.ts';
import type { EndLabel } from '../parts/end-labels.ts';
import type { Layer } from '../parts/layer.ts';
import { type LineStyle, lineLayer } from '../parts/line-layer.ts';
import { composePage } from '../parts/page.ts';
import type { ChartTexts, ValueAxisTexts } from '../parts/texts.ts';
import { type ChartOptions, PALETTES, type Palette } from '../parts/theme.ts';
import { type TimePlot, timePlots } from '../parts/time-plots.ts';
import { axisTitle } from '../parts/value-axis.ts';
import { type Change, changesBand, segmentLines } from './interrupted.ts';

/** A quarter of a fitted series: what the model fits, and the course from before carried on. */
export interface FittedPoint {
  readonly period: string;
  readonly index: number;
  readonly fitted: number | null;
  readonly counterfactual: number | null;
}

/** A series of quarters with its changes, as far as the page around it needs it. */
interface InterruptedSeries {
  readonly points: readonly FittedPoint[];
  readonly changes: readonly Change[];
  /** Everything that has to lie within the value axis. */
  readonly values: readonly (number | null)[];
  readonly unit: 'number' | 'percent';
  /** Names at the right ends, the first in bold. */
  readonly ends: readonly string[];
}

/** One plot of a series with changes, with its page; `layersOf` draws what is in the plot. */
export function interruptedChart(
  { points, changes, values, unit, ends: [first = '', ...others] }: InterruptedSeries,
  texts: ChartTexts & { readonly axis: ValueAxisTexts },
  options: ChartOptions,
  layersOf: (plot: TimePlot, palette: Palette) => readonly Layer[],
): TopLevelSpec {
  const { grid, plots } = timePlots(
    [
      {
        frequency: 'quarter',
        step: 1,
        indices: points.map(({ index }) => index),
        values: values.filter((value) => value !== null),
        unit,
        ends: [{ text: first, weight: 'bold' as const }, ...others.map((text) => ({ text }))],
      },
    ],
    options,
    0.06,
  );
  const [plot] = plots as [TimePlot];
  return composePage({
    texts,
    options,
    grid,
    axisTitle: axisTitle(texts.axis, [plot.value], true),
    key: null,
    band: changesBand(changes, plot.width),
    axisHeight: TIME_AXIS_HEIGHT,
    tagged: [],
    panels: [{ title: null, remarks: [], layers: layersOf(plot, PALETTES[options.palette]) }],
  });
}

/** Dots with a thin line, what lies `between`, the dashed course carried on, and the fit, broken at every change. */
export function fittedLayers<P extends FittedPoint>(
  { points, changes }: { readonly points: readonly P[]; readonly changes: readonly Change[] },
  dot: (point: P) => number | null,
  between: readonly Layer[],
  plot: TimePlot,
  palette: Palette,
): readonly Layer[] {
  const lines = (value: (point: P) => number | null, broken: readonly Change[], style: LineStyle) =>
    segmentLines(points, value, broken).map((line) => lineLayer(line, plot, style));
  const dots = points.flatMap((point) => {
    const y = dot(point);
    return y === null ? [] : [{ x: point.index, y, subject: 'practice' as const, scale: POINT_SCALE }];
  });
  return [
    ...lines(dot, [], { colour: palette.line, width: 0.75 }),
    ...between,
    ...lines(({ counterfactual }) => counterfactual, [], { colour: palette.comparator, width: 1.75, dash: [5, 3] }),
    ...lines(({ fitted }) => fitted, changes, { colour: palette.practice, width: 2.25 }),
    areaLayer(dots, { x: onScale('x'), y: onScale('y') }, palette),
  ];
}

/** The name of a line at its end; none where nothing is drawn. */
export function endLabel(
  text: string,
  value: number | null,
  { y }: TimePlot,
  colour: string,
  weight: 'bold' | 'normal' = 'normal',
): readonly EndLabel[] {
  return value === null ? [] : [{ text, y: y(value), colour, weight }];
}
