import type { TopLevelSpec } from 'vega-lite';
import { onScale, VALUE_LABEL_GAP, valueEncoding } from '../parts/axes.ts';
import { captionBand, captionOver } from '../parts/caption.ts';
import type { Grid } from '../parts/grid.ts';
import { entriesKey } from '../parts/key.ts';
import { type Layer, literal, px } from '../parts/layer.ts';
import { markLayer, type Variation } from '../parts/marks.ts';
import { composePage } from '../parts/page.ts';
import { ruleLayers, SOLID } from '../parts/rule-layer.ts';
import { linear, type Scale } from '../parts/scale.ts';
import { textLayers } from '../parts/text-layer.ts';
import { widest } from '../parts/text-width.ts';
import type { ChartTexts, ValueAxisTexts } from '../parts/texts.ts';
import { type ChartOptions, FRAMES, PALETTES, type Palette, TYPE } from '../parts/theme.ts';
import { axisTitle, type ValueAxis, valueAxis } from '../parts/value-axis.ts';
import { type ChoiceGroup, choicesBelow } from './choices.ts';

/** What one specification answers, in percent. `verdict`: what sign and interval say together; `common` could be chance. */
interface SpecificationMark {
  readonly estimate: number;
  readonly lower: number;
  readonly upper: number;
  readonly verdict: Verdict;
  readonly primary: boolean;
}

export type Verdict = Extract<Variation, 'improvement' | 'concern' | 'neither' | 'common'>;

export interface Curve {
  /** In the order in which they are drawn. */
  readonly marks: readonly SpecificationMark[];
  readonly choices: readonly ChoiceGroup[];
}

export interface SpecificationTexts extends ChartTexts {
  readonly axis: ValueAxisTexts;
  /** Over the line of the primary specification. */
  readonly primary: string;
  readonly verdicts: Readonly<Record<Verdict, string>>;
  /** Under the plot where intervals run on beyond the axis. */
  readonly cut: string;
}

const HEIGHTS = { wide: 230, narrow: 210 } as const;
const ORDER: readonly Verdict[] = ['improvement', 'concern', 'neither', 'common'];
const LEAST_RIGHT = 8;

/**
 * Every specification's estimate with its interval side by side in the order given, and under them a tick for each choice that it
 * made. Shape and colour say whether the interval leaves out no effect and on which side; a line marks the primary one.
 */
export function specificationCurve(curve: Curve, texts: SpecificationTexts, options: ChartOptions): TopLevelSpec {
  const palette = PALETTES[options.palette];
  const { width, margin } = FRAMES[options.width];
  const inner = width - 2 * margin;
  const { marks, choices } = curve;
  const axis = valueAxis(valuesOf(marks), { unit: 'percent', steps: 5 });
  const below = choicesBelow(choices, options.width === 'wide' ? 210 : 118);
  const left = Math.max(Math.ceil(widest(axis.labels, TYPE.label.size)) + VALUE_LABEL_GAP, below.left);
  const plotWidth = inner - left - LEAST_RIGHT;
  const plotHeight = HEIGHTS[options.width];
  const sides = { left, right: LEAST_RIGHT, gap: 0, shared: true };
  const grid: Grid = { count: 1, columns: 1, rows: 1, plotWidth, plotHeight, ...sides };
  const x = linear([-0.5, marks.length - 0.5], 0, plotWidth);
  const primary = marks.findIndex((mark) => mark.primary);
  const used = ORDER.filter((verdict) => marks.some((mark) => mark.verdict === verdict));
  return composePage({
    texts,
    options,
    grid,
    axisTitle: axisTitle(texts.axis, [axis], true),
    key: entriesKey(
      used.map((variation) => ({ variation, text: texts.verdicts[variation] })),
      palette,
      inner,
    ),
    band: marks.some(({ primary }) => primary) ? captionBand([texts.primary], plotWidth) : 0,
    axisHeight: below.height,
    tagged: marks.some((mark) => isCut(mark, axis)) ? [texts.cut] : [],
    panels: [
      {
        title: null,
        remarks: [],
        layers: [
          ...curveLayers(marks, texts, { axis, x, grid, foot: plotHeight + below.height }, palette),
          ...below.layers(x, plotHeight, left, palette, primary),
        ],
      },
    ],
  });
}

/** Share of the lower and of the upper limits that the axis need not hold: a few very wide intervals would flatten all others. */
const LEFT_OUT = 0.15;
/** They are left out only where the axis would otherwise be this many times as long. */
const WORTH_CUTTING = 1.5;

/** What the axis holds: all estimates, the primary interval, no effect, and the limits but for distant ones. */
function valuesOf(marks: readonly SpecificationMark[]): readonly number[] {
  const lowers = marks.map(({ lower }) => lower).sort((a, b) => b - a);
  const uppers = marks.map(({ upper }) => upper).sort((a, b) => a - b);
  const held = Math.ceil((1 - LEFT_OUT) * marks.length) - 1;
  const primary = marks.filter((mark) => mark.primary).flatMap(({ lower, upper }) => [lower, upper]);
  const limits = [lowers[held], uppers[held]].filter((value) => value !== undefined);
  const most = [0, ...marks.map(({ estimate }) => estimate), ...primary, ...limits];
  const all = [...most, ...lowers, ...uppers];
  return lengthOf(all) > WORTH_CUTTING * lengthOf(most) ? most : all;
}

const lengthOf = (values: readonly number[]): number => Math.max(...values) - Math.min(...values);

const isCut = ({ lower, upper }: SpecificationMark, { domain: [low, high] }: ValueAxis): boolean =>
  lower < low || upper > high;

interface Plot {
  readonly axis: ValueAxis;
  readonly x: Scale;
  readonly grid: Grid;
  /** Where the choices end, px. */
  readonly foot: number;
}

function curveLayers(
  marks: readonly SpecificationMark[],
  texts: SpecificationTexts,
  { axis, x, grid, foot }: Plot,
  palette: Palette,
): readonly Layer[] {
  const { plotWidth, plotHeight } = grid;
  const zero = linear(axis.domain, plotHeight, 0)(0);
  const apart = plotWidth / marks.length;
  const primary = marks.findIndex((mark) => mark.primary);
  return [
    barLayer(marks, axis, x, Math.max(0.4, Math.min(2, apart / 3)), palette),
    ...ruleLayers([
      { x: 0, y: zero, x2: plotWidth, y2: zero, colour: palette.text, width: 1, dash: SOLID },
      ...(primary < 0
        ? []
        : [{ x: x(primary), y: -3, x2: x(primary), y2: foot, colour: palette.text, width: 1, dash: [4, 3] as const }]),
    ]),
    ...arrowLayer(marks, axis, x, apart, palette),
    markLayer(
      uncommonLast(marks.map(({ estimate, verdict }, place) => ({ x: x(place), y: estimate, variation: verdict }))),
      { x: px('x'), y: onScale('y') },
      palette,
      Math.max(0.14, Math.min(1, (apart / 12) ** 1.4)),
    ),
    ...(primary < 0 ? [] : textLayers(captionOver(x(primary), texts.primary, plotWidth, 0, palette))),
  ];
}

/** Those that could be chance first, so that the others lie on top. */
function uncommonLast<M extends { readonly variation: Verdict }>(rows: readonly M[]): readonly M[] {
  return [...rows].sort((a, b) => Number(a.variation !== 'common') - Number(b.variation !== 'common'));
}

/** An arrow head at the edge for every interval that runs on beyond it. */
function arrowLayer(
  marks: readonly SpecificationMark[],
  axis: ValueAxis,
  x: Scale,
  apart: number,
  palette: Palette,
): readonly Layer[] {
  const [low, high] = axis.domain;
  const values = marks.flatMap(({ lower, upper, verdict }, place) => {
    const at = { x: x(place), colour: palette[verdict] };
    return [
      ...(upper > high ? [{ ...at, y: high, shape: 'triangle-up' }] : []),
      ...(lower < low ? [{ ...at, y: low, shape: 'triangle-down' }] : []),
    ];
  });
  if (values.length === 0) return [];
  const layer = {
    data: { values },
    mark: { type: 'point', filled: true, opacity: 1, size: Math.max(10, Math.min(36, apart ** 2)) },
    encoding: { x: px('x'), y: onScale('y'), shape: literal('shape'), color: literal('colour') },
  };
  return [layer as Layer];
}

/** The intervals as bars, with the axis of the plot. */
function barLayer(
  marks: readonly SpecificationMark[],
  axis: ValueAxis,
  x: Scale,
  width: number,
  palette: Palette,
): Layer {
  const layer = {
    data: {
      values: marks.map(({ lower, upper, verdict, primary }, place) => ({
        lower: Math.max(lower, axis.domain[0]),
        upper: Math.min(upper, axis.domain[1]),
        x: x(place),
        width: primary ? width + 1 : width,
        colour: palette[verdict],
      })),
    },
    mark: { type: 'rule', opacity: 0.75 },
    encoding: {
      x: px('x'),
      y: valueEncoding('lower', axis, true),
      y2: { field: 'upper' },
      color: literal('colour'),
      strokeWidth: { field: 'width', type: 'quantitative', scale: null, legend: null },
    },
  };
  return layer as Layer;
}
