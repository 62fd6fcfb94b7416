import type { Estimate } from '../../statistics/estimate.ts';
import { waldEstimate } from '../../statistics/intervals/wald.ts';
import { ar1 } from '../../statistics/linear/ar1.ts';
import { type Coefficients, classical, coefficient, combination } from '../../statistics/linear/combination.ts';
import { goodnessOfFit } from '../../statistics/linear/goodness.ts';
import { type LeastSquares, leastSquares } from '../../statistics/linear/least-squares.ts';
import { dot, type Matrix, quadraticForm } from '../../statistics/linear/matrix.ts';
import { praisWinsten } from '../../statistics/linear/prais-winsten.ts';
import { neweyWest, neweyWestLag } from '../../statistics/linear/sandwich.ts';
import {
  columnNames,
  counterfactualRow,
  effectWeights,
  type Interrupted,
  labelAt,
  outcomeOf,
  padded,
  plainTerms,
  type Quarter,
  seasonColumns,
  seasonNames,
  seasonTerms,
  segmentCount,
  segmentRow,
} from './design.ts';
import { fitDiagnostics, heteroskedasticErrors, innovationDiagnostics } from './diagnostics.ts';
import type { Diagnostics, EvaluateSeries, ModelFit, RobustErrors, Segmented, SeriesPoint } from './result.ts';

/** One area's interrupted series, ready to be fitted. */
export interface SegmentedProblem {
  readonly area: string;
  readonly quarters: readonly Quarter[];
  readonly timeline: Interrupted;
  readonly seasons: boolean;
  readonly design: Matrix;
  /** Names of the season columns at the end of the design. */
  readonly seasonNames: readonly string[];
  readonly outcome: 'rate' | 'count';
  readonly values: readonly number[];
}

export type LinearEstimator = 'ols' | 'newey-west' | 'prais-winsten' | 'reml-ar1';

interface LinearFit {
  readonly estimates: Coefficients;
  readonly rho: number | null;
  readonly rhoAtBound: boolean;
  readonly lag: number | null;
  readonly sigma: number | null;
  readonly diagnostics: Diagnostics;
  readonly fit: ModelFit | null;
  readonly robustErrors: readonly RobustErrors[];
}

export interface SegmentedOptions {
  /** Lags of Newey and West; null: their rule of thumb. */
  readonly lag: number | null;
}

export function segmentedProblem(
  area: string,
  quarters: readonly Quarter[],
  timeline: Interrupted,
  seasons: boolean,
): SegmentedProblem {
  const season = seasonColumns(quarters);
  const design = quarters.map((quarter) => [...segmentRow(quarter, timeline), ...(seasons ? season(quarter) : [])]);
  const names = seasons ? seasonNames(quarters) : [];
  return { area, quarters, timeline, seasons, design, seasonNames: names, ...outcomeOf(quarters) };
}

const METHODS: Readonly<Record<LinearEstimator, string>> = {
  ols: 'least squares, t',
  'newey-west': 'least squares, Newey-West, t',
  'prais-winsten': 'Prais-Winsten, t',
  'reml-ar1': 'REML with AR(1) errors, t',
};

/** How each estimator allows for autocorrelation. A new one is an entry. methods.md 2(c). */
const FITS: Readonly<Record<LinearEstimator, (problem: SegmentedProblem, options: SegmentedOptions) => LinearFit>> = {
  ols: (problem) => {
    const { fit, diagnostics } = ordinary(problem);
    return {
      ...PLAIN,
      estimates: classical(fit),
      sigma: Math.sqrt(fit.rss / fit.df),
      diagnostics,
      fit: fitOf(problem, fit),
      robustErrors: heteroskedasticErrors(problem.design, fit, namesOf(problem)),
    };
  },
  'newey-west': (problem, options) => {
    const { fit, diagnostics } = ordinary(problem);
    const lag = Math.min(options.lag ?? neweyWestLag(problem.values.length), problem.values.length - 1);
    const estimates = neweyWest(problem.design, fit, { lag, times: timesOf(problem) });
    return { ...PLAIN, estimates, lag, sigma: Math.sqrt(fit.rss / fit.df), diagnostics };
  },
  'prais-winsten': (problem) => {
    const fit = praisWinsten(problem.design, problem.values, { times: timesOf(problem) });
    return {
      ...PLAIN,
      estimates: fit.estimates,
      rho: fit.rho,
      rhoAtBound: fit.clamped,
      sigma: fit.sigma,
      diagnostics: innovationDiagnostics(fit.innovations, problem.quarters),
    };
  },
  'reml-ar1': (problem) => {
    const fit = ar1(problem.design, problem.values, 'reml', timesOf(problem));
    return {
      ...PLAIN,
      estimates: fit.estimates,
      rho: fit.rho,
      rhoAtBound: fit.atBound,
      sigma: fit.sigma,
      diagnostics: innovationDiagnostics(fit.innovations, problem.quarters),
    };
  },
};

const PLAIN = { rho: null, rhoAtBound: false, lag: null, fit: null, robustErrors: [] } as const;

function ordinary(problem: SegmentedProblem) {
  const fit = leastSquares(problem.design, problem.values);
  return { fit, diagnostics: fitDiagnostics(problem.design, problem.values, fit, problem.quarters) };
}

/** Names of the design's columns, in order. */
export const namesOf = (problem: SegmentedProblem): readonly string[] =>
  columnNames(problem.timeline, problem.seasonNames);

function fitOf({ values }: SegmentedProblem, fit: LeastSquares): ModelFit {
  const { rSquared, logLikelihood, aic } = goodnessOfFit(fit, values);
  return { deviance: fit.rss, rSquared, logLikelihood, aic };
}

const timesOf = ({ quarters }: SegmentedProblem): readonly number[] => quarters.map(({ time }) => time);

/**
 * Segmented regression of one area by one estimator, with its effects: after the change, in the last quarter, on average, as a
 * percentage, and in admissions. methods.md 2(c). Throws a data error where terms cannot be told apart or no freedom is left.
 */
export function segmented(
  problem: SegmentedProblem,
  estimator: LinearEstimator,
  options: SegmentedOptions,
): Segmented | null {
  if (problem.values.length <= (problem.design[0]?.length ?? 0)) return null;
  const { estimates, ...rest } = FITS[estimator](problem, options);
  const method = METHODS[estimator];
  const width = estimates.coefficients.length;
  const weighed = (weights: readonly number[]): Estimate => combination(estimates, padded(weights, width), { method });
  const { timeline, quarters } = problem;
  const last = quarters.at(-1) as Quarter;
  const after = quarters.filter(({ index }) => index >= timeline.intervention);
  const effects = after.map((quarter) => effectWeights(quarter, timeline));
  const thousands = after.map(({ people }) => (problem.outcome === 'rate' ? (people ?? 0) / 1000 : 1));
  const avoided = weighed(
    sumOf(
      effects,
      thousands.map((size) => -size),
    ),
  );
  const expected = weighed(
    sumOf(
      after.map((quarter) => withoutRow(problem, quarter)),
      thousands,
    ),
  );
  return {
    area: problem.area,
    estimator,
    outcome: problem.outcome,
    seasons: problem.seasons,
    terms: plainTerms(estimates, timeline, method),
    seasonTerms: seasonTerms(estimates, problem.seasonNames, (of, j) => coefficient(of, j, { method })),
    postTrend: weighed(slopeWeights(segmentCount(timeline))),
    effectAtEnd: weighed(effectWeights(last, timeline)),
    meanEffect: weighed(
      sumOf(
        effects,
        effects.map(() => 1 / effects.length),
      ),
    ),
    relativeEffectAtEnd: relativeEffect(problem, estimates, method),
    observed: after.reduce((sum, { events }) => sum + events, 0),
    expected,
    avoided,
    avoidedPercent: percentOf(avoided, expected),
    ...rest,
    points: null,
    dispersion: null,
    n: problem.values.length,
    df: estimates.df ?? 0,
  };
}

/** b1 + b3 (+ b5): the slope in the last segment. */
function slopeWeights(count: number): readonly number[] {
  return Array.from({ length: count }, (_, j) => (j % 2 === 1 ? 1 : 0));
}

function sumOf(rows: Matrix, weights: readonly number[]): readonly number[] {
  return (rows[0] ?? []).map((_, j) =>
    rows.reduce((sum, row, i) => sum + (row[j] as number) * (weights[i] as number), 0),
  );
}

/** The row of the counterfactual in a quarter, with its season. */
export function withoutRow({ quarters, timeline, design }: SegmentedProblem, quarter: Quarter): readonly number[] {
  const row = design[quarters.indexOf(quarter)] as readonly number[];
  return [...counterfactualRow(quarter, timeline), ...row.slice(segmentCount(timeline))];
}

/** One total as a percentage of another; null where that is not above 0. */
export function percentOf(part: Estimate, whole: Estimate): number | null {
  return part.estimate === null || !((whole.estimate ?? 0) > 0) ? null : (100 * part.estimate) / (whole.estimate ?? 1);
}

/**
 * Effect in the last quarter over its counterfactual, in percent, by the delta method. Null where the counterfactual's own 95 %
 * interval is not above 0 throughout: near zero the percentage has no bounds (Fieller), and may run to any size.
 */
function relativeEffect(problem: SegmentedProblem, of: Coefficients, method: string): Estimate | null {
  const { quarters, timeline } = problem;
  const last = quarters.at(-1) as Quarter;
  const width = of.coefficients.length;
  const effect = padded(effectWeights(last, timeline), width);
  const without = withoutRow(problem, last);
  const counterfactual = combination(of, without, { method });
  if (!((counterfactual.lower ?? 0) > 0)) return null;
  const expected = dot(without, of.coefficients);
  const ratio = (combination(of, effect, { method }).estimate ?? 0) / expected;
  const gradient = effect.map((value, j) => (value - ratio * (without[j] as number)) / expected);
  return waldEstimate({
    estimate: 100 * ratio,
    se: 100 * Math.sqrt(Math.max(0, quadraticForm(of.covariance, gradient))),
    df: of.df,
    method: `${method}, delta`,
  });
}

/** The outcome of one area with its least-squares fit and, from the intervention on, the counterfactual with its interval. */
export function fittedSeries(problem: SegmentedProblem, subject: EvaluateSeries['subject']): EvaluateSeries {
  const { area, outcome, design, values, quarters, timeline } = problem;
  const fit = values.length > (design[0]?.length ?? 0) ? classical(leastSquares(design, values)) : null;
  const points = quarters.map((quarter, i): SeriesPoint => {
    const row = design[i] as readonly number[];
    const place = { period: labelAt(quarter.index), index: quarter.index, value: values[i] as number };
    const bare = {
      ...place,
      fitted: fit && dot(row, fit.coefficients),
      counterfactual: null,
      lower: null,
      upper: null,
    };
    if (!fit || quarter.index < timeline.intervention) return bare;
    const without = [...counterfactualRow(quarter, timeline), ...row.slice(segmentCount(timeline))];
    const { estimate, lower, upper } = combination(fit, without, { method: 'least squares, t' });
    return { ...bare, counterfactual: estimate, lower, upper };
  });
  return { area, subject, outcome, points };
}
