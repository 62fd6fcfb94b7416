import { table } from '../../table.ts';
import type { Sentences } from '../types.ts';
import {
  count,
  decimalsFor,
  listed,
  magnitude,
  number,
  percent,
  plural,
  pText,
  pValue,
  signed,
} from '../words/format.ts';
import { betweenPercent, lowerOrHigher, lowerOrHigherThan } from '../words/measures.ts';
import type { PeerFindings, Supposed } from './peers-catalogue.ts';

const asPercent = (ratio: number): number => 100 * (ratio - 1);

const more = ({ areas, count }: PeerFindings['evaluate.peers-incomplete']): string => {
  const rest = count - areas.length;
  return rest > 0 ? ` and ${number(rest)} more` : '';
};

/** `had the change come in 2012/13 Q1, the quarters before ... would show a difference of −3.3% (...)`. */
const supposed = (slots: Supposed): string =>
  `had the change come in ${slots.intervention}, the quarters before the true date would show a difference of ${percent(asPercent(slots.estimate))} (95% interval ${betweenPercent(asPercent(slots.lower), asPercent(slots.upper))}; ${pText(slots.p)})`;

/** The ranks by difference, slope and years, each with what it sees; the smallest P that these areas allow. */
function placeboText(slots: PeerFindings['evaluate.placebo']): string {
  const by = (rank: number | null, p: number | null, what: string) =>
    rank === null || p === null ? [] : [`${number(rank)} by ${what} (${pText(p)})`];
  const ranks = [
    ...by(slots.effectRank, slots.effectP, 'the difference in the last quarter over its standard error'),
    ...by(slots.slopeRank, slots.slopeP, 'the change of slope over its standard error'),
    ...by(slots.ratioRank, slots.ratioP, 'the last year against the year before the change'),
  ];
  const similar = slots.similarAreas;
  const near =
    similar === null
      ? ''
      : ` Among the ${number(similar)} of half to twice its size P = ${pValue(slots.similarEffectP)} for the difference and ${pValue(slots.similarSlopeP)} for the slope; the smallest possible there is ${pValue(slots.similarSmallest)}.`;
  return `Placebo test: with each of ${number(slots.areas)} areas treated in turn against the rest, ${slots.practice} ranks ${listed(ranks)}, 1 being the furthest from no difference. The smallest possible P is ${pValue(slots.smallest)}.${near} A sudden step shows in the first and the last of these and hardly in the slope.`;
}

/** `−5.56 admissions per 1,000 a quarter`. */
const gapText = (gap: number, outcome: 'rate' | 'count'): string =>
  `${signed(gap, decimalsFor(gap))} ${outcome === 'rate' ? 'admissions per 1,000 a quarter' : 'a quarter'}`;

const without = (ratio: number, area: string): string => `${percent(asPercent(ratio))} (without ${area})`;

/** Which areas a synthetic control is made from. */
const DONORS: Readonly<Record<string, string>> = table<string>({
  'similar-size': 'areas of half to twice its size',
  'nearest-size': 'areas, those nearest to it in size',
});

/** ` (95% interval −14.4% to +5.2%)`, where there is one. */
function interval(lower: number | null, upper: number | null): string {
  return lower === null || upper === null
    ? ''
    : ` (95% interval ${percent(asPercent(lower))} to ${percent(asPercent(upper))})`;
}

/** `5.0% lower (95% interval −14.4% to +5.2%)`. */
const difference = (ratio: number, lower: number | null, upper: number | null): string =>
  `${lowerOrHigher(asPercent(ratio))}${interval(lower, upper)}`;

/** `the highest`, `the 3rd highest`, `the lowest` of the areas. */
function placeText(rank: number, areas: number): string {
  const fromEnd = areas - rank + 1;
  const [place, end] = rank <= fromEnd ? [rank, 'highest'] : [fromEnd, 'lowest'];
  return place === 1 ? `the ${end}` : `the ${['', '', 'second', 'third'][place] ?? `${number(place)}th`} ${end}`;
}

/** The comparison of two years done again: from the year before, and from all years. */
function redone(slots: PeerFindings['evaluate.baseline-rank']): readonly string[] {
  const { before: raw, after, years, pooled, drawn, yearToYear } = slots;
  const last =
    raw === null || after === null
      ? []
      : [
          `Against that year the last one is ${lowerOrHigherThan(asPercent(raw))} elsewhere, ${lowerOrHigher(asPercent(after))} when that year is drawn towards the others for chance in the counts. Years may differ by more than that: a choice made after one bad year is not undone by it.`,
        ];
  if (years === null || pooled === null || drawn === null || yearToYear === null) {
    return [...last, ...(last.length > 0 ? ['More years before, of five areas or more, would show how much.'] : [])];
  }
  return [
    ...last,
    `Against all ${plural(years, 'year')} before, the last one is ${difference(pooled, slots.pooledLower, slots.pooledUpper)}; with these drawn towards the others, ${difference(drawn, slots.drawnLower, slots.drawnUpper)}. Both intervals allow for rates that vary by ${number(100 * yearToYear, 1)}% from year to year beyond chance (standard deviation, all areas).`,
  ];
}

/** What the peers say of a practice, single areas of the comparator, and mixtures of them. */
export const evaluatePeerFindings: Sentences<PeerFindings> = {
  'evaluate.placebo': placeboText,
  'evaluate.placebo-disagrees': (slots) => {
    const [model, p] = [slots.model, slots.p];
    const words = (value: number, beyond: string, within: string) =>
      `${value <= 0.05 ? beyond : within} (${pText(value)})`;
    const what = slots.quantity === 'effect' ? 'the difference in the last quarter' : 'the change of slope';
    return `Methods disagree: by the primary model ${what} ${words(model, 'is more than chance alone would explain', 'could be chance')}, beside ${number(slots.areas)} areas it ${words(p, 'is unusual', 'is not unusual')}. Peers also feel shocks that last, which the model does not know of: do not claim more than the more cautious of the two.`;
  },
  'evaluate.few-peers': (slots) =>
    `With ${number(slots.areas)} areas the placebo test cannot give a P below ${pValue(slots.smallest)}: a test at 5% needs at least 20. Give a file with more practices.`,
  'evaluate.peers-incomplete': (slots) =>
    `Left out of the peers, because they lack quarters that the practice has: ${listed(slots.areas)}${more(slots)}.`,
  'evaluate.placebo-in-time': (slots) => {
    const fall = slots.fall;
    const rise = slots.rise;
    const reach =
      fall === null
        ? ''
        : ` With 80% power it would only have seen a fall of ${magnitude(fall)} or more${rise === null ? '' : `, or a rise of ${magnitude(rise)} or more`}.`;
    const but = slots.trendsDiffer ? ' The trends before are no reassurance all the same: see the conditions.' : '';
    return `Placebo in time: ${supposed(slots)}. It found nothing beyond chance.${reach}${but}`;
  },
  'evaluate.found-before': (slots) =>
    `Placebo in time: ${supposed(slots)}. The change is wrongly dated, or something else moves this practice, or it is chance (1 in 20): check the date of ${slots.change}.`,
  'evaluate.leave-one-out': (slots) =>
    `Leaving each of ${number(slots.areas)} areas out of the comparator in turn, the difference in the last quarter runs from ${without(slots.lowest, slots.withoutLowest)} to ${without(slots.highest, slots.withoutHighest)}.`,
  'evaluate.one-area-decides': (slots) =>
    `The direction hangs on one area of the comparator: the difference in the last quarter is ${without(slots.lowest, slots.withoutLowest)} but ${without(slots.highest, slots.withoutHighest)}. Claim no direction before it is known which of them is fit to compare with.`,
  'evaluate.synthetic': (slots) => {
    const rank = slots.rank;
    const placed =
      rank === null
        ? ''
        : ` By the ratio of errors after to before it ranks ${number(rank)} of ${number(slots.areas)} (${pText(slots.p)}; the smallest possible is ${pValue(slots.smallest)}).`;
    const donors = `${number(slots.donors)} ${DONORS[slots.donorChoice] ?? 'areas'}`;
    return `Synthetic control from ${donors} (most weight: ${listed(slots.weights)}): after the change ${slots.practice} lay ${gapText(slots.gap, slots.outcome)} from it on average, and ${gapText(slots.plainGap, slots.outcome)} where levels must match too; error before ${number(slots.error, decimalsFor(slots.error))}.${placed}`;
  },
  'evaluate.synthetic-checks': (slots) => {
    const { timeGap: time, timeQuarters: quarters, lowest, highest, outcome } = slots;
    const size = (gap: number) => Math.abs(gap) / Math.max(Math.abs(slots.gap), 1e-12);
    const verdict = (gap: number) =>
      size(gap) < 0.5
        ? ''
        : ': it misses by that much where nothing is supposed to have happened, so do not lean on it';
    const early =
      time === null || quarters === null
        ? []
        : [
            `Checked before the change: with weights from the earlier quarters, the ${number(quarters)} before it show a gap of ${gapText(time, outcome)}, beside ${gapText(slots.gap, slots.outcome)} after it${verdict(time)}.`,
          ];
    const donors =
      lowest === null || highest === null
        ? []
        : [
            `With one of its areas left out the gap after runs from ${gapText(lowest, outcome)} (without ${slots.withoutLowest}) to ${gapText(highest, outcome)} (without ${slots.withoutHighest}).`,
          ];
    return [...early, ...donors].join(' ');
  },
  'evaluate.synthetic-opposite': (slots) =>
    `The two forms of the synthetic control point in opposite directions: ${gapText(slots.gap, slots.outcome)} with levels free, ${gapText(slots.plainGap, slots.outcome)} where levels must match. Take no direction from it; the practice’s level has no match among these areas.`,
  'evaluate.synthetic-not-unique': (slots) =>
    `Other weights fit the quarters before just as well, perfectly: the mean gap could be anything from ${gapText(slots.lower, slots.outcome)} to ${gapText(slots.upper, slots.outcome)}. Use fewer, nearer donors or a longer period before.`,
  'evaluate.baseline-rank': (slots) => {
    const ranks = slots.ranks.map((rank) => number(rank));
    const before = ranks.length > 1 ? `, in the years before that ${listed(ranks.slice(1))}` : '';
    const start = `Regression to the mean: in the year before the change the rate of ${slots.practice} ranked ${ranks[0] ?? '–'} of ${number(slots.areas)} (1 is the highest)${before}; it was ${number(slots.ratio, 2)} times the rate of all, ${number(slots.shrunken, 2)} allowing for chance in the counts.`;
    return [start, ...redone(slots)].join(' ');
  },
  'evaluate.extreme-baseline': (slots) => {
    const { isAtEnd, standsOut, pooled, pooledLower, pooledUpper } = slots;
    const reasons = [
      ...(isAtEnd ? [`was ${placeText(slots.rank, slots.areas)} of ${number(slots.areas)} areas`] : []),
      ...(standsOut
        ? [`lay ${lowerOrHigherThan(asPercent(slots.lastYear))} in the years before (${pText(slots.p)})`]
        : []),
    ];
    return `In the year before the change the rate of ${slots.practice} ${listed(reasons)}: such a year is followed by one nearer to the others by itself. Against that year the last one is ${lowerOrHigherThan(asPercent(slots.raw))} elsewhere; against all ${count(slots.years)} years before ${difference(pooled, pooledLower, pooledUpper)}, and ${lowerOrHigher(asPercent(slots.drawn))} with these drawn towards the others. Quote that if the practice was chosen for its rate.`;
  },
};
