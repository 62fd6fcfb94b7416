import type { Slots } from '../types.ts';
import { number, plural, pText } from '../words/format.ts';
import { maybe, num, texts } from '../words/slots.ts';

/** How models and estimators are spoken of, by their names in the result. */
const MODELS: Readonly<Record<string, string>> = {
  ols: 'least squares',
  'newey-west': 'least squares with Newey–West errors',
  'prais-winsten': 'Prais–Winsten',
  'reml-ar1': 'REML with AR(1) errors',
  'prais-winsten-seasons': 'Prais–Winsten with seasons',
  'reml-ar1-seasons': 'REML with AR(1) errors and seasons',
  'quasi-poisson': 'quasi-Poisson counts',
  'conditional-quasi-binomial': 'conditional quasi-binomial (primary)',
  'conditional-quasi-binomial-seasons': 'conditional quasi-binomial, seasons',
  'conditional-quasi-binomial-no-seasons': 'conditional quasi-binomial, no seasons',
  'stacked-ols': 'A stacked least squares, rates',
  'stacked-ols-log': 'A stacked least squares, log rates',
  'stacked-ols-log-seasons': 'A stacked, log rates, seasons',
  'difference-series-ols': 'C difference series, least squares',
  'difference-series-newey-west': 'C difference series, Newey–West',
  'difference-series-prais-winsten': 'C difference series, Prais–Winsten',
  'difference-series-reml-ar1': 'C difference series, REML AR(1)',
  'difference-series-prais-winsten-seasons': 'C difference series, Prais–Winsten, seasons',
  'difference-series-reml-ar1-seasons': 'C difference series, REML AR(1), seasons',
  'difference-series-ols-seasons': 'C difference series, seasons',
  'rate-difference-ols': 'C difference of rates',
  'comparator-as-offset': 'E comparator as offset',
  'difference-in-differences': 'G mean after less before',
  'slope-difference': 'the difference of slopes',
  'pre-trend': 'the trend before the change',
  'difference-series': 'the difference series',
  'without-outlier': 'the primary model without its outlier',
  detectable: 'the detectable change',
  placebo: 'the placebo test',
  'placebo-in-time': 'the placebo in time',
  'leave-one-out': 'leaving one area out',
  'synthetic-control': 'the synthetic control',
  shrinkage: 'the baseline among peers',
};

export function modelName(model: string): string {
  return MODELS[model] ?? model.replaceAll('-', ' ');
}

/** Why a model could not be fitted, as the end of a sentence. */
export const REASONS: Readonly<Record<string, string>> = {
  'at-edge':
    'there are too few quarters, or one side of the change counts nothing in an area, so that no ratio is finite',
  'statistics.too-few-rows': 'there are fewer quarters than terms',
  'statistics.dependent-columns': 'its terms cannot be told apart in these quarters',
  'statistics.no-convergence': 'the computation did not settle on these numbers',
};

interface GateText {
  readonly name: string;
  readonly passed: (slots: Slots) => string;
  readonly failed: (slots: Slots) => string;
}

const sides = (slots: Slots) =>
  `${number(num(slots, 'before'))} quarters before and ${number(num(slots, 'after'))} after`;

const trendTest = (slots: Slots): string =>
  slots.test === 'conditional' ? 'primary model on those quarters' : 'least squares';

/** Names of the conditions, as `causal-words` lists those that fail. */
const NAMES: Readonly<Record<string, string>> = {
  'point-in-time': 'a date of the change',
  'epoc-minimum': 'three quarters on each side',
  'long-enough': 'a series that is long enough',
  comparator: 'a comparator',
  'course-before': 'more than two years before',
  'list-sizes': 'list sizes',
  'pre-trend': 'trends before that do not clearly differ',
  'placebo-in-time': 'quarters before in which nothing is found',
  primary: 'a primary model that can be fitted',
};

/** The conditions of an evaluation in words, by rule. */
const GATES: Readonly<Record<string, GateText>> = {
  'point-in-time': {
    name: 'Clear date',
    passed: ({ intervention }) => `The change has a clear date: ${intervention} is the first quarter after it (EPOC).`,
    failed: () => 'No date of the change was given (EPOC asks for a clearly defined point in time).',
  },
  'epoc-minimum': {
    name: 'EPOC minimum',
    passed: (slots) => `${sides(slots)}: at least three on each side (EPOC minimum).`,
    failed: (slots) =>
      slots.alone === true
        ? `${sides(slots)} that the comparator shares: EPOC asks for at least three on each side. The practice is fitted by itself only.`
        : `${sides(slots)}: EPOC asks for at least three on each side. No interrupted series is fitted.`,
  },
  'full-year-before': {
    name: 'A year before',
    passed: () => 'At least a year before the change, so that a season is not taken for a trend.',
    failed: (slots) =>
      `Only ${number(num(slots, 'before'))} quarters before the change: a season can be taken for a trend.`,
  },
  'long-enough': {
    name: 'Length',
    passed: (slots) => `${sides(slots)}: long enough for estimators that allow for autocorrelation.`,
    failed: (slots) =>
      `${sides(slots)}: exploratory only, least squares. From ${number(num(slots, 'beforeNeeded'))} before, ${number(num(slots, 'afterNeeded'))} after and ${number(num(slots, 'totalNeeded'))} in all the others are run (our choice, not a standard).`,
  },
  'course-before': {
    name: 'Course before',
    passed: (slots) => `${number(num(slots, 'before'))} quarters before: more than two years show the course.`,
    failed: (slots) =>
      `${number(num(slots, 'before'))} quarters before: their course is carried on as what was expected, and two years or less hardly show one (from ${number(num(slots, 'needed'))} quarters on; our choice).`,
  },
  seasons: {
    name: 'Seasons',
    passed: () => 'Quarter indicators are in the models of one area.',
    failed: () =>
      'No quarter indicators in the models of one area (they need 16 quarters and four in each segment): winters can pass for a change there. A controlled model can do without.',
  },
  comparator: {
    name: 'Comparator',
    passed: ({ comparator }) => `A comparator: ${comparator}. Seasons and shocks that both share drop out.`,
    failed: () => 'No comparator: nothing tells an effect from what happened everywhere.',
  },
  'list-sizes': {
    name: 'List sizes',
    passed: () => 'List sizes are held for every quarter: rates are compared.',
    failed: () => 'List sizes are not held for every quarter: counts are compared.',
  },
  complete: {
    name: 'Complete',
    passed: () => 'No quarter is missing.',
    failed: (slots) => `Missing quarters: ${number(num(slots, 'missing'))}. They keep their place in time.`,
  },
  'no-zero-counts': {
    name: 'No zeros',
    passed: () => 'No quarter counts nothing.',
    failed: (slots) => `Quarters without any event: ${number(num(slots, 'zeros'))}. Models on logarithms are left out.`,
  },
  'pre-trend': {
    name: 'Trends before',
    passed: (slots) =>
      `The trends of the ${plural(num(slots, 'before'), 'quarter')} before the change do not differ clearly (${pText(maybe(slots, 'p'))}, ${trendTest(slots)}). That is no proof that they were parallel.`,
    failed: (slots) =>
      maybe(slots, 'p') === null
        ? 'The trends before the change could not be compared: that takes a comparator, and at least three quarters before.'
        : `The trends of the ${plural(num(slots, 'before'), 'quarter')} before differed already (${pText(maybe(slots, 'p'))}, ${trendTest(slots)}): the difference from what was expected hangs on carrying that on.`,
  },
  'placebo-in-time': {
    name: 'Nothing before',
    passed: (slots) =>
      `Had the change come in the middle of the quarters before, no difference beyond chance would be found (${pText(maybe(slots, 'p'))}).`,
    failed: (slots) =>
      maybe(slots, 'p') === null
        ? 'Too few quarters before the change, or no comparator beside them, to set it earlier and see whether something is found there.'
        : `Had the change come in the middle of the quarters before, a difference would be found (${pText(maybe(slots, 'p'))}): wrongly dated, something else, or chance.`,
  },
  'causal-words': {
    name: 'Words allowed',
    passed: () =>
      'Where the difference is beyond chance it may be called consistent with an effect, and no more than that.',
    failed: (slots) =>
      `The finding is a description, not evidence of an effect. Not met: ${texts(slots, 'failed')
        .map(
          (rule) =>
            `${NAMES[rule] ?? rule}${texts(slots, 'unchecked').includes(rule) ? ' (could not be checked)' : ''}`,
        )
        .join(', ')}.`,
  },
};

interface GateShape {
  readonly rule: string;
  readonly passed: boolean;
  readonly slots: Slots;
}

/** The sentence of a gate. */
export function gateText({ rule, passed, slots }: GateShape): string {
  const gate = GATES[rule];
  return gate ? gate[passed ? 'passed' : 'failed'](slots) : rule;
}

export function gateName(rule: string): string {
  return GATES[rule]?.name ?? rule;
}
