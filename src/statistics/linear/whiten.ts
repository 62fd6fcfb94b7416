import type { Matrix } from './matrix.ts';

/** Rows of a design and y made free of first-order autocorrelation. */
interface Whitened {
  readonly design: Matrix;
  readonly y: readonly number[];
  /** log |R|, R the correlation matrix of the rows as they were. */
  readonly logDeterminant: number;
}

/**
 * Multiplies design and y by the inverse Cholesky factor of R, R[i][j] = rho^|t_i - t_j| at `times` t (whole numbers, ascending;
 * a missing quarter leaves a gap): the first row stays, later ones become (z_t - rho^g z_before) / sqrt(1 - rho^2g), g the gap.
 */
export function whiten(design: Matrix, y: readonly number[], times: readonly number[], rho: number): Whitened {
  const steps = times.map((time, i) => {
    if (i === 0) return { power: 0, root: 1 };
    const power = rho ** (time - (times[i - 1] as number));
    return { power, root: Math.sqrt(1 - power * power) };
  });
  return {
    design: design.map((row, i) => row.map((value, j) => difference(value, design[i - 1]?.[j], steps[i] as Step))),
    y: y.map((value, i) => difference(value, y[i - 1], steps[i] as Step)),
    logDeterminant: 2 * steps.reduce((sum, { root }) => sum + Math.log(root), 0),
  };
}

interface Step {
  readonly power: number;
  readonly root: number;
}

function difference(value: number, before: number | undefined, { power, root }: Step): number {
  return before === undefined ? value : (value - power * before) / root;
}
