import type { TopLevelSpec } from 'vega-lite';
import { areaLayer } from '../parts/area-style.ts';
import { valueAcross } from '../parts/axes.ts';
import { captionBand, captionOver } from '../parts/caption.ts';
import type { Grid } from '../parts/grid.ts';
import { type Layer, px } from '../parts/layer.ts';
import { composePage } from '../parts/page.ts';
import { type RuleRow, ruleLayers, SOLID } from '../parts/rule-layer.ts';
import { linear, type Scale } from '../parts/scale.ts';
import { type TextRow, textLayers, textRows } from '../parts/text-layer.ts';
import { textWidth, wrap } from '../parts/text-width.ts';
import type { ChartTexts, ValueAxisTexts } from '../parts/texts.ts';
import { type ChartOptions, FRAMES, PALETTES, type Palette, TYPE } from '../parts/theme.ts';
import { AXIS_PARTS, type ValueAxis, valueAxis } from '../parts/value-axis.ts';

/** The statistic of the practice, and of each peer treated in its place. */
interface PlaceboDistribution {
  readonly practice: number;
  readonly peers: readonly number[];
}

interface PlaceboTexts extends ChartTexts {
  readonly axis: Pick<ValueAxisTexts, 'title' | 'better'>;
  /** Beside the practice's mark: its name. */
  readonly practice: string;
  /** Over the line at no difference. */
  readonly reference: string;
  /** Over the stretches at least as far from 0 as the practice. */
  readonly tail: string;
}

const AXIS_HEIGHT = 22;
const SIDE = 12;
/** Largest and smallest distance between dots, px. */
const DOTS = { most: 12, least: 2.5 };
const HIGHEST_HEAP = 170;
/** Room over the heaps for the practice's name. */
const NAME_ROOM = 36;
/** A name is cut at this share of the plot's width. */
const LONGEST_NAME = 0.7;

/** A dot for each area, heaped where they are alike; the practice is marked, the stretches as far from 0 as it are shaded. */
export function placeboChart(data: PlaceboDistribution, texts: PlaceboTexts, options: ChartOptions): TopLevelSpec {
  const palette = PALETTES[options.palette];
  const { width, margin } = FRAMES[options.width];
  const plotWidth = width - 2 * margin - 2 * SIDE;
  const { practice, peers } = data;
  const reach = Math.abs(practice);
  const steps = options.width === 'wide' ? 8 : 5;
  const axis = valueAxis([...peers, practice, -reach, reach, 0], { unit: 'number', steps, room: 0.05 });
  const x = linear(axis.domain, 0, plotWidth);
  const heap = heaped([practice, ...peers].map(x), HIGHEST_HEAP);
  const plotHeight = Math.ceil(heap.height) + NAME_ROOM;
  const captions = captionsOf(practice, texts, x, plotWidth);
  const sides = { left: SIDE, right: SIDE, gap: 0, shared: true };
  const grid: Grid = { count: 1, columns: 1, rows: 1, plotWidth, plotHeight, ...sides };
  return composePage({
    texts,
    options,
    grid,
    axisTitle: [texts.axis.title, texts.axis.better].filter((part) => part !== null && part !== '').join(AXIS_PARTS),
    key: null,
    band: captions.band,
    axisHeight: AXIS_HEIGHT,
    tagged: [],
    panels: [
      { title: null, remarks: [], layers: placeboLayers(data, texts, { axis, x, heap, captions, grid }, palette) },
    ],
  });
}

interface Plot {
  readonly axis: ValueAxis;
  readonly x: Scale;
  readonly heap: Heap;
  readonly captions: ReturnType<typeof captionsOf>;
  readonly grid: Grid;
}

/** The words over the plot: side by side where they fit, else one over the other. */
function captionsOf(practice: number, texts: PlaceboTexts, x: Scale, width: number) {
  const place = (text: string, at: number) => {
    const half = textWidth(text, TYPE.label.size) / 2;
    return { middle: Math.max(half, Math.min(width - half, at)), half };
  };
  const [reference, tail] = [place(texts.reference, x(0)), place(texts.tail, x(practice))];
  const apart = Math.abs(reference.middle - tail.middle) > reference.half + tail.half + SIDE;
  const band = captionBand([texts.reference], width);
  const lift = apart ? 0 : band;
  return {
    band: Math.max(band, lift + captionBand([texts.tail], width)),
    rows: (palette: Palette) => [
      ...captionOver(x(0), texts.reference, width, 0, palette),
      ...captionOver(x(practice), texts.tail, width, lift, palette),
    ],
  };
}

/** Where the shades end: beyond the columns of all dots that lie as far from 0 as the first, which heaps move a little. */
function tailEdges(values: readonly number[], { columns, size }: Heap, x: Scale): readonly number[] {
  const reach = Math.abs(values[0] ?? 0);
  return [-1, 1].map((side) => {
    const beyond = columns.filter((_, i) => side * (values[i] ?? 0) >= reach).map((column) => side * column.x);
    return beyond.length > 0 ? side * (Math.min(...beyond) - size / 2) : x(side * reach);
  });
}

function placeboLayers(
  { practice, peers }: PlaceboDistribution,
  texts: PlaceboTexts,
  { axis, x, heap, captions, grid: { plotWidth, plotHeight } }: Plot,
  palette: Palette,
): readonly Layer[] {
  const edges = tailEdges([practice, ...peers], heap, x);
  const [own, ...others] = heap.columns.map(({ x: at, row }) => ({ x: at, y: plotHeight - (row + 0.5) * heap.size }));
  if (!own) return [];
  const scale = 1.6 * (heap.size / DOTS.most) ** 2;
  const place = { x: px('x'), y: px('y') };
  const name = nameAt(texts.practice, own.x, plotWidth);
  const top = heap.top(name.middle, name.half, plotHeight);
  return [
    tailLayer(edges, plotWidth, plotHeight, palette),
    axisLayer(axis, plotHeight),
    ...ruleLayers([vertical(x(0), plotHeight, palette), pointer(own, top, palette)]),
    areaLayer(
      others.map((spot) => ({ ...spot, subject: 'other', scale })),
      place,
      palette,
    ),
    areaLayer([{ ...own, subject: 'practice', scale: Math.max(1.3, scale) }], place, palette),
    ...textLayers([...nameOver(name.text, name.middle, top, palette), ...captions.rows(palette)]),
  ];
}

interface Heap {
  /** Distance between dots, px. */
  readonly size: number;
  /** Of the highest heap, px. */
  readonly height: number;
  readonly columns: readonly { readonly x: number; readonly row: number }[];
  /** The y above all dots within `half` px of a place, in a plot of this height. */
  readonly top: (x: number, half: number, height: number) => number;
}

/** Dots on a grid of columns, heaped up in each in their order, as large as `height` allows. */
function heaped(places: readonly number[], height: number): Heap {
  for (let size = DOTS.most; ; size -= 0.5) {
    const rows = new Map<number, number>();
    const columns = places.map((place) => {
      const column = Math.round(place / size);
      const row = rows.get(column) ?? 0;
      rows.set(column, row + 1);
      return { x: column * size, row };
    });
    const highest = Math.max(...rows.values());
    if (highest * size > height && size > DOTS.least) continue;
    const top = (x: number, half: number, below: number): number => {
      const near = [...rows].filter(([column]) => Math.abs(column * size - x) <= half + size / 2).map(([, row]) => row);
      return below - Math.max(0, ...near) * size;
    };
    return { size, height: highest * size, columns, top };
  }
}

function vertical(x: number, height: number, palette: Palette): RuleRow {
  return { x, y: -3, x2: x, y2: height, colour: palette.secondary, width: 1, dash: SOLID };
}

function pointer(own: { readonly x: number; readonly y: number }, top: number, palette: Palette): RuleRow {
  return { x: own.x, y: top - 10, x2: own.x, y2: own.y - 8, colour: palette.practice, width: 1, dash: SOLID };
}

/** Where the practice's name stands: over its mark as far as it then stays over the plot. */
function nameAt(name: string, x: number, width: number) {
  const [text = ''] = wrap(name, { ...TYPE.label, weight: 'bold', width: width * LONGEST_NAME, lines: 1 });
  const half = textWidth(text, TYPE.label.size, 'bold') / 2;
  return { text, half, middle: Math.max(half - SIDE, Math.min(width + SIDE - half, x)) };
}

function nameOver(text: string, middle: number, top: number, palette: Palette): readonly TextRow[] {
  return textRows([text], middle, top - 12 - TYPE.label.line, {
    colour: palette.practice,
    type: TYPE.label,
    weight: 'bold',
    align: 'center',
  });
}

/** The pale ground of everything at least as far from 0 as the practice. */
function tailLayer([low = 0, high = 0]: readonly number[], width: number, height: number, palette: Palette): Layer {
  const layer = {
    data: {
      values: [
        { x: 0, x2: low, y: 0, y2: height },
        { x: high, x2: width, y: 0, y2: height },
      ],
    },
    mark: { type: 'rect', color: palette.grid, opacity: 0.8 },
    encoding: { x: px('x'), x2: { field: 'x2' }, y: px('y'), y2: { field: 'y2' } },
  };
  return layer as Layer;
}

/** The axis under the dots: a line along the bottom that bears it. */
function axisLayer(axis: ValueAxis, height: number): Layer {
  const [from, to] = axis.domain;
  return {
    data: { values: [{ from, to, y: height }] },
    mark: { type: 'rule', opacity: 0 },
    encoding: { x: valueAcross('from', axis, 'linear', false), x2: { field: 'to' }, y: px('y') },
  } as Layer;
}
