import { table } from '../../table.ts';
import { magnitude, number, percent, plural, possessive, pText, pValue, signed } from '../words/format.ts';
import { capital, lowerOrHigherThan, measureName } from '../words/measures.ts';

/** An interval as the result gives it: only what these texts need. */
interface Interval {
  readonly estimate: number | null;
  readonly lower: number | null;
  readonly upper: number | null;
}

const asPercent = (ratio: number): number => 100 * (ratio - 1);

/** ` (−27.5% to −12.3%)`. */
const range = (lower: number | null, upper: number | null, text: (value: number) => string): string =>
  lower === null || upper === null ? '' : ` (${text(lower)} to ${text(upper)})`;

const isChance = ({ lower, upper }: Interval, none: number): boolean =>
  lower === null || upper === null || (lower <= none && upper >= none);

/** The verdict of the primary model on its last quarter, at the end of a title. */
const doubt = (effect: Interval): string =>
  effect.estimate === null
    ? ''
    : isChance(effect, 1)
      ? '; beside the earlier course this could be chance'
      : '; beside the earlier course more than chance would explain';

const where = (value: number, what: string): string =>
  Math.abs(value) < 0.05 ? `level with ${what}` : `${magnitude(value)} ${value < 0 ? 'below' : 'above'} ${what}`;

/** A course that comes near zero makes percentages of it meaningless. */
const MOST_PERCENT = 1000;

/** A log ratio a quarter as a percentage. */
const aQuarter = (log: number | null): string => percent(log === null ? null : 100 * Math.expm1(log), 2);

const stands = (value: number): string =>
  Math.abs(value) < 0.05 ? 'level with it' : `${magnitude(value)} ${value < 0 ? 'below' : 'above'}`;

const fewerOrMore = (ratio: number, measure: string): string =>
  Math.abs(ratio - 1) < 1e-9 ? 'no difference' : `${ratio < 1 ? 'fewer' : 'more'} ${measureName(measure)}`;

/** What the charts of an evaluation say: the finding first, then what is shown, and the chart in words. */
export const EVALUATE_FIGURE = {
  change: (quarter: string) => `change from ${quarter}`,
  secondChange: (quarter: string) => `second change from ${quarter}`,
  washout: (quarters: readonly string[]) => `Left out (washout): ${quarters.join(', ')}.`,
  quarter: 'Quarter',
  course: {
    title: (practice: string, comparator: string, measure: string, period: string, effect: Interval) => {
      const what = `${possessive(practice)} ${measureName(measure)}`;
      if (effect.estimate === null) return `${capital(what)}, as observed and on their earlier course`;
      const verdict = isChance(effect, 1) ? '; this could be chance' : ', more than chance would explain';
      return `In ${period} ${what} were ${lowerOrHigherThan(asPercent(effect.estimate))} on their earlier course beside ${comparator}${verdict}`;
    },
    titleAlone: (practice: string, measure: string, period: string, percentEffect: Interval) => {
      const what = `${possessive(practice)} ${measureName(measure)}`;
      if (percentEffect.estimate === null || Math.abs(percentEffect.estimate) > MOST_PERCENT)
        return `${capital(what)} beside the course they had before`;
      const verdict = isChance(percentEffect, 0) ? '; this could be chance' : '';
      return `In ${period} ${what} were ${lowerOrHigherThan(percentEffect.estimate)} on the course before, carried on${verdict}`;
    },
    subtitle: (measure: string, from: string, to: string, practice: string, comparator: string) =>
      `${capital(measureName(measure))} a quarter, ${from} to ${to}: observed, fitted, and expected had ${practice} kept its earlier course beside ${comparator} (band: 95% interval of what was expected)`,
    subtitleAlone: (measure: string, from: string, to: string, outcome: 'rate' | 'count') =>
      `${capital(measureName(measure))}${outcome === 'rate' ? ' per 1,000 on the list' : ''} a quarter, ${from} to ${to}: observed, fitted by least squares, and the course before carried on (band: its 95% interval). No comparator`,
    axis: (measure: string) => `${capital(measureName(measure))} a quarter`,
    axisRate: (measure: string) => `${capital(measureName(measure))} per 1,000 on the list a quarter`,
    observed: 'observed',
    fitted: (value: number | null, decimals: number) => `fitted ${number(value, decimals)}`,
    counterfactual: (value: number | null, decimals: number) =>
      `expected on the earlier course ${number(value, decimals)}`,
    note: 'Model: conditional quasi-binomial. The lines are not straight because they share the comparator’s ups and downs.',
    alt: (
      practice: string,
      intervention: string,
      period: string,
      fitted: string,
      counterfactual: string,
      effect: Interval,
    ) =>
      `Line chart of ${practice} by quarter with a change from ${intervention}. In ${period}: ${fitted}, ${counterfactual}${effect.estimate === null ? '' : `, a difference of ${percent(asPercent(effect.estimate))}${range(effect.lower, effect.upper, (value) => percent(asPercent(value)))}`}.`,
    altAlone: (practice: string, intervention: string, period: string, fitted: string, counterfactual: string) =>
      `Line chart of ${practice} by quarter with a change from ${intervention}. In ${period}: ${fitted}, ${counterfactual}.`,
    howToRead:
      'Up to the change the solid line follows the dots. After it the gap between the solid and the dashed line is the estimated difference; where the solid line stays within the band, chance could explain the gap.',
    caption: (measure: string) =>
      `${capital(measureName(measure))} by quarter: observed, fitted, and expected on the earlier course`,
    headings: {
      observed: 'Observed',
      fitted: 'Fitted',
      counterfactual: 'Expected',
      lower: 'Lower limit',
      upper: 'Upper limit',
    },
  },
  difference: {
    title: (practice: string, comparator: string, before: number | null, after: number | null, effect: Interval) =>
      before === null || after === null
        ? `${practice} beside ${comparator}, quarter by quarter`
        : `${capital(possessive(practice))} rate went from ${where(before, possessive(comparator))} to ${stands(after)}${doubt(effect)}`,
    titleCounts: (
      practice: string,
      comparator: string,
      before: number | null,
      after: number | null,
      effect: Interval,
    ) =>
      before === null || after === null
        ? `${practice} beside ${comparator}, quarter by quarter`
        : `${capital(possessive(practice))} count went from ${magnitude(before)} of ${possessive(comparator)} to ${magnitude(after)}${doubt(effect)}`,
    subtitle: (measure: string, from: string, to: string, basis: 'rates' | 'counts', intervention: string) =>
      basis === 'rates'
        ? `Rate of ${measureName(measure)} relative to the comparator’s, ${from} to ${to}, with a straight line before and one from ${intervention} (fitted to log rate ratios)`
        : `${capital(measureName(measure))} as a percentage of the comparator’s (counts), ${from} to ${to}, with a straight line before and one from ${intervention} (fitted to log ratios)`,
    axis: (comparator: string) => `Above or below ${possessive(comparator)} rate`,
    axisCounts: (comparator: string) => `Share of ${possessive(comparator)} count`,
    fitted: (value: number | null) => `fitted ${percent(value)}`,
    fittedCounts: (value: number | null) => `fitted ${magnitude(value)}`,
    counterfactual: 'earlier course',
    same: 'same rate',
    note: ({ estimate, lower, upper, p }: Interval & { readonly p: number | null }) =>
      `Change of slope by least squares on log ratios: ${aQuarter(estimate)} a quarter${range(lower, upper, aQuarter)}, ${pText(p)}.`,
    alt: (practice: string, comparator: string, before: string, after: string, to: string) =>
      `Line chart of ${practice} relative to ${comparator} by quarter. Fitted just before the change: ${before}; in ${to}: ${after}.`,
    value: (value: number | null, basis: 'rates' | 'counts') => (basis === 'rates' ? percent(value) : magnitude(value)),
    howToRead: (mayDiffer: boolean) =>
      `What both areas share (winters, coding, policy) drops out. ${
        mayDiffer
          ? 'A line that was level before the change and turns there is what a change at the practice would look like, and so is any other thing that happened there alone; one that moved already is not.'
          : 'The conditions for more than a description are not all met here: read it as what happened, not as what the change did.'
      }`,
    caption: 'Practice relative to comparator by quarter, with the fit',
    headings: { difference: 'Difference', fitted: 'Fitted', counterfactual: 'Course before' },
  },
  specifications: {
    title: (total: number, sameSign: number | null, significant: number, ratio: number | null, measure: string) => {
      if (sameSign === null || ratio === null) return `${number(total)} ways of asking, side by side`;
      const all = sameSign === total ? `All ${number(total)}` : `${number(sameSign)} of ${number(total)}`;
      const sure =
        significant === 0
          ? 'none is beyond chance'
          : `${significant === total ? 'each' : `${number(significant)} of ${number(total)}`} beyond chance`;
      return `${all} ways of asking find ${fewerOrMore(ratio, measure)}, ${sure} (95%\u00A0interval)`;
    },
    subtitle: (practice: string, intervention: string) =>
      `Mean difference at ${practice} over the quarters from ${intervention}, with 95% intervals: every model, stretch of time, season and comparator, sorted`,
    axis: 'Mean difference after the change',
    primary: (estimate: number, lower: number, upper: number) =>
      `primary ${percent(asPercent(estimate))}${range(asPercent(lower), asPercent(upper), percent)}`,
    verdicts: {
      improvement: 'better, interval leaves out 0',
      concern: 'worse, interval leaves out 0',
      neither: 'interval leaves out 0',
      common: 'could be chance',
    },
    fewest: (seasons: number, autocorrelation: number) =>
      `Seasons are fitted from ${number(seasons)} quarters, Prais–Winsten and REML from ${number(autocorrelation)}.`,
    wholeSeries: 'With two changes only the whole series is taken.',
    cut: 'Intervals that end in an arrow run on beyond the axis.',
    choices: {
      model: 'Model',
      before: 'Quarters before',
      after: 'Quarters after',
      seasons: 'Seasons',
      comparator: 'Comparator',
      seasonsYes: 'in the model',
      seasonsNo: 'not in the model',
    },
    models: table({
      'conditional-quasi-binomial': 'conditional',
      'difference-series-ols': 'difference series',
      'difference-series-newey-west': '… Newey–West',
      'difference-series-prais-winsten': '… Prais–Winsten',
      'difference-series-reml-ar1': '… REML AR(1)',
      'comparator-as-offset': 'offset',
      'difference-in-differences': 'before and after',
    }),
    alt: (total: number, min: number, max: number, primary: string) =>
      `${number(total)} estimates with intervals, sorted, from ${percent(asPercent(min))} to ${percent(asPercent(max))}. ${capital(primary)}.`,
    howToRead:
      'Each column is one way to do the analysis; the ticks under it say which. The columns share their data, so their number is no vote and their agreement no proof; a kind of choice whose ticks lie all on one side decides the answer.',
  },
  placebo: {
    title: (practice: string, rank: number, areas: number, p: number, smallest: number) => {
      const [others, further] = [number(areas - 1), rank - 1];
      const how =
        further === 0
          ? `None of ${others} other areas departs as far from its earlier course as ${practice}`
          : `${number(further)} of ${others} other areas ${further === 1 ? 'departs' : 'depart'} at least as far from ${further === 1 ? 'its' : 'their'} earlier course as ${practice}`;
      const least = p <= smallest ? ', the smallest possible' : '';
      return `${how} (${pText(p)}${least})${p >= 0.05 ? ': could be chance' : ''}`;
    },
    subtitle: (areas: number, measure: string, intervention: string, period: string) =>
      `Difference of ${measureName(measure)} in ${period} from what was expected on the course before ${intervention}, over its standard error: each of ${plural(areas, 'area')} in turn against all the others`,
    axis: 'Difference in the last quarter, in standard errors',
    better: (direction: string) =>
      direction === 'lower' ? '← lower is better' : direction === 'higher' ? 'higher is better →' : null,
    practice: (practice: string, value: number) => `${practice}\u00A0${signed(value, 1)}`,
    reference: 'as the rest',
    tail: 'shaded: at least as far from 0',
    alt: (practice: string, value: number, rank: number, areas: number, p: number) =>
      `A dot for each of ${number(areas)} areas. ${practice} stands at ${signed(value, 1)}, rank ${number(rank)} by distance from 0: P = ${pValue(p)}.`,
    howToRead:
      'If nothing special happened in the other areas at that date, which is taken for granted here, their spread is what chance and local events alone do. Only a practice that stands apart from the heap is unusual.',
    caption: 'Areas by how far their difference in the last quarter lies from 0, in standard errors',
    headings: {
      rank: 'Rank',
      area: 'Area',
      statistic: 'In standard errors',
      effect: 'Difference in the last quarter',
      slope: 'Change of slope a quarter',
    },
  },
} as const;
