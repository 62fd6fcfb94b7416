import { describe, expect, it } from 'vitest';
import { median, monotoneStretches, runsAbout, usedPoints } from '../../../src/analysis/run-chart/sequence.ts';

const points = (...values: (number | null)[]) => usedPoints(values.map((value) => ({ value, excluded: false })));

describe('median', () => {
  it('is the middle value or the mean of the two middle ones', () => {
    expect(median([3, 1, 2])).toBe(2);
    expect(median([10, 9, 100, 2])).toBe(9.5);
    expect(median([7])).toBe(7);
    expect(median([])).toBeNull();
  });
});

describe('used points', () => {
  it('keeps the places of what is neither missing nor excluded', () => {
    expect(
      usedPoints([
        { value: 5, excluded: false },
        { value: null, excluded: false },
        { value: 6, excluded: true },
        { value: 0, excluded: false },
      ]),
    ).toEqual([
      { at: 0, value: 5 },
      { at: 3, value: 0 },
    ]);
  });
});

describe('runs about a line', () => {
  it('passes over points on the line: they neither end nor lengthen a run', () => {
    expect(runsAbout(points(6, 5, 7, 5, 5, 8, 4), 5, 'skipped')).toEqual([
      { side: 'above', at: [0, 2, 5] },
      { side: 'below', at: [6] },
    ]);
  });

  it('ends the run at a point on the line where the policy says so', () => {
    expect(runsAbout(points(6, 5, 7, 4), 5, 'breaks')).toEqual([
      { side: 'above', at: [0] },
      { side: 'above', at: [2] },
      { side: 'below', at: [3] },
    ]);
  });

  it('goes on behind a missing period', () => {
    expect(runsAbout(points(6, null, 7), 5, 'skipped')).toEqual([{ side: 'above', at: [0, 2] }]);
  });
});

describe('stretches that rise or fall', () => {
  it('counts one of equal neighbours, however many', () => {
    expect(monotoneStretches(points(1, 2, 2, 2, 3, 4, 4, 5), 'one-counts')).toEqual([
      { direction: 'up', at: [0, 1, 4, 5, 7] },
    ]);
  });

  it('ends at equal neighbours where the policy says so', () => {
    expect(monotoneStretches(points(1, 2, 2, 3), 'breaks')).toEqual([
      { direction: 'up', at: [0, 1] },
      { direction: 'up', at: [2, 3] },
    ]);
  });

  it('shares the turning point between a rise and a fall', () => {
    expect(monotoneStretches(points(1, 2, 3, 2, 1), 'one-counts')).toEqual([
      { direction: 'up', at: [0, 1, 2] },
      { direction: 'down', at: [2, 3, 4] },
    ]);
  });

  it('finds none in a constant series', () => {
    expect(monotoneStretches(points(4, 4, 4, 4), 'one-counts')).toEqual([]);
  });
});
