import { type TextRow, textRows } from './text-layer.ts';
import { widest, wrap } from './text-width.ts';
import { type Palette, TYPE } from './theme.ts';

const MOST_LINES = 3;
const ABOVE = 4;

const linesOf = (text: string, width: number): readonly string[] =>
  wrap(text, { ...TYPE.label, width, lines: MOST_LINES });

/** Room over plots `width` px wide for words that stand side by side or alone: the tallest of them; 0 without any. */
export function captionBand(texts: readonly string[], width: number): number {
  const lines = Math.max(0, ...texts.map((text) => linesOf(text, width).length));
  return lines === 0 ? 0 : lines * TYPE.label.line + ABOVE;
}

/** Words over a plot, their middle at `x` as far as they then stay over it; `lift` px higher where others stand below. */
export function captionOver(
  x: number,
  text: string,
  width: number,
  lift: number,
  palette: Palette,
): readonly TextRow[] {
  const lines = linesOf(text, width);
  const left = Math.max(0, Math.min(width - widest(lines, TYPE.label.size), x - widest(lines, TYPE.label.size) / 2));
  return textRows(lines, left, -lift - lines.length * TYPE.label.line - ABOVE, {
    colour: palette.text,
    type: TYPE.label,
  });
}
