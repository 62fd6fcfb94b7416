import type { TopLevelSpec } from 'vega-lite';
import type { CompareSeries } from '../../analysis/compare/result.ts';
import { areaLayer, areaLine } from '../parts/area-style.ts';
import { onScale, TIME_AXIS_HEIGHT } from '../parts/axes.ts';
import { captionBand } from '../parts/caption.ts';
import type { Layer } from '../parts/layer.ts';
import { lineLayer } from '../parts/line-layer.ts';
import { composePage } from '../parts/page.ts';
import { ruleLayers } from '../parts/rule-layer.ts';
import { textLayers } from '../parts/text-layer.ts';
import type { ChartTexts, ValueAxisTexts } from '../parts/texts.ts';
import { type ChartOptions, PALETTES, type Palette } from '../parts/theme.ts';
import { type TimePlot, timePlots } from '../parts/time-plots.ts';
import { axisTitle } from '../parts/value-axis.ts';
import { type CompareLines, changeOn, interventionIndex, linePoints, linesNeeds, POINT_SCALE } from './panel.ts';

export interface TrendsTexts extends ChartTexts {
  readonly axis: ValueAxisTexts;
  /** Under the name of each area: `−7.9 a quarter (−13.1 to −2.8), 2014/15 Q1 to 2017/18 Q3`. */
  readonly slopes: Readonly<Record<CompareSeries['subject'], string>>;
  readonly intervention: string;
}

/** What was observed and the least-squares line within its window, a panel for each series. */
export function trendsChart(lines: CompareLines, texts: TrendsTexts, options: ChartOptions): TopLevelSpec {
  const palette = PALETTES[options.palette];
  const needs = lines.series.map((series) =>
    linesNeeds([series], [observed, fitted], [], series.unit === 'GBP' ? 'GBP' : 'number'),
  );
  const { grid, plots } = timePlots(needs, options, 0.06);
  const axes = plots.map((plot) => plot.value);
  const hasChange = interventionIndex(lines.series, lines.intervention) !== null;
  return composePage({
    texts,
    options,
    grid,
    axisTitle: axisTitle(texts.axis, axes, grid.shared),
    key: null,
    band: captionBand(hasChange ? [texts.intervention] : [], grid.plotWidth),
    axisHeight: TIME_AXIS_HEIGHT,
    tagged: [],
    panels: lines.series.map((series, place) => ({
      title: lines.series.length > 1 ? series.area : null,
      remarks: [texts.slopes[series.subject]],
      layers: trendLayers({ ...lines, series: [series] }, texts, plots[place] as TimePlot, palette),
    })),
  });
}

const observed = (point: CompareSeries['points'][number]): number | null => point.value;
const fitted = (point: CompareSeries['points'][number]): number | null => point.fitted;

function trendLayers(lines: CompareLines, texts: TrendsTexts, plot: TimePlot, palette: Palette): readonly Layer[] {
  const change = changeOn(lines, texts.intervention, plot, palette);
  return [
    ...lines.series.flatMap((series) => [
      lineLayer(linePoints(series, observed), plot, { colour: palette.line, width: 1 }),
      lineLayer(linePoints(series, fitted), plot, areaLine(series.subject, palette)),
      areaLayer(
        linePoints(series, observed).flatMap(({ index, value: y }) =>
          y === null ? [] : [{ x: index, y, subject: series.subject, scale: POINT_SCALE }],
        ),
        { x: onScale('x'), y: onScale('y') },
        palette,
      ),
    ]),
    ...ruleLayers(change.rules),
    ...textLayers(change.texts),
  ];
}
