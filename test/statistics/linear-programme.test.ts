import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { linearProgramme } from '../../src/statistics/optimise/linear-programme.ts';
import { simplexLeastSquares } from '../../src/statistics/optimise/simplex-least-squares.ts';
import { weightsRange } from '../../src/statistics/optimise/weights-range.ts';

describe('linearProgramme', () => {
  it('a textbook case: 3 x + 5 y with x <= 4, 2 y <= 12, 3 x + 2 y <= 18 (slacks written out)', () => {
    const best = linearProgramme(
      [3, 5, 0, 0, 0],
      [
        [1, 0, 1, 0, 0],
        [0, 2, 0, 1, 0],
        [3, 2, 0, 0, 1],
      ],
      [4, 12, 18],
    );
    expect(best?.value).toBeCloseTo(36, 12);
    expect(best?.x.slice(0, 2).map((value) => Math.round(value * 1e9) / 1e9)).toEqual([2, 6]);
  });

  it('nothing satisfies it, or nothing bounds it', () => {
    expect(linearProgramme([1, 1], [[1, 1]], [-1])).toBeNull();
    expect(linearProgramme([1, 0], [[1, -1]], [2])).toBeNull();
  });

  it('equal and redundant constraints', () => {
    const best = linearProgramme(
      [1, 2, 3],
      [
        [1, 1, 1],
        [2, 2, 2],
        [1, 1, 1],
      ],
      [1, 2, 1],
    );
    expect(best?.value).toBeCloseTo(3, 12);
  });

  it('does not cycle where corners coincide (Beale 1955)', () => {
    const best = linearProgramme(
      [0.75, -150, 0.02, -6, 0, 0, 0],
      [
        [0.25, -60, -0.04, 9, 1, 0, 0],
        [0.5, -90, -0.02, 3, 0, 1, 0],
        [0, 0, 1, 0, 0, 0, 1],
      ],
      [0, 0, 1],
    );
    expect(best?.value).toBeCloseTo(0.05, 12);
  });
});

describe('weightsRange', () => {
  const value = fc.integer({ min: -1000, max: 1000 }).map((tenths) => tenths / 10);
  const donors = fc.tuple(fc.integer({ min: 1, max: 5 }), fc.integer({ min: 2, max: 12 })).chain(([n, k]) =>
    fc.record({
      design: fc.array(fc.array(value, { minLength: k, maxLength: k }), { minLength: n, maxLength: n }),
      y: fc.array(value, { minLength: n, maxLength: n }),
      payoff: fc.array(value, { minLength: k, maxLength: k }),
    }),
  );

  it('holds the optimum that was found', () => {
    fc.assert(
      fc.property(donors, ({ design, y, payoff }) => {
        const { weights, fitted } = simplexLeastSquares(design, y);
        const found = weights.reduce((sum, w, j) => sum + w * (payoff[j] ?? 0), 0);
        const range = weightsRange(design, fitted, payoff);
        expect(range?.lower).toBeLessThanOrEqual(found + 1e-4);
        expect(range?.upper).toBeGreaterThanOrEqual(found - 1e-4);
      }),
      { numRuns: 300 },
    );
  });

  it('is a point where the weights are unique', () => {
    const design = [
      [0, 4],
      [0, 2],
    ];
    const { fitted } = simplexLeastSquares(design, [1, 1]);
    const range = weightsRange(design, fitted, [10, 20]);
    expect(range?.upper).toBeCloseTo(range?.lower ?? Number.NaN, 6);
  });

  it('is a stretch where the unit lies inside the hull of many donors', () => {
    const { fitted, rss } = simplexLeastSquares([[0, 1, 2, 3]], [1.5]);
    expect(rss).toBeLessThan(1e-20);
    const range = weightsRange([[0, 1, 2, 3]], fitted, [0, 10, 0, 10]);
    expect(range?.lower).toBeCloseTo(0, 9);
    expect(range?.upper).toBeCloseTo(10, 9);
  });
});
