import { type Layer, literal, px } from '../parts/layer.ts';
import type { Scale } from '../parts/scale.ts';
import { centredRows, type TextRow, textLayers } from '../parts/text-layer.ts';
import { widest, wrap } from '../parts/text-width.ts';
import { type Palette, TYPE } from '../parts/theme.ts';

/** Choices of one kind (models, windows): each with the places, in the order of the curve, of those that made it. */
export interface ChoiceGroup {
  readonly heading: string;
  readonly rows: readonly { readonly label: string; readonly at: readonly number[] }[];
}

/** Between label and ticks, and over each group, px. */
const APART = 10;
const OVER = 6;
const ROW = 16;
/** Half the height of a tick. */
const HALF = 5;
/** Width of the ticks that stand out. */
const STRONG = 3;

interface Line {
  readonly text: string;
  readonly heading: boolean;
  readonly at: readonly number[];
  /** The middle of the row, px from the first row's top. */
  readonly y: number;
}

/** Which choice each column made: rows of ticks under a plot, in groups, their labels left of it in at most `width` px. */
export function choicesBelow(groups: readonly ChoiceGroup[], width: number) {
  const lines: Line[] = [];
  let y = 0;
  for (const { heading, rows } of groups) {
    y += OVER;
    for (const [place, { label, at }] of [{ label: heading, at: [] }, ...rows].entries()) {
      const setting = { ...TYPE.label, weight: place === 0 ? 'bold' : 'normal', width, lines: 1 } as const;
      lines.push({ text: wrap(label, setting)[0] ?? '', heading: place === 0, at, y: y + ROW / 2 });
      y += ROW;
    }
  }
  const labels = lines.map(({ text, heading }) => widest([text], TYPE.label.size, heading ? 'bold' : 'normal'));
  return {
    left: Math.ceil(Math.max(0, ...labels)) + APART,
    height: y + OVER,
    /** `strong`: the column whose ticks stand out; none is at -1. */
    layers: (x: Scale, top: number, left: number, palette: Palette, strong: number): readonly Layer[] => [
      guideLayer(lines, x, top + OVER, palette),
      tickLayer(lines, x, top + OVER, palette, strong),
      ...textLayers(lines.flatMap((line) => labelOf(line, top + OVER, left, palette))),
    ],
  };
}

function labelOf({ text, heading, y }: Line, top: number, left: number, palette: Palette): readonly TextRow[] {
  return centredRows([text], -left, top + y, {
    colour: heading ? palette.text : palette.secondary,
    type: TYPE.label,
    weight: heading ? 'bold' : 'normal',
  });
}

/** A pale line along each row, for the eye. */
function guideLayer(lines: readonly Line[], x: Scale, top: number, palette: Palette): Layer {
  const columns = lines.flatMap(({ at }) => at);
  const values = lines
    .filter(({ heading }) => !heading)
    .map(({ y }) => ({ x: x(-0.5), x2: x(Math.max(...columns) + 0.5), y: top + y }));
  return {
    data: { values },
    mark: { type: 'rule', color: palette.grid },
    encoding: { x: px('x'), x2: { field: 'x2' }, y: px('y') },
  } as Layer;
}

function tickLayer(lines: readonly Line[], x: Scale, top: number, palette: Palette, strong: number): Layer {
  const width = Math.min(1.5, 0.6 * (x(1) - x(0)));
  const values = lines.flatMap(({ at, y }) =>
    at.map((place) => ({
      x: x(place),
      y: top + y - (place === strong ? HALF + 1 : HALF),
      y2: top + y + (place === strong ? HALF + 1 : HALF),
      colour: place === strong ? palette.text : palette.secondary,
      width: place === strong ? STRONG : width,
    })),
  );
  return {
    data: { values },
    mark: { type: 'rule' },
    encoding: {
      x: px('x'),
      y: px('y'),
      y2: { field: 'y2' },
      color: literal('colour'),
      strokeWidth: { field: 'width', type: 'quantitative', scale: null, legend: null },
    },
  } as Layer;
}
