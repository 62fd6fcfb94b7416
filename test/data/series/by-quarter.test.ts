import { describe, expect, it } from 'vitest';
import { datasetByQuarter } from '../../../src/data/series/by-quarter.ts';
import { ids, points, problemsOf, read, seriesOf } from '../support.ts';

const MONTHS = ['2013-03', '2013-04', '2013-05', '2013-06', '2013-07', '2013-08', '2013-09', '2013-10'];
const months = (values: readonly string[], heading = 'admissions') =>
  `month,area,${heading}\n${values.map((value, at) => `${MONTHS[at]},Frome,${value}`).join('\n')}\n`;

describe('quarters of months', () => {
  it('sums counts, averages list sizes, and leaves out incomplete quarters', () => {
    const dataset = read(
      {
        'a.csv': months(['9', '1', '2', '3', '4', '5', '6', '7']),
        'b.csv': months(['9', '10', '20', '60', '4', '5', '6', '7'], 'list_size'),
      },
      { by: 'quarter' },
    );
    expect(dataset).toMatchObject({ frequency: 'quarter', step: 1 });
    expect(points(seriesOf(dataset, 'Frome', 'admissions'))).toEqual({ '2013/14 Q1': 6, '2013/14 Q2': 15 });
    expect(points(seriesOf(dataset, 'Frome', 'list_size'))).toEqual({ '2013/14 Q1': 30, '2013/14 Q2': 5 });
    expect(dataset.findings).toMatchObject([
      { id: 'input.quarters-dropped', slots: { measure: 'admissions', quarters: ['2012/13 Q4', '2013/14 Q3'] } },
      { id: 'input.quarters-dropped', slots: { measure: 'list_size' } },
    ]);
  });

  it('leaves a gap where a month in between is missing', () => {
    const text = `${months(['9', '1', '2', '3', '4', '-', '6'])}2013-10,Frome,1\n2013-11,Frome,1\n2013-12,Frome,1\n`;
    const dataset = read({ 'a.csv': text }, { by: 'quarter' });
    expect(points(dataset.series[0])).toEqual({ '2013/14 Q1': 6, '2013/14 Q2': null, '2013/14 Q3': 3 });
  });

  it('joins months with quarters only when asked', () => {
    const files = { 'a.csv': months(['9', '1', '2', '3']), 'b.csv': 'quarter,area,cost\n2013/14 Q1,Frome,50\n' };
    expect(problemsOf(() => read(files))).toMatchObject([
      { code: 'input.frequencies-differ', slots: { byQuarter: true } },
    ]);
    const dataset = read(files, { by: 'quarter' });
    expect(dataset.series.map(({ measure, values }) => [measure.name, values])).toEqual([
      ['cost', [50]],
      ['admissions', [6]],
    ]);
    expect(ids(dataset)).toEqual(['input.quarters-dropped']);
  });

  it('makes quarters of days only where every day is there', () => {
    const day = (at: number) => new Date(Date.UTC(2013, 3, 1 + at)).toISOString().slice(0, 10);
    const days = (count: number) =>
      `date,area,admissions\n${Array.from({ length: count }, (_, at) => `${day(at)},Frome,2`).join('\n')}\n`;
    expect(points(read({ 'a.csv': days(92) }, { by: 'quarter' }).series[0])).toEqual({ '2013/14 Q1': 182 });
    expect(() => datasetByQuarter(read({ 'a.csv': days(90) }))).toThrow(/no-complete-quarter/);
  });

  it('leaves quarters as they are and refuses weeks and years', () => {
    const quarterly = read({ 'admissions.csv': 'quarter,Frome\n2013/14 Q1,1\n' });
    expect(datasetByQuarter(quarterly)).toBe(quarterly);
    const weekly = 'date,area,admissions\n2013-04-05,F,1\n2013-04-12,F,1\n2013-04-19,F,1\n';
    expect(problemsOf(() => read({ 'a.csv': weekly }, { by: 'quarter' }))).toMatchObject([
      { code: 'input.no-quarters', slots: { frequency: 'week' }, place: { file: 'a.csv' } },
    ]);
    const yearly = read({ 'admissions.csv': 'year,Frome\n2013/14,1\n' });
    expect(problemsOf(() => datasetByQuarter(yearly))).toMatchObject([{ slots: { frequency: 'year' } }]);
  });
});
