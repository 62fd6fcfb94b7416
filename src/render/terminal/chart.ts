import type { Sketch, SketchPoint } from '../../document/document.ts';
import { leastOf, mostOf } from '../../document/extent.ts';
import { escapeTerminal } from '../escape.ts';
import { Canvas, lineBetween } from './canvas.ts';
import { type Style, styleFor } from './style.ts';
import { wrap } from './text.ts';
import type { Terminal } from './type.ts';

const HEIGHT = 11;
/** Between the plot and the labels right of it. */
const GAP = 2;
/** Points stand at most so many columns apart. */
const WIDEST_SLOT = 4;
/** Below this many columns of plot the labels go. */
const NARROWEST_PLOT = 16;

const UNICODE = {
  point: '●',
  hollow: '○',
  centre: '─',
  target: '╌',
  limit: '┈',
  divider: '┊',
  axis: '─',
  tick: '┬',
} as const;
const ASCII = {
  point: 'o',
  hollow: 'x',
  centre: '-',
  target: '~',
  limit: '=',
  divider: '|',
  axis: '-',
  tick: '+',
} as const;

interface Frame {
  readonly sketch: Sketch;
  readonly style: Style;
  readonly unicode: boolean;
  readonly glyphs: Readonly<Record<keyof typeof UNICODE, string>>;
  readonly canvas: Canvas;
  /** Whether every point has a column of its own with room between: then points are characters, else dots of a line. */
  readonly roomy: boolean;
  readonly column: (place: number) => number;
  /** Level of a value, 0 at the top: rows, or quarter rows. */
  readonly level: (value: number, levels: number) => number;
  readonly safe: (text: string) => string;
}

/**
 * A sketch as lines of text, none wider than the terminal: points in a plot of 11 rows with their centre line, labels on
 * the right, letters of the signals and the years below. Points that lie off the centre line are never drawn on it.
 * ASCII where the terminal has no Unicode.
 */
export function drawSketch(sketch: Sketch, terminal: Terminal): readonly string[] {
  const safe = (text: string) => escapeTerminal(text, terminal);
  const labels = [...sketch.lines.map(({ label }) => label), sketch.extremes.high, sketch.extremes.low].map(safe);
  const marks = sketch.marks.map(({ letter, label }) => safe(`${letter} ${label}`));
  const wanted = Math.max(0, ...[...labels, ...marks].map((label) => label.length)) + GAP;
  const gutter = terminal.columns - wanted >= NARROWEST_PLOT ? wanted : 0;
  const frame = frameFor(sketch, terminal, Math.max(1, terminal.columns - gutter), safe);
  drawPoints(frame);
  drawGuides(frame);
  const right = gutter === 0 ? [] : rightLabels(frame);
  const inGutter = (text: string) => (gutter === 0 ? '' : `${' '.repeat(GAP)}${text.padStart(gutter - GAP)}`);
  const { canvas, style } = frame;
  return [
    ...wrap(safe(sketch.title), terminal.columns).map((line) => style.strong(line)),
    ...dividerLine(frame, terminal.columns),
    ...Array.from({ length: HEIGHT }, (_, row) => {
      const label = right[row];
      return canvas.row(row) + (label ? label.paint(inGutter(label.text)) : '');
    }),
    axisLine(frame),
    ...tickLine(frame, terminal.columns),
    ...sketch.marks.map((mark, i) => markLine(frame, mark) + style.signal(inGutter(marks[i] ?? ''))),
  ].map((line) => line.trimEnd());
}

function frameFor(sketch: Sketch, terminal: Terminal, room: number, safe: (text: string) => string): Frame {
  const places = 1 + Math.max(0, ...sketch.points.map(({ place }) => place));
  const slot = Math.min(WIDEST_SLOT, Math.floor((room + 1) / places));
  const roomy = slot >= 2;
  const width = roomy ? slot * (places - 1) + 1 : Math.min(room, places);
  return {
    sketch,
    style: styleFor(terminal),
    unicode: terminal.unicode,
    glyphs: terminal.unicode ? UNICODE : ASCII,
    canvas: new Canvas(width, HEIGHT),
    roomy,
    column: (place) => (roomy ? place * slot : Math.floor((place * width) / places)),
    level: levelFor(sketch),
    safe,
  };
}

/**
 * Levels of values, cut at the centre line: it takes the level that divides the range as the values do, what lies above it
 * gets the levels above and what lies below those below. So a point is level with the line only if it lies on it.
 */
function levelFor({ points, lines }: Sketch): Frame['level'] {
  const values = [
    ...points.flatMap(({ value }) => (value === null ? [] : [value])),
    ...lines.map(({ value }) => value),
  ];
  const high = mostOf(values);
  const low = leastOf(values);
  const centre = lines.find(({ role }) => role === 'centre')?.value ?? (high + low) / 2;
  return (value, levels) => {
    if (high === low) return Math.floor(levels / 2);
    const share = (high - centre) / (high - low);
    const above = Math.min(
      levels - 1 - (low < centre ? 1 : 0),
      Math.max(high > centre ? 1 : 0, Math.round(share * (levels - 1))),
    );
    const below = levels - 1 - above;
    if (value > centre) return above - Math.max(1, Math.round(((value - centre) / (high - centre)) * above));
    if (value < centre) return above + Math.max(1, Math.round(((centre - value) / (centre - low)) * below));
    return above;
  };
}

/** Cell row of a value, as its point is drawn. */
function rowOf({ level, roomy, unicode }: Frame, value: number): number {
  return roomy || !unicode ? level(value, HEIGHT) : Math.floor(level(value, 4 * HEIGHT) / 4);
}

function drawPoints(frame: Frame): void {
  const { sketch, canvas, style, glyphs, column, roomy, unicode } = frame;
  const marked = new Set(sketch.marks.flatMap(({ places }) => places));
  for (const point of sketch.points) {
    const { place, value, hollow } = point;
    if (value === null || !(roomy || hollow || !unicode)) continue;
    const paint = marked.has(place) ? style.signal : style.data;
    canvas.put(column(place), rowOf(frame, value), hollow ? glyphs.hollow : glyphs.point, hollow ? style.quiet : paint);
  }
  for (const [from, to] of neighbours(sketch.points)) drawLine(frame, from, to, marked);
}

/** Points that a line joins: used points with no missing period between them; the line passes by excluded ones. */
function neighbours(points: readonly SketchPoint[]): readonly (readonly [SketchPoint, SketchPoint])[] {
  const pairs: [SketchPoint, SketchPoint][] = [];
  let before: SketchPoint | null = null;
  for (const point of points) {
    if (point.value === null) before = null;
    else if (!point.hollow) {
      pairs.push([before ?? point, point]);
      before = point;
    }
  }
  return pairs;
}

function drawLine(frame: Frame, from: SketchPoint, to: SketchPoint, marked: ReadonlySet<number>): void {
  const { canvas, column, level, roomy, unicode, style } = frame;
  if (from.value === null || to.value === null || (!roomy && !unicode)) return;
  const paint = !roomy && marked.has(to.place) ? style.signal : style.data;
  if (!unicode) {
    for (const [x, y] of lineBetween(
      column(from.place),
      level(from.value, HEIGHT),
      column(to.place),
      level(to.value, HEIGHT),
    ))
      canvas.under(x, y, '.', paint);
    return;
  }
  const y = (value: number) => (roomy ? 4 * level(value, HEIGHT) + 1 : level(value, 4 * HEIGHT));
  const ends = lineBetween(2 * column(from.place), y(from.value), 2 * column(to.place), y(to.value));
  for (const [x, dotY] of ends) canvas.dot(x, dotY, paint);
}

function drawGuides(frame: Frame): void {
  const { sketch, canvas, style, glyphs, column } = frame;
  for (const { value, role, span } of sketch.lines) {
    const row = rowOf(frame, value);
    const [from, to] = span ? [column(span[0]), column(span[1] + 1) - 1] : [0, canvas.width - 1];
    for (let x = from; x <= Math.min(to, canvas.width - 1); x += 1) canvas.under(x, row, glyphs[role], style[role]);
  }
  const x = dividerColumn(frame);
  if (x !== null) for (let row = 0; row < HEIGHT; row += 1) canvas.under(x, row, glyphs.divider, style.quiet);
}

function dividerColumn({ sketch: { divider }, column }: Frame): number | null {
  return divider === null ? null : Math.max(0, column(divider.place) - 1);
}

function dividerLine(frame: Frame, columns: number): readonly string[] {
  const x = dividerColumn(frame);
  const divider = frame.sketch.divider;
  if (x === null || divider === null) return [];
  const text = `${frame.glyphs.divider} ${frame.safe(divider.label)}`;
  return [frame.style.quiet(' '.repeat(Math.max(0, Math.min(x, columns - text.length))) + text.slice(0, columns))];
}

interface RightLabel {
  readonly text: string;
  readonly paint: (text: string) => string;
}

/** Labels by row: lines first, then the extremes where their rows are free; a line's label moves to the nearest free row. */
function rightLabels(frame: Frame): readonly (RightLabel | undefined)[] {
  const { sketch, style, safe } = frame;
  const rows: (RightLabel | undefined)[] = new Array(HEIGHT).fill(undefined);
  for (const { value, role, label } of sketch.lines) {
    if (label === '') continue;
    const row = rowOf(frame, value);
    const free = [0, 1, -1, 2, -2].map((away) => row + away).find((r) => r >= 0 && r < HEIGHT && !rows[r]);
    if (free !== undefined) rows[free] = { text: safe(label), paint: style[role] };
  }
  const values = sketch.points.flatMap(({ value }) => (value === null ? [] : [value]));
  const extremes = [
    [mostOf(values), sketch.extremes.high],
    [leastOf(values), sketch.extremes.low],
  ] as const;
  for (const [value, label] of extremes) {
    if (Number.isFinite(value)) rows[rowOf(frame, value)] ??= { text: safe(label), paint: style.quiet };
  }
  return rows;
}

/** The axis: broken where a period is missing, ticked at the years. */
function axisLine({ sketch, canvas, column, glyphs, style }: Frame): string {
  const characters: string[] = new Array(canvas.width).fill(' ');
  for (const [i, { place, value }] of sketch.points.entries()) {
    if (value === null) continue;
    const next = sketch.points[i + 1];
    const end = next && next.value !== null ? column(next.place) : column(place);
    for (let x = column(place); x <= end; x += 1) characters[x] = glyphs.axis;
  }
  for (const { place } of sketch.ticks) characters[column(place)] = glyphs.tick;
  return style.quiet(characters.join(''));
}

/** The years under their first period, as far as there is room. */
function tickLine({ sketch, column, style, safe }: Frame, columns: number): readonly string[] {
  let text = '';
  for (const { place, label } of sketch.ticks) {
    const x = column(place);
    const from = text === '' ? 0 : text.length + 1;
    if (x >= from && x + label.length <= columns) text = text.padEnd(x) + safe(label);
  }
  return text === '' ? [] : [style.quiet(text)];
}

function markLine({ canvas, column, style }: Frame, { letter, places }: Sketch['marks'][number]): string {
  const characters: string[] = new Array(canvas.width).fill(' ');
  for (const place of places) characters[column(place)] = letter;
  return style.signal(characters.join(''));
}
