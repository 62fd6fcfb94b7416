import { listed, magnitude, number, percent, possessive, pounds, pText, signed } from './format.ts';
import { amount, betweenPercent, capital, lowerOrHigher, measureName, moved } from './measures.ts';

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
    percentChange: 'Change, %',
    rate: (label: string) => `${label}, per 1,000 a year`,
    rateRatio: 'Rate ratio (95% interval)',
    countRatio: 'Ratio (95% interval)',
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
  summaryCaption: (baseline: string, followUp: string) => `${followUp} against ${baseline}, area by area`,
  readingsCaption: 'The readings of the relative change',
  trendCaption: 'Least-squares line on the quarterly values (the method of the 2018 paper)',
  sensitivityCaption: (basis: 'rates' | 'counts') =>
    `Ratio of ratios, on ${basis}, for every pair of complete financial years`,
  seriesCaption: (measure: string) => `${capital(measureName(measure))} by quarter`,
  costBasis: { nominal: 'as paid (nominal)', real: (year: string) => `in prices of ${year} (real)` },
  measureRow: (measure: string, basis: string | null) =>
    basis === null ? capital(measureName(measure)) : `${capital(measureName(measure))}, ${basis}`,
  amount,
  interval: (lower: number | null, upper: number | null, decimals: number) =>
    lower === null || upper === null ? '–' : `${number(lower, decimals)} to ${number(upper, decimals)}`,
  ratioInterval: (ratio: number | null, lower: number | null, upper: number | null) =>
    ratio === null || lower === null || upper === null
      ? '–'
      : `${number(ratio, 3)} (${number(lower, 3)} to ${number(upper, 3)})`,
  reading: {
    points: 'Percentage points between the two changes',
    pointsMeans: (practice: number, comparator: number) =>
      `${percent(practice)} less ${percent(comparator)}: a difference of two percentages, not a percentage of anything.`,
    ratioRates: 'Ratio of ratios, on rates',
    ratioCounts: 'Ratio of ratios, on counts',
    ratioMeans: (value: number) => `${lowerOrHigher(100 * (value - 1))} than had it followed the comparator.`,
    dispersed: (phi: number) => `the same, allowing for quarters that vary ${number(phi, 1)} times as much as chance`,
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
    const one = (value: number | null) =>
      value === null ? '–' : unit === 'GBP' ? `${value > 0 ? '+' : ''}${pounds(value)}` : signed(value, 1);
    return lower === null || upper === null ? one(slope) : `${one(slope)} (${one(lower)} to ${one(upper)})`;
  },
  figure: {
    betterLower: 'lower is better ↓',
    betterHigher: 'higher is better ↑',
    notFromZero: 'the axis does not start at zero',
    ownScales: 'each chart has its own scale',
    indexedTitle: (
      practice: string,
      mine: number | null,
      comparator: string | null,
      theirs: number | null,
      measure: string,
    ) =>
      mine === null
        ? `${possessive(practice)} ${measureName(measure)} over time`
        : theirs === null || comparator === null
          ? `${possessive(practice)} ${measureName(measure)} ${moved(mine)}`
          : `${possessive(practice)} ${measureName(measure)} ${moved(mine)} while ${possessive(comparator)} ${moved(theirs)}`,
    indexedSubtitle: (measure: string, baseline: string, from: string, to: string) =>
      `${capital(measureName(measure))} a quarter, mean of ${baseline} = 100, ${from} to ${to}`,
    indexedAxis: (baseline: string) => `Index, mean quarter of ${baseline} = 100`,
    indexedAlt: (practice: string, comparator: string | null, baseline: string, first: string, last: string) =>
      `Line chart of ${practice}${comparator ? ` and ${comparator}` : ''} by quarter, each as a percentage of its mean quarter in ${baseline}. ${first} ${last}`.trim(),
    indexedLast: (area: string, index: number, period: string) => `${area} stands at ${number(index)} in ${period}.`,
    indexedHowToRead:
      'A line at 100 is the average quarter of the baseline year. Winters are usually above summers: compare each quarter with the same quarter of another year.',
    changeTitle: (
      practice: string,
      lower: number | null,
      upper: number | null,
      value: number | null,
      measure: string,
    ) =>
      value === null
        ? `Change in ${measureName(measure)}`
        : lower !== null && upper !== null && lower <= 0 && upper >= 0
          ? `Relative to its comparator, ${possessive(practice)} change could be chance`
          : `Relative to its comparator, ${practice} had ${magnitude(value)} ${value < 0 ? 'fewer' : 'more'} ${measureName(measure)}`,
    changeTitleAlone: (practice: string, value: number | null, measure: string) =>
      value === null
        ? `Change in ${measureName(measure)}`
        : `${possessive(practice)} ${measureName(measure)} ${moved(value)}`,
    changeSubtitle: (basis: 'rates' | 'counts', baseline: string, followUp: string) =>
      `Change ${basis === 'rates' ? 'in the rate per 1,000 people' : 'in the count'}, ${followUp} against ${baseline}, with 95% intervals`,
    changeAxis: 'Change, %',
    changeRelative: 'Practice relative to comparator',
    changeHowToRead:
      'The dot is the best estimate, the bar its 95% interval. A bar that crosses zero is a change that could be chance.',
    changeAlt: (rows: readonly string[]) => `Dots with intervals. ${rows.join(' ')}`,
    changeRow: (label: string, value: number, lower: number | null, upper: number | null) =>
      `${label}: ${percent(value)}${lower === null || upper === null ? '' : ` (${percent(lower)} to ${percent(upper)})`}.`,
    costTitle: (practice: string, value: number | null, priceYear: string | null) =>
      value === null
        ? `${possessive(practice)} cost of emergency admissions`
        : priceYear === null
          ? `${possessive(practice)} cost of emergency admissions ${moved(value)} (not deflated)`
          : `In prices of ${priceYear}, ${possessive(practice)} cost of emergency admissions ${moved(value)}`,
    costSubtitle: (from: string, to: string) => `Cost a quarter, as paid and in real terms, ${from} to ${to}`,
    costAxis: 'Cost a quarter',
    costNominal: 'as paid',
    costReal: (year: string) => `prices of ${year}`,
    costHowToRead:
      'The gap between the two lines is inflation, as the price index measures it. Real terms here means prices only: not population, not the comparator.',
    costAlt: (rows: readonly string[]) =>
      `Line charts of cost by quarter, as paid and in real terms. ${rows.join(' ')}`,
    costRow: (area: string, nominal: number | null, real: number | null) =>
      `${area}: ${percent(nominal)} as paid${real === null ? '' : `, ${percent(real)} in real terms`}.`,
    trendTitle: (area: string, percentChange: number | null, from: string, to: string, measure: string) =>
      percentChange === null
        ? `Trend of ${measureName(measure)}, ${from} to ${to}`
        : `A straight line through ${possessive(area)} ${measureName(measure)} ${percentChange < 0 ? 'falls' : 'rises'} by ${magnitude(percentChange)}, ${from} to ${to}`,
    trendSubtitle: (n: number) =>
      `Least-squares line on ${number(n)} quarters, the method of the 2018 paper; a description, not the effect of a change`,
    trendAxis: (measure: string) => `${capital(measureName(measure))} a quarter`,
    trendHowToRead:
      'The dots are the quarters, the line the straight trend through those in the window. The line’s change is not the change between two years.',
    trendAlt: (rows: readonly string[]) => `Quarterly values with fitted lines. ${rows.join(' ')}`,
    trendRow: (area: string, slope: string, p: number | null) => `${area}: ${slope} a quarter, ${pText(p)}.`,
    sensitivityTitle: (min: number, max: number) =>
      `Depending on the years compared, the practice’s relative change runs from ${percent(100 * (min - 1), 0)} to ${percent(100 * (max - 1), 0)}`,
    sensitivitySubtitle: (basis: 'rates' | 'counts') =>
      `Ratio of ratios on ${basis}: every financial year against every later one, with 95% intervals`,
    sensitivityAxis: 'Ratio of ratios (1 = changed as the comparator did)',
    sensitivityChosen: 'the years compared in this report',
    sensitivityRange: 'range over all four-quarter windows',
    sensitivityHowToRead:
      'Each row compares two years. Rows that agree make the finding firm; rows on both sides of 1 mean that the years decide the answer.',
    sensitivityAlt: (pairs: number, min: number, max: number) =>
      `Dots with intervals for pairs of years. Over ${number(pairs)} pairs the ratio runs from ${number(min, 3)} to ${number(max, 3)}.`,
  },
  between: betweenPercent,
};

/** Methods, each with its source, as the report lists them. */
export const COMPARE_METHODS: readonly { readonly term: string; readonly text: string }[] = [
  {
    term: 'Rate ratio and its interval',
    text: 'Follow-up rate over baseline rate. Wald interval on the log scale; exact conditional interval where a count is below 10. Rates are per person-year of list size (a quarter of each quarter’s list).',
  },
  {
    term: 'Ratio of ratios',
    text: 'The practice’s ratio divided by the comparator’s; variance of its logarithm is the sum of 1/count over the four counts, times the dispersion. Dispersion is Pearson’s chi-squared over its degrees of freedom in a quasi-Poisson model of the quarters (area by window, and quarter of the year), never below 1; with it, t quantiles are used.',
  },
  {
    term: 'Admissions avoided',
    text: 'Observed count / ratio of ratios, less the observed count; the interval takes the observed count as given.',
  },
  {
    term: 'Real terms',
    text: 'Each quarter’s cost times the deflator’s level in the price year over its level in the quarter’s financial year. Here “real” always means prices.',
  },
  {
    term: 'Interval of a cost ratio',
    text: 'Exploratory: Welch’s t on quarterly log ratios of the practice’s cost to the comparator’s. Costs are not counts, so no count interval is given.',
  },
  {
    term: 'Trend',
    text: 'Ordinary least squares on the quarterly values, t interval with n − 2 degrees of freedom, Durbin–Watson. This is the method of Abel and colleagues (2018); it ignores season and autocorrelation.',
  },
];

export const REFERENCES = {
  abel: {
    text: 'Abel J, Kingston H, Scally A, et al. Reducing emergency hospital admissions: a population health complex intervention of an enhanced model of primary care and compassionate communities. Br J Gen Pract 2018;68(676):e803–e810.',
    url: 'https://doi.org/10.3399/bjgp18X699437',
  },
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
