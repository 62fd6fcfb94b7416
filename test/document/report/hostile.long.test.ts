import { describe, expect, it } from 'vitest';
import { type Files, quarterly } from '../../e2e/support.ts';
import { markdown, section } from './support.ts';

describe('a report on hostile data', () => {
  const both = (make: (at: number) => readonly (number | string)[], quarters = 24, year = 2010): Files => ({
    'data.csv': quarterly(year, quarters, make, 'quarter,Frome,Rest'),
  });
  const CASES: readonly (readonly [string, Files, string])[] = [
    ['nothing but zeros', both(() => [0, 0]), '2013/14 Q1'],
    ['a practice without events', both((at) => [0, 900 + at]), '2013/14 Q1'],
    ['perfect separation', both((at) => [at < 12 ? 0 : 50, 900]), '2013/14 Q1'],
    ['constant series', both(() => [100, 1000]), '2013/14 Q1'],
    ['missing quarters', both((at) => [at % 11 === 3 ? '' : 90 + at, 900 + at]), '2013/14 Q1'],
    ['counts of a thousand million', both((at) => [1e9 + at, 1e9 - at]), '2013/14 Q1'],
    ['a change in the first quarter', both((at) => [90 + at, 900 + at]), '2010/11 Q1'],
    ['a change in the last quarter', both((at) => [90 + at, 900 + at]), '2015/16 Q4'],
    ['five hundred quarters', both((at) => [90 + (at % 7), 900 + (at % 11)], 500, 1960), '2020/21 Q1'],
  ];

  it.each(CASES)('says what can be said of %s', async (_, files, quarter) => {
    const args = ['report', 'data.csv', '--measure', 'admissions', '--practice', 'Frome', '--comparator', 'Rest'];
    const page = await markdown([...args, '--intervention', quarter], files);
    expect(page).not.toMatch(/NaN|undefined|Infinity|\[object/);
    expect(section(page, 'Did it really change, compared with there?')).toContain('### Conditions');
    expect(section(page, 'Reporting checklist')).toMatch(/^\s*Of 47 items/);
  });
});
