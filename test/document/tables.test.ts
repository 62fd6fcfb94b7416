import { beforeAll, describe, expect, it } from 'vitest';
import { run, settingsFrom } from '../../src/application/run.ts';
import { nodeEffects } from '../../src/commands/node-effects.ts';
import type { Table } from '../../src/document/document.ts';
import { tablesOf } from '../../src/document/walk.ts';

const FROME = ['admissions', 'costs', 'list-sizes'].map((name) => `fixtures/frome-somerset/${name}.csv`);
const PRACTICES = ['fixtures/practices/six-practices.csv'];
const PAIR = { practice: ['frome'], comparator: ['somerset'], intervention: '2014/15 Q1' };

const ASKED = [
  ['check', FROME, {}],
  ['compare', FROME, { ...PAIR, baseline: '2013/14', followUp: '2016/17' }],
  ['runchart', FROME, { practice: ['frome'], seasonal: true }],
  ['spc', FROME, { practice: ['frome'], phases: ['2014/15 Q1'], target: 700, exclude: ['2013/14 Q2'] }],
  ['scan', PRACTICES, {}],
  ['evaluate', FROME, { ...PAIR, plan: 'fixtures/frome-somerset/plan.yaml' }],
  ['evaluate', FROME, { ...PAIR, published: 'fixtures/frome-somerset/published.yaml' }],
  ['power', [], { listSize: [13_851], comparatorSize: 520_000, runs: 0 }],
  ['rules', [], {}],
] as const;

describe.each(ASKED)('tables of %s (%j, %j)', (command, files, given) => {
  let tables: readonly Table[] = [];
  beforeAll(async () => {
    const output = await run(command, settingsFrom(command, files, given), nodeEffects({ quiet: true, colour: false }));
    tables = [...tablesOf(await output.document({ figures: true })), await output.numbers()];
  });

  it('have a cell for each heading in every row', () => {
    expect(tables.length).toBeGreaterThan(1);
    for (const { id, columns, rows } of tables) {
      expect(columns.length, id).toBeGreaterThan(0);
      expect([id, ...new Set(rows.map((row) => row.length))], id).toEqual(
        rows.length > 0 ? [id, columns.length] : [id],
      );
    }
  });
});
