import type { Slots } from '../errors.ts';
import { listed, number, percent, pText, pValue, signed } from './format.ts';
import { betweenPercent, lowerOrHigher } from './measures.ts';
import { maybe, num, str, texts } from './slots.ts';
import type { FindingTexts } from './texts.ts';

const asPercent = (ratio: number): number => 100 * (ratio - 1);

/** `−5.56 admissions per 1,000 a quarter`. */
const gapText = (slots: Slots, name: string): string =>
  `${signed(num(slots, name), 2)} ${str(slots, 'outcome') === 'rate' ? 'admissions per 1,000 a quarter' : 'a quarter'}`;

const more = (slots: Slots): string => {
  const rest = num(slots, 'count') - texts(slots, 'areas').length;
  return rest > 0 ? ` and ${number(rest)} more` : '';
};

/** What the peers say of a practice. */
export const evaluatePeerFindings: FindingTexts = {
  'evaluate.placebo': (slots) => {
    const similar = maybe(slots, 'similarAreas');
    const near =
      similar === null
        ? ''
        : ` Among the ${number(similar)} of half to twice its size P = ${pValue(maybe(slots, 'similarP'))}.`;
    return `Placebo test: with each of ${number(num(slots, 'areas'))} areas treated in turn against the rest, the change of slope at ${str(slots, 'practice')} (over its standard error) ranks ${number(num(slots, 'rank'))} by size: ${pText(num(slots, 'p'))}, where ${pValue(num(slots, 'smallest'))} is the smallest possible (${pText(maybe(slots, 'pWithoutPractice'))} with ${str(slots, 'practice')} kept out of the others’ comparators).${near}`;
  },
  'evaluate.placebo-disagrees': (slots) => {
    const [model, p] = [num(slots, 'model'), num(slots, 'p')];
    const words = (value: number, beyond: string, within: string) =>
      `${value <= 0.05 ? beyond : within} (${pText(value)})`;
    return `Methods disagree: by the primary model the change of slope ${words(model, 'is more than chance alone would explain', 'could be chance')}, beside ${number(num(slots, 'areas'))} areas it ${words(p, 'is unusual', 'is not unusual')}. Peers also feel shocks that last, which the model does not know of: do not claim more than the more cautious of the two.`;
  },
  'evaluate.few-peers': (slots) =>
    `With ${number(num(slots, 'areas'))} areas the placebo test cannot give a P below ${pValue(num(slots, 'smallest'))}: a test at 5% needs at least 20. Give a file with more practices.`,
  'evaluate.peers-incomplete': (slots) =>
    `Left out of the peers, because they lack quarters that the practice has: ${listed(texts(slots, 'areas'))}${more(slots)}.`,
  'evaluate.placebo-in-time': (slots) => {
    const [lower, upper] = [num(slots, 'lower'), num(slots, 'upper')];
    const verdict =
      lower <= 1 && upper >= 1 ? 'as it should be' : 'so something other than the change moves this practice';
    return `Placebo in time: had the change come in ${str(slots, 'intervention')}, the quarters before would show a difference of ${percent(asPercent(num(slots, 'estimate')))} (95% interval ${betweenPercent(asPercent(lower), asPercent(upper))}; ${pText(maybe(slots, 'p'))}), ${verdict}.`;
  },
  'evaluate.leave-one-out': (slots) =>
    `Leaving each of ${number(num(slots, 'areas'))} areas out of the comparator in turn, the difference in the last quarter runs from ${percent(asPercent(num(slots, 'lowest')))} (without ${str(slots, 'withoutLowest')}) to ${percent(asPercent(num(slots, 'highest')))} (without ${str(slots, 'withoutHighest')}).`,
  'evaluate.synthetic': (slots) => {
    const rank = maybe(slots, 'rank');
    const placed =
      rank === null
        ? ''
        : ` By the ratio of errors after to before it ranks ${number(rank)} of ${number(maybe(slots, 'areas'))} (${pText(maybe(slots, 'p'))}).`;
    const donors = `${number(num(slots, 'donors'))} ${str(slots, 'donorChoice') === 'similar-size' ? 'areas of half to twice its size' : 'areas'}`;
    return `Synthetic control from ${donors} (most weight: ${listed(texts(slots, 'weights'))}): after the change ${str(slots, 'practice')} lay ${gapText(slots, 'gap')} from it on average, and ${gapText(slots, 'plainGap')} where levels must match too; error before ${number(num(slots, 'error'), 2)}.${placed}`;
  },
  'evaluate.synthetic-not-unique': (slots) =>
    `Other weights fit the quarters before just as well, perfectly: the mean gap could be anything from ${gapText(slots, 'lower')} to ${gapText(slots, 'upper')}. Use fewer, nearer donors or a longer period before.`,
  'evaluate.baseline-rank': (slots) => {
    const ranks = slots.ranks;
    const list = Array.isArray(ranks) ? ranks.map((rank) => number(Number(rank))) : [];
    const redone =
      maybe(slots, 'before') === null
        ? ''
        : ` Drawn towards the others, the last year is ${lowerOrHigher(asPercent(num(slots, 'after')))} than expected instead of ${lowerOrHigher(asPercent(num(slots, 'before')))}.`;
    return `Regression to the mean: in the year before the change the rate of ${str(slots, 'practice')} ranked ${list[0] ?? '–'} of ${number(num(slots, 'areas'))} (1 is the highest)${list.length > 1 ? `, in the years before that ${listed(list.slice(1))}` : ''}; it was ${number(num(slots, 'ratio'), 2)} times the rate of all, ${number(num(slots, 'shrunken'), 2)} allowing for chance.${redone}`;
  },
};
