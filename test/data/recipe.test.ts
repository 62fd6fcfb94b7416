import { describe, expect, it } from 'vitest';
import { type Reading, readInputs } from '../../src/data/dataset.ts';
import { contentOfText } from '../../src/data/grid/readers.ts';
import { NO_NOTES } from '../../src/data/notes/notes.ts';
import { recipeOf } from '../../src/data/recipe/recipe.ts';
import type { Sheet } from '../../src/data/sheet/sheet.ts';
import type { ScriptInput } from '../../src/document/r-script/context.ts';
import { inputBlock } from '../../src/document/r-script/input.ts';
import { DEFAULT_SETTINGS } from '../../src/question/settings.ts';

const SETTINGS = { ...DEFAULT_SETTINGS, practice: ['Frome'], comparator: ['Wells'] };
const TABLE =
  'quarter,area,admissions\n2013/14 Q1,Frome,12\n2013/14 Q1,Wells,40\n2013/14 Q2,Frome,15\n2013/14 Q2,Wells,41\n';

/** The reading of a table, as if its sheet had stood elsewhere in the file. */
function standing(changes: Partial<Sheet>): Reading {
  const content = contentOfText(TABLE, 'a.csv');
  const reading = readInputs([{ path: 'a.csv', content, sha256: 'abc', notes: NO_NOTES }], SETTINGS);
  return { ...reading, files: reading.files.map((file) => ({ ...file, sheet: { ...file.sheet, ...changes } })) };
}

function script(reading: Reading): string {
  const recipe = recipeOf(reading, SETTINGS, ['admissions']);
  const result = { design: { measure: 'admissions' } } as ScriptInput['result'];
  return inputBlock({ recipe, result, md5: new Map([['a.csv', 'def']]) } as unknown as ScriptInput);
}

const fileOf = (reading: Reading) => recipeOf(reading, SETTINGS, ['admissions']).files[0];

describe('a recipe', () => {
  it('says nothing of lines where the table is the whole file', () => {
    expect(fileOf(standing({}))?.lines).toBeNull();
    expect(script(standing({}))).not.toContain('table_lines');
  });

  it('skips three lines above a header on line 4', () => {
    const reading = standing({ headerRows: [4], lines: [5, 6, 7, 8], before: [1, 2] });
    expect(fileOf(reading)).toMatchObject({ lines: { from: 4, to: null }, period: ['quarter'], areas: ['area'] });
    expect(script(reading)).toContain('md5 = "def", repair = function(text) table_lines(text, 4))');
  });

  it('stops before the first row below the table', () => {
    const reading = standing({ headerRows: [4], lines: [5, 6, 7, 8], before: [1], after: [10, 11] });
    expect(fileOf(reading)?.lines).toEqual({ from: 4, to: 9 });
    expect(script(reading)).toContain('table_lines(text, 4, 9)');
  });

  it('finds columns by their places where headings take several rows', () => {
    const file = fileOf(standing({ headerRows: [3, 4], before: [1] }));
    expect(file).toMatchObject({ lines: { from: 4, to: null }, period: [1], areas: [2] });
    expect(file?.values.map(({ column }) => column)).toEqual([3]);
  });
});
