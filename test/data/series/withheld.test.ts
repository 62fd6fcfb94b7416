import { describe, expect, it } from 'vitest';
import { datasetFromText } from '../../../src/data/dataset.ts';
import type { QuarterlineError } from '../../../src/errors.ts';
import { DEFAULT_SETTINGS } from '../../../src/question/settings.ts';

describe('a figure that is withheld', () => {
  it.each(['*', '**', '<5', '≤ 7', '< 10', '1-4', '1 - 7', '..', ':', 'c', 'x', '[c]', '[x]'])(
    'is never read as a number: %s',
    (cell) => {
      const text = `quarter,area,admissions\n2013/14 Q1,Frome,7\n2013/14 Q2,Frome,${cell}\n2013/14 Q3,Frome,9\n`;
      let problems: readonly unknown[] = [];
      try {
        datasetFromText([{ path: 'a.csv', text }], DEFAULT_SETTINGS);
      } catch (error) {
        problems = (error as QuarterlineError).problems;
      }
      expect(problems).toMatchObject([{ place: { line: 3, column: 'admissions' } }]);
    },
  );
});
