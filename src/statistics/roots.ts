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

/**
 * Where a function is largest between two points: the best of a grid, then golden-section search between its neighbours until
 * they are `tolerance` apart. Values that are not numbers count as lowest.
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
  return (low + high) / 2;
}
