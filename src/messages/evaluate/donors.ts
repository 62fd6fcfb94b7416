import type { Slots } from '../types.ts';
import { decimalsFor, listed, number, percent, pText, pValue, signed } from '../words/format.ts';
import { maybe, num, str, texts } from '../words/slots.ts';
import type { FindingTexts } from '../words/texts.ts';

const asPercent = (ratio: number): number => 100 * (ratio - 1);

/** `−5.56 admissions per 1,000 a quarter`. */
const gapText = (slots: Slots, name: string): string =>
  `${signed(num(slots, name), decimalsFor(num(slots, name)))} ${str(slots, 'outcome') === 'rate' ? 'admissions per 1,000 a quarter' : 'a quarter'}`;

const without = (slots: Slots, name: string): string =>
  `${percent(asPercent(num(slots, name)))} (without ${str(slots, `without${name === 'lowest' ? 'Lowest' : 'Highest'}`)})`;

/** Which areas a synthetic control is made from. */
const DONORS: Readonly<Record<string, string>> = {
  'similar-size': 'areas of half to twice its size',
  'nearest-size': 'areas, those nearest to it in size',
};

/** What single areas of the comparator, and mixtures of them, say of a practice. */
export const donorFindings: FindingTexts = {
  'evaluate.leave-one-out': (slots) =>
    `Leaving each of ${number(num(slots, 'areas'))} areas out of the comparator in turn, the difference in the last quarter runs from ${without(slots, 'lowest')} to ${without(slots, 'highest')}.`,
  'evaluate.one-area-decides': (slots) =>
    `The direction hangs on one area of the comparator: the difference in the last quarter is ${without(slots, 'lowest')} but ${without(slots, 'highest')}. Claim no direction before it is known which of them is fit to compare with.`,
  'evaluate.synthetic': (slots) => {
    const rank = maybe(slots, 'rank');
    const placed =
      rank === null
        ? ''
        : ` By the ratio of errors after to before it ranks ${number(rank)} of ${number(maybe(slots, 'areas'))} (${pText(maybe(slots, 'p'))}; the smallest possible is ${pValue(maybe(slots, 'smallest'))}).`;
    const donors = `${number(num(slots, 'donors'))} ${DONORS[str(slots, 'donorChoice')] ?? 'areas'}`;
    return `Synthetic control from ${donors} (most weight: ${listed(texts(slots, 'weights'))}): after the change ${str(slots, 'practice')} lay ${gapText(slots, 'gap')} from it on average, and ${gapText(slots, 'plainGap')} where levels must match too; error before ${number(num(slots, 'error'), decimalsFor(num(slots, 'error')))}.${placed}`;
  },
  'evaluate.synthetic-checks': (slots) => {
    const [time, quarters, lowest] = ['timeGap', 'timeQuarters', 'lowest'].map((name) => maybe(slots, name));
    const size = (gap: number) => Math.abs(gap) / Math.max(Math.abs(num(slots, 'gap')), 1e-12);
    const verdict = (gap: number) =>
      size(gap) < 0.5
        ? ''
        : ': it misses by that much where nothing is supposed to have happened, so do not lean on it';
    const early =
      time == null || quarters == null
        ? []
        : [
            `Checked before the change: with weights from the earlier quarters, the ${number(quarters)} before it show a gap of ${gapText(slots, 'timeGap')}, beside ${gapText(slots, 'gap')} after it${verdict(time)}.`,
          ];
    const donors =
      lowest == null
        ? []
        : [
            `With one of its areas left out the gap after runs from ${gapText(slots, 'lowest')} (without ${str(slots, 'withoutLowest')}) to ${gapText(slots, 'highest')} (without ${str(slots, 'withoutHighest')}).`,
          ];
    return [...early, ...donors].join(' ');
  },
  'evaluate.synthetic-opposite': (slots) =>
    `The two forms of the synthetic control point in opposite directions: ${gapText(slots, 'gap')} with levels free, ${gapText(slots, 'plainGap')} where levels must match. Take no direction from it; the practice’s level has no match among these areas.`,
  'evaluate.synthetic-not-unique': (slots) =>
    `Other weights fit the quarters before just as well, perfectly: the mean gap could be anything from ${gapText(slots, 'lower')} to ${gapText(slots, 'upper')}. Use fewer, nearer donors or a longer period before.`,
};
