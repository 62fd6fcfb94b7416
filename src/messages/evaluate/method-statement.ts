import { listed, number, percent, plural, pText, signed } from '../words/format.ts';
import { fewerOrMore, lowerOrHigherThan, measureName } from '../words/measures.ts';
import { modelName } from './words.ts';

/** An interval as the result gives it: only what these sentences need. */
interface Interval {
  readonly estimate: number | null;
  readonly lower: number | null;
  readonly upper: number | null;
  readonly p: number | null;
}

interface Estimator {
  readonly estimator: string;
  readonly rho: number | null;
  readonly lag: number | null;
}

/** ` (95% interval −4.6% to +2.4%; P = 0.49)`. */
function bounds({ lower, upper, p }: Interval, form: (value: number) => string): string {
  if (lower === null || upper === null) return '';
  return ` (95% interval ${form(lower)} to ${form(upper)}; ${pText(p)})`;
}

const ofLog = (value: number): string => percent(100 * Math.expm1(value));
const ofRatio = (value: number): string => percent(100 * (value - 1));

const leftOut = (quarters: readonly string[], what: string, none: string): string =>
  quarters.length === 0 ? none : `${what}: ${listed(quarters)}`;

/** `REML with AR(1) errors (rho 0.21)`, `least squares with Newey–West errors (lag 3)`. */
function estimatorText({ estimator, rho, lag }: Estimator): string {
  const detail = [...(rho === null ? [] : [`rho ${number(rho, 2)}`]), ...(lag === null ? [] : [`lag ${number(lag)}`])];
  return `${modelName(estimator)}${detail.length === 0 ? '' : ` (${detail.join(', ')})`}`;
}

const outcomeText = (measure: string, outcome: 'rate' | 'count'): string =>
  outcome === 'rate'
    ? `${measureName(measure)} per 1,000 people on the list a quarter`
    : `${measureName(measure)} a quarter`;

/** Sentences of the statement of methods and results that a paper can take over. */
export const METHOD_STATEMENT = {
  heading: 'Method statement',
  methods: 'Methods.',
  results: 'Results.',
  intro:
    'For the methods and results of a paper: everything that reports of interrupted series are asked to state. Shorten it, but leave no number out.',
  data: (
    measure: string,
    practice: string,
    comparator: string | null,
    from: string,
    to: string,
    how: 'controlled' | 'alone' | 'lines',
  ) =>
    `Quarterly counts of ${measureName(measure)} at ${practice}${comparator === null ? ', without a comparator,' : ` and, for comparison, ${comparator}`} from ${from} to ${to} were ${how === 'lines' ? 'described by straight lines' : `analysed as ${how === 'controlled' ? 'a controlled' : 'an'} interrupted time series`}.`,
  change: (
    intervention: string,
    before: number,
    after: number,
    washout: readonly string[],
    missing: readonly string[],
  ) =>
    `The change was dated to ${intervention}, the first quarter after it (t0), with ${plural(before, 'quarter')} before and ${number(after)} from then on; ${leftOut(washout, 'washout left out', 'no washout')}; ${leftOut(missing, 'missing and left out', 'no quarter missing')}.`,
  alone: (practice: string, comparator: string, before: number, after: number) =>
    `It is of ${practice} alone: ${comparator} shares only ${plural(before, 'quarter')} before the change and ${number(after)} after, too few for a controlled series.`,
  secondChange: (second: string, t: number) => `A second change was dated to ${second} (t = ${number(t)}).`,
  primary: (two: boolean, basis: 'rates' | 'counts', from: string, t0: number) =>
    `Given both areas’ total in a quarter, the practice’s count was taken as binomial with logit(p) = ${basis === 'rates' ? 'ln(n1 / n2) + ' : ''}${linear(two)}, ${basis === 'rates' ? 'n1 and n2 the list sizes of practice and comparator (offset)' : 'without list sizes'}, t the quarter counted from 1 in ${from} (t0 = ${number(t0)}), post 1 from t0 on and 0 before, s = t − t0 from t0 on and 0 before${two ? ', post2 and s2 the same from the second change' : ''}.`,
  shared: (p: number | null, withSeasons: boolean) =>
    `This equals a Poisson model of both areas with a fixed effect for every quarter: seasons and shocks that both share cancel, and it has ${withSeasons ? 'indicators of the quarter of the year besides' : 'no season terms'}${p === null ? '' : ` (F test of indicators of the quarter of the year in the share: ${pText(p)})`}.`,
  estimation: (raw: number | null, used: number, df: number, durbinWatson: number | null) =>
    `It was fitted by iteratively reweighted least squares (conditional quasi-binomial). Dispersion, Pearson’s chi-squared over ${plural(df, 'degree')} of freedom, was ${number(raw, 2)}, used as ${number(used, 2)} (never below 1). Autocorrelation is not in this model${durbinWatson === null ? '' : ` (Durbin–Watson of its Pearson residuals ${number(durbinWatson, 2)})`}.`,
  intervals: (df: number) =>
    `95% intervals and two-sided P values are from the t distribution with ${plural(df, 'degree')} of freedom: for the last quarter by linear combination of the coefficients on the logarithmic scale, for the sum over the quarters after by the delta method with the comparator’s counts taken as given.`,
  beside: (alternatives: number, specifications: number) =>
    `Beside it stand ${plural(alternatives, 'alternative model')}${specifications > 0 ? ` and a curve of ${plural(specifications, 'specification')}` : ''}, all printed.`,
  segmented: (measure: string, outcome: 'rate' | 'count', seasons: boolean, two: boolean, each: boolean) =>
    `${each ? 'Each area by itself' : 'The series'} was modelled by segmented regression, y = ${linear(two)}${seasons ? ' + indicators of the quarter of the year' : ''} + error, y being ${outcomeText(measure, outcome)}${seasons ? '' : '; no season terms'}.`,
  terms: (from: string, t0: number) =>
    `Here t is the quarter counted from 1 in ${from} (t0 = ${number(t0)}), post is 1 from t0 on, and s = t − t0 from t0 on, both 0 before.`,
  estimators: (list: readonly Estimator[], df: number) =>
    `Estimators: ${listed(list.map(estimatorText))}; 95% intervals from the t distribution (${plural(df, 'degree')} of freedom for least squares), relative differences by the delta method.`,
  trendsOnly: (reason: 'no-date' | 'too-few', before: number, after: number) =>
    reason === 'no-date'
      ? 'No date of a change was given, so no interrupted series was fitted: straight lines by least squares only.'
      : `With ${plural(before, 'quarter')} before and ${number(after)} after the change no interrupted series was fitted (at least three on each side are needed): straight lines by least squares only.`,
  plan: (path: string, sha256: string, departures: number) =>
    `Choices were laid down in a plan (${path}, SHA-256 ${sha256}); ${departures === 0 ? 'none was departed from' : `${number(departures)} departed from, named among the cautions`}.`,
  software: (version: string) =>
    `Computed with quarterline ${version}; command and input files with their hashes stand under “Where the numbers come from”.`,
  before: (basis: 'rates' | 'counts', slope: Interval) =>
    `Before the change, by the primary model on all quarters, the practice’s ${basis === 'rates' ? 'rate' : 'count'} moved by ${text(slope, ofLog)} a quarter relative to the comparator’s${bounds(slope, ofLog)}.`,
  jump: (level: Interval, slope: Interval, leftOut: boolean) =>
    `${levelAt(leftOut)}: ${text(level, ofLog)}${bounds(level, ofLog)}; slope from then on, against before: ${text(slope, ofLog)} a quarter${bounds(slope, ofLog)}.`,
  secondJump: (second: string, level: Interval, slope: Interval) =>
    `On top of that from the second change, ${second}: level ${text(level, ofLog)}${bounds(level, ofLog)}, slope ${text(slope, ofLog)} a quarter${bounds(slope, ofLog)}.`,
  joint: (terms: number, df: number, statistic: number, p: number | null) =>
    `${terms > 2 ? 'All jumps and changes of slope' : 'Jump and change of slope'} together: F(${terms}, ${df}) = ${number(statistic, 2)}, ${pText(p)} (Wald).`,
  jumpOf: (outcome: 'rate' | 'count', level: Interval, slope: Interval, leftOut: boolean) => {
    const form = (value: number) => signed(value, outcome === 'rate' ? 2 : 1);
    return `By least squares, ${levelAt(leftOut).toLowerCase()}: ${text(level, form)}${bounds(level, form)}; slope from then on, against before: ${text(slope, form)} a quarter${bounds(slope, form)}.`;
  },
  last: (period: string, ratio: Interval) =>
    `In ${period} the count was ${ratio.estimate === null ? 'not comparable with' : `${lowerOrHigherThan(100 * (ratio.estimate - 1))}`} the counterfactual, the earlier course carried on beside the comparator${bounds(ratio, ofRatio)}.`,
  lastAlone: (period: string, relative: Interval) =>
    `In ${period} the outcome was ${relative.estimate === null ? 'not comparable with' : lowerOrHigherThan(relative.estimate)} the counterfactual, the earlier course carried on${bounds(relative, (value) => percent(value))}.`,
  sum: (quarters: number, expected: number | null, observed: number, fewer: Interval, leftOut: boolean) =>
    `Over the ${plural(quarters, 'quarter')} after${leftOut ? ' that are used' : ''}, ${number(expected)} were expected on that course and ${number(observed)} counted: ${text(fewer, fewerOrMore)}${bounds(fewer, fewerOrMore)}.`,
  exploratory: 'The series is short, so this is exploratory.',
  quarters: (practice: string, comparator: string) =>
    `The data, quarter by quarter: ${practice} and ${comparator}, with what the primary model fitted and expected`,
  headings: {
    quarter: 'Quarter',
    t: 't',
    practice: 'Practice',
    practicePeople: 'Its list size',
    comparator: 'Comparator',
    comparatorPeople: 'Its list size',
    fitted: 'Fitted',
    expected: 'Expected',
  },
} as const;

/** With the quarter of the change washed out the level is where the line after begins if drawn back to it. */
const levelAt = (leftOut: boolean): string =>
  leftOut ? 'Level at t0, a quarter left out, carried back from those after' : 'Level in the first quarter after';

const linear = (two: boolean): string => `b0 + b1 t + b2 post + b3 s${two ? ' + b4 post2 + b5 s2' : ''}`;

const text = ({ estimate }: Interval, form: (value: number) => string): string =>
  estimate === null ? 'an amount that could not be estimated' : form(estimate);
