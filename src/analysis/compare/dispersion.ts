import { financialQuarterOf, type Period } from '../../data/period.ts';
import { valueAt } from '../../data/series.ts';
import { BINOMIAL, POISSON } from '../../statistics/glm/family.ts';
import { fitGlm, type GlmFit } from '../../statistics/glm/fit.ts';
import { devianceTest, pearsonDispersion } from '../../statistics/glm/inference.ts';
import type { FTest } from '../../statistics/test-result.ts';
import type { MeasuredArea } from '../quarters/pair.ts';
import type { StackedCell } from './readings.ts';
import type { Windows } from './windows.ts';

/** The dispersion to use (never below 1) and its degrees of freedom; null where it was given. `raw` is as estimated. */
export interface EstimatedDispersion {
  readonly dispersion: number;
  readonly df: number | null;
  readonly raw: number | null;
}

/** A dispersion that somebody brings along (from data on repeat admissions, say): normal quantiles. methods.md 2(a), phi (iii). */
export const givenDispersion = (dispersion: number): EstimatedDispersion => ({ dispersion, df: null, raw: null });

interface Cell {
  readonly after: number;
  readonly quarter: Period;
  readonly events: number;
  readonly people: number;
}

/**
 * How much more one area's quarters vary than Poisson counts would: quasi-Poisson with window and quarter of the year, list
 * size as offset where rates are compared. methods.md 2(a), phi (i). Null where there are too few quarters, or a window or
 * season without an event.
 */
export function dispersionOf(
  area: MeasuredArea,
  windows: Windows,
  basis: 'rates' | 'counts',
): EstimatedDispersion | null {
  const cells = cellsOf(area, windows, basis);
  const seasonOf = ({ quarter }: Cell) => financialQuarterOf(quarter);
  const seasons = [...new Set(cells.map(seasonOf))].sort().slice(1);
  if (cells.length <= 2 + seasons.length) return null;
  if (hasEmptyGroup(cells, ({ after }) => after) || hasEmptyGroup(cells, seasonOf)) return null;
  const design = cells.map((cell) => [1, cell.after, ...seasons.map((season) => (seasonOf(cell) === season ? 1 : 0))]);
  const offset = cells.map(({ people }) => Math.log(people));
  return ofFit(fitGlm(design, eventsOf(cells), POISSON, { offset }));
}

/** Degrees of freedom that a share model with seasons must keep: as many as two single years leave without them (our choice). */
const ENOUGH_WITH_SEASONS = 6;

/** The practice's own seasons in its share of the events: F test, and the dispersion that they leave. */
export interface OwnSeasons {
  readonly test: FTest;
  readonly dispersion: EstimatedDispersion;
}

/** The share's dispersion to use; `ownSeasons` where it leaves them in, though the windows let them be told apart. */
interface RelativeDispersion extends EstimatedDispersion {
  readonly ownSeasons: OwnSeasons | null;
}

/**
 * How much more the practice's share of all events varies from quarter to quarter than chance would make it: conditional
 * quasi-binomial, one share a window, ratio of list sizes as offset where rates are compared. Seasons and shocks that both
 * areas share drop out, and so does the noise of a large comparator: a quasi-Poisson model of both areas stacked lets the
 * comparator's counts set the dispersion (methods.md 0.3). A season of the practice's own is noise here, but where windows of
 * all four quarters leave six degrees of freedom beside it: those of two single years do not, and there it stands beside.
 * Null as in `dispersionOf`.
 */
export function relativeDispersionOf(
  practice: MeasuredArea,
  comparator: MeasuredArea,
  windows: Windows,
  basis: 'rates' | 'counts',
): RelativeDispersion | null {
  const mine = cellsOf(practice, windows, basis);
  const theirs = cellsOf(comparator, windows, basis);
  const isEmpty = (cells: readonly Cell[]) => hasEmptyGroup(cells, ({ after }) => after);
  if (mine.length <= 2 || isEmpty(mine) || isEmpty(theirs)) return null;
  const cells = mine
    .map((own, i) => ({ mine: own, theirs: theirs[i] ?? own }))
    .filter((quarter) => quarter.mine.events + quarter.theirs.events > 0);
  if (cells.length <= 2) return null;
  const plain = shareFit(cells, []);
  const dispersion = ofFit(plain);
  if (!dispersion) return null;
  const seasonal = hasAllSeasons(windows) ? ownSeasonsOf(cells, plain) : null;
  if (!seasonal) return { ...dispersion, ownSeasons: null };
  const isEnough = (seasonal.dispersion.df ?? 0) >= ENOUGH_WITH_SEASONS;
  return isEnough ? { ...seasonal.dispersion, ownSeasons: null } : { ...dispersion, ownSeasons: seasonal };
}

/** One quarter of both areas. */
interface SharedCell {
  readonly mine: Cell;
  readonly theirs: Cell;
}

/** The share of each window, with an indicator for each of `seasons`. */
function shareFit(cells: readonly SharedCell[], seasons: readonly number[]): GlmFit {
  const indicators = ({ mine }: SharedCell) =>
    seasons.map((season) => (financialQuarterOf(mine.quarter) === season ? 1 : 0));
  return fitGlm(
    cells.map((cell) => [1, cell.mine.after, ...indicators(cell)]),
    cells.map(({ mine }) => mine.events),
    BINOMIAL,
    {
      trials: cells.map(({ mine, theirs }) => mine.events + theirs.events),
      offset: cells.map(({ mine, theirs }) => Math.log(mine.people / theirs.people)),
    },
  );
}

/** Null where a season has no event of one of the areas, or no degree of freedom is left. */
function ownSeasonsOf(cells: readonly SharedCell[], plain: GlmFit): OwnSeasons | null {
  const seasonOf = ({ quarter }: Cell) => financialQuarterOf(quarter);
  const areas = [cells.map(({ mine }) => mine), cells.map(({ theirs }) => theirs)];
  if (cells.length <= 5 || areas.some((area) => hasEmptyGroup(area, seasonOf))) return null;
  const fit = shareFit(cells, [2, 3, 4]);
  const dispersion = ofFit(fit);
  const test = dispersion && devianceTest(plain, fit);
  return dispersion && test && { test, dispersion };
}

/** Whether each window holds every quarter of the year. */
const hasAllSeasons = ({ baseline, followUp }: Windows): boolean =>
  [baseline, followUp].every(({ quarters }) => new Set(quarters.map(financialQuarterOf)).size === 4);

function ofFit(fit: GlmFit): EstimatedDispersion | null {
  if (fit.atEdge) return null;
  const { raw, used } = pearsonDispersion(fit);
  return { dispersion: used, df: fit.df, raw };
}

/** Both areas' quarters as the stacked model takes them. */
export function stackedCells(
  practice: MeasuredArea,
  comparator: MeasuredArea,
  windows: Windows,
  basis: 'rates' | 'counts',
): readonly StackedCell[] {
  const cells = (area: MeasuredArea, mine: boolean) =>
    cellsOf(area, windows, basis).map(({ quarter, ...cell }) => ({
      ...cell,
      mine,
      season: financialQuarterOf(quarter),
    }));
  return [...cells(practice, true), ...cells(comparator, false)];
}

function cellsOf({ series, listSize }: MeasuredArea, windows: Windows, basis: 'rates' | 'counts'): readonly Cell[] {
  const cell = (quarter: Period, after: number): Cell => ({
    after,
    quarter,
    events: valueAt(series, quarter) ?? 0,
    people: (basis === 'rates' && listSize && valueAt(listSize, quarter)) || 1,
  });
  return [
    ...windows.baseline.quarters.map((quarter) => cell(quarter, 0)),
    ...windows.followUp.quarters.map((quarter) => cell(quarter, 1)),
  ];
}

const eventsOf = (cells: readonly Cell[]): readonly number[] => cells.map(({ events }) => events);

/** Whether some group of cells holds no event at all: its rate would have no finite logarithm. */
function hasEmptyGroup(cells: readonly Cell[], groupOf: (cell: Cell) => number): boolean {
  const totals = new Map<number, number>();
  for (const cell of cells) totals.set(groupOf(cell), (totals.get(groupOf(cell)) ?? 0) + cell.events);
  return [...totals.values()].includes(0);
}
