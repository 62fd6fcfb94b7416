import { D2 } from '../../reference/control-constants.ts';

/** Fewest points for limits that mean anything. */
const FEWEST_POINTS = 12;

interface LookedAt {
  readonly value: number | null;
  readonly excluded: boolean;
}

/** Limits of an individuals chart: mean less and plus three times the mean moving range over 1.128. */
interface LookLimits {
  readonly lower: number;
  readonly upper: number;
}

/**
 * The limits beyond which a point is worth a look: those of an individuals chart on the points at places 0 to `last`
 * that are neither missing nor excluded. A missing point breaks the moving range, an excluded one does not. Null with
 * fewer than 12 such points, or where they do not vary. This is no run chart rule: the astronomical point of the IHI
 * rules is judged by eye.
 */
export function lookLimits(points: readonly LookedAt[], last: number): LookLimits | null {
  const base = points.slice(0, last + 1).filter((point) => !point.excluded);
  const values = base.flatMap(({ value }) => (value === null ? [] : [value]));
  if (values.length < FEWEST_POINTS) return null;
  const ranges = base.flatMap(({ value }, i) => {
    const before = base[i - 1]?.value ?? null;
    return value === null || before === null ? [] : [Math.abs(value - before)];
  });
  const range = mean(ranges);
  if (!(range > 0)) return null;
  const centre = mean(values);
  return { lower: centre - (3 * range) / D2, upper: centre + (3 * range) / D2 };
}

function mean(values: readonly number[]): number {
  return values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length;
}
