import type { LinePolicy, TiePolicy } from '../chart/policies.ts';

/** A point that counts: `at` is its place among all points of the chart, missing and excluded ones included. */
export interface UsedPoint {
  readonly at: number;
  readonly value: number;
}

/** Neighbours on one side of the centre line. */
export interface Run {
  readonly side: 'above' | 'below';
  readonly at: readonly number[];
}

/** Neighbours that all rise or all fall. */
interface Monotone {
  readonly direction: 'up' | 'down';
  readonly at: readonly number[];
}

/** The points that are neither missing nor excluded, in time order. */
export function usedPoints(
  points: readonly { readonly value: number | null; readonly excluded: boolean }[],
): readonly UsedPoint[] {
  return points.flatMap(({ value, excluded }, at) => (value === null || excluded ? [] : [{ at, value }]));
}

/** Middle value, or the mean of the two middle values; null of nothing. */
export function median(values: readonly number[]): number | null {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const high = sorted[middle];
  if (high === undefined) return null;
  const low = sorted[middle - 1];
  return sorted.length % 2 === 1 || low === undefined ? high : (low + high) / 2;
}

/**
 * The series cut into runs: the longest stretches of neighbours on one side of `centre`. A point on the line belongs to
 * no run; whether the run goes on behind it is the policy's. A missing period does not end a run.
 */
export function runsAbout(points: readonly UsedPoint[], centre: number, onLine: LinePolicy): readonly Run[] {
  const runs: { side: Run['side']; at: number[] }[] = [];
  let open = false;
  for (const { at, value } of points) {
    if (value === centre) {
      if (onLine === 'breaks') open = false;
      continue;
    }
    const side = value > centre ? 'above' : 'below';
    const last = runs.at(-1);
    if (open && last?.side === side) last.at.push(at);
    else runs.push({ side, at: [at] });
    open = true;
  }
  return runs;
}

/**
 * The longest stretches in which every point is above, or every point below, the one before. A turning point ends one
 * stretch and begins the next. Where one of equal neighbours counts, it is the first.
 */
export function monotoneStretches(points: readonly UsedPoint[], ties: TiePolicy): readonly Monotone[] {
  const kept = ties === 'one-counts' ? points.filter((point, i) => point.value !== points[i - 1]?.value) : points;
  const stretches: { direction: Monotone['direction']; at: number[] }[] = [];
  let open = false;
  kept.forEach((point, i) => {
    const before = kept[i - 1];
    if (before === undefined) return;
    if (point.value === before.value) {
      open = false;
      return;
    }
    const direction = point.value > before.value ? 'up' : 'down';
    const last = stretches.at(-1);
    if (open && last?.direction === direction) last.at.push(point.at);
    else stretches.push({ direction, at: [before.at, point.at] });
    open = true;
  });
  return stretches;
}
