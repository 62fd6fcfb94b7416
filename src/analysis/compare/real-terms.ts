import { financialYearOf, formatFinancialYear, type Period } from '../../data/period.ts';
import { dataError } from '../../errors.ts';
import type { Deflator } from '../../reference/deflators.ts';

/**
 * Money of each period in the prices of one financial year: value x level(price year) / level(the period's year).
 * The index steps by financial year; quarters within a year are not deflated against one another.
 *
 * @param priceYear the financial year, by the calendar year in which it starts
 * @throws a data error where the deflator does not cover a year that is needed
 */
export function inPricesOf(
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
