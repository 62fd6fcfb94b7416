import type { CompareResult } from '../analysis/compare/result.ts';
import type { ChartTexts, ValueAxisTexts } from '../charts/parts/texts.ts';
import type { ChartOptions, PaletteName } from '../charts/parts/theme.ts';
import { FIGURE } from '../messages/compare/figures.ts';
import type { Figure, Table } from './document.ts';
import { slug } from './slug.ts';

/** What every figure is made with. `notes` stand under each: reconstruction, licence. */
export interface FigureContext {
  readonly result: CompareResult;
  readonly notes: readonly string[];
  readonly palette: PaletteName;
}

type Texts = ChartTexts & { readonly howToRead: string };

/** A chart with everything around it, drawn wide and narrow from the same data and texts. */
export function figureOf(
  id: string,
  { title, subtitle, notes, alt, howToRead }: Texts,
  { palette }: Pick<FigureContext, 'palette'>,
  table: Table,
  draw: (options: ChartOptions) => Figure['spec'],
): Figure {
  return {
    type: 'figure',
    id: slug(id),
    title,
    subtitle,
    alt,
    howToRead,
    notes,
    spec: draw({ width: 'wide', palette }),
    narrowSpec: draw({ width: 'narrow', palette }),
    table,
  };
}

/** The axis of a measure: its title, and which way is better. */
export function axisTexts(title: string, better: string): ValueAxisTexts {
  const { betterLower, betterHigher, notFromZero, ownScales } = FIGURE.axis;
  const word = better === 'lower' ? betterLower : better === 'higher' ? betterHigher : null;
  return { title, better: word, notFromZero, ownScales };
}
