import { magnitude, number, percent, possessive, pounds, pText, signed } from '../words/format.ts';
import { capital, lineChange, measureName, moved } from '../words/measures.ts';

/** An interval as the result gives it: only what these texts need. */
interface Interval {
  readonly estimate: number | null;
  readonly lower: number | null;
  readonly upper: number | null;
  readonly p: number | null;
}

/** `, 2016/17 against 2013/14`. */
const years = ([baseline, followUp]: readonly [string, string]): string => `, ${followUp} against ${baseline}`;

const interval = (lower: number | null, upper: number | null, text: (value: number) => string): string =>
  lower === null || upper === null ? '' : ` (${text(lower)} to ${text(upper)})`;

/** `Frome's X fell by 8.6% while Somerset's rose by 19.0%`; the comparator's part only where it is known. */
function bothMoved(what: string, mine: number, comparator: string | null, theirs: number | null): string {
  if (comparator === null || theirs === null) return `${what} ${moved(mine)}`;
  const word = Math.sign(mine) === Math.sign(theirs) ? 'and' : 'while';
  return `${what} ${moved(mine)}, ${word} ${possessive(comparator)} ${moved(theirs)}`;
}

/** What the charts of a comparison say: the finding first, then what is shown, and the chart in words. */
export const FIGURE = {
  axis: {
    betterLower: 'lower is better ↓',
    betterHigher: 'higher is better ↑',
    notFromZero: 'the axis does not start at zero',
    ownScales: 'each chart has its own scale',
  },
  intervention: (quarter: string) => `change from ${quarter}`,
  indexed: {
    title: (
      practice: string,
      mine: number | null,
      comparator: string | null,
      theirs: number | null,
      measure: string,
      windows: readonly [string, string],
    ) => {
      const what = `${possessive(practice)} ${measureName(measure)}`;
      return mine === null ? `${what} over time` : `${bothMoved(what, mine, comparator, theirs)}${years(windows)}`;
    },
    subtitle: (measure: string, baseline: string, from: string, to: string) =>
      `${capital(measureName(measure))} a quarter as an index (mean quarter of ${baseline} = 100), ${from} to ${to}`,
    axis: (baseline: string) => `Index (mean quarter of ${baseline} = 100)`,
    label: (area: string, value: number | null) => (value === null ? area : `${area}\u00A0${number(value)}`),
    reference: (baseline: string) => `${baseline} = 100`,
    last: (area: string, index: number | null, period: string) => `${area} stands at ${number(index)} in ${period}.`,
    alt: (practice: string, comparator: string | null, baseline: string, last: readonly string[]) =>
      `Line chart of ${practice}${comparator ? ` and ${comparator}` : ''} by quarter, each as a percentage of its mean quarter in ${baseline}. ${last.join(' ')}`.trim(),
    caption: (measure: string, baseline: string) =>
      `${capital(measureName(measure))}, mean quarter of ${baseline} = 100`,
    howToRead:
      'A line at 100 is the average quarter of the baseline year. Winters are usually above summers: compare a quarter with the same quarter of another year.',
  },
  change: {
    title: (practice: string, ratio: number | null, lower: number | null, upper: number | null, measure: string) => {
      if (ratio === null || lower === null || upper === null) return `Change in ${measureName(measure)}`;
      if (lower <= 1 && upper >= 1) return `Relative to the comparator, ${possessive(practice)} change could be chance`;
      return `Relative to the comparator, ${possessive(practice)} ${measureName(measure)} ended ${magnitude(100 * (ratio - 1))} ${ratio < 1 ? 'lower' : 'higher'}, more than chance explains`;
    },
    titleAlone: (practice: string, value: number | null, measure: string) =>
      value === null
        ? `Change in ${measureName(measure)}`
        : `${possessive(practice)} ${measureName(measure)} ${moved(value)}`,
    subtitle: (measure: string, basis: 'rates' | 'counts', baseline: string, followUp: string) =>
      `Change in ${measureName(measure)}${basis === 'rates' ? ' per 1,000 people on the list' : ' (counts)'}, ${followUp} against ${baseline}, with 95% intervals`,
    axis: 'Change, %',
    better: (direction: string) =>
      direction === 'lower' ? '← lower is better' : direction === 'higher' ? 'higher is better →' : null,
    reference: 'no change',
    relative: (practice: string) => `${practice}, relative to the comparator`,
    value: (estimate: number, lower: number | null, upper: number | null) =>
      `${percent(estimate)}${interval(lower, upper, percent)}`,
    note: (dispersion: number) =>
      dispersion > 1
        ? `Intervals allow for quarters that vary more than chance (for the relative change ${number(dispersion, 1)} times).`
        : 'From quarter to quarter the practice’s share varies no more than chance would make it.',
    alt: (rows: readonly string[]) => `Dots with intervals. ${rows.join(' ')}`,
    caption: 'Changes with 95% intervals',
    what: 'Change of',
    estimate: 'Estimate',
    lower: 'Lower limit',
    upper: 'Upper limit',
    howToRead:
      'The dot is the best estimate, the bar its 95% interval. A bar that reaches zero is a change that could be chance.',
  },
  cost: {
    title: (
      practice: string,
      mine: number | null,
      comparator: string | null,
      theirs: number | null,
      priceYear: string | null,
      windows: readonly [string, string],
    ) => {
      const what = `${possessive(practice)} cost of emergency admissions`;
      if (mine === null) return what;
      const lead = priceYear === null ? '' : `In prices of ${priceYear}, `;
      return `${lead}${bothMoved(what, mine, comparator, theirs)}${years(windows)}`;
    },
    subtitle: (from: string, to: string, real: boolean) =>
      `Cost a quarter, ${real ? 'as paid and in real terms (prices)' : 'as paid, not deflated'}, ${from} to ${to}`,
    note: (deflator: string, vintage: string, priceYear: string) =>
      `Real terms: ${deflator}, ${vintage}, prices of ${priceYear}.`,
    axis: 'Cost a quarter',
    nominal: 'as paid',
    real: (year: string) => `prices of ${year}`,
    amount: (value: number | null) => pounds(value),
    row: (area: string, nominal: number | null, real: number | null) =>
      `${area}: ${percent(nominal)} as paid${real === null ? '' : `, ${percent(real)} in real terms`}.`,
    alt: (rows: readonly string[]) => `Line charts of cost by quarter. ${rows.join(' ')}`,
    howToRead:
      'The gap between the two lines is inflation as the price index measures it. Real terms here means prices only: neither population nor the comparator is allowed for.',
    howToReadNominal: 'Prices rise from year to year: costs as paid rise even where nothing else changes.',
  },
  trend: {
    title: (
      practice: string,
      mine: number | null,
      comparator: string | null,
      theirs: number | null,
      measure: string,
    ) => {
      const line = (value: number) =>
        value < -100 ? lineChange(value) : `${value < 0 ? 'falls' : 'rises'} by ${magnitude(value)}`;
      if (mine === null) return `Trend of ${measureName(measure)}`;
      const own = `A straight line through ${possessive(practice)} ${measureName(measure)} ${line(mine)}`;
      return comparator === null || theirs === null ? own : `${own}, through ${possessive(comparator)} ${line(theirs)}`;
    },
    subtitle: (n: number, from: string, to: string) =>
      `Least-squares lines on ${number(n)} quarters, ${from} to ${to} (the method of the 2018 paper), first fitted value to last`,
    slope: ({ estimate, lower, upper, p }: Interval, unit: string, from: string, to: string) => {
      const one = (value: number) => (unit === 'GBP' ? pounds(value) : signed(value, 1));
      return estimate === null
        ? ''
        : `${one(estimate)} a quarter${interval(lower, upper, one)}, ${pText(p)}, ${from} to ${to}`;
    },
    axis: (measure: string) => `${capital(measureName(measure))} a quarter`,
    caption: (measure: string) => `${capital(measureName(measure))} by quarter, with the value on the line in brackets`,
    cell: (value: number | null, fitted: number | null) =>
      fitted === null ? number(value) : `${number(value)} (${number(fitted)})`,
    row: (area: string, slope: string) => `${area}: ${slope}.`,
    alt: (rows: readonly string[]) => `Quarterly values with fitted straight lines. ${rows.join(' ')}`,
    howToRead:
      'Dots are quarters, the line is the straight trend through those in the window. It describes; it allows for neither season nor comparator, and its change is not the change between two years.',
  },
  sensitivity: {
    title: (min: number, max: number) =>
      `Depending on the years compared, the relative change runs from ${percent(100 * (min - 1), 0)} to ${percent(100 * (max - 1), 0)}`,
    subtitle: (basis: 'rates' | 'counts', practice: string, comparator: string, change: string | null) =>
      `Ratio of ratios on ${basis}, ${practice} against ${comparator}: each financial year ${change === null ? 'against each later one' : `before the change in ${change} against each after`}, 95% intervals at dispersion 1`,
    axis: 'Ratio of ratios (1 = changed as the comparator did)',
    row: (baseline: string, followUp: string, chosen: boolean) =>
      `${followUp} against ${baseline}${chosen ? ' (this report)' : ''}`,
    value: (ratio: number, lower: number | null, upper: number | null) =>
      `${number(ratio, 2)}${interval(lower, upper, (value) => number(value, 2))}`,
    reference: 'as the comparator',
    band: (around: boolean) =>
      around ? 'range over all four-quarter windows around the change' : 'range over all four-quarter windows',
    alt: (pairs: number, min: number, max: number) =>
      `Dots with intervals, one for each pair of years. Over ${number(pairs)} pairs of years and windows the ratio runs from ${number(min, 3)} to ${number(max, 3)}.`,
    howToRead:
      'Each row compares two years. Where the rows agree the finding is firm; where they lie on both sides of 1 the choice of years decides the answer.',
  },
} as const;
