/** Differences below this share of the largest value are rounding, not variation. */
export const ROUNDING = 1e-13;

/** What the points of a chart are made of, one entry a place of the chart; NaN where there is none. */
export interface Measurements {
  /** Values as charted; rates and shares for a denominator of one. */
  readonly y: Float64Array;
  /** Denominators, or sizes of subgroups. */
  readonly n: Float64Array | null;
  /** Standard deviations of subgroups. */
  readonly sd: Float64Array | null;
}

/** The points that limits and rules look at: neither missing nor excluded, in time order. */
export interface Sample extends Measurements {
  /** Their places in the chart. */
  readonly at: Int32Array;
  /** 1 where a missing place lies between a point and the one before it: no moving range is formed there. */
  readonly apart: Uint8Array;
}

/** A phase, as places in a sample: points `start` to `end` (not included); limits are made from those before `baseEnd`. */
export interface Span {
  readonly start: number;
  readonly end: number;
  readonly baseEnd: number;
}

const pick = (values: Float64Array, at: Int32Array): Float64Array =>
  Float64Array.from(at, (i) => values[i] ?? Number.NaN);

/** Drops missing and excluded places; an excluded one leaves no trace, a missing one sets its neighbours apart. */
export function sampleOf({ y, n, sd }: Measurements, excluded: Uint8Array | null): Sample {
  const places: number[] = [];
  const apart: number[] = [];
  let gap = 1;
  for (let i = 0; i < y.length; i += 1) {
    if (excluded !== null && excluded[i] === 1) continue;
    if (Number.isNaN(y[i])) {
      gap = 1;
      continue;
    }
    places.push(i);
    apart.push(gap);
    gap = 0;
  }
  const at = Int32Array.from(places);
  return {
    y: pick(y, at),
    n: n && pick(n, at),
    sd: sd && pick(sd, at),
    at,
    apart: Uint8Array.from(apart),
  };
}

/**
 * Phases of a sample from the places where new ones start (ascending, the first phase left out). Limits of the phase in
 * which `freeze` lies are made from its points up to and with that place.
 */
export function spansOf({ at }: Sample, starts: readonly number[], freeze: number | null): readonly Span[] {
  const edges = [0, ...starts.map((start) => firstFrom(at, start)), at.length];
  const frozen = freeze === null ? null : firstFrom(at, freeze + 1);
  return edges.slice(0, -1).map((start, k) => {
    const end = edges[k + 1] ?? at.length;
    const holds = freeze !== null && freeze >= (starts[k - 1] ?? 0) && freeze < (starts[k] ?? Number.POSITIVE_INFINITY);
    return { start, end, baseEnd: holds && frozen !== null ? Math.min(end, frozen) : end };
  });
}

/** Place in the sample of its first point at or after `place`. */
function firstFrom(at: Int32Array, place: number): number {
  const found = at.findIndex((i) => i >= place);
  return found === -1 ? at.length : found;
}

/**
 * The moving ranges of a chart's values as values of a chart of their own: at each point the distance to the point
 * before, across excluded ones; none after a missing one and at the start of a phase.
 */
export function movingRanges(y: Float64Array, excluded: Uint8Array | null, starts: readonly number[]): Float64Array {
  const ranges = new Float64Array(y.length).fill(Number.NaN);
  let before = Number.NaN;
  for (let i = 0; i < y.length; i += 1) {
    if (starts.includes(i)) before = Number.NaN;
    if (excluded !== null && excluded[i] === 1) continue;
    const value = y[i] ?? Number.NaN;
    ranges[i] = Math.abs(value - before);
    before = value;
  }
  return ranges;
}
