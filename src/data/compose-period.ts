import { cleanPeriod, monthNumber } from './notations.ts';

export type PartOfYear = 'quarter' | 'month';

const QUARTER = /^(?:q|qtr|quarter)? ?([1-4])$/i;
const QUARTER_WORD = /^(?:q|qtr|quarter) ?[1-4]$/i;
const MONTH_NAME = /^(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?$/i;
const MONTH_NUMBER = /^(?:0?[1-9]|1[0-2])$/;
const FINANCIAL_YEAR = /^(?:FY ?)?(\d{4}) ?[/-] ?(?:\d{4}|\d{2})$/i;

/**
 * Whether cells are quarters or months without their year, so that a year must stand in another column: `Q1`, `April`, or
 * plain numbers under a heading that says which.
 */
export function partOfYear(cells: readonly string[], headingKey: string): PartOfYear | null {
  const texts = cells.map(cleanPeriod);
  if (texts.length === 0) return null;
  const all = (...patterns: readonly RegExp[]) => texts.every((text) => patterns.some((pattern) => pattern.test(text)));
  if (all(QUARTER_WORD) || (/quarter|qtr/.test(headingKey) && all(QUARTER))) return 'quarter';
  return all(MONTH_NAME) || (/month/.test(headingKey) && all(MONTH_NAME, MONTH_NUMBER)) ? 'month' : null;
}

/**
 * A year and a part of it as one text that a notation reads. A month's name in an NHS year finds its calendar year; a
 * month's number there does not say whether 1 is April, so it stays unreadable.
 *
 * @example composePeriod('2013/14', 'Q1', 'quarter') // '2013/14 Q1'
 * @example composePeriod('2013/14', 'January', 'month') // 'Jan 2014'
 */
export function composePeriod(year: string, part: string, kind: PartOfYear): string {
  const [y, p] = [cleanPeriod(year), cleanPeriod(part)];
  if (kind === 'quarter') return `${y} Q${QUARTER.exec(p)?.[1] ?? p}`;
  const financial = FINANCIAL_YEAR.exec(y);
  if (!MONTH_NAME.test(p)) return financial ? `${y} month ${p}` : `${y}-${p}`;
  const name = p.slice(0, 3);
  return financial ? `${name} ${Number(financial[1]) + (monthNumber(name) < 3 ? 1 : 0)}` : `${name} ${y}`;
}
