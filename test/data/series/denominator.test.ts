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
