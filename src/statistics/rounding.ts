/** Counts are whole, so that real scatter is far larger; proportional series differ by a few units in the last of 16 digits. */
const ROUNDING = 1e-10;

/** Whether a difference is no more than rounding beside numbers of this size, those that it was made from. */
export function isRounding(difference: number, size: number): boolean {
  return Math.abs(difference) <= ROUNDING * size;
}

/** a - b, 0 where that is no more than rounding. `least`: what their size is at least; 1 of logarithms, near 0 no better known. */
export function differenceOf(a: number, b: number, least = 0): number {
  return isRounding(a - b, Math.max(least, Math.abs(a), Math.abs(b))) ? 0 : a - b;
}
