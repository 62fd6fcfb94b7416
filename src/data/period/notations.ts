import { calendarQuarter, financialQuarter, type Period } from '../period.ts';

/** What a quarter without a financial year means: April to June is its Q1, January to March is, or nobody has said. */
export type QuarterConvention = 'financial' | 'calendar' | null;

/** `ambiguous`: a quarter that needs the convention; `null-date`: a date that stands for none (HES writes 1800-01-01). */
export type Unread = 'ambiguous' | 'null-date';

export interface Notation {
  readonly name: string;
  readonly example: string;
  /** Finding that says what reading this takes for granted; null where nothing is. */
  readonly assumption:
    | 'input.quarter-convention'
    | 'input.day-first'
    | 'input.excel-serial'
    | 'input.bare-year'
    | 'input.compact-year'
    | null;
  /** `text` is clean (see cleanPeriod). Null where the text is not written so. */
  readonly read: (text: string, quarters: QuarterConvention) => Period | Unread | null;
}

const MONTH =
  '(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)';
const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const TWO_YEARS = '(?:FY ?)?(\\d{4}|\\d{2}) ?[/-] ?(\\d{4}|\\d{2})';
const QUARTER = '(?:Q|qtr|quarter) ?([1-4])';
const MIDNIGHT = '(?:[T ]00:00(?::00(?:\\.0+)?)?Z?)?';
const DAY_MS = 86_400_000;
/** Days from the zero of Excel's 1900 system to 1970-01-01. */
const EXCEL_EPOCH = 25_569;

/** 0 to 11 for a month's name or its abbreviation. */
export function monthNumber(name: string): number {
  return MONTHS.indexOf(name.slice(0, 3).toLowerCase());
}

/** Two digits are 1970 to 2069. */
function fullYear(text: string): number {
  const year = Number(text);
  if (text.length > 2) return year;
  return year < 70 ? 2000 + year : 1900 + year;
}

const plausible = (year: number): boolean => year >= 1900 && year <= 2100;

/** The start of an NHS year written with both its years; null where the second does not follow the first. */
function financialStart(first: string, second: string): number | null {
  const start = fullYear(first);
  return plausible(start) && Number(second) % 100 === (start + 1) % 100 ? start : null;
}

function month(year: number, month0: number): Period | null {
  return plausible(year) && month0 >= 0 && month0 < 12 ? { frequency: 'month', index: 12 * year + month0 } : null;
}

/** A day of the calendar; `null-date` before 1900; null where there is no such day. */
function day(year: number, month1: number, date: number): Period | Unread | null {
  const time = new Date(Date.UTC(2000, 0, 1));
  time.setUTCFullYear(year, month1 - 1, date);
  if (time.getUTCMonth() !== month1 - 1 || time.getUTCDate() !== date) return null;
  if (year < 1900) return 'null-date';
  return year <= 2100 ? { frequency: 'day', index: Math.floor(time.getTime() / DAY_MS) } : null;
}

function convention(year: number, q: number, quarters: QuarterConvention): Period | Unread | null {
  if (!plausible(year)) return null;
  if (quarters === null) return 'ambiguous';
  return quarters === 'financial' ? financialQuarter(year, q) : calendarQuarter(year, q);
}

/** `from` to `to` (months as indices) where that is a quarter or a year. */
function span(from: Period | null, to: Period | null): Period | null {
  if (!from || !to) return null;
  const months = to.index - from.index + 1;
  const first = from.index % 12;
  if (months === 3 && first % 3 === 0) return { frequency: 'quarter', index: from.index / 3 };
  if (months === 12 && first === 3) return { frequency: 'year', index: Math.floor(from.index / 12) };
  return months === 12 && first === 0 ? { frequency: 'calendar-year', index: from.index / 12 } : null;
}

type Reader = Notation['read'];

/** No period is written in more characters; patterns need not look at longer texts. */
const LONGEST = 200;

const HAS_MONTH = new RegExp(MONTH, 'i');

/** A reader from a pattern; groups that did not take part are empty texts. */
function by(
  pattern: string,
  make: (groups: readonly string[], quarters: QuarterConvention) => Period | Unread | null,
): Reader {
  const expression = new RegExp(`^${pattern}$`, 'i');
  return (text, quarters) => {
    // A pattern takes longest at its first use: those with names of months wait until there is one.
    if (text.length > LONGEST) return null;
    const match = pattern.includes(MONTH) && !HAS_MONTH.test(text) ? null : expression.exec(text);
    return match
      ? make(
          match.slice(1).map((group) => group ?? ''),
          quarters,
        )
      : null;
  };
}

const either =
  (...readers: readonly Reader[]): Reader =>
  (text, quarters) => {
    for (const read of readers) {
      const found = read(text, quarters);
      if (found !== null) return found;
    }
    return null;
  };

const quarterOf = (first: string, second: string, q: string): Period | null => {
  const start = financialStart(first, second);
  return start === null ? null : financialQuarter(start, Number(q));
};

const financialYear = (first: string, second: string): Period | null => {
  const start = financialStart(first, second);
  return start === null ? null : { frequency: 'year', index: start };
};

/**
 * How periods are written in real files (reference: inputs.md 4), the more particular first. A notation is an entry here
 * and nothing else.
 */
export const NOTATIONS: readonly Notation[] = [
  {
    name: 'financial-quarter',
    example: '2013/14 Q1',
    assumption: null,
    read: either(
      by(`${TWO_YEARS}[ ,_-]*${QUARTER}`, ([a = '', b = '', q = '']) => quarterOf(a, b, q)),
      by(`${QUARTER}[ ,_-]*${TWO_YEARS}`, ([q = '', a = '', b = '']) => quarterOf(a, b, q)),
    ),
  },
  {
    name: 'year-and-quarter',
    example: '2013Q1',
    assumption: 'input.quarter-convention',
    read: either(
      by(`(\\d{4})[ :_-]*${QUARTER}`, ([y = '', q = ''], quarters) => convention(Number(y), Number(q), quarters)),
      by(`${QUARTER}[ ,:_-]*(\\d{4})`, ([q = '', y = ''], quarters) => convention(Number(y), Number(q), quarters)),
    ),
  },
  {
    name: 'month-span',
    example: 'Apr 2013 - Jun 2013',
    assumption: null,
    read: by(
      `${MONTH}[ .-]*(\\d{4}|\\d{2})? ?(?:-|to) ?${MONTH}[ .-]*(\\d{4}|\\d{2})`,
      ([a = '', y1 = '', b = '', y2 = '']) => {
        const last = fullYear(y2);
        const first = y1 ? fullYear(y1) : monthNumber(a) > monthNumber(b) ? last - 1 : last;
        return span(month(first, monthNumber(a)), month(last, monthNumber(b)));
      },
    ),
  },
  {
    name: 'financial-year',
    example: '2013/14',
    assumption: null,
    read: either(
      by('(?:FY ?)?(\\d{4}) ?[/-] ?(\\d{4}|\\d{2})(?: ?FY)?', ([a = '', b = '']) => financialYear(a, b)),
      by('FY ?(\\d{2}) ?[/-] ?(\\d{2})', ([a = '', b = '']) => financialYear(a, b)),
    ),
  },
  {
    name: 'year-month',
    example: '2013-04',
    assumption: null,
    read: either(
      by('(\\d{4})[/-](\\d{1,2})', ([y = '', m = '']) => month(Number(y), Number(m) - 1)),
      by('(\\d{4})(\\d{2})', ([y = '', m = '']) => month(Number(y), Number(m) - 1)),
      by('T(\\d{4})(\\d{2})(?:\\D.*)?', ([y = '', m = '']) => month(Number(y), Number(m) - 1)),
    ),
  },
  {
    name: 'month-name',
    example: 'Apr 2013',
    assumption: null,
    read: either(
      by(`${MONTH}[ .,'_-]*(\\d{4}|\\d{2})`, ([m = '', y = '']) => month(fullYear(y), monthNumber(m))),
      by(`(\\d{4})[ _-]*${MONTH}`, ([y = '', m = '']) => month(Number(y), monthNumber(m))),
    ),
  },
  {
    name: 'msitae-month',
    example: 'MSitAE-APRIL-2020',
    assumption: null,
    read: by(`MSitAE-${MONTH}-(\\d{4})`, ([m = '', y = '']) => month(Number(y), monthNumber(m))),
  },
  {
    name: 'iso-date',
    example: '2013-04-01',
    assumption: null,
    read: either(
      by(`(\\d{4})[/-](\\d{1,2})[/-](\\d{1,2})${MIDNIGHT}`, ([y, m, d]) => day(Number(y), Number(m), Number(d))),
      by('(\\d{4})(\\d{2})(\\d{2})', ([y, m, d]) => day(Number(y), Number(m), Number(d))),
    ),
  },
  {
    name: 'named-date',
    example: '01APR2013',
    assumption: null,
    read: by(`(\\d{1,2})[ -]?${MONTH}[ ,-]*(\\d{4}|\\d{2})${MIDNIGHT}`, ([d, m = '', y = '']) =>
      day(fullYear(y), monthNumber(m) + 1, Number(d)),
    ),
  },
  {
    name: 'day-first',
    example: '01/04/2013',
    assumption: 'input.day-first',
    read: by(`(\\d{1,2})[/.-](\\d{1,2})[/.-](\\d{4}|\\d{2})${MIDNIGHT}`, ([d, m, y = '']) =>
      day(fullYear(y), Number(m), Number(d)),
    ),
  },
  {
    name: 'excel-serial',
    example: '41365',
    assumption: 'input.excel-serial',
    read: by('([2-7]\\d{4})(?:\\.0+)?', ([n]) => ({ frequency: 'day', index: Number(n) - EXCEL_EPOCH })),
  },
  {
    name: 'bare-year',
    example: '2013',
    assumption: 'input.bare-year',
    read: by('(?:[a-z ]+_)?(\\d{4})(?:\\.0+)?', ([y]) =>
      plausible(Number(y)) ? { frequency: 'calendar-year', index: Number(y) } : null,
    ),
  },
  {
    name: 'compact-financial-year',
    example: '1314',
    assumption: 'input.compact-year',
    read: by('(\\d{1,2})(\\d{2})', ([a = '', b = '']) => financialYear(a.padStart(2, '0'), b)),
  },
];

/**
 * A period's text without what is not part of it: footnote marks such as `(1), (2)`, outer and double spaces; all dashes
 * become hyphens.
 */
export function cleanPeriod(cell: string): string {
  const text = cell.trim();
  if (text.length > LONGEST) return text;
  return text
    .normalize('NFKC')
    .replace(/[\u2010-\u2015\u2212]/g, '-')
    .replace(/(?:[ ,]*(?:\(\d{1,2}\)|\[note \d+\]))+\s*$/i, '')
    .replace(/\s+/g, ' ')
    .trim();
}
