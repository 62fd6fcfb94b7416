import { dataError } from '../../errors.ts';
import { dependentColumn, leastSquares } from '../linear/least-squares.ts';
import { at, column, dot, type Matrix, times } from '../linear/matrix.ts';

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
  const count = design[0]?.length ?? 0;
  if (count === 0) throw dataError('statistics.too-few-rows', { rows: design.length, columns: 0 });
  const columns = Array.from({ length: count }, (_, j) => column(design, j));
  const largest = Math.max(...y.map(Math.abs), ...design.flat().map(Math.abs));
  let fit = fitAt(design, y, nearestVertex(columns, y));
  for (;;) {
    const perfect = Math.max(...fit.residuals.map(Math.abs)) <= PERFECT * largest;
    const candidate = perfect ? null : mostHelpful(columns, fit);
    const next = candidate === null ? fit : fitAt(design, y, settle(columns, y, fit.weights, candidate));
    if (!(next.rss < fit.rss)) return { ...fit, slack: slackOf(columns, fit) };
    fit = next;
  }
}

type Fit = Omit<SimplexFit, 'slack'>;

function fitAt(design: Matrix, y: readonly number[], weights: readonly number[]): Fit {
  const fitted = times(design, weights);
  const residuals = y.map((value, i) => value - (fitted[i] as number));
  return { weights, fitted, residuals, rss: dot(residuals, residuals) };
}

function nearestVertex(columns: Matrix, y: readonly number[]): number[] {
  const distances = columns.map((values) => values.reduce((sum, value, i) => sum + (value - (y[i] as number)) ** 2, 0));
  const nearest = distances.indexOf(Math.min(...distances));
  return columns.map((_, j) => (j === nearest ? 1 : 0));
}

/** The column without weight whose direction from the fitted values is closest to the residuals'; null where none helps. */
function mostHelpful(columns: Matrix, { weights, fitted, residuals, rss }: Fit): number | null {
  let best: number | null = null;
  let steepest = WORTHWHILE;
  columns.forEach((values, j) => {
    if ((weights[j] as number) > 0) return;
    const direction = values.map((value, i) => value - (fitted[i] as number));
    const length = Math.sqrt(dot(direction, direction));
    const cosine = dot(direction, residuals) / (length * Math.sqrt(rss));
    if (length > 0 && cosine > steepest) {
      steepest = cosine;
      best = j;
    }
  });
  return best;
}

/** Optimal weights on the columns with weight and the newcomer, leaving out those that reach 0 on the way there. */
function settle(columns: Matrix, y: readonly number[], from: readonly number[], newcomer: number): readonly number[] {
  let weights = from;
  let support = columns.flatMap((_, j) => ((from[j] as number) > 0 || j === newcomer ? [j] : []));
  for (;;) {
    const target = unrestricted(columns, y, support);
    if (target === null) return from;
    const blocked = support.filter((j) => (target[j] as number) <= 0);
    if (blocked.length === 0) return target;
    const reach = (j: number) => {
      const [now, then] = [weights[j] as number, target[j] as number];
      return now > then ? now / (now - then) : 0;
    };
    const share = Math.min(...blocked.map(reach));
    const leaving = blocked.filter((j) => reach(j) <= share);
    const moved = weights.map((weight, j) => weight + share * ((target[j] as number) - weight));
    weights = moved.map((weight, j) => (leaving.includes(j) ? 0 : weight));
    support = support.filter((j) => !leaving.includes(j));
  }
}

/** Least squares on the columns of the support under sum w = 1 alone: on differences from its first column; null if dependent. */
function unrestricted(columns: Matrix, y: readonly number[], support: readonly number[]): readonly number[] | null {
  const [first = 0, ...others] = support;
  const base = columns[first] as readonly number[];
  const weights = columns.map(() => 0);
  weights[first] = 1;
  if (others.length === 0) return weights;
  const differences = base.map((value, i) => others.map((j) => at(columns, j, i) - value));
  if (dependentColumn(differences) !== null) return null;
  const { coefficients } = leastSquares(
    differences,
    y.map((value, i) => value - (base[i] as number)),
  );
  others.forEach((j, i) => {
    weights[j] = coefficients[i] as number;
  });
  weights[first] = 1 - coefficients.reduce((sum, value) => sum + value, 0);
  return weights;
}

function slackOf(columns: Matrix, { weights, fitted, residuals }: Fit): number | null {
  const level = dot(fitted, residuals);
  const idle = columns.filter((_, j) => (weights[j] as number) === 0);
  return idle.length === 0 ? null : Math.min(...idle.map((values) => level - dot(values, residuals)));
}
