import { breuschGodfrey, breuschPagan, ljungBox } from '../../statistics/linear/diagnostics.ts';
import { durbinWatson, durbinWatsonTest } from '../../statistics/linear/durbin-watson.ts';
import { influence } from '../../statistics/linear/influence.ts';
import type { LeastSquares } from '../../statistics/linear/least-squares.ts';
import type { Matrix } from '../../statistics/linear/matrix.ts';
import { labelAt, type Quarter } from './quarters.ts';
import type { Diagnostics } from './result.ts';

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
    ljungBox: ljungBox(fit.residuals),
    breuschGodfrey: fit.rss > 0 && fit.df > 4 ? breuschGodfrey(design, fit.residuals) : null,
    breuschPagan: fit.rss > 0 ? breuschPagan(design, fit.residuals) : null,
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
    ljungBox: ljungBox(innovations),
    breuschGodfrey: null,
    breuschPagan: null,
    largestResidual: null,
    mostInfluential: null,
  };
}

/** The number furthest from 0, and where it stands. */
export function largest(values: readonly (number | null)[]): { readonly place: number; readonly value: number } | null {
  let best: { place: number; value: number } | null = null;
  values.forEach((value, place) => {
    if (value !== null && (best === null || Math.abs(value) > Math.abs(best.value))) best = { place, value };
  });
  return best;
}
