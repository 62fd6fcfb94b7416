import { expect, it } from 'vitest';
import { run, settingsFrom } from '../../../src/application/run.ts';
import { nodeEffects } from '../../../src/commands/node-effects.ts';
import { figuresOf } from '../../../src/document/walk.ts';

const FROME = ['admissions', 'costs', 'list-sizes'].map((name) => `fixtures/frome-somerset/${name}.csv`);

it('marks the pair of years of this comparison, and no other', async () => {
  const given = { practice: ['frome'], comparator: ['somerset'], baseline: '2013/14', followUp: '2016/17' };
  const output = await run(
    'compare',
    settingsFrom('compare', FROME, given),
    nodeEffects({ quiet: true, colour: false }),
  );
  const figure = figuresOf(await output.document({ figures: true })).find(({ id }) => id.includes('sensitivity'));
  const spec = JSON.stringify(figure?.spec);
  // Whole financial years of the file: 2013/14 to 2016/17, so six pairs.
  const pairs = new Set(spec.match(/20\d\d\/\d\d against 20\d\d\/\d\d(?: \(this report\))?/g));
  expect([...pairs].sort()).toEqual([
    '2014/15 against 2013/14',
    '2015/16 against 2013/14',
    '2015/16 against 2014/15',
    '2016/17 against 2013/14 (this report)',
    '2016/17 against 2014/15',
    '2016/17 against 2015/16',
  ]);
  // In the wide chart and in the narrow one.
  const marks = spec.match(/"subject":"\w+"/g) ?? [];
  expect(marks.filter((mark) => mark.includes('relative'))).toHaveLength(2 * 1);
  expect(marks.filter((mark) => mark.includes('other'))).toHaveLength(2 * 5);
});
