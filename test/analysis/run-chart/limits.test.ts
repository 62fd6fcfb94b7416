import { describe, expect, it } from 'vitest';
import {
  exactRunsRange,
  fewestCrossings,
  longestRunLimit,
  runsArrangements,
} from '../../../src/analysis/run-chart/limits.ts';
import { printedRunsRange } from '../../../src/reference/run-limits.ts';
import { csvRecords } from './support.ts';

const table = csvRecords(new URL('../../reference/number-of-runs-limits.csv', import.meta.url));

/** Runs in a sequence of ones (above) and noughts, counted one by one. */
function runsIn(sequence: readonly number[]): number {
  return sequence.filter((value, i) => value !== sequence[i - 1]).length;
}

/** Every order of `above` ones among n places, counted by its number of runs. */
function enumerated(n: number, above: number): readonly number[] {
  const counts = new Array<number>(n + 1).fill(0);
  for (let bits = 0; bits < 2 ** n; bits += 1) {
    const sequence = Array.from({ length: n }, (_, i) => (bits >> i) & 1);
    if (sequence.reduce((a, b) => a + b, 0) !== above) continue;
    const runs = runsIn(sequence);
    counts[runs] = (counts[runs] ?? 0) + 1;
  }
  return counts;
}

describe('limits for the number of runs', () => {
  it('is the published table for 10 to 60 useful points, halves on each side', () => {
    expect(table).toHaveLength(51);
    for (const row of table) {
      const n = Number(row.n_useful);
      const half = Math.floor(n / 2);
      expect([n, exactRunsRange(half, n - half)]).toEqual([
        n,
        { lower: Number(row.se_exact_min_ok), upper: Number(row.se_exact_max_ok) },
      ]);
      expect([n, printedRunsRange(n)]).toEqual([
        n,
        { lower: Number(row.printed_recalled_min_ok), upper: Number(row.printed_recalled_max_ok) },
      ]);
    }
  });

  it('counts the arrangements as brute force does, for every split of up to 12 points', () => {
    for (let n = 1; n <= 12; n += 1) {
      for (let above = 0; above <= n; above += 1) {
        const counts = runsArrangements(above, n - above);
        const expected = enumerated(n, above);
        expect([n, above, ...counts.map(Number)]).toEqual([n, above, ...expected.slice(0, counts.length)]);
        expect(expected.slice(counts.length).every((count) => count === 0)).toBe(true);
      }
    }
  });

  it('takes limits from the tails of the enumeration', () => {
    for (let above = 1; above <= 11; above += 1) {
      const counts = enumerated(12, above);
      const total = counts.reduce((a, b) => a + b, 0);
      const share = (keep: (runs: number) => boolean) =>
        counts.reduce((sum, count, runs) => sum + (keep(runs) ? count : 0), 0) / total;
      const { lower, upper } = exactRunsRange(above, 12 - above);
      if (lower !== null) {
        expect(share((runs) => runs < lower)).toBeLessThanOrEqual(0.025);
        expect(share((runs) => runs <= lower)).toBeGreaterThan(0.025);
      }
      if (upper !== null) {
        expect(share((runs) => runs > upper)).toBeLessThanOrEqual(0.025);
        expect(share((runs) => runs >= upper)).toBeGreaterThan(0.025);
      }
    }
  });

  it('has no limits where all points lie on one side, and none above where one side has few', () => {
    expect(exactRunsRange(0, 14)).toEqual({ lower: null, upper: null });
    expect(exactRunsRange(14, 0)).toEqual({ lower: null, upper: null });
    expect(exactRunsRange(0, 0)).toEqual({ lower: null, upper: null });
    // One point above among 20: 2 or 3 runs, 2 with probability 1/10.
    expect(exactRunsRange(1, 19)).toEqual({ lower: null, upper: null });
  });

  it('stays exact for long series', () => {
    const { lower, upper } = exactRunsRange(500, 500);
    // Normal approximation: mean 501, standard deviation 15.803; 501 -+ 1.96 x 15.803 is 470.0 to 532.0.
    expect(lower).toBeGreaterThanOrEqual(469);
    expect(lower).toBeLessThanOrEqual(472);
    expect(upper).toBeGreaterThanOrEqual(530);
    expect(upper).toBeLessThanOrEqual(533);
  });

  it('has no printed row outside 10 to 60', () => {
    expect(printedRunsRange(9)).toBeNull();
    expect(printedRunsRange(61)).toBeNull();
  });
});

describe('Anhøj limits', () => {
  it('is the published table for 10 to 60 useful points', () => {
    for (const row of table) {
      const n = Number(row.n_useful);
      expect([n, longestRunLimit(n), fewestCrossings(n)]).toEqual([
        n,
        Number(row.anhoej_longest_run_max_ok),
        Number(row.anhoej_crossings_min_ok),
      ]);
    }
  });

  it('does not exist without useful points', () => {
    expect(longestRunLimit(0)).toBeNull();
    expect(fewestCrossings(0)).toBeNull();
  });
});
