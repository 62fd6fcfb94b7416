import type { MeasureSlots } from '../types.ts';
import { acrossGaps, chartValue, points, somePeriods } from '../words/charts.ts';
import { count, listed, number } from '../words/format.ts';
import { capital } from '../words/measures.ts';

/** What the sentence of a signal needs, whichever rule gave it. */
export interface ControlSignalSlots extends MeasureSlots {
  readonly area: string;
  readonly frequency: string;
  readonly step: number;
  readonly unit: string;
  readonly chart: string;
  readonly ruleSet: ControlRuleSetName;
  readonly better: string;
  readonly rule: ControlRuleName;
  readonly from: string;
  readonly to: string;
  readonly side: 'above' | 'below' | 'up' | 'down' | null;
  readonly count: number;
  /** Periods of the points that the rule marks. */
  readonly marked: readonly string[];
  readonly gaps: readonly string[];
  readonly variation: 'improvement' | 'concern' | 'neither';
  readonly value: number | null;
  readonly limit: number | null;
  readonly centre: number | null;
  /** Whether it reaches over the start of a new phase. */
  readonly crosses: boolean;
}

/** What a signal is about where it is told near its points: `noun` is that of one period, `nouns` of several. */
export interface SignalFacts {
  readonly rule: ControlRuleName;
  readonly side: string;
  readonly count: number;
  /** Points that the rule marks. */
  readonly marked: number;
  readonly noun: string;
  readonly nouns: string;
  readonly chart: string;
}

interface RuleWords<Settings> {
  /** In a word or three, for tables. */
  readonly name: string;
  /** A signal of it in a verdict, and several. */
  readonly one: string;
  readonly many: string;
  /** What it looks for, as a rule set has it. */
  readonly looksFor: (settings: Settings) => string;
  /** Its signal in a few words, to stand near its points. */
  readonly callout: (facts: SignalFacts) => string;
  /** Its signal in full: rule, points, meaning, and what to ask next. */
  readonly sentence: (slots: ControlSignalSlots) => string;
}

interface ZoneSettings {
  readonly count: number;
  readonly of: number;
  readonly sigmas: number;
  readonly otherPoints: 'anywhere' | 'same-side';
  readonly beyondLimits: 'counts' | 'does-not-count';
}

/** What the centre line of a chart is. */
export function centreName(chart: string): string {
  return chart === 'g' || chart === 't' ? 'centre' : 'mean';
}

const words = <Settings>(all: RuleWords<Settings>): RuleWords<Settings> => all;

const span = ({ from, to }: ControlSignalSlots): string => `${from} to ${to}`;
const isUp = ({ side }: ControlSignalSlots): boolean => side === 'above' || side === 'up';
const inARow = (slots: ControlSignalSlots): string => `${points(slots, slots.count)} in a row`;
const limit = (side: string): string => (side === 'below' ? 'lower limit' : 'upper limit');
const sigma = (n: number): string => (n === 1 ? 'one sigma' : `${number(n).replace(/^2$/, 'two')} sigma`);

/** What a signal says where a direction is better; nothing where none is. */
function meaning({ variation }: ControlSignalSlots): string {
  if (variation === 'improvement') return ' This is an improvement.';
  return variation === 'concern' ? ' This is a concern.' : '';
}

const closing = (slots: ControlSignalSlots): string =>
  `${slots.crosses ? ' It reaches over the start of a new phase; each point is judged by its own limits.' : ''}${acrossGaps(slots)}`;

function outsideSentence(slots: ControlSignalSlots): string {
  const { marked, unit } = slots;
  const [first] = marked;
  const side = `${isUp(slots) ? 'above the upper' : 'below the lower'} limit`;
  if (marked.length === 1)
    return `Outside the limits: ${first}, at ${chartValue(slots.value, unit)}, lies ${side} of ${chartValue(slots.limit, unit)}.${meaning(slots)} Check the figure first; then ask what was different at that time.`;
  return `Outside the limits: ${points(slots, marked.length)} in a row lie ${side}, ${span(slots)}.${meaning(slots)} Ask what began around ${first}, and whether it will stay.${acrossGaps(slots)}`;
}

function zoneSentence(least: string, sigmas: string, most: string): (slots: ControlSignalSlots) => string {
  return (slots) =>
    `${capital(least)} of ${most}: among ${points(slots, slots.count)}, ${span(slots)}, ${somePeriods(slots.marked)} ${slots.marked.length === 1 ? 'lies' : 'lie'} more than ${sigmas} ${isUp(slots) ? 'above' : 'below'} the centre line.${meaning(slots)} Ask whether the level is moving, and what these points have in common.${closing(slots)}`;
}

const zoneLooksFor = ({ count: n, of, sigmas, otherPoints, beyondLimits }: ZoneSettings): string =>
  [
    `${number(n)} of ${number(of)} points in a row beyond ${sigmas === 1.5 ? 'one and a half sigma (nearer a limit than the centre)' : sigma(sigmas)} on the same side`,
    otherPoints === 'same-side' ? 'all of them on that side of the centre line' : 'the others anywhere',
    ...(beyondLimits === 'does-not-count' ? ['points beyond a control limit do not count'] : []),
  ].join('; ');

/** Every control chart rule in words; its finding is `control-chart.` and its name. A rule without an entry does not compile. */
export const CONTROL_RULE_WORDS = {
  shift: words<{ readonly points: number }>({
    name: 'shift',
    one: 'a shift',
    many: 'shifts',
    looksFor: ({ points: n }) => `${number(n)} or more points in a row on one side of the centre line`,
    callout: ({ side, count: n, nouns, chart }) => `${count(n)} ${nouns} ${side} the ${centreName(chart)}`,
    sentence: (slots) =>
      `Shift: ${inARow(slots)} lie ${slots.side} the centre line, ${span(slots)}.${meaning(slots)} The level was probably different in that stretch. Ask what began, ended or was counted differently around ${slots.from}.${closing(slots)}`,
  }),
  trend: words<{ readonly points: number }>({
    name: 'trend',
    one: 'a trend',
    many: 'trends',
    looksFor: ({ points: n }) => `${number(n)} or more points in a row that all rise or all fall`,
    callout: ({ side, count: n, nouns }) => `${count(n)} ${nouns} ${side === 'up' ? 'rising' : 'falling'}`,
    sentence: (slots) =>
      `Trend: ${inARow(slots)} ${isUp(slots) ? 'rise, each above' : 'fall, each below'} the one before, ${span(slots)}.${meaning(slots)} Ask what was building up over that time, and whether the season alone would do it.${closing(slots)}`,
  }),
  outside: words<object>({
    name: 'beyond a limit',
    one: 'a breach of the limits',
    many: 'breaches of the limits',
    looksFor: () => 'a point beyond a control limit; exactly on it does not count',
    callout: ({ side, count: n, noun, nouns }) => `${count(n)} ${n === 1 ? noun : nouns} ${side} the ${limit(side)}`,
    sentence: outsideSentence,
  }),
  'three-of-four': words<ZoneSettings>({
    name: 'three of four nearer a limit',
    one: 'three of four points near a limit',
    many: 'stretches with three of four points near a limit',
    looksFor: zoneLooksFor,
    callout: ({ side, count: n, nouns }) =>
      `${n > 4 ? `most of ${count(n)}` : 'three of four'} ${nouns} nearer the ${limit(side)} than the centre`,
    sentence: zoneSentence('three', 'one and a half sigma', 'four'),
  }),
  'two-of-three': words<ZoneSettings>({
    name: 'two of three near a limit',
    one: 'two of three points near a limit',
    many: 'stretches with two of three points near a limit',
    looksFor: zoneLooksFor,
    callout: ({ side, marked, nouns }) =>
      `${marked > 1 ? count(marked) : 'two of three'} ${nouns} near the ${limit(side)}`,
    sentence: zoneSentence('two', 'two sigma', 'three'),
  }),
  'four-of-five': words<ZoneSettings>({
    name: 'four of five beyond one sigma',
    one: 'four of five points away from the centre',
    many: 'stretches with four of five points away from the centre',
    looksFor: zoneLooksFor,
    callout: ({ side, count: n, nouns, chart }) =>
      `${n > 5 ? `most of ${count(n)}` : 'four of five'} ${nouns} well ${side} the ${centreName(chart)}`,
    sentence: zoneSentence('four', 'one sigma', 'five'),
  }),
  alternating: words<{ readonly points: number }>({
    name: 'up and down in turn',
    one: 'a stretch of ups and downs in turn',
    many: 'stretches of ups and downs in turn',
    looksFor: ({ points: n }) => `${number(n)} or more points in a row that go up and down in turn`,
    callout: ({ count: n, nouns }) => `${count(n)} ${nouns} up and down in turn`,
    sentence: (slots) =>
      `Ups and downs: ${inARow(slots)} rise and fall in turn, ${span(slots)}. Ask whether two sources take turns, or figures are corrected from one period to the next.${closing(slots)}`,
  }),
  mixture: words<{ readonly points: number; readonly sigmas: number }>({
    name: 'keeping off the centre',
    one: 'a stretch that shuns the centre',
    many: 'stretches that shun the centre',
    looksFor: ({ points: n, sigmas }) =>
      `${number(n)} or more points in a row beyond ${sigma(sigmas)}, on either side of the centre line`,
    callout: ({ count: n, nouns, chart }) => `${count(n)} ${nouns} far from the ${centreName(chart)}, on both sides`,
    sentence: (slots) =>
      `Shunning the centre: ${inARow(slots)} lie more than one sigma from the centre line, on either side, ${span(slots)}. Ask whether two different sources or seasons are mixed.${closing(slots)}`,
  }),
  hugging: words<{ readonly points: number; readonly sigmas: number; readonly onSigma: 'within' | 'beyond' }>({
    name: 'hugging the centre',
    one: 'a stretch close to the centre',
    many: 'stretches close to the centre',
    looksFor: ({ points: n, sigmas, onSigma }) =>
      `${number(n)} or more points in a row within ${sigma(sigmas)} of the centre line, on either side${onSigma === 'within' ? ' (exactly on it counts)' : ''}`,
    callout: ({ count: n, nouns, chart }) => `${count(n)} ${nouns} hugging the ${centreName(chart)}`,
    sentence: (slots) =>
      `Close to the centre: ${inARow(slots)} lie within one sigma of the centre line, ${span(slots)}. They vary less than the limits allow for. Ask whether the process became steadier, several sources are averaged, or figures are smoothed.${closing(slots)}`,
  }),
  'moving-range': words<{ readonly factor: number }>({
    name: 'large jump',
    one: 'an unusual jump',
    many: 'unusual jumps',
    looksFor: ({ factor }) => `a moving range above ${number(factor, 3)} times the mean moving range`,
    callout: () => 'an unusually large jump',
    sentence: (slots) =>
      `Unusual jump: ${slots.to} lies further ${slots.side === 'up' ? 'above' : 'below'} ${slots.from} than neighbouring points usually do. Ask what happened between the two.`,
  }),
} as const;

export type ControlRuleName = keyof typeof CONTROL_RULE_WORDS;

/** `shift and beyond a limit`. */
export function ruleNames(rules: readonly ControlRuleName[]): string {
  return listed(rules.map((rule) => CONTROL_RULE_WORDS[rule].name));
}

/** `two shifts and a trend`: what signals come to, by their rules. */
export function signalNames(rules: readonly ControlRuleName[]): string {
  const names = [...new Set(rules)].map((rule) => {
    const n = rules.filter((other) => other === rule).length;
    const { one, many } = CONTROL_RULE_WORDS[rule];
    return n === 1 ? one : `${count(n)} ${many}`;
  });
  return listed(names);
}

/** How every rule set of control charts is spoken of. A set without an entry does not compile. */
export const CONTROL_RULE_SET_WORDS = {
  'ihi-control': 'the IHI control chart rules',
  'mdc-excel-v5': 'the Making Data Count rules (Excel tool 5.0)',
  'mdc-sql-2.6a': 'the Making Data Count rules (SQL query 2.6a)',
  nhsr: 'the NHS-R Community’s rules',
  'western-electric': 'the Western Electric rules',
  nelson: 'Nelson’s rules',
  wheeler: 'Wheeler’s rules',
} as const;

export type ControlRuleSetName = keyof typeof CONTROL_RULE_SET_WORDS;

/** Where rule sets of control charts are defined, by the key of the source. */
export const CONTROL_SOURCES = {
  lloyd: {
    text: 'Lloyd R. Quality Health Care: A Guide to Developing and Using Indicators. 2nd edition, 2019, chapter 9.',
    url: null,
  },
  'mdc-excel': {
    text: 'NHS England, Making Data Count: Single Chart Tool version 5.0, with its acceptance data.',
    url: 'https://www.england.nhs.uk/publication/making-data-count/',
  },
  'mdc-sql': {
    text: 'NHS England, Making Data Count: SPC charts SQL query version 2.6a.',
    url: 'https://www.england.nhs.uk/publication/making-data-count/',
  },
  nhsr: {
    text: 'NHS-R Community: NHSRplotthedots, an R package for SPC charts in the style of Making Data Count.',
    url: 'https://github.com/nhs-r-community/NHSRplotthedots',
  },
  'western-electric': {
    text: 'Western Electric Company. Statistical Quality Control Handbook. 1956, pages 23–27.',
    url: null,
  },
  nelson: {
    text: 'Nelson LS. The Shewhart control chart: tests for special causes. J Qual Technol 1984;16(4):237–239.',
    url: null,
  },
  wheeler: {
    text: 'Wheeler DJ. Understanding Variation: The Key to Managing Chaos. 2nd edition, 2000.',
    url: null,
  },
} as const;
