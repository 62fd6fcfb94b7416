import { expect, it } from 'vitest';
import { commandLine } from '../../src/question/command-line.ts';
import { DEFAULT_SETTINGS } from '../../src/question/settings.ts';

it('gives files, then the options that are not at their defaults', () => {
  const settings = {
    ...DEFAULT_SETTINGS,
    files: ['my data/a.csv', 'b.csv'],
    practice: ['Frome Medical Practice'],
    comparatorIncludesPractice: true,
    exclude: ['2013/14 Q1', '2013/14 Q2'],
    columns: { period: 'Month', area: 'Org Code' },
  };
  expect(commandLine('compare', settings)).toBe(
    'quarterline compare "my data/a.csv" b.csv --columns "period=Month,area=Org Code" --practice "Frome Medical Practice" --comparator-includes-practice --exclude "2013/14 Q1,2013/14 Q2"',
  );
});

it('lets no shell expand a name', () => {
  const settings = { ...DEFAULT_SETTINGS, files: ['a.csv'], practice: ['$(rm x) `y`', 'say "A"', "it's $5"] };
  expect(commandLine('compare', settings)).toBe(
    [
      'quarterline compare a.csv',
      "--practice '$(rm x) `y`'",
      '--practice "say \\"A\\""',
      "--practice 'it'\\''s $5'",
    ].join(' '),
  );
});
