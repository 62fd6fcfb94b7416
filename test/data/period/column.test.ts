import { describe, expect, it } from 'vitest';
import { partOfYear, readPeriodColumn } from '../../../src/data/period/column.ts';
import { formatPeriod } from '../../../src/data/period.ts';
import { Problems } from '../../../src/errors.ts';
import { problemsOf } from '../support.ts';

function column(cells: readonly string[], heading = 'period', quarters: 'financial' | 'calendar' | null = null) {
  const problems = new Problems();
  const lines = cells.map((_, at) => at + 2);
  const read = readPeriodColumn({ file: 'a.csv', heading, cells, lines, quarters }, problems);
  problems.throwIfAny();
  if (!read) throw new Error('nothing was read');
  const { frequency, step, indices, findings } = read;
  const periods = cells.map((cell) => formatPeriod({ frequency, index: indices.get(cell) ?? Number.NaN }));
  return { frequency, step, periods, assumed: findings.map(({ id }) => id) };
}

describe('columns of periods', () => {
  it('keeps days where nothing speaks against it', () => {
    expect(column(['2013-04-01', '2013-04-02', '2013-04-05'])).toEqual({
      frequency: 'day',
      step: 1,
      periods: ['2013-04-01', '2013-04-02', '2013-04-05'],
      assumed: [],
    });
  });

  it('takes first days of months for months', () => {
    expect(column(['2016-04-01', '2016-05-01', '2016-07-01'])).toEqual({
      frequency: 'month',
      step: 1,
      periods: ['2016-04', '2016-05', '2016-07'],
      assumed: ['input.first-days-as-months'],
    });
  });

  it('takes last days of months for months, leap years too', () => {
    expect(column(['2016-01-31', '2016-02-29', '2016-03-31'], 'month_start')).toMatchObject({
      frequency: 'month',
      periods: ['2016-01', '2016-02', '2016-03'],
      assumed: ['input.last-days-as-months'],
    });
  });

  it('takes quarter starts three months apart for quarters', () => {
    expect(column(['01/04/2013', '01/07/2013', '01/01/2014'])).toMatchObject({
      frequency: 'quarter',
      periods: ['2013/14 Q1', '2013/14 Q2', '2013/14 Q4'],
      assumed: ['input.day-first', 'input.first-days-as-months', 'input.months-as-quarters'],
    });
  });

  it('takes quarter ends three months apart for quarters', () => {
    expect(column(['30JUN2013', '30SEP2013', '31DEC2013'])).toMatchObject({
      frequency: 'quarter',
      periods: ['2013/14 Q1', '2013/14 Q2', '2013/14 Q3'],
    });
  });

  it('leaves months that do not bound quarters as months', () => {
    expect(column(['2013-05-01', '2013-08-01', '2013-11-01'])).toMatchObject({ frequency: 'month' });
    expect(column(['2013-03-01', '2013-06-01', '2013-09-01'])).toMatchObject({ frequency: 'month' });
  });

  it('takes days seven apart for weeks', () => {
    expect(column(['2010-01-08', '2010-01-15', '2010-01-29'])).toMatchObject({
      frequency: 'day',
      step: 7,
      assumed: ['input.days-as-weeks'],
    });
  });

  it('takes each April for an NHS year', () => {
    expect(column(['2011-04-01', '2012-04-01', '2013-04-01'])).toMatchObject({
      frequency: 'year',
      periods: ['2011/12', '2012/13', '2013/14'],
    });
  });

  it('reads 2010-11 by the rest of its column, and by its heading where that does not help', () => {
    expect(column(['2009-10', '2010-11', '2012-13'])).toMatchObject({ frequency: 'year' });
    expect(column(['2010-09', '2010-10', '2010-11'])).toMatchObject({ frequency: 'month' });
    expect(column(['2010-11', '2010-11'], 'Month')).toMatchObject({
      frequency: 'month',
      periods: ['2010-11', '2010-11'],
    });
    expect(column(['2010-11', '2010-11'], 'Financial year')).toMatchObject({ frequency: 'year' });
  });

  it('reads NCMP years, 1920 among them, by the rest of their column', () => {
    expect(column(['607', '1819', '1920'])).toMatchObject({
      frequency: 'year',
      periods: ['2006/07', '2018/19', '2019/20'],
      assumed: ['input.compact-year'],
    });
  });

  it('reads Excel dates', () => {
    expect(column(['40391.0', '40422.0', '40452.0'])).toMatchObject({
      frequency: 'month',
      periods: ['2010-08', '2010-09', '2010-10'],
      assumed: ['input.excel-serial', 'input.first-days-as-months'],
    });
  });

  it('mixes notations of one frequency', () => {
    expect(column(['2013/14 Q1', 'Q2 2013/14', 'Oct 2013 - Dec 2013']).periods).toEqual([
      '2013/14 Q1',
      '2013/14 Q2',
      '2013/14 Q3',
    ]);
  });

  it.each([
    ['financial', '2017/18 Q3'],
    ['calendar', '2017/18 Q2'],
  ] as const)('reads 2017Q3 by the %s year, and says so', (quarters, expected) => {
    expect(column(['2017Q3', '2017Q4'], 'quarter', quarters)).toMatchObject({
      frequency: 'quarter',
      periods: [expected, expect.any(String)],
      assumed: ['input.quarter-convention'],
    });
  });

  it('asks once for the convention', () => {
    expect(problemsOf(() => column(['2017Q3', '2017Q4']))).toEqual([
      {
        code: 'input.ambiguous-quarter',
        slots: { cell: '2017Q3' },
        place: { file: 'a.csv', line: 2, column: 'period' },
      },
    ]);
  });

  it('asks which year a bare financial year is', () => {
    expect(problemsOf(() => column(['2013', '2014'], 'Financial year'))).toMatchObject([
      { code: 'input.ambiguous-year', slots: { cell: '2013' }, place: { file: 'a.csv', line: 2 } },
    ]);
  });

  it.each([
    ['TOTAL', 'input.unread-period'],
    ['2013/14', 'input.unread-period'],
    ['', 'input.no-period'],
  ])('calls %j among quarters a problem of its line', (cell, code) => {
    expect(problemsOf(() => column(['2013/14 Q1', '2013/14 Q2', cell]))).toMatchObject([
      { code, place: { file: 'a.csv', line: 4, column: 'period' } },
    ]);
  });

  it('calls a date that stands for none a problem', () => {
    expect(problemsOf(() => column(['2013-04-01', '2013-04-02', '1800-01-01']))).toMatchObject([
      { code: 'input.null-date', slots: { cell: '1800-01-01' }, place: { line: 4 } },
    ]);
  });

  it('says so where nothing is a period', () => {
    expect(problemsOf(() => column(['a', 'b']))).toMatchObject([{ code: 'input.period-column', place: { line: 2 } }]);
  });
});

describe('a part of a year', () => {
  it('is one cell as it is many, and none is none', () => {
    expect(partOfYear(['Q1'], '')).toBe('quarter');
    expect(partOfYear(['April'], '')).toBe('month');
    expect(partOfYear([], 'quarter')).toBeNull();
  });
});
