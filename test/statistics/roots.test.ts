import { describe, expect, it } from 'vitest';
import { bisect, maximise } from '../../src/statistics/roots.ts';

describe('maximise', () => {
  it('finds a smooth top to 9 digits, where the values themselves tell no more than 6', () => {
    // x^a e^-x on top of 1,000, which takes three digits from every difference; the top is at a.
    for (const a of [0.7, 2.5, Math.PI]) {
      expect(Math.abs(maximise((x) => 1000 + a * Math.log(x) - x, 0.1, 5, 0.1, 1e-10) - a)).toBeLessThan(1e-9);
    }
  });

  it('takes the higher of two tops', () => {
    const twin = (x: number) => Math.exp(-((x - 1) ** 2) / 0.02) + 1.1 * Math.exp(-((x - 3) ** 2) / 0.02);
    expect(maximise(twin, 0, 4, 0.05, 1e-10)).toBeCloseTo(3, 10);
  });

  it('stays at the end that is highest', () => {
    expect(maximise((x) => x, -1, 1, 0.02, 1e-10)).toBeCloseTo(1, 9);
    expect(maximise((x) => -x, -1, 1, 0.02, 1e-10)).toBeCloseTo(-1, 9);
  });

  it('is not led astray by a corner, nor by what is not a number', () => {
    expect(maximise((x) => -Math.abs(x - 0.3), -1, 1, 0.02, 1e-10)).toBeCloseTo(0.3, 9);
    expect(maximise((x) => (x < 0 ? Number.NaN : -((x - 0.5) ** 2)), -1, 1, 0.02, 1e-10)).toBeCloseTo(0.5, 10);
  });
});

describe('bisect', () => {
  it('finds a root to the last digit, or the nearer end where there is none', () => {
    expect(bisect((x) => x * x - 2, 0, 2)).toBeCloseTo(Math.SQRT2, 15);
    expect(bisect((x) => x + 1, 0, 2)).toBe(0);
  });
});
