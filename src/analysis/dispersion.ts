import { financialQuarterOf, type Period } from '../data/period.ts';
import { POISSON } from '../statistics/glm/family.ts';
import { fitGlm } from '../statistics/glm/fit.ts';
import { pearsonDispersion } from '../statistics/glm/inference.ts';
import type { Windows } from './compare-windows.ts';
import type { MeasuredArea } from './pair.ts';
import { valueAt } from './totals.ts';

/** The dispersion to use (never below 1), and its degrees of freedom. */
export interface EstimatedDispersion {
  readonly dispersion: number;
  readonly df: number;
}

interface Cell {
  readonly area: number;
  readonly after: number;
  readonly quarter: Period;
  readonly events: number;
  readonly people: number;
}

/**
 * How much more the quarters of both windows vary than Poisson counts would: Pearson's chi-squared over its degrees of
 * freedom, never below 1, in a model of area by window and quarter of the year, with the list size as offset where rates are
 * compared. methods.md 2(a), phi (i). Null where there are too few quarters, or only zeros in some cell.
 */
export function dispersionOf(
  areas: readonly MeasuredArea[],
  windows: Windows,
  basis: 'rates' | 'counts',
): EstimatedDispersion | null {
  const cells = areas.flatMap((area, i) => [
    ...cellsOf(area, i, windows.baseline.quarters, 0, basis),
    ...cellsOf(area, i, windows.followUp.quarters, 1, basis),
  ]);
  const seasons = [...new Set(cells.map(({ quarter }) => financialQuarterOf(quarter)))].sort().slice(1);
  const design = cells.map(({ area, after, quarter }) => [
    1,
    after,
    ...(areas.length > 1 ? [area, area * after] : []),
    ...seasons.map((season) => (financialQuarterOf(quarter) === season ? 1 : 0)),
  ]);
  const columns = design[0]?.length ?? 0;
  if (cells.length <= columns || hasEmptyGroup(cells)) return null;
  const fit = fitGlm(
    design,
    cells.map(({ events }) => events),
    POISSON,
    { offset: cells.map(({ people }) => Math.log(people)) },
  );
  return fit.atEdge ? null : { dispersion: pearsonDispersion(fit).used, df: fit.df };
}

function cellsOf(
  { series, listSize }: MeasuredArea,
  area: number,
  quarters: readonly Period[],
  after: number,
  basis: 'rates' | 'counts',
): readonly Cell[] {
  return quarters.map((quarter) => ({
    area,
    after,
    quarter,
    events: valueAt(series, quarter) ?? 0,
    people: (basis === 'rates' && listSize && valueAt(listSize, quarter)) || 1,
  }));
}

/** Whether some area and window, or some season, holds no event at all: its rate would have no finite logarithm. */
function hasEmptyGroup(cells: readonly Cell[]): boolean {
  const totals = new Map<string, number>();
  for (const { area, after, quarter, events } of cells) {
    for (const key of [`window ${area} ${after}`, `season ${financialQuarterOf(quarter)}`]) {
      totals.set(key, (totals.get(key) ?? 0) + events);
    }
  }
  return [...totals.values()].includes(0);
}
