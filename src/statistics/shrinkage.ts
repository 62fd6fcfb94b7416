import { normalDensity, normalUpper } from './distributions/normal.ts';
import { negativeBinomial } from './glm/family.ts';
import { maximise } from './roots.ts';

/** Counts of units whose rates vary as a gamma distribution of mean 1 and variance 1 / nu about what is expected of each. */
export interface GammaPoisson {
  /** Null where the units differ no more than chance allows: then all shrink to 1. */
  readonly nu: number | null;
  readonly logLikelihood: number;
  /** Each unit's ratio to what is expected, (y + nu) / (e + nu). */
  readonly shrunken: readonly number[];
  /** Moment estimate of the variance between units, not below 0. */
  readonly momentVariance: number;
}

/** Range of log nu that is searched; at its upper end the gamma distribution has no spread left to speak of. */
const LOG_NU = { from: -8, to: 16, step: 0.25, tolerance: 1e-9 };

/**
 * Empirical Bayes shrinkage of counts y towards what is expected e (Clayton and Kaldor 1987), nu by maximum likelihood of the
 * negative binomial counts. Regression to the mean is what `shrunken` leaves out of the raw ratios.
 */
export function gammaPoisson(y: readonly number[], expected: readonly number[]): GammaPoisson {
  const logLikelihood = (logNu: number) => {
    const family = negativeBinomial(Math.exp(logNu));
    return y.reduce((sum, count, i) => sum + family.logLikelihood(count, expected[i] as number, 1), 0);
  };
  const best = maximise(logLikelihood, LOG_NU.from, LOG_NU.to, LOG_NU.step, LOG_NU.tolerance);
  const nu = best > LOG_NU.to - LOG_NU.step ? null : Math.exp(best);
  const excess = y.reduce((sum, count, i) => sum + (count - (expected[i] as number)) ** 2 - count, 0);
  const squares = expected.reduce((sum, e) => sum + e * e, 0);
  return {
    nu,
    logLikelihood: logLikelihood(best),
    shrunken: y.map((count, i) => (nu === null ? 1 : (count + nu) / ((expected[i] as number) + nu))),
    momentVariance: Math.max(0, excess / squares),
  };
}

/**
 * Expected fall from chance alone of a unit picked because its measurement was above `cut` (Davis 1976; Barnett and colleagues
 * 2005): normal measurements with this mean, spread within units (`within`) and between units (`between`), standard deviations.
 */
export function regressionToMean(mean: number, within: number, between: number, cut: number): number {
  const total = Math.hypot(within, between);
  const z = (cut - mean) / total;
  return ((within * within) / total) * (normalDensity(z) / normalUpper(z));
}
