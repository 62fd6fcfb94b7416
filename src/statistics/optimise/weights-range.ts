import type { Matrix } from '../linear/matrix.ts';
import { linearProgramme } from './linear-programme.ts';

/**
 * Smallest and largest value of payoff'w over all weights w >= 0, sum w = 1, that give these fitted values on the design: one
 * point where the optimum of `simplexLeastSquares` is unique, a stretch where it is not (more donors than quarters, a treated
 * unit inside their hull). methods.md 4.8. Null if no weights give these values.
 */
export function weightsRange(
  design: Matrix,
  fitted: readonly number[],
  payoff: readonly number[],
): { readonly lower: number; readonly upper: number } | null {
  const constraints = [...design, payoff.map(() => 1)];
  const bounds = [...fitted, 1];
  const highest = linearProgramme(payoff, constraints, bounds);
  const lowest = linearProgramme(
    payoff.map((value) => -value),
    constraints,
    bounds,
  );
  return highest && lowest && { lower: 0 - lowest.value, upper: highest.value };
}
