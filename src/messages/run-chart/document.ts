import { expected } from '../words/charts.ts';
import { count, listed, number } from '../words/format.ts';
import { capital } from '../words/measures.ts';

const POINT_ON_LINE: Readonly<Record<'skipped' | 'breaks', string>> = {
  skipped: 'A point on the median is passed over: it neither ends nor lengthens a run.',
  breaks: 'A point on the median ends a run.',
};

const TIES: Readonly<Record<'one-counts' | 'breaks', string>> = {
  'one-counts': 'Of equal neighbours one counts in a trend.',
  breaks: 'Equal neighbours end a trend.',
};

/** `A, B and two more areas`. */
function areas(names: readonly string[]): string {
  if (names.length <= 3) return listed(names);
  return `${names.slice(0, 2).join(', ')} and ${count(names.length - 2)} more areas`;
}

/** Headings, captions and labels of a run chart's sections, tables and sketch. */
export const RUN_CHART = {
  title: (measure: string) => `Run charts: ${measure}`,
  subtitle: (measure: string, noun: string, from: string, to: string) =>
    `${capital(measure)} by ${noun}, ${from} to ${to}`,
  cautions: 'What to bear in mind',
  summaryCaption: 'Each area against its median',
  summaryCaptionFrozen: (from: string, to: string) => `Each area against its median of ${from} to ${to}`,
  pointsCaption: (measure: string) => `${capital(measure)}, point by point`,
  headings: {
    area: 'Area',
    period: 'Period',
    median: 'Median',
    useful: 'Off median',
    runs: 'Runs',
    longestRun: 'Longest',
    crossings: 'Crossings',
    signals: 'Signals',
    leftOut: 'Left out',
    provisional: 'Provisional',
  },
  numbers: {
    area: 'area',
    measure: 'measure',
    period: 'period',
    value: 'value',
    median: 'median',
    excluded: 'excluded',
    provisional: 'provisional',
    signals: 'signals',
  },
  usefulOf: (useful: number, n: number) => `${number(useful)} of ${number(n)}`,
  runs: (count: number, lower: number | null, upper: number | null) =>
    lower === null && upper === null ? number(count) : `${number(count)} (${expected(lower, upper)})`,
  atMost: (count: number, limit: number | null) =>
    limit === null ? number(count) : `${number(count)} (at most ${number(limit)})`,
  atLeast: (count: number, limit: number | null) =>
    limit === null ? number(count) : `${number(count)} (at least ${number(limit)})`,
  yes: 'yes',
  ruleSet: 'Rule set',
  ruleSetText: (name: string, rules: readonly string[]) => `${name}. ${rules.map(capital).join('. ')}.`,
  policies: 'Its policies',
  policiesText: (pointOnLine: keyof typeof POINT_ON_LINE, ties: keyof typeof TIES | null, minimum: number) =>
    [
      POINT_ON_LINE[pointOnLine],
      ties === null ? 'There is no trend rule.' : TIES[ties],
      `Below ${number(minimum)} points off the median only trends are looked for.`,
    ].join(' '),
  runsLimits: 'Limits for the number of runs',
  runsLimitsText: {
    exact:
      'Exact: the distribution of the number of runs given how many points lie above and below the median, 2.5% in each tail.',
    printed: 'The published table, which supposes half the points on each side (recalled, not held against the print).',
  },
  gaps: 'Missing periods',
  gapsText:
    'Left as gaps. Runs and trends are counted over the points that are there; a signal that spans a gap says so.',
  excluded: 'Excluded points',
  excludedText: 'Drawn hollow, left out of the median and of every rule.',
  astronomical: 'Single odd points',
  astronomicalText:
    'The fourth rule of the Institute for Healthcare Improvement, the astronomical point, is a judgement by eye and is not computed. Points beyond the limits of an individuals chart are offered as worth a look, and are no signal.',
  sketch: {
    title: (area: string, measure: string) => `${area}: ${measure}`,
    median: (value: string) => `median ${value}`,
    target: (value: string) => `target ${value}`,
    intervention: (period: string) => `change from ${period}`,
  },
  frozen: (from: string, to: string) => `${from} to ${to}`,
  figure: {
    title: (measure: string, signals: readonly string[], silent: readonly string[], unjudged: readonly string[]) => {
      const none = (words: string, names: readonly string[]) => (names.length === 0 ? '' : `${words} ${areas(names)}`);
      if (signals.length > 0)
        return `There are non-random signals in the ${measure} of ${areas(signals)}${none(', and none in those of', silent)}${none('; not judged:', unjudged)}`;
      if (silent.length > 0)
        return `There is no non-random signal in the ${measure} of ${areas(silent)}${none('; not judged:', unjudged)}`;
      return `There is too little to judge in the ${measure} of ${areas(unjudged)}`;
    },
    judgedBy: (ruleSet: string, baseline: string | null) =>
      `Run chart rules: ${ruleSet}. Median of ${baseline ?? 'all points used'}.`,
    axis: (measure: string, noun: string) => `${measure} by ${noun}`,
    alt: (panels: readonly string[]) => `Run chart${panels.length === 1 ? '' : 's'}. ${panels.join(' ')}`,
    panelAlt: (area: string, low: string, high: string, median: string, verdict: string) =>
      `${area}: between ${low} and ${high} about a median of ${median}. ${verdict}`,
    symbols: {
      improvement: 'signal: improvement',
      concern: 'signal: concern',
      neither: 'signal: neither better nor worse',
      both: 'signals: improvement and concern',
      excluded: 'left out of the rules',
      provisional: 'provisional',
    },
    meanings: { improvement: ': improvement', concern: ': concern', neither: '' },
  },
  howToRead: (noun: string) =>
    `Each dot is a ${noun}; the line across is the median. Chance alone puts about half the dots on each side, in no lasting order. Stretches that chance would seldom make are marked.`,
} as const;
