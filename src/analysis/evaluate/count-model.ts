import type { Estimate } from '../../statistics/estimate.ts';
import { POISSON } from '../../statistics/glm/family.ts';
import { fitGlm, type GlmFit } from '../../statistics/glm/fit.ts';
import { pearsonDispersion, pearsonResiduals, quasi } from '../../statistics/glm/inference.ts';
import { neweyWestGlm } from '../../statistics/glm/robust.ts';
import { type Coefficients, combination } from '../../statistics/linear/combination.ts';
import { expectedDifference, expectedTotal } from '../../statistics/linear/expected.ts';
import { neweyWestLag } from '../../statistics/linear/sandwich.ts';
import {
  effectWeights,
  labelAt,
  logTerm,
  namedTerms,
  padded,
  type Quarter,
  seasonTerms,
  segmentCount,
} from './design.ts';
import { errorsOf, innovationDiagnostics } from './diagnostics.ts';
import type { RobustErrors, Segmented } from './result.ts';
import { namesOf, percentOf, type SegmentedOptions, type SegmentedProblem, withoutRow } from './segmented.ts';

const METHOD = 'quasi-Poisson, t';

/**
 * Quasi-Poisson segmented regression of one area, log list size as offset; dispersion never below 1. Terms are log ratios, not
 * exponentiated; `effectAtEnd` is a ratio. methods.md 2(d). Null where a fitted count runs to 0 or no freedom is left.
 */
export function quasiPoisson(problem: SegmentedProblem, options: SegmentedOptions): Segmented | null {
  const { quarters, timeline, design, outcome } = problem;
  if (quarters.length <= (design[0]?.length ?? 0)) return null;
  const offset = quarters.map(({ people }) => (outcome === 'rate' ? Math.log(people ?? 1) : 0));
  const counts = quarters.map(({ events }) => events);
  const fit = fitGlm(design, counts, POISSON, { offset });
  if (fit.atEdge) return null;
  const dispersion = pearsonDispersion(fit);
  const of = quasi(fit, dispersion.used);
  const width = of.coefficients.length;
  const logOptions = { method: METHOD, scale: 'log', dispersion: dispersion.used } as const;
  const term = (one: Coefficients, j: number) => logTerm(one, j, METHOD, dispersion.used);
  const last = quarters.at(-1) as Quarter;
  const slope = Array.from({ length: segmentCount(timeline) }, (_, j) => (j % 2 === 1 ? 1 : 0));
  return {
    area: problem.area,
    estimator: 'quasi-poisson',
    outcome: 'count',
    seasons: problem.seasons,
    terms: namedTerms(of, timeline, term),
    seasonTerms: seasonTerms(of, problem.seasonNames, term),
    postTrend: combination(of, padded(slope, width), logOptions),
    effectAtEnd: combination(of, padded(effectWeights(last, timeline), width), logOptions),
    meanEffect: null,
    relativeEffectAtEnd: null,
    ...totals(problem, offset, of, dispersion.used),
    rho: null,
    rhoAtBound: false,
    lag: null,
    dispersion,
    n: quarters.length,
    df: fit.df,
    sigma: null,
    fit: {
      deviance: fit.deviance,
      rSquared: null,
      logLikelihood: fit.logLikelihood,
      aic: 2 * width - 2 * fit.logLikelihood,
    },
    robustErrors: [autocorrelatedErrors(problem, fit, options)],
    points: quarters.map(({ index, events }, i) => ({
      period: labelAt(index),
      observed: events,
      fitted: fit.fitted[i] as number,
    })),
    diagnostics: innovationDiagnostics(pearsonResiduals(fit), quarters),
  };
}

/** Admissions in the quarters after: observed, expected without the change, and that less what is fitted with it (delta method). */
function totals(
  problem: SegmentedProblem,
  offset: readonly number[],
  of: Coefficients,
  dispersion: number,
): Pick<Segmented, 'observed' | 'avoidedPercent'> & { readonly expected: Estimate; readonly avoided: Estimate } {
  const { quarters, timeline, design } = problem;
  const after = quarters.filter(({ index }) => index >= timeline.intervention);
  const places = after.map((quarter) => quarters.indexOf(quarter));
  const without = after.map((quarter) => withoutRow(problem, quarter));
  const base = places.map((i) => Math.exp(offset[i] as number));
  const options = { method: `${METHOD}, delta`, dispersion };
  const expected = expectedTotal(of, without, base, options);
  const avoided = expectedDifference(
    of,
    without,
    places.map((i) => design[i] as readonly number[]),
    base,
    options,
  );
  return {
    observed: after.reduce((sum, { events }) => sum + events, 0),
    expected,
    avoided,
    avoidedPercent: percentOf(avoided, expected),
  };
}

/** Standard errors that allow for autocorrelation, from the scores; the dispersion is in them. */
function autocorrelatedErrors(problem: SegmentedProblem, fit: GlmFit, options: SegmentedOptions): RobustErrors {
  const { quarters, design } = problem;
  const lag = Math.min(options.lag ?? neweyWestLag(quarters.length), quarters.length - 1);
  const times = quarters.map(({ time }) => time);
  return { kind: 'newey-west', lag, se: errorsOf(neweyWestGlm(design, fit, { lag, times }), namesOf(problem)) };
}
