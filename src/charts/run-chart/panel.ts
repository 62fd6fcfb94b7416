import type { RunChartResult } from '../../analysis/run-chart/result.ts';
import { onScale } from '../parts/axes.ts';
import { type Callout, drawCallouts, type Ground, type PlacedCallouts, placeCallouts } from '../parts/callouts.ts';
import { type EndLabel, endLabels } from '../parts/end-labels.ts';
import { eventCallouts } from '../parts/event-callouts.ts';
import { obstaclesOf } from '../parts/ground.ts';
import { intervention } from '../parts/intervention.ts';
import type { Layer } from '../parts/layer.ts';
import { type Level, levelLayer } from '../parts/level-layer.ts';
import { lineLayer } from '../parts/line-layer.ts';
import { type MarkRow, markLayer, markScale } from '../parts/marks.ts';
import { ruleLayers } from '../parts/rule-layer.ts';
import type { Scale } from '../parts/scale.ts';
import { textLayers } from '../parts/text-layer.ts';
import type { Palette } from '../parts/theme.ts';
import type { TimeAxis } from '../parts/time-axis.ts';
import type { PlotNeeds, TimePlot } from '../parts/time-plots.ts';
import { runVariations } from './variation.ts';

/** What stands on one panel besides its numbers. */
interface RunPanelTexts {
  /** The area; drawn where there are several panels. */
  readonly title: string;
  /** At the end of the centre line: `median 741`. */
  readonly centre: string;
  /** At the end of the target line: `target 700`. */
  readonly target: string;
  /** Over the intervention's line. */
  readonly intervention: string;
  /** One for each of the result's signals, in their order, in a few words: `9 points below the median: improvement`. */
  readonly signals: readonly string[];
}

export interface RunPanel {
  readonly result: RunChartResult;
  readonly texts: RunPanelTexts;
}

/** What the panel's plot must hold. */
export function runNeeds({ result, texts }: RunPanel): PlotNeeds {
  const { points, centre, target, frequency, step, unit } = result;
  return {
    frequency,
    step,
    indices: points.map(({ index }) => index),
    values: [...points.map(({ value }) => value), centre.value, target].filter((value) => value !== null),
    unit: unit === 'GBP' ? 'GBP' : 'number',
    ends: [
      ...(centre.value === null ? [] : [{ text: texts.centre }]),
      ...(target === null ? [] : [{ text: texts.target }]),
    ],
  };
}

/** The points as marks, at their period index and value. */
export function runMarks(result: RunChartResult): readonly (MarkRow & { readonly y: number })[] {
  const variations = runVariations(result);
  return result.points.flatMap(({ index, value, provisional }, place) =>
    value === null ? [] : [{ x: index, y: value, variation: variations[place] ?? 'common', provisional }],
  );
}

/** Labels at the right end of a panel's lines, `y` in px of the plot. */
function runEndLabels({ result, texts }: RunPanel, y: Scale, palette: Palette): readonly EndLabel[] {
  const { centre, target } = result;
  return [
    ...(centre.value === null ? [] : [{ text: texts.centre, y: y(centre.value), colour: palette.text }]),
    ...(target === null ? [] : [{ text: texts.target, y: y(target), colour: palette.target }]),
  ];
}

/** Signals and annotations as callouts. */
function runCallouts({ result, texts }: RunPanel, plot: TimePlot, palette: Palette): readonly Callout[] {
  const signals = result.signals.map(({ at, variation }, place) => ({
    text: texts.signals[place] ?? '',
    at,
    variation,
  }));
  return eventCallouts(result, signals, plot, palette);
}

function groundOf({ result }: RunPanel, { x, y, width, height }: TimePlot): Ground {
  const { centre, target, points, intervention: change } = result;
  const obstacles = obstaclesOf({
    width,
    height,
    points: points.map(({ index, value }) => (value === null ? null : { x: x(index), y: y(value) })),
    horizontals: [centre.value, target].flatMap((value) => (value === null ? [] : [y(value)])),
    verticals: change ? [x(change.index - result.step / 2)] : [],
  });
  return { width, height, obstacles };
}

/** Signals and annotations, each near its points as far as there is room. */
export function placeRunCallouts(panel: RunPanel, plot: TimePlot, palette: Palette): PlacedCallouts {
  return placeCallouts(runCallouts(panel, plot, palette), groundOf(panel, plot));
}

/** The layers of one run chart: line, centre, target, intervention, points and words; `tagOf` names callouts without room. */
export function runLayers(
  panel: RunPanel,
  plot: TimePlot,
  callouts: PlacedCallouts,
  tagOf: (text: string) => string,
  palette: Palette,
): readonly Layer[] {
  const { result, texts } = panel;
  const { time, x, y } = plot;
  const words = drawCallouts(callouts, groundOf(panel, plot), tagOf);
  const ends = endLabels(runEndLabels(panel, y, palette), plot);
  const change = result.intervention
    ? intervention(x(result.intervention.index - result.step / 2), texts.intervention, plot, palette)
    : null;
  const gap = (plot.width * result.step) / (time.domain[1] - time.domain[0]);
  return [
    lineLayer(result.points, plot, { colour: palette.line, width: 1.5 }),
    levelLayer(runLevels(result, time), palette),
    ...ruleLayers([...(change?.rules ?? []), ...ends.leaders, ...words.leaders]),
    markLayer(runMarks(result), { x: onScale('x'), y: onScale('y') }, palette, markScale(gap)),
    ...textLayers([...(change?.texts ?? []), ...ends.texts, ...words.texts]),
  ];
}

function runLevels({ centre, target }: RunChartResult, { domain }: TimeAxis): readonly Level[] {
  const [from, to] = domain;
  return [
    ...(centre.value === null ? [] : [{ from, to, value: centre.value, role: 'centre' as const }]),
    ...(target === null ? [] : [{ from, to, value: target, role: 'target' as const }]),
  ];
}
