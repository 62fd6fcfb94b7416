import { describe, expect, it } from 'vitest';
import type { Effects } from '../../src/commands/effects.ts';
import { runProgram } from '../../src/commands/program.ts';
import { expectClose, golden } from '../support/golden.ts';

async function run(...args: readonly string[]): Promise<string> {
  let out = '';
  const effects: Effects = {
    out: (piece) => {
      out += piece;
    },
    err: () => undefined,
    read: async () => new Uint8Array(),
    exists: async () => false,
    writeFolder: async () => undefined,
    writeFile: async () => undefined,
    terminal: { columns: 80, colour: false, unicode: true },
  };
  await runProgram(['power', ...args], effects);
  return out;
}

interface Row {
  readonly design: string;
  readonly listSize: number;
  readonly percentChange: number | null;
  readonly percentIncrease: number | null;
  readonly simulated: { readonly power: number; readonly runs: number } | null;
}

async function rows(...args: readonly string[]): Promise<readonly Row[]> {
  return JSON.parse(await run(...args, '--json')).result.detectable;
}

describe('power', () => {
  const expected = golden('18-power-mde');

  it('gives the detectable rate ratios of golden 18', async () => {
    const [years] = await rows('--list-size', '24000', '--rate', '100', '--runs', '0');
    const { lower, upper } = expected.mde_rate_ratio_examples.x0_2400;
    expect(years?.design).toBe('two-years');
    expectClose(years?.percentChange, 100 * (lower - 1), 1e-7);
    expectClose(years?.percentIncrease, 100 * (upper - 1), 1e-7);
  });

  it('gives the detectable terms of a controlled series of golden 18', async () => {
    const [one] = expected.cits_design;
    const table = await rows(
      ...['--list-size', '24800', '--rate', '100', '--comparator-size', '500000', '--runs', '0'],
      ...['--quarters-before', '16', '--quarters-after', '16'],
    );
    const fall = (design: string) => -(table.find((row) => row.design === design)?.percentChange ?? Number.NaN);
    expectClose(fall('controlled-level'), one.mde_level_pct, 1e-7);
    expectClose(fall('controlled-slope'), one.mde_slope_pct_per_quarter, 1e-7);
  });

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

  it('needs a list size, and refuses numbers that are none', async () => {
    await expect(run()).rejects.toThrow('power.no-list-size');
    await expect(run('--list-size', 'many')).rejects.toThrow('power.out-of-range');
    await expect(run('--list-size', '10000', '--rate', 'high')).rejects.toThrow('usage.not-a-number');
  });
});
