import type { TopLevelSpec } from 'vega-lite';
import type { CompareSeries } from '../../analysis/compare/result.ts';
import { AREA_MARKS, areaLayer, areaLine } from '../parts/area-style.ts';
import { onScale, TIME_AXIS_HEIGHT } from '../parts/axes.ts';
import { captionBand } from '../parts/caption.ts';
import { endLabels } from '../parts/end-labels.ts';
import type { Layer } from '../parts/layer.ts';
import { levelLayer } from '../parts/level-layer.ts';
import { lineLayer } from '../parts/line-layer.ts';
import { composePage } from '../parts/page.ts';
import { ruleLayers } from '../parts/rule-layer.ts';
import { textLayers } from '../parts/text-layer.ts';
import type { ChartTexts, ValueAxisTexts } from '../parts/texts.ts';
import { type ChartOptions, PALETTES, type Palette } from '../parts/theme.ts';
import { type TimePlot, timePlots } from '../parts/time-plots.ts';
import { axisTitle } from '../parts/value-axis.ts';
import {
  type CompareLines,
  changeOn,
  interventionIndex,
  lastPoint,
  linePoints,
  linesNeeds,
  POINT_SCALE,
} from './panel.ts';

export interface IndexedTexts extends ChartTexts {
  readonly axis: ValueAxisTexts;
  /** At the end of each line: `Frome Medical Practice 89`. */
  readonly labels: Readonly<Record<CompareSeries['subject'], string>>;
  /** At the end of the line at 100: `mean of 2013/14 = 100`. */
  readonly reference: string;
  readonly intervention: string;
}

const indexed = (point: CompareSeries['points'][number]): number | null => point.indexed;

/** Practice and comparator (or the practice alone) on one scale on which the baseline's quarterly mean is 100. */
export function indexedChart(lines: CompareLines, texts: IndexedTexts, options: ChartOptions): TopLevelSpec {
  const palette = PALETTES[options.palette];
  const ends = [
    ...lines.series.map(({ subject }) => ({ text: texts.labels[subject], weight: 'bold' as const })),
    { text: texts.reference },
  ];
  const needs = linesNeeds(lines.series, [indexed], ends, 'number');
  const { grid, plots } = timePlots([{ ...needs, values: [...needs.values, 100] }], options, 0.06);
  const [plot] = plots as [TimePlot];
  const hasChange = interventionIndex(lines.series, lines.intervention) !== null;
  return composePage({
    texts,
    options,
    grid,
    axisTitle: axisTitle(texts.axis, [plot.value], true),
    key: null,
    band: captionBand(hasChange ? [texts.intervention] : [], plot.width),
    axisHeight: TIME_AXIS_HEIGHT,
    tagged: [],
    panels: [{ title: null, remarks: [], layers: indexedLayers(lines, texts, plot, palette) }],
  });
}

function indexedLayers(lines: CompareLines, texts: IndexedTexts, plot: TimePlot, palette: Palette): readonly Layer[] {
  const [from, to] = plot.time.domain;
  const change = changeOn(lines, texts.intervention, plot, palette);
  const labels = lines.series.flatMap((series) => {
    const last = lastPoint(series, indexed);
    const colour = AREA_MARKS[series.subject].colour(palette);
    return last ? [{ text: texts.labels[series.subject], y: plot.y(last.value), colour, weight: 'bold' as const }] : [];
  });
  const ends = endLabels([...labels, { text: texts.reference, y: plot.y(100), colour: palette.secondary }], plot);
  return [
    ...lines.series.map((series) => lineLayer(linePoints(series, indexed), plot, areaLine(series.subject, palette))),
    levelLayer([{ from, to, value: 100, role: 'reference' }], palette),
    ...ruleLayers([...change.rules, ...ends.leaders]),
    areaLayer(
      lines.series.flatMap(({ subject, points }) =>
        points.flatMap(({ index, indexed: y }) => (y === null ? [] : [{ x: index, y, subject, scale: POINT_SCALE }])),
      ),
      { x: onScale('x'), y: onScale('y') },
      palette,
    ),
    ...textLayers([...change.texts, ...ends.texts]),
  ];
}
