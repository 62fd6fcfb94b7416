import { POISSON } from '../../statistics/glm/family.ts';
import { fitGlm } from '../../statistics/glm/fit.ts';
import { pearsonDispersion, pearsonResiduals, quasi } from '../../statistics/glm/inference.ts';
import { waldEstimate } from '../../statistics/intervals/wald.ts';
import { combination } from '../../statistics/linear/combination.ts';
import { dot, quadraticForm } from '../../statistics/linear/matrix.ts';
import { counterfactualRow, effectWeights, logTerm, namedTerms, padded, segmentCount } from './design.ts';
import { innovationDiagnostics } from './diagnostics.ts';
import type { Quarter } from './quarters.ts';
import type { Segmented } from './result.ts';
import type { SegmentedProblem } from './segmented.ts';

const METHOD = 'quasi-Poisson, t';

/**
 * Quasi-Poisson segmented regression of one area, log list size as offset; dispersion never below 1. Terms are log ratios, not
 * exponentiated; `effectAtEnd` is a ratio. methods.md 2(d). Null where a fitted count runs to 0 or no freedom is left.
 */
export function quasiPoisson(problem: SegmentedProblem): Segmented | null {
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
  const last = quarters.at(-1) as Quarter;
  const slope = Array.from({ length: segmentCount(timeline) }, (_, j) => (j % 2 === 1 ? 1 : 0));
  return {
    area: problem.area,
    estimator: 'quasi-poisson',
    outcome: 'count',
    seasons: problem.seasons,
    terms: namedTerms(of, timeline, (one, j) => logTerm(one, j, METHOD, dispersion.used)),
    postTrend: combination(of, padded(slope, width), logOptions),
    effectAtEnd: combination(of, padded(effectWeights(last, timeline), width), logOptions),
    meanEffect: null,
    relativeEffectAtEnd: null,
    avoided: avoided(problem, offset, of),
    rho: null,
    rhoAtBound: false,
    lag: null,
    dispersion,
    n: quarters.length,
    df: fit.df,
    sigma: null,
    diagnostics: innovationDiagnostics(pearsonResiduals(fit), quarters),
  };
}

/** Sum over the quarters after of what was expected without the change less what is fitted with it, by the delta method. */
function avoided(problem: SegmentedProblem, offset: readonly number[], of: ReturnType<typeof quasi>) {
  const { quarters, timeline, design } = problem;
  let total = 0;
  const gradient = of.coefficients.map(() => 0);
  quarters.forEach((quarter, i) => {
    if (quarter.index < timeline.intervention) return;
    const row = design[i] as readonly number[];
    const without = [...counterfactualRow(quarter, timeline), ...row.slice(segmentCount(timeline))];
    const base = offset[i] as number;
    const expected = Math.exp(base + dot(without, of.coefficients));
    const fitted = Math.exp(base + dot(row, of.coefficients));
    total += expected - fitted;
    gradient.forEach((value, j) => {
      gradient[j] = value + (without[j] as number) * expected - (row[j] as number) * fitted;
    });
  });
  return waldEstimate({
    estimate: total,
    se: Math.sqrt(Math.max(0, quadraticForm(of.covariance, gradient))),
    df: of.df,
    method: `${METHOD}, delta`,
  });
}
