import { formatPeriod, type Period } from '../../data/period.ts';
import { valueAt } from '../../data/series.ts';
import { dataError, type Place } from '../../errors.ts';
import type { Pair } from '../quarters/pair.ts';
import type { TrendWindow } from '../quarters/trend.ts';
import {
  completeYears,
  financialYearWindow,
  isComplete,
  likeForLike,
  type QuarterWindow,
  sameSeasons,
} from '../quarters/windows.ts';

export interface WindowChoice {
  readonly baseline: QuarterWindow | null;
  readonly followUp: QuarterWindow | null;
  readonly likeForLike: boolean;
}

export interface Windows {
  readonly baseline: QuarterWindow;
  readonly followUp: QuarterWindow;
}

/** Where a window lies beside the first quarter after a change: quarters of both sides make it `across`. */
export function sideOf({ quarters }: QuarterWindow, intervention: Period): 'before' | 'after' | 'across' {
  const isAfter = quarters.map(({ index }) => index >= intervention.index);
  if (isAfter.every((after) => after)) return 'after';
  return isAfter.some((after) => after) ? 'across' : 'before';
}

export interface ChosenWindows extends Windows {
  /** Whether quarters were left out so that like is compared with like. */
  readonly likeForLike: boolean;
  /** Whether the user named both windows. */
  readonly named: boolean;
}

/**
 * The two windows to compare: those named, or the first and the last complete financial year. A window that is not
 * complete is refused, or cut to the quarters that both hold where `likeForLike` is set; nothing is cut silently.
 */
export function chooseWindows(pair: Pair, choice: WindowChoice): ChosenWindows {
  const [first, last] = extent(pair);
  const held = (quarter: Period) => isHeld(pair, quarter);
  const years = completeYears(first, last, held);
  const span = { first: formatPeriod(first), last: formatPeriod(last) };
  const baseline = choice.baseline ?? yearWindow(years[0], years.length, span);
  const followUp = choice.followUp ?? yearWindow(years.at(-1), years.length, span);
  const labels = { baseline: baseline.label, followUp: followUp.label };
  const end = baseline.quarters.at(-1);
  const start = followUp.quarters[0];
  if (end && start && start.index <= end.index) {
    if (choice.followUp === null && years.length < 2) throw tooFewYears(years.length, span);
    throw dataError('compare.windows-overlap', labels);
  }
  const named = choice.baseline !== null && choice.followUp !== null;
  if (choice.likeForLike) {
    const [before, after] = likeForLike(baseline, followUp, held);
    if (before.quarters.length === 0) throw dataError('compare.no-like-quarters', labels);
    return { baseline: before, followUp: after, likeForLike: before !== baseline || after !== followUp, named };
  }
  for (const [option, window] of [
    ['--baseline', baseline],
    ['--follow-up', followUp],
  ] as const) {
    if (!isComplete(window, held)) {
      const missing = window.quarters.filter((quarter) => !held(quarter));
      const slots = { option, window: window.label, missing: missing.map(formatPeriod), ...span };
      throw dataError('compare.window-not-held', slots, missing[0] && placeBeside(pair, missing[0]));
    }
  }
  if (!sameSeasons(baseline, followUp)) throw dataError('compare.unequal-windows', labels);
  return { baseline, followUp, likeForLike: false, named };
}

/**
 * Holds the rest of the choices against the data before anything is computed.
 *
 * @throws a data error where the data are not quarterly, or the intervention or the trend's window lies outside them
 */
export function checkPeriods(
  pair: Pair,
  { from, to, intervention }: TrendWindow & { readonly intervention: Period | null },
): void {
  const { periods } = pair.practice.series;
  const frequency = periods[0]?.frequency ?? 'event';
  if (frequency !== 'quarter') throw dataError('compare.frequency', { frequency });
  const [first, last] = extent(pair);
  const span = { first: formatPeriod(first), last: formatPeriod(last) };
  if (intervention && (intervention.index < first.index || intervention.index > last.index)) {
    throw dataError('compare.intervention-outside', { intervention: formatPeriod(intervention), ...span });
  }
  const start = Math.max(from?.index ?? first.index, first.index);
  const end = Math.min(to?.index ?? last.index, last.index);
  if ((from || to) && end - start < 2) {
    throw dataError('compare.trend-window', {
      from: formatPeriod(from ?? first),
      to: formatPeriod(to ?? last),
      ...span,
    });
  }
}

/** First and last quarter that the practice's series holds. */
export function extent(pair: Pair): readonly [Period, Period] {
  const { periods, values } = pair.practice.series;
  const held = periods.filter((_, i) => values[i] !== null);
  const first = held[0];
  const last = held.at(-1);
  if (!first || !last) throw dataError('compare.no-measure');
  return [first, last];
}

/** Whether practice and comparator both hold a quarter. */
export function isHeld(pair: Pair, quarter: Period): boolean {
  return (
    valueAt(pair.practice.series, quarter) !== null &&
    (pair.comparator === null || valueAt(pair.comparator.series, quarter) !== null)
  );
}

interface Span {
  readonly first: string;
  readonly last: string;
}

function yearWindow(year: number | undefined, years: number, span: Span): QuarterWindow {
  if (year === undefined) throw tooFewYears(years, span);
  return financialYearWindow(year);
}

function tooFewYears(years: number, { first, last }: Span) {
  return dataError('compare.too-few-years', { years, first, last });
}

/** Where a file breaks off: the line of the value nearest to a quarter that practice or comparator does not hold. */
function placeBeside({ practice, comparator }: Pair, quarter: Period): Place | undefined {
  const without = [practice, comparator].find((area) => area && valueAt(area.series, quarter) === null);
  const origin = without?.series.origin;
  if (!without || !origin) return undefined;
  const lines = without.series.periods.flatMap(({ index }, i) => {
    const line = origin.lines[i] ?? null;
    return line === null ? [] : [{ line, distance: Math.abs(index - quarter.index) }];
  });
  const nearest = lines.reduce<(typeof lines)[number] | null>(
    (best, one) => (best && best.distance <= one.distance ? best : one),
    null,
  );
  return { file: origin.file, column: origin.column, ...(nearest ? { line: nearest.line } : {}) };
}
