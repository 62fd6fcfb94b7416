import type { Slots } from '../types.ts';
import { count, listed, number, percent, plural, pText } from '../words/format.ts';
import { lowerOrHigher, lowerOrHigherThan } from '../words/measures.ts';
import { maybe, num, str } from '../words/slots.ts';
import type { FindingTexts } from '../words/texts.ts';

const asPercent = (ratio: number): number => 100 * (ratio - 1);

/** ` (95% interval −14.4% to +5.2%)`, where there is one. */
function interval(slots: Slots, name: string): string {
  const [lower, upper] = [maybe(slots, `${name}Lower`), maybe(slots, `${name}Upper`)];
  return lower === null || upper === null
    ? ''
    : ` (95% interval ${percent(asPercent(lower))} to ${percent(asPercent(upper))})`;
}

/** `5.0% lower (95% interval −14.4% to +5.2%)`. */
const difference = (slots: Slots, name: string): string =>
  `${lowerOrHigher(asPercent(num(slots, name)))}${interval(slots, name)}`;

/** `the highest`, `the 3rd highest`, `the lowest` of the areas. */
function placeText(rank: number, areas: number): string {
  const fromEnd = areas - rank + 1;
  const [place, end] = rank <= fromEnd ? [rank, 'highest'] : [fromEnd, 'lowest'];
  return place === 1 ? `the ${end}` : `the ${['', '', 'second', 'third'][place] ?? `${number(place)}th`} ${end}`;
}

/** What the year before the change says of a practice among its peers. */
export const baselineFindings: FindingTexts = {
  'evaluate.baseline-rank': (slots) => {
    const ranks = Array.isArray(slots.ranks) ? slots.ranks.map((rank) => number(Number(rank))) : [];
    const before = ranks.length > 1 ? `, in the years before that ${listed(ranks.slice(1))}` : '';
    const start = `Regression to the mean: in the year before the change the rate of ${str(slots, 'practice')} ranked ${ranks[0] ?? '–'} of ${number(num(slots, 'areas'))} (1 is the highest)${before}; it was ${number(num(slots, 'ratio'), 2)} times the rate of all, ${number(num(slots, 'shrunken'), 2)} allowing for chance in the counts.`;
    return [start, ...redone(slots)].join(' ');
  },
  'evaluate.extreme-baseline': (slots) => {
    const { isAtEnd, standsOut } = slots;
    const reasons = [
      ...(isAtEnd === true
        ? [`was ${placeText(num(slots, 'rank'), num(slots, 'areas'))} of ${number(num(slots, 'areas'))} areas`]
        : []),
      ...(standsOut === true
        ? [
            `lay ${lowerOrHigherThan(asPercent(num(slots, 'lastYear')))} in the years before (${pText(maybe(slots, 'p'))})`,
          ]
        : []),
    ];
    return `In the year before the change the rate of ${str(slots, 'practice')} ${listed(reasons)}: such a year is followed by one nearer to the others by itself. Against that year the last one is ${lowerOrHigherThan(asPercent(num(slots, 'raw')))} elsewhere; against all ${count(num(slots, 'years'))} years before ${difference(slots, 'pooled')}, and ${lowerOrHigher(asPercent(num(slots, 'drawn')))} with these drawn towards the others. Quote that if the practice was chosen for its rate.`;
  },
};

/** The comparison of two years done again: from the year before, and from all years. */
function redone(slots: Slots): readonly string[] {
  const [raw, drawn, years] = ['before', 'after', 'years'].map((name) => maybe(slots, name));
  const last =
    raw == null || drawn == null
      ? []
      : [
          `Against that year the last one is ${lowerOrHigherThan(asPercent(raw))} elsewhere, ${lowerOrHigher(asPercent(drawn))} when that year is drawn towards the others for chance in the counts. Years may differ by more than that: a choice made after one bad year is not undone by it.`,
        ];
  if (years == null) {
    return [...last, ...(last.length > 0 ? ['More years before, of five areas or more, would show how much.'] : [])];
  }
  return [
    ...last,
    `Against all ${plural(years, 'year')} before, the last one is ${difference(slots, 'pooled')}; with these drawn towards the others, ${difference(slots, 'drawn')}. Both intervals allow for rates that vary by ${number(100 * num(slots, 'yearToYear'), 1)}% from year to year beyond chance (standard deviation, all areas).`,
  ];
}
