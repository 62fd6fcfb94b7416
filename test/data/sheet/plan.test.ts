import { describe, expect, it } from 'vitest';
import type { Dataset } from '../../../src/data/series.ts';
import { ids, points, problemsOf, read, seriesOf } from '../support.ts';

const what = ({ areas, measures }: Dataset) => ({
  areas: areas.map(({ name, code }) => (code === null ? name : `${name} [${code}]`)),
  measures: measures.map(({ name, role, unit }) => `${name} ${role} ${unit}`),
});

describe('long files', () => {
  it('reads a measure a column and an area a row', () => {
    const dataset = read({
      'x.csv': 'quarter,area,admissions,cost_gbp\n2013/14 Q1,Frome,766,"£1,478,400"\n2013/14 Q2,Frome,741,1425700\n',
    });
    expect(what(dataset)).toEqual({ areas: ['Frome'], measures: ['admissions admissions count', 'cost cost GBP'] });
    expect(points(seriesOf(dataset, 'Frome', 'cost'))).toEqual({ '2013/14 Q1': 1478400, '2013/14 Q2': 1425700 });
    expect(dataset.findings).toEqual([]);
  });

  it.each([
    ['emergency_admissions', 'admissions'],
    ['Total Emergency Admissions', 'admissions'],
    ['EMERGENCY ADMISSIONS', 'admissions'],
    ['Non-elective admissions', 'admissions'],
    ['Cost (£)', 'cost'],
    ['cost_gbp', 'cost'],
    ['Total cost', 'cost'],
    ['Population', 'list_size'],
    ['NUMBER_OF_PATIENTS', 'list_size'],
    ['listSize', 'list_size'],
    ['Registered patients', 'list_size'],
    ['bed_days', 'bed_days'],
    ['A&E attendances', 'attendances'],
  ])('recognises %s', (heading, measure) => {
    expect(read({ 'x.csv': `quarter,area,${heading}\n2013/14 Q1,Frome,766\n` }).measures).toMatchObject([
      { name: measure },
    ]);
  });

  it.each([
    ['population', 'Frome', 'Frome'],
    ['practice', 'Frome', 'Frome'],
    ['Org Code', 'L85010', 'L85010 [L85010]'],
    ['area_code', '007', '007 [007]'],
    ['GP Practice Name', 'Frome', 'Frome'],
  ])('takes %s for the area', (heading, cell, area) => {
    const dataset = read({ 'x.csv': `quarter,${heading},admissions\n2013/14 Q1,${cell},766\n` });
    expect(what(dataset).areas).toEqual([area]);
  });

  it('pairs a code with a name of its own kind only', () => {
    const dataset = read({
      'x.csv': 'quarter,ccg_code,practice,admissions\n2013/14 Q1,11X,Frome,7\n2013/14 Q1,11X,Wells,8\n',
    });
    expect(what(dataset).areas).toEqual(['Frome', 'Wells']);
    expect(ids(dataset)).toEqual(['input.other-texts']);
  });

  it('groups by code and uses the latest name (inputs.md 5, row 7)', () => {
    const dataset = read({
      'x.csv':
        'quarter,code,name,admissions\n2013/14 Q2,RA2,New Name,2\n2013/14 Q1,RA2,Old Name,1\n2013/14 Q3,ra2,New  Name ,3\n',
    });
    expect(what(dataset).areas).toEqual(['New Name [RA2]']);
    expect(dataset.findings).toMatchObject([{ id: 'input.areas-renamed', slots: { code: 'RA2', used: 'New Name' } }]);
  });

  it('lists other numeric columns, and takes them as measures only when asked', () => {
    const text = 'quarter,area,admissions,breaches\n2013/14 Q1,Frome,766,12\n';
    const plain = read({ 'x.csv': text });
    expect(what(plain).measures).toEqual(['admissions admissions count']);
    expect(plain.findings).toMatchObject([{ id: 'input.other-numbers', slots: { headings: ['breaches'] } }]);
    expect(what(read({ 'x.csv': text }, { measure: 'Breaches' })).measures).toContain('breaches other number');
    expect(what(read({ 'x.csv': text }, { columns: { falls: 'breaches' } })).measures).toContain('falls other number');
  });

  it('lists a second column of periods and ignores it', () => {
    const dataset = read({
      'x.csv': 'fy,quarter,area,admissions\n2013/14,2013/14 Q1,Frome,766\n2013/14,2013/14 Q2,Frome,7\n',
    });
    expect(points(dataset.series[0])).toEqual({ '2013/14 Q1': 766, '2013/14 Q2': 7 });
    expect(dataset.findings).toMatchObject([{ id: 'input.second-period', slots: { heading: 'fy', used: 'quarter' } }]);
  });

  it('puts a year and its quarter together where each has a column', () => {
    const dataset = read({
      'x.csv': 'Financial year,Quarter,area,admissions\n2013/14,Q1,Frome,1\n2013/14,Q2,Frome,2\n2014/15,Q1,Frome,3\n',
    });
    expect(points(dataset.series[0])).toMatchObject({ '2013/14 Q1': 1, '2013/14 Q2': 2, '2014/15 Q1': 3 });
    expect(ids(dataset)).toContain('input.composed-period');
  });

  it.each([
    ['2013/14,April,1\n2013/14,March,2\n2014/15,April,3', { '2013-04': 1, '2014-03': 2, '2014-04': 3 }],
    ['2013,4,1\n2013,5,2\n2013,6,3', { '2013-04': 1, '2013-05': 2, '2013-06': 3 }],
  ])('puts a year and its month together', (rows, expected) => {
    expect(points(read({ 'x.csv': `Year,Month,admissions\n${rows}\n` }).series[0])).toMatchObject(expected);
  });

  it('asks where two columns may be the same measure', () => {
    const text = 'quarter,area,admissions,emergency_admissions\n2013/14 Q1,Frome,1,2\n';
    expect(problemsOf(() => read({ 'x.csv': text }))).toMatchObject([
      { code: 'input.role-twice', place: { file: 'x.csv', line: 1, column: 'emergency_admissions' } },
    ]);
    const dataset = read({ 'x.csv': text }, { columns: { admissions: 'emergency_admissions' } });
    expect(points(dataset.series[0])).toEqual({ '2013/14 Q1': 2 });
  });

  it.each(['code', 'area'])('proposes no column for the periods that already says the area (%s)', (heading) => {
    const text = `${heading},when,admissions\n2013,2013/14 Q1,5\n2014,2013/14 Q2,6\n`;
    expect(problemsOf(() => read({ 'x.csv': text }))).toMatchObject([
      { code: 'input.no-period-column', slots: { guess: 'when' }, place: { column: 'when' } },
    ]);
  });

  it('asks where no measure is recognised, and proposes the column that comes nearest', () => {
    expect(problemsOf(() => read({ 'x.csv': 'quarter,area,beds,admisions\n2013/14 Q1,Frome,1,2\n' }))).toMatchObject([
      {
        code: 'input.no-measure-column',
        slots: { guess: 'admisions', role: 'admissions' },
        place: { line: 1, column: 'admisions' },
      },
    ]);
  });
});

describe('strata', () => {
  const rows = (...list: readonly string[]) => ({
    'x.csv': `quarter,area,age_band,sex,admissions\n${list.join('\n')}\n`,
  });

  it('sums the parts where there is no whole, and says so', () => {
    const dataset = read(
      rows(
        '2013/14 Q1,Frome,0-64,F,1',
        '2013/14 Q1,Frome,65+,F,2',
        '2013/14 Q1,Frome,0-64,M,4',
        '2013/14 Q1,Frome,65+,M,8',
      ),
    );
    expect(dataset.series.map(({ stratum, values }) => [stratum, values[0]])).toEqual([
      [{}, 15],
      [{ age_band: '0-64', sex: 'F' }, 1],
      [{ age_band: '65+', sex: 'F' }, 2],
      [{ age_band: '0-64', sex: 'M' }, 4],
      [{ age_band: '65+', sex: 'M' }, 8],
    ]);
    expect(ids(dataset)).toEqual(['input.strata-summed']);
  });

  it('takes ALL for the whole and does not count it with its parts (inputs.md 5, row 22)', () => {
    const dataset = read(rows('2013/14 Q1,Frome,ALL,ALL,15', '2013/14 Q1,Frome,0-64,F,1', '2013/14 Q1,Frome,65+,F,2'));
    expect(points(seriesOf(dataset, 'Frome', 'admissions'))).toEqual({ '2013/14 Q1': 15 });
    expect(ids(dataset)).toEqual([]);
  });

  it('sums nothing where the rows divide people in several ways', () => {
    const dataset = read(rows('2013/14 Q1,Frome,0-64,ALL,1', '2013/14 Q1,Frome,ALL,F,2'));
    expect(seriesOf(dataset, 'Frome', 'admissions')).toBeUndefined();
    expect(ids(dataset)).toEqual(['input.strata-not-summed']);
  });

  it('takes another column for a stratum when told', () => {
    const text = 'quarter,area,type,admissions\n2013/14 Q1,Frome,1,5\n2013/14 Q1,Frome,2,6\n';
    expect(problemsOf(() => read({ 'x.csv': text }))).toMatchObject([
      {
        code: 'input.duplicate-differs',
        slots: { apart: 'type', firstLine: 2 },
        place: { line: 3, column: 'admissions' },
      },
    ]);
    const dataset = read({ 'x.csv': text }, { columns: { stratum: 'type' } });
    expect(points(seriesOf(dataset, 'Frome', 'admissions'))).toEqual({ '2013/14 Q1': 11 });
  });
});

describe('wide files', () => {
  const text = 'Quarter,Frome,Rest of Somerset\n2013/14 Q1,766,10983\n2013/14 Q2,741,11120\n';

  it.each([
    ['costs.csv', 'cost'],
    ['C:\\My Files\\Admissions 2018.csv', 'admissions'],
    ['data/frome_list-sizes.csv', 'list_size'],
    ['nonelective-admissions-by-commissioner.csv', 'admissions'],
    ['population.csv', 'list_size'],
    ['Emergency Bed Days.csv', 'bed_days'],
  ])('takes the measure from the file: %s', (path, measure) => {
    const dataset = read({ [path]: text });
    expect(what(dataset).areas).toEqual(['Frome', 'Rest of Somerset']);
    expect(dataset.measures).toMatchObject([{ name: measure }]);
    expect(dataset.findings).toEqual([]);
  });

  it('takes the measure from --measure, also against the name', () => {
    expect(read({ 'x.csv': text }, { measure: 'falls' }).measures).toMatchObject([{ name: 'falls', role: 'other' }]);
    expect(read({ 'costs.csv': text }, { measure: 'admissions' }).measures).toMatchObject([{ name: 'admissions' }]);
  });

  it('assumes admissions of counts about which nothing is said, and says so', () => {
    const dataset = read({ 'x.csv': text });
    expect(dataset.measures).toMatchObject([{ name: 'admissions' }]);
    expect(ids(dataset)).toEqual(['input.assumed-admissions']);
  });

  it.each([
    ['x.csv', text.replace('766', '766.5')],
    ['admissions-and-costs.csv', text],
  ])('asks for the measure otherwise (%s)', (path, cells) => {
    expect(problemsOf(() => read({ [path]: cells }))).toMatchObject([
      { code: 'input.wide-measure', place: { file: path, line: 1 } },
    ]);
  });

  it('takes headings of areas for areas, whatever they are called', () => {
    const dataset = read({ 'admissions.csv': 'quarter,practice,county\n2013/14 Q1,1,2\n2013/14 Q2,3,4\n' });
    expect(what(dataset).areas).toEqual(['practice', 'county']);
  });

  it('does not guess what a column of text is', () => {
    expect(
      problemsOf(() => read({ 'admissions.csv': 'quarter,ward,n\n2013/14 Q1,x,1\n2013/14 Q2,y,2\n' })),
    ).toMatchObject([{ code: 'input.unclear-columns', place: { file: 'admissions.csv', line: 1, column: 'ward' } }]);
  });

  it('leaves remarks alone', () => {
    expect(what(read({ 'admissions.csv': 'quarter,Frome,Comment\n2013/14 Q1,1,x\n2013/14 Q2,2,y\n' })).areas).toEqual([
      'Frome',
    ]);
  });

  it('keeps long names of areas whole, and cuts them in messages only', () => {
    const name = `The ${'very '.repeat(20)}long name of a practice`;
    expect(what(read({ 'admissions.csv': `quarter,${name}\n2013/14 Q1,1\n` })).areas).toEqual([name]);
    const [problem] = problemsOf(() => read({ 'admissions.csv': `when,${name}\n2013/14 Q1,1\n` }));
    expect(problem?.slots.headings).toEqual(['when', `${name.slice(0, 59)}…`]);
  });

  it('asks for a place where a heading stands twice', () => {
    expect(problemsOf(() => read({ 'admissions.csv': 'quarter,Frome,Frome\n2013/14 Q1,1,2\n' }))).toMatchObject([
      { code: 'input.repeated-heading', slots: { places: ['#2', '#3'] }, place: { line: 1, column: 'Frome' } },
    ]);
  });

  it('leaves out an empty column that has a heading (inputs.md 5, row 3)', () => {
    const dataset = read({ 'admissions.csv': 'quarter,Frome,,,a\n2013/14 Q1,1,,,\n2013/14 Q2,2,,,\n' });
    expect(what(dataset).areas).toEqual(['Frome']);
    expect(ids(dataset)).toEqual(['input.headed-empty']);
  });
});

describe('single series', () => {
  it('names the area after the file', () => {
    const dataset = read({ 'data/frome-costs.csv': 'month,cost\n2013-04,1.5\n2013-05,2.5\n' });
    expect(what(dataset)).toEqual({ areas: ['frome'], measures: ['cost cost GBP'] });
    expect(dataset.namedByFile).toEqual(['frome']);
  });

  it('takes the only number for the measure, and says so', () => {
    const dataset = read({ 'ward 7.csv': 'month,Falls\n2013-04,1\n2013-05,2\n' });
    expect(what(dataset)).toEqual({ areas: ['ward 7'], measures: ['Falls other number'] });
    expect(ids(dataset)).toEqual(['input.only-number']);
  });

  it('takes files without an area for one area', () => {
    const dataset = read({ 'admissions.csv': 'month,admissions\n2013-04,1\n', 'costs.csv': 'month,cost\n2013-04,2\n' });
    expect(what(dataset)).toEqual({
      areas: ['admissions'],
      measures: ['admissions admissions count', 'cost cost GBP'],
    });
  });
});

describe('event order', () => {
  it('counts rows, with labels or without', () => {
    const plain = read({ 'cdi.csv': 'value\n5\n3\n8\n' }, { order: 'event' });
    expect(plain).toMatchObject({ frequency: 'event', series: [{ values: [5, 3, 8], labels: null }] });
    const labelled = read({ 'cdi.csv': 'when,admissions\nfirst,5\nthen,3\n' }, { order: 'event' });
    expect(labelled.series).toMatchObject([{ values: [5, 3], labels: ['first', 'then'] }]);
  });

  it('counts the rows of each area by itself', () => {
    const dataset = read({ 'x.csv': 'case,area,admissions\na,Frome,1\nb,Wells,2\nc,Frome,3\n' }, { order: 'event' });
    expect(dataset.series.map(({ area, values, labels }) => [area.name, values, labels])).toEqual([
      ['Frome', [1, 3], ['a', 'c']],
      ['Wells', [2], ['b']],
    ]);
  });
});

describe('headings that do not help', () => {
  it.each([
    [
      'an unknown heading of the periods',
      'when,area,admissions\n2013/14 Q1,Frome,1\n',
      'input.no-period-column',
      'when',
    ],
    ['no heading of periods at all', 'area,admissions\nFrome,1\n', 'input.no-period-column', 'area'],
    ['no headings', '2013/14 Q1,Frome,766\n2013/14 Q2,Frome,741\n', 'input.no-headings', '2013/14 Q1'],
    ['periods across', 'area,Apr-13,May-13,Jun-13\nFrome,1,2,3\n', 'input.periods-across', 'Apr-13'],
    ['no numbers', 'quarter,area\n2013/14 Q1,Frome\n', 'input.no-measure-column', 'area'],
  ])('%s', (_, text, code, column) => {
    expect(problemsOf(() => read({ 'x.csv': text }))).toMatchObject([
      { code, place: { file: 'x.csv', line: 1, column } },
    ]);
  });

  it('takes what --columns says, by heading in any case or by place', () => {
    const text = 'When,Org  Code,Org_Code,n\n2013/14 Q1,a,Frome,1\n';
    for (const area of ['#3'])
      expect(what(read({ 'x.csv': text }, { columns: { period: 'when', area, admissions: 'N' } })).areas).toEqual([
        'Frome',
      ]);
  });

  it('refuses a heading of --columns that no file has, and offers the nearest', () => {
    const text = 'quarter,area,admissions\n2013/14 Q1,Frome,1\n';
    expect(problemsOf(() => read({ 'x.csv': text }, { columns: { area: 'arae' } }))).toMatchObject([
      { code: 'input.no-such-heading', slots: { near: ['area'] }, place: { file: 'x.csv', line: 1, column: 'arae' } },
    ]);
  });
});
