import type { SeasonalView } from '../../analysis/seasonal/result.ts';
import { SEASONAL, seasonFactor, seasonName } from '../../messages/seasonal/findings.ts';
import { chartValue } from '../../messages/words/charts.ts';
import { percent } from '../../messages/words/format.ts';
import { left, right, textCell, valueCell } from '../cells.ts';
import type { Block, Section, Table } from '../document.ts';
import { messages, together } from '../placing.ts';
import { slug } from '../slug.ts';

const { headings } = SEASONAL;

/**
 * The section on the seasons of areas: what was found, the change on the same season a year before and the adjusted series,
 * how seasons stand, how it was done. Null where no area has a view.
 */
export function seasonalSection(views: readonly SeasonalView[]): Section | null {
  const [first] = views;
  if (!first) return null;
  return {
    type: 'section',
    id: 'seasons',
    heading: SEASONAL.heading,
    blocks: [
      ...views.flatMap((view) => seasonalBlocks(view)),
      { type: 'paragraph', role: 'note', text: SEASONAL.rulesOn },
      { type: 'definitions', items: [{ term: SEASONAL.method, text: SEASONAL.methodText(first.method) }] },
      { type: 'references', items: [SEASONAL.reference] },
    ],
  };
}

function seasonalBlocks(view: SeasonalView): readonly Block[] {
  return [messages(together(view.findings, 'seasons')), seasonalPoints(view), seasons(view)];
}

/** Every point as measured, against the same season of the year before, and adjusted. */
function seasonalPoints({ area, unit, points }: SeasonalView): Table {
  const shown = (value: number | null) => {
    const rounded = value === null || Number.isInteger(value) ? value : Number(value.toPrecision(4));
    return valueCell(chartValue(rounded, unit), value);
  };
  return {
    type: 'table',
    id: `seasonal-${slug(area)}`,
    caption: SEASONAL.caption(area),
    columns: [
      left(headings.period),
      right(headings.measured),
      right(headings.change),
      right(headings.percentChange),
      right(headings.adjusted),
    ],
    rows: points.map(({ period, value, change, percentChange, adjusted }) => [
      textCell(period),
      shown(value),
      shown(change),
      valueCell(percent(percentChange), percentChange),
      shown(adjusted),
    ]),
    folded: true,
  };
}

function seasons({ area, unit, method, seasons: all }: SeasonalView): Table {
  return {
    type: 'table',
    id: `seasons-${slug(area)}`,
    caption: SEASONAL.seasonsCaption(area),
    columns: [left(headings.season), right(headings.level)],
    rows: all.map(({ name, factor }) => [
      textCell(seasonName(name)),
      valueCell(seasonFactor(factor, method, unit), factor),
    ]),
    folded: true,
  };
}
