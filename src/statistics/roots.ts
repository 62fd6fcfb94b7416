/**
 * A root of a continuous function between two points at which its signs differ, by bisection until the interval cannot be
 * halved further. Where the signs do not differ: the end at which the function is closer to 0.
 */
export function bisect(f: (x: number) => number, from: number, to: number): number {
  let low = from;
  let high = to;
  const sign = Math.sign(f(low));
  if (sign === Math.sign(f(high))) return Math.abs(f(low)) < Math.abs(f(high)) ? low : high;
  for (;;) {
    const middle = low + (high - low) / 2;
    if (middle <= low || middle >= high) return middle;
    if (Math.sign(f(middle)) === sign) low = middle;
    else high = middle;
  }
}

const GOLDEN = (Math.sqrt(5) - 1) / 2;
/** Part of a grid step over which the slope at the top is taken, and how many Newton steps follow. */
const POLISH_PARTS = 64;
const POLISH_STEPS = 3;

/**
 * Where a function is largest between two points: the best of a grid, then golden-section search between its neighbours until
 * they are `tolerance` apart, then Newton's steps on the slope. (Near the top a function is so flat that its values, rounded to
 * 16 digits, cannot tell places closer than about 1e-8; differences over a wider stretch can.) Values that are not numbers count
 * as lowest.
 */
export function maximise(f: (x: number) => number, from: number, to: number, step: number, tolerance: number): number {
  const panels = Math.max(2, Math.ceil((to - from) / step));
  const grid = Array.from({ length: panels + 1 }, (_, i) => from + ((to - from) * i) / panels);
  const value = (x: number) => {
    const y = f(x);
    return Number.isNaN(y) ? -Infinity : y;
  };
  const values = grid.map(value);
  const best = values.indexOf(Math.max(...values));
  let low = grid[Math.max(0, best - 1)] as number;
  let high = grid[Math.min(panels, best + 1)] as number;
  let left = { x: high - GOLDEN * (high - low), y: 0 };
  let right = { x: low + GOLDEN * (high - low), y: 0 };
  left.y = value(left.x);
  right.y = value(right.x);
  while (high - low > tolerance) {
    if (left.y > right.y) {
      high = right.x;
      right = left;
      left = { x: high - GOLDEN * (high - low), y: 0 };
      left.y = value(left.x);
    } else {
      low = left.x;
      left = right;
      right = { x: low + GOLDEN * (high - low), y: 0 };
      right.y = value(right.x);
    }
  }
  const top = (low + high) / 2;
  const reach = (to - from) / panels / POLISH_PARTS;
  return top - 3 * reach < from || top + 3 * reach > to ? top : polished(value, top, reach);
}

/** A maximum made exact: Newton's steps with slope and curvature from five points, their error of fourth order in `reach`. */
function polished(f: (x: number) => number, start: number, reach: number): number {
  let x = start;
  for (let i = 0; i < POLISH_STEPS; i += 1) {
    const [a, b, c, d, e] = [-2, -1, 0, 1, 2].map((k) => f(x + k * reach)) as [number, number, number, number, number];
    const slope = (a - 8 * b + 8 * d - e) / (12 * reach);
    const curvature = (16 * (b + d) - a - e - 30 * c) / (12 * reach * reach);
    const step = -slope / curvature;
    if (!(curvature < 0) || !(Math.abs(x + step - start) < reach)) return start;
    x += step;
  }
  return x;
}
