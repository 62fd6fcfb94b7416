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

interface Entry {
  readonly variation: Variation;
  readonly provisional: boolean;
  readonly text: string;
}

/** The symbols that these points use, in words, in lines above the plots; null where there is nothing but common points. */
export function symbolKey(points: readonly MarkRow[], texts: SymbolTexts, palette: Palette, width: number): Key | null {
  const used = ORDER.filter((variation) => points.some((point) => point.variation === variation));
  const entries: Entry[] = used.map((variation) => ({ variation, provisional: false, text: clean(texts[variation]) }));
  if (points.some(({ provisional }) => provisional)) {
    entries.push({ variation: 'common', provisional: true, text: clean(texts.provisional) });
  }
  if (entries.length === 0) return null;
  let x = 0;
  let line = 0;
  const items = entries.map((entry) => {
    const room = SYMBOL + textWidth(entry.text, TYPE.label.size);
    if (x > 0 && x + room > width) {
      x = 0;
      line += 1;
    }
    const item = { ...entry, x, y: line * LINE + LINE / 2 };
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
