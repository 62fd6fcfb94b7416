import type { Block, Downloads, Section } from '../../document/document.ts';
import { MESSAGE_LABELS, PAGE } from '../../messages/words/page.ts';
import type { PageContext } from './context.ts';
import { dataUrl } from './data-url.ts';
import { renderFigure } from './figure.ts';
import { MESSAGE_ICONS } from './icons.ts';
import { type Markup, markup } from './markup.ts';
import { renderTable } from './table.ts';

type Renderer<T extends Block> = (block: T, level: number, context: PageContext) => Markup;

const RENDERERS: { readonly [K in Block['type']]: Renderer<Extract<Block, { type: K }>> } = {
  paragraph: ({ role, text }) => markup`<p class="${role}">${together(text)}</p>\n`,
  list: ({ items }) => markup`<ul class="list">\n${items.map((item) => markup`<li>${item}</li>\n`)}</ul>\n`,
  messages: ({ items }) => {
    const rows = items.map(
      ({ kind, text }) =>
        markup`<li class="message ${kind}">${MESSAGE_ICONS[kind]}<p><strong>${MESSAGE_LABELS[kind]}</strong> ${together(text)}</p></li>\n`,
    );
    return markup`<ul class="messages">\n${rows}</ul>\n`;
  },
  table: (table, _level, context) => renderTable(table, table.caption, context),
  figure: (figure, _level, context) => renderFigure(figure, context),
  section: (section, level, context) =>
    sectionContent(section, renderBlocks(section.blocks, level + 1, context), level, context),
  definitions: ({ items }) => {
    const rows = items.map(({ term, text }) => markup`<div><dt>${term}</dt><dd>${unbroken(text)}</dd></div>\n`);
    return markup`<dl>\n${rows}</dl>\n`;
  },
  references: ({ items }) => {
    const rows = items.map(({ text, url }) => markup`<li>${url === null ? text : link(text, url)}</li>\n`);
    return markup`<ul class="list references">\n${rows}</ul>\n`;
  },
  downloads: ({ items }) => markup`<ul class="downloads">\n${items.map(download)}</ul>\n`,
};

/** One block at a heading level (2 to 6). */
export function renderBlock(block: Block, level: number, context: PageContext): Markup {
  const render = RENDERERS[block.type] as Renderer<Block>;
  return render(block, level, context);
}

export function renderBlocks(blocks: readonly Block[], level: number, context: PageContext): Markup {
  return markup`${blocks.map((block) => renderBlock(block, level, context))}`;
}

const HEADINGS: Readonly<Record<number, (id: string, text: string) => Markup>> = {
  2: (id, text) => markup`<h2 id="${id}">${text}</h2>`,
  3: (id, text) => markup`<h3 id="${id}">${text}</h3>`,
  4: (id, text) => markup`<h4 id="${id}">${text}</h4>`,
};

/** A section around content that is already drawn. */
export function sectionContent(section: Section, body: Markup, level: number, context: PageContext): Markup {
  const id = context.sectionIds.get(section) ?? context.uniqueId(section.id);
  const heading = HEADINGS[Math.min(level, 4)]?.(id, section.heading) ?? null;
  return markup`<section class="level-${level}">\n${heading}\n${body}</section>\n`;
}

/** `P = 0.016` stays on one line. */
function together(text: string): string {
  return text.replace(/\bP ([=<]) (?=\d)/g, 'P\u00a0$1\u00a0');
}

/** Options of a command line are not broken at their hyphens. */
function unbroken(text: string): readonly (string | Markup)[] {
  return text
    .split(/((?<=^|\s)--?[a-z][a-z-]{0,40}(?=$|\s))/)
    .map((part, i) => (i % 2 === 1 ? markup`<span class="option">${part}</span>` : part));
}

/** A link to the web, where the address is one; plain text otherwise. */
function link(text: string, url: string): Markup {
  return /^https?:\/\//.test(url) ? markup`<a href="${url}" rel="noreferrer">${text}</a>` : markup`${text} (${url})`;
}

function download({ name, label, mediaType, content }: Downloads['items'][number]): Markup {
  const url = dataUrl(mediaType, content);
  const size = PAGE.fileSize(new TextEncoder().encode(content).length);
  return markup`<li><a download="${name}" href="${url}">${label}</a> <span class="file">${name}, ${size}</span></li>\n`;
}
