import type { TopLevelSpec } from 'vega-lite';
import { AREA_MARKS, areaLayer } from '../parts/area-style.ts';
import { onScale, valueAcross } from '../parts/axes.ts';
import { captionBand, captionOver } from '../parts/caption.ts';
import type { Grid } from '../parts/grid.ts';
import { type Layer, literal, px } from '../parts/layer.ts';
import { composePage } from '../parts/page.ts';
import { ruleLayers, SOLID } from '../parts/rule-layer.ts';
import { linear, logarithmic, type Scale } from '../parts/scale.ts';
import { textLayers } from '../parts/text-layer.ts';
import type { ChartTexts, ValueAxisTexts } from '../parts/texts.ts';
import { type ChartOptions, FRAMES, PALETTES, type Palette } from '../parts/theme.ts';
import { AXIS_PARTS, type AxisUnit, ratioAxis, type ValueAxis, valueAxis } from '../parts/value-axis.ts';
import { aboveRows, besideRows, type IntervalRow, type RowLayout } from './interval-rows.ts';

export interface IntervalsTexts extends ChartTexts {
  readonly axis: Pick<ValueAxisTexts, 'title' | 'better'>;
  /** Over the line that stands for no change. */
  readonly reference: string;
}

/** A faint stretch behind the rows, with its words over the plot. */
interface Stretch {
  readonly from: number;
  readonly to: number;
  readonly label: string;
}

export interface Intervals {
  readonly rows: readonly IntervalRow[];
  /** `log` is for ratios: 0.5 lies as far from 1 as 2 does. */
  readonly scale: 'linear' | 'log';
  readonly unit: AxisUnit;
  /** The value that stands for no change. */
  readonly reference: number;
  readonly stretch: Stretch | null;
}

/** How rows to look at differ from the others: area of the dot, width of the bar in px. */
const STRONG = { scale: 1.15, bar: 3 };
const PLAIN = { scale: 0.7, bar: 1.75 };

const AXIS_HEIGHT = 22;
/** Half the height of a mark's row where lines stop at each row. */
const HALF_ROW = 9;

/** Estimates as dots with their intervals as bars, a row each: words beside the plot, or over each row where it is narrow. */
export function intervalsChart(data: Intervals, texts: IntervalsTexts, options: ChartOptions): TopLevelSpec {
  const { width, margin } = FRAMES[options.width];
  const inner = width - 2 * margin;
  const layout = options.width === 'wide' ? besideRows(data.rows) : aboveRows(data.rows, inner);
  const { left, right, height: plotHeight } = layout;
  const plotWidth = inner - left - right;
  const grid: Grid = { count: 1, columns: 1, rows: 1, plotWidth, plotHeight, left, right, gap: 0, shared: true };
  return composePage({
    texts,
    options,
    grid,
    axisTitle: [texts.axis.title, texts.axis.better].filter((part) => part !== null && part !== '').join(AXIS_PARTS),
    key: null,
    band: captionBand([texts.reference], plotWidth) + (data.stretch ? captionBand([data.stretch.label], plotWidth) : 0),
    axisHeight: AXIS_HEIGHT,
    tagged: [],
    panels: [{ title: null, remarks: [], layers: intervalLayers(data, texts, layout, grid, options) }],
  });
}

function intervalLayers(
  data: Intervals,
  texts: IntervalsTexts,
  layout: RowLayout,
  { plotWidth, plotHeight }: Grid,
  options: ChartOptions,
): readonly Layer[] {
  const palette = PALETTES[options.palette];
  const { rows, reference, stretch } = data;
  const axis = axisOf(data, options.width === 'wide' ? 6 : 4);
  const x = (data.scale === 'log' ? logarithmic : linear)(axis.domain, 0, plotWidth);
  const caption = captionOver(x(reference), texts.reference, plotWidth, 0, palette);
  const lift = captionBand([texts.reference], plotWidth);
  return [
    ...(stretch ? [stretchLayer(stretch, x, plotHeight, lift, palette)] : []),
    barLayer(rows, axis, data.scale, layout, palette),
    ...ruleLayers(
      stops(layout, rows.length, plotHeight).map(([y, y2]) => ({
        x: x(reference),
        y,
        x2: x(reference),
        y2,
        colour: palette.secondary,
        width: 1,
        dash: SOLID,
      })),
    ),
    areaLayer(
      rows.map(({ estimate, subject, strong }, row) => ({
        x: estimate,
        y: layout.y(row),
        subject,
        scale: strong ? STRONG.scale : PLAIN.scale,
      })),
      { x: onScale('x'), y: px('y') },
      palette,
    ),
    ...textLayers([
      ...layout.texts(plotWidth, palette),
      ...caption,
      ...(stretch ? captionOver(x(middle(stretch, data.scale)), stretch.label, plotWidth, lift, palette) : []),
    ]),
  ];
}

function middle({ from, to }: Stretch, scale: Intervals['scale']): number {
  return scale === 'log' ? Math.sqrt(from * to) : (from + to) / 2;
}

/** Everything that is drawn, on one axis. */
function axisOf({ rows, scale, unit, reference, stretch }: Intervals, steps: number): ValueAxis {
  const values = [
    ...rows.flatMap(({ estimate, lower, upper }) => [estimate, lower, upper]),
    reference,
    stretch?.from ?? null,
    stretch?.to ?? null,
  ].filter((value) => value !== null);
  return scale === 'log' ? ratioAxis(values, steps) : valueAxis(values, { unit, steps });
}

/** From where to where the line of no change is drawn: through all rows, or at each mark where it would cross words. */
function stops({ throughLines, y }: RowLayout, rows: number, height: number): readonly (readonly [number, number])[] {
  if (throughLines) return [[-3, height]];
  return Array.from({ length: rows }, (_, row) => [y(row) - HALF_ROW, y(row) + HALF_ROW] as const);
}

/** The intervals as bars, with the axis of the plot. */
function barLayer(
  rows: readonly IntervalRow[],
  axis: ValueAxis,
  scale: Intervals['scale'],
  layout: RowLayout,
  palette: Palette,
): Layer {
  const layer = {
    data: {
      values: rows.map(({ lower, upper, subject, strong }, row) => ({
        lower,
        upper,
        y: layout.y(row),
        subject,
        width: strong ? STRONG.bar : PLAIN.bar,
        colour: AREA_MARKS[subject].colour(palette),
      })),
    },
    transform: [{ filter: 'isValid(datum.lower) && isValid(datum.upper)' }],
    mark: { type: 'rule' },
    encoding: {
      x: valueAcross('lower', axis, scale, layout.throughLines),
      x2: { field: 'upper' },
      y: px('y'),
      color: literal('colour'),
      strokeWidth: { field: 'width', type: 'quantitative', scale: null, legend: null },
    },
  };
  return layer as Layer;
}

function stretchLayer({ from, to }: Stretch, x: Scale, height: number, lift: number, palette: Palette): Layer {
  const layer = {
    data: { values: [{ x: x(from), x2: x(to), y: -lift, y2: height }] },
    mark: { type: 'rect', color: palette.grid, opacity: 0.55 },
    encoding: { x: px('x'), x2: { field: 'x2' }, y: px('y'), y2: { field: 'y2' } },
  };
  return layer as Layer;
}
