import type { TopLevelSpec } from 'vega-lite';
import type { FunnelArea, FunnelLimits, FunnelResult } from '../../analysis/scan/funnel-result.ts';
import { onScale, valueAcross, valueEncoding } from '../parts/axes.ts';
import { type Callout, drawCallouts, type Ground, type PlacedCallouts, placeCallouts } from '../parts/callouts.ts';
import { endLabelRoom, endLabels } from '../parts/end-labels.ts';
import type { Grid } from '../parts/grid.ts';
import { obstaclesOf } from '../parts/ground.ts';
import { type SymbolTexts, symbolKey } from '../parts/key.ts';
import type { Layer } from '../parts/layer.ts';
import { type MarkRow, markLayer } from '../parts/marks.ts';
import { composePage } from '../parts/page.ts';
import type { Spot } from '../parts/placing.ts';
import { ruleLayers } from '../parts/rule-layer.ts';
import { linear, type Scale } from '../parts/scale.ts';
import { textLayers, textRows } from '../parts/text-layer.ts';
import { textWidth } from '../parts/text-width.ts';
import type { ChartTexts, ValueAxisTexts } from '../parts/texts.ts';
import { type ChartOptions, FRAMES, PALETTES, type Palette, TYPE } from '../parts/theme.ts';
import { axisTitle, type ValueAxis, valueAxis } from '../parts/value-axis.ts';

interface FunnelTexts extends ChartTexts {
  readonly axis: ValueAxisTexts;
  /** Under the plot: what areas are sized by. */
  readonly sizes: string;
  readonly symbols: SymbolTexts;
  /** At the right ends of the lines. */
  readonly centre: string;
  readonly outer: string;
  readonly inner: string;
  /** The names of areas outside the limits, by their place in the result: those to be written beside their points. */
  readonly labels: ReadonlyMap<number, string>;
}

const HEIGHTS = { wide: 330, narrow: 300 } as const;
/** Axis labels under the plot, and the title of the axis. */
const LABELS_HEIGHT = 22;
const AXIS_HEIGHT = LABELS_HEIGHT + TYPE.label.line + 4;
/** With more points than this each is drawn smaller. */
const CROWDED = 80;

interface Plot {
  readonly grid: Grid;
  readonly sizes: ValueAxis;
  readonly rates: ValueAxis;
  readonly x: Scale;
  readonly y: Scale;
}

/**
 * Areas of one year against their size: a dot each, the rate of all together, limits that allow for differences between areas
 * (dashed) and those of chance alone (dotted). Areas outside the outer limits differ in shape and colour, and bear their names
 * as far as there is room.
 */
export function funnelChart(result: FunnelResult, texts: FunnelTexts, options: ChartOptions): TopLevelSpec {
  const palette = PALETTES[options.palette];
  const { width, margin } = FRAMES[options.width];
  const plot = layOut(result, texts, options);
  const { grid } = plot;
  const ends = limitEnds(result, texts, plot, palette);
  const ground = groundOf(result, plot);
  const placed = placeCallouts(namesOf(result, texts, plot, palette), ground);
  return composePage({
    texts,
    options,
    grid,
    axisTitle: axisTitle(texts.axis, [plot.rates], true),
    key: symbolKey(rowsOf(result), texts.symbols, palette, width - 2 * margin),
    band: 0,
    axisHeight: AXIS_HEIGHT,
    tagged: [],
    panels: [{ title: null, remarks: [], layers: layersOf(result, texts, plot, { placed, ground, ends, palette }) }],
  });
}

function layOut(result: FunnelResult, texts: FunnelTexts, options: ChartOptions): Plot {
  const { width, margin } = FRAMES[options.width];
  const rates = valueAxis([...result.areas.map(({ rate }) => rate), ...result.limits.flatMap(drawnLimits)], {
    unit: 'number',
    steps: 5,
    room: 0.06,
  });
  const inner = width - 2 * margin;
  const left = Math.ceil(Math.max(...rates.labels.map((label) => textWidth(label, TYPE.label.size)))) + 10;
  const right = endLabelRoom([{ text: texts.centre }, { text: texts.outer }, { text: texts.inner }], inner * 0.2);
  const plotWidth = inner - left - right;
  const plotHeight = HEIGHTS[options.width];
  const sizes = valueAxis(
    result.areas.map(({ denominator }) => denominator),
    { unit: 'number', steps: options.width === 'wide' ? 6 : 4, room: 0.03 },
  );
  return {
    grid: { count: 1, columns: 1, rows: 1, plotWidth, plotHeight, left, right, gap: 0, shared: true },
    sizes,
    rates,
    x: linear(sizes.domain, 0, plotWidth),
    y: linear(rates.domain, plotHeight, 0),
  };
}

const drawnLimits = ({ adjustedLower998, adjustedUpper998 }: FunnelLimits): readonly number[] => [
  adjustedLower998,
  adjustedUpper998,
];

interface Line {
  readonly name: keyof Omit<FunnelLimits, 'denominator'>;
  readonly width: number;
  readonly dash: readonly [number, number];
}

/** The lines of the funnel; those of chance alone are dotted, and drawn only where they differ. */
function linesOf({ overdispersion }: FunnelResult): readonly Line[] {
  const adjusted: readonly Line[] = [
    { name: 'adjustedLower998', width: 1.5, dash: [6, 3] },
    { name: 'adjustedUpper998', width: 1.5, dash: [6, 3] },
    { name: 'adjustedLower95', width: 1, dash: [3, 3] },
    { name: 'adjustedUpper95', width: 1, dash: [3, 3] },
  ];
  const plain: readonly Line[] = [
    { name: 'lower998', width: 1, dash: [1, 3] },
    { name: 'upper998', width: 1, dash: [1, 3] },
  ];
  return overdispersion.tau2 > 0 ? [...adjusted, ...plain] : adjusted;
}

function layersOf(
  result: FunnelResult,
  texts: FunnelTexts,
  plot: Plot,
  {
    placed,
    ground,
    ends,
    palette,
  }: {
    readonly placed: PlacedCallouts;
    readonly ground: Ground;
    readonly ends: ReturnType<typeof endLabels>;
    readonly palette: Palette;
  },
): readonly Layer[] {
  const { grid, sizes, rates, x, y } = plot;
  const names = drawCallouts({ words: placed.words, tagged: [] }, ground, () => '');
  const [from, to] = [result.limits[0]?.denominator ?? 0, result.limits.at(-1)?.denominator ?? 0];
  const title = textRows([texts.sizes], grid.plotWidth / 2, grid.plotHeight + LABELS_HEIGHT, {
    colour: palette.secondary,
    type: TYPE.label,
    align: 'center',
  });
  return [
    ...linesOf(result).map((line, place) => limitLayer(result, line, place === 0 ? { sizes, rates } : null, palette)),
    ...ruleLayers([
      {
        x: x(from),
        y: y(result.centre),
        x2: x(to),
        y2: y(result.centre),
        colour: palette.text,
        width: 1.25,
        dash: [1, 0],
      },
      ...names.leaders,
      ...ends.leaders,
    ]),
    markLayer(
      rowsOf(result),
      { x: onScale('x'), y: onScale('y') },
      palette,
      result.areas.length > 5 * CROWDED ? 0.25 : result.areas.length > CROWDED ? 0.6 : 1,
    ),
    ...textLayers([...title, ...names.texts, ...ends.texts]),
  ];
}

function limitLayer(
  result: FunnelResult,
  { name, width, dash }: Line,
  axes: { readonly sizes: ValueAxis; readonly rates: ValueAxis } | null,
  palette: Palette,
): Layer {
  return {
    data: { values: result.limits.map((limits) => ({ size: limits.denominator, limit: limits[name] })) },
    mark: { type: 'line', color: palette.secondary, strokeWidth: width, strokeDash: [...dash], clip: true },
    encoding: {
      x: axes ? valueAcross('size', axes.sizes, 'linear', false) : onScale('size'),
      y: axes ? valueEncoding('limit', axes.rates, true) : onScale('limit'),
      order: { field: 'size', type: 'quantitative' },
    },
  } as Layer;
}

/** Common points first, so that those outside lie on top. */
function rowsOf({ areas }: FunnelResult): readonly MarkRow[] {
  const rows = areas.map(({ denominator, rate, variation }) => ({ x: denominator, y: rate, variation }));
  return [...rows.filter(isCommon), ...rows.filter((row) => !isCommon(row))];
}

const isCommon = ({ variation }: Pick<MarkRow, 'variation'>): boolean => variation === 'common';

const spotOf = ({ denominator, rate }: FunnelArea, { x, y }: Plot): Spot => ({ x: x(denominator), y: y(rate) });

function limitEnds({ limits, centre }: FunnelResult, texts: FunnelTexts, { grid, y }: Plot, palette: Palette) {
  const last = limits.at(-1);
  if (!last) return { texts: [], leaders: [] };
  const label = (text: string, value: number) => ({ text, y: y(value), colour: palette.secondary });
  return endLabels(
    [
      label(texts.outer, last.adjustedUpper998),
      label(texts.inner, last.adjustedUpper95),
      { ...label(texts.centre, centre), colour: palette.text },
      label(texts.inner, last.adjustedLower95),
      label(texts.outer, last.adjustedLower998),
    ],
    { width: grid.plotWidth, height: grid.plotHeight, room: grid.right },
  );
}

function namesOf(result: FunnelResult, texts: FunnelTexts, plot: Plot, palette: Palette): readonly Callout[] {
  return [...texts.labels].flatMap(([place, text]) => {
    const area = result.areas[place];
    if (!area) return [];
    const colour = area.variation === 'common' ? palette.text : palette[area.variation];
    return [{ text, anchors: [spotOf(area, plot)], within: null, colour, weight: 'normal' as const }];
  });
}

function groundOf(result: FunnelResult, plot: Plot): Ground {
  const { plotWidth: width, plotHeight: height } = plot.grid;
  const points = result.areas.flatMap((area) => [spotOf(area, plot), null]);
  const lines = (['adjustedLower998', 'adjustedUpper998'] as const).flatMap((name) => [
    ...result.limits.map((limits) => ({ x: plot.x(limits.denominator), y: plot.y(limits[name]) })),
    null,
  ]);
  const shape = { width, height, verticals: [] };
  return {
    width,
    height,
    obstacles: [
      ...obstaclesOf({ ...shape, points, horizontals: [plot.y(result.centre)] }),
      ...obstaclesOf({ ...shape, points: lines, horizontals: [] }),
    ],
  };
}
