import type { TopLevelSpec } from 'vega-lite';
import type { CompareSeries } from '../../analysis/compare/result.ts';
import { AREA_MARKS } from '../parts/area-style.ts';
import { TIME_AXIS_HEIGHT } from '../parts/axes.ts';
import { captionBand } from '../parts/caption.ts';
import { endLabels } from '../parts/end-labels.ts';
import type { Layer } from '../parts/layer.ts';
import { type LineStyle, lineLayer } from '../parts/line-layer.ts';
import { composePage } from '../parts/page.ts';
import { ruleLayers } from '../parts/rule-layer.ts';
import { textLayers } from '../parts/text-layer.ts';
import type { ChartTexts, ValueAxisTexts } from '../parts/texts.ts';
import { type ChartOptions, PALETTES, type Palette } from '../parts/theme.ts';
import { type TimePlot, timePlots } from '../parts/time-plots.ts';
import { axisTitle } from '../parts/value-axis.ts';
import { type CompareLines, changeOn, interventionIndex, lastPoint, linePoints, linesNeeds } from './panel.ts';

export interface CostsTexts extends ChartTexts {
  readonly axis: ValueAxisTexts;
  /** At the end of each line: `as paid`, `prices of 2016/17`. */
  readonly labels: Readonly<Record<'nominal' | 'real', string>>;
  readonly intervention: string;
}

const value = (point: CompareSeries['points'][number]): number | null => point.value;

/** Money of each area, a panel each: as paid (dashed) and in real terms (solid), where there are both. */
export function costsChart(lines: CompareLines, texts: CostsTexts, options: ChartOptions): TopLevelSpec {
  const palette = PALETTES[options.palette];
  const panels = byArea(lines.series);
  const needs = panels.map((series) =>
    linesNeeds(
      series,
      [value],
      series.map((one) => ({ text: labelOf(one, texts) })),
      'GBP',
    ),
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
    panels: panels.map((series, place) => ({
      title: panels.length > 1 ? (series[0]?.area ?? null) : null,
      remarks: [],
      layers: costLayers({ ...lines, series }, texts, plots[place] as TimePlot, palette),
    })),
  });
}

/** The series of each area together, in the order in which areas come. */
function byArea(series: readonly CompareSeries[]): readonly (readonly CompareSeries[])[] {
  return [...new Set(series.map(({ area }) => area))].map((area) => series.filter((one) => one.area === area));
}

const labelOf = ({ basis }: CompareSeries, { labels }: CostsTexts): string =>
  labels[basis === 'real' ? 'real' : 'nominal'];

function costStyle({ basis, subject }: CompareSeries, palette: Palette): LineStyle {
  return basis === 'real'
    ? { colour: AREA_MARKS[subject].colour(palette), width: 2.25 }
    : { colour: palette.line, width: 1.75, dash: [4, 3] };
}

function costLayers(lines: CompareLines, texts: CostsTexts, plot: TimePlot, palette: Palette): readonly Layer[] {
  const change = changeOn(lines, texts.intervention, plot, palette);
  const ends = endLabels(
    lines.series.flatMap((series) => {
      const last = lastPoint(series, value);
      const colour = series.basis === 'real' ? AREA_MARKS[series.subject].colour(palette) : palette.secondary;
      return last ? [{ text: labelOf(series, texts), y: plot.y(last.value), colour }] : [];
    }),
    plot,
  );
  return [
    ...lines.series.map((series) => lineLayer(linePoints(series, value), plot, costStyle(series, palette))),
    ...ruleLayers([...change.rules, ...ends.leaders]),
    ...textLayers([...change.texts, ...ends.texts]),
  ];
}
