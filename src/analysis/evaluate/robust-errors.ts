import type { Coefficients } from '../../statistics/linear/combination.ts';
import type { LeastSquares } from '../../statistics/linear/least-squares.ts';
import { at, type Matrix } from '../../statistics/linear/matrix.ts';
import { type HeteroskedasticKind, heteroskedastic, neweyWest } from '../../statistics/linear/sandwich.ts';
import type { RobustErrors } from './result.ts';

const KINDS: readonly HeteroskedasticKind[] = ['HC0', 'HC1', 'HC2', 'HC3'];

/** Standard errors of least squares that allow for unequal variances, HC0 to HC3, by the names of the columns. methods.md 2(c). */
export function heteroskedasticErrors(
  design: Matrix,
  fit: LeastSquares,
  names: readonly string[],
): readonly RobustErrors[] {
  return KINDS.map((kind) => ({ kind, lag: null, se: errorsOf(heteroskedastic(design, fit, kind), names) }));
}

/** Newey and West's standard errors of least squares at a lag; `times` far apart keep areas apart. methods.md 2(c). */
export function neweyWestErrors(
  design: Matrix,
  fit: LeastSquares,
  names: readonly string[],
  options: { readonly lag: number; readonly times: readonly number[] },
): RobustErrors {
  return { kind: 'newey-west', lag: options.lag, se: errorsOf(neweyWest(design, fit, options), names) };
}

/** Standard errors by the names of the columns; null where rounding leaves no variance. */
export function errorsOf({ covariance }: Coefficients, names: readonly string[]): RobustErrors['se'] {
  return Object.fromEntries(
    names.map((name, j) => {
      const variance = at(covariance, j, j);
      return [name, variance >= 0 && Number.isFinite(variance) ? Math.sqrt(variance) : null];
    }),
  );
}
