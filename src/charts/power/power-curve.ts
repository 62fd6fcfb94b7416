import type { TopLevelSpec } from 'vega-lite';
import { onScale, valueAcross, valueEncoding } from '../parts/axes.ts';
import { captionBand } from '../parts/caption.ts';
import { endLabelRoom, endLabels } from '../parts/end-labels.ts';
import type { Grid } from '../parts/grid.ts';
import { intervention } from '../parts/intervention.ts';
import type { Layer } from '../parts/layer.ts';
import { composePage } from '../parts/page.ts';
import { ruleLayers } from '../parts/rule-layer.ts';
import { linear, logarithmic } from '../parts/scale.ts';
import { textLayers, textRows } from '../parts/text-layer.ts';
import { widest } from '../parts/text-width.ts';
import type { ChartTexts, ValueAxisTexts } from '../parts/texts.ts';
import { type ChartOptions, FRAMES, PALETTES, type Palette, TYPE } from '../parts/theme.ts';
import { tickLabels, type ValueAxis, valueAxis } from '../parts/value-axis.ts';

/** The smallest fall that a design finds at each list size, in percent of what is expected (above zero). */
interface PowerLine {
  readonly label: string;
  readonly points: readonly { readonly listSize: number; readonly fall: number }[];
}

interface PowerCurve {
  readonly lines: readonly PowerLine[];
  /** The list size asked about. */
  readonly own: number;
}

interface PowerTexts extends ChartTexts {
  readonly axis: Pick<ValueAxisTexts, 'title'>;
  /** Under the plot. */
  readonly sizes: string;
  /** Over the line of the list size asked about. */
  readonly own: string;
}

const HEIGHTS = { wide: 280, narrow: 260 } as const;
const LABELS_HEIGHT = 22;
const AXIS_HEIGHT = LABELS_HEIGHT + TYPE.label.line + 4;

/** Solid, dashed and dotted, so that lines can be told apart in grey. */
const DASHES: readonly (readonly [number, number])[] = [
  [1, 0],
  [6, 3],
  [2, 3],
];

/** The smallest fall that would be found against list size (logarithmic), a line for each design. */
export function powerCurve(data: PowerCurve, texts: PowerTexts, options: ChartOptions): TopLevelSpec {
  const palette = PALETTES[options.palette];
  const { width, margin } = FRAMES[options.width];
  const inner = width - 2 * margin;
  const points = data.lines.flatMap((line) => line.points);
  const falls = valueAxis([0, ...points.map(({ fall }) => fall)], { unit: 'percent', steps: 5, room: 0.04 });
  const left = Math.ceil(widest(falls.labels, TYPE.label.size)) + 10;
  const ends = data.lines.map(({ label }, place) => ({ text: label, weight: weightOf(place) }));
  const right = Math.max(24, endLabelRoom(ends, options.width === 'wide' ? 130 : 84));
  const plotWidth = inner - left - right;
  const sides = { left, right, gap: 0, shared: true };
  const grid: Grid = { count: 1, columns: 1, rows: 1, plotWidth, plotHeight: HEIGHTS[options.width], ...sides };
  const sizes = sizeAxis([data.own, ...points.map(({ listSize }) => listSize)], plotWidth);
  return composePage({
    texts,
    options,
    grid,
    axisTitle: texts.axis.title,
    key: null,
    band: captionBand([texts.own], plotWidth),
    axisHeight: AXIS_HEIGHT,
    tagged: [],
    panels: [{ title: null, remarks: [], layers: curveLayers(data, texts, { grid, falls, sizes }, palette) }],
  });
}

const weightOf = (place: number): 'bold' | 'normal' => (place === 0 ? 'bold' : 'normal');

const POWERS = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9];
/** Factors of powers of ten that are round list sizes, the finest set first. */
const ROUND = [[1, 2, 3, 5], [1, 2, 5], [1, 3], [1]];

/** Round list sizes on the axis, as many as have room for their labels. */
function sizeAxis(sizes: readonly number[], width: number): ValueAxis {
  const domain = [Math.min(...sizes) / 1.06, Math.max(...sizes) * 1.06] as const;
  const x = logarithmic(domain, 0, width);
  const inside = (tick: number): boolean => tick >= domain[0] && tick <= domain[1];
  const sets = ROUND.map((factors) =>
    POWERS.flatMap((power) => factors.map((factor) => factor * 10 ** power)).filter(inside),
  );
  const fits = (ticks: readonly number[]): boolean => {
    const room = widest(tickLabels(ticks, 'number'), TYPE.label.size) + 8;
    return ticks.every((tick, place) => place === 0 || x(tick) - x(ticks[place - 1] ?? tick) >= room);
  };
  const ticks = sets.find((set) => set.length > 0 && fits(set)) ?? [];
  return { domain, ticks, labels: tickLabels(ticks, 'number'), fromZero: true };
}

interface Plot {
  readonly grid: Grid;
  readonly falls: ValueAxis;
  readonly sizes: ValueAxis;
}

function curveLayers(
  { lines, own }: PowerCurve,
  texts: PowerTexts,
  { grid, falls, sizes }: Plot,
  palette: Palette,
): readonly Layer[] {
  const { plotWidth, plotHeight, right } = grid;
  const y = linear(falls.domain, plotHeight, 0);
  const mark = intervention(
    logarithmic(sizes.domain, 0, plotWidth)(own),
    texts.own,
    { width: plotWidth, height: plotHeight },
    palette,
  );
  const ends = endLabels(
    lines.flatMap(({ label, points }, place) => {
      const last = points.at(-1);
      return last ? [{ text: label, y: y(last.fall), colour: colourOf(place, palette), weight: weightOf(place) }] : [];
    }),
    { width: plotWidth, height: plotHeight, room: right },
  );
  const title = textRows([texts.sizes], plotWidth / 2, plotHeight + LABELS_HEIGHT, {
    colour: palette.secondary,
    type: TYPE.label,
    align: 'center',
  });
  return [
    ...lines.map((line, place) => lineLayer(line, place, { falls, sizes }, palette)),
    ...ruleLayers([...mark.rules, ...ends.leaders]),
    dotLayer(lines, palette),
    ...textLayers([...mark.texts, ...ends.texts, ...title]),
  ];
}

const colourOf = (place: number, palette: Palette): string => (place === 0 ? palette.practice : palette.comparator);

function lineLayer(
  { points }: PowerLine,
  place: number,
  { falls, sizes }: Pick<Plot, 'falls' | 'sizes'>,
  palette: Palette,
): Layer {
  return {
    data: { values: points.map(({ listSize, fall }) => ({ listSize, fall })) },
    mark: {
      type: 'line',
      color: colourOf(place, palette),
      strokeWidth: place === 0 ? 2.25 : 1.5,
      strokeDash: [...(DASHES[place] ?? [1, 0])],
    },
    encoding: {
      x: valueAcross('listSize', sizes, 'log', false),
      y: valueEncoding('fall', falls, true),
      order: { field: 'listSize', type: 'quantitative' },
    },
  } as Layer;
}

/** A dot at every list size that was computed. */
function dotLayer(lines: readonly PowerLine[], palette: Palette): Layer {
  return {
    data: {
      values: lines.flatMap(({ points }, place) =>
        points.map(({ listSize, fall }) => ({ listSize, fall, edge: colourOf(place, palette) })),
      ),
    },
    mark: { type: 'point', filled: false, fill: palette.ground, size: 26, strokeWidth: 1.5, opacity: 1 },
    encoding: {
      x: onScale('listSize'),
      y: onScale('fall'),
      stroke: { field: 'edge', type: 'nominal', scale: null, legend: null },
    },
  } as Layer;
}
