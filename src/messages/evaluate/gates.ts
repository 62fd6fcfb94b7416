import { number, plural, pText } from '../words/format.ts';
import type { Condition, GateSlots } from './catalogue.ts';

interface GateText<Slots> {
  readonly name: string;
  readonly passed: (slots: Slots) => string;
  readonly failed: (slots: Slots) => string;
}

const sides = ({ before, after }: GateSlots['seasons']): string =>
  `${number(before)} quarters before and ${number(after)} after`;

const trendTest = ({ test }: GateSlots['pre-trend']): string =>
  test === 'conditional' ? 'primary model on those quarters' : 'least squares';

/** Names of the conditions, as `causal-words` lists those that fail. */
const NAMES: Readonly<Record<Condition, string>> = {
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
const GATES: { readonly [Rule in keyof GateSlots]: GateText<GateSlots[Rule]> } = {
  'point-in-time': {
    name: 'Clear date',
    passed: ({ intervention }) => `The change has a clear date: ${intervention} is the first quarter after it (EPOC).`,
    failed: () => 'No date of the change was given (EPOC asks for a clearly defined point in time).',
  },
  'epoc-minimum': {
    name: 'EPOC minimum',
    passed: (slots) => `${sides(slots)}: at least three on each side (EPOC minimum).`,
    failed: (slots) =>
      slots.alone
        ? `${sides(slots)} that the comparator shares: EPOC asks for at least three on each side. The practice is fitted by itself only.`
        : `${sides(slots)}: EPOC asks for at least three on each side. No interrupted series is fitted.`,
  },
  'full-year-before': {
    name: 'A year before',
    passed: () => 'At least a year before the change, so that a season is not taken for a trend.',
    failed: (slots) => `Only ${number(slots.before)} quarters before the change: a season can be taken for a trend.`,
  },
  'long-enough': {
    name: 'Length',
    passed: (slots) => `${sides(slots)}: long enough for estimators that allow for autocorrelation.`,
    failed: (slots) =>
      `${sides(slots)}: exploratory only, least squares. From ${number(slots.beforeNeeded)} before, ${number(slots.afterNeeded)} after and ${number(slots.totalNeeded)} in all the others are run (our choice, not a standard).`,
  },
  'course-before': {
    name: 'Course before',
    passed: (slots) => `${number(slots.before)} quarters before: more than two years show the course.`,
    failed: (slots) =>
      `${number(slots.before)} quarters before: their course is carried on as what was expected, and two years or less hardly show one (from ${number(slots.needed)} quarters on; our choice).`,
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
    failed: (slots) => `Missing quarters: ${number(slots.missing)}. They keep their place in time.`,
  },
  'no-zero-counts': {
    name: 'No zeros',
    passed: () => 'No quarter counts nothing.',
    failed: (slots) => `Quarters without any event: ${number(slots.zeros)}. Models on logarithms are left out.`,
  },
  'pre-trend': {
    name: 'Trends before',
    passed: (slots) =>
      `The trends of the ${plural(slots.before, 'quarter')} before the change do not differ clearly (${pText(slots.p)}, ${trendTest(slots)}). That is no proof that they were parallel.`,
    failed: (slots) =>
      slots.p === null
        ? 'The trends before the change could not be compared: that takes a comparator, and at least three quarters before.'
        : `The trends of the ${plural(slots.before, 'quarter')} before differed already (${pText(slots.p)}, ${trendTest(slots)}): the difference from what was expected hangs on carrying that on.`,
  },
  'placebo-in-time': {
    name: 'Nothing before',
    passed: (slots) =>
      `Had the change come in the middle of the quarters before, no difference beyond chance would be found (${pText(slots.p)}).`,
    failed: (slots) =>
      slots.p === null
        ? 'Too few quarters before the change, or no comparator beside them, to set it earlier and see whether something is found there.'
        : `Had the change come in the middle of the quarters before, a difference would be found (${pText(slots.p)}): wrongly dated, something else, or chance.`,
  },
  'causal-words': {
    name: 'Words allowed',
    passed: () =>
      'Where the difference is beyond chance it may be called consistent with an effect, and no more than that.',
    failed: (slots) =>
      `The finding is a description, not evidence of an effect. Not met: ${slots.failed
        .map((rule) => `${NAMES[rule]}${slots.unchecked.includes(rule) ? ' (could not be checked)' : ''}`)
        .join(', ')}.`,
  },
};

/** A condition, whether it is met, and what it was held against. */
interface Held {
  readonly rule: keyof GateSlots;
  readonly passed: boolean;
  readonly slots: object;
}

/** The sentence of a gate. */
export function gateText({ rule, passed, slots }: Held): string {
  const { passed: met, failed } = GATES[rule] as GateText<object>;
  return passed ? met(slots) : failed(slots);
}

export const gateName = (rule: keyof GateSlots): string => GATES[rule].name;
