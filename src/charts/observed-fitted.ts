import type { TopLevelSpec } from 'vega-lite';
import { areaLayer } from './area-style.ts';
import { onScale, TIME_AXIS_HEIGHT } from './axes.ts';
import { bandLayer } from './band-layer.ts';
import { drawCallouts, placeCallouts } from './callouts.ts';
import { POINT_SCALE } from './compare-panel.ts';
import { type EndLabel, endLabels } from './end-labels.ts';
import { obstaclesOf } from './ground.ts';
import { type Change, changeMarks, changesBand, lastOf, segmentLines } from './interrupted.ts';
import type { Layer } from './layer.ts';
import { type LineStyle, lineLayer } from './line-layer.ts';
import { composePage } from './page.ts';
import { ruleLayers } from './rule-layer.ts';
import { textLayers } from './text-layer.ts';
import type { ChartTexts, ValueAxisTexts } from './texts.ts';
import { type ChartOptions, PALETTES, type Palette } from './theme.ts';
import { type TimePlot, timePlots } from './time-plots.ts';
import { axisTitle } from './value-axis.ts';

/** A quarter as it was, as the model fits it, and as it would have been without the change, with its interval. */
export interface CoursePoint {
  readonly period: string;
  readonly index: number;
  readonly observed: number | null;
  readonly fitted: number | null;
  readonly counterfactual: number | null;
  readonly lower: number | null;
  readonly upper: number | null;
}

export interface Course {
  readonly points: readonly CoursePoint[];
  readonly changes: readonly Change[];
}

export interface ObservedFittedTexts extends ChartTexts {
  readonly axis: ValueAxisTexts;
  /** At the right ends of the lines, each with its last value. */
  readonly fitted: string;
  readonly counterfactual: string;
  /** Beside one of the dots. */
  readonly observed: string;
}

const observed = (point: CoursePoint): number | null => point.observed;
const fitted = (point: CoursePoint): number | null => point.fitted;
const counterfactual = (point: CoursePoint): number | null => point.counterfactual;

/** What was observed (dots), what the model fits (line) and what was to be expected without the change (dashed, with its band). */
export function observedFittedChart(course: Course, texts: ObservedFittedTexts, options: ChartOptions): TopLevelSpec {
  const palette = PALETTES[options.palette];
  const { points, changes } = course;
  const values = points.flatMap((point) => [
    point.observed,
    point.fitted,
    point.counterfactual,
    point.lower,
    point.upper,
  ]);
  const { grid, plots } = timePlots(
    [
      {
        frequency: 'quarter',
        step: 1,
        indices: points.map(({ index }) => index),
        values: values.filter((value) => value !== null),
        unit: 'number',
        ends: [{ text: texts.fitted, weight: 'bold' }, { text: texts.counterfactual }],
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
    panels: [{ title: null, remarks: [], layers: courseLayers(course, texts, plot, palette) }],
  });
}

function courseLayers(
  { points, changes }: Course,
  texts: ObservedFittedTexts,
  plot: TimePlot,
  palette: Palette,
): readonly Layer[] {
  const marks = changeMarks(changes, plot, palette);
  const ends = endLabels(labelsOf(points, texts, plot, palette), plot);
  const name = nameOfDots({ points, changes }, texts.observed, plot, palette);
  const lines = (value: (point: CoursePoint) => number | null, broken: readonly Change[], style: LineStyle) =>
    segmentLines(points, value, broken).map((line) => lineLayer(line, plot, style));
  return [
    ...lines(observed, [], { colour: palette.line, width: 0.75 }),
    bandLayer(points, palette.comparator),
    ...lines(counterfactual, [], { colour: palette.comparator, width: 1.75, dash: [5, 3] }),
    ...lines(fitted, changes, { colour: palette.practice, width: 2.25 }),
    areaLayer(
      points.flatMap(({ index, observed: y }) =>
        y === null ? [] : [{ x: index, y, subject: 'practice', scale: POINT_SCALE }],
      ),
      { x: onScale('x'), y: onScale('y') },
      palette,
    ),
    ...ruleLayers([...marks.rules, ...ends.leaders, ...name.leaders]),
    ...textLayers([...marks.texts, ...ends.texts, ...name.texts]),
  ];
}

/** The name of the dots, beside one of them. */
function nameOfDots({ points, changes }: Course, text: string, { x, y, width, height }: TimePlot, palette: Palette) {
  const spots = (value: (point: CoursePoint) => number | null) =>
    points.map((point) => {
      const known = value(point);
      return known === null ? null : { x: x(point.index), y: y(known) };
    });
  const shape = { width, height, horizontals: [], verticals: changes.map(({ index }) => x(index - 0.5)) };
  const ground = {
    width,
    height,
    obstacles: [observed, fitted, counterfactual].flatMap((value) => obstaclesOf({ ...shape, points: spots(value) })),
  };
  const callout = {
    text,
    anchors: spots(observed).filter((spot) => spot !== null),
    within: null,
    colour: palette.practice,
    weight: 'normal' as const,
  };
  const { words } = placeCallouts([callout], ground);
  return drawCallouts({ words, tagged: [] }, ground, () => '');
}

function labelsOf(
  points: readonly CoursePoint[],
  texts: ObservedFittedTexts,
  { y }: TimePlot,
  palette: Palette,
): readonly EndLabel[] {
  const label = (text: string, value: number | null, colour: string, weight: 'bold' | 'normal'): readonly EndLabel[] =>
    value === null ? [] : [{ text, y: y(value), colour, weight }];
  return [
    ...label(texts.fitted, lastOf(points, fitted), palette.practice, 'bold'),
    ...label(texts.counterfactual, lastOf(points, counterfactual), palette.comparator, 'normal'),
  ];
}
