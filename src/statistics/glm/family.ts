import { logBinomialMass, logPoissonMass, poissonDeviance } from '../special/point-mass.ts';

/** How a mean hangs on its linear predictor. */
interface Link {
  readonly name: 'log' | 'logit';
  readonly predictor: (mean: number) => number;
  readonly mean: (predictor: number) => number;
  /** d mean / d predictor, at the mean. */
  readonly slope: (mean: number) => number;
}

/**
 * A distribution of the exponential family with its link, for `n` trials a row (1 where there are none). Means are of one trial:
 * a rate for Poisson, a chance for binomial. Functions of (y, mean, n) take y as counted.
 */
export interface Family {
  readonly name: string;
  readonly link: Link;
  /** Variance of one trial over the dispersion. */
  readonly variance: (mean: number) => number;
  readonly deviance: (y: number, mean: number, n: number) => number;
  readonly logLikelihood: (y: number, mean: number, n: number) => number;
  /** A mean to start from, safely inside. */
  readonly start: (y: number, n: number) => number;
  /** Whether the mean has run to the edge of what is possible, so that a coefficient has no finite estimate. */
  readonly atEdge: (mean: number) => boolean;
}

const EDGE = 1e-9;
/** Chances are held this far from 0 and 1, so that a perfectly separated sample still ends in numbers (and `atEdge`). */
const SMALLEST = 2 ** -52;

const LOG: Link = {
  name: 'log',
  predictor: Math.log,
  mean: Math.exp,
  slope: (mean) => mean,
};

const LOGIT: Link = {
  name: 'logit',
  predictor: (mean) => Math.log(mean) - Math.log1p(-mean),
  mean: (predictor) => Math.min(1 - SMALLEST, Math.max(SMALLEST, 1 / (1 + Math.exp(-predictor)))),
  slope: (mean) => mean * (1 - mean),
};

/** Counts with variance = mean (McCullagh and Nelder 1989, chapter 6). */
export const POISSON: Family = {
  name: 'poisson',
  link: LOG,
  variance: (mean) => mean,
  deviance: (y, mean) => 2 * poissonDeviance(y, mean),
  logLikelihood: logPoissonMass,
  start: (y) => y + 0.1,
  atEdge: (mean) => mean < EDGE,
};

/** y of n trials (McCullagh and Nelder 1989, chapter 4). */
export const BINOMIAL: Family = {
  name: 'binomial',
  link: LOGIT,
  variance: (mean) => mean * (1 - mean),
  deviance: (y, mean, n) => 2 * (poissonDeviance(y, n * mean) + poissonDeviance(n - y, n * (1 - mean))),
  logLikelihood: (y, mean, n) => logBinomialMass(y, n, mean, 1 - mean),
  start: (y, n) => (y + 0.5) / (n + 1),
  atEdge: (mean) => mean < EDGE || mean > 1 - EDGE,
};

/** Counts with variance mean + mean^2 / theta (NB2; Venables and Ripley 2002, section 7.4), theta known. */
export function negativeBinomial(theta: number): Family {
  return {
    ...POISSON,
    name: 'negative-binomial',
    variance: (mean) => mean + (mean * mean) / theta,
    deviance: (y, mean) => 2 * (poissonDeviance(y, mean) - poissonDeviance(y + theta, mean + theta)),
    logLikelihood: (y, mean) =>
      Math.log(theta / (theta + y)) + logBinomialMass(theta, theta + y, theta / (theta + mean), mean / (theta + mean)),
  };
}
