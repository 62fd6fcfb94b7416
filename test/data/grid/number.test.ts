import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isPercentage, parseNumber } from '../../../src/data/grid/number.ts';

describe('numbers in cells', () => {
  it.each([
    ['766', 766],
    ['0', 0],
    ['-0', 0],
    ['20.5', 20.5],
    ['-5.4', -5.4],
    ['9,444', 9444],
    ['1,234,567.89', 1234567.89],
    ['£1,234.50', 1234.5],
    ['-£1,234.50', -1234.5],
    ['£-12', -12],
    ['(12)', -12],
    ['(£1,234.50)', -1234.5],
    ['62.60%', 62.6],
    ['\u221212', -12],
    ['\u201312', -12],
    ['+12', 12],
    [' 766 ', 766],
    ['1 234', 1234],
    ['1\u00a0234\u00a0567', 1234567],
    ['.5', 0.5],
    ['5.', 5],
    ['1e+05', 100000],
    ['£ 12', 12],
  ])('%s is %d', (cell, expected) => {
    expect(parseNumber(cell)).toBe(expected);
  });

  it.each(['', ' ', '-', ' - ', '\u2013', '\u2014', '\u2212'])('"%s" is missing', (cell) => {
    expect(parseNumber(cell)).toBeNull();
  });

  it.each([
    'x',
    'n/a',
    'NA',
    '*',
    '<5',
    'c',
    '..',
    ':',
    '1,23',
    '12,3456',
    '1,5',
    '1.2.3',
    '--5',
    '(-5)',
    '£',
    '%',
    '12 34',
    'Infinity',
    'NaN',
    '0x1F',
    '12abc',
    '1e999',
  ])('%s is not a number', (cell) => {
    expect(parseNumber(cell)).toBeUndefined();
  });

  it('tells a percentage', () => {
    expect(isPercentage('62.60% ')).toBe(true);
    expect(isPercentage('62.60')).toBe(false);
  });

  it('reads back what Excel would show of any amount', () => {
    const format = new Intl.NumberFormat('en-GB', { minimumFractionDigits: 2, maximumFractionDigits: 2 });
    fc.assert(
      fc.property(fc.integer({ min: -1e11, max: 1e11 }), (pence) => {
        const value = pence / 100;
        expect(parseNumber(format.format(value))).toBe(value);
        expect(parseNumber(value < 0 ? `(£${format.format(-value)})` : `£${format.format(value)}`)).toBe(value);
      }),
    );
  });
});
