import { describe, expect, it } from 'vitest';
import type { Effects } from '../../src/commands/effects.ts';
import { runProgram } from '../../src/commands/program.ts';
import { QuarterlineError } from '../../src/errors.ts';
import { errorText } from '../../src/messages.ts';
import { hash } from '../support/hash.ts';

async function rules(...args: readonly string[]): Promise<string> {
  let out = '';
  const nothing = async () => {
    throw new Error('nothing is read or written');
  };
  const effects: Effects = {
    out: (text) => {
      out += text;
    },
    err: () => undefined,
    read: nothing,
    exists: async () => false,
    hash,
    writeFolder: nothing,
    writeFile: nothing,
    refuse: nothing,
    terminal: { isScreen: false, columns: 80, colour: false, unicode: true },
  };
  expect(await runProgram(['rules', ...args], effects)).toBe(0);
  return out;
}

const NAMES = [
  'ihi-run',
  'anhoej',
  'ihi-control',
  'mdc-excel-v5',
  'mdc-sql-2.6a',
  'nhsr',
  'western-electric',
  'nelson',
  'wheeler',
];

describe('rules', () => {
  it('lists every rule set of run and control charts', async () => {
    const out = await rules();
    for (const name of NAMES) expect(out).toContain(name);
    expect(out).toContain('Run charts: rule sets');
    expect(out).toContain('quarterline rules NAME');
  });

  it.each(NAMES)('explains %s: rules, policies, where others differ, source', async (name) => {
    const out = await rules(name);
    expect(out).toContain(`Rule set ${name}`);
    expect(out).toContain('Policies');
    expect(out).toContain(`Where ${name} disagrees with other rule sets`);
    expect(out).toMatch(/Checked against/);
    expect(out).not.toMatch(/undefined|null|NaN/);
  });

  it('says of each policy who differs', async () => {
    const out = (await rules('mdc-excel-v5')).replace(/\s+/g, ' ');
    expect(out).toContain('Points needed 13 a chart, 2 a phase');
    expect(out).toMatch(/one of them counts/);
    expect(out).toMatch(/13 a chart, 12 a phase/);
  });

  it('gives definitions and disagreements as JSON', async () => {
    const { command, result } = JSON.parse(await rules('nhsr', '--json'));
    expect(command).toBe('rules');
    expect(result.ruleSets).toHaveLength(1);
    expect(result.ruleSets[0]).toMatchObject({ name: 'nhsr', charts: 'control', screening: { byDefault: true } });
    expect(result.ruleSets[0].texts[1]).toBe('Shift: 7 or more points in a row on one side of the centre line.');
    const shift = result.ruleSets[0].disagreements.find(({ aspect }: { aspect: string }) => aspect === 'shift');
    expect(shift).toEqual({
      aspect: 'shift',
      here: '7',
      elsewhere: [
        { text: '8', names: ['ihi-control', 'western-electric', 'wheeler'] },
        { text: '6', names: ['mdc-excel-v5', 'mdc-sql-2.6a'] },
        { text: '9', names: ['nelson'] },
      ],
    });
  });

  it('offers the nearest name', async () => {
    const error = await rules('nelso').catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(QuarterlineError);
    if (!(error instanceof QuarterlineError)) return;
    expect(error.exitCode).toBe(2);
    expect(errorText(error)).toMatch(/no rule set "nelso".*quarterline rules nelson/);
  });
});
