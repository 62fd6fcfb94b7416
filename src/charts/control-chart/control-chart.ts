import type { TopLevelSpec } from 'vega-lite';
import { type MarkedChartTexts, smallMultiples } from '../parts/small-multiples.ts';
import { type ChartOptions, PALETTES } from '../parts/theme.ts';
import {
  type ControlPanel,
  controlLayers,
  controlMarks,
  controlNeeds,
  type PlacedPanel,
  placeControlTexts,
} from './panel.ts';

/**
 * Control charts as small multiples (one area: one chart), at most three to a row: line and points, the centre solid and the
 * limits dashed with their values at the right end, all broken between phases and stepped where they vary, the target, each
 * signal by shape, colour and words, the intervention, annotations, gaps, excluded and provisional points. Words that find no
 * room near their points become letters, and stand below the plots.
 */
export function controlChart(
  panels: readonly ControlPanel[],
  texts: MarkedChartTexts,
  options: ChartOptions,
): TopLevelSpec {
  const palette = PALETTES[options.palette];
  return smallMultiples<PlacedPanel>(
    panels.map((panel) => ({
      title: panel.texts.title,
      caption: panel.result.intervention ? panel.texts.intervention : '',
      needs: controlNeeds(panel),
      marks: controlMarks(panel.result),
      place: (plot) => placeControlTexts(panel, plot, palette),
      layers: (plot, placed, tagOf) => controlLayers(panel, plot, placed, tagOf, palette),
    })),
    texts,
    options,
  );
}
