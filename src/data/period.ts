import { dataError } from '../errors.ts';

/**
 * `quarter` and `month` are calendar spans, whatever they are called; `year` is the NHS (financial) year, April to March;
 * `calendar-year` January to December; `event` is mere order. Weeks are days that are 7 apart (`Series.step`).
 */
export type Frequency = 'event' | 'day' | 'month' | 'quarter' | 'year' | 'calendar-year';

/**
 * A stretch of time as two integers. `index` counts:
 * day: days since 1970-01-01; month: 12 x year + (month - 1); quarter: 4 x year + (calendar quarter - 1);
 * year: the calendar year in which the NHS year starts; calendar-year: the year; event: the order from 0.
 */
export interface Period {
  readonly frequency: Frequency;
  readonly index: number;
}

const DAY_MS = 86_400_000;

const pad = (n: number, width = 2): string => String(n).padStart(width, '0');

/** NHS year as written in output: 2013 -> `2013/14`. */
export function formatFinancialYear(start: number): string {
  return `${start}/${pad((start + 1) % 100)}`;
}

/** The quarter `q` (1 to 4; 1 is April to June) of the NHS year that starts in `start`. */
export function financialQuarter(start: number, q: number): Period {
  return { frequency: 'quarter', index: 4 * start + q };
}

/** The calendar quarter `q` (1 to 4; 1 is January to March) of `year`. */
export function calendarQuarter(year: number, q: number): Period {
  return { frequency: 'quarter', index: 4 * year + q - 1 };
}

/** The NHS year (by its starting calendar year) in which a quarter or month lies. */
export function financialYearOf(period: Period): number {
  switch (period.frequency) {
    case 'quarter':
      return Math.floor((period.index - 1) / 4);
    case 'month':
      return Math.floor((period.index - 3) / 12);
    case 'year':
      return period.index;
    case 'day': {
      const date = new Date(period.index * DAY_MS);
      return date.getUTCMonth() >= 3 ? date.getUTCFullYear() : date.getUTCFullYear() - 1;
    }
    default:
      throw dataError('period.no-financial-year', { frequency: period.frequency });
  }
}

/** 1 to 4: the quarter of the NHS year (1 is April to June). */
export function financialQuarterOf(period: Period): number {
  const { index } = toQuarter(period);
  return ((((index - 1) % 4) + 4) % 4) + 1;
}

/** The quarter in which a day or month lies; a quarter is its own. Throws for anything longer or without time. */
export function toQuarter(period: Period): Period {
  switch (period.frequency) {
    case 'quarter':
      return period;
    case 'month':
      return { frequency: 'quarter', index: Math.floor(period.index / 3) };
    case 'day': {
      const date = new Date(period.index * DAY_MS);
      return calendarQuarter(date.getUTCFullYear(), Math.floor(date.getUTCMonth() / 3) + 1);
    }
    default:
      throw dataError('period.no-quarter', { frequency: period.frequency });
  }
}

/** A period as output writes it: `2013/14 Q1`, `2013-04`, `2013-04-01`, `2013/14`, `2013`; an event by its number from 1. */
export function formatPeriod(period: Period): string {
  const known = LABELS[period.frequency];
  const label = known.get(period.index);
  if (label !== undefined) return label;
  const made = labelOf(period);
  if (known.size < MOST_LABELS) known.set(period.index, made);
  return made;
}

/** Labels made before: the points of thousands of areas share theirs. */
const LABELS: Readonly<Record<Frequency, Map<number, string>>> = {
  event: new Map(),
  day: new Map(),
  month: new Map(),
  quarter: new Map(),
  year: new Map(),
  'calendar-year': new Map(),
};
const MOST_LABELS = 5000;

function labelOf(period: Period): string {
  const { frequency, index } = period;
  switch (frequency) {
    case 'quarter':
      return `${formatFinancialYear(financialYearOf(period))} Q${financialQuarterOf(period)}`;
    case 'month':
      return `${Math.floor(index / 12)}-${pad((((index % 12) + 12) % 12) + 1)}`;
    case 'day':
      return new Date(index * DAY_MS).toISOString().slice(0, 10);
    case 'year':
      return formatFinancialYear(index);
    case 'calendar-year':
      return String(index);
    case 'event':
      return String(index + 1);
  }
}

/** Days in a quarter, month, year or day. Throws for events. */
export function daysIn(period: Period): number {
  return (startOf({ ...period, index: period.index + 1 }) - startOf(period)) / DAY_MS;
}

/** Milliseconds since 1970 at which the period begins. Throws for events. */
function startOf({ frequency, index }: Period): number {
  switch (frequency) {
    case 'day':
      return index * DAY_MS;
    case 'month':
      return Date.UTC(Math.floor(index / 12), ((index % 12) + 12) % 12, 1);
    case 'quarter':
      return Date.UTC(Math.floor(index / 4), 3 * (((index % 4) + 4) % 4), 1);
    case 'year':
      return Date.UTC(index, 3, 1);
    case 'calendar-year':
      return Date.UTC(index, 0, 1);
    case 'event':
      throw dataError('period.no-date', { frequency });
  }
}

/** Every period from `from` to `to`, both included, `step` apart. */
export function periodRange(from: Period, to: Period, step = 1): readonly Period[] {
  const list: Period[] = [];
  for (let index = from.index; index <= to.index; index += step) list.push({ frequency: from.frequency, index });
  return list;
}
