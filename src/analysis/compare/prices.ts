import { financialYearOf, formatPeriod } from '../../data/period.ts';
import type { Deflator } from '../../reference/deflators.ts';
import type { MeasuredArea } from '../quarters/pair.ts';
import type { QuarterWindow } from '../quarters/windows.ts';
import { inPricesOf } from './real-terms.ts';

/** A deflator with the price year settled (a financial year, by the calendar year in which it starts). */
export interface Prices {
  readonly deflator: Deflator;
  readonly year: number;
}

/** The prices to use: the year asked for, or that of the follow-up's last quarter. */
export function pricesOf(deflator: Deflator | null, year: number | null, followUp: QuarterWindow): Prices | null {
  const last = followUp.quarters.at(-1);
  if (!deflator || !last) return null;
  return { deflator, year: year ?? financialYearOf(last) };
}

/** `2016/17`. */
export function priceYearLabel(prices: Prices): string {
  return formatPeriod({ frequency: 'year', index: prices.year });
}

/** An area with its money in the prices of one year. */
export function deflated(area: MeasuredArea, { deflator, year }: Prices): MeasuredArea {
  const { values, periods } = area.series;
  return { ...area, series: { ...area.series, values: inPricesOf(values, periods, deflator, year) } };
}
