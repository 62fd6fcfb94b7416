import type { Estimate } from '../../statistics/estimate.ts';

/** Whether the interval of a ratio leaves out 1; null without an interval. */
export function leavesOutOne({ lower, upper }: Pick<Estimate, 'lower' | 'upper'>): boolean | null {
  return lower === null || upper === null ? null : lower > 1 || upper < 1;
}

/** -1 below 1, 1 above; 0 for none. */
export function sideOf({ estimate }: Pick<Estimate, 'estimate'>): number {
  return estimate === null ? 0 : Math.sign(Math.log(estimate));
}
