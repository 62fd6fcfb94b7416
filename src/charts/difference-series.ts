import type { TopLevelSpec } from 'vega-lite';
import { areaLayer } from './area-style.ts';
import { onScale, TIME_AXIS_HEIGHT } from './axes.ts';
import { POINT_SCALE } from './compare-panel.ts';
import { type EndLabel, endLabels } from './end-labels.ts';
import { type Change, changeMarks, changesBand, lastOf, segmentLines } from './interrupted.ts';
import type { Layer } from './layer.ts';
import { levelLayer } from './level-layer.ts';
import { type LineStyle, lineLayer } from './line-layer.ts';
import { composePage } from './page.ts';
import { ruleLayers } from './rule-layer.ts';
import { textLayers } from './text-layer.ts';
import type { ChartTexts, ValueAxisTexts } from './texts.ts';
import { type ChartOptions, PALETTES, type Palette } from './theme.ts';
import { type TimePlot, timePlots } from './time-plots.ts';
import { axisTitle } from './value-axis.ts';

/** Practice against comparator in one quarter, in percent; the fit, and the course before carried on. */
export interface DifferencePoint {
  readonly period: string;
  readonly index: number;
  readonly value: number | null;
  readonly fitted: number | null;
  readonly counterfactual: number | null;
}

export interface Differences {
  readonly points: readonly DifferencePoint[];
  readonly changes: readonly Change[];
}

export interface DifferenceTexts extends ChartTexts {
  readonly axis: ValueAxisTexts;
  /** At the right ends: the fit after the change, and the course before carried on. */
  readonly fitted: string;
  readonly counterfactual: string;
  /** At the line where both areas are the same; null where that is not drawn. */
  readonly same: string | null;
}

const fitted = (point: DifferencePoint): number | null => point.fitted;
const counterfactual = (point: DifferencePoint): number | null => point.counterfactual;

/** How far the practice lies from its comparator, quarter by quarter, with a straight line before and after the change. */
export function differenceSeriesChart(
  differences: Differences,
  texts: DifferenceTexts,
  options: ChartOptions,
): TopLevelSpec {
  const palette = PALETTES[options.palette];
  const { points, changes } = differences;
  const values = points.flatMap((point) => [point.value, point.fitted, point.counterfactual]);
  const { grid, plots } = timePlots(
    [
      {
        frequency: 'quarter',
        step: 1,
        indices: points.map(({ index }) => index),
        values: [...values.filter((value) => value !== null), ...(texts.same === null ? [] : [0])],
        unit: 'percent',
        ends: [{ text: texts.fitted, weight: 'bold' }, { text: texts.counterfactual }, { text: texts.same ?? '' }],
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
    panels: [{ title: null, remarks: [], layers: differenceLayers(differences, texts, plot, palette) }],
  });
}

function differenceLayers(
  { points, changes }: Differences,
  texts: DifferenceTexts,
  plot: TimePlot,
  palette: Palette,
): readonly Layer[] {
  const [from, to] = plot.time.domain;
  const marks = changeMarks(changes, plot, palette);
  const ends = endLabels(labelsOf(points, texts, plot, palette), plot);
  const lines = (value: (point: DifferencePoint) => number | null, broken: readonly Change[], style: LineStyle) =>
    segmentLines(points, value, broken).map((line) => lineLayer(line, plot, style));
  return [
    ...lines((point) => point.value, [], { colour: palette.line, width: 0.75 }),
    ...(texts.same === null ? [] : [levelLayer([{ from, to, value: 0, role: 'reference' as const }], palette)]),
    ...lines(counterfactual, [], { colour: palette.comparator, width: 1.75, dash: [5, 3] }),
    ...lines(fitted, changes, { colour: palette.practice, width: 2.25 }),
    areaLayer(
      points.flatMap(({ index, value: y }) =>
        y === null ? [] : [{ x: index, y, subject: 'practice', scale: POINT_SCALE }],
      ),
      { x: onScale('x'), y: onScale('y') },
      palette,
    ),
    ...ruleLayers([...marks.rules, ...ends.leaders]),
    ...textLayers([...marks.texts, ...ends.texts]),
  ];
}

function labelsOf(
  points: readonly DifferencePoint[],
  texts: DifferenceTexts,
  { y }: TimePlot,
  palette: Palette,
): readonly EndLabel[] {
  const label = (text: string, value: number | null, colour: string, weight: 'bold' | 'normal'): readonly EndLabel[] =>
    value === null ? [] : [{ text, y: y(value), colour, weight }];
  return [
    ...label(texts.fitted, lastOf(points, fitted), palette.practice, 'bold'),
    ...label(texts.counterfactual, lastOf(points, counterfactual), palette.comparator, 'normal'),
    ...label(texts.same ?? '', texts.same === null ? null : 0, palette.secondary, 'normal'),
  ];
}
