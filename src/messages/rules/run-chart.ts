import type { MeasureSlots } from '../types.ts';
import { acrossGaps, chartValue, expected, points } from '../words/charts.ts';
import { count, listed, number, plural } from '../words/format.ts';

/** What the sentence of a signal needs, whichever rule gave it. */
export interface RunSignalSlots extends MeasureSlots {
  readonly area: string;
  readonly frequency: string;
  readonly step: number;
  readonly unit: string;
  readonly n: number;
  readonly from: string;
  readonly to: string;
  readonly side: 'above' | 'below' | 'up' | 'down' | null;
  readonly count: number;
  /** Whether it begins the series. */
  readonly first: boolean;
  readonly gaps: readonly string[];
  /** Points in between that lie on the median. */
  readonly onMedian: number;
  readonly median: number | null;
  readonly useful: number;
  readonly lower: number | null;
  readonly upper: number | null;
  readonly method: 'exact' | 'printed';
  readonly longestRunLimit: number | null;
  readonly crossingsLimit: number | null;
}

/** What a callout near the points of a signal says: `meaning` is `: improvement`, or nothing. */
interface Callout {
  readonly n: number;
  readonly noun: string;
  readonly side: string;
  readonly meaning: string;
}

interface RuleWords<Settings> {
  /** In a word or two, for tables and sketches. */
  readonly name: string;
  /** Its name before what it looks for, where that is another, and what it looks for as a rule set has it. */
  readonly title: string;
  readonly looksFor: (settings: Settings) => string;
  /** The same, in the methods of a chart. */
  readonly method: (settings: Settings) => string;
  /** Its signal in a few words; empty for one that concerns the whole series. */
  readonly callout: (facts: Callout) => string;
  /** Its signal in full: rule, points, meaning, and what to ask next. */
  readonly sentence: (slots: RunSignalSlots) => string;
}

const words = <Settings>(all: RuleWords<Settings>): RuleWords<Settings> => all;

const span = ({ from, to }: RunSignalSlots): string => `${from} to ${to}`;
const median = ({ median: value, unit }: RunSignalSlots): string => chartValue(value, unit);
const onOneSide = ({ n, noun, side, meaning }: Callout): string => `${count(n)} ${noun} ${side} the median${meaning}`;

/** Where to look for the cause of a run on one side: where it begins, or where the first run of a series ends. */
function around({ first, from, to }: RunSignalSlots): string {
  return `Ask what began, ended or was counted differently ${first ? `after ${to}` : `around ${from}`}.`;
}

function skipped({ onMedian: n }: RunSignalSlots): string {
  return n === 0
    ? ''
    : ` (${n === 1 ? 'one more lies' : `${count(n)} more lie`} on the median and ${n === 1 ? 'is' : 'are'} passed over)`;
}

function runsSentence(slots: RunSignalSlots): string {
  const { count: runs, lower, upper, useful } = slots;
  const few = lower !== null && runs < lower;
  const facts = `${few ? 'Too few' : 'Too many'} runs: ${plural(runs, 'run')} about the median from ${span(slots)}, where ${number(useful)} points off the median in chance order would give ${expected(lower, upper)}.`;
  const meaning = few
    ? 'The points stay on one side for long stretches, so the level has probably moved. Ask when it moved, and what changed then.'
    : 'The points jump from side to side more than chance would. Ask whether seasons alternate, two sources are mixed, or figures are corrected from one period to the next.';
  return `${facts} ${meaning}${acrossGaps(slots)}`;
}

/** Every run chart rule in words; its finding is `run-chart.` and its name. A rule without an entry does not compile. */
export const RUN_RULE_WORDS = {
  shift: words<{ readonly points: number }>({
    name: 'shift',
    title: 'shift',
    looksFor: ({ points: n }) => `${number(n)} or more points in a row on one side of the median`,
    method: ({ points: n }) => `shift: ${number(n)} or more points in a row on one side of the median`,
    callout: onOneSide,
    sentence: (slots) =>
      `Shift: ${points(slots, slots.count)} in a row lie ${slots.side} the median of ${median(slots)}, ${span(slots)}${skipped(slots)}. So long a run is seldom chance: the level was probably different in that stretch. ${around(slots)}${acrossGaps(slots)}`,
  }),
  trend: words<{ readonly points: number }>({
    name: 'trend',
    title: 'trend',
    looksFor: ({ points: n }) => `${number(n)} or more points in a row that all rise or all fall`,
    method: ({ points: n }) => `trend: ${number(n)} or more points in a row that all rise or all fall`,
    callout: ({ n, noun, side, meaning }) => `${count(n)} ${noun} ${side === 'up' ? 'rising' : 'falling'}${meaning}`,
    sentence: (slots) =>
      `Trend: ${points(slots, slots.count)} in a row ${slots.side === 'up' ? 'rise, each above' : 'fall, each below'} the one before, ${span(slots)}. Something was probably moving the figures steadily. Ask what was building up over that time, and whether the season alone would do it.${acrossGaps(slots)}`,
  }),
  'longest-run': words<object>({
    name: 'long run',
    title: 'longest run',
    looksFor: () => 'a stretch on one side of the median longer than round(log2 n) + 3 of n useful points',
    method: () => 'longest run: a stretch on one side longer than round(log2 n) + 3 of n useful points',
    callout: onOneSide,
    sentence: (slots) =>
      `Long run: ${points(slots, slots.count)} in a row lie ${slots.side} the median of ${median(slots)}, ${span(slots)}${skipped(slots)}; among ${number(slots.useful)} points off the median chance would seldom give more than ${number(slots.longestRunLimit)}. The level was probably different in that stretch. ${around(slots)}${acrossGaps(slots)}`,
  }),
  runs: words<object>({
    name: 'number of runs',
    title: 'number of runs',
    looksFor: () => 'more or fewer stretches on one side of the median than chance would give',
    method: () => 'runs: more or fewer stretches on one side of the median than chance would give',
    callout: () => '',
    sentence: runsSentence,
  }),
  crossings: words<object>({
    name: 'crossings',
    title: 'crossings',
    looksFor: () => 'fewer crossings of the median than the 5% point of chance',
    method: () => 'crossings: fewer crossings of the median than the 5% point of chance',
    callout: () => '',
    sentence: (slots) =>
      `Few crossings: the line crosses the median ${plural(slots.count, 'time')} from ${span(slots)}; with ${number(slots.useful)} points off the median chance would seldom give fewer than ${number(slots.crossingsLimit)}. The points stay on one side for long stretches, so the level has probably moved. Ask when it moved, and what changed then.${acrossGaps(slots)}`,
  }),
} as const;

export type RunRuleName = keyof typeof RUN_RULE_WORDS;

/** What a verdict counts: rules, the number of runs by the side of its limits on which it lies. */
export type RunSignalKind = Exclude<RunRuleName, 'runs'> | 'few-runs' | 'many-runs';

/** Each when there is one, and when there are several. */
const SIGNAL_NAMES: { readonly [Kind in RunSignalKind]: readonly [string, string] } = {
  shift: ['a shift', 'shifts'],
  trend: ['a trend', 'trends'],
  'few-runs': ['too few runs', 'too few runs'],
  'many-runs': ['too many runs', 'too many runs'],
  'longest-run': ['an unusually long run', 'unusually long runs'],
  crossings: ['unusually few crossings of the median', 'unusually few crossings'],
};

/** `two shifts and an unusual number of runs`. */
export function runSignalNames(kinds: readonly RunSignalKind[]): string {
  const names = [...new Set(kinds)].map((kind) => {
    const n = kinds.filter((other) => other === kind).length;
    const [one, many] = SIGNAL_NAMES[kind];
    return n === 1 ? one : `${count(n)} ${many}`;
  });
  return listed(names);
}

/** Where rule sets of run charts are defined, by the key of the source. */
export const RUN_SOURCES = {
  perla: {
    text: 'Perla RJ, Provost LP, Murray SK. The run chart: a simple analytical tool for learning from variation in healthcare processes. BMJ Qual Saf 2011;20:46–51.',
    url: 'https://doi.org/10.1136/bmjqs.2009.037895',
  },
  swed: {
    text: 'Swed FS, Eisenhart C. Tables for testing randomness of grouping in a sequence of alternatives. Ann Math Stat 1943;14:66–87.',
    url: null,
  },
  anhoej: {
    text: 'Anhøj J, Olesen AV. Run charts revisited: a simulation study of run chart rules for detection of non-random variation in health care processes. PLoS ONE 2014;9(11):e113825.',
    url: 'https://doi.org/10.1371/journal.pone.0113825',
  },
} as const;
