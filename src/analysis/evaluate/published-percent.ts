import { financialYearOf } from '../../data/period.ts';
import type { Series } from '../../data/series.ts';
import type { Deflator } from '../../reference/deflators.ts';
import { deflated } from '../compare/prices.ts';
import { type LaterWindow, laterWindows } from '../compare/sensitivity.ts';
import type { MeasuredArea, Pair } from '../quarters/pair.ts';
import { personYears, sum, windowValues } from '../quarters/totals.ts';
import type { Trend } from '../quarters/trend.ts';
import { linearTrend, trendPoints } from '../quarters/trend.ts';
import type { QuarterWindow } from '../quarters/windows.ts';
import type {
  ImpliedLevel,
  PercentBasis,
  PercentClaim,
  PercentReading,
  PublishedPercent,
  RollingReadings,
} from './published-result.ts';
import { rateSeries } from './trends.ts';

/** Lines shorter than this are not read. */
const FEWEST_QUARTERS = 8;
const HAIR = 1e-9;
/** Prices are those of any one year: a percentage does not depend on which. */
const ANY_YEAR_OF = (deflator: Deflator): number => [...deflator.levels.keys()][0] ?? 0;

/** A series on one basis: its values for lines, its totals over windows. */
interface Levels {
  readonly name: string;
  readonly series: Series;
  readonly over: (window: QuarterWindow) => number | null;
  /** The line from one place of the series to another. */
  readonly line: (from: number, to: number) => Trend | null;
}

interface Sides {
  readonly basis: PercentBasis;
  readonly own: Levels;
  readonly other: Levels | null;
}

/** A reading before it is held against a claim. */
type Read = Omit<PercentReading, 'agrees'>;

/** Every reading of one measure of one area, as the area's own or relative to the other: the same for every claim. */
interface Readings {
  readonly own: Levels;
  readonly readings: readonly Read[];
  readonly rolling: readonly { readonly basis: PercentBasis; readonly percents: readonly NamedPercent[] }[];
  readonly elsewhere: readonly Read[];
}

/**
 * Holds published percentages against the data in every way in which one could have been computed: the fitted change of the first
 * and of the last n quarters, every financial year and every four quarters against every later one; on counts and rates, or
 * nominal and in real terms; by itself or relative to the other area. Each of these is computed once, however many claims there
 * are. Null where the data hold no such measure or area.
 */
export function percentChecker(
  pairs: readonly Pair[],
  deflator: Deflator | null,
): (claim: PercentClaim) => PublishedPercent | null {
  const known = new Map<string, Readings | null>();
  return (claim) => {
    const { measure, area, relative } = claim;
    const key = JSON.stringify([measure, area, relative]);
    const found = known.get(key);
    const all = found === undefined ? readingsFor(claim, pairs, deflator) : found;
    if (found === undefined) known.set(key, all);
    return all && heldAgainst(all, claim);
  };
}

function readingsFor(
  { measure, area, relative }: PercentClaim,
  pairs: readonly Pair[],
  deflator: Deflator | null,
): Readings | null {
  const pair = pairs.find((one) => one.measure.name === measure);
  const own = pair && [pair.practice, pair.comparator].find((one) => one?.name === area);
  if (!pair || !own) return null;
  const other = own === pair.practice ? pair.comparator : pair.practice;
  const bases = basesOf(pair, own, other, deflator);
  const windows = laterWindows(pair);
  const forms = relative ? RELATIVE : OWN;
  const rolling = windows.filter(({ kind }) => kind === 'rolling');
  const theirs = relative
    ? []
    : bases.flatMap(({ basis, other: one }) => (one ? [{ basis, own: one, other: null }] : []));
  return {
    own: totals(own),
    readings: bases.flatMap((sides) => readingsOf(sides, windows, forms)),
    rolling: bases.map((sides) => ({
      basis: sides.basis,
      percents: rolling.flatMap((window) => betweenWindows(sides, window, forms)),
    })),
    elsewhere: theirs.flatMap((sides) => readingsOf(sides, windows, OWN)),
  };
}

function heldAgainst({ own, readings, rolling, elsewhere }: Readings, claim: PercentClaim): PublishedPercent {
  const size = { ...claim, percent: Math.abs(claim.percent) };
  const forms = claim.relative ? RELATIVE : OWN;
  return {
    published: claim,
    readings: readings.map((one) => ({ ...one, agrees: prints(one.percent, claim) })),
    rolling: rolling.flatMap(({ basis, percents }) => rollingOf(basis, percents, forms, claim)),
    elsewhere: elsewhere
      .filter(({ percent }) => prints(Math.abs(percent), size))
      .map((one) => ({ ...one, agrees: true })),
    implied: impliedLevels(claim, own),
  };
}

/** The two forms of a relative change, from two factors: one after over before. */
type Form = readonly (readonly [PercentReading['form'], (mine: number, theirs: number) => number])[];

const OWN: Form = [['change', (mine) => 100 * (mine - 1)]];
const RELATIVE: Form = [
  ['points', (mine, theirs) => 100 * (mine - theirs)],
  ['ratio', (mine, theirs) => 100 * (mine / theirs - 1)],
];

const prints = (
  percent: number,
  { percent: published, decimals }: Pick<PercentClaim, 'percent' | 'decimals'>,
): boolean => Math.abs(percent - published) <= 0.5 * 10 ** -decimals + HAIR;

function basesOf(
  { measure }: Pair,
  own: MeasuredArea,
  other: MeasuredArea | null,
  deflator: Deflator | null,
): readonly Sides[] {
  const sides = (basis: PercentBasis, levels: (area: MeasuredArea) => Levels): Sides => ({
    basis,
    own: levels(own),
    other: other && levels(other),
  });
  if (measure.unit === 'GBP') {
    const covered = deflator !== null && [own, other].every((area) => !area || covers(deflator, area.series));
    const real = covered && sides('real', (area) => totals(deflated(area, { deflator, year: ANY_YEAR_OF(deflator) })));
    return [sides('nominal', totals), ...(real ? [real] : [])];
  }
  const rated = own.listSize !== null && (other === null || other.listSize !== null);
  return [sides('counts', totals), ...(rated ? [sides('rates', rates)] : [])];
}

/** Whether every year of a series has its level. */
const covers = ({ levels }: Deflator, { periods }: Series): boolean =>
  periods.every((period) => levels.has(financialYearOf(period)));

const totals = ({ name, series }: MeasuredArea): Levels => ({
  name,
  series,
  over: (window) => sum(windowValues(series, window)),
  line: linesOf(series),
});

function rates({ name, series, listSize }: MeasuredArea): Levels {
  const rated = listSize ? rateSeries(series, listSize) : series;
  return {
    name,
    series: rated,
    over: (window) => {
      const years = personYears(listSize, window);
      return years === null ? null : sum(windowValues(series, window)) / years;
    },
    line: linesOf(rated),
  };
}

/** Lines of a series, each fitted once. */
function linesOf(series: Series): Levels['line'] {
  const fitted = new Map<string, Trend | null>();
  return (from, to) => {
    const key = `${from} ${to}`;
    const known = fitted.get(key);
    if (known !== undefined) return known;
    const window = { from: series.periods[from] ?? null, to: series.periods[to] ?? null };
    const line = linearTrend(trendPoints(series, window));
    fitted.set(key, line);
    return line;
  };
}

function readingsOf(sides: Sides, windows: readonly LaterWindow[], forms: Form): readonly Read[] {
  const reading = (kind: PercentReading['kind'], from: string, to: string, quarters: number | null) =>
    ({ area: sides.own.name, kind, basis: sides.basis, from, to, quarters }) as const;
  const fitted = lineEnds(sides.own.series).flatMap(([from, to]) => {
    const mine = factorOfLine(sides.own, from, to);
    const theirs = sides.other && factorOfLine(sides.other, from, to);
    if (!mine) return [];
    return percents(mine.factor, theirs?.factor ?? null, forms).map(([form, percent]) => ({
      ...reading('fitted', mine.from, mine.to, mine.n),
      form,
      percent,
    }));
  });
  const years = windows
    .filter(({ kind }) => kind === 'financial-year')
    .flatMap((window) =>
      betweenWindows(sides, window, forms).map(([form, percent]) => ({
        ...reading('years', window.baseline.label, window.followUp.label, null),
        form,
        percent,
      })),
    );
  return [...years, ...fitted];
}

function rollingOf(
  basis: PercentBasis,
  percents: readonly NamedPercent[],
  forms: Form,
  claim: PercentClaim,
): readonly RollingReadings[] {
  return forms.flatMap(([form]) => {
    const own = percents.filter(([name]) => name === form).map(([, percent]) => percent);
    if (own.length === 0) return [];
    const agreeing = own.filter((percent) => prints(percent, claim)).length;
    const [min, max] = own.reduce(
      ([low, high], one) => [Math.min(low, one), Math.max(high, one)],
      [own[0] ?? 0, own[0] ?? 0],
    );
    return [{ form, basis, pairs: own.length, agreeing, min, max }];
  });
}

type NamedPercent = readonly [PercentReading['form'], number];

function percents(mine: number, theirs: number | null, forms: Form): readonly NamedPercent[] {
  const values = forms.map(([form, of]) => [form, of(mine, theirs ?? Number.NaN)] as const);
  return values.filter(([, percent]) => Number.isFinite(percent));
}

function betweenWindows({ own, other }: Sides, window: LaterWindow, forms: Form): readonly NamedPercent[] {
  const factor = ({ over }: Levels): number | null => {
    const [before, after] = [over(window.baseline), over(window.followUp)];
    return before === null || after === null || before === 0 ? null : after / before;
  };
  const mine = factor(own);
  return mine === null ? [] : percents(mine, other && factor(other), forms);
}

/** First and last place of the lines that are read: the first and the last n quarters, the whole once. */
function lineEnds({ periods }: Series): readonly (readonly [number, number])[] {
  const last = periods.length - 1;
  const lengths = Array.from({ length: Math.max(0, periods.length - FEWEST_QUARTERS) }, (_, i) => FEWEST_QUARTERS + i);
  return [
    ...(periods.length >= FEWEST_QUARTERS ? [[0, last] as const] : []),
    ...lengths.map((n) => [last - n + 1, last] as const),
    ...lengths.map((n) => [0, n - 1] as const),
  ];
}

/** The line's last value over its first. Null where it cannot be drawn or begins at nothing. */
function factorOfLine({ line }: Levels, from: number, to: number) {
  const trend = line(from, to);
  const percent = trend?.fitted.percentChange ?? null;
  return trend && percent !== null ? { factor: 1 + percent / 100, from: trend.from, to: trend.to, n: trend.n } : null;
}

/** Where a line of the printed slope begins if it changes by the printed percentage, beside the lines of the data. */
function impliedLevels(
  { slope, percent, decimals, relative }: PercentClaim,
  { series, line }: Levels,
): readonly ImpliedLevel[] {
  if (!slope || relative || slope.perQuarter * percent <= 0) return [];
  const last = series.periods.length - 1;
  const size = (value: number, half: number) => [Math.abs(value) - half, Math.abs(value) + half] as const;
  const [slow, steep] = size(slope.perQuarter, 0.5 * 10 ** -slope.decimals);
  const [small, large] = size(percent, 0.5 * 10 ** -decimals);
  const lengths = Array.from({ length: Math.max(0, last + 2 - FEWEST_QUARTERS) }, (_, i) => FEWEST_QUARTERS + i);
  return lengths.flatMap((n): readonly ImpliedLevel[] => {
    const data = line(last - n + 1, last)?.fitted.first;
    if (data === undefined) return [];
    const lower = (100 * Math.max(0, slow) * (n - 1)) / large;
    const upper = small > 0 ? (100 * steep * (n - 1)) / small : null;
    return [{ n, lower, upper, data, agrees: data >= lower && (upper === null || data <= upper) }];
  });
}
