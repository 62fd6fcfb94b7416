import { expect, it } from 'vitest';
import { datasetFromText } from '../../../src/data/dataset.ts';
import { DEFAULT_SETTINGS } from '../../../src/question/settings.ts';

const CSV = 'week,y,n\n1,5,100\n2,7,110\n3,6,105\n';

it('reads the columns that --measure and --denominator name, in a file without an area', () => {
  const settings = { ...DEFAULT_SETTINGS, order: 'event' as const, measure: 'y', denominator: 'n' };
  const { series } = datasetFromText([{ path: 'rates.csv', text: CSV }], settings);
  expect(series.map(({ measure, values }) => [measure.name, values])).toEqual([
    ['y', [5, 7, 6]],
    ['n', [100, 110, 105]],
  ]);
});

it('takes no other column of numbers for an area where --measure names one', () => {
  const settings = { ...DEFAULT_SETTINGS, order: 'event' as const, measure: 'y' };
  const { series } = datasetFromText([{ path: 'rates.csv', text: CSV }], settings);
  expect(series.map(({ measure }) => measure.name)).toEqual(['y']);
});

it.each([
  ['beds', ['admissions', 'beds']],
  ['list_size', ['admissions', 'list_size']],
])('reads the column that --denominator names beside a measure that it knows: %s', (denominator, measures) => {
  const text = `quarter,area,admissions,${denominator}\n2013/14 Q1,Frome,5,100\n`;
  const { series } = datasetFromText([{ path: 'x.csv', text }], { ...DEFAULT_SETTINGS, denominator });
  expect(series.map(({ measure, values }) => [measure.name, values])).toEqual([
    [measures[0], [5]],
    [measures[1], [100]],
  ]);
});
