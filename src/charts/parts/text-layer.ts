import { type Layer, literal, px } from './layer.ts';
import type { Weight } from './text-width.ts';

type Align = 'left' | 'center' | 'right';

/** One line of text: `x`, `y` in px from the plot's top left corner, `y` at the foot of the letters. */
export interface TextRow {
  readonly x: number;
  readonly y: number;
  readonly text: string;
  readonly colour: string;
  readonly size: number;
  readonly weight: Weight;
  readonly align: Align;
}

interface TextStyle {
  readonly colour: string;
  readonly type: { readonly size: number; readonly line: number };
  readonly weight?: Weight;
  readonly align?: Align;
}

/** Capital letters stand this far (in em) above and below the middle of their line. */
const HALF_CAPITAL = 0.36;

/** Lines under one another, the first one's box beginning at `top`. */
export function textRows(lines: readonly string[], x: number, top: number, style: TextStyle): readonly TextRow[] {
  const { colour, type, weight = 'normal', align = 'left' } = style;
  return lines.map((text, place) => ({
    x,
    y: top + (place + 0.5) * type.line + HALF_CAPITAL * type.size,
    text,
    colour,
    size: type.size,
    weight,
    align,
  }));
}

/** As `textRows`, with the middle of all lines at `middle`. */
export function centredRows(lines: readonly string[], x: number, middle: number, style: TextStyle): readonly TextRow[] {
  return textRows(lines, x, middle - (lines.length * style.type.line) / 2, style);
}

/** Texts in one layer. No text, no layer. */
export function textLayers(rows: readonly TextRow[]): readonly Layer[] {
  if (rows.length === 0) return [];
  const layer = {
    data: { values: rows.map((row) => ({ ...row })) },
    mark: {
      type: 'text',
      baseline: 'alphabetic',
      align: { expr: 'datum.align' },
      fontWeight: { expr: 'datum.weight' },
    },
    encoding: {
      x: px('x'),
      y: px('y'),
      text: { field: 'text', type: 'nominal' },
      color: literal('colour'),
      size: { field: 'size', type: 'quantitative', scale: null, legend: null },
    },
  };
  return [layer as Layer];
}
