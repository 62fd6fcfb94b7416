import type { Estimate } from '../../statistics/estimate.ts';
import { POISSON } from '../../statistics/glm/family.ts';
import { fitGlm } from '../../statistics/glm/fit.ts';
import { type Dispersion, pearsonDispersion, quasi } from '../../statistics/glm/inference.ts';
import { exactRateRatio, midPRateRatio, minimumLikelihoodP } from '../../statistics/intervals/exact-rate-ratio.ts';
import type { BeforeAfter } from '../../statistics/intervals/exposure.ts';
import { waldRateRatio } from '../../statistics/intervals/rate-ratio.ts';
import { waldEstimate } from '../../statistics/intervals/wald.ts';
import { coefficient } from '../../statistics/linear/combination.ts';
import type { RatioForms } from './result.ts';

/** Events after less before, SE sqrt(a0 + a1): Poisson counts, normal. methods.md 2(a). */
export function eventDifference({ before, after }: BeforeAfter): Estimate {
  return waldEstimate({
    estimate: after.events - before.events,
    se: Math.sqrt(after.events + before.events),
    method: 'difference of Poisson counts, normal',
    dispersion: 1,
  });
}

/** Rate after less before, per 1,000 of the time at risk: SE 1000 sqrt(a1 / A1^2 + a0 / A0^2). methods.md 2(a). */
export function rateDifference({ before, after }: BeforeAfter): Estimate {
  const variance = after.events / after.time ** 2 + before.events / before.time ** 2;
  return waldEstimate({
    estimate: 1000 * (after.events / after.time - before.events / before.time),
    se: 1000 * Math.sqrt(variance),
    method: 'difference of Poisson rates, normal',
    dispersion: 1,
  });
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

/**
 * Events avoided with the noise of the count itself: SE sqrt(phi (E^2 (1/a0 + 1/c0 + 1/c1) + a1)), the delta method, where the
 * default takes the observed count as given. methods.md 2(a), counterfactual. Null where a count is 0.
 */
export function avoidedByDelta(practice: BeforeAfter, comparator: BeforeAfter, expected: number): Estimate | null {
  const [a0, a1, c0, c1] = [practice.before, practice.after, comparator.before, comparator.after].map(
    ({ events }) => events,
  ) as [number, number, number, number];
  if ([a0, a1, c0, c1].includes(0)) return null;
  return waldEstimate({
    estimate: expected - a1,
    se: Math.sqrt(expected ** 2 * (1 / a0 + 1 / c0 + 1 / c1) + a1),
    method: 'expected less observed, delta, normal',
    dispersion: 1,
  });
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
