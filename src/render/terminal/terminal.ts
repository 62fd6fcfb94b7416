import type { Block, Doc, Figure, Messages, Table } from '../../document/document.ts';
import { MESSAGE_LABELS, PAGE } from '../../messages/words/page.ts';
import { escapeTerminal } from '../escape.ts';
import { drawSketch } from './chart.ts';
import { type Paint, type Style, styleFor } from './style.ts';
import { terminalTable } from './table.ts';
import { columnsOf, hanging, wrap } from './text.ts';
import type { Terminal } from './type.ts';

const MOST_COLUMNS = 100;
const FEWEST_COLUMNS = 40;

/** What the blocks of one text share. `safe` is every text's way in. */
interface TerminalContext {
  readonly terminal: Terminal;
  readonly width: number;
  readonly style: Style;
  readonly safe: (text: string) => string;
}

type Renderer<T extends Block> = (block: T, level: number, context: TerminalContext) => readonly string[];

const RENDERERS: { readonly [K in Block['type']]: Renderer<Extract<Block, { type: K }>> } = {
  paragraph: ({ role, text }, _level, { safe, width, style }) => {
    const lines = role === 'command' ? [safe(text)] : wrap(safe(text), width);
    return role === 'note' || role === 'source' || role === 'how-to-read' ? painted(lines, style.quiet) : lines;
  },
  list: ({ items }, _level, { safe, width }) => items.flatMap((item) => hanging('- ', safe(item), width)),
  messages: ({ items }, _level, context) => items.flatMap((item) => messageLines(item, context)),
  table: (table, _level, context) => (table.folded ? [] : tableLines(table, context)),
  figure: (figure, _level, context) => figureLines(figure, context),
  section: ({ heading, blocks }, level, context) => {
    const content = separated(blocks, level + 1, context);
    return content.length === 0 ? [] : [...headingLines(heading, level, context), ...content];
  },
  definitions: ({ items }, _level, { safe, width }) =>
    items.flatMap(({ term, text }) => hanging('  ', `${safe(term)}: ${safe(text)}`, width)),
  references: ({ items }, _level, { safe, width }) =>
    items.flatMap(({ text, url }) => hanging('- ', safe(url === null ? text : `${text} ${url}`), width)),
  downloads: () => [],
};

/**
 * The document as text for a terminal: at most 100 columns, folded tables left out, charts in rough. Without colour it is
 * plain text; without Unicode it is ASCII. Control characters in names are made visible.
 */
export function renderTerminal(doc: Doc, terminal: Terminal): string {
  const width = Math.max(FEWEST_COLUMNS, Math.min(MOST_COLUMNS, terminal.columns));
  const context: TerminalContext = {
    terminal,
    width,
    style: styleFor(terminal),
    safe: (text) => escapeTerminal(text, terminal),
  };
  const { safe, style } = context;
  const notes = doc.notes.flatMap((note) => painted(hanging('! ', safe(note), width), style.caution));
  const head = [
    ...headingLines(doc.title, 1, context),
    ...(doc.subtitle === null ? [] : painted(wrap(safe(doc.subtitle), width), style.quiet)),
    ...(notes.length > 0 ? ['', ...notes] : []),
  ];
  return `${[...head, '', ...separated(doc.blocks, 2, context)].join('\n').trimEnd()}\n`;
}

const painted = (lines: readonly string[], paint: Paint): readonly string[] => lines.map((line) => paint(line));

/** Blocks with an empty line between them; a block without lines leaves none. */
function separated(blocks: readonly Block[], level: number, context: TerminalContext): readonly string[] {
  return blocks
    .map((block) => (RENDERERS[block.type] as Renderer<Block>)(block, level, context))
    .filter((lines) => lines.length > 0)
    .flatMap((lines, i) => (i === 0 ? lines : ['', ...lines]));
}

function headingLines(
  text: string,
  level: number,
  { safe, width, style, terminal }: TerminalContext,
): readonly string[] {
  const lines = wrap(safe(text), width);
  const rule = level === 1 ? (terminal.unicode ? '═' : '=') : level === 2 ? (terminal.unicode ? '─' : '-') : '';
  const under = rule === '' ? [] : [rule.repeat(Math.max(...lines.map(columnsOf)))];
  return [...painted(lines, style.heading), ...under];
}

const MESSAGE_PAINTS: Readonly<Record<Messages['items'][number]['kind'], (style: Style) => Paint>> = {
  finding: (style) => style.strong,
  caution: (style) => style.caution,
  problem: (style) => style.problem,
};

const LABEL_WIDTH = 9;

function messageLines(
  { kind, text }: Messages['items'][number],
  { safe, width, style }: TerminalContext,
): readonly string[] {
  const label = MESSAGE_LABELS[kind].padEnd(LABEL_WIDTH);
  const lines = hanging(label, safe(text), width);
  return lines.map((line, i) => (i === 0 ? MESSAGE_PAINTS[kind](style)(label) + line.slice(LABEL_WIDTH) : line));
}

function tableLines(
  { caption, columns, rows }: Table,
  { safe, width, style, terminal }: TerminalContext,
): readonly string[] {
  const plain = {
    headings: columns.map(({ heading }) => safe(heading)),
    aligns: columns.map(({ align }) => align),
    rows: rows.map((row) => columns.map((_, i) => safe(row[i]?.text ?? ''))),
  };
  return [
    ...painted(wrap(safe(caption), width), style.strong),
    '',
    ...terminalTable(plain, width, terminal.unicode ? '─' : '-'),
  ];
}

/** A chart in rough with how to read it; a chart that has no rough form only says what it finds. */
function figureLines(figure: Figure, { safe, width, style, terminal }: TerminalContext): readonly string[] {
  const sketches = figure.sketches ?? [];
  const titles = [
    ...painted(wrap(safe(figure.title), width), style.strong),
    ...painted(wrap(safe(figure.subtitle), width), style.quiet),
  ];
  if (sketches.length === 0) return titles;
  const drawn = sketches.flatMap((sketch) => ['', ...drawSketch(sketch, { ...terminal, columns: width })]);
  const small = [`${PAGE.howToRead} ${figure.howToRead}`, ...figure.notes];
  return [
    ...titles,
    ...drawn,
    '',
    ...painted(
      small.flatMap((text) => wrap(safe(text), width)),
      style.quiet,
    ),
  ];
}
