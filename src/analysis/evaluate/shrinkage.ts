import { normalDensity, normalUpper } from '../../statistics/distributions/normal.ts';
import { negativeBinomial } from '../../statistics/glm/family.ts';
import { maximise } from '../../statistics/roots.ts';

/** How much the rates of areas differ beyond chance, and each area's ratio drawn towards the rest. */
export interface Shrinkage {
  /** Size of the negative binomial: the larger, the more alike the areas, and the further each is drawn in. */
  readonly nu: number;
  readonly logLikelihood: number;
  /** Variance of the true ratios by the method of moments. */
  readonly tau2: number;
  /** (y + nu) / (e + nu), one an area. */
  readonly shrunken: readonly number[];
}

const LARGEST_LOG_NU = 12;

/**
 * Empirical Bayes for counts y with e expected: y given its area's ratio is Poisson, the ratios gamma with mean 1 and variance
 * 1 / nu, nu by maximum likelihood of NB(size nu, mean e). methods.md, regression to the mean (Clayton and Kaldor 1987).
 */
export function shrink(counts: readonly number[], expected: readonly number[]): Shrinkage {
  const logLikelihood = (log: number): number => {
    const family = negativeBinomial(Math.exp(log));
    return counts.reduce((sum, y, i) => sum + family.logLikelihood(y, expected[i] as number, 1), 0);
  };
  const log = maximise(logLikelihood, 0, LARGEST_LOG_NU, 0.1, 1e-10);
  const nu = Math.exp(log);
  const excess = counts.reduce((sum, y, i) => sum + (y - (expected[i] as number)) ** 2 - y, 0);
  return {
    nu,
    logLikelihood: logLikelihood(log),
    tau2: Math.max(0, excess / expected.reduce((sum, e) => sum + e * e, 0)),
    shrunken: counts.map((y, i) => (y + nu) / ((expected[i] as number) + nu)),
  };
}

/**
 * Expected return towards the mean of an area that was chosen because it lay above a cut-off: within^2 / total times the mean of
 * a standard normal beyond z (Davis 1976; Barnett, van der Pols and Dobson 2005). Standard deviations within and between areas.
 */
export function expectedReturn(mean: number, within: number, between: number, cutoff: number): number {
  const total = Math.sqrt(within ** 2 + between ** 2);
  const z = (cutoff - mean) / total;
  return ((within * within) / total) * (normalDensity(z) / normalUpper(z));
}
