import { type Frequency, formatPeriod } from '../../data/period.ts';
import type { Series } from '../../data/series.ts';
import { median } from '../run-chart/sequence.ts';
import type { Step } from './result.ts';

/** A level must change by more than this share of what it was. */
const THIRD = 1 / 3;

/** Points that make a level: a year of quarters or months, so that no season passes for a step; four of anything else. */
const levelOf = ({ periods }: Series): number => (periods[0]?.frequency === 'month' ? 12 : 4);

/** The fewest points from a step on, as a share of those that make a level. */
const ENOUGH_AFTER = 0.75;

/** A count's change must be more than so many standard deviations of chance (Poisson) at its larger level. */
const BEYOND_CHANCE = 3;

/** A step by its place in the series, and the levels on both sides. */
interface Found {
  /** Place in the series. */
  readonly at: number;
  readonly before: number;
  readonly after: number;
}

/**
 * The largest lasting step of a series of levels as measured: the median of up to four points (twelve months) from it on
 * differs from that of as many before by more than a third, so does each of these points, at least half of it came in one
 * go, and there are at least three such points (nine months). Missing points are passed over. Null where there is none.
 */
export function largestStep(series: Series, to: number = Number.POSITIVE_INFINITY): Found | null {
  const { periods, values, measure } = series;
  const size = levelOf(series);
  const places: number[] = [];
  values.forEach((value, at) => {
    if (value !== null && (periods[at]?.index ?? 0) <= to) places.push(at);
  });
  const valuesAt = (from: number, end: number): readonly number[] =>
    places.slice(from, end).map((at) => values[at] ?? 0);
  let best: Found | null = null;
  for (let i = size; i + ENOUGH_AFTER * size <= places.length; i += 1) {
    const at = places[i] ?? 0;
    const here = values[at] ?? 0;
    const last = values[places[i - 1] ?? 0] ?? 0;
    if (!mayBeStep(last, here)) continue;
    const before = median(valuesAt(i - size, i)) ?? 0;
    const following = valuesAt(i, i + size);
    const after = median(following) ?? 0;
    const change = after - before;
    const stays = following.every((value) => Math.sign(change) * (value - before) > THIRD * Math.abs(before));
    const atOnce = Math.abs(here - last) >= Math.abs(change) / 2;
    const chance = measure.unit === 'count' ? BEYOND_CHANCE * Math.sqrt(Math.max(before, after)) : 0;
    if (!stays || !atOnce || Math.abs(change) <= chance) continue;
    if (best === null || Math.abs(change) > Math.abs(best.after - best.before)) best = { at, before, after };
  }
  return best;
}

/** A quick look that most neighbours do not pass: half of a third, and more than a sixth of what was. */
const mayBeStep = (last: number, here: number): boolean => Math.abs(here - last) > (THIRD / 2) * Math.abs(last);

/** How near its level must be to the change, as a share of it. */
const NEAR = 0.35;

interface Ending {
  readonly series: Series;
  /** Index of the period after the last with a value above nought, or of the first. */
  readonly index: number;
  readonly level: number;
}

/** Ends and beginnings of areas in the midst of the data, by which mergers and splits can be matched. */
interface Turnover {
  readonly ends: readonly Ending[];
  readonly begins: readonly Ending[];
}

/** Areas that end before, or begin after, the others do. A stretch of noughts at either end counts as not being there. */
export function turnover(all: readonly Series[]): Turnover {
  let first = Number.POSITIVE_INFINITY;
  let last = Number.NEGATIVE_INFINITY;
  for (const { periods } of all) {
    first = Math.min(first, periods[0]?.index ?? first);
    last = Math.max(last, periods.at(-1)?.index ?? last);
  }
  const ends: Ending[] = [];
  const begins: Ending[] = [];
  for (const series of all) {
    const { periods, values, step } = series;
    const size = levelOf(series);
    const start = values.findIndex(isThere);
    const end = values.findLastIndex(isThere);
    if (start < 0) continue;
    const firstIndex = periods[start]?.index ?? 0;
    const lastIndex = periods[end]?.index ?? 0;
    const level = (points: readonly (number | null)[]): number => median(points.filter(isThere)) ?? 0;
    if (lastIndex < last)
      ends.push({ series, index: lastIndex + step, level: level(values.slice(Math.max(0, end + 1 - size), end + 1)) });
    if (firstIndex > first) begins.push({ series, index: firstIndex, level: level(values.slice(start, start + size)) });
  }
  return { ends, begins };
}

const isThere = (value: number | null): value is number => value !== null && value !== 0;

/**
 * The steps of areas as results hold them, by their series, with the area that each may have come from or gone to: one that
 * ends in the period before a step up (or begins with a step down) at about the level of the change. The largest step chooses
 * first, and nothing is chosen twice.
 */
export function describeSteps(
  found: readonly (readonly [Series, Found])[],
  { ends, begins }: Turnover,
): ReadonlyMap<Series, Step> {
  const chosen = new Set<Ending>();
  const size = ([, { before, after }]: (typeof found)[number]): number => Math.abs(after - before);
  const steps = [...found]
    .sort((a, b) => size(b) - size(a))
    .map(([series, { at, before, after }]): readonly [Series, Step] => {
      const period = series.periods[at] ?? { frequency: 'event' as Frequency, index: at };
      const change = after - before;
      const off = ({ level }: Ending): number => Math.abs(level - Math.abs(change));
      const [match] = (change > 0 ? ends : begins)
        .filter((other) => other.series !== series && other.index === period.index && !chosen.has(other))
        .filter((other) => off(other) <= NEAR * Math.abs(change))
        .sort((a, b) => off(a) - off(b));
      if (match) chosen.add(match);
      const counterpart = match && { area: match.series.area.name, code: match.series.area.code, level: match.level };
      return [
        series,
        {
          period: series.labels?.[at] ?? formatPeriod(period),
          before,
          after,
          change,
          percentChange: before === 0 ? null : (100 * change) / before,
          counterpart: counterpart ?? null,
        },
      ];
    });
  return new Map(steps);
}
