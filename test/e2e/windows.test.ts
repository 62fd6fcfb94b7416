import { expect, it } from 'vitest';
import { quarterline } from './support.ts';

const ADMISSIONS = 'fixtures/frome-somerset/admissions.csv';
const AREAS = ['--practice', 'frome', '--comparator', 'somerset'];

// The file holds 2013/14 Q1 (line 2) to 2017/18 Q3 (line 20).
it.each([
  ['--baseline', '2010/11', 2],
  ['--follow-up', '2017/18', 20],
])('%s %s points to the line at which the data break off', async (option, window, line) => {
  const { code, err, out } = await quarterline(['compare', ADMISSIONS, ...AREAS, option, window]);
  expect({ code, out }).toEqual({ code: 3, out: '' });
  expect(err).toContain(
    `${ADMISSIONS}, line ${line}, column "Frome Medical Practice": ${option} ${window} is not held`,
  );
  expect(err).toContain('--like-for-like');
});
