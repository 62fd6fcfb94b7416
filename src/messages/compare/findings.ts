import type { Slots } from '../../errors.ts';
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
import { maybe, num, str, texts } from '../words/slots.ts';
import type { FindingTexts, ProblemTexts } from '../words/texts.ts';

const asPercent = (ratio: number): number => 100 * (ratio - 1);

function chance(lower: number, upper: number): string {
  return lower <= 1 && upper >= 1
    ? 'So the difference could be chance.'
    : 'So the difference is more than chance alone would explain.';
}

/** `3,151 to 2,879`. */
function fromTo(slots: Slots, before: string, after: string): string {
  const unit = str(slots, 'unit');
  return `${amount(num(slots, before), unit)} to ${amount(num(slots, after), unit)}`;
}

/** Small slopes need a second decimal, or they read as none. */
const decimalsOf = (slope: number): number => (Math.abs(slope) < 0.95 ? 2 : 1);

/** `; from the line's first value to its last −14.0%`; nothing where the line starts at nought. */
const lineEnds = (percentChange: number | null): string =>
  percentChange === null ? '' : `; from the line’s first value to its last ${lineChange(percentChange)}`;

function perQuarter(slots: Slots): string {
  const unit = str(slots, 'unit');
  const slope = num(slots, 'slope');
  const decimals = decimalsOf(slope);
  const size = (value: number) => (unit === 'GBP' ? pounds(Math.abs(value)) : number(Math.abs(value), decimals));
  const noun = unit === 'GBP' ? '' : ` ${measureName(str(slots, 'measure'))}`;
  const interval =
    maybe(slots, 'lower') === null
      ? ''
      : ` (95% interval ${signedAmount(num(slots, 'lower'), unit, decimals)} to ${signedAmount(num(slots, 'upper'), unit, decimals)}; ${pText(maybe(slots, 'p'))})`;
  if (!/[1-9]/.test(size(slope))) return `no change from quarter to quarter${interval}`;
  return `${size(slope)} ${slope < 0 ? 'fewer' : 'more'}${noun} each quarter${interval}`.replace(
    /^(£[^ ]+) fewer/,
    '$1 less',
  );
}

/** Where a window lies beside a change. */
const SIDES: Readonly<Record<string, string>> = {
  before: 'lies before it',
  across: 'has quarters on both sides of it',
  after: 'lies after it',
};

const maybeText = (slots: Slots, name: string): string | null => {
  const value = slots[name];
  return typeof value === 'string' ? value : null;
};

function signedAmount(value: number, unit: string, decimals: number): string {
  if (unit !== 'GBP') return signed(value, decimals);
  return value > 0 ? `+${pounds(value)}` : pounds(value);
}

export const compareFindings: FindingTexts = {
  'compare.change': (slots) =>
    `${possessive(str(slots, 'practice'))} ${measureName(str(slots, 'measure'))} ${moved(num(slots, 'percent'))} between ${str(slots, 'baseline')} and ${str(slots, 'followUp')} (${fromTo(slots, 'before', 'after')}), ${num(slots, 'percent') * num(slots, 'comparatorPercent') > 0 ? 'and' : 'while'} ${possessive(str(slots, 'comparator'))} ${moved(num(slots, 'comparatorPercent'))} (${fromTo(slots, 'comparatorBefore', 'comparatorAfter')}).`,
  'compare.change-alone': (slots) =>
    `${possessive(str(slots, 'practice'))} ${measureName(str(slots, 'measure'))} ${moved(num(slots, 'percent'))} between ${str(slots, 'baseline')} and ${str(slots, 'followUp')} (${fromTo(slots, 'before', 'after')}).`,
  'compare.rate-alone': (slots) =>
    `Per 1,000 people on the list a year they went from ${number(num(slots, 'before'), 1)} to ${number(num(slots, 'after'), 1)}: ${lowerOrHigher(asPercent(num(slots, 'ratio')))} (95% interval ${betweenPercent(asPercent(num(slots, 'lower')), asPercent(num(slots, 'upper')))}; ${pText(maybe(slots, 'p'))}). ${chance(num(slots, 'lower'), num(slots, 'upper'))}`,
  'compare.relative': (slots) =>
    `${str(slots, 'basis') === 'rates' ? 'Allowing for the number of people on the lists' : 'On the counts alone, without list sizes'}, ${possessive(str(slots, 'practice'))} ${measureName(str(slots, 'measure'))} in ${str(slots, 'followUp')} were ${lowerOrHigherThan(asPercent(num(slots, 'ratio')))} if they had changed as ${possessive(str(slots, 'comparator'))} did (95% interval ${betweenPercent(asPercent(num(slots, 'lower')), asPercent(num(slots, 'upper')))}; ${pText(maybe(slots, 'p'))}). ${chance(num(slots, 'lower'), num(slots, 'upper'))}`,
  'compare.avoided': (slots) => {
    const avoided = num(slots, 'avoided');
    return `Had ${str(slots, 'practice')} followed ${str(slots, 'comparator')}, about ${number(num(slots, 'expected'))} ${measureName(str(slots, 'measure'))} would have been expected in ${str(slots, 'followUp')}; there were ${number(num(slots, 'observed'))}: ${fewerOrMore(avoided)} (95% interval ${fewerRange(num(slots, 'lower'), num(slots, 'upper'))}).`;
  },
  'compare.cost': (slots) => {
    const comparator = slots.comparatorReal;
    const real = `In prices of ${str(slots, 'priceYear')} (${str(slots, 'deflator')}, ${str(slots, 'vintage')}) ${possessive(str(slots, 'practice'))} ${measureName(str(slots, 'measure'))} ${moved(num(slots, 'real'))}${comparator === null ? '' : ` and ${possessive(str(slots, 'comparator'))} ${moved(num(slots, 'comparatorReal'))}`}`;
    const nominal = `before allowing for prices ${signed(num(slots, 'nominal'), 1)}%${comparator === null ? '' : ` and ${signed(num(slots, 'comparatorNominal'), 1)}%`}`;
    return `${real} between ${str(slots, 'baseline')} and ${str(slots, 'followUp')} (${nominal}).`;
  },
  'compare.cost-nominal': (slots) =>
    `${possessive(str(slots, 'practice'))} ${measureName(str(slots, 'measure'))} ${moved(num(slots, 'nominal'))}${slots.comparatorNominal === null ? '' : ` and ${possessive(str(slots, 'comparator'))} ${moved(num(slots, 'comparatorNominal'))}`} between ${str(slots, 'baseline')} and ${str(slots, 'followUp')}, in the prices of each year (not deflated).`,
  'compare.trend': (slots) =>
    `Straight line through ${possessive(str(slots, 'area'))} ${number(num(slots, 'n'))} quarters from ${str(slots, 'from')} to ${str(slots, 'to')} (the method of the 2018 paper): ${perQuarter(slots)}${lineEnds(maybe(slots, 'percent'))}.`,
  'compare.sensitivity': (slots) => {
    const below = num(slots, 'below');
    const pairs = num(slots, 'pairs');
    const clear = num(slots, 'excludingOne');
    const change = maybeText(slots, 'intervention');
    const which =
      slots.around === true && change !== null ? `, one before the change in ${change} and one after it,` : '';
    const none =
      slots.around === false && change !== null
        ? ` At most one of them has the change in ${change} in between, so this says little of it.`
        : '';
    const range = `Over ${number(pairs)} pairs of years and four-quarter windows${which} the ratio of ratios runs from ${number(num(slots, 'min'), 3)} to ${number(num(slots, 'max'), 3)}`;
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
    `${possessive(str(slots, 'practice'))} share of the quarterly counts varies ${number(num(slots, 'dispersion'), 1)} times as much as chance alone would make it. The interval of the relative change allows for that; without the allowance it would be ${betweenPercent(asPercent(num(slots, 'plainLower')), asPercent(num(slots, 'plainUpper')))}. Quote the wider one.`,
  'compare.own-season': (slots) => {
    const [lower, upper] = [num(slots, 'lower'), num(slots, 'upper')];
    return `${possessive(str(slots, 'practice'))} share of the quarterly counts varies ${number(num(slots, 'dispersion'), 1)} times as much as chance alone would make it, most of it by a season of its own, unlike ${possessive(str(slots, 'comparator'))} (${pText(maybe(slots, 'p'))}). The interval of the relative change takes that season for noise and is too wide, since whole years are compared and seasons cancel there. Allowing for the season, on few quarters, it would be ${betweenPercent(asPercent(lower), asPercent(upper))}; at chance alone ${betweenPercent(asPercent(num(slots, 'plainLower')), asPercent(num(slots, 'plainUpper')))}. Compare stretches of two or more years: there the season is allowed for.`;
  },
  'compare.dispersion-given': (slots) =>
    `As asked, the quarterly counts are taken to vary ${number(num(slots, 'dispersion'), 1)} times as much as chance alone would make them, whatever they show. At dispersion 1 the interval of the relative change would be ${betweenPercent(asPercent(num(slots, 'plainLower')), asPercent(num(slots, 'plainUpper')))}.`,
  'compare.not-causal': (slots) =>
    `This compares two periods, and it does not show the cause of what differs at ${str(slots, 'practice')}: other services, coding and the people themselves changed too. Ask what else happened, and look at the quarters before the change.`,
  'compare.regression-to-mean': (slots) =>
    `${str(slots, 'practice')} started at ${number(num(slots, 'rate'), 1)} per 1,000 a year, ${magnitude(num(slots, 'percent'), 0)} ${num(slots, 'percent') > 0 ? 'above' : 'below'} ${possessive(str(slots, 'comparator'))} ${number(num(slots, 'comparatorRate'), 1)}. Areas chosen when they are ${num(slots, 'percent') > 0 ? 'high' : 'low'} tend to move back by themselves (regression to the mean). Look at earlier years before you credit the whole change.`,
  'compare.list-size-step': (slots) => {
    const more = num(slots, 'count') - 1;
    const others = more > 0 ? ` (${plural(more, 'smaller step')} above 10% besides)` : '';
    return `${possessive(str(slots, 'area'))} list size changed by ${signed(num(slots, 'percent'), 1)}% from ${str(slots, 'from')} to ${str(slots, 'to')}${others}: a merger, a moved boundary, or a late record? Rates jump with it without any change of care. Ask, correct the lists, or end the series before it.`;
  },
  'compare.no-comparator': (slots) =>
    `No comparator was given, so this says only what happened at ${str(slots, 'practice')}, not whether it would have happened anyway. Add --comparator with the rest of the county.`,
  'compare.no-list-sizes': () =>
    'No list sizes were given for both windows, so growth of the population is not allowed for. Add a file of list sizes to compare rates.',
  'compare.small-counts': (slots) =>
    `Some totals are below 10 (smallest ${number(num(slots, 'smallest'))}): the interval of the relative change is rough. Use longer windows.`,
  'compare.not-cashable': () =>
    'Admissions avoided are not cashable savings: beds and staff are mostly paid for whether or not they are used.',
  'compare.autocorrelation': (slots) =>
    `Neighbouring quarters of ${str(slots, 'area')} resemble one another around its line (Durbin–Watson ${number(num(slots, 'durbinWatson'), 2)}), so the line’s interval is too narrow. Read it as a description.`,
  'compare.deflator-forecast': (slots) =>
    `Price levels from ${str(slots, 'from')} on are forecasts and will be revised. Say so beside the real-terms figures.`,
  'compare.like-for-like': (slots) =>
    `Not every quarter is held in both years, so only like quarters are compared: ${str(slots, 'baseline')} against ${str(slots, 'followUp')}. These are not full years.`,
  'compare.years-beside-change': (slots) => {
    const place = (side: string) => SIDES[str(slots, side)] ?? '';
    const named = (name: string) => str(slots, name);
    return `The change came in ${named('intervention')}: the baseline ${named('baseline')} ${place('baselineSide')}, the follow-up ${named('followUp')} ${place('followUpSide')}. So the comparison does not set before against after. Name a baseline that ends before the change and a follow-up that begins with it or later.`;
  },
  'compare.default-years': (slots) =>
    `No years were named, so the first and the last complete financial year are compared: ${str(slots, 'baseline')} and ${str(slots, 'followUp')}. Name others with --baseline and --follow-up.`,
  'compare.measure-incomplete': (slots) =>
    `${capital(measureName(str(slots, 'measure')))} could not be compared: ${listed(texts(slots, 'missing'))} ${texts(slots, 'missing').length === 1 ? 'is' : 'are'} missing from the windows.`,
  'compare.baseline-zero': (slots) =>
    `${possessive(str(slots, 'area'))} ${measureName(str(slots, 'measure'))} went from none in ${str(slots, 'baseline')} to ${num(slots, 'after') === 0 ? 'none' : amount(num(slots, 'after'), str(slots, 'unit'))} in ${str(slots, 'followUp')}: from none there is no percentage change.`,
};

export const compareProblems: ProblemTexts = {
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
    found: `the headings are ${Array.isArray(headings) ? headings.join(', ') : ''}`,
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
    found: `${option} ${window} is not held by the data${Array.isArray(missing) && missing.length > 0 ? `: ${listed(missing.map(String))} missing` : ''}`,
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
