import { normalQuantile } from '../../statistics/distributions/normal.ts';
import { bisect } from '../../statistics/roots.ts';

/** Expected events of two periods: the practice's before, and the comparator's before and after where there is one. */
export interface TwoYears {
  readonly before: number;
  /** Person-time after over before; 1 where the list stays. */
  readonly growth?: number;
  readonly comparatorBefore?: number;
  readonly comparatorAfter?: number;
  readonly dispersion?: number;
  readonly power?: number;
  readonly alpha?: number;
}

const STEP = 0.005;
const HIGHEST = 1e6;

/**
 * Smallest fall and rise of a rate ratio (against a comparator: ratio of ratios) that a Wald test would find: |ln R| =
 * (z_(1-alpha/2) + z_power) sqrt(phi (1/x0 + 1/(x0 k R) + 1/c0 + 1/c1)), the root nearest 1. methods.md 2(g) 1. `lower` is null
 * where there is none: no fall, however large, would be found with this power (methods.md 4.6).
 * @example detectableRateRatio({ before: 100 }).lower // 0.6384
 */
export function detectableRateRatio(years: TwoYears): { readonly lower: number | null; readonly upper: number | null } {
  const { before, growth = 1, comparatorBefore = Infinity, comparatorAfter = Infinity, dispersion = 1 } = years;
  const { power = 0.8, alpha = 0.05 } = years;
  if (!(before > 0)) return { lower: null, upper: null };
  const reach = normalQuantile(alpha / 2, 'upper') + normalQuantile(power);
  const noise = 1 / before + 1 / comparatorBefore + 1 / comparatorAfter;
  const excess = (ratio: number) =>
    Math.abs(Math.log(ratio)) - reach * Math.sqrt(dispersion * (noise + 1 / (before * growth * ratio)));
  let below = 1;
  while (below > STEP && excess(below) <= 0) below -= STEP;
  let above = 2;
  while (above < HIGHEST && excess(above) <= 0) above *= 2;
  return {
    lower: excess(below) > 0 ? bisect(excess, below, Math.min(1, below + STEP)) : null,
    upper: excess(above) > 0 ? bisect(excess, 1, above) : null,
  };
}
