import type { ControlChartResult } from '../../analysis/control-chart/result.ts';
import { onScale } from '../parts/axes.ts';
import { type Callout, drawCallouts, type Ground, type PlacedCallouts, placeCallouts } from '../parts/callouts.ts';
import { type EndLabel, endLabels } from '../parts/end-labels.ts';
import { eventCallouts, type SignalCallout } from '../parts/event-callouts.ts';
import { obstaclesOf } from '../parts/ground.ts';
import { intervention } from '../parts/intervention.ts';
import type { Layer } from '../parts/layer.ts';
import { lineLayer } from '../parts/line-layer.ts';
import { type MarkRow, markLayer, markScale } from '../parts/marks.ts';
import { nearest } from '../parts/placing.ts';
import { type RuleRow, ruleLayers } from '../parts/rule-layer.ts';
import type { Scale } from '../parts/scale.ts';
import { type Stair, stairBoxes } from '../parts/steps.ts';
import { textLayers } from '../parts/text-layer.ts';
import type { Palette } from '../parts/theme.ts';
import type { PlotNeeds, TimePlot } from '../parts/time-plots.ts';
import { type ControlLines, controlLineLayers, controlLines, endOf } from './lines.ts';

/** The values of a phase's lines in words; empty for a line that the phase does not have. */
export interface PhaseTexts {
  readonly centre: string;
  readonly upper: string;
  readonly lower: string;
}

/** What stands on one panel besides its numbers. */
export interface ControlPanelTexts extends PhaseTexts {
  /** The area; drawn where there are several panels. */
  readonly title: string;
  /** At the end of the target line: `target 700`. */
  readonly target: string;
  /** Over the intervention's line. */
  readonly intervention: string;
  /** For the phases before the last, in their order. */
  readonly phases: readonly PhaseTexts[];
  readonly signals: readonly SignalCallout[];
}

export interface ControlPanel {
  readonly result: ControlChartResult;
  readonly texts: ControlPanelTexts;
}

/** What the panel's plot must hold. */
export function controlNeeds({ result, texts }: ControlPanel): PlotNeeds {
  const { points, frequency, step, unit } = result;
  return {
    frequency,
    step,
    indices: points.map(({ index }) => index),
    values: points
      .flatMap(({ value, centre, lower, upper, target }) => [value, centre, lower, upper, target])
      .filter((value) => value !== null),
    unit: unit === 'GBP' ? 'GBP' : 'number',
    ends: [texts.upper, texts.centre, texts.lower, texts.target]
      .filter((text) => text !== '')
      .map((text) => ({ text })),
  };
}

/** The points as marks, at their period index and value. */
export function controlMarks({ points }: ControlChartResult): readonly (MarkRow & { readonly y: number })[] {
  return points.flatMap(({ index, value, excluded, provisional, variation }) =>
    value === null
      ? []
      : [{ x: index, y: value, variation: excluded ? 'excluded' : (variation ?? 'common'), provisional }],
  );
}

/** Labels at the right end of the last phase's lines, `y` in px of the plot. */
function controlEndLabels({ texts }: ControlPanel, lines: ControlLines, y: Scale, palette: Palette) {
  const label = (all: readonly Stair[], text: string, colour: string): readonly EndLabel[] => {
    const value = endOf(all);
    return value === null || text === '' ? [] : [{ text, y: y(value), colour }];
  };
  return [
    ...label(lines.upper, texts.upper, palette.secondary),
    ...label(lines.centre, texts.centre, palette.text),
    ...label(lines.lower, texts.lower, palette.secondary),
    ...label(lines.target, texts.target, palette.target),
  ];
}

/** Values of the lines of the phases before the last, each at its own line and within its phase. */
function phaseCallouts({ texts }: ControlPanel, lines: ControlLines, plot: TimePlot, palette: Palette) {
  return texts.phases.flatMap((words, phase) =>
    (['centre', 'upper', 'lower'] as const).flatMap((level): readonly Callout[] => {
      const stair = lines[level][phase];
      const [first, last] = [stair?.[0], stair?.at(-1)];
      if (!first || !last || words[level] === '') return [];
      const [from, to] = [plot.x(first.from), plot.x(last.to)];
      const places = [to - 16, from + 16, (from + to) / 2];
      const heights = [last, first, stair?.[Math.floor(stair.length / 2)] ?? last];
      return [
        {
          text: words[level],
          anchors: places.map((x, place) => ({
            x,
            y: plot.y(heights[place]?.value ?? last.value) + (level === 'lower' ? BESIDE : -BESIDE),
          })),
          within: [from, to],
          colour: level === 'centre' ? palette.text : palette.secondary,
          weight: 'normal',
        },
      ];
    }),
  );
}

/** Values stand outside the limits and above the centre, the middle of their letters this far from the line, px. */
const BESIDE = 11;

/** A value further than this from its line, px, could be taken for another's. */
const FARTHEST = 20;

/** Everything on a panel that has to find its place: `events` may become letters, `values` are left out without room. */
export interface PlacedPanel {
  readonly events: PlacedCallouts;
  readonly values: PlacedCallouts;
  readonly tagged: PlacedCallouts['tagged'];
}

/** Signals and annotations near their points as far as there is room, then the values of the earlier phases' lines. */
export function placeControlTexts(panel: ControlPanel, plot: TimePlot, palette: Palette): PlacedPanel {
  const lines = controlLines(panel.result);
  const ground = groundOf(panel, lines, plot);
  const events = { ...panel.result, borders: phaseBorders(panel.result) };
  const wishes = eventCallouts(events, panel.texts.signals, plot, palette);
  const both = placeCallouts([...wishes, ...phaseCallouts(panel, lines, plot, palette)], ground);
  const isEvent = (callout: Callout): boolean => wishes.includes(callout);
  const tagged = both.tagged.filter(isEvent);
  return {
    tagged,
    events: { words: both.words.filter(({ callout }) => isEvent(callout)), tagged },
    values: {
      words: both.words.filter(({ callout, anchor, box }) => {
        if (isEvent(callout) || !anchor) return false;
        const edge = nearest(box, anchor);
        return Math.hypot(edge.x - anchor.x, edge.y - anchor.y) <= FARTHEST;
      }),
      tagged: [],
    },
  };
}

function groundOf({ result }: ControlPanel, lines: ControlLines, { x, y, width, height }: TimePlot): Ground {
  const { points, step, intervention: change } = result;
  const all = [...lines.centre, ...lines.upper, ...lines.lower, ...lines.target];
  const borders = [...phaseBorders(result), ...(change ? [change.index - step / 2] : [])];
  const drawn = obstaclesOf({
    width,
    height,
    points: points.map(({ index, value }) => (value === null ? null : { x: x(index), y: y(value) })),
    horizontals: [],
    verticals: borders.map(x),
  });
  return { width, height, obstacles: [...drawn, ...stairBoxes(all, x, y)] };
}

/** Where phases after the first begin, in period indices. */
function phaseBorders({ points, step }: ControlChartResult): readonly number[] {
  return points.flatMap(({ phase, index }, place) => {
    const before = points[place - 1];
    return before && before.phase !== phase ? [index - step / 2] : [];
  });
}

/** A dotted line between phases, where no intervention is drawn anyway. */
function borderRules({ result }: ControlPanel, { x, height }: TimePlot, palette: Palette): readonly RuleRow[] {
  const change = result.intervention ? result.intervention.index - result.step / 2 : null;
  return phaseBorders(result)
    .filter((border) => border !== change)
    .map((border) => ({
      x: x(border),
      y: 0,
      x2: x(border),
      y2: height,
      colour: palette.axis,
      width: 1,
      dash: [1, 3],
    }));
}

/** The layers of one control chart: points, lines, borders, words; `tagOf` names callouts without room. */
export function controlLayers(
  panel: ControlPanel,
  plot: TimePlot,
  placed: PlacedPanel,
  tagOf: (text: string) => string,
  palette: Palette,
): readonly Layer[] {
  const { result, texts } = panel;
  const { time, x, y } = plot;
  const lines = controlLines(result);
  const ground = groundOf(panel, lines, plot);
  const words = drawCallouts(placed.events, ground, tagOf);
  const values = drawCallouts(placed.values, ground, tagOf);
  const ends = endLabels(controlEndLabels(panel, lines, y, palette), plot);
  const change = result.intervention
    ? intervention(x(result.intervention.index - result.step / 2), texts.intervention, plot, palette)
    : null;
  const gap = (plot.width * result.step) / (time.domain[1] - time.domain[0]);
  return [
    lineLayer(result.points, plot, { colour: palette.line, width: 1.5 }),
    ...controlLineLayers(lines, palette),
    ...ruleLayers([...borderRules(panel, plot, palette), ...(change?.rules ?? []), ...ends.leaders, ...words.leaders]),
    markLayer(controlMarks(result), { x: onScale('x'), y: onScale('y') }, palette, markScale(gap)),
    ...textLayers([...(change?.texts ?? []), ...ends.texts, ...values.texts, ...words.texts]),
  ];
}
