import type { TopLevelSpec } from 'vega-lite';
import type { Grid } from './grid.ts';
import type { Page } from './page-content.ts';
import { pageFooter, pageHeader, panelHeads } from './page-texts.ts';
import { textLayers } from './text-layer.ts';
import { clean } from './text-width.ts';
import { chartConfig, FRAMES, PALETTES, TYPE } from './theme.ts';

const SCHEMA = 'https://vega.github.io/schema/vega-lite/v6.json';

/** Everything around the plots and the plots themselves as one spec of exact size, laid out in px. */
export function composePage(page: Page): TopLevelSpec {
  const { grid, options, axisHeight } = page;
  const { margin } = FRAMES[options.width];
  const heads = panelHeads(page);
  const header = pageHeader(page, heads.height);
  const footer = pageFooter(page);
  const row = axisHeight + BETWEEN_ROWS + heads.height;
  const height = grid.rows * grid.plotHeight + (grid.rows - 1) * row;
  const texts = [...header.rows, ...footer.rows(height + axisHeight)].map((each) => ({
    ...each,
    x: each.x - grid.left,
  }));
  const around = [...(page.key?.layers(-grid.left, header.keyTop) ?? []), ...textLayers(texts)];
  const units = page.panels.map(({ layers }, place) => ({
    width: grid.plotWidth,
    height: grid.plotHeight,
    layer: [...layers, ...textLayers(heads.rows[place] ?? []), ...(place === 0 ? around : [])],
  }));
  const spec = {
    $schema: SCHEMA,
    description: clean(page.texts.alt),
    autosize: { type: 'none' },
    padding: {
      left: margin + grid.left,
      top: header.top,
      right: margin + grid.right,
      bottom: axisHeight + footer.height + margin,
    },
    title: {
      text: [...header.title],
      orient: 'none',
      anchor: 'start',
      frame: 'group',
      align: 'left',
      baseline: 'alphabetic',
      dx: -grid.left,
      dy: margin - header.top + TYPE.title.size,
    },
    config: chartConfig(PALETTES[options.palette]),
    ...(units.length === 1 ? units[0] : inRows(units, grid, row, height)),
  };
  return spec as TopLevelSpec;
}

/** Space between the axis of a row of panels and the titles of the next, px. */
const BETWEEN_ROWS = 12;

/** Panels side by side. Width and height are given as parameters: Vega-Lite has no other way to fix those of a concatenation. */
function inRows(units: readonly object[], { columns, plotWidth, gap }: Grid, row: number, height: number): object {
  return {
    params: [
      { name: 'width', value: columns * plotWidth + (columns - 1) * gap },
      { name: 'height', value: height },
    ],
    concat: units,
    columns,
    spacing: { column: gap, row },
    bounds: 'flush',
    resolve: { scale: { x: 'independent', y: 'independent' } },
  };
}
