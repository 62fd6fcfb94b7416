import { RUN_RULE_WORDS, type RunRuleName, runSignalNames } from '../rules/run-chart.ts';
import type { MeasureSlots, Places, ProblemSentences, Sentences } from '../types.ts';
import { charted, chartValue, expected, points, somePeriods } from '../words/charts.ts';
import { count, listed, number, plural, possessive } from '../words/format.ts';
import { capital, measureName } from '../words/measures.ts';
import { falseAlarms } from '../words/simulation.ts';
import { runChartPlaces as ownPlaces, type RunChartFindings, type RunChartProblems } from './catalogue.ts';

const whose = (slots: MeasureSlots & { readonly area: string }): string =>
  `${possessive(slots.area)} ${charted(slots)}`;
const span = (slots: { readonly from: string; readonly to: string }): string => `${slots.from} to ${slots.to}`;

const SENTENCES: Omit<Sentences<RunChartFindings>, `run-chart.${RunRuleName}`> = {
  'run-chart.signals': (slots) => {
    const rules = slots.rules;
    const one = rules.length === 1;
    return `There ${one ? 'is one non-random signal' : `are ${count(rules.length)} non-random signals`} in ${whose(slots)}: ${runSignalNames(rules)}.`;
  },
  'run-chart.no-signal': (slots) => `There is no non-random signal in ${whose(slots)}.`,
  'run-chart.no-verdict': (slots) =>
    `There are too few points to judge ${whose(slots)}: ${number(slots.useful)} lie off the median, and the rules need ${number(slots.minimum)}.`,
  'run-chart.no-variation': (slots) =>
    `There is no variation to judge in ${whose(slots)}: every value is ${chartValue(slots.median, slots.unit)}.`,
  'run-chart.silence': (slots) =>
    `No signal is no proof that nothing changed: among ${points(slots, slots.n)} a modest change can stay hidden, and so can one that a yearly cycle covers. Look at the chart, and compare like seasons.`,
  'run-chart.false-alarms': (slots) =>
    `${falseAlarms(slots.ruleSet, slots.percent, points(slots, slots.n))} Before acting on one signal, look for what would explain it.`,
  'run-chart.too-few': (slots) =>
    `Only ${plural(slots.useful, 'point')} of ${possessive(slots.area)} lie off the median, and every rule but the trend needs ${number(slots.minimum)}: only the trend rule was applied. Wait for more points, or use shorter periods.`,
  'run-chart.short-baseline': (slots) =>
    `${possessive(slots.area)} median is frozen on ${plural(slots.baselineCount, 'point')}, ${span(slots)}. A median of fewer than ${number(slots.minimum)} is not firm: one more point could move it. Use a longer baseline where there is one.`,
  'run-chart.no-exact-limits': (slots) =>
    `There are no limits for the number of runs at ${slots.area}: ${plural(slots.above, 'point')} above and ${number(slots.below)} below the median are too unequal for any number of runs to be unusual. Only shifts and trends can signal here.`,
  'run-chart.no-printed-limits': (slots) =>
    `The published table has no limits for ${plural(slots.useful, 'point')} off the median (${slots.area}), so the number of runs was not judged. Use --runs-limits exact.`,
  'run-chart.printed-unverified': () =>
    'The published table of limits for the number of runs was recalled and not held against the print, and public copies of it differ. Where it decides, use --runs-limits exact.',
  'run-chart.limits-differ': (slots) =>
    `The verdict on ${possessive(slots.area)} number of runs (${number(slots.count)}) depends on the limits: the ${slots.method} ones (${expected(slots.lower, slots.upper)}) ${slots.signal ? 'call it a signal' : 'do not call it a signal'}, those used here (${expected(slots.usedLower, slots.usedUpper)}) ${slots.signal ? 'do not' : 'do'}. Do not rest a decision on it alone.`,
  'run-chart.gap': (slots) =>
    `${capital(slots.area)} has no value for ${somePeriods(slots.periods)}: left as a gap in the chart. Runs and trends are counted over the points that are there; a signal that spans a gap says so.`,
  'run-chart.no-denominator': (slots) =>
    `${capital(slots.area)} has no ${measureName(slots.denominator)} for ${somePeriods(slots.periods)}, so there is no rate: left as a gap in the chart.`,
  'run-chart.excluded': (slots) =>
    `Left out of ${possessive(slots.area)} median and rules, and drawn hollow: ${somePeriods(slots.periods)}. Say why beside the chart.`,
  'run-chart.exclude-absent': (slots) =>
    `${somePeriods(slots.periods)} could not be excluded: not among the periods of ${slots.area} that are charted.`,
  'run-chart.provisional': (slots) =>
    `Provisional at ${slots.area}: ${somePeriods(slots.periods)}. A signal that rests on it may go when the figure is final.`,
  'run-chart.annotation-absent': (slots) =>
    `The notes for ${somePeriods(slots.periods)} are not drawn: not among the periods of ${slots.area} that are charted.`,
  'run-chart.intervention-absent': (slots) =>
    `The change at ${listed(slots.periods)} is not drawn: not among the periods of ${slots.area} that are charted.`,
  'run-chart.not-charted': (slots) =>
    `Not charted: ${somePeriods(slots.areas)}. There is no value in the periods asked for, or none to freeze the median on.`,
  'run-chart.worth-a-look': (slots) =>
    `Worth a look: ${somePeriods(slots.periods)} at ${slots.area} ${slots.periods.length === 1 ? 'lies' : 'lie'} beyond the limits of an individuals chart (${chartValue(slots.lower, slots.unit)} to ${chartValue(slots.upper, slots.unit)}). This is not a run chart rule; check the figure, and ask what was special then.`,
};

export const runChartProblems: ProblemSentences<RunChartProblems> = {
  'run-chart.unknown-rules': (slots) => {
    const [guess] = slots.nearest;
    const known = slots.known;
    return {
      found: `there is no rule set "${slots.name}"`,
      expected: listed(known, 'or'),
      remedy: guess ? `Did you mean --rules ${guess}?` : `For example --rules ${known[0]}.`,
    };
  },
  'run-chart.control-rules': (slots) => ({
    found: `the rule set ${slots.name} belongs on control charts: it needs control limits or zones, which a run chart does not have`,
    expected: `${listed(slots.known, 'or')} for a run chart`,
    remedy: `Use --rules ${slots.known[0]}.`,
  }),
  'run-chart.exclude-none': ({ text, first, last }) => ({
    found: `--exclude "${text}" names no period of the data`,
    expected: `periods from ${first} to ${last}`,
    remedy: 'Separate several by commas; a year or Q..Q leaves out all of its periods.',
  }),
  'run-chart.annotation-column': (slots) => ({
    found: `there is no column "${slots.name}" among ${listed(slots.headings.map((heading) => `"${heading}"`))}`,
    expected: 'the columns period and text',
    remedy: 'Give the file of --annotate these two headings.',
  }),
  'run-chart.annotation-period': ({ cell, frequency }) => ({
    found: `"${cell}" is not a period of kind ${frequency}`,
    expected: 'a period written as in the data',
    remedy: 'For example 2014/15 Q1.',
  }),
  'run-chart.nothing': ({ area, measure }) => ({
    found: `there is nothing to chart for ${area} (${measure}): every value is missing or excluded`,
    remedy: 'Check --from, --to and --exclude, or run "quarterline check" on the file.',
  }),
  'run-chart.baseline': ({ area, freeze, first, last }) => ({
    found: `the median of ${area} cannot be frozen at ${freeze}`,
    expected: `a period with points up to it, from ${first} to ${last}`,
    remedy: 'Give --freeze the last period of the baseline.',
  }),
  'run-chart.frequency': ({ given, frequency, area }) => ({
    found: `a period of kind ${given} was given for ${area}`,
    expected: `periods of kind ${frequency}, as in the data`,
    remedy: 'Write periods as the file does.',
  }),
  'run-chart.denominator': ({ area, measure, period, value: found }) => ({
    found: `${measure} of ${area} is ${found} in ${period}`,
    expected: 'a number above zero to divide by',
    remedy: 'Correct it, or leave the cell empty if it is not known.',
  }),
};

type Signals<Value> = { readonly [Rule in RunRuleName as `run-chart.${Rule}`]: Value };

/** Of every rule something, under the id of its finding. */
const ofRules = <Value>(make: (words: (typeof RUN_RULE_WORDS)[RunRuleName]) => Value): Signals<Value> =>
  Object.fromEntries(
    Object.entries(RUN_RULE_WORDS).map(([rule, words]) => [`run-chart.${rule}`, make(words)]),
  ) as unknown as Signals<Value>;

export const runChartFindings: Sentences<RunChartFindings> = {
  ...SENTENCES,
  ...ofRules(({ sentence }) => sentence),
};

export const runChartPlaces: Places<RunChartFindings> = { ...ownPlaces, ...ofRules(() => 'chart' as const) };
