import { describe, expect, it } from 'vitest';
import { ids, points, problemsOf, read, seriesOf } from '../support.ts';

const QUARTERS = ['2013/14 Q1', '2013/14 Q2', '2013/14 Q3', '2013/14 Q4'];
const wide = (...values: readonly string[]) =>
  `quarter,Frome,Wells\n${values.map((value, at) => `${QUARTERS[at]},${value}`).join('\n')}\n`;

describe('several files', () => {
  it('joins them on area and period, whatever the case and spacing of the names', () => {
    const dataset = read({
      'admissions.csv': wide('1,2', '3,4'),
      'costs.csv': 'quarter,area,cost\n2013/14 Q2,FROME,30\n2013/14 Q1,frome ,10\n2013/14 Q1,wells,20\n',
    });
    expect(dataset.areas.map(({ name }) => name.toLowerCase())).toEqual(['frome', 'wells']);
    expect(dataset.series).toHaveLength(4);
    expect(dataset.series.map((one) => points(one))).toEqual([
      { '2013/14 Q1': 1, '2013/14 Q2': 3 },
      { '2013/14 Q1': 2, '2013/14 Q2': 4 },
      { '2013/14 Q1': 10, '2013/14 Q2': 30 },
      { '2013/14 Q1': 20 },
    ]);
  });

  it('joins by code where both have one, and by name where one has none', () => {
    const dataset = read({
      'a.csv': 'quarter,code,name,admissions\n2013/14 Q1,L85,Frome,1\n2013/14 Q1,L86,Wells,2\n',
      'b.csv': 'quarter,code,cost\n2013/14 Q1,l85,10\n2013/14 Q1,L86,20\n',
      'c.csv': 'quarter,name,list_size\n2013/14 Q1,frome,100\n',
    });
    expect(dataset.areas).toEqual([
      { code: 'L85', name: 'Frome', members: null },
      { code: 'L86', name: 'Wells', members: null },
    ]);
    expect(dataset.series.filter(({ area }) => area.code === 'L85').map(({ values }) => values[0])).toEqual([
      1, 10, 100,
    ]);
  });

  it('does not confuse areas of one name with different codes', () => {
    const files = {
      'a.csv': 'quarter,code,name,admissions\n2013/14 Q1,L85,The Surgery,1\n2013/14 Q1,L86,The Surgery,2\n',
    };
    expect(read(files).areas).toHaveLength(2);
    const more = { ...files, 'b.csv': 'quarter,name,cost\n2013/14 Q1,The Surgery,5\n' };
    expect(problemsOf(() => read(more))).toMatchObject([{ code: 'input.name-of-several', place: { file: 'b.csv' } }]);
  });

  it('keeps a missing quarter as a gap, and says so', () => {
    const dataset = read({ 'admissions.csv': 'quarter,Frome\n2013/14 Q1,1\n2013/14 Q4,4\n2013/14 Q2,2\n' });
    expect(points(dataset.series[0])).toEqual({
      '2013/14 Q1': 1,
      '2013/14 Q2': 2,
      '2013/14 Q3': null,
      '2013/14 Q4': 4,
    });
    expect(dataset.findings).toMatchObject([{ id: 'input.gaps', slots: { area: 'Frome', periods: ['2013/14 Q3'] } }]);
  });

  it('begins and ends a series with its first and last value', () => {
    const dataset = read({ 'admissions.csv': wide('1,-', '2,5', '-,', '4,7') });
    expect(points(seriesOf(dataset, 'Frome', 'admissions'))).toEqual({
      '2013/14 Q1': 1,
      '2013/14 Q2': 2,
      '2013/14 Q3': null,
      '2013/14 Q4': 4,
    });
    expect(points(seriesOf(dataset, 'Wells', 'admissions'))).toEqual({
      '2013/14 Q2': 5,
      '2013/14 Q3': null,
      '2013/14 Q4': 7,
    });
    expect(dataset.findings.filter(({ id }) => id === 'input.missing-cells')).toMatchObject([
      { slots: { heading: 'Frome', count: 1, line: 4 } },
      { slots: { heading: 'Wells', count: 2, line: 2 } },
    ]);
  });

  it('says where each value stands', () => {
    const dataset = read({ 'admissions.csv': 'quarter,Frome\n\n2013/14 Q3,3\n2013/14 Q1,1\n' });
    expect(dataset.series[0]?.origin).toEqual({ file: 'admissions.csv', column: 'Frome', lines: [4, null, 3] });
  });

  it('counts a repeated value once, and says so', () => {
    const dataset = read({
      'x.csv': 'quarter,area,admissions\n2013/14 Q1,Frome,1\n2013/14 Q1,Frome,1\n2013/14 Q1,Frome,\n',
    });
    expect(points(dataset.series[0])).toEqual({ '2013/14 Q1': 1 });
    expect(dataset.findings.find(({ id }) => id === 'input.duplicates')).toMatchObject({
      slots: { count: 1, line: 3, otherLine: 2 },
    });
  });

  it.each([
    ['before', '2013/14 Q1,Frome,\n2013/14 Q1,Frome,7\n', 3],
    ['after', '2013/14 Q1,Frome,7\n2013/14 Q1,Frome,\n', 2],
    ['between two empty ones', '2013/14 Q1,Frome,\n2013/14 Q1,Frome,7\n2013/14 Q1,Frome,\n', 3],
  ])('does not call a number that stands %s an empty cell the same number twice', (_, rows, line) => {
    const dataset = read({ 'x.csv': `quarter,area,admissions\n${rows}` });
    expect(points(dataset.series[0])).toEqual({ '2013/14 Q1': 7 });
    expect(dataset.series[0]?.origin?.lines).toEqual([line]);
    expect(dataset.findings.map(({ id }) => id)).not.toContain('input.duplicates');
    expect(dataset.findings.find(({ id }) => id === 'input.beside-empty')).toBeDefined();
  });

  it('refuses two values for one thing and names both lines', () => {
    expect(
      problemsOf(() =>
        read({ 'x.csv': 'quarter,area,admissions\n2013/14 Q1,Frome,1\n2013/14 Q2,Frome,5\n2013/14 Q1,frome,2\n' }),
      ),
    ).toEqual([
      {
        code: 'input.duplicate-differs',
        slots: {
          area: 'Frome',
          measure: 'admissions',
          period: '2013/14 Q1',
          first: 1,
          second: 2,
          firstFile: null,
          firstLine: 2,
          apart: null,
        },
        place: { file: 'x.csv', line: 4, column: 'admissions' },
      },
    ]);
  });

  it('names both files where the values are in two', () => {
    const files = { 'old/admissions.csv': wide('1,2'), 'new/admissions.csv': wide('1,3') };
    expect(problemsOf(() => read(files))).toMatchObject([
      {
        slots: { firstFile: 'old/admissions.csv', firstLine: 2 },
        place: { file: 'new/admissions.csv', line: 2, column: 'Wells' },
      },
    ]);
  });

  it.each([
    [
      'no period',
      { 'admissions.csv': wide('1,2'), 'costs.csv': wide('1,2').replace('2013/14', '2016/17') },
      'input.no-shared-period',
    ],
    [
      'no area and no measure',
      { 'admissions.csv': wide('1,2'), 'costs.csv': 'quarter,Bath\n2013/14 Q1,5\n' },
      'input.no-shared-area',
    ],
    [
      'another frequency',
      { 'admissions.csv': wide('1,2'), 'costs.csv': 'year,Frome\n2013/14,5\n' },
      'input.frequencies-differ',
    ],
  ])('refuses files with %s in common', (_, files, code) => {
    expect(problemsOf(() => read(files))).toMatchObject([{ code, place: { file: 'costs.csv' } }]);
  });

  it.each([
    [2, ['Bath', 'Radstock']],
    [3, ['Bath', 'Radstock', 'Street']],
    [4, ['Bath', 'Radstock', 'Street']],
  ])('names of %i areas that no other file has: %j', (count, named) => {
    const others = ['Bath', 'Radstock', 'Street', 'Yeovil'].slice(0, count);
    const files = {
      'admissions.csv': wide('1,2'),
      'costs.csv': `quarter,${others.join(',')}\n2013/14 Q1${',5'.repeat(count)}\n`,
    };
    expect(problemsOf(() => read(files))).toMatchObject([
      { code: 'input.no-shared-area', slots: { areas: named, otherAreas: ['Frome', 'Wells'] } },
    ]);
  });

  it('takes files of different areas that share a measure', () => {
    const dataset = read({
      'frome.csv': 'quarter,admissions\n2013/14 Q1,1\n',
      'wells.csv': 'quarter,admissions\n2013/14 Q1,2\n',
    });
    expect(dataset.areas.map(({ name }) => name)).toEqual(['frome', 'wells']);
  });

  it('points at an area that looks like a total', () => {
    const dataset = read({ 'x.csv': 'quarter,area,admissions\n2013/14 Q1,A,1\n2013/14 Q1,B,2\n2013/14 Q1,TOTAL ,3\n' });
    expect(dataset.findings).toMatchObject([{ id: 'input.total-area', slots: { areas: ['TOTAL'] } }]);
  });

  it('says which areas lack a measure', () => {
    const dataset = read({ 'admissions.csv': wide('1,2'), 'costs.csv': 'quarter,Frome\n2013/14 Q1,5\n' });
    expect(dataset.findings).toMatchObject([
      { id: 'input.areas-without', slots: { measure: 'cost', areas: ['Wells'] } },
    ]);
  });
});

describe('what a value may be', () => {
  const one = (measure: string, cell: string) => ({ 'x.csv': `quarter,area,${measure}\n2013/14 Q1,Frome,${cell}\n` });

  it.each([
    ['admissions', '-5', 'input.negative'],
    ['admissions', '(12)', 'input.negative'],
    ['list_size', '-5', 'input.negative'],
    ['list_size', '0', 'input.list-size-zero'],
    ['bed_days', '-1', 'input.negative'],
    ['admissions', 'many', 'input.not-a-number'],
    ['admissions', '*', 'input.suppressed'],
    ['admissions', '<5', 'input.suppressed'],
    ['admissions', '1-7', 'input.suppressed'],
    ['admissions', '62.60%', 'input.percentage'],
  ])('%s of %s is a problem', (measure, cell, code) => {
    expect(problemsOf(() => read(one(measure, cell)))).toMatchObject([
      { code, place: { file: 'x.csv', line: 2, column: measure } },
    ]);
  });

  it.each([
    ['cost', '(12.50)', -12.5],
    ['admissions', '0', 0],
  ])('%s of %s is none', (measure, cell, value) => {
    expect(read(one(measure, cell)).series[0]?.values).toEqual([value]);
  });

  it('warns of counts that are not whole', () => {
    expect(ids(read(one('admissions', '20.5')))).toEqual(['input.fractions']);
    expect(ids(read(one('cost', '20.5')))).toEqual([]);
  });
});

describe('a direction of one’s own', () => {
  it('is taken for every measure but the list size', () => {
    const files = { 'x.csv': 'quarter,area,admissions,list_size\n2013/14 Q1,Frome,1,2\n' };
    expect(read(files, { better: 'higher' }).measures.map(({ better }) => better)).toEqual(['higher', 'neither']);
    expect(read(files).measures.map(({ better }) => better)).toEqual(['lower', 'neither']);
  });
});
