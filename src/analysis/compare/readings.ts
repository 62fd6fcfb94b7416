import type { Estimate } from '../../statistics/estimate.ts';
import { POISSON } from '../../statistics/glm/family.ts';
import { fitGlm } from '../../statistics/glm/fit.ts';
import { type Dispersion, pearsonDispersion, quasi } from '../../statistics/glm/inference.ts';
import { rateDifference } from '../../statistics/intervals/difference.ts';
import { exactRateRatio, midPRateRatio, minimumLikelihoodP } from '../../statistics/intervals/exact-rate-ratio.ts';
import type { BeforeAfter } from '../../statistics/intervals/exposure.ts';
import { waldRateRatio } from '../../statistics/intervals/rate-ratio.ts';
import { coefficient } from '../../statistics/linear/combination.ts';
import type { RatioForms } from './result.ts';

/** Events after less before, SE sqrt(a0 + a1): Poisson counts, normal. methods.md 2(a). */
export function eventDifference({ before, after }: BeforeAfter): Estimate {
  const difference = rateDifference({ ...after, time: 1 }, { ...before, time: 1 });
  return { ...difference, method: 'difference of Poisson counts, normal' };
}

/** Rate after less before, per 1,000 of the time at risk: SE 1000 sqrt(a1 / A1^2 + a0 / A0^2). methods.md 2(a). */
export function differencePer1000({ before, after }: BeforeAfter): Estimate {
  return rateDifference({ ...after, time: after.time / 1000 }, { ...before, time: before.time / 1000 });
}

/** Above this many events the exact forms agree with Wald's to every digit that is printed, and take long. */
const EXACT_UP_TO = 1e6;

/** A rate ratio by Wald, exactly (central and mid-P), and R's other exact P. Null for counts that are not whole or are very large. */
export function ratioForms({ before, after }: BeforeAfter): RatioForms | null {
  const counts = [before.events, after.events];
  if (!counts.every((count) => Number.isInteger(count) && count <= EXACT_UP_TO)) return null;
  return {
    wald: waldRateRatio(after, before),
    exact: exactRateRatio(after, before),
    midP: midPRateRatio(after, before),
    minimumLikelihoodP: minimumLikelihoodP(after, before),
  };
}

/** One quarter of one area. */
export interface StackedCell {
  readonly mine: boolean;
  readonly after: number;
  readonly season: number;
  readonly events: number;
  readonly people: number;
}

/**
 * Ratio of ratios from a quasi-Poisson model of both areas' quarters stacked: area x window + quarter of the year, list size as
 * offset; one dispersion, never below 1, t. methods.md 2(a), phi (i). A large comparator's counts set that dispersion (methods.md
 * 0.3): beside the conditional form, not in place of it. Null where a cell runs to 0 or no freedom is left.
 */
export function stackedRatio(
  cells: readonly StackedCell[],
): { readonly ratioOfRatios: Estimate; readonly dispersion: Dispersion } | null {
  const seasons = [...new Set(cells.map(({ season }) => season))].sort().slice(1);
  const design = cells.map(({ mine, after, season }) => [
    1,
    mine ? 1 : 0,
    after,
    mine ? after : 0,
    ...seasons.map((one) => (season === one ? 1 : 0)),
  ]);
  if (cells.length <= 4 + seasons.length || hasEmptyCell(cells)) return null;
  const fit = fitGlm(
    design,
    cells.map(({ events }) => events),
    POISSON,
    { offset: cells.map(({ people }) => Math.log(people)) },
  );
  if (fit.atEdge) return null;
  const dispersion = pearsonDispersion(fit);
  const method = 'both areas stacked, quasi-Poisson, t';
  const of = quasi(fit, dispersion.used);
  return { ratioOfRatios: coefficient(of, 3, { method, scale: 'log', dispersion: dispersion.used }), dispersion };
}

/** Whether an area has no event in a window, or nobody any in a season: a rate without a finite logarithm. */
function hasEmptyCell(cells: readonly StackedCell[]): boolean {
  const totals = new Map<string, number>();
  for (const { mine, after, season, events } of cells)
    for (const key of [`${mine} ${after}`, `season ${season}`]) totals.set(key, (totals.get(key) ?? 0) + events);
  return [...totals.values()].includes(0);
}
