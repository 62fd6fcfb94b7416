import type { Coefficients } from '../../statistics/linear/combination.ts';
import {
  autocorrelations,
  breuschGodfrey,
  breuschPagan,
  defaultLags,
  ljungBox,
  partialAutocorrelations,
} from '../../statistics/linear/diagnostics.ts';
import { durbinWatson, durbinWatsonTest } from '../../statistics/linear/durbin-watson.ts';
import { influence } from '../../statistics/linear/influence.ts';
import type { LeastSquares } from '../../statistics/linear/least-squares.ts';
import { at, type Matrix } from '../../statistics/linear/matrix.ts';
import { jarqueBera, shapiroWilk } from '../../statistics/linear/normality.ts';
import { reset } from '../../statistics/linear/reset.ts';
import { type HeteroskedasticKind, heteroskedastic, neweyWest } from '../../statistics/linear/sandwich.ts';
import { labelAt, type Quarter } from './design.ts';
import type { Diagnostics, RobustErrors } from './result.ts';

/** Tests of a least-squares fit: printed, they gate nothing. methods.md 2(c). */
export function fitDiagnostics(
  design: Matrix,
  y: readonly number[],
  fit: LeastSquares,
  quarters: readonly Quarter[],
): Diagnostics {
  const times = quarters.map(({ time }) => time);
  const test = fit.df > 0 ? durbinWatsonTest(design, y, times) : null;
  const rows = fit.rss > 0 && fit.df > 1 ? influence(design, fit) : [];
  const studentised = largest(rows.map((row) => row.studentised));
  const cook = largest(rows.map((row) => row.cook));
  return {
    durbinWatson: { statistic: test?.statistic ?? null, p: test?.p ?? null },
    breuschGodfrey: fit.rss > 0 && fit.df > 4 ? breuschGodfrey(design, fit.residuals) : null,
    breuschPagan: fit.rss > 0 ? breuschPagan(design, fit.residuals) : null,
    ...ofResiduals(fit.residuals),
    reset: reset(design, y, fit),
    largestResidual: studentised && {
      period: labelAt((quarters[studentised.place] as Quarter).index),
      studentised: studentised.value,
    },
    mostInfluential: cook && { period: labelAt((quarters[cook.place] as Quarter).index), cook: cook.value },
  };
}

/** Tests of what is left when the autocorrelation that was found is taken out. */
export function innovationDiagnostics(innovations: readonly number[], quarters: readonly Quarter[]): Diagnostics {
  const times = quarters.map(({ time }) => time);
  return {
    durbinWatson: { statistic: durbinWatson(innovations, times), p: null },
    breuschGodfrey: null,
    breuschPagan: null,
    ...ofResiduals(innovations),
    reset: null,
    largestResidual: null,
    mostInfluential: null,
  };
}

/** What only looks at the residuals, whatever left them. */
function ofResiduals(
  residuals: readonly number[],
): Pick<Diagnostics, 'ljungBox' | 'shapiroWilk' | 'jarqueBera' | 'autocorrelations'> {
  const varies = residuals.some((value) => value !== residuals[0]);
  return {
    ljungBox: ljungBox(residuals),
    shapiroWilk: shapiroWilk(residuals),
    jarqueBera: jarqueBera(residuals),
    autocorrelations: varies ? lagged(residuals) : [],
  };
}

function lagged(residuals: readonly number[]): Diagnostics['autocorrelations'] {
  const lags = defaultLags(residuals.length);
  const partial = partialAutocorrelations(residuals, lags);
  return autocorrelations(residuals, lags).map((r, i) => ({ lag: i + 1, r, partial: partial[i] as number }));
}

/** The number furthest from 0, and where it stands. */
export function largest(values: readonly (number | null)[]): { readonly place: number; readonly value: number } | null {
  let best: { place: number; value: number } | null = null;
  values.forEach((value, place) => {
    if (value !== null && (best === null || Math.abs(value) > Math.abs(best.value))) best = { place, value };
  });
  return best;
}

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
