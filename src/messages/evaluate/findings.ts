import type { Slots } from '../types.ts';
import { listed, magnitude, number, percent, plural, possessive, pText, signed } from '../words/format.ts';
import { betweenPercent, capital, fewerOrMore, fewerRange, lowerOrHigherThan, measureName } from '../words/measures.ts';
import { maybe, num, str, texts } from '../words/slots.ts';
import type { FindingTexts, ProblemTexts } from '../words/texts.ts';
import { evaluateDataFindings, sensitivityText } from './data.ts';
import { evaluateOptionFindings, evaluateOptionProblems } from './options.ts';
import { evaluatePeerFindings } from './peers.ts';
import { planFindings, planProblems } from './plan.ts';
import { publishedPercentFindings, publishedProblems } from './published.ts';
import { effectVerdict, verdictFindings } from './verdict.ts';
import { modelName, REASONS } from './words.ts';

const asPercent = (ratio: number): number => 100 * (ratio - 1);

const quarters = (slots: Slots): string =>
  `${number(num(slots, 'before'))} quarters before the change and ${number(num(slots, 'after'))} after`;

const chance = (lower: number, upper: number, none: number): string =>
  lower <= none && upper >= none ? 'This could be chance.' : 'This is more than chance alone would explain.';

/** `−3.3% (−8.9% to +2.5%; P = 0.25)` of ratios. */
function ratioText(slots: Slots, name: string): string {
  const read = (part: string) => maybe(slots, `${name}${part}`);
  const [lower, upper] = [read('Lower'), read('Upper')];
  const [estimate, p] = [read(''), read('P')];
  if (estimate === null || lower === null || upper === null) return 'not estimated';
  return `${percent(asPercent(estimate))} (95% interval ${percent(asPercent(lower))} to ${percent(asPercent(upper))}; ${pText(p)})`;
}

/** `; both together P = 0.012 (F test)`, with what their signs say. */
function together(slots: Slots): string {
  const joint = maybe(slots, 'joint');
  const [level, slope] = [maybe(slots, 'level'), maybe(slots, 'slope')];
  const what = (maybe(slots, 'jointTerms') ?? 0) > 2 ? 'all of them' : 'both';
  const test = joint === null ? '' : `; ${what} together ${pText(joint)} (F test)`;
  const isTwo = level !== null && slope !== null && maybe(slots, 'jointTerms') === 2;
  const isOpposite = isTwo && joint !== null && joint < 0.05 && (level - 1) * (slope - 1) < 0;
  return `${test}${isOpposite ? '; they point opposite ways' : ''}`;
}

/** `none has`, `1 has`, `3 have`. */
const having = (n: number): string => (n === 0 ? 'none has' : `${number(n)} ${n === 1 ? 'has' : 'have'}`);

/** Where the quarter of the change is left out, the jump is where the lines after begin if drawn back to it. */
function carriedBack(slots: Slots): string {
  if (typeof slots.firstUsed !== 'string') return '';
  const there = maybe(slots, 'firstRatio');
  return `, carried back to that quarter, which is left out (${there === null ? '' : `${percent(asPercent(there))} in `}${slots.firstUsed}, the first one used)`;
}

function secondTerms(slots: Slots): string {
  if (typeof slots.second !== 'string') return '';
  return `; second jump, in ${slots.second}, ${ratioText(slots, 'secondLevel')}; second change of slope ${ratioText(slots, 'secondSlope')}`;
}

const bothChanges = ({ second }: Slots): string =>
  typeof second === 'string' ? `, both changes together, the second in ${second}` : '';

const overQuarters = (slots: Slots): string =>
  `over ${num(slots, 'leftOut') > 0 ? `the ${plural(num(slots, 'after'), 'quarter')} used` : `all ${plural(num(slots, 'after'), 'quarter')}`} after the change`;

const about = (avoided: number): string => {
  const words = fewerOrMore(avoided);
  return /\d/.test(words) ? `about ${words}` : words;
};

export const evaluateFindings: FindingTexts = {
  ...evaluatePeerFindings,
  ...evaluateDataFindings,
  ...verdictFindings,
  'evaluate.detectable': (slots) =>
    `Before any result: with ${quarters(slots)} and the scatter found in all of them, this data set could have detected a fall of ${magnitude(maybe(slots, 'percent'))} by the last quarter, or a sudden lasting fall of ${magnitude(maybe(slots, 'level'))}, with ${number(num(slots, 'power'))}% power at the 5% level. Smaller changes would mostly have been missed.`,
  'evaluate.effect': (slots) => {
    const [estimate, lower, upper] = [num(slots, 'estimate'), maybe(slots, 'lower') ?? 0, maybe(slots, 'upper')];
    const what = `${possessive(str(slots, 'practice'))} ${measureName(str(slots, 'measure'))} were ${lowerOrHigherThan(asPercent(estimate))}`;
    const range = upper === null ? '' : `95% interval ${betweenPercent(asPercent(lower), asPercent(upper))}; `;
    return `In ${str(slots, 'period')}, ${what} if they had kept their earlier course beside ${str(slots, 'comparator')}${bothChanges(slots)} (${range}${pText(maybe(slots, 'p'))}). ${effectVerdict(slots, lower > 1 || (upper !== null && upper < 1))}`;
  },
  'evaluate.terms': (slots) =>
    `Primary model (conditional quasi-binomial, ${number(num(slots, 'n'))} quarters, ${number(num(slots, 'df'))} degrees of freedom): jump in ${str(slots, 'intervention')} ${ratioText(slots, 'level')}${carriedBack(slots)}; change of slope a quarter ${ratioText(slots, 'slope')}${secondTerms(slots)}${together(slots)}. Dispersion ${number(maybe(slots, 'raw'), 2)}, used ${number(num(slots, 'used'), 2)}.`,
  'evaluate.avoided': (slots) => {
    const [lower, upper] = [num(slots, 'lower'), num(slots, 'upper')];
    return `On the earlier course ${number(num(slots, 'expected'))} ${measureName(str(slots, 'measure'))} would have been expected ${overQuarters(slots)}; there were ${number(num(slots, 'observed'))}: ${about(num(slots, 'estimate'))} (95% interval ${fewerRange(lower, upper)}; ${pText(maybe(slots, 'p'))}). ${chance(lower, upper, 0)}`;
  },
  'evaluate.slope-difference': (slots) =>
    `From ${str(slots, 'from')} to ${str(slots, 'to')}, ${possessive(str(slots, 'practice'))} ${str(slots, 'basis') === 'rates' ? 'rate' : 'count'} moved by ${signed(num(slots, 'percent'), 2)}% a quarter relative to ${possessive(str(slots, 'comparator'))} (95% interval ${signed(num(slots, 'lower'), 2)}% to ${signed(num(slots, 'upper'), 2)}%; ${pText(maybe(slots, 'p'))}; difference series). ${chance(num(slots, 'lower'), num(slots, 'upper'), 0)}`,
  'evaluate.spread': (slots) => {
    const models = num(slots, 'models');
    const same = num(slots, 'sameSide');
    const agree = same === models ? 'all' : number(same);
    return `${number(models)} other forms of the model put the difference in the last quarter between ${percent(asPercent(num(slots, 'min')))} and ${percent(asPercent(num(slots, 'max')))}; ${agree} of them agree with the primary in direction, and ${having(num(slots, 'excludingOne'))} a 95% interval that leaves out no difference.`;
  },
  'evaluate.sensitivity': sensitivityText,
  'evaluate.group-left-out': (slots) =>
    `The peer group ${str(slots, 'group')} is no comparator of the specification curve: ${
      str(slots, 'reason') === 'no-measure'
        ? `not all of its areas have ${measureName(str(slots, 'measure'))}`
        : 'it shares fewer than three quarters with the practice on one side of the change'
    }. Check its areas with quarterline check.`,
  'evaluate.published': (slots) => {
    const agreeing = Array.isArray(slots.agreeing) ? slots.agreeing.map(Number) : [];
    const [least, most] = [Math.min(...agreeing), Math.max(...agreeing)];
    const stated = maybe(slots, 'quarters');
    const with_ =
      agreeing.length === 0
        ? 'do not agree with each other for any number of quarters from 5 to 60'
        : `agree with each other if the line rests on ${least === most ? number(least) : `${number(least)} to ${number(most)}`} quarters`;
    const said =
      stated === null
        ? ''
        : `, ${agreeing.includes(stated) ? 'as with' : 'not on'} the ${number(stated)} that are stated`;
    const own = maybe(slots, 'own');
    const data =
      own === null
        ? ''
        : ` In these data the slope over ${number(maybe(slots, 'n'))} quarters is ${signed(own, 1)} (${signed(maybe(slots, 'ownLower'), 1)} to ${signed(maybe(slots, 'ownUpper'), 1)}), ${slots.within === true ? 'inside' : 'outside'} the published interval.`;
    return `Published for ${str(slots, 'area')}: slope ${signed(num(slots, 'slope'), 1)} a quarter (${signed(num(slots, 'lower'), 1)} to ${signed(num(slots, 'upper'), 1)}), P ${slots.bound === true ? '<' : '='} ${num(slots, 'p')}. Slope, interval and P ${with_}${said}.${data}`;
  },
  ...publishedPercentFindings,
  ...evaluateOptionFindings,
  ...planFindings,
  'evaluate.no-intervention': () =>
    'No intervention was given, so only trends and their difference are shown. Add --intervention with the first quarter after the change.',
  'evaluate.too-few-quarters': (slots) =>
    `There are ${quarters(slots)}: too few for an interrupted series, which needs at least three on each side of every change. No interrupted series was fitted: use compare, or give the quarters that are lacking on that side.`,
  'evaluate.comparator-too-short': (slots) =>
    `${capital(str(slots, 'comparator'))} shares only ${quarters(slots)} with ${str(slots, 'practice')}: too few for a controlled series, which needs at least three on each side of every change. Name a comparator that holds them, for example --comparator rest. What follows is of ${str(slots, 'practice')} alone (${number(num(slots, 'ownBefore'))} quarters before and ${number(num(slots, 'ownAfter'))} after) and describes: what happened there may have happened everywhere.`,
  'evaluate.exploratory': (slots) =>
    `Exploratory: with ${quarters(slots)} the series is short; 8 before, 4 after and 12 in all would be long enough. Of each area only least squares and counts are fitted. Do not rest a decision on it alone.`,
  'evaluate.no-comparator': (slots) =>
    `No comparator was given: what happened at ${str(slots, 'practice')} may have happened everywhere. Add --comparator with the rest of the county.`,
  'evaluate.counts-only': () =>
    'List sizes are not held for every quarter, so counts are compared: growth of one population looks like a change. Add a file of list sizes.',
  'evaluate.missing-quarters': (slots) =>
    `Missing and left out, keeping their place in time: ${listed(texts(slots, 'quarters'))}. Ask whether they are missing for a reason.`,
  'evaluate.washout': (slots) =>
    `Left out as a washout: ${listed(texts(slots, 'quarters'))}. No admissions are counted as avoided there.`,
  'evaluate.rho-at-bound': (slots) =>
    `In the model of ${str(slots, 'area')} by ${modelName(str(slots, 'estimator'))} the autocorrelation ran to its bound: level and drift can hardly be told apart. Read that estimate with suspicion.`,
  'evaluate.zero-counts': ({ primary }) =>
    `Some quarters count nothing, so that models on logarithms are left out${primary === true ? '; the primary model can do with zeros' : ''}.`,
  'evaluate.not-fitted': (slots) =>
    `${capital(modelName(str(slots, 'model')))}${str(slots, 'area') === '' ? '' : ` of ${str(slots, 'area')}`} could not be fitted: ${REASONS[str(slots, 'reason')] ?? 'the numbers do not allow it'}.`,
};

export const evaluateProblems: ProblemTexts = {
  'evaluate.no-counts': ({ measures }) => ({
    found: `there is no count to evaluate${Array.isArray(measures) && measures.length > 0 ? ` among ${listed(measures.map(String))}` : ''}`,
    expected: 'a measure of events, such as admissions',
    remedy: 'Name the column that holds admissions, for example --columns admissions="Total".',
  }),
  'evaluate.no-such-measure': (slots) => ({
    found: `${measureName(str(slots, 'measure'))} cannot be evaluated: it is no count of events that practice and comparator both have`,
    expected: `one of ${listed(texts(slots, 'measures'))}`,
    remedy: 'Use --measure with one of these, or --columns to name its column.',
  }),
  'evaluate.money': ({ measure }) => ({
    found: `${measure} is money`,
    expected: 'a count of events',
    remedy: 'Use compare for costs, and evaluate for admissions.',
  }),
  'evaluate.second-intervention': ({ second, intervention, last }) => ({
    found: `the second intervention ${second} does not come after ${intervention === null ? 'a first one' : `the first, ${intervention},`} within the data`,
    expected: `a later quarter up to ${last}, with --intervention for the first change`,
    remedy: 'Change --second-intervention.',
  }),
  'evaluate.washout-outside': ({ washout, first, last }) => ({
    found: `the washout ${washout} lies outside the data`,
    expected: `quarters between ${first} and ${last}`,
    remedy: 'Change --washout.',
  }),
  ...planProblems,
  ...publishedProblems,
  'evaluate.script-input': () => ({
    found: 'the R script reads the input again, and standard input can be read only once',
    expected: 'files',
    remedy: 'Save the input to a file and give its name instead of -.',
  }),
  'evaluate.script-groups': () => ({
    found:
      'the R script cannot add up the groups of people here: some areas or measures have rows of everybody and others have not',
    expected: 'rows of everybody for all, or for none',
    remedy:
      'Add rows of everybody, or take the groups out of the file. Without --r-script the evaluation works as it stands.',
  }),
  ...evaluateOptionProblems,
};
