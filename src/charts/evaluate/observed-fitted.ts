import type { TopLevelSpec } from 'vega-lite';
import { bandLayer } from '../parts/band-layer.ts';
import { drawCallouts, placeCallouts } from '../parts/callouts.ts';
import { type EndLabel, endLabels } from '../parts/end-labels.ts';
import { obstaclesOf } from '../parts/ground.ts';
import type { Layer } from '../parts/layer.ts';
import { ruleLayers } from '../parts/rule-layer.ts';
import { textLayers } from '../parts/text-layer.ts';
import type { ChartTexts, ValueAxisTexts } from '../parts/texts.ts';
import type { ChartOptions, Palette } from '../parts/theme.ts';
import type { TimePlot } from '../parts/time-plots.ts';
import { type Change, changeMarks, lastOf } from './interrupted.ts';
import { endLabel, type FittedPoint, fittedLayers, interruptedChart } from './interrupted-chart.ts';

/** A quarter as it was, as the model fits it, and as it would have been without the change, with its interval. */
export interface CoursePoint extends FittedPoint {
  readonly observed: number | null;
  readonly lower: number | null;
  readonly upper: number | null;
}

export interface Course {
  readonly points: readonly CoursePoint[];
  readonly changes: readonly Change[];
}

interface ObservedFittedTexts extends ChartTexts {
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
  const { points, changes } = course;
  const values = points.flatMap((point) => [
    point.observed,
    point.fitted,
    point.counterfactual,
    point.lower,
    point.upper,
  ]);
  const series = { points, changes, values, unit: 'number' as const, ends: [texts.fitted, texts.counterfactual] };
  return interruptedChart(series, texts, options, (plot, palette) => courseLayers(course, texts, plot, palette));
}

function courseLayers(course: Course, texts: ObservedFittedTexts, plot: TimePlot, palette: Palette): readonly Layer[] {
  const marks = changeMarks(course.changes, plot, palette);
  const ends = endLabels(labelsOf(course.points, texts, plot, palette), plot);
  const name = nameOfDots(course, texts.observed, plot, palette);
  return [
    ...fittedLayers(course, observed, [bandLayer(course.points, palette.comparator)], plot, palette),
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
  plot: TimePlot,
  palette: Palette,
): readonly EndLabel[] {
  return [
    ...endLabel(texts.fitted, lastOf(points, fitted), plot, palette.practice, 'bold'),
    ...endLabel(texts.counterfactual, lastOf(points, counterfactual), plot, palette.comparator),
  ];
}
