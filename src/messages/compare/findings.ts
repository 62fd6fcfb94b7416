import type { ProblemSentences, Sentences } from '../types.ts';
import { listed, magnitude, number, plural, possessive, pounds, pText, signed } from '../words/format.ts';
import {
  amount,
  betweenPercent,
  capital,
  fewerOrMore,
  fewerRange,
  lineChange,
  lowerOrHigher,
  lowerOrHigherThan,
  measureName,
  moved,
} from '../words/measures.ts';
import type { CompareFindings, CompareProblems } from './catalogue.ts';

const asPercent = (ratio: number): number => 100 * (ratio - 1);

function chance(lower: number, upper: number): string {
  return lower <= 1 && upper >= 1
    ? 'So the difference could be chance.'
    : 'So the difference is more than chance alone would explain.';
}

/** `3,151 to 2,879`. */
const fromTo = (before: number, after: number, unit: string): string =>
  `${amount(before, unit)} to ${amount(after, unit)}`;

/** Small slopes need a second decimal, or they read as none. */
const decimalsOf = (slope: number): number => (Math.abs(slope) < 0.95 ? 2 : 1);

/** `; from the line's first value to its last −14.0%`; nothing where the line starts at nought. */
const lineEnds = (percentChange: number | null): string =>
  percentChange === null ? '' : `; from the line’s first value to its last ${lineChange(percentChange)}`;

function perQuarter({ unit, measure, slope, lower, upper, p }: CompareFindings['compare.trend']): string {
  const decimals = decimalsOf(slope);
  const size = (value: number) => (unit === 'GBP' ? pounds(Math.abs(value)) : number(Math.abs(value), decimals));
  const noun = unit === 'GBP' ? '' : ` ${measureName(measure)}`;
  const interval =
    lower === null || upper === null
      ? ''
      : ` (95% interval ${signedAmount(lower, unit, decimals)} to ${signedAmount(upper, unit, decimals)}; ${pText(p)})`;
  if (!/[1-9]/.test(size(slope))) return `no change from quarter to quarter${interval}`;
  return `${size(slope)} ${slope < 0 ? 'fewer' : 'more'}${noun} each quarter${interval}`.replace(
    /^(£[^ ]+) fewer/,
    '$1 less',
  );
}

/** Where a window lies beside a change. */
const SIDES = {
  before: 'lies before it',
  across: 'has quarters on both sides of it',
  after: 'lies after it',
} as const;

function signedAmount(value: number, unit: string, decimals: number): string {
  if (unit !== 'GBP') return signed(value, decimals);
  return value > 0 ? `+${pounds(value)}` : pounds(value);
}

export const compareFindings: Sentences<CompareFindings> = {
  'compare.change': (slots) =>
    `${possessive(slots.practice)} ${measureName(slots.measure)} ${moved(slots.percent)} between ${slots.baseline} and ${slots.followUp} (${fromTo(slots.before, slots.after, slots.unit)}), ${slots.percent * slots.comparatorPercent > 0 ? 'and' : 'while'} ${possessive(slots.comparator)} ${moved(slots.comparatorPercent)} (${fromTo(slots.comparatorBefore, slots.comparatorAfter, slots.unit)}).`,
  'compare.change-alone': (slots) =>
    `${possessive(slots.practice)} ${measureName(slots.measure)} ${moved(slots.percent)} between ${slots.baseline} and ${slots.followUp} (${fromTo(slots.before, slots.after, slots.unit)}).`,
  'compare.rate-alone': (slots) =>
    `Per 1,000 people on the list a year they went from ${number(slots.before, 1)} to ${number(slots.after, 1)}: ${lowerOrHigher(asPercent(slots.ratio))} (95% interval ${betweenPercent(asPercent(slots.lower), asPercent(slots.upper))}; ${pText(slots.p)}). ${chance(slots.lower, slots.upper)}`,
  'compare.relative': (slots) =>
    `${slots.basis === 'rates' ? 'Allowing for the number of people on the lists' : 'On the counts alone, without list sizes'}, ${possessive(slots.practice)} ${measureName(slots.measure)} in ${slots.followUp} were ${lowerOrHigherThan(asPercent(slots.ratio))} if they had changed as ${possessive(slots.comparator)} did (95% interval ${betweenPercent(asPercent(slots.lower), asPercent(slots.upper))}; ${pText(slots.p)}). ${chance(slots.lower, slots.upper)}`,
  'compare.avoided': (slots) => {
    const avoided = slots.avoided;
    return `Had ${slots.practice} followed ${slots.comparator}, about ${number(slots.expected)} ${measureName(slots.measure)} would have been expected in ${slots.followUp}; there were ${number(slots.observed)}: ${fewerOrMore(avoided)} (95% interval ${fewerRange(slots.lower, slots.upper)}).`;
  },
  'compare.cost': (slots) => {
    const { comparator, comparatorReal, comparatorNominal } = slots;
    const both =
      comparator === null || comparatorReal === null ? '' : ` and ${possessive(comparator)} ${moved(comparatorReal)}`;
    const real = `In prices of ${slots.priceYear} (${slots.deflator}, ${slots.vintage}) ${possessive(slots.practice)} ${measureName(slots.measure)} ${moved(slots.real)}${both}`;
    const nominal = `before allowing for prices ${signed(slots.nominal, 1)}%${comparatorReal === null || comparatorNominal === null ? '' : ` and ${signed(comparatorNominal, 1)}%`}`;
    return `${real} between ${slots.baseline} and ${slots.followUp} (${nominal}).`;
  },
  'compare.cost-nominal': (slots) =>
    `${possessive(slots.practice)} ${measureName(slots.measure)} ${moved(slots.nominal)}${slots.comparator === null || slots.comparatorNominal === null ? '' : ` and ${possessive(slots.comparator)} ${moved(slots.comparatorNominal)}`} between ${slots.baseline} and ${slots.followUp}, in the prices of each year (not deflated).`,
  'compare.trend': (slots) =>
    `Straight line through ${possessive(slots.area)} ${number(slots.n)} quarters from ${slots.from} to ${slots.to} (the method of the 2018 paper): ${perQuarter(slots)}${lineEnds(slots.percent)}.`,
  'compare.sensitivity': (slots) => {
    const below = slots.below;
    const pairs = slots.pairs;
    const clear = slots.excludingOne;
    const change = slots.intervention;
    const which = slots.around && change !== null ? `, one before the change in ${change} and one after it,` : '';
    const none =
      !slots.around && change !== null
        ? ` At most one of them has the change in ${change} in between, so this says little of it.`
        : '';
    const range = `Over ${number(pairs)} pairs of years and four-quarter windows${which} the ratio of ratios runs from ${number(slots.min, 3)} to ${number(slots.max, 3)}`;
    const sides =
      below === pairs
        ? 'all of them below 1'
        : below === 0
          ? 'none of them below 1'
          : `${number(below)} of them below 1`;
    const intervals = `${clear === 0 ? 'none has' : clear === pairs ? 'all have' : clear === 1 ? '1 has' : `${number(clear)} have`} a 95% interval that leaves out 1`;
    const meaning =
      below === pairs || below === 0
        ? 'The direction is the same whichever years are chosen; the size is not.'
        : 'The direction of the answer depends on the years chosen.';
    return `${range}, ${sides}; ${intervals}. ${meaning}${none}`;
  },
  'compare.overdispersed': (slots) =>
    `${possessive(slots.practice)} share of the quarterly counts varies ${number(slots.dispersion, 1)} times as much as chance alone would make it. The interval of the relative change allows for that; without the allowance it would be ${betweenPercent(asPercent(slots.plainLower), asPercent(slots.plainUpper))}. Quote the wider one.`,
  'compare.own-season': (slots) => {
    const [lower, upper] = [slots.lower, slots.upper];
    return `${possessive(slots.practice)} share of the quarterly counts varies ${number(slots.dispersion, 1)} times as much as chance alone would make it, most of it by a season of its own, unlike ${possessive(slots.comparator)} (${pText(slots.p)}). The interval of the relative change takes that season for noise and is too wide, since whole years are compared and seasons cancel there. Allowing for the season, on few quarters, it would be ${betweenPercent(asPercent(lower), asPercent(upper))}; at chance alone ${betweenPercent(asPercent(slots.plainLower), asPercent(slots.plainUpper))}. Compare stretches of two or more years: there the season is allowed for.`;
  },
  'compare.dispersion-given': (slots) =>
    `As asked, the quarterly counts are taken to vary ${number(slots.dispersion, 1)} times as much as chance alone would make them, whatever they show. At dispersion 1 the interval of the relative change would be ${betweenPercent(asPercent(slots.plainLower), asPercent(slots.plainUpper))}.`,
  'compare.not-causal': (slots) =>
    `This compares two periods, and it does not show the cause of what differs at ${slots.practice}: other services, coding and the people themselves changed too. Ask what else happened, and look at the quarters before the change.`,
  'compare.regression-to-mean': (slots) =>
    `${slots.practice} started at ${number(slots.rate, 1)} per 1,000 a year, ${magnitude(slots.percent, 0)} ${slots.percent > 0 ? 'above' : 'below'} ${possessive(slots.comparator)} ${number(slots.comparatorRate, 1)}. Areas chosen when they are ${slots.percent > 0 ? 'high' : 'low'} tend to move back by themselves (regression to the mean). Look at earlier years before you credit the whole change.`,
  'compare.list-size-step': (slots) => {
    const more = slots.count - 1;
    const others = more > 0 ? ` (${plural(more, 'smaller step')} above 10% besides)` : '';
    return `${possessive(slots.area)} list size changed by ${signed(slots.percent, 1)}% from ${slots.from} to ${slots.to}${others}: a merger, a moved boundary, or a late record? Rates jump with it without any change of care. Ask, correct the lists, or end the series before it.`;
  },
  'compare.no-comparator': (slots) =>
    `No comparator was given, so this says only what happened at ${slots.practice}, not whether it would have happened anyway. Add --comparator with the rest of the county.`,
  'compare.no-list-sizes': () =>
    'No list sizes were given for both windows, so growth of the population is not allowed for. Add a file of list sizes to compare rates.',
  'compare.small-counts': (slots) =>
    `Some totals are below 10 (smallest ${number(slots.smallest)}): the interval of the relative change is rough. Use longer windows.`,
  'compare.not-cashable': () =>
    'Admissions avoided are not cashable savings: beds and staff are mostly paid for whether or not they are used.',
  'compare.autocorrelation': (slots) =>
    `Neighbouring quarters of ${slots.area} resemble one another around its line (Durbin–Watson ${number(slots.durbinWatson, 2)}), so the line’s interval is too narrow. Read it as a description.`,
  'compare.deflator-forecast': (slots) =>
    `Price levels from ${slots.from} on are forecasts and will be revised. Say so beside the real-terms figures.`,
  'compare.like-for-like': (slots) =>
    `Not every quarter is held in both years, so only like quarters are compared: ${slots.baseline} against ${slots.followUp}. These are not full years.`,
  'compare.years-beside-change': ({ intervention, baseline, followUp, baselineSide, followUpSide }) =>
    `The change came in ${intervention}: the baseline ${baseline} ${SIDES[baselineSide]}, the follow-up ${followUp} ${SIDES[followUpSide]}. So the comparison does not set before against after. Name a baseline that ends before the change and a follow-up that begins with it or later.`,
  'compare.default-years': (slots) =>
    `No years were named, so the first and the last complete financial year are compared: ${slots.baseline} and ${slots.followUp}. Name others with --baseline and --follow-up.`,
  'compare.measure-incomplete': (slots) =>
    `${capital(measureName(slots.measure))} could not be compared: ${listed(slots.missing)} ${slots.missing.length === 1 ? 'is' : 'are'} missing from the windows.`,
  'compare.baseline-zero': (slots) =>
    `${possessive(slots.area)} ${measureName(slots.measure)} went from none in ${slots.baseline} to ${slots.after === 0 ? 'none' : amount(slots.after, slots.unit)} in ${slots.followUp}: from none there is no percentage change.`,
};

export const compareProblems: ProblemSentences<CompareProblems> = {
  'deflator.year-missing': ({ deflator, year, first, last }) => ({
    found: `the ${deflator} has no level for ${year}`,
    expected: `years from ${first} to ${last}`,
    remedy: 'Compare years it covers, or give your own index with --deflator FILE (columns year and index).',
  }),
  'deflator.price-year': ({ text }) => ({
    found: `--price-year ${text} is not a financial year`,
    expected: 'a year such as 2016/17',
    remedy: 'Write both years: 2016 alone could be 2015/16 or 2016/17.',
  }),
  'deflator.headings': ({ headings }) => ({
    found: `the headings are ${headings.join(', ')}`,
    expected: 'the columns year and index',
    remedy: 'Rename the columns, or use --deflator gdp.',
  }),
  'deflator.year': ({ text }) => ({
    found: `"${text}" is not a financial year`,
    expected: 'a year such as 2013/14',
    remedy: 'Write both years: 2013 alone could be 2012/13 or 2013/14.',
  }),
  'deflator.level': ({ text }) => ({
    found: `"${text}" is not an index level`,
    expected: 'a number above zero',
    remedy: 'Give the level of the index, not its percentage change.',
  }),
  'deflator.twice': ({ year }) => ({
    found: `${year} stands there twice`,
    expected: 'one level a year',
    remedy: 'Delete one of the rows.',
  }),
  'deflator.empty': () => ({ found: 'the file holds no year', remedy: 'Give a row for each financial year.' }),
  'compare.no-measure': () => ({
    found: 'there is nothing to compare: no measure besides list sizes was read',
    remedy: 'Name the column that holds admissions, for example --columns admissions="Total".',
  }),
  'compare.frequency': ({ frequency }) => ({
    found: `the data are by ${frequency}`,
    expected: 'quarters, or days or months that make quarters',
    remedy: 'Use runchart for such a series.',
  }),
  'compare.window-not-held': ({ option, window, first, last, missing }) => ({
    found: `${option} ${window} is not held by the data${missing.length > 0 ? `: ${listed(missing)} missing` : ''}`,
    expected: `complete quarters between ${first} and ${last}`,
    remedy:
      'Name another year, give the stretch as Q..Q, or add --like-for-like to compare only the quarters that both years hold.',
  }),
  'compare.no-like-quarters': ({ baseline, followUp }) => ({
    found: `${baseline} and ${followUp} share no quarter of the year that the data hold`,
    remedy: 'Name other years.',
  }),
  'compare.unequal-windows': ({ baseline, followUp }) => ({
    found: `${baseline} and ${followUp} do not hold the same quarters of the year`,
    expected: 'windows with the same seasons, so that winter is not compared with summer',
    remedy: 'Choose windows of the same quarters, or add --like-for-like.',
  }),
  'compare.windows-overlap': ({ baseline, followUp }) => ({
    found: `the follow-up ${followUp} does not come after the baseline ${baseline}`,
    remedy: 'Choose a follow-up that begins after the baseline ends.',
  }),
  'compare.too-few-years': ({ years, first, last }) => ({
    found: `the data hold ${years === 0 ? 'no complete financial year' : 'only one complete financial year'} between ${first} and ${last}`,
    expected: 'two complete financial years to compare',
    remedy: 'Name the windows with --baseline Q..Q and --follow-up Q..Q, or give more quarters.',
  }),
  'compare.trend-window': ({ from, to, first, last }) => ({
    found: `${from} to ${to} holds fewer than three quarters of the data`,
    expected: `a stretch between ${first} and ${last}`,
    remedy: 'Change --from and --to.',
  }),
  'compare.intervention-outside': ({ intervention, first, last }) => ({
    found: `the intervention ${intervention} lies outside the data`,
    expected: `a quarter between ${first} and ${last}`,
    remedy: 'Give the first quarter after the change with --intervention.',
  }),
};
