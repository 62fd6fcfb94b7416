import { describe, expect, it } from 'vitest';
import { a3, b3, b4, c4, D2, D4, EXACT_D2, EXACT_D4 } from '../../src/reference/control-constants.ts';

/** Printed tables of control chart constants: n, c4, A3, B3, B4. */
const TABLE: readonly (readonly [number, number, number, number, number])[] = [
  [2, 0.7979, 2.6587, 0, 3.2665],
  [3, 0.8862, 1.9544, 0, 2.5682],
  [4, 0.9213, 1.6281, 0, 2.266],
  [5, 0.94, 1.4273, 0, 2.089],
  [6, 0.9515, 1.2871, 0.0304, 1.9696],
  [8, 0.965, 1.0991, 0.1851, 1.8149],
  [10, 0.9727, 0.9754, 0.2837, 1.7163],
];

describe('control chart constants', () => {
  it.each(TABLE)('agree with the printed table for n = %i', (n, ...printed) => {
    expect([c4(n), a3(n), b3(n), b4(n)].map((value) => Math.round(value * 1e4) / 1e4)).toEqual(printed);
  });

  it('hold the constants of moving ranges, rounded and exact', () => {
    expect(D2).toBe(1.128);
    expect(EXACT_D2).toBeCloseTo(1.1283791671, 10);
    expect(3 / EXACT_D2).toBeCloseTo(2.65868, 5);
    expect(D4).toBe(3.267);
    expect(EXACT_D4).toBeCloseTo(3.26653, 5);
  });

  it('stay true for large subgroups: c4 is about 1 - 1 / (4 n)', () => {
    expect(c4(2001)).toBeCloseTo(1 - 1 / (4 * 2000), 7);
  });
});
