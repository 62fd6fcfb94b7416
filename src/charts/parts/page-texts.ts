import type { Page } from './page-content.ts';
import { type TextRow, textRows } from './text-layer.ts';
import { wrap } from './text-width.ts';
import { FRAMES, PALETTES, TYPE } from './theme.ts';

function innerWidth({ options }: Page): number {
  const { width, margin } = FRAMES[options.width];
  return width - 2 * margin;
}

/** Titles and axis title, and where the key stands between them; `top` is the height of all. Measured from the first plot. */
export function pageHeader(page: Page, headHeight: number) {
  const palette = PALETTES[page.options.palette];
  const { margin } = FRAMES[page.options.width];
  const inner = innerWidth(page);
  const titleLines = wrap(page.texts.title, { ...TYPE.title, weight: 'bold', width: inner });
  const subtitle = wrap(page.texts.subtitle, { ...TYPE.subtitle, width: inner });
  const axisTitle = wrap(page.axisTitle ?? '', { ...TYPE.label, width: inner });
  const subtitleTop = margin + titleLines.length * TYPE.title.line + 3;
  const keyTop = subtitleTop + subtitle.length * TYPE.subtitle.line + 10;
  const axisTop = keyTop + (page.key ? page.key.height + 8 : 0);
  const top = axisTop + axisTitle.length * TYPE.label.line + (axisTitle.length > 0 ? 6 : 0) + headHeight;
  const style = { colour: palette.secondary };
  return {
    title: titleLines,
    keyTop: keyTop - top,
    top,
    rows: [
      ...textRows(subtitle, 0, subtitleTop - top, { ...style, type: TYPE.subtitle }),
      ...textRows(axisTitle, 0, axisTop - top, { ...style, type: TYPE.label }),
    ],
  };
}

/** Titles and remarks of the panels, set so that the last lines stand just over the plots. */
export function panelHeads({ panels, grid, options, band }: Page): {
  readonly height: number;
  readonly rows: readonly (readonly TextRow[])[];
} {
  const palette = PALETTES[options.palette];
  const edge = grid.shared && grid.columns > 1 ? 0 : -grid.left;
  const width = grid.plotWidth - edge + (grid.columns === 1 ? grid.right : 0);
  const heads = panels.map(({ title, remarks }) => ({
    title: wrap(title ?? '', { ...TYPE.panel, weight: 'bold', width, lines: 3 }),
    remarks: remarks.flatMap((remark) => wrap(remark, { ...TYPE.label, width })),
  }));
  const heights = heads.map((head) => head.title.length * TYPE.panel.line + head.remarks.length * TYPE.label.line);
  const foot = band + 6;
  return {
    height: Math.max(...heights) + foot,
    rows: heads.map(({ title, remarks }, place) => {
      const top = -foot - (heights[place] ?? 0);
      const style = { colour: palette.text };
      return [
        ...textRows(title, edge, top, { ...style, type: TYPE.panel, weight: 'bold' }),
        ...textRows(remarks, edge, top + title.length * TYPE.panel.line, { ...style, type: TYPE.label }),
      ];
    }),
  };
}

/** Tagged texts and notes below the plots. */
export function pageFooter(page: Page) {
  const { texts, tagged, options } = page;
  const inner = innerWidth(page);
  const palette = PALETTES[options.palette];
  const set = (paragraphs: readonly string[]) =>
    paragraphs.flatMap((paragraph) => wrap(paragraph, { ...TYPE.label, width: inner }));
  const tags = set(tagged);
  const notes = set(texts.notes);
  const gap = (lines: readonly string[]) => (lines.length > 0 ? 8 : 0);
  const tagsHeight = gap(tags) + tags.length * TYPE.label.line;
  return {
    height: tagsHeight + gap(notes) + notes.length * TYPE.label.line,
    rows: (top: number) => [
      ...textRows(tags, 0, top + gap(tags), { colour: palette.text, type: TYPE.label }),
      ...textRows(notes, 0, top + tagsHeight + gap(notes), { colour: palette.secondary, type: TYPE.label }),
    ],
  };
}
