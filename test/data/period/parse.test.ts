import { describe, expect, it } from 'vitest';
import { parsePeriod, parsePeriodOption, parseWindow, parseWindowOption } from '../../../src/data/period/parse.ts';
import { type Frequency, formatPeriod } from '../../../src/data/period.ts';
import { problemText } from '../../../src/messages.ts';
import { problemsOf } from '../support.ts';

const NONE = { quarters: null };

describe('periods in options', () => {
  it.each([
    ['2014/15 Q1', 'quarter', 'start', '2014/15 Q1'],
    ['q1 2014-15', 'quarter', 'start', '2014/15 Q1'],
    ['2014-04', 'quarter', 'start', '2014/15 Q1'],
    ['1 May 2014', 'quarter', 'start', '2014/15 Q1'],
    ['2014/15', 'quarter', 'start', '2014/15 Q1'],
    ['2014/15', 'quarter', 'end', '2014/15 Q4'],
    ['Apr 2014', 'month', 'start', '2014-04'],
    ['2014/15 Q1', 'month', 'start', '2014-04'],
    ['2014/15 Q1', 'month', 'end', '2014-06'],
    ['2014/15', 'month', 'end', '2015-03'],
    ['2010-11', 'month', 'start', '2010-11'],
    ['2010-11', 'quarter', 'start', '2010/11 Q1'],
    ['01/04/2014', 'day', 'start', '2014-04-01'],
    ['2014-04', 'day', 'end', '2014-04-30'],
    ['2014/15', 'year', 'start', '2014/15'],
    ['2014', 'calendar-year', 'start', '2014'],
    ['7', 'event', 'start', '7'],
  ] as const)('%s by %s (%s) is %s', (text, frequency, edge, expected) => {
    const period = parsePeriod(text, frequency, NONE, edge);
    expect([period.frequency, formatPeriod(period)]).toEqual([frequency, expected]);
  });

  it('takes a quarter of no financial year by the convention only', () => {
    expect(formatPeriod(parsePeriod('2014Q1', 'quarter', { quarters: 'calendar' }))).toBe('2013/14 Q4');
    expect(problemsOf(() => parsePeriod('2014Q1', 'quarter', NONE))).toMatchObject([{ code: 'input.option-quarter' }]);
  });

  it.each([
    ['soon', 'quarter'],
    ['', 'quarter'],
    ['2014', 'quarter'],
    ['1314', 'quarter'],
    ['2014/15 Q1', 'year'],
    ['zero', 'event'],
    ['0', 'event'],
  ] as [string, Frequency][])('refuses "%s" by %s, as wrong usage', (text, frequency) => {
    expect(() => parsePeriod(text, frequency, NONE)).toThrow(expect.objectContaining({ kind: 'usage', exitCode: 2 }));
  });

  it('names the option', () => {
    const [problem] = problemsOf(() => parsePeriodOption('--intervention', 'soon', NONE));
    expect(problem && problemText(problem)).toContain('--intervention “soon” is not a period');
  });
});

describe('windows in options', () => {
  const show = (text: string, frequency: Frequency = 'quarter') => {
    const { label, from, to } = parseWindow(text, frequency);
    return [label, formatPeriod(from), formatPeriod(to)];
  };

  it.each([
    ['2013/14', ['2013/14', '2013/14 Q1', '2013/14 Q4']],
    ['2013-14', ['2013/14', '2013/14 Q1', '2013/14 Q4']],
    ['2013/14 Q2', ['2013/14 Q2', '2013/14 Q2', '2013/14 Q2']],
    ['2013/14 Q2..2014/15 Q1', ['2013/14 Q2 to 2014/15 Q1', '2013/14 Q2', '2014/15 Q1']],
    ['2013/14 .. 2014/15', ['2013/14 Q1 to 2014/15 Q4', '2013/14 Q1', '2014/15 Q4']],
  ])('%s', (text, expected) => {
    expect(show(text)).toEqual(expected);
  });

  it('works by month', () => {
    expect(show('2013/14', 'month')).toEqual(['2013/14', '2013-04', '2014-03']);
    expect(show('2013-04..2013-06', 'month')).toEqual(['2013-04 to 2013-06', '2013-04', '2013-06']);
  });

  it('refuses an end before the start, and more than two ends', () => {
    expect(problemsOf(() => parseWindowOption('--baseline', '2014/15..2013/14', NONE))).toMatchObject([
      { code: 'input.option-window', slots: { option: '--baseline' } },
    ]);
    expect(problemsOf(() => parseWindow('2013/14..2014/15..2015/16', 'quarter'))).toMatchObject([
      { code: 'input.option-period' },
    ]);
  });
});
