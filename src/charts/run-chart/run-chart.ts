import type { TopLevelSpec } from 'vega-lite';
import type { PlacedCallouts } from '../parts/callouts.ts';
import { type MarkedChartTexts, smallMultiples } from '../parts/small-multiples.ts';
import { type ChartOptions, PALETTES } from '../parts/theme.ts';
import { placeRunCallouts, type RunPanel, runLayers, runMarks, runNeeds } from './panel.ts';

/**
 * Run charts as small multiples (one area: one chart), at most three to a row: line and points, the median and the target with
 * their values at the right end, each signal by shape, colour and words, the intervention, annotations, gaps, excluded and
 * provisional points. Words that find no room near their points become letters, and stand below the plots.
 */
export function runChart(panels: readonly RunPanel[], texts: MarkedChartTexts, options: ChartOptions): TopLevelSpec {
  const palette = PALETTES[options.palette];
  return smallMultiples<PlacedCallouts>(
    panels.map((panel) => ({
      title: panel.texts.title,
      caption: panel.result.intervention ? panel.texts.intervention : '',
      needs: runNeeds(panel),
      marks: runMarks(panel.result),
      place: (plot) => placeRunCallouts(panel, plot, palette),
      layers: (plot, callouts, tagOf) => runLayers(panel, plot, callouts, tagOf, palette),
    })),
    texts,
    options,
  );
}
