import type { TopLevelSpec } from 'vega-lite';
import { TIME_AXIS_HEIGHT } from './axes.ts';
import { captionBand } from './caption.ts';
import { type SymbolTexts, symbolKey } from './key.ts';
import type { Layer } from './layer.ts';
import type { MarkRow } from './marks.ts';
import { composePage } from './page.ts';
import type { ChartTexts, ValueAxisTexts } from './texts.ts';
import { type ChartOptions, FRAMES, PALETTES } from './theme.ts';
import { type PlotNeeds, type TimePlot, type TimePlots, timePlots } from './time-plots.ts';
import { axisTitle } from './value-axis.ts';

/** What stands round charts over time that mark points by symbols. */
export interface MarkedChartTexts extends ChartTexts {
  readonly axis: ValueAxisTexts;
  readonly symbols: SymbolTexts;
}

/** Words in place; those without room become letters in the plot, and stand below the plots. */
interface Placed {
  readonly tagged: readonly { readonly text: string }[];
}

/** One panel, before it is known how large its plot is. */
interface TimePanel<Words extends Placed> {
  /** The area; drawn where there are several panels. */
  readonly title: string;
  /** Over the line of the intervention; empty where there is none. */
  readonly caption: string;
  readonly needs: PlotNeeds;
  readonly marks: readonly MarkRow[];
  readonly place: (plot: TimePlot) => Words;
  readonly layers: (plot: TimePlot, words: Words, tagOf: (text: string) => string) => readonly Layer[];
}

/** Panels over time, at most three to a row, with their axes, key and words around them. */
export function smallMultiples<Words extends Placed>(
  panels: readonly TimePanel<Words>[],
  texts: MarkedChartTexts,
  options: ChartOptions,
): TopLevelSpec {
  const { width, margin } = FRAMES[options.width];
  const { grid, plots, words } = layOut(panels, options);
  const axes = plots.map(({ value }) => value);
  const tagged = [...new Set(words.flatMap((one) => one.tagged.map(({ text }) => text)))];
  const tagOf = (text: string): string => letter(tagged.indexOf(text));
  return composePage({
    texts,
    options,
    grid,
    axisTitle: axisTitle(texts.axis, axes, grid.shared),
    key: symbolKey(
      panels.flatMap(({ marks }) => marks),
      texts.symbols,
      PALETTES[options.palette],
      width - 2 * margin,
    ),
    band: captionBand(
      panels.map(({ caption }) => caption),
      grid.plotWidth,
    ),
    axisHeight: TIME_AXIS_HEIGHT,
    tagged: tagged.map((text) => `${tagOf(text)}: ${text}`),
    panels: panels.map((panel, at) => ({
      title: panels.length > 1 ? panel.title : null,
      remarks: [],
      layers: panel.layers(plots[at] as TimePlot, words[at] as Words, tagOf),
    })),
  });
}

/** Space over and under the data, as a share of their range: more is tried until all words find a place. */
const ROOMS = [0.06, 0.2, 0.35, 0.5];

interface LaidOut<Words> extends TimePlots {
  readonly words: readonly Words[];
}

/** Plots with the least room over and under their data at which the most callouts stand in words. */
function layOut<Words extends Placed>(panels: readonly TimePanel<Words>[], options: ChartOptions): LaidOut<Words> {
  const needs = panels.map((panel) => panel.needs);
  let best: LaidOut<Words> | null = null;
  for (const room of ROOMS) {
    const plots = timePlots(needs, options, room);
    const words = panels.map((panel, at) => panel.place(plots.plots[at] as TimePlot));
    if (!best || wordless(words) < wordless(best.words)) best = { ...plots, words };
    if (wordless(words) === 0) break;
  }
  return best as LaidOut<Words>;
}

const wordless = (words: readonly Placed[]): number => words.reduce((sum, { tagged }) => sum + tagged.length, 0);

/** A, B, ... Z, AA, AB. */
function letter(place: number): string {
  const last = String.fromCharCode(65 + (place % 26));
  return place < 26 ? last : letter(Math.floor(place / 26) - 1) + last;
}
