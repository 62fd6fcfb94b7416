import type { ControlChartResult } from '../../analysis/control-chart/result.ts';
import type { SeasonalView } from '../../analysis/seasonal/result.ts';
import type { PaletteName } from '../../charts/parts/theme.ts';
import { CONTROL_FIGURE } from '../../messages/control-chart/figures.ts';
import type { Section } from '../document.ts';
import { seasonalSection } from '../seasonal/seasonal.ts';
import { ADJUSTED, controlFigures } from './figure.ts';
import { controlSummary } from './tables.ts';

/**
 * The section on seasons, with the charts of the adjusted series where a yearly cycle hides signals: their verdicts, the
 * figures, and on which series the rules ran. Null where no area has seasons to speak of.
 */
export function controlSeasonsSection(
  views: readonly SeasonalView[],
  adjusted: readonly ControlChartResult[],
  notes: readonly string[],
  palette: PaletteName,
): Section | null {
  const section = seasonalSection(views);
  if (!section || adjusted.length === 0) return section;
  return {
    ...section,
    blocks: [
      {
        ...controlSummary(adjusted),
        id: 'adjusted-chart-summary',
        caption: CONTROL_FIGURE.adjusted(CONTROL_FIGURE.verdicts),
      },
      ...controlFigures(adjusted, [CONTROL_FIGURE.adjustedNote, ...notes], palette, ADJUSTED),
      ...section.blocks.filter((block) => block.type !== 'paragraph' || block.role !== 'note'),
    ],
  };
}
