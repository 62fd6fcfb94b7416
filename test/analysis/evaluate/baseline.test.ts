import { describe, expect, it } from 'vitest';
import { baselineFindings } from '../../../src/analysis/evaluate/regression-to-mean.ts';
import type { EvaluateResult } from '../../../src/analysis/evaluate/result.ts';

interface Stand {
  readonly rank: number;
  readonly areas: number;
  readonly p?: number | null;
  /** The difference from the last year, and from all years drawn towards the others. */
  readonly raw?: number;
  readonly drawn?: number;
}

/** Whether a stand among the peers is called extreme, and for which of its reasons. */
function extreme({ rank, areas, p = 0.5, raw = 0.8, drawn = 0.9 }: Stand) {
  const ratio = (estimate: number) => ({ estimate, lower: estimate - 0.1, upper: estimate + 0.1, p });
  const earlier = {
    years: 4,
    lastYear: ratio(1.1),
    ratioOfRatios: ratio(drawn),
    shrunkenRatioOfRatios: ratio(drawn),
    yearToYear: 0.03,
  };
  const peers = {
    areas,
    years: [{ rank }],
    earlier,
    ratio: 1,
    shrunken: 1,
    ratioOfRatios: ratio(raw),
    shrunkenRatioOfRatios: null,
  };
  const result = { regressionToMean: { peers }, design: { practice: 'P' } } as unknown as EvaluateResult;
  const slots = baselineFindings(result).find(({ id }) => id === 'evaluate.extreme-baseline')?.slots;
  return slots ? { isAtEnd: slots.isAtEnd, standsOut: slots.standsOut } : null;
}

const END = { isAtEnd: true, standsOut: false };

describe('an extreme baseline', () => {
  // A place at either end for each five areas, three at most.
  it.each([
    [{ rank: 1, areas: 4 }, null],
    [{ rank: 1, areas: 5 }, END],
    [{ rank: 2, areas: 5 }, null],
    [{ rank: 4, areas: 5 }, null],
    [{ rank: 5, areas: 5 }, END],
    [{ rank: 2, areas: 9 }, null],
    [{ rank: 2, areas: 10 }, END],
    [{ rank: 3, areas: 14 }, null],
    [{ rank: 3, areas: 15 }, END],
    [{ rank: 3, areas: 60 }, END],
    [{ rank: 4, areas: 60 }, null],
    [{ rank: 57, areas: 60 }, null],
    [{ rank: 58, areas: 60 }, END],
  ])('is a rank at an end: %j gives %j', (stand, expected) => {
    expect(extreme(stand)).toEqual(expected);
  });

  it.each([
    [0.049, { isAtEnd: false, standsOut: true }],
    [0.05, null],
    [null, null],
  ])('is a last year unlike those before it, at P = %j: %j', (p, expected) => {
    expect(extreme({ rank: 30, areas: 60, p })).toEqual(expected);
  });

  it.each([
    [0.8, 0.79, null],
    [0.8, 0.81, END],
    [1.2, 1.25, null],
    [1.2, 1.1, END],
    [1.2, 0.9, END],
  ])('is one only where %f shrinks, to %f: %j', (raw, drawn, expected) => {
    expect(extreme({ rank: 1, areas: 60, raw, drawn })).toEqual(expected);
  });
});
