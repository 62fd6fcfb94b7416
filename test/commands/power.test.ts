import { describe, expect, it } from 'vitest';
import type { Effects } from '../../src/commands/effects.ts';
import { runProgram } from '../../src/commands/program.ts';
import { hash } from '../support/hash.ts';

async function run(...args: readonly string[]): Promise<string> {
  let out = '';
  const effects: Effects = {
    out: (piece) => {
      out += piece;
    },
    err: () => undefined,
    read: async () => new Uint8Array(),
    exists: async () => false,
    hash,
    writeFolder: async () => undefined,
    writeFile: async () => undefined,
    refuse: async () => undefined,
    terminal: { isScreen: false, columns: 80, colour: false, unicode: true },
  };
  await runProgram(['power', ...args], effects);
  return out;
}

interface Row {
  readonly design: string;
  readonly listSize: number;
  readonly percentChange: number | null;
  readonly percentIncrease: number | null;
  readonly powerOfChange: number | null;
  readonly simulated: { readonly power: number; readonly runs: number } | null;
}

async function rows(...args: readonly string[]): Promise<readonly Row[]> {
  return JSON.parse(await run(...args, '--json')).result.detectable;
}

describe('power', () => {
  it('answers a practice of 13,851 patients in words, with a table over list sizes and a simulation', async () => {
    const out = await run('--list-size', '13851', '--comparator-size', '520000', '--runs', '200');
    expect(out).toContain('13,851 people');
    expect(out).toContain('200 simulated series (seed 20180910)');
    expect(out).toMatch(/30,000 +−/);
    expect(Math.max(...out.split('\n').map((line) => line.length))).toBeLessThanOrEqual(80);
  });

  it('takes several list sizes, and simulates by seed', async () => {
    const table = await rows('--list-size', '5000,10000,28000', '--runs', '50', '--seed', '7');
    expect(new Set(table.map(({ listSize }) => listSize))).toEqual(new Set([5000, 10_000, 28_000]));
    expect(table.find(({ design }) => design === 'interrupted-level')?.simulated?.runs).toBe(50);
  });

  it('is written as CSV', async () => {
    expect(await run('--list-size', '10000', '--runs', '0', '--format', 'csv')).toContain('two-years,10000,85');
  });

  it('says how likely a change that is named would be found, by every design', async () => {
    const options = ['--list-size', '10000', '--runs', '0', '--change', '-15', '--sigma', '20'];
    const table = await rows(...options);
    expect(table.filter(({ listSize }) => listSize === 10_000).map(({ design }) => design)).toEqual([
      ...['two-years', 'two-years-exact', 'interrupted-level', 'interrupted-slope', 'interrupted-end'],
      ...['trend', 'linear-level', 'linear-slope'],
    ]);
    for (const { listSize, powerOfChange } of table)
      if (listSize === 10_000) expect(powerOfChange).toBeGreaterThan(0.05);
    expect(await run(...options, '--format', 'markdown')).toContain('Power for −15.0%');
    const out = await run(...options);
    expect(out).toMatch(/Single series on counts, jump +−\S+ +\S+ +– +\d/);
    // A change of the level is none a quarter.
    expect(out).toMatch(/Single series on counts, slope +−\S+ +\S+ +– +–/);
    expect(Math.max(...out.split('\n').map((line) => line.length))).toBeLessThanOrEqual(80);
    expect(await run(...options, '--format', 'csv')).toContain('two-years-exact,10000,85');
  });

  it('says which power and level it was asked for', async () => {
    const out = (await run('--list-size', '10000', '--runs', '0', '--power', '0.9', '--alpha', '0.01')).replace(
      /\s+/g,
      ' ',
    );
    expect(out).toContain('would with 90% power find');
    expect(out).toContain('found with 90% power at the 1% level');
    expect(out).not.toContain('80%');
  });

  it('needs a list size, and refuses numbers that are none', async () => {
    await expect(run()).rejects.toThrow('power.no-list-size');
    for (const wrong of [
      ['--power', '1'],
      ['--alpha', '0'],
      ['--sigma', '-1'],
      ['--power', '0.01'],
    ])
      await expect(run('--list-size', '10000', ...wrong)).rejects.toThrow('power.out-of-range');
    await expect(run('--list-size', 'many')).rejects.toThrow('usage.not-a-number');
    await expect(run('--list-size', '10000', '--rate', 'high')).rejects.toThrow('usage.not-a-number');
  });
});
