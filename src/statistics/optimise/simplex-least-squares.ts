import { dataError, QuarterlineError } from '../../errors.ts';
import { leastSquares } from '../linear/least-squares.ts';
import { at, dot, type Matrix, transpose } from '../linear/matrix.ts';

/** Weights of a pool, none negative, that add to 1. */
export interface SimplexFit {
  /** One for each column. */
  readonly weights: readonly number[];
  readonly fitted: readonly number[];
  /** y less fitted. */
  readonly residuals: readonly number[];
  readonly rss: number;
  /**
   * How much the sum of squares (halved) would at least rise for each unit of weight moved to a column without any; not below 0
   * at the optimum. Null where every column has weight.
   */
  readonly slack: number | null;
}

/** A column is taken in where its angle with the residuals says that it helps by more than rounding. */
const WORTHWHILE = 1e-9;
/** Residuals below this part of the largest value are a perfect fit. */
const PERFECT = 1e-12;

/**
 * min ||y - Z w||^2 with w >= 0 and sum w = 1 (Z: rows of one value for each column), by an active-set method in the manner of
 * Lawson and Hanson (1974, chapter 23): the column that helps most comes in, those that would turn negative go out, and on what
 * is left the problem is solved by QR. Exact up to rounding; where weights are not unique, one optimum (see `weightsRange`).
 *
 * Every step lowers the sum of squares, so that it ends. Throws a data error without columns.
 */
export function simplexLeastSquares(design: Matrix, y: readonly number[]): SimplexFit {
  return simplexLeastSquaresOn(transpose(design), y);
}

/** The same for a design that is given by its columns. */
export function simplexLeastSquaresOn(columns: Matrix, y: readonly number[]): SimplexFit {
  if (columns.length === 0) throw dataError('statistics.too-few-rows', { rows: y.length, columns: 0 });
  const largest = [y, ...columns].reduce((most, values) => Math.max(most, largestOf(values)), 0);
  let fit = fitAt(columns, y, nearestVertex(columns, y));
  for (;;) {
    const perfect = largestOf(fit.residuals) <= PERFECT * largest;
    const candidate = perfect ? null : mostHelpful(columns, fit);
    const next = candidate === null ? fit : fitAt(columns, y, settle(columns, y, fit.weights, candidate));
    if (!(next.rss < fit.rss)) return { ...fit, slack: slackOf(columns, fit) };
    fit = next;
  }
}

type Fit = Omit<SimplexFit, 'slack'>;

/** Without a spread: a national file has more areas than a call may have arguments. */
const largestOf = (values: readonly number[]): number =>
  values.reduce((most, value) => Math.max(most, Math.abs(value)), 0);

function fitAt(columns: Matrix, y: readonly number[], weights: readonly number[]): Fit {
  const fitted = new Array<number>(y.length).fill(0);
  weights.forEach((weight, j) => {
    if (weight === 0) return;
    const values = columns[j] as readonly number[];
    for (let i = 0; i < fitted.length; i += 1) fitted[i] = (fitted[i] as number) + weight * (values[i] as number);
  });
  const residuals = y.map((value, i) => value - (fitted[i] as number));
  return { weights, fitted, residuals, rss: dot(residuals, residuals) };
}

function nearestVertex(columns: Matrix, y: readonly number[]): number[] {
  let nearest = 0;
  let smallest = Infinity;
  columns.forEach((values, j) => {
    let distance = 0;
    for (let i = 0; i < y.length; i += 1) distance += ((values[i] as number) - (y[i] as number)) ** 2;
    if (distance < smallest) {
      smallest = distance;
      nearest = j;
    }
  });
  const weights = new Array<number>(columns.length).fill(0);
  weights[nearest] = 1;
  return weights;
}

/** The column without weight whose direction from the fitted values is closest to the residuals'; null where none helps. */
function mostHelpful(columns: Matrix, { weights, fitted, residuals, rss }: Fit): number | null {
  let best: number | null = null;
  let steepest = WORTHWHILE;
  const root = Math.sqrt(rss);
  for (let j = 0; j < columns.length; j += 1) {
    if ((weights[j] as number) > 0) continue;
    const values = columns[j] as readonly number[];
    let [square, along] = [0, 0];
    for (let i = 0; i < fitted.length; i += 1) {
      const direction = (values[i] as number) - (fitted[i] as number);
      square += direction * direction;
      along += direction * (residuals[i] as number);
    }
    const cosine = along / (Math.sqrt(square) * root);
    if (square > 0 && cosine > steepest) {
      steepest = cosine;
      best = j;
    }
  }
  return best;
}

/** Optimal weights on the columns with weight and the newcomer, leaving out those that reach 0 on the way there. */
function settle(columns: Matrix, y: readonly number[], from: readonly number[], newcomer: number): readonly number[] {
  let support: readonly number[] = withWeight(from, newcomer);
  const now = new Map(support.map((j) => [j, from[j] as number]));
  for (;;) {
    const target = unrestricted(columns, y, support);
    if (target === null) return from;
    const moves = support.map((j, place) => ({ j, weight: now.get(j) as number, goal: target[place] as number }));
    const blocked = moves.filter(({ goal }) => goal <= 0);
    if (blocked.length === 0) return spread(support, target, from.length);
    const reach = ({ weight, goal }: (typeof moves)[number]) => (weight > goal ? weight / (weight - goal) : 0);
    const share = Math.min(...blocked.map(reach));
    const leaving = new Set(blocked.filter((move) => reach(move) <= share).map(({ j }) => j));
    for (const { j, weight, goal } of moves) now.set(j, weight + share * (goal - weight));
    support = support.filter((j) => !leaving.has(j));
  }
}

function withWeight(weights: readonly number[], newcomer: number): readonly number[] {
  const places: number[] = [];
  for (let j = 0; j < weights.length; j += 1) if ((weights[j] as number) > 0 || j === newcomer) places.push(j);
  return places;
}

/** Weights of every column from those of the support. */
function spread(support: readonly number[], target: readonly number[], count: number): readonly number[] {
  const weights = new Array<number>(count).fill(0);
  support.forEach((j, place) => {
    weights[j] = target[place] as number;
  });
  return weights;
}

/**
 * Least squares on the columns of the support under sum w = 1 alone: on differences from its first column. A weight for each of
 * the support; null where its columns depend on one another.
 */
function unrestricted(columns: Matrix, y: readonly number[], support: readonly number[]): readonly number[] | null {
  const [first = 0, ...others] = support;
  const base = columns[first] as readonly number[];
  if (others.length === 0) return [1];
  const differences = base.map((value, i) => others.map((j) => at(columns, j, i) - value));
  const target = y.map((value, i) => value - (base[i] as number));
  const coefficients = coefficientsOf(differences, target);
  return coefficients && [1 - coefficients.reduce((sum, value) => sum + value, 0), ...coefficients];
}

/** Null where columns depend on one another or are more than the rows. */
function coefficientsOf(design: Matrix, y: readonly number[]): readonly number[] | null {
  try {
    return leastSquares(design, y).coefficients;
  } catch (error) {
    if (error instanceof QuarterlineError) return null;
    throw error;
  }
}

function slackOf(columns: Matrix, { weights, fitted, residuals }: Fit): number | null {
  const level = dot(fitted, residuals);
  const idle = columns.filter((_, j) => (weights[j] as number) === 0);
  return idle.length === 0
    ? null
    : idle.reduce((least, values) => Math.min(least, level - dot(values, residuals)), Infinity);
}
