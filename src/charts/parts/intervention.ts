import { captionOver } from './caption.ts';
import type { RuleRow } from './rule-layer.ts';
import type { TextRow } from './text-layer.ts';
import type { Palette } from './theme.ts';

/** The dashed line between the last period before a change (at `x`, px) and the first one after it, its words over the plot. */
export function intervention(
  x: number,
  text: string,
  plot: { readonly width: number; readonly height: number },
  palette: Palette,
): { readonly rules: readonly RuleRow[]; readonly texts: readonly TextRow[] } {
  return {
    rules: [{ x, y: -3, x2: x, y2: plot.height, colour: palette.intervention, width: 1.25, dash: [5, 4] }],
    texts: captionOver(x, text, plot.width, 0, palette),
  };
}
