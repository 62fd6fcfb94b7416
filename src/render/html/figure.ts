import type { Figure } from '../../document/document.ts';
import { PAGE } from '../../messages/words/page.ts';
import type { FigureDrawings, PageContext } from './context.ts';
import { type Markup, markup, trusted } from './markup.ts';
import { renderTable } from './table.ts';

/** Up to this width in px a wide drawing leaves room for its caption at the right. */
const WIDEST_BESIDE = 744;

/** The chart, how to read it and its notes; then its table, folded. */
export function renderFigure(figure: Figure, context: PageContext): Markup {
  const number = context.figureNumbers.get(figure) ?? 0;
  const drawings = context.figures.get(figure.id);
  const beside = drawings !== undefined && (drawnWidth(drawings.wide) ?? 0) <= WIDEST_BESIDE;
  const notes = figure.notes.map((note) => markup`<p class="note">${note}</p>\n`);
  const reading = markup`<p><strong>${PAGE.figure(number)}.</strong> ${PAGE.howToRead} ${figure.howToRead}</p>\n`;
  const table = renderTable(
    { ...figure.table, folded: drawings !== undefined },
    `${PAGE.tableOf(number)}: ${figure.table.caption}`,
    context,
  );
  return markup`<div class="exhibit" id="${context.uniqueId(`figure-${figure.id}`)}">
<figure${beside ? trusted(' class="beside"') : null}>
${drawings ? charts(drawings) : titles(figure)}<figcaption>
${reading}${notes}</figcaption>
</figure>
${table}</div>
`;
}

function charts({ wide, narrow }: FigureDrawings): Markup {
  return markup`<div class="chart wide">${inline(wide)}</div>\n<div class="chart narrow">${inline(narrow)}</div>\n`;
}

/** In place of a chart that was not drawn. */
function titles({ title, subtitle }: Figure): Markup {
  return markup`<p class="finding-title">${title}</p>\n<p class="note">${subtitle}</p>\n`;
}

/** An SVG document as an element: without its XML declaration and document type. */
function inline(svg: string): Markup {
  return trusted(svg.slice(Math.max(0, svg.search(/<svg[\s>]/))).trim());
}

/** The width in px that an SVG document asks for; null where it gives none. */
export function drawnWidth(svg: string): number | null {
  const tag = /<svg[^>]*>/.exec(svg)?.[0] ?? '';
  const width = /\swidth="([\d.]+)(?:px)?"/.exec(tag)?.[1] ?? /\sviewBox="[-\d.]+ [-\d.]+ ([\d.]+)/.exec(tag)?.[1];
  return width === undefined ? null : Number(width);
}
