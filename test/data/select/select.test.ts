import { describe, expect, it } from 'vitest';
import { selectSeries } from '../../../src/data/select/choose-series.ts';
import { type Selection, select } from '../../../src/data/select/select.ts';
import type { SelectionSettings } from '../../../src/data/settings.ts';
import { points, problemsOf, read } from '../support.ts';

const NONE: SelectionSettings = { practice: [], comparator: [], comparatorIncludesPractice: false };
const choose = (
  practice: string | readonly string[],
  comparator: string | readonly string[] = [],
  includes = false,
) => ({
  practice: [practice].flat(),
  comparator: [comparator].flat(),
  comparatorIncludesPractice: includes,
});

const TOWNS = read({
  'x.csv': [
    'quarter,code,name,admissions,list_size',
    '2013/14 Q1,L85,Frome Medical Practice,10,100',
    '2013/14 Q2,L85,Frome Medical Practice,11,101',
    '2013/14 Q1,L86,Wells Health Centre,20,200',
    '2013/14 Q2,L86,Wells Health Centre,21,201',
    '2013/14 Q1,M86,Bath Health Centre,40,400',
    '2013/14 Q2,M86,Bath Health Centre,,401',
    '2013/14 Q1,S,Somerset,1000,9000',
    '2013/14 Q2,S,Somerset,1001,9001',
  ].join('\n'),
});

/** Admissions of both, by period. */
const admissions = ({ practice, comparator }: Selection) =>
  [practice, comparator].map((selected) => {
    const series = selected?.series.find(({ measure }) => measure.name === 'admissions');
    return series ? points(series) : null;
  });

describe('practice and comparator', () => {
  it.each(['Frome Medical Practice', 'frome medical practice', 'FROME', 'l85', ' L85 ', 'Medical'])(
    'finds %s',
    (text) => {
      const { practice, comparator } = select(TOWNS, choose(text, 'wells'));
      expect([practice.area.name, comparator?.area.name]).toEqual(['Frome Medical Practice', 'Wells Health Centre']);
    },
  );

  it('prefers a whole name or code to a part', () => {
    const dataset = read({ 'admissions.csv': 'quarter,Somerset,Rest of Somerset\n2013/14 Q1,1,2\n' });
    expect(select(dataset, choose('somerset', 'rest of')).practice.area.name).toBe('Somerset');
  });

  it('offers the nearest names where there is none', () => {
    expect(problemsOf(() => select(TOWNS, choose('Fromme')))).toMatchObject([
      {
        code: 'input.no-such-area',
        slots: { text: 'Fromme', near: ['Frome Medical Practice'] },
        place: { file: 'x.csv', line: 1, column: 'name' },
      },
    ]);
    expect(problemsOf(() => select(TOWNS, choose('Wels Helth Centre')))[0]?.slots.near).toMatchObject({
      0: 'Wells Health Centre',
    });
    expect(problemsOf(() => select(TOWNS, choose('Xyzzy')))[0]?.slots).toMatchObject({ near: [], count: 4 });
  });

  it('lists the candidates where there are several', () => {
    expect(problemsOf(() => select(TOWNS, choose('health centre')))).toMatchObject([
      { code: 'input.several-areas', slots: { areas: ['Wells Health Centre (L86)', 'Bath Health Centre (M86)'] } },
    ]);
  });

  it('never guesses the practice among several areas', () => {
    expect(problemsOf(() => select(TOWNS, NONE))).toMatchObject([
      { code: 'input.which-practice', slots: { count: 4 } },
    ]);
    expect(problemsOf(() => select(TOWNS, choose([], 'wells')))).toMatchObject([{ code: 'input.which-practice' }]);
  });

  it('takes the only area for the practice, without a comparator', () => {
    const dataset = read({ 'admissions.csv': 'quarter,Frome\n2013/14 Q1,1\n' });
    expect(select(dataset, NONE)).toMatchObject({ practice: { area: { name: 'Frome' } }, comparator: null });
  });

  it('names an area that only its file names by --practice', () => {
    const dataset = read({ 'admissions.csv': 'quarter,admissions\n2013/14 Q1,1\n' });
    const { practice } = select(dataset, choose('Frome'));
    expect([practice.area.name, practice.series[0]?.area.name]).toEqual(['Frome', 'Frome']);
    const named = read({ 'admissions.csv': 'quarter,Frome\n2013/14 Q1,1\n' });
    expect(problemsOf(() => select(named, choose('Bath')))).toMatchObject([{ code: 'input.no-such-area' }]);
  });

  it('refuses one area on both sides, alone or in a pool', () => {
    expect(problemsOf(() => select(TOWNS, choose('frome', 'L85')))).toMatchObject([{ code: 'input.same-area' }]);
    expect(problemsOf(() => select(TOWNS, choose('frome', ['wells', 'L85'], true)))).toMatchObject([
      { code: 'input.same-area' },
    ]);
  });

  it('pools several areas, and a period that one of them lacks is missing', () => {
    const selection = select(TOWNS, choose(['frome', 'wells'], ['bath', 'S']));
    expect(selection.practice.area).toEqual({
      code: null,
      name: 'Frome Medical Practice + Wells Health Centre',
      members: ['Frome Medical Practice', 'Wells Health Centre'],
    });
    expect(admissions(selection)).toEqual([{ '2013/14 Q1': 30, '2013/14 Q2': 32 }, { '2013/14 Q1': 1040 }]);
    expect(selection.findings).toMatchObject([
      { id: 'input.pool-gaps', slots: { measure: 'admissions', count: 1, areas: ['Bath Health Centre'] } },
    ]);
  });

  it('adds list sizes of pooled areas', () => {
    const { practice } = select(TOWNS, choose(['frome', 'wells']));
    expect(points(practice.series.find(({ measure }) => measure.name === 'list_size'))).toEqual({
      '2013/14 Q1': 300,
      '2013/14 Q2': 302,
    });
  });

  it('leaves out a measure that one of the pooled areas lacks', () => {
    const dataset = read({
      'admissions.csv': 'quarter,A,B\n2013/14 Q1,1,2\n',
      'costs.csv': 'quarter,A\n2013/14 Q1,1\n',
    });
    const { practice, findings } = select(dataset, choose(['A', 'B']));
    expect(practice.series.map(({ measure }) => measure.name)).toEqual(['admissions']);
    expect(findings).toMatchObject([{ id: 'input.pool-lacks', slots: { measure: 'cost', areas: ['B'] } }]);
  });

  it('takes all other areas for the rest, and warns of one that may hold the others', () => {
    const { comparator, findings } = select(TOWNS, choose('frome', 'rest'));
    expect(comparator?.area).toMatchObject({
      name: '2 other areas',
      members: ['Wells Health Centre', 'Somerset'],
    });
    expect(findings.map(({ id, slots }) => [id, slots.areas])).toContainEqual([
      'input.rest-may-hold-total',
      ['Somerset'],
    ]);
  });

  it('takes no area of nothing for one that holds the others, and names several in one caution', () => {
    const of = (counts: readonly number[]) =>
      read({
        'x.csv': `quarter,area,admissions\n${counts.map((count, at) => `2013/14 Q1,P${at + 1},${count}`).join('\n')}\n`,
      });
    const cautions = (counts: readonly number[]) =>
      select(of(counts), choose('P1', 'rest'))
        .findings.filter(({ id }) => id === 'input.rest-may-hold-total')
        .map(({ slots }) => slots.areas);
    expect(cautions([5, 0, 0, 0, 0])).toEqual([]);
    expect(cautions([5, 9, 9, 0])).toEqual([['P2', 'P3']]);
  });

  it('leaves those out of the rest that lack periods which the practice has, and says how much they are', () => {
    const { comparator, findings } = select(TOWNS, choose('frome', 'rest'));
    expect(comparator?.series.map(({ values }) => values)).toEqual([
      [1020, 1022],
      [9200, 9202],
    ]);
    // Bath counts 40 of the 2,082 admissions of the three.
    const found = findings.find(({ id }) => id === 'input.rest-incomplete');
    expect(found).toMatchObject({ kind: 'caution', slots: { areas: ['Bath Health Centre'], count: 1 } });
    expect(found?.slots.share).toBeCloseTo((100 * 40) / 2082, 10);
    const named = select(TOWNS, choose('frome', ['wells', 'bath', 'S']));
    expect(named.comparator?.area.members).toHaveLength(3);
  });

  it('asks no area for periods that most of the others lack, and keeps all where half of the events would go', () => {
    const longer = read({
      'admissions.csv': 'quarter,A,B,C,D\n2013/14 Q1,1,,,\n2013/14 Q2,1,2,3,4\n2013/14 Q3,1,2,3,4\n',
    });
    expect(select(longer, choose('A', 'rest')).comparator?.area.name).toBe('3 other areas');
    const large = read({ 'admissions.csv': 'quarter,A,B,C,D\n2013/14 Q1,1,2,3,90\n2013/14 Q2,1,2,3,\n' });
    const { comparator, findings } = select(large, choose('A', 'rest'));
    expect(comparator?.area.name).toBe('3 other areas');
    expect(findings.map(({ id }) => id)).toContain('input.pool-gaps');
  });

  it('refuses a total in the rest, and a rest of nobody', () => {
    const dataset = read({ 'admissions.csv': 'quarter,A,B,Total\n2013/14 Q1,1,2,3\n' });
    expect(problemsOf(() => select(dataset, choose('A', 'rest')))).toMatchObject([
      { code: 'input.rest-holds-total', slots: { areas: ['Total'] } },
    ]);
    const alone = read({ 'admissions.csv': 'quarter,A\n2013/14 Q1,1\n' });
    expect(problemsOf(() => select(alone, choose('A', 'rest')))).toMatchObject([{ code: 'input.no-rest' }]);
  });

  it('subtracts the practice from a comparator that includes it', () => {
    const selection = select(TOWNS, choose('frome', 'S', true));
    expect(selection.comparator?.area).toEqual({
      code: null,
      name: 'Somerset less Frome Medical Practice',
      members: ['Somerset'],
    });
    expect(admissions(selection)[1]).toEqual({ '2013/14 Q1': 990, '2013/14 Q2': 990 });
    expect(selection.findings).toMatchObject([{ id: 'input.subtracted' }]);
  });

  it('refuses to subtract the larger from the smaller, at its place', () => {
    expect(problemsOf(() => select(TOWNS, choose('S', 'frome', true)))).toMatchObject([
      {
        code: 'input.practice-larger',
        slots: { period: '2013/14 Q1', value: 1000, total: 10 },
        place: { file: 'x.csv', line: 8, column: 'admissions' },
      },
      { slots: { period: '2013/14 Q2' }, place: { line: 9 } },
      { slots: { measure: 'list_size' } },
      { slots: { measure: 'list_size' } },
    ]);
  });

  it('needs a comparator to subtract from', () => {
    expect(() => select(TOWNS, choose('frome', [], true))).toThrow(/nothing-to-subtract-from/);
  });
});

describe('series to draw', () => {
  const settings = { ...NONE, denominator: null };

  it('are the admissions of every area, or of those named', () => {
    expect(selectSeries(TOWNS, settings, null).series.map(({ area }) => area.code)).toEqual(['L85', 'L86', 'M86', 'S']);
    const named = selectSeries(TOWNS, { ...settings, practice: ['frome'], comparator: ['S'] }, null);
    expect(named.series.map(({ area }) => area.code)).toEqual(['L85', 'S']);
    expect(selectSeries(TOWNS, { ...settings, comparator: ['S'] }, null).series.map(({ area }) => area.code)).toEqual([
      'S',
    ]);
  });

  it('are of the measure named, by name or heading', () => {
    for (const name of ['list_size', 'List size', 'Population'])
      expect(selectSeries(TOWNS, settings, name).series[0]?.measure.name).toBe('list_size');
    expect(problemsOf(() => selectSeries(TOWNS, settings, 'falls'))).toMatchObject([
      { code: 'input.no-such-measure', slots: { measures: ['admissions', 'list_size'] } },
    ]);
  });

  it('are of the only measure there is beside a list size', () => {
    const files = { 'x.csv': 'quarter,area,cost,list_size\n2013/14 Q1,A,1,2\n' };
    expect(selectSeries(read(files), settings, null).series[0]?.measure.name).toBe('cost');
    const both = { 'x.csv': 'quarter,area,cost,bed_days\n2013/14 Q1,A,1,2\n' };
    expect(problemsOf(() => selectSeries(read(both), settings, null))).toMatchObject([{ code: 'input.which-measure' }]);
  });

  it('carry their denominator, period by period', () => {
    const { series } = selectSeries(TOWNS, { ...settings, denominator: 'list_size' }, null);
    expect(series[2]).toMatchObject({ values: [40], denominator: { measure: { name: 'list_size' }, values: [400] } });
    const dataset = read({
      'admissions.csv': 'quarter,A,B\n2013/14 Q1,1,2\n',
      'list-size.csv': 'quarter,A\n2013/14 Q1,1\n',
    });
    expect(problemsOf(() => selectSeries(dataset, { ...settings, denominator: 'list_size' }, null))).toMatchObject([
      { code: 'input.no-denominator', slots: { area: 'B' } },
    ]);
  });
});
