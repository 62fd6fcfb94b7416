import type { Block, Cell, Doc, Figure, Table } from '../document/document.ts';
import { figuresOf } from '../document/walk.ts';
import { MESSAGE_LABELS, PAGE } from '../messages/words/page.ts';
import { escapeMarkdown, plainText } from './escape.ts';

interface MarkdownOptions {
  /** Figure id -> path of its picture, relative to the Markdown file; a figure without one shows its table. */
  readonly figurePath?: (id: string) => string | null;
}

interface MarkdownContext {
  readonly figurePath: (id: string) => string | null;
  readonly numbers: ReadonlyMap<Figure, number>;
}

type Renderer<T extends Block> = (block: T, level: number, context: MarkdownContext) => string;

const RENDERERS: { readonly [K in Block['type']]: Renderer<Extract<Block, { type: K }>> } = {
  paragraph: ({ role, text }) => (role === 'command' ? `    ${plainText(text)}` : escapeMarkdown(text)),
  list: ({ items }) => bullets(items.map(escapeMarkdown)),
  messages: ({ items }) =>
    bullets(items.map(({ kind, text }) => `**${MESSAGE_LABELS[kind]}:** ${escapeMarkdown(text)}`)),
  table: (table) => markdownTable(table),
  figure: (figure, level, context) => markdownFigure(figure, level, context),
  section: ({ heading, blocks }, level, context) =>
    joined([headingLine(heading, level), ...blocks.map((block) => renderBlock(block, level + 1, context))]),
  definitions: ({ items }) =>
    bullets(items.map(({ term, text }) => `**${escapeMarkdown(term)}:** ${escapeMarkdown(text)}`)),
  references: ({ items }) =>
    bullets(items.map(({ text, url }) => (url === null ? escapeMarkdown(text) : reference(text, url)))),
  downloads: ({ items }) =>
    bullets(items.map(({ label, name }) => `${escapeMarkdown(label)} (${escapeMarkdown(name)})`)),
};

/**
 * The document as Markdown (CommonMark with GitHub's tables). Whatever stands in a name is shown as it is: it makes no
 * HTML, no link, no table border.
 */
export function renderMarkdown(doc: Doc, { figurePath = () => null }: MarkdownOptions = {}): string {
  const context = { figurePath, numbers: new Map(figuresOf(doc).map((figure, i) => [figure, i + 1])) };
  const parts = [
    headingLine(doc.title, 1),
    doc.subtitle === null ? '' : escapeMarkdown(doc.subtitle),
    quoted(doc.notes),
    ...doc.blocks.map((block) => renderBlock(block, 2, context)),
  ];
  return `${joined(parts)}\n`;
}

function renderBlock(block: Block, level: number, context: MarkdownContext): string {
  const render = RENDERERS[block.type] as Renderer<Block>;
  return render(block, level, context);
}

const joined = (parts: readonly string[]): string => parts.filter((part) => part !== '').join('\n\n');

const bullets = (items: readonly string[]): string => items.map((item) => `- ${item}`).join('\n');

const headingLine = (text: string, level: number): string =>
  `${'#'.repeat(Math.min(level, 6))} ${escapeMarkdown(text)}`;

/** Notes as a block quote, a paragraph each. */
const quoted = (notes: readonly string[]): string => notes.map((note) => `> ${escapeMarkdown(note)}`).join('\n>\n');

function markdownFigure(figure: Figure, level: number, context: MarkdownContext): string {
  const number = context.numbers.get(figure) ?? 0;
  const path = context.figurePath(figure.id);
  return joined([
    headingLine(figure.title, level),
    escapeMarkdown(figure.subtitle),
    path === null ? markdownTable(figure.table) : `![${escapeMarkdown(figure.alt)}](${linkTarget(path)})`,
    `**${PAGE.figure(number)}.** ${PAGE.howToRead} ${escapeMarkdown(figure.howToRead)}`,
    quoted(figure.notes),
  ]);
}

function markdownTable({ caption, columns, rows }: Table): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  const marker = columns.map(({ align }) => (align === 'right' ? '---:' : '---'));
  const cellsOf = (row: readonly Cell[]): readonly string[] =>
    columns.map((_, i) => escapeMarkdown(row[i]?.text ?? ''));
  const lines = [
    line(columns.map(({ heading }) => escapeMarkdown(heading))),
    line(marker),
    ...rows.map(cellsOf).map(line),
  ];
  return `**${escapeMarkdown(caption)}**\n\n${lines.join('\n')}`;
}

/** A web address as a link; anything else only as text. */
function reference(text: string, url: string): string {
  return /^https?:\/\//.test(url)
    ? `[${escapeMarkdown(text)}](${linkTarget(url)})`
    : `${escapeMarkdown(text)} (${escapeMarkdown(url)})`;
}

/** A path or address as the target of a link: nothing in it can end the target. */
function linkTarget(target: string): string {
  return encodeURI(target.replace(/\p{Surrogate}/gu, '\uFFFD'))
    .replace(/%25([0-9A-F]{2})/gi, '%$1')
    .replace(/[()<>]/g, (character) => `%${character.charCodeAt(0).toString(16)}`);
}
