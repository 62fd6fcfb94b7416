import type { Tail, Tails } from '../special/tails.ts';

/** Both tails at u, and how fast the lower one grows there. */
interface TailsAt extends Tails {
  readonly slope: number;
}

const MAX_STEPS = 300;

/**
 * The u at which a tail of a continuous distribution equals p, 0 < p < 1. Newton's method on the log odds of the two tails, which
 * are nearly straight far out on either side; kept inside the bracket found so far. `spread` is the scale of u: about one standard deviation.
 */
export function invert(tailsAt: (u: number) => TailsAt, p: number, tail: Tail, start: number, spread: number): number {
  const logOdds = Math.log(p) - Math.log1p(-p);
  const target = tail === 'lower' ? logOdds : -logOdds;
  let low = -Infinity;
  let high = Infinity;
  let reach = spread;
  let u = start;
  for (let step = 0; step < MAX_STEPS; step += 1) {
    const { lower, upper, slope } = tailsAt(u);
    const excess = Math.log(lower) - Math.log(upper) - target;
    if (Number.isNaN(excess)) return excess;
    if (excess === 0) return u;
    if (excess > 0) high = u;
    else low = u;
    let next = u - (excess * lower * upper) / slope;
    if (low > -Infinity && high < Infinity) {
      if (!(next > low && next < high)) next = (low + high) / 2;
    } else {
      if (!(Math.abs(next - u) <= reach)) next = excess > 0 ? u - reach : u + reach;
      reach *= 2;
    }
    if (Math.abs(next - u) <= 2 ** -52 * Math.max(Math.abs(u), spread)) return next;
    u = next;
  }
  return u;
}

/** Smallest whole k >= 0 with `reached(k)`, which must hold from some k on; NaN if it never does. `start` is a first idea. */
export function smallestWhole(reached: (k: number) => boolean, start: number): number {
  let width = 1;
  let high = Math.max(0, Math.floor(start));
  while (!reached(high)) {
    if (!(high < Infinity)) return Number.NaN;
    high += width;
    width *= 2;
  }
  let low = high;
  width = 1;
  while (low >= 0 && reached(low)) {
    high = low;
    low -= width;
    width *= 2;
  }
  low = Math.max(-1, low);
  while (high - low > 1) {
    const middle = low + Math.floor((high - low) / 2);
    if (reached(middle)) high = middle;
    else low = middle;
  }
  return high;
}
