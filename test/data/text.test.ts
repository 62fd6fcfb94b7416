import { describe, expect, it } from 'vitest';
import { excerpt, nearest } from '../../src/data/text.ts';

describe('an excerpt', () => {
  it.each([
    [59, 'x'.repeat(59)],
    [60, 'x'.repeat(60)],
    [61, `${'x'.repeat(59)}…`],
  ])('of %i characters holds at most 60', (length, expected) => {
    expect(excerpt('x'.repeat(length))).toBe(expected);
  });
});

describe('the nearest names', () => {
  it.each([
    ['one letter of five', 'abcdx', true],
    ['two letters of five', 'abcxy', true],
    ['three letters of five', 'abxyz', false],
  ])('differ in two fifths of the letters at most: %s', (_, candidate, expected) => {
    expect(nearest('abcde', [candidate])).toEqual(expected ? [candidate] : []);
  });

  it('are three unless more are asked for, the nearest first', () => {
    const names = ['abcdxy', 'abcdef', 'abcdex', 'abxdef'];
    expect(nearest('abcdef', names)).toEqual(['abcdef', 'abcdex', 'abxdef']);
    expect(nearest('abcdef', names, 4)).toHaveLength(4);
  });
});
