import type { Slots } from '../../errors.ts';
import { charted, chartValue } from '../run-chart/words.ts';
import { magnitude, number, possessive } from '../words/format.ts';
import { capital } from '../words/measures.ts';
import { maybe, num, str } from '../words/slots.ts';
import type { FindingTexts } from '../words/texts.ts';

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

/** `Q3 (October to December)`, `December`. */
export function seasonName(name: string): string {
  const quarters: Readonly<Record<string, string>> = {
    Q1: 'Q1 (April to June)',
    Q2: 'Q2 (July to September)',
    Q3: 'Q3 (October to December)',
    Q4: 'Q4 (January to March)',
  };
  return quarters[name] ?? MONTHS[Number(name) - 1] ?? name;
}

/** `3.1% above`, `2.0% below`; `12 above` where seasons are added. */
export function seasonFactor(factor: number, method: string, unit: string): string {
  if (method === 'ratio') return `${number(Math.abs(100 * (factor - 1)), 1)}% ${factor < 1 ? 'below' : 'above'}`;
  const size = Number(Math.abs(factor).toPrecision(3));
  return `${chartValue(size, unit)} ${factor < 0 ? 'below' : 'above'}`;
}

function cycle(slots: Slots): string {
  const [method, unit] = [str(slots, 'method'), str(slots, 'unit')];
  const one = (name: string, factor: number): string => `${seasonName(name)} is ${seasonFactor(factor, method, unit)}`;
  return `${capital(charted(slots))} of ${str(slots, 'area')} follow a yearly cycle: as a rule ${one(str(slots, 'high'), num(slots, 'highFactor'))} the year’s level, ${one(str(slots, 'low'), num(slots, 'lowFactor'))} it (from ${number(num(slots, 'years'))} whole years).`;
}

function change(slots: Slots): string {
  const share = maybe(slots, 'percentChange');
  const season = num(slots, 'perYear') === 4 ? 'quarter' : 'month';
  const by = num(slots, 'change');
  const moved =
    by === 0 ? 'the same as' : `${share === null ? '' : `${magnitude(share)} `}${by < 0 ? 'below' : 'above'}`;
  return `In ${str(slots, 'period')} ${possessive(str(slots, 'area'))} ${charted(slots)} were ${moved} the same ${season} of the year before.`;
}

function hides(slots: Slots): string {
  const [without, withCycle] = [maybe(slots, 'without'), maybe(slots, 'with')];
  const height = maybe(slots, 'cycle');
  const size =
    height === null
      ? 'with nothing left over'
      : `${number(height, 1)} times as high as the standard deviation of the rest`;
  const power =
    without === null || withCycle === null
      ? ''
      : ` In simulations of 24 quarters with a real change of 1.5 standard deviations halfway, ${str(slots, 'ruleSet')} signals in ${number(without)}% without a cycle and in ${number(withCycle)}% with one ${num(slots, 'simulated') === 1 ? 'as high as' : 'twice'} the standard deviation.`;
  return `The ${charted(slots)} of ${str(slots, 'area')} follow a yearly cycle, ${size}. It widens limits and breaks up runs, and so hides real changes.${power} Where there is no signal, compare like seasons and look at the seasonally adjusted series.`;
}

export const seasonalFindings: FindingTexts = {
  'seasonal.cycle': cycle,
  'seasonal.no-cycle': (slots) =>
    `No yearly cycle beyond chance shows in the ${charted(slots)} of ${str(slots, 'area')} over ${number(num(slots, 'years'))} whole years. The adjusted series adds nothing here; use the one as measured.`,
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
  rulesOn: (adjusted: boolean) =>
    adjusted
      ? 'The rules ran on the seasonally adjusted series.'
      : 'The rules ran on the series as measured; the adjusted one stands beside it for comparison only.',
  method: 'Seasonal adjustment',
  methodText: (method: string) =>
    `Classical decomposition, ${method === 'ratio' ? 'by ratio' : 'by difference'} to the centred moving average of a year: each season’s mean against it, set to average ${method === 'ratio' ? 'one' : 'nought'} over the year, is taken out of every point. Limits of an adjusted series are a little too narrow: the seasons themselves are estimated.`,
  reference: {
    text: 'Hyndman RJ, Athanasopoulos G. Forecasting: Principles and Practice, 3rd edition, section 3.4: Classical decomposition.',
    url: 'https://otexts.com/fpp3/classical-decomposition.html',
  },
} as const;
