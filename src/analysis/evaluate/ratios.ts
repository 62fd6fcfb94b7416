import type { Estimate } from '../../statistics/estimate.ts';

/** Whether the interval of a ratio leaves out 1; null without an interval. */
export function leavesOutOne({ lower, upper }: Pick<Estimate, 'lower' | 'upper'>): boolean | null {
  return lower === null || upper === null ? null : lower > 1 || upper < 1;
}

/** Logarithms of ratios closer to 0 than this are rounding. */
const NO_SIDE = 1e-9;

/** -1 below 1, 1 above; 0 for none, and where it is 1 but for rounding. */
export function sideOf({ estimate }: Pick<Estimate, 'estimate'>): number {
  const log = estimate === null ? 0 : Math.log(estimate);
  return Math.abs(log) < NO_SIDE ? 0 : Math.sign(log);
}
