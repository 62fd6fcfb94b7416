import type { Block, Doc, Figure, Section } from '../../document/document.ts';
import { figuresOf, sectionsOf } from '../../document/walk.ts';
import { PAGE } from '../../messages/words/page.ts';
import { renderBlock, renderBlocks, sectionContent } from './blocks.ts';
import type { FigureDrawings, PageContext } from './context.ts';
import { drawnWidth } from './figure.ts';
import { type Markup, markup, trusted } from './markup.ts';
import { type PageFonts, pageStyle } from './page-style.ts';

interface HtmlOptions {
  /** The drawings of the figures by figure id; a figure without drawings shows its title and its table, unfolded. */
  readonly figures: ReadonlyMap<string, FigureDrawings>;
  /** Arimo (WOFF2, base64), for machines without Arial; without it the system's sans-serif stands in. */
  readonly fonts?: PageFonts | null;
  /** The last line of the page: what made it. */
  readonly madeWith?: string | null;
}

const POLICY =
  "default-src 'none'; style-src 'unsafe-inline'; img-src data:; font-src data:; base-uri 'none'; form-action 'none'";

/** Chart text of 12 px may shrink to 11 px: a drawing this much wider than its space is replaced by the narrow one. */
const SMALLEST_SCALE = 11 / 12;
const PAGE_PADDING = 48;
const NARROW_BELOW = 600;

/**
 * The document as one HTML page that needs nothing else: style, fonts, drawings and downloads are in it, there is no
 * script, and a content security policy forbids any. A pure function of strings: it runs in a browser as well.
 */
export function renderHtml(doc: Doc, options: HtmlOptions): string {
  const context = pageContext(doc, options);
  const style = pageStyle({ narrowBelow: narrowBelow(options), fonts: options.fonts ?? null });
  const page = markup`<!doctype html>
<html lang="${doc.language}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${trusted(POLICY)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>${doc.title}</title>
<style>
${trusted(style)}
</style>
</head>
<body>
<a class="skip" href="#main">${PAGE.skip}</a>
<header class="top">
<div class="page">
<h1>${doc.title}</h1>
${doc.subtitle === null ? null : markup`<p class="subtitle">${doc.subtitle}</p>\n`}${notesBanner(doc.notes)}</div>
</header>
<main id="main" class="page" tabindex="-1">
${content(doc, context)}
</main>
<footer class="bottom">
<div class="page">
<p>${PAGE.footer}</p>
${options.madeWith ? markup`<p>${options.madeWith}</p>\n` : null}</div>
</footer>
</body>
</html>
`;
  return page.source;
}

function pageContext(doc: Doc, { figures }: HtmlOptions): PageContext {
  const used = new Set<string>(['main', 'contents']);
  const uniqueId = (wanted: string): string => {
    const base =
      wanted
        .toLowerCase()
        .replace(/[^a-z0-9]+/g, '-')
        .replace(/^-+|-+$/g, '') || 'part';
    let id = base;
    for (let n = 2; used.has(id); n += 1) id = `${base}-${n}`;
    used.add(id);
    return id;
  };
  return {
    figures,
    uniqueId,
    figureNumbers: new Map<Figure, number>(figuresOf(doc).map((figure, i) => [figure, i + 1])),
    sectionIds: new Map<Section, string>(sectionsOf(doc).map((section) => [section, uniqueId(section.id)])),
  };
}

/** The window's width in px under which the narrow drawings are shown: 600, or where the widest text would get too small. */
function narrowBelow({ figures }: HtmlOptions): number {
  const widths = [...figures.values()].map(({ wide }) => drawnWidth(wide) ?? 0);
  return Math.ceil(Math.max(NARROW_BELOW, Math.max(0, ...widths) * SMALLEST_SCALE + PAGE_PADDING));
}

function notesBanner(notes: readonly string[]): Markup | null {
  if (notes.length === 0) return null;
  const texts = notes.map((note) => markup`<p>${note}</p>\n`);
  return markup`<div class="notes" role="note" aria-label="${PAGE.notes}">\n${texts}</div>\n`;
}

/** The first texts of the page, up to the first table or chart, stand beside the contents; the rest follows. */
function content(doc: Doc, context: PageContext): Markup {
  const first = doc.blocks[0];
  if (first?.type !== 'section') return opening(doc, doc.blocks, context);
  const body = opening(doc, first.blocks, context);
  return markup`${sectionContent(first, body, 2, context)}\n${renderBlocks(doc.blocks.slice(1), 2, context)}`;
}

function opening(doc: Doc, blocks: readonly Block[], context: PageContext): Markup {
  const isText = ({ type }: Block): boolean => type === 'paragraph' || type === 'messages' || type === 'list';
  const firstOther = blocks.findIndex((block) => !isText(block));
  const end = firstOther === -1 ? blocks.length : firstOther;
  const text = blocks.slice(0, end).map((block) => renderBlock(block, 3, context));
  const level = doc.blocks === blocks ? 2 : 3;
  const rest = renderBlocks(blocks.slice(end), level, context);
  return markup`<div class="opening">\n<div>\n${text}</div>\n${contents(doc, context)}</div>\n${rest}`;
}

function contents(doc: Doc, { sectionIds }: PageContext): Markup | null {
  const sections = sectionsOf(doc);
  if (sections.length < 2) return null;
  const items = sections.map(
    (section) => markup`<li><a href="#${sectionIds.get(section) ?? ''}">${section.heading}</a></li>\n`,
  );
  return markup`<nav class="contents" aria-labelledby="contents">\n<h2 id="contents">${PAGE.contents}</h2>\n<ul>\n${items}</ul>\n</nav>\n`;
}
