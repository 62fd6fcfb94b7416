/** What rules look at, one entry a point of the sample. */
export interface Sequence {
  readonly y: Float64Array;
  /** Side of the centre line: 1, -1, or 0 on it. */
  readonly side: Int8Array;
  /** Distance from the centre in sigmas; NaN without a symmetric sigma. */
  readonly z: Float64Array;
  /** 1 above the upper limit, -1 below the lower one, else 0. */
  readonly beyond: Int8Array;
  /** 1 where no moving range is formed with the point before. */
  readonly apart: Uint8Array;
  /** Mean moving range of the phase; NaN where there is none. */
  readonly meanRange: Float64Array;
}

/** Points `from` to `to` (included) of a sample that follow a rule, and those of them that are marked. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
  readonly side: 'above' | 'below' | 'up' | 'down' | null;
  readonly marked: readonly number[];
}

/**
 * Which points of a pattern are marked: all of it; from the one at which the pattern is complete (`last`); or those that
 * lie beyond the rule's zone line (`beyond`).
 */
export type FlagPolicy = 'all' | 'last' | 'beyond';

/** Finds every stretch of the points `start` to `end` (not included) that follows a rule. */
export type Detector<Definition> = (
  definition: Definition,
  sequence: Sequence,
  start: number,
  end: number,
) => readonly Stretch[];

/** Whole numbers from `from` to `to`, both included. */
export const range = (from: number, to: number): readonly number[] => {
  const all: number[] = [];
  for (let i = from; i <= to; i += 1) all.push(i);
  return all;
};

/** A stretch of at least `points`, marked whole or from the point that completes it. */
export function stretch(from: number, to: number, side: Stretch['side'], points: number, flag: FlagPolicy): Stretch {
  return { from, to, side, marked: range(flag === 'last' ? from + points - 1 : from, to) };
}

/**
 * The longest stretches of at least `points` points of one kind; kind 0 belongs to none. The sides are those of kind 1
 * and kind -1.
 */
export function stretches(
  kind: (i: number) => number,
  [start, end]: readonly [number, number],
  rule: { readonly points: number; readonly flag: FlagPolicy },
  [plus, minus]: readonly [Stretch['side'], Stretch['side']],
): readonly Stretch[] {
  let found: Stretch[] | undefined;
  let from = start;
  let current = 0;
  for (let i = start; i <= end; i += 1) {
    const own = i < end ? kind(i) : 0;
    if (own === current && i < end) continue;
    if (current !== 0 && i - from >= rule.points) {
      found ??= [];
      found.push(stretch(from, i - 1, current > 0 ? plus : minus, rule.points, rule.flag));
    }
    from = i;
    current = own;
  }
  return found ?? NOTHING;
}

export const NOTHING: readonly Stretch[] = [];
