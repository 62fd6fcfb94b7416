import { captionBand, captionOver } from '../parts/caption.ts';
import { intervention } from '../parts/intervention.ts';
import type { LinePoint } from '../parts/line-layer.ts';
import type { RuleRow } from '../parts/rule-layer.ts';
import type { TextRow } from '../parts/text-layer.ts';
import { textWidth } from '../parts/text-width.ts';
import type { Palette } from '../parts/theme.ts';
import type { TimePlot } from '../parts/time-plots.ts';

/** A change within a series: the first period after it, and its words over the plot. */
export interface Change {
  readonly index: number;
  readonly text: string;
}

/** Room over a plot for the words of all changes, in rows under one another. */
export function changesBand(changes: readonly Change[], width: number): number {
  return changes.reduce((sum, { text }) => sum + captionBand([text], width), 0);
}

/** The dashed lines of the changes with their words, the later ones higher. */
export function changeMarks(
  changes: readonly Change[],
  plot: Pick<TimePlot, 'x' | 'width' | 'height'>,
  palette: Palette,
): { readonly rules: readonly RuleRow[]; readonly texts: readonly TextRow[] } {
  const rules: RuleRow[] = [];
  const texts: TextRow[] = [];
  let lift = 0;
  for (const { index, text } of changes) {
    const x = plot.x(index - 0.5);
    const reach = texts.some((row) => isOver(x, row)) ? 0 : lift;
    rules.push(...intervention(x, '', plot, palette).rules.map((rule) => ({ ...rule, y: rule.y - reach })));
    texts.push(...captionOver(x, text, plot.width, lift, palette));
    lift += captionBand([text], plot.width);
  }
  return { rules, texts };
}

/** Whether a vertical line would run through a line of text. */
const isOver = (x: number, row: TextRow): boolean => x > row.x - 3 && x < row.x + textWidth(row.text, row.size) + 3;

/** One of the values of a series as lines: broken where a period is missing, and at every change. */
export function segmentLines<P extends { readonly index: number; readonly period: string }>(
  points: readonly P[],
  value: (point: P) => number | null,
  changes: readonly Change[],
): readonly (readonly LinePoint[])[] {
  const lines: LinePoint[][] = [];
  let last: number | null = null;
  for (const point of points) {
    const isNext = last !== null && point.index === last + 1 && !changes.some(({ index }) => index === point.index);
    if (!isNext) lines.push([]);
    lines.at(-1)?.push({ index: point.index, period: point.period, value: value(point) });
    last = point.index;
  }
  return lines.filter((line) => line.some(({ value: known }) => known !== null));
}

/** Where the line of a value ends; null where nothing is drawn. */
export function lastOf<P extends { readonly index: number }>(
  points: readonly P[],
  value: (point: P) => number | null,
): number | null {
  const last = points.findLast((point) => value(point) !== null);
  return last ? value(last) : null;
}
