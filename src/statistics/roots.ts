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
