import { columnsOf, hanging, pad, wrap } from './text.ts';

interface PlainTable {
  readonly headings: readonly string[];
  readonly aligns: readonly ('left' | 'right')[];
  readonly rows: readonly (readonly string[])[];
}

const GAP = 2;
const NARROWEST = 12;

/** A table in aligned columns, texts wrapped where that makes it fit; else a short list of `heading: value` for each row. */
export function terminalTable(table: PlainTable, width: number, rule: string): readonly string[] {
  const widths = columnWidths(table, width);
  return widths === null ? stacked(table, width) : aligned(table, widths, rule);
}

/**
 * Widths that fit, or null. Headings are broken first, then texts, the widest column first, down to their longest word or
 * 12 columns. Numbers are never broken.
 */
function columnWidths({ headings, aligns, rows }: PlainTable, width: number): readonly number[] | null {
  const room = width - GAP * (headings.length - 1);
  const columns = headings.map((heading, i) => {
    const cells = rows.map((row) => row[i] ?? '');
    const content = Math.max(0, ...cells.map(columnsOf));
    const word = longestWord(aligns[i] === 'right' ? [heading] : [heading, ...cells]);
    return {
      full: Math.max(columnsOf(heading), content),
      headingBroken: Math.max(longestWord([heading]), content),
      least: Math.max(aligns[i] === 'right' ? content : 0, Math.min(word, NARROWEST)),
    };
  });
  const full = columns.map((column) => column.full);
  if (sum(full) <= room) return full;
  return shrunk(
    columns.map((column) => column.headingBroken),
    columns.map((column) => column.least),
    room,
  );
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, n) => total + n, 0);

/** Takes a column from the widest that can give one until all fit; null where they never do. */
function shrunk(from: readonly number[], least: readonly number[], room: number): readonly number[] | null {
  const widths = [...from];
  for (let excess = sum(widths) - room; excess > 0; excess -= 1) {
    const widest = Math.max(...widths.map((width, i) => (width > (least[i] ?? 0) ? width : 0)));
    if (widest <= 0) return null;
    const at = widths.findIndex((width, i) => width === widest && width > (least[i] ?? 0));
    widths[at] = widest - 1;
  }
  return widths;
}

function longestWord(texts: readonly string[]): number {
  return Math.max(0, ...texts.flatMap((text) => text.split(/ +/).map(columnsOf)));
}

function aligned({ headings, aligns, rows }: PlainTable, widths: readonly number[], rule: string): readonly string[] {
  const head = tableRow(headings, aligns, widths, 'bottom');
  return [
    ...head,
    widths.map((width) => rule.repeat(width)).join(' '.repeat(GAP)),
    ...rows.flatMap((row) => tableRow(row, aligns, widths, 'top')),
  ];
}

/** One row of a table as the lines it takes. */
function tableRow(
  cells: readonly string[],
  aligns: readonly ('left' | 'right')[],
  widths: readonly number[],
  stand: 'top' | 'bottom',
): readonly string[] {
  const wrapped = widths.map((width, i) => wrap(cells[i] ?? '', width));
  const height = Math.max(...wrapped.map((lines) => lines.length));
  return Array.from({ length: height }, (_, n) =>
    wrapped
      .map((lines, i) => {
        const line = lines[stand === 'top' ? n : n - height + lines.length] ?? '';
        return pad(line, widths[i] ?? 0, aligns[i] ?? 'left');
      })
      .join(' '.repeat(GAP))
      .trimEnd(),
  );
}

function stacked({ headings, rows }: PlainTable, width: number): readonly string[] {
  return rows.flatMap((row, n) => [
    ...(n === 0 ? [] : ['']),
    ...wrap(row[0] ?? '', width),
    ...headings.slice(1).flatMap((heading, i) => hanging('  ', `${heading}: ${row[i + 1] ?? ''}`, width)),
  ]);
}
