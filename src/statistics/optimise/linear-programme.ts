import type { Matrix } from '../linear/matrix.ts';

/** Where a linear programme is best. */
interface Optimum {
  readonly x: readonly number[];
  readonly value: number;
}

/** What is smaller than this, on rows scaled to 1, counts as 0. */
const ZERO = 1e-9;

interface Tableau {
  /** One row a constraint: the columns, then the right-hand side. */
  readonly rows: number[][];
  /** The column that each row is solved for. */
  readonly basis: number[];
}

/**
 * max gain'x with constraints x = bounds and x >= 0, by the two-phase simplex method with Bland's rule (Bland 1977), for small
 * dense problems. Null where nothing satisfies the constraints or the gain has no bound.
 */
export function linearProgramme(
  gain: readonly number[],
  constraints: Matrix,
  bounds: readonly number[],
): Optimum | null {
  const count = gain.length;
  const tableau = start(constraints, bounds, count);
  const artificial = tableau.rows.map((_, i) => count + i);
  const infeasibility = Array.from({ length: count + artificial.length }, (_, j) => (j < count ? 0 : -1));
  if (!climb(tableau, infeasibility) || -worth(tableau, infeasibility) > ZERO * tableau.rows.length * 10) return null;
  dropArtificial(tableau, count);
  if (!climb(tableau, gain)) return null;
  const x = gain.map(() => 0);
  tableau.basis.forEach((j, i) => {
    if (j < count) x[j] = Math.max(0, tableau.rows[i]?.at(-1) as number);
  });
  return { x, value: x.reduce((sum, value, j) => sum + value * (gain[j] as number), 0) };
}

/** Rows scaled to 1 with right-hand sides not below 0, each with an artificial column of its own to start from. */
function start(constraints: Matrix, bounds: readonly number[], count: number): Tableau {
  const rows = constraints.map((row, i) => {
    const bound = bounds[i] as number;
    const scale = Math.max(...row.map(Math.abs), Math.abs(bound)) || 1;
    const sign = bound < 0 ? -1 : 1;
    const own = constraints.map((_, j) => (i === j ? 1 : 0));
    return [...row.map((value) => (sign * value) / scale), ...own, (sign * bound) / scale];
  });
  return { rows, basis: rows.map((_, i) => count + i) };
}

function worth({ rows, basis }: Tableau, gain: readonly number[]): number {
  return rows.reduce((sum, row, i) => sum + (gain[basis[i] as number] ?? 0) * (row.at(-1) as number), 0);
}

/** Moves from corner to corner while the gain rises; false where it rises without bound. */
function climb(tableau: Tableau, gain: readonly number[]): boolean {
  for (;;) {
    const entering = gain.findIndex((own, j) => own - priced(tableau, gain, j) > ZERO);
    if (entering < 0) return true;
    const leaving = leavingRow(tableau, entering);
    if (leaving === null) return false;
    pivot(tableau, leaving, entering);
  }
}

/** What a unit of column j costs in terms of the basis. */
function priced({ rows, basis }: Tableau, gain: readonly number[], j: number): number {
  return rows.reduce((sum, row, i) => sum + (gain[basis[i] as number] ?? 0) * (row[j] as number), 0);
}

/** The row that first reaches 0 as column j comes in; of several, the one with the smallest column (Bland). */
function leavingRow({ rows, basis }: Tableau, j: number): number | null {
  let best: number | null = null;
  let least = Infinity;
  rows.forEach((row, i) => {
    const slope = row[j] as number;
    if (slope <= ZERO) return;
    const ratio = (row.at(-1) as number) / slope;
    const tied = Math.abs(ratio - least) <= ZERO;
    if (tied ? best !== null && (basis[i] as number) < (basis[best] as number) : ratio < least) {
      best = i;
      least = Math.min(least, ratio);
    }
  });
  return best;
}

function pivot({ rows, basis }: Tableau, leaving: number, entering: number): void {
  const own = rows[leaving] as number[];
  const divisor = own[entering] as number;
  own.forEach((value, j) => {
    own[j] = value / divisor;
  });
  rows.forEach((row, i) => {
    const factor = row[entering] as number;
    if (i === leaving || factor === 0) return;
    row.forEach((value, j) => {
      row[j] = value - factor * (own[j] as number);
    });
  });
  basis[leaving] = entering;
}

/** Exchanges artificial columns still in the basis (at 0) for real ones; rows where that is impossible say nothing new. */
function dropArtificial(tableau: Tableau, count: number): void {
  tableau.basis.forEach((j, i) => {
    if (j < count) return;
    const real = tableau.rows[i]?.slice(0, count).findIndex((value) => Math.abs(value) > ZERO) ?? -1;
    if (real >= 0) pivot(tableau, i, real);
  });
  for (const row of tableau.rows) row.splice(count, row.length - 1 - count);
}
