import { dataError } from '../../errors.ts';
import type { Matrix } from '../linear/matrix.ts';
import { digamma, trigamma } from '../special/polygamma.ts';
import { negativeBinomial, POISSON } from './family.ts';
import { fitGlm, type GlmFit, type GlmOptions } from './fit.ts';
import { pearsonDispersion } from './inference.ts';

/** Counts that vary more than Poisson between units, each with its own rate. */
export interface NegativeBinomialFit {
  readonly fit: GlmFit;
  /** Variance = mean + mean^2 / theta; null where the counts vary no more than Poisson and `fit` is the Poisson regression. */
  readonly theta: number | null;
  readonly thetaError: number | null;
}

const MAX_ROUNDS = 100;
const MAX_NEWTON_STEPS = 50;
const SETTLED = 1e-10;
/** A theta beyond this says that there is no variation beyond Poisson. */
const UNBOUNDED = 1e6;

/**
 * Negative binomial regression (NB2, log link) by maximum likelihood: regression given theta and Newton's method for theta in
 * turn, as MASS::glm.nb. Standard errors from `likelihood(fit)` (normal, theta taken as known); that of theta from the observed
 * information. Falls back to Poisson where Pearson's dispersion is 1 or less or theta runs away. methods.md 2(d).
 */
export function fitNegativeBinomial(
  design: Matrix,
  y: readonly number[],
  options: GlmOptions = {},
): NegativeBinomialFit {
  const poisson = fitGlm(design, y, POISSON, options);
  const unspread = { fit: poisson, theta: null, thetaError: null };
  if ((pearsonDispersion(poisson).raw ?? 0) <= 1) return unspread;
  let fit = poisson;
  let theta = y.length / y.reduce((sum, count, i) => sum + (count / (fit.means[i] as number) - 1) ** 2, 0);
  for (let round = 0; round < MAX_ROUNDS; round += 1) {
    const next = mostLikelyTheta(y, fit.means, theta);
    if (!(next < UNBOUNDED)) return unspread;
    const settled = Math.abs(next - theta) <= SETTLED * next;
    theta = next;
    fit = fitGlm(design, y, negativeBinomial(theta), { ...options, start: fit.coefficients });
    if (settled) return { fit, theta, thetaError: 1 / Math.sqrt(derivatives(y, fit.means, theta).information) };
  }
  throw dataError('statistics.no-convergence', { method: 'negative-binomial' });
}

/** Newton's method on the score of theta, halved where it would leave the positive numbers. */
function mostLikelyTheta(y: readonly number[], means: readonly number[], start: number): number {
  let theta = start;
  for (let step = 0; step < MAX_NEWTON_STEPS && theta < UNBOUNDED; step += 1) {
    const { score, information } = derivatives(y, means, theta);
    const next = information > 0 ? theta + score / information : score > 0 ? 2 * theta : theta / 2;
    const inside = next > 0 ? next : theta / 2;
    if (Math.abs(inside - theta) <= SETTLED * theta) return inside;
    theta = inside;
  }
  return theta;
}

/** First derivative of the log likelihood by theta, and minus the second. */
function derivatives(y: readonly number[], means: readonly number[], theta: number) {
  let score = y.length * (Math.log(theta) + 1 - digamma(theta));
  let information = y.length * (trigamma(theta) - 1 / theta);
  y.forEach((count, i) => {
    const total = (means[i] as number) + theta;
    const reached = (count + theta) / total;
    score += digamma(count + theta) - Math.log(total) - reached;
    information += 2 / total - trigamma(count + theta) - reached / total;
  });
  return { score, information };
}
