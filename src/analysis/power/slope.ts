import { noncentralTLower, noncentralTUpper } from '../../statistics/distributions/noncentral-t.ts';
import { tQuantile } from '../../statistics/distributions/t.ts';
import { bisect } from '../../statistics/roots.ts';

/** Power of a two-sided t test whose estimate lies `ncp` standard errors from 0. methods.md 2(g) 3. */
export function tTestPower(ncp: number, df: number, alpha = 0.05): number {
  const critical = tQuantile(alpha / 2, df, 'upper');
  return noncentralTLower(-critical, df, ncp) + noncentralTUpper(critical, df, ncp);
}

/** How many standard errors from 0 an effect must lie to be found with this power. */
export function detectableNcp(df: number, power = 0.8, alpha = 0.05): number {
  return bisect((ncp) => tTestPower(ncp, df, alpha) - power, 0.1, 20);
}

/** Standard error of the slope of n points without gaps about a line with residual standard deviation sigma, and the smallest slope found. */
export function detectableSlope(n: number, sigma: number, power = 0.8, alpha = 0.05) {
  const se = sigma / Math.sqrt((n * (n * n - 1)) / 12);
  return { se, slope: se * detectableNcp(n - 2, power, alpha) };
}
