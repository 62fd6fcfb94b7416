import { binomialLower, binomialUpper } from '../../statistics/distributions/binomial.ts';
import { poissonProbability, poissonQuantile } from '../../statistics/distributions/poisson.ts';

/** Totals rarer than this are left out. */
const NEGLIGIBLE = 1e-10;

/**
 * Power of the exact conditional test that two Poisson counts of equal person-time have one mean, where they have the means given:
 * over all totals N, the chance that X given N lies where the central P of Bin(N, 1/2) is below alpha. methods.md 2(g) 2.
 */
export function exactConditionalPower(before: number, after: number, alpha = 0.05): number {
  const mean = before + after;
  const chance = after / mean;
  const last = poissonQuantile(NEGLIGIBLE, mean, 'upper');
  let power = 0;
  for (let total = poissonQuantile(NEGLIGIBLE, mean); total <= last; total += 1) {
    const most = largestRejected(total, alpha);
    if (most < 0) continue;
    const rejected = binomialLower(most, total, chance) + binomialUpper(total - most, total, chance);
    power += poissonProbability(total, mean) * rejected;
  }
  return power;
}

/** The largest count below the middle whose central P is below alpha; -1 where there is none. By halving. */
function largestRejected(total: number, alpha: number): number {
  let low = -1;
  let high = Math.floor(total / 2);
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (2 * binomialLower(middle, total, 0.5) < alpha) low = middle;
    else high = middle;
  }
  return low;
}
