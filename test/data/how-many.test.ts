import { describe, expect, it } from 'vitest';
import { readInputs } from '../../src/data/dataset.ts';
import { LARGEST } from '../../src/data/grid/number.ts';
import { promote } from '../../src/data/period/promotions.ts';
import { openFiles } from '../../src/data/read.ts';
import { select } from '../../src/data/select/select.ts';
import { datasetByQuarter } from '../../src/data/series/by-quarter.ts';
import { summarise } from '../../src/data/summary.ts';
import { excerpt } from '../../src/data/text.ts';
import { DEFAULT_SETTINGS } from '../../src/question/settings.ts';
import { problemsOf, read } from './support.ts';

const YEARS = [2010, 2011, 2012, 2013, 2014, 2015];
const QUARTERS = YEARS.flatMap((year) => [1, 2, 3, 4].map((at) => `${year}/${(year + 1) % 100} Q${at}`));
const MONTHS = YEARS.flatMap((year) =>
  Array.from({ length: 12 }, (_, at) => `${year}-${String(at + 1).padStart(2, '0')}`),
);
const letters = (count: number) => Array.from({ length: count }, (_, at) => `Area${String.fromCharCode(65 + at)}`);
const nobody = { practice: [], comparator: [], comparatorIncludesPractice: false };
const slotsOf = (findings: readonly { readonly id: string; readonly slots: object }[], id: string) =>
  findings.filter((one) => one.id === id).map(({ slots }) => slots);

/** A file with a column an area; every area has a value in each quarter but in those of `gaps`. */
function wide(areas: readonly string[], quarters: number, gaps: (area: string, at: number) => boolean = () => false) {
  const rows = QUARTERS.slice(0, quarters).map((quarter, at) =>
    [quarter, ...areas.map((area) => (gaps(area, at) ? '' : '7'))].join(','),
  );
  return `quarter,${areas.join(',')}\n${rows.join('\n')}\n`;
}

describe('how many are named', () => {
  it.each([
    [4, 4],
    [5, 5],
    [6, 5],
  ])('of %i quarters that a series lacks, %i', (missing, named) => {
    const { findings } = read({
      'admissions.csv': wide(['Frome', 'Wells'], 12, (area, at) => area === 'Frome' && at > 0 && at <= missing),
    });
    expect(slotsOf(findings, 'input.gaps')).toEqual([
      { measure: 'admissions', area: 'Frome', periods: QUARTERS.slice(1, 1 + named), count: missing, otherAreas: 0 },
    ]);
  });

  it.each([
    [4, 4],
    [5, 5],
    [6, 5],
  ])('of %i areas without a measure, %i', (lacking, named) => {
    const areas = letters(lacking + 1);
    const costs = wide(areas.slice(0, 1), 3);
    const { findings } = read({ 'admissions.csv': wide(areas, 3), 'costs.csv': costs });
    expect(slotsOf(findings, 'input.areas-without')).toEqual([
      { measure: 'cost', areas: areas.slice(1, 1 + named), count: lacking },
    ]);
  });

  it.each([
    [9, 9],
    [10, 10],
    [11, 10],
  ])('of %i areas to choose from, %i', (count, named) => {
    const areas = letters(count);
    const dataset = read({ 'admissions.csv': wide(areas, 2) });
    expect(problemsOf(() => select(dataset, nobody))[0]?.slots).toEqual({ areas: areas.slice(0, named), count });
    expect(problemsOf(() => select(dataset, { ...nobody, practice: ['Area'] }))[0]?.slots).toMatchObject({
      areas: areas.slice(0, named),
      count,
    });
  });

  it.each([
    [5, 5],
    [6, 6],
    [7, 6],
  ])('of %i incomplete areas of the rest, %i', (count, named) => {
    const areas = letters(count + 9);
    const dataset = read({ 'admissions.csv': wide(areas, 4, (area, at) => at === 2 && areas.indexOf(area) > 8) });
    const { findings } = select(dataset, { ...nobody, practice: ['AreaA'], comparator: ['rest'] });
    expect(slotsOf(findings, 'input.rest-incomplete')).toMatchObject([{ areas: areas.slice(9, 9 + named), count }]);
  });

  it.each([
    [2, 2],
    [3, 3],
    [4, 3],
  ])('of %i pooled areas with a gap, %i', (count, named) => {
    const areas = letters(6);
    const dataset = read({ 'admissions.csv': wide(areas, 4, (area, at) => at === 2 && areas.indexOf(area) < count) });
    const { findings } = select(dataset, { ...nobody, practice: areas });
    expect(slotsOf(findings, 'input.pool-gaps')).toMatchObject([{ count: 1, areas: areas.slice(0, named) }]);
  });

  it.each([
    [5, 5],
    [6, 6],
    [7, 6],
  ])('of %i quarters left out for a missing month, %i', (count, named) => {
    // Months of calendar years: 2010-02 lies in 2009/10 Q4, with which the 24 quarters begin.
    const rows = MONTHS.flatMap((month, at) => (at % 3 === 1 && at < 3 * count ? [] : [`${month},1`]));
    const { findings } = datasetByQuarter(read({ 'admissions.csv': `month,Frome\n${rows.join('\n')}\n` }));
    expect(slotsOf(findings, 'input.quarters-dropped')).toMatchObject([
      { quarters: ['2009/10 Q4', ...QUARTERS].slice(0, named), count, areas: 1, area: 'Frome' },
    ]);
  });
});

describe('how many areas are described', () => {
  it.each([
    [11, true],
    [12, true],
    [13, false],
  ])('of %i areas each by itself: %s', async (count, apart) => {
    const areas = letters(count);
    const text = wide(areas, 2);
    const reading = readInputs(
      await openFiles(['admissions.csv'], {
        read: async () => new TextEncoder().encode(text),
        exists: async () => false,
        hash: () => '0',
      }),
      DEFAULT_SETTINGS,
    );
    const measures = summarise(reading)[0]?.measures ?? [];
    expect(measures.map(({ area, n }) => [area, n])).toEqual(
      apart ? areas.map((area) => [area, 2]) : [[null, 2 * count]],
    );
  });
});

describe('how much is looked at', () => {
  it.each([
    ['first of two quarters', [1, 4], false],
    ['first of three quarters', [1, 4, 7], true],
  ])('%s: enough to see quarters is %s', (_, months, enough) => {
    const first = months.map((month) => Date.UTC(2013, month - 1, 1) / 86_400_000);
    expect(promote('day', first).frequency).toBe(enough ? 'quarter' : 'month');
  });

  it.each([
    [2, 1],
    [3, 7],
  ])('%i days that are weeks apart are steps of %i', (count, step) => {
    // 7 January 2013 was a Monday.
    const days = Array.from({ length: count }, (_, at) => Date.UTC(2013, 0, 7 + 7 * at) / 86_400_000);
    expect(promote('day', days)).toMatchObject({ frequency: 'day', step });
  });

  it.each([
    [60, 60],
    [61, 60],
  ])('of %i characters a message repeats up to %i', (length, shown) => {
    const text = 'x'.repeat(length);
    expect(excerpt(text)).toBe(length === shown ? text : `${'x'.repeat(59)}…`);
  });

  it.each([
    ['1000000000000000', false],
    ['1000000000000001', true],
  ])('a count of %s: too large is %s', (value, refused) => {
    expect(LARGEST).toBe(10 ** 15);
    const make = () => read({ 'admissions.csv': `quarter,Frome\n2013/14 Q1,${value}\n2013/14 Q2,1\n` });
    if (refused) expect(problemsOf(make)).toHaveLength(1);
    else expect(make().series[0]?.values).toEqual([10 ** 15, 1]);
  });

  it.each([
    [59, 'class'],
    [60, 'class'],
    [61, null],
  ])('a column of %i values is proposed for groups: %s', (groups, proposed) => {
    const rows = Array.from({ length: groups }, (_, at) => `2013/14 Q1,Frome,c${at},${at}`);
    const make = () => read({ 'admissions.csv': `quarter,area,class,admissions\n${rows.join('\n')}\n` });
    const [problem] = problemsOf(make);
    expect(problem?.code).toBe('input.duplicate-differs');
    expect(problem?.slots.apart).toBe(proposed);
  });

  it.each([
    [19, 0],
    [20, 0],
    [21, 1],
  ])('of %i problems 20 are told and %i counted', (wrong, more) => {
    const rows = QUARTERS.slice(0, wrong).map((quarter) => `${quarter},Frome,-1`);
    try {
      read({ 'admissions.csv': `quarter,area,admissions\n${rows.join('\n')}\n` });
      expect.unreachable();
    } catch (error) {
      expect(error).toMatchObject({ problems: { length: Math.min(wrong, 20) }, more });
    }
  });

  // 200 cells are looked at, whatever comes after: 100 numbers among them are half, and make a column of numbers.
  it.each([
    [100, 100, 'n/k', true],
    [101, 99, '6', false],
  ])('%i words, %i numbers, then %s: a column of numbers is %s', (words, numbers, after, isNumber) => {
    const first = [...Array<string>(words).fill('n/k'), ...Array<string>(numbers).fill('5')];
    const rows = [...first, ...Array<string>(400).fill(after)].map(
      (cell, at) => `2013/14 Q${1 + (at % 4)},a${Math.floor(at / 4)},1,${cell}`,
    );
    const { findings } = read({ 'admissions.csv': `quarter,area,admissions,beds\n${rows.join('\n')}\n` });
    expect(slotsOf(findings, 'input.other-numbers')).toHaveLength(isNumber ? 1 : 0);
  });
});
