import { dataError } from '../../errors.ts';
import { leastSquares } from '../linear/least-squares.ts';
import { dot, type Matrix } from '../linear/matrix.ts';
import type { Family } from './family.ts';

/** A generalised linear model fitted to n rows and k columns. Everything is at the converged solution, dispersion 1. */
export interface GlmFit {
  readonly family: Family;
  readonly coefficients: readonly number[];
  /** (X'WX)^-1, k x k: the covariance of the coefficients at dispersion 1. */
  readonly covariance: Matrix;
  /** Fitted counts (trials x mean). */
  readonly fitted: readonly number[];
  /** Means of one trial. */
  readonly means: readonly number[];
  readonly y: readonly number[];
  readonly trials: readonly number[];
  readonly deviance: number;
  /** Pearson's chi-squared: sum of (y - fitted)^2 / variance. */
  readonly pearson: number;
  readonly logLikelihood: number;
  /** n - k. */
  readonly df: number;
  readonly iterations: number;
  /** A fitted mean ran to the edge (perfect separation, only zeros): some coefficient and its interval mean nothing. */
  readonly atEdge: boolean;
}

export interface GlmOptions {
  /** Added to each linear predictor: log person-years, say. */
  readonly offset?: readonly number[];
  /** Trials of each row, for the binomial family. */
  readonly trials?: readonly number[];
  /** Coefficients to start from, where good ones are known. */
  readonly start?: readonly number[];
}

const MAX_ITERATIONS = 200;
const MAX_HALVINGS = 30;
const SETTLED = 1e-12;

interface Data {
  readonly design: Matrix;
  readonly y: readonly number[];
  readonly family: Family;
  readonly offset: readonly number[];
  readonly trials: readonly number[];
}

interface State {
  readonly predictors: readonly number[];
  readonly means: readonly number[];
  readonly deviance: number;
}

/**
 * Maximum likelihood by iteratively reweighted least squares (McCullagh and Nelder 1989, section 2.5), until the deviance changes
 * by less than 1e-12 of itself and one step more, so that coefficients, covariance and dispersion belong to one solution.
 * A step that makes things worse is halved. `design` has a row for each y; a constant column is given like any other.
 *
 * Throws a data error where columns depend on one another, rows are too few or the deviance does not settle.
 */
export function fitGlm(design: Matrix, y: readonly number[], family: Family, options: GlmOptions = {}): GlmFit {
  const zeros = y.map(() => 0);
  const data: Data = { design, y, family, offset: options.offset ?? zeros, trials: options.trials ?? y.map(() => 1) };
  let coefficients: readonly number[] | null = options.start ?? null;
  let state = stateAt(data, coefficients ? predictorsOf(data, coefficients) : startingPredictors(data));
  for (let iteration = 1; iteration <= MAX_ITERATIONS; iteration += 1) {
    const proposed = weightedStep(data, state).coefficients;
    const [next, accepted] = shortened(data, proposed, coefficients, state.deviance);
    const settled = Math.abs(next.deviance - state.deviance) < SETTLED * (0.1 + Math.abs(next.deviance));
    state = next;
    coefficients = accepted;
    if (settled) return summary(data, state, iteration);
  }
  throw dataError('statistics.no-convergence', { method: family.name });
}

function stateAt({ y, family, trials }: Data, predictors: readonly number[]): State {
  const means = predictors.map(family.link.mean);
  const deviance = y.reduce(
    (sum, value, i) => sum + family.deviance(value, means[i] as number, trials[i] as number),
    0,
  );
  return { predictors, means, deviance };
}

function startingPredictors({ y, family, trials }: Data): number[] {
  return y.map((value, i) => family.link.predictor(family.start(value, trials[i] as number)));
}

function predictorsOf({ design, offset }: Data, coefficients: readonly number[]): number[] {
  return design.map((row, i) => dot(row, coefficients) + (offset[i] as number));
}

/** The weighted least-squares problem at a state; its solution is the next step. */
function weightedStep({ design, y, family, offset, trials }: Data, { predictors, means }: State) {
  const weights = means.map(
    (mean, i) => ((trials[i] as number) * family.link.slope(mean) ** 2) / family.variance(mean),
  );
  const working = means.map((mean, i) => {
    const excess = (y[i] as number) / (trials[i] as number) - mean;
    return (predictors[i] as number) - (offset[i] as number) + excess / family.link.slope(mean);
  });
  return leastSquares(design, working, weights);
}

/** The proposed coefficients, drawn back towards the last ones until the deviance is no larger than before. */
function shortened(
  data: Data,
  proposed: readonly number[],
  last: readonly number[] | null,
  deviance: number,
): readonly [State, readonly number[]] {
  let coefficients = proposed;
  let state = stateAt(data, predictorsOf(data, coefficients));
  const ceiling = deviance + 1e-8 * (0.1 + Math.abs(deviance));
  for (let i = 0; last && !(state.deviance <= ceiling) && i < MAX_HALVINGS; i += 1) {
    coefficients = coefficients.map((value, j) => (value + (last[j] as number)) / 2);
    state = stateAt(data, predictorsOf(data, coefficients));
  }
  return [state, coefficients];
}

function summary(data: Data, settled: State, iterations: number): GlmFit {
  const { y, family, trials } = data;
  const { coefficients, covariance, df } = weightedStep(data, settled);
  const { means, deviance } = stateAt(data, predictorsOf(data, coefficients));
  const over = (value: (y: number, mean: number, n: number) => number) =>
    y.reduce((sum, count, i) => sum + value(count, means[i] as number, trials[i] as number), 0);
  return {
    family,
    coefficients,
    covariance,
    fitted: means.map((mean, i) => mean * (trials[i] as number)),
    means,
    y,
    trials,
    deviance,
    pearson: over((count, mean, n) => (count - n * mean) ** 2 / (n * family.variance(mean))),
    logLikelihood: over(family.logLikelihood),
    df,
    iterations,
    atEdge: means.some(family.atEdge),
  };
}
