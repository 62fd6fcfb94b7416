import type { Layer } from './layer.ts';
import { px } from './layer.ts';
import { type MarkRow, markLayer, type Variation } from './marks.ts';
import type { Key } from './page-content.ts';
import { centredRows, textLayers } from './text-layer.ts';
import { clean, textWidth } from './text-width.ts';
import { type Palette, TYPE } from './theme.ts';

/** The words of the symbols, each a word or two: `improvement`, `excluded`. */
export type SymbolTexts = Readonly<Record<Exclude<Variation, 'common'> | 'provisional', string>>;

const ORDER: readonly Exclude<Variation, 'common'>[] = ['improvement', 'concern', 'neither', 'both', 'excluded'];
const SYMBOL = 16;
const APART = 16;
const LINE = 18;

/** A symbol and its words. */
interface KeyEntry {
  readonly variation: Variation;
  readonly provisional?: boolean;
  readonly text: string;
}

/** The symbols that these points use, in words, in lines above the plots; null where there is nothing but common points. */
export function symbolKey(points: readonly MarkRow[], texts: SymbolTexts, palette: Palette, width: number): Key | null {
  const used = ORDER.filter((variation) => points.some((point) => point.variation === variation));
  const entries: KeyEntry[] = used.map((variation) => ({ variation, text: texts[variation] }));
  if (points.some(({ provisional }) => provisional)) {
    entries.push({ variation: 'common', provisional: true, text: texts.provisional });
  }
  return entriesKey(entries, palette, width);
}

/** Symbols with their words in lines `width` px wide; null for none. */
export function entriesKey(entries: readonly KeyEntry[], palette: Palette, width: number): Key | null {
  if (entries.length === 0) return null;
  let x = 0;
  let line = 0;
  const items = entries.map(({ variation, provisional = false, text: words }) => {
    const text = clean(words);
    const room = SYMBOL + textWidth(text, TYPE.label.size);
    if (x > 0 && x + room > width) {
      x = 0;
      line += 1;
    }
    const item = { variation, provisional, text, x, y: line * LINE + LINE / 2 };
    x += room + APART;
    return item;
  });
  return { height: (line + 1) * LINE, layers: (left, top) => keyLayers(items, palette, left, top) };
}

function keyLayers(
  items: readonly (MarkRow & { readonly text: string })[],
  palette: Palette,
  left: number,
  top: number,
): readonly Layer[] {
  const style = { colour: palette.secondary, type: TYPE.label };
  return [
    markLayer(
      items.map((item) => ({ ...item, x: left + item.x + 5, y: top + item.y })),
      { x: px('x'), y: px('y') },
      palette,
    ),
    ...textLayers(items.flatMap(({ text, x, y }) => centredRows([text], left + x + SYMBOL, top + y, style))),
  ];
}
