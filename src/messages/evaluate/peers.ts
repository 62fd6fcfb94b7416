import type { Slots } from '../types.ts';
import { listed, magnitude, number, percent, pText, pValue } from '../words/format.ts';
import { betweenPercent } from '../words/measures.ts';
import { maybe, num, str, texts } from '../words/slots.ts';
import type { FindingTexts } from '../words/texts.ts';
import { baselineFindings } from './baseline.ts';
import { donorFindings } from './donors.ts';

const asPercent = (ratio: number): number => 100 * (ratio - 1);

const more = (slots: Slots): string => {
  const rest = num(slots, 'count') - texts(slots, 'areas').length;
  return rest > 0 ? ` and ${number(rest)} more` : '';
};

/** `had the change come in 2012/13 Q1, the quarters before ... would show a difference of −3.3% (...)`. */
const supposed = (slots: Slots): string =>
  `had the change come in ${str(slots, 'intervention')}, the quarters before the true date would show a difference of ${percent(asPercent(num(slots, 'estimate')))} (95% interval ${betweenPercent(asPercent(num(slots, 'lower')), asPercent(num(slots, 'upper')))}; ${pText(maybe(slots, 'p'))})`;

/** The ranks by difference, slope and years, each with what it sees; the smallest P that these areas allow. */
function placeboText(slots: Slots): string {
  const by = (name: string, what: string) => {
    const [rank, p] = [maybe(slots, `${name}Rank`), maybe(slots, `${name}P`)];
    return rank === null || p === null ? [] : [`${number(rank)} by ${what} (${pText(p)})`];
  };
  const ranks = [
    ...by('effect', 'the difference in the last quarter over its standard error'),
    ...by('slope', 'the change of slope over its standard error'),
    ...by('ratio', 'the last year against the year before the change'),
  ];
  const similar = maybe(slots, 'similarAreas');
  const near =
    similar === null
      ? ''
      : ` Among the ${number(similar)} of half to twice its size P = ${pValue(maybe(slots, 'similarEffectP'))} for the difference and ${pValue(maybe(slots, 'similarSlopeP'))} for the slope; the smallest possible there is ${pValue(maybe(slots, 'similarSmallest'))}.`;
  return `Placebo test: with each of ${number(num(slots, 'areas'))} areas treated in turn against the rest, ${str(slots, 'practice')} ranks ${listed(ranks)}, 1 being the furthest from no difference. The smallest possible P is ${pValue(num(slots, 'smallest'))}.${near} A sudden step shows in the first and the last of these and hardly in the slope.`;
}

/** What the peers say of a practice. */
export const evaluatePeerFindings: FindingTexts = {
  ...donorFindings,
  ...baselineFindings,
  'evaluate.placebo': placeboText,
  'evaluate.placebo-disagrees': (slots) => {
    const [model, p] = [num(slots, 'model'), num(slots, 'p')];
    const words = (value: number, beyond: string, within: string) =>
      `${value <= 0.05 ? beyond : within} (${pText(value)})`;
    const what = str(slots, 'quantity') === 'effect' ? 'the difference in the last quarter' : 'the change of slope';
    return `Methods disagree: by the primary model ${what} ${words(model, 'is more than chance alone would explain', 'could be chance')}, beside ${number(num(slots, 'areas'))} areas it ${words(p, 'is unusual', 'is not unusual')}. Peers also feel shocks that last, which the model does not know of: do not claim more than the more cautious of the two.`;
  },
  'evaluate.few-peers': (slots) =>
    `With ${number(num(slots, 'areas'))} areas the placebo test cannot give a P below ${pValue(num(slots, 'smallest'))}: a test at 5% needs at least 20. Give a file with more practices.`,
  'evaluate.peers-incomplete': (slots) =>
    `Left out of the peers, because they lack quarters that the practice has: ${listed(texts(slots, 'areas'))}${more(slots)}.`,
  'evaluate.placebo-in-time': (slots) => {
    const fall = maybe(slots, 'fall');
    const rise = maybe(slots, 'rise');
    const reach =
      fall === null
        ? ''
        : ` With 80% power it would only have seen a fall of ${magnitude(fall)} or more${rise === null ? '' : `, or a rise of ${magnitude(rise)} or more`}.`;
    const but =
      slots.trendsDiffer === true ? ' The trends before are no reassurance all the same: see the conditions.' : '';
    return `Placebo in time: ${supposed(slots)}. It found nothing beyond chance.${reach}${but}`;
  },
  'evaluate.found-before': (slots) =>
    `Placebo in time: ${supposed(slots)}. The change is wrongly dated, or something else moves this practice, or it is chance (1 in 20): check the date of ${str(slots, 'change')}.`,
};
