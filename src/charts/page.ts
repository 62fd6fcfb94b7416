import type { TopLevelSpec } from 'vega-lite';
import type { Grid } from './grid.ts';
import type { Layer } from './layer.ts';
import { type TextRow, textLayers, textRows } from './text-layer.ts';
import { clean, wrap } from './text-width.ts';
import type { ChartTexts } from './texts.ts';
import { type ChartOptions, chartConfig, FRAMES, PALETTES, TYPE } from './theme.ts';

const SCHEMA = 'https://vega.github.io/schema/vega-lite/v6.json';

/** One plot with what stands over it. `title` null: a single panel, named by the chart's own titles. */
export interface Panel {
  readonly title: string | null;
  /** Lines under the panel's title, a sentence each. */
  readonly remarks: readonly string[];
  readonly layers: readonly Layer[];
}

export interface Page {
  readonly texts: ChartTexts;
  readonly options: ChartOptions;
  readonly grid: Grid;
  /** What the value axes show, over the panels; null for none. */
  readonly axisTitle: string | null;
  /** Symbols that need explaining, above the plots: layers in px from the key's own top left corner. */
  readonly key: Key | null;
  /** Between a panel's titles and its plot: room for labels of vertical lines. */
  readonly band: number;
  /** Below the plot: axis labels and, where there is one, the title of the axis. */
  readonly axisHeight: number;
  /** Texts of tags in the plot, before the notes. */
  readonly tagged: readonly string[];
  readonly panels: readonly Panel[];
}

export interface Key {
  readonly height: number;
  readonly layers: (left: number, top: number) => readonly Layer[];
}

/** Everything around the plots and the plots themselves as one spec of exact size, laid out in px. */
export function composePage(page: Page): TopLevelSpec {
  const { options, grid, texts } = page;
  const palette = PALETTES[options.palette];
  const { width, margin } = FRAMES[options.width];
  const inner = width - 2 * margin;
  const heads = panelHeads(page);
  const { rows, titleLines, keyTop, top } = header(page, inner, heads.height);
  const foot = footer(page, inner);
  const plots = grid.rows * grid.plotHeight + (grid.rows - 1) * rowGap(page, heads.height);
  const edge = -grid.left;
  const above = [...rows, ...foot.rows(plots + page.axisHeight)].map((row) => ({ ...row, x: row.x + edge }));
  const pageLayers = [...(page.key?.layers(edge, keyTop - top) ?? []), ...textLayers(above)];
  const units = page.panels.map((panel, place) => ({
    width: grid.plotWidth,
    height: grid.plotHeight,
    layer: [...panel.layers, ...textLayers(heads.rows[place] ?? []), ...(place === 0 ? pageLayers : [])],
  }));
  const [first] = units;
  const frame = {
    $schema: SCHEMA,
    description: clean(texts.alt),
    autosize: { type: 'none' },
    padding: {
      left: margin + grid.left,
      top,
      right: margin + grid.right,
      bottom: page.axisHeight + foot.height + margin,
    },
    title: {
      text: [...titleLines],
      orient: 'none',
      anchor: 'start',
      frame: 'group',
      align: 'left',
      baseline: 'alphabetic',
      dx: edge,
      dy: margin - top + TYPE.title.size,
    },
    config: chartConfig(palette),
  };
  if (units.length === 1) return { ...frame, ...first } as TopLevelSpec;
  return {
    ...frame,
    params: [
      { name: 'width', value: grid.columns * grid.plotWidth + (grid.columns - 1) * grid.gap },
      { name: 'height', value: plots },
    ],
    concat: units,
    columns: grid.columns,
    spacing: { column: grid.gap, row: rowGap(page, heads.height) },
    bounds: 'flush',
    resolve: { scale: { x: 'independent', y: 'independent' } },
  } as TopLevelSpec;
}

function rowGap({ axisHeight }: Page, headHeight: number): number {
  return axisHeight + 12 + headHeight;
}

/** Titles, key and axis title. `top`: where the first plot begins; rows are measured from there, keyTop from the page's edge. */
function header(page: Page, inner: number, headHeight: number) {
  const palette = PALETTES[page.options.palette];
  const { margin } = FRAMES[page.options.width];
  const titleLines = wrap(page.texts.title, { ...TYPE.title, weight: 'bold', width: inner });
  const subtitle = wrap(page.texts.subtitle, { ...TYPE.subtitle, width: inner });
  const axisTitle = wrap(page.axisTitle ?? '', { ...TYPE.label, width: inner });
  const subtitleTop = margin + titleLines.length * TYPE.title.line + 3;
  const keyTop = subtitleTop + subtitle.length * TYPE.subtitle.line + 10;
  const axisTop = keyTop + (page.key ? page.key.height + 8 : 0);
  const top = axisTop + axisTitle.length * TYPE.label.line + (axisTitle.length > 0 ? 6 : 0) + headHeight;
  const style = { colour: palette.secondary };
  return {
    titleLines,
    keyTop,
    top,
    rows: [
      ...textRows(subtitle, 0, subtitleTop - top, { ...style, type: TYPE.subtitle }),
      ...textRows(axisTitle, 0, axisTop - top, { ...style, type: TYPE.label }),
    ],
  };
}

/** Titles and remarks of the panels, set so that the last lines stand just over the plots. */
function panelHeads({ panels, grid, options, band }: Page): {
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
function footer({ texts, tagged, options }: Page, inner: number) {
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
