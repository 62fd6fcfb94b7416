import { table } from '../../table.ts';
import type { Sentences } from '../types.ts';
import { charted, chartValue } from '../words/charts.ts';
import { magnitude, number, possessive } from '../words/format.ts';
import { capital } from '../words/measures.ts';
import type { SeasonalFindings } from './catalogue.ts';

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

const QUARTERS = table({
  Q1: 'Q1 (April to June)',
  Q2: 'Q2 (July to September)',
  Q3: 'Q3 (October to December)',
  Q4: 'Q4 (January to March)',
});

/** `Q3 (October to December)`, `December`. */
export function seasonName(name: string): string {
  return QUARTERS[name] ?? MONTHS[Number(name) - 1] ?? name;
}

/** `3.1% above`, `2.0% below`; `12 above` where seasons are added. */
export function seasonFactor(factor: number, method: string, unit: string): string {
  if (method === 'ratio') return `${number(Math.abs(100 * (factor - 1)), 1)}% ${factor < 1 ? 'below' : 'above'}`;
  const size = Number(Math.abs(factor).toPrecision(3));
  return `${chartValue(size, unit)} ${factor < 0 ? 'below' : 'above'}`;
}

function cycle(slots: SeasonalFindings['seasonal.cycle']): string {
  const { area, method, unit, high, highFactor, low, lowFactor, years } = slots;
  const one = (name: string, factor: number): string => `${seasonName(name)} is ${seasonFactor(factor, method, unit)}`;
  return `${capital(charted(slots))} of ${area} follow a yearly cycle: as a rule ${one(high, highFactor)} the year’s level, ${one(low, lowFactor)} it (from ${number(years)} whole years).`;
}

function change(slots: SeasonalFindings['seasonal.change']): string {
  const { area, period, percentChange, perYear, change: by } = slots;
  const season = perYear === 4 ? 'quarter' : 'month';
  const moved =
    by === 0
      ? 'the same as'
      : `${percentChange === null ? '' : `${magnitude(percentChange)} `}${by < 0 ? 'below' : 'above'}`;
  return `In ${period} ${possessive(area)} ${charted(slots)} were ${moved} the same ${season} of the year before.`;
}

function hides(slots: SeasonalFindings['seasonal.hides']): string {
  const { area, cycle: height, ruleSet, without, with: withCycle, simulated } = slots;
  const size =
    height === null
      ? 'with nothing left over'
      : `${number(height, 1)} times as high as the standard deviation of the rest`;
  const power =
    without === null || withCycle === null
      ? ''
      : ` In simulations of 24 quarters with a real change of 1.5 standard deviations halfway, ${ruleSet} signals in ${number(without)}% without a cycle and in ${number(withCycle)}% with one ${simulated === 1 ? 'as high as' : 'twice'} the standard deviation.`;
  return `The ${charted(slots)} of ${area} follow a yearly cycle, ${size}. It widens limits and breaks up runs, and so hides real changes.${power} Where there is no signal, compare like seasons and look at the seasonally adjusted series.`;
}

export const seasonalFindings: Sentences<SeasonalFindings> = {
  'seasonal.cycle': cycle,
  'seasonal.no-cycle': (slots) =>
    `No yearly cycle beyond chance shows in the ${charted(slots)} of ${slots.area} over ${number(slots.years)} whole years. The adjusted series adds nothing here; use the one as measured.`,
  'seasonal.change': change,
  'seasonal.hides': hides,
};

/** Headings and captions of the section on seasons. */
export const SEASONAL = {
  heading: 'Seasons',
  caption: (area: string) => `${area}: against the same season of the year before, and seasonally adjusted`,
  seasonsCaption: (area: string) => `${area}: how seasons stand against the year’s level`,
  headings: {
    period: 'Period',
    measured: 'As measured',
    change: 'Change on a year before',
    percentChange: 'in %',
    adjusted: 'Adjusted',
    season: 'Season',
    level: 'Against the year’s level',
  },
  rulesOn: 'The rules ran on the series as measured; the adjusted one stands beside it for comparison only.',
  method: 'Seasonal adjustment',
  methodText: (method: string) =>
    `Classical decomposition, ${method === 'ratio' ? 'by ratio' : 'by difference'} to the centred moving average of a year: each season’s mean against it, set to average ${method === 'ratio' ? 'one' : 'nought'} over the year, is taken out of every point. Limits of an adjusted series are a little too narrow: the seasons themselves are estimated.`,
  reference: {
    text: 'Hyndman RJ, Athanasopoulos G. Forecasting: Principles and Practice, 3rd edition, section 3.4: Classical decomposition.',
    url: 'https://otexts.com/fpp3/classical-decomposition.html',
  },
} as const;
