import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { freeSpot, overlaps, spread } from '../../../src/charts/parts/placing.ts';

describe('spread', () => {
  it('leaves labels alone that do not meet', () => {
    expect(
      spread(
        [
          { centre: 50, height: 10 },
          { centre: 20, height: 10 },
        ],
        0,
        100,
      ),
    ).toEqual([50, 20]);
  });

  it('moves labels that meet apart by the same', () => {
    expect(
      spread(
        [
          { centre: 50, height: 10 },
          { centre: 52, height: 10 },
        ],
        0,
        100,
      ),
    ).toEqual([46, 56]);
  });

  it('never lets two share ground, keeps their order and stays within bounds that hold them', () => {
    const wish = fc.record({ centre: fc.integer({ min: -50, max: 250 }), height: fc.integer({ min: 5, max: 30 }) });
    fc.assert(
      fc.property(fc.array(wish, { minLength: 1, maxLength: 6 }), (wishes) => {
        const centres = spread(wishes, 0, 200);
        const placed = wishes.map((each, place) => ({ ...each, at: centres[place] ?? 0 })).sort((a, b) => a.at - b.at);
        placed.forEach((each, place) => {
          const next = placed[place + 1];
          expect(each.at - each.height / 2).toBeGreaterThanOrEqual(-1e-6);
          expect(each.at + each.height / 2).toBeLessThanOrEqual(200 + 1e-6);
          if (!next) return;
          expect(each.at + each.height / 2).toBeLessThanOrEqual(next.at - next.height / 2 + 1e-6);
          expect(each.centre).toBeLessThanOrEqual(next.centre);
        });
      }),
    );
  });
});

describe('freeSpot', () => {
  const bounds = { x: 0, y: 0, width: 200, height: 100 };

  it('takes the nearest free ground, above rather than below', () => {
    const point = { x: 94, y: 44, width: 12, height: 12 };
    const spot = freeSpot({ width: 40, height: 15 }, { x: 100, y: 50 }, [point], bounds);
    expect(spot).toMatchObject({ x: 80 });
    expect(spot?.y).toBeLessThanOrEqual(44 - 15);
  });

  it('finds none where nothing is free', () => {
    expect(freeSpot({ width: 40, height: 15 }, { x: 100, y: 50 }, [bounds], bounds)).toBeNull();
    expect(freeSpot({ width: 240, height: 15 }, { x: 100, y: 50 }, [], bounds)).toBeNull();
  });

  it('touches no obstacle and stays inside', () => {
    const obstacle = fc.record({
      x: fc.integer({ min: 0, max: 200 }),
      y: fc.integer({ min: 0, max: 100 }),
      width: fc.constant(12),
      height: fc.constant(12),
    });
    fc.assert(
      fc.property(fc.array(obstacle, { maxLength: 25 }), (obstacles) => {
        const spot = freeSpot({ width: 50, height: 18 }, { x: 120, y: 40 }, obstacles, bounds);
        if (!spot) return;
        const box = { ...spot, width: 50, height: 18 };
        expect(obstacles.some((other) => overlaps(box, other))).toBe(false);
        expect(box.x >= 0 && box.y >= 0 && box.x + 50 <= 200 && box.y + 18 <= 100).toBe(true);
      }),
    );
  });
});
