import { financialYearOf, formatFinancialYear, formatPeriod, type Period } from '../../data/period.ts';
import { dataError } from '../../errors.ts';
import type { Deflator } from '../../reference/deflators.ts';
import type { MeasuredArea } from '../quarters/pair.ts';
import type { QuarterWindow } from '../quarters/windows.ts';

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

/**
 * Money of each period in the prices of one financial year: value x level(price year) / level(the period's year).
 * The index steps by financial year; quarters within a year are not deflated against one another.
 *
 * @param priceYear the financial year, by the calendar year in which it starts
 * @throws a data error where the deflator does not cover a year that is needed
 */
function inPricesOf(
  values: readonly (number | null)[],
  periods: readonly Period[],
  deflator: Deflator,
  priceYear: number,
): readonly (number | null)[] {
  const target = levelOf(deflator, priceYear);
  return values.map((value, i) => {
    const period = periods[i];
    if (value === null || period === undefined) return null;
    return (value * target) / levelOf(deflator, financialYearOf(period));
  });
}

function levelOf(deflator: Deflator, year: number): number {
  const level = deflator.levels.get(year);
  if (level === undefined) {
    const years = [...deflator.levels.keys()];
    throw dataError('deflator.year-missing', {
      deflator: deflator.title,
      year: formatFinancialYear(year),
      first: formatFinancialYear(Math.min(...years)),
      last: formatFinancialYear(Math.max(...years)),
    });
  }
  return level;
}
