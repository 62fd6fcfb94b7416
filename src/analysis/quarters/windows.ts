import {
  financialQuarter,
  financialQuarterOf,
  financialYearOf,
  formatFinancialYear,
  formatPeriod,
  type Period,
  periodRange,
} from '../../data/period.ts';

/** A stretch of quarters to be compared with another, as resolved against the data. */
export interface QuarterWindow {
  readonly label: string;
  readonly quarters: readonly Period[];
}

/** The four quarters of the NHS year that starts in the calendar year `start`. */
export function financialYearWindow(start: number): QuarterWindow {
  return {
    label: formatFinancialYear(start),
    quarters: periodRange(financialQuarter(start, 1), financialQuarter(start, 4)),
  };
}

/** Any stretch of quarters, both ends included, labelled by its ends. */
export function quarterWindow(from: Period, to: Period): QuarterWindow {
  return { label: `${formatPeriod(from)} to ${formatPeriod(to)}`, quarters: periodRange(from, to) };
}

/** Index of a quarter -> whether every series that is to be compared holds it. */
type Held = (quarter: Period) => boolean;

export function isComplete(window: QuarterWindow, held: Held): boolean {
  return window.quarters.every(held);
}

/** NHS years between `first` and `last` of which every quarter is held, by their starting calendar year. */
export function completeYears(first: Period, last: Period, held: Held): readonly number[] {
  const years: number[] = [];
  for (let year = financialYearOf(first); year <= financialYearOf(last); year += 1) {
    if (isComplete(financialYearWindow(year), held)) years.push(year);
  }
  return years;
}

/** Every run of four quarters between `first` and `last` that is held: one of each season, whatever quarter it begins with. */
export function rollingWindows(first: Period, last: Period, held: Held): readonly QuarterWindow[] {
  const windows: QuarterWindow[] = [];
  for (let index = first.index; index + 3 <= last.index; index += 1) {
    const from: Period = { frequency: 'quarter', index };
    const window =
      financialQuarterOf(from) === 1
        ? financialYearWindow(financialYearOf(from))
        : quarterWindow(from, { frequency: 'quarter', index: index + 3 });
    if (isComplete(window, held)) windows.push(window);
  }
  return windows;
}

/**
 * The quarters of the year that both windows hold, so that like is compared with like: of 2013/14 (all four) and 2017/18
 * (Q1 to Q3 only) it keeps Q1 to Q3 of both.
 */
export function likeForLike(
  baseline: QuarterWindow,
  followUp: QuarterWindow,
  held: Held,
): readonly [QuarterWindow, QuarterWindow] {
  const seasonsHeld = (window: QuarterWindow) =>
    new Set(window.quarters.filter(held).map((quarter) => financialQuarterOf(quarter)));
  const first = seasonsHeld(baseline);
  const second = seasonsHeld(followUp);
  const keep = (window: QuarterWindow): QuarterWindow => {
    const quarters = window.quarters.filter((quarter) => {
      const season = financialQuarterOf(quarter);
      return first.has(season) && second.has(season) && held(quarter);
    });
    if (quarters.length === window.quarters.length) return window;
    const seasons = quarters.map((quarter) => `Q${financialQuarterOf(quarter)}`).join(', ');
    return { label: `${window.label} (${seasons})`, quarters };
  };
  return [keep(baseline), keep(followUp)];
}

/** Whether two windows hold the same seasons equally often, so that neither is favoured by winter. */
export function sameSeasons(a: QuarterWindow, b: QuarterWindow): boolean {
  const seasons = (window: QuarterWindow) => window.quarters.map(financialQuarterOf).sort().join();
  return seasons(a) === seasons(b);
}
