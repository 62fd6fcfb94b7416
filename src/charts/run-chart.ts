import type { TopLevelSpec } from 'vega-lite';
import { TIME_AXIS_HEIGHT } from './axes.ts';
import type { PlacedCallouts } from './callouts.ts';
import { captionBand } from './caption.ts';
import { type SymbolTexts, symbolKey } from './key.ts';
import { composePage } from './page.ts';
import { placeRunCallouts, type RunPanel, runLayers, runMarks, runNeeds } from './run-panel.ts';
import type { ChartTexts, ValueAxisTexts } from './texts.ts';
import { type ChartOptions, FRAMES, PALETTES, type Palette } from './theme.ts';
import { type TimePlot, type TimePlots, timePlots } from './time-plots.ts';
import { axisTitle } from './value-axis.ts';

export interface RunChartTexts extends ChartTexts {
  readonly axis: ValueAxisTexts;
  readonly symbols: SymbolTexts;
}

/** Space over and under the data, as a share of their range: more is tried until all words find a place. */
const ROOMS = [0.06, 0.2, 0.35, 0.5];

/**
 * Run charts as small multiples (one area: one chart), at most three to a row: line and points, the median and the target with
 * their values at the right end, each signal by shape, colour and words, the intervention, annotations, gaps, excluded and
 * provisional points. Words that find no room near their points become letters, and stand below the plots.
 */
export function runChart(panels: readonly RunPanel[], texts: RunChartTexts, options: ChartOptions): TopLevelSpec {
  const palette = PALETTES[options.palette];
  const { width, margin } = FRAMES[options.width];
  const { grid, plots, callouts } = layOut(panels, options, palette);
  const axes = plots.map(({ value }) => value);
  const tagged = [...new Set(callouts.flatMap((one) => one.tagged.map(({ text }) => text)))];
  const tagOf = (text: string): string => letter(tagged.indexOf(text));
  return composePage({
    texts,
    options,
    grid,
    axisTitle: axisTitle(texts.axis, axes, grid.shared),
    key: symbolKey(
      panels.flatMap(({ result }) => runMarks(result)),
      texts.symbols,
      palette,
      width - 2 * margin,
    ),
    band: captionBand(
      panels.flatMap(({ result, texts: { intervention } }) => (result.intervention ? [intervention] : [])),
      grid.plotWidth,
    ),
    axisHeight: TIME_AXIS_HEIGHT,
    tagged: tagged.map((text) => `${tagOf(text)}: ${text}`),
    panels: panels.map((panel, at) => ({
      title: panels.length > 1 ? panel.texts.title : null,
      remarks: [],
      layers: runLayers(panel, plots[at] as TimePlot, callouts[at] as PlacedCallouts, tagOf, palette),
    })),
  });
}

interface LaidOut extends TimePlots {
  readonly callouts: readonly PlacedCallouts[];
}

/** Plots with the least room over and under their data at which the most callouts stand in words. */
function layOut(panels: readonly RunPanel[], options: ChartOptions, palette: Palette): LaidOut {
  const needs = panels.map(runNeeds);
  let best: LaidOut | null = null;
  for (const room of ROOMS) {
    const plots = timePlots(needs, options, room);
    const callouts = panels.map((panel, at) => placeRunCallouts(panel, plots.plots[at] as TimePlot, palette));
    if (!best || wordless(callouts) < wordless(best.callouts)) best = { ...plots, callouts };
    if (wordless(callouts) === 0) break;
  }
  return best as LaidOut;
}

const wordless = (callouts: readonly PlacedCallouts[]): number =>
  callouts.reduce((sum, { tagged }) => sum + tagged.length, 0);

/** A, B, ... Z, AA, AB. */
function letter(place: number): string {
  const last = String.fromCharCode(65 + (place % 26));
  return place < 26 ? last : letter(Math.floor(place / 26) - 1) + last;
}
