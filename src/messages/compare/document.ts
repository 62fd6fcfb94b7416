import { listed, number, percent, pounds, signed } from '../words/format.ts';
import { amount, capital, lowerOrHigherThan, measureName } from '../words/measures.ts';

/** Headings, captions and labels of the comparison's sections, tables and figures. */
export const COMPARE = {
  title: (practice: string, comparator: string | null) =>
    comparator === null ? `${practice}: what changed` : `${practice} against ${comparator}`,
  subtitle: (measures: readonly string[], baseline: string, followUp: string) =>
    `${capital(listed(measures.map(measureName)))}: ${followUp} compared with ${baseline}`,
  summary: 'Summary',
  whatChanged: 'What changed',
  readings: 'What “compared with” can mean',
  readingsIntro:
    'The same figures are quoted in several ways. Each has its own name; do not mix them, and never set a year-on-year change beside a fitted trend.',
  cost: 'Cost: nominal and real',
  trend: 'Trend, quarter by quarter',
  sensitivity: 'How far the answer hangs on the years chosen',
  cautions: 'What this does not show',
  headings: {
    measure: 'Measure',
    area: 'Area',
    change: 'Change',
    verdict: 'More than chance?',
    percentChange: 'Change, %',
    p: 'P',
    reading: 'Reading',
    value: 'Value',
    interval: '95% interval',
    means: 'What it says',
    window: 'Window',
    quarters: 'Quarters',
    slope: 'Change a quarter (95% interval)',
    fittedChange: 'Fitted first to last, %',
    durbinWatson: 'Durbin–Watson',
    baseline: 'Baseline',
    followUp: 'Follow-up',
    ratioOfRatios: 'Ratio of ratios',
    quarter: 'Quarter',
    basis: 'Prices',
  },
  summaryCaption: (baseline: string, followUp: string, hasRates: boolean) =>
    `${followUp} against ${baseline}, area by area${hasRates ? '; change is of the numbers, rate per 1,000 people on the list' : ''}`,
  readingsCaption: 'The readings of the relative change',
  trendCaption: 'Least-squares line on the quarterly values (the method of the 2018 paper)',
  sensitivityCaption: (basis: 'rates' | 'counts', change: string | null) =>
    `Ratio of ratios, on ${basis}, for every pair of complete financial years${change === null ? '' : `, one before the change in ${change} and one after`}`,
  seriesCaption: (measure: string) => `${capital(measureName(measure))} by quarter`,
  costBasis: { nominal: 'as paid (nominal)', real: (year: string) => `prices of ${year} (real)` },
  relativeRow: (practice: string, basis: 'rates' | 'counts' | null) =>
    `${practice}, relative to the comparator${basis === 'rates' ? ' (rates)' : basis === 'counts' ? ' (counts)' : ''}`,
  verdict: {
    lower: 'lower, more than chance',
    higher: 'higher, more than chance',
    chance: 'could be chance',
    unknown: 'no interval',
  },
  /** A verdict on the rate, beside a change of the numbers. */
  ofRate: (change: number | null, verdict: string) => `rate ${percent(change)}: ${verdict}`,
  ratesCaption: 'Per 1,000 people on the list a year',
  percentInterval: (lower: number | null, upper: number | null) =>
    lower === null || upper === null ? '–' : `${percent(100 * (lower - 1))} to ${percent(100 * (upper - 1))}`,
  measureRow: (measure: string, basis: string | null) =>
    basis === null ? capital(measureName(measure)) : `${capital(measure.replaceAll('_', ' '))}, ${basis}`,
  amount,
  interval: (lower: number | null, upper: number | null, decimals: number) =>
    lower === null || upper === null ? '–' : `${number(lower, decimals)} to ${number(upper, decimals)}`,
  reading: {
    points: 'Percentage points between the two changes',
    pointsMeans: (practice: number, comparator: number) =>
      `${percent(practice)} less ${percent(comparator)}: a difference of two percentages, not a percentage of anything.`,
    ratioRates: 'Ratio of ratios, on rates',
    ratioCounts: 'Ratio of ratios, on counts',
    ratioMeans: (value: number) => `${capital(lowerOrHigherThan(100 * (value - 1)))} had it followed the comparator.`,
    dispersed: (phi: number) =>
      phi > 1
        ? `the same, allowing for a share of the quarterly counts that varies ${number(phi, 1)} times as much as chance.`
        : 'the same with t quantiles: the quarters vary no more than chance.',
    avoided: 'Admissions avoided, against the comparator’s change',
    avoidedMeans: (expected: number) =>
      `${number(expected)} expected had it followed the comparator, less what there was.`,
    gross: 'Gross value of those admissions',
    grossMeans: (mean: number, basis: string) =>
      `at the practice’s mean cost of ${pounds(mean)} an admission, ${basis}. Not a cashable saving.`,
    trendPoints: 'Percentage points between the two fitted trends',
    trendMeans: (practice: number, comparator: number, from: string, to: string) =>
      `fitted ${percent(practice)} less fitted ${percent(comparator)}, ${from} to ${to}: lines, not years.`,
  },
  grossBasis: { nominal: 'as paid', real: 'in real terms (prices)' },
  slope: (slope: number | null, lower: number | null, upper: number | null, unit: string) => {
    const decimals = slope !== null && Math.abs(slope) < 0.95 ? 2 : 1;
    const one = (value: number | null) =>
      value === null ? '–' : unit === 'GBP' ? `${value > 0 ? '+' : ''}${pounds(value)}` : signed(value, decimals);
    return lower === null || upper === null ? one(slope) : `${one(slope)} (${one(lower)} to ${one(upper)})`;
  },
};

/** Methods, each with its source, by what uses them. */
export const COMPARE_METHODS = {
  rateRatio: {
    term: 'Rate ratio and its interval',
    text: 'Follow-up rate over baseline rate. Wald interval on the log scale; exact conditional interval where a count is below 10. Rates are per person-year of list size (a quarter of each quarter’s list). Its dispersion is that of a quasi-Poisson model with window and quarter of the year, never below 1.',
  },
  ratioOfRatios: {
    term: 'Ratio of ratios',
    text: 'The practice’s ratio divided by the comparator’s; variance of its logarithm is the sum of 1/count over the four counts, times the dispersion. Dispersion is Pearson’s chi-squared over its degrees of freedom in a conditional quasi-binomial model (the practice’s share of each quarter’s events, one share a window, and quarter of the year where windows of all four quarters leave six degrees of freedom), never below 1; with it, t quantiles are used. What both areas share in a quarter drops out.',
  },
  avoided: {
    term: 'Admissions avoided',
    text: 'Observed count / ratio of ratios, less the observed count; the interval takes the observed count as given.',
  },
  realTerms: {
    term: 'Real terms',
    text: 'Each quarter’s cost times the deflator’s level in the price year over its level in the quarter’s financial year. Here “real” always means prices.',
  },
  costRatio: {
    term: 'Interval of a cost ratio',
    text: 'Exploratory: Welch’s t on quarterly log ratios of the practice’s cost to the comparator’s. Costs are not counts, so no count interval is given.',
  },
  trend: {
    term: 'Trend',
    text: 'Ordinary least squares on the quarterly values, t interval with n − 2 degrees of freedom, Durbin–Watson. This is the method of Abel and colleagues (2018); it ignores season and autocorrelation.',
  },
} as const;
