import type { Cell, Column, Table } from '../../document/document.ts';
import { PAGE } from '../../messages/words/page.ts';
import type { PageContext } from './context.ts';
import { MARK_ICONS } from './icons.ts';
import { type Markup, markup, trusted } from './markup.ts';

/** Characters that a table may need side by side before it could be wider than a telephone (about 320 px of 15 px type). */
const NARROWEST = 34;

/** Text of more characters than this is a sentence rather than an entry. */
const ENTRY = 48;

/** Which columns hold sentences: one is enough for the whole column. */
function sentenceColumns({ columns, rows }: Table): readonly boolean[] {
  return columns.map(({ align }, i) => align === 'left' && rows.some((row) => (row[i]?.text.length ?? 0) > ENTRY));
}

/** A table that is folded away, or one that stands open. On narrow screens open tables and tables of sentences stack. */
export function renderTable(table: Table, caption: string, context: PageContext): Markup {
  const id = context.uniqueId(`table-${table.id}`);
  const sentences = sentenceColumns(table);
  const grid = markup`<table id="${id}"${sentences.includes(true) ? trusted(' class="prose"') : null}>\n<caption>${caption}</caption>\n${head(table.columns)}${body(table, sentences)}</table>\n`;
  if (!table.folded) return markup`<div class="table open">\n${scroller(grid, table, caption)}</div>\n`;
  return markup`<details class="table">\n<summary>${caption}</summary>\n${scroller(grid, table, caption)}</details>\n`;
}

function head(columns: readonly Column[]): Markup {
  const cells = columns.map(({ heading, align }) => markup`<th scope="col" class="${align}">${heading}</th>`);
  return markup`<thead><tr>${cells}</tr></thead>\n`;
}

function body({ columns, rows }: Table, sentences: readonly boolean[]): Markup {
  const lines = rows.map((row) => {
    const cells = row.map((cell, i) => tableCell(cell, columns[i], i === 0, sentences[i] === true));
    return markup`<tr>${cells}</tr>\n`;
  });
  return markup`<tbody>\n${lines}</tbody>\n`;
}

function tableCell(cell: Cell, column: Column | undefined, namesRow: boolean, isSentence: boolean): Markup {
  const align = column?.align ?? 'left';
  const content = cell.mark
    ? markup`<span class="marked">${MARK_ICONS[cell.mark]} ${cell.text}</span>`
    : markup`<span>${cell.text}</span>`;
  if (namesRow) return markup`<th scope="row" class="${align}">${content}</th>`;
  return markup`<td class="${isSentence ? `${align} sentence` : align}" data-heading="${column?.heading ?? ''}">${content}</td>`;
}

/** A table that may be wider than the window gets a frame that scrolls and can be reached with the keyboard. */
function scroller(grid: Markup, table: Table, caption: string): Markup {
  if (charactersAcross(table) <= NARROWEST) return markup`<div class="scroll">${grid}</div>`;
  return markup`<div class="scroll" role="region" tabindex="0" aria-label="${PAGE.scrolls(caption)}">${grid}</div>\n`;
}

const longest = (texts: readonly string[]): number => Math.max(0, ...texts.map((text) => text.length));

/** About how many characters stand side by side when every cell is broken wherever it may be, paddings included. */
function charactersAcross({ columns, rows }: Table): number {
  const widths = columns.map(({ heading, align }, i) => {
    const cells = rows.map((row) => row[i]?.text ?? '');
    const unbroken = align === 'right' ? longest(cells) : longest(cells.flatMap((text) => text.split(/\s+/)));
    return Math.max(unbroken, longest(heading.split(/\s+/))) + 3;
  });
  return widths.reduce((sum, width) => sum + width, 0);
}
