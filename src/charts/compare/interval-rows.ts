import type { Subject } from '../parts/area-style.ts';
import { centredRows, type TextRow, textRows } from '../parts/text-layer.ts';
import { type Weight, widest, wrap } from '../parts/text-width.ts';
import { type Palette, TYPE } from '../parts/theme.ts';

/** An estimate with its interval; null limits are not drawn. `strong` rows are the ones to look at. */
export interface IntervalRow {
  readonly label: string;
  /** The numbers in words: `−8.6% (−13.1 to −4.0)`. */
  readonly value: string;
  readonly estimate: number;
  readonly lower: number | null;
  readonly upper: number | null;
  readonly subject: Subject;
  readonly strong: boolean;
}

/** Where words and marks of rows stand: px from the plot's top left corner, rows counted from 0. */
export interface RowLayout {
  /** Room that the words need at the sides of the plot. */
  readonly left: number;
  readonly right: number;
  /** Of all rows. */
  readonly height: number;
  /** The middle of a row's mark. */
  readonly y: (row: number) => number;
  readonly texts: (plotWidth: number, palette: Palette) => readonly TextRow[];
  /** Whether vertical lines may run through all rows, or would cross words. */
  readonly throughLines: boolean;
}

/** Between words and plot, px. */
const APART = 14;
const LONGEST = 230;
const TOP = 3;

const settingOf = ({ strong }: IntervalRow, width: number, lines: number) => ({
  ...TYPE.label,
  weight: (strong ? 'bold' : 'normal') satisfies Weight as Weight,
  width,
  lines,
});

const styleOf = (row: IntervalRow, palette: Palette) => ({
  colour: palette.text,
  type: TYPE.label,
  weight: settingOf(row, 0, 0).weight,
});

/** Labels left of the plot, numbers right of it. */
export function besideRows(rows: readonly IntervalRow[]): RowLayout {
  const words = rows.map((row) => ({
    row,
    label: wrap(row.label, settingOf(row, LONGEST, 3)),
    value: wrap(row.value, settingOf(row, LONGEST, 3)),
  }));
  const room = (column: 'label' | 'value'): number =>
    APART +
    Math.ceil(
      Math.max(0, ...words.map((each) => widest(each[column], TYPE.label.size, settingOf(each.row, 0, 0).weight))),
    );
  const lines = Math.max(1, ...words.map(({ label, value }) => Math.max(label.length, value.length)));
  const rowHeight = lines * TYPE.label.line + (rows.length > 12 ? 5 : 13);
  const y = (row: number): number => TOP + (row + 0.5) * rowHeight;
  const left = room('label');
  return {
    left,
    right: room('value'),
    height: 2 * TOP + rows.length * rowHeight,
    y,
    texts: (plotWidth, palette) =>
      words.flatMap(({ row, label, value }, place) => [
        ...centredRows(label, -left, y(place), styleOf(row, palette)),
        ...centredRows(value, plotWidth + APART, y(place), styleOf(row, palette)),
      ]),
    throughLines: true,
  };
}

/** Room beside a narrow plot for the ends of its axis. */
const SIDE = 10;
/** Under the words of a row, for its mark, px. */
const MARK_ROOM = 28;

/** Label and numbers over each mark: on one line where they fit into `width`, else under one another. */
export function aboveRows(rows: readonly IntervalRow[], width: number): RowLayout {
  const words = rows.map((row) => {
    const label = wrap(row.label, settingOf(row, width, 3));
    const value = wrap(row.value, settingOf(row, width, 2));
    const { size, weight } = settingOf(row, 0, 0);
    const together =
      label.length === 1 &&
      widest(label, size, weight) + APART + widest(value, size, weight) <= width &&
      value.length < 2;
    return { row, label, value, together, lines: together ? 1 : label.length + value.length };
  });
  const tops = [TOP];
  for (const { lines } of words) tops.push((tops.at(-1) ?? 0) + lines * TYPE.label.line + MARK_ROOM);
  const foot = (row: number): number => (tops[row + 1] ?? 0) - MARK_ROOM;
  return {
    left: SIDE,
    right: SIDE,
    height: tops.at(-1) ?? 0,
    y: (row) => foot(row) + 11,
    texts: (plotWidth, palette) =>
      words.flatMap(({ row, label, value, together }, place) => {
        const top = tops[place] ?? 0;
        const style = styleOf(row, palette);
        return [
          ...textRows(label, -SIDE, top, style),
          ...(together
            ? textRows(value, plotWidth + SIDE, top, { ...style, align: 'right' })
            : textRows(value, -SIDE, top + label.length * TYPE.label.line, style)),
        ];
      }),
    throughLines: false,
  };
}
