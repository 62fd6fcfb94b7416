import { fUpper } from '../distributions/f.ts';
import type { Coefficients } from '../linear/combination.ts';
import { scaleMatrix } from '../linear/matrix.ts';
import { differenceOf } from '../rounding.ts';
import type { TestResult } from '../test-result.ts';
import type { GlmFit } from './fit.ts';

/** Dispersion: as estimated (null without degrees of freedom), and as used. */
export interface Dispersion {
  /** As estimated; null where it is given, or nothing is left to estimate it from. */
  readonly raw: number | null;
  /** As used: not below 1. */
  readonly used: number;
}

/** Pearson's chi-squared over the degrees of freedom, never used below `floor` (1: no less variable than the distribution says). */
export function pearsonDispersion(fit: GlmFit, floor = 1): Dispersion {
  const raw = fit.df > 0 ? fit.pearson / fit.df : null;
  return { raw, used: Math.max(floor, raw ?? floor) };
}

/** Coefficients with normal standard errors at dispersion 1. */
export function likelihood(fit: GlmFit): Coefficients {
  return { coefficients: fit.coefficients, covariance: fit.covariance, df: null };
}

/** Coefficients with the covariance multiplied by a dispersion, t on n - k degrees of freedom. */
export function quasi(fit: GlmFit, dispersion: number = pearsonDispersion(fit).used): Coefficients {
  return { coefficients: fit.coefficients, covariance: scaleMatrix(fit.covariance, dispersion), df: fit.df };
}

/** Pearson residuals: (y - fitted) / sqrt(variance); 0 where they are rounding. */
export function pearsonResiduals({ y, fitted, means, trials, family }: GlmFit): readonly number[] {
  return y.map((count, i) => {
    const variance = (trials[i] as number) * family.variance(means[i] as number);
    return differenceOf(count, fitted[i] as number) / Math.sqrt(variance);
  });
}

/** Deviance residuals: signed root of each row's share of the deviance. */
export function devianceResiduals({ y, fitted, means, trials, family }: GlmFit): readonly number[] {
  return y.map((count, i) => {
    const share = family.deviance(count, means[i] as number, trials[i] as number);
    return Math.sign(count - (fitted[i] as number)) * Math.sqrt(Math.max(0, share));
  });
}

/**
 * F test of a model against a larger one that holds it: difference in deviance for each further term over the larger model's
 * Pearson dispersion. Null where the larger model leaves no degrees of freedom.
 */
export function devianceTest(smaller: GlmFit, larger: GlmFit): (TestResult & { readonly terms: number }) | null {
  const dispersion = pearsonDispersion(larger, 0).raw;
  const terms = smaller.df - larger.df;
  if (!dispersion || terms <= 0) return null;
  const statistic = Math.max(0, smaller.deviance - larger.deviance) / terms / dispersion;
  return { statistic, df: larger.df, terms, p: fUpper(statistic, terms, larger.df), method: 'F test of deviance' };
}
