import { describe, expect, it } from 'vitest';
import { cleanPeriod, NOTATIONS, type QuarterConvention } from '../../../src/data/period/notations.ts';
import { formatPeriod } from '../../../src/data/period.ts';

/** What the notation of that name reads: the period as output writes it with its frequency, or why not. */
function read(name: string, text: string, quarters: QuarterConvention = null): string | null {
  const notation = NOTATIONS.find((entry) => entry.name === name);
  if (!notation) throw new Error(`no notation ${name}`);
  const found = notation.read(cleanPeriod(text), quarters);
  return found === null || typeof found === 'string' ? found : `${found.frequency} ${formatPeriod(found)}`;
}

/** Every notation that reads a text. */
const readers = (text: string): readonly string[] =>
  NOTATIONS.filter(({ read: reads }) => reads(cleanPeriod(text), 'financial') !== null).map(({ name }) => name);

describe('notations of periods', () => {
  // name, text, expected: worked out by hand from inputs.md section 4.
  it.each([
    ['financial-quarter', '2013/14 Q1', 'quarter 2013/14 Q1'],
    ['financial-quarter', '2013-14 Q4', 'quarter 2013/14 Q4'],
    ['financial-quarter', '2013/2014 Q1', 'quarter 2013/14 Q1'],
    ['financial-quarter', '2013/14Q3', 'quarter 2013/14 Q3'],
    ['financial-quarter', '13/14 Q2', 'quarter 2013/14 Q2'],
    ['financial-quarter', 'FY2013/14 Q2', 'quarter 2013/14 Q2'],
    ['financial-quarter', '2013/14 Quarter 2', 'quarter 2013/14 Q2'],
    ['financial-quarter', '2013/14, Q2', 'quarter 2013/14 Q2'],
    ['financial-quarter', 'Q2 2020/21', 'quarter 2020/21 Q2'],
    ['financial-quarter', 'Q1 2013-14', 'quarter 2013/14 Q1'],
    ['financial-quarter', 'q4 2019-20', 'quarter 2019/20 Q4'],
    ['financial-quarter', '1999/00 Q1', 'quarter 1999/00 Q1'],
    ['financial-quarter', '2013–14 Q1', 'quarter 2013/14 Q1'],
    ['financial-quarter', ' 2013/14  Q1 ', 'quarter 2013/14 Q1'],
    ['month-span', 'Apr 2013 - Jun 2013', 'quarter 2013/14 Q1'],
    ['month-span', 'Jan 2014 – Mar 2014', 'quarter 2013/14 Q4'],
    ['month-span', 'April to June 2013', 'quarter 2013/14 Q1'],
    ['month-span', 'Oct-Dec 13', 'quarter 2013/14 Q3'],
    ['month-span', 'April 2013 to March 2014', 'year 2013/14'],
    ['month-span', 'Apr - Mar 2014', 'year 2013/14'],
    ['month-span', 'Jan 2013 - Dec 2013', 'calendar-year 2013'],
    ['financial-year', '2013/14', 'year 2013/14'],
    ['financial-year', '2013-14', 'year 2013/14'],
    ['financial-year', '2013/2014', 'year 2013/14'],
    ['financial-year', '2025-26 (1), (2)', 'year 2025/26'],
    ['financial-year', 'FY 13/14', 'year 2013/14'],
    ['financial-year', '1999/00', 'year 1999/00'],
    ['year-month', '2013-04', 'month 2013-04'],
    ['year-month', '2013/12', 'month 2013-12'],
    ['year-month', '200707', 'month 2007-07'],
    ['year-month', '202101', 'month 2021-01'],
    ['year-month', 'T201304', 'month 2013-04'],
    ['year-month', 'T201304PDPI+BNFT', 'month 2013-04'],
    ['month-name', 'Apr-13', 'month 2013-04'],
    ['month-name', 'Apr 2013', 'month 2013-04'],
    ['month-name', 'September 2018', 'month 2018-09'],
    ['month-name', 'Sept 2018', 'month 2018-09'],
    ['month-name', 'oct2025', 'month 2025-10'],
    ['month-name', '2013 Apr', 'month 2013-04'],
    ['msitae-month', 'MSitAE-APRIL-2020', 'month 2020-04'],
    ['msitae-month', 'MSitAE-FEBRUARY-2026', 'month 2026-02'],
    ['iso-date', '2016-04-01', 'day 2016-04-01'],
    ['iso-date', '2016-04-01T00:00:00Z', 'day 2016-04-01'],
    ['iso-date', '20200105', 'day 2020-01-05'],
    ['iso-date', '19740401', 'day 1974-04-01'],
    ['named-date', '01JAN2021', 'day 2021-01-01'],
    ['named-date', '01SEP2017', 'day 2017-09-01'],
    ['named-date', '01-Apr-17', 'day 2017-04-01'],
    ['named-date', '1 April 2013', 'day 2013-04-01'],
    ['day-first', '01/04/11', 'day 2011-04-01'],
    ['day-first', '31/12/2019', 'day 2019-12-31'],
    ['day-first', '01/04/2013 00:00', 'day 2013-04-01'],
    ['day-first', '01.04.2013', 'day 2013-04-01'],
    // Excel shows 40391 as 1 August 2010: the first month of the England series (inputs.md 1c).
    ['excel-serial', '40391.0', 'day 2010-08-01'],
    ['excel-serial', '41365', 'day 2013-04-01'],
    ['bare-year', '2013', 'calendar-year 2013'],
    ['bare-year', 'population_2011', 'calendar-year 2011'],
    ['compact-financial-year', '607', 'year 2006/07'],
    ['compact-financial-year', '1314', 'year 2013/14'],
    ['compact-financial-year', '910', 'year 2009/10'],
  ])('%s reads %s', (name, text, expected) => {
    expect(read(name, text)).toBe(expected);
  });

  it.each(['2013Q1', '2013 Q1', '2013-Q1', '1955 Q1', '2017Q3', 'Q1 2013', '2013 Quarter 1'])(
    '%s needs the convention',
    (text) => {
      expect(read('year-and-quarter', text)).toBe('ambiguous');
    },
  );

  // PHS and ONS: Q3 is July to September; NHS: Q3 is October to December.
  it('reads a quarter by the convention given', () => {
    expect(read('year-and-quarter', '2017Q3', 'calendar')).toBe('quarter 2017/18 Q2');
    expect(read('year-and-quarter', '2017Q3', 'financial')).toBe('quarter 2017/18 Q3');
    expect(read('year-and-quarter', '1955 Q1', 'calendar')).toBe('quarter 1954/55 Q4');
  });

  it.each(['1800-01-01', '1801-01-01', '1600-01-01', '1582-10-15'])('%s is no date (HES)', (text) => {
    expect(read('iso-date', text)).toBe('null-date');
  });

  it.each([
    'TOTAL',
    'Total ',
    'Frome',
    '',
    'Q5 2013/14',
    '2013/15 Q1',
    '2013/15',
    '31/02/2013',
    '04/13/2013',
    '2013-13',
    '20190000',
    '2013-04-01T13:05:00',
    'Apr 2013 - Jul 2013',
    'Source: NHS England',
    '766',
  ])('nothing reads %s', (text) => {
    expect(readers(text)).toEqual([]);
  });

  it('sees that 2010-11 may be two things, and leaves it to the column', () => {
    expect(readers('2010-11')).toEqual(['financial-year', 'year-month']);
  });
});
