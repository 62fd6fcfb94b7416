import { financialQuarterOf, formatPeriod, type Period } from '../../data/period.ts';
import type { Series } from '../../data/series.ts';
import { caution, type Finding, finding } from '../../finding.ts';
import { CYCLE_POWER } from '../../reference/cycle-power.ts';
import { table } from '../../table.ts';
import { decompose, mean } from './decompose.ts';
import type { SeasonalMethod, SeasonalPoint, SeasonalView } from './result.ts';

/** Whole years without which nothing is said of seasons. */
const FEWEST_YEARS = 3;

const PER_YEAR: Readonly<Record<string, 4 | 12>> = table<4 | 12>({ quarter: 4, month: 12 });

/** A cycle at least so high, in standard deviations of the rest, hides signals. */
const HIGH = 0.75;
/** From this F on seasons are taken to differ: the rule of thumb of X-11, of Lothian and Morry 1978. */
const SEASONS_DIFFER = 7;

export interface SeasonalOptions {
  /** Null: ratio where every value is above zero, else additive. */
  readonly method: SeasonalMethod | null;
  readonly per: number;
  /** First and last period that are looked at. */
  readonly from: Period | null;
  readonly to: Period | null;
}

/**
 * A series of quarters or months of three whole years or more: each point against the same season of the year before, and the
 * series without its yearly cycle, by ratio or by difference to the centred moving average of a year. Rates where the series
 * has a denominator. Null where the series is shorter, of another frequency, or too full of gaps.
 *
 * @example seasonalView(series)?.points.at(-1)?.percentChange
 */
export function seasonalView(whole: Series, options: Partial<SeasonalOptions> = {}): SeasonalView | null {
  const { method: wanted, per, from, to } = { method: null, per: 1000, from: null, to: null, ...options };
  const series = between(whole, from, to);
  const perYear = PER_YEAR[series.periods[0]?.frequency ?? ''];
  if (perYear === undefined || series.step !== 1) return null;
  const years = Math.floor(series.periods.length / perYear);
  if (years < FEWEST_YEARS) return null;
  const values = series.values.map((value, at) => rateAt(series, value, at, per));
  const method = wanted ?? (values.every((value) => value === null || value > 0) ? 'ratio' : 'additive');
  const seasonOf = series.periods.map(seasonPlace);
  const parts = decompose(values, seasonOf, perYear, method);
  if (!parts) return null;
  const adjusted = values.map((value, at) => {
    const factor = parts.seasonal[seasonOf[at] ?? 0] ?? 0;
    return value === null ? null : method === 'ratio' ? value / factor : value - factor;
  });
  const test = testSeasons(parts.detrended);
  const view = {
    area: series.area.name,
    measure: series.measure.name,
    unit: series.denominator === null ? series.measure.unit : 'rate',
    rate: series.denominator === null ? null : { per, denominator: series.denominator.measure.name },
    method,
    perYear,
    years,
    seasons: parts.seasonal.map((factor, place) => ({ name: seasonName(place, perYear), factor })),
    points: pointsOf(series, values, adjusted, perYear),
    cycle: cycleHeight(parts.seasonal, parts.detrended),
    test,
    adjusted: { ...series, values: adjusted.map((value, at) => unratedAt(series, value, at, per)) },
  };
  return { ...view, findings: findingsOf(view) };
}

/**
 * The caution that a yearly cycle hides signals, with how often a real change is found with such a cycle and without one, by
 * simulation; null where the series is too short to say, or where no cycle shows.
 */
export function seasonalCaution(series: Series, ruleSet: string, view = seasonalView(series)): Finding | null {
  if (!view || !hides(view)) return null;
  const power = Object.hasOwn(CYCLE_POWER, ruleSet) ? CYCLE_POWER[ruleSet] : undefined;
  const high = (view.cycle ?? 0) >= 1.5;
  return caution('seasonal.hides', {
    area: view.area,
    measure: view.measure,
    per: view.rate?.per ?? null,
    denominator: view.rate?.denominator ?? null,
    cycle: view.cycle,
    ruleSet,
    without: power?.[0] ?? null,
    with: (high ? power?.[2] : power?.[1]) ?? null,
    simulated: high ? 2 : 1,
  });
}

/** The series from one period to another; itself where neither is given. */
function between(series: Series, from: Period | null, to: Period | null): Series {
  if (from === null && to === null) return series;
  const inside = (at: number): boolean => {
    const { index } = series.periods[at] ?? { index: 0 };
    return (from === null || index >= from.index) && (to === null || index <= to.index);
  };
  const kept = <T>(list: readonly T[]): readonly T[] => list.filter((_, at) => inside(at));
  const { denominator } = series;
  return {
    ...series,
    periods: kept(series.periods),
    values: kept(series.values),
    denominator: denominator && { ...denominator, values: kept(denominator.values) },
    flags: [],
    labels: null,
  };
}

const hides = ({ cycle, test }: Pick<SeasonalView, 'cycle' | 'test'>): boolean =>
  (cycle ?? Number.POSITIVE_INFINITY) >= HIGH && (test === null || test.f >= SEASONS_DIFFER);

/** 0 for the first quarter of the NHS year, or for January. */
const seasonPlace = (period: Period): number =>
  period.frequency === 'month' ? ((period.index % 12) + 12) % 12 : financialQuarterOf(period) - 1;

const seasonName = (place: number, perYear: number): string =>
  perYear === 4 ? `Q${place + 1}` : String(place + 1).padStart(2, '0');

function rateAt({ denominator }: Series, value: number | null, at: number, per: number): number | null {
  if (denominator === null) return value;
  const people = denominator.values[at] ?? null;
  return value === null || people === null || !(people > 0) ? null : (per * value) / people;
}

function unratedAt({ denominator }: Series, rate: number | null, at: number, per: number): number | null {
  const people = denominator?.values[at] ?? null;
  if (denominator === null || rate === null) return rate;
  return people === null ? null : (rate * people) / per;
}

function pointsOf(
  series: Series,
  values: readonly (number | null)[],
  adjusted: readonly (number | null)[],
  perYear: number,
): readonly SeasonalPoint[] {
  return series.periods.map((period, at) => {
    const value = values[at] ?? null;
    const before = values[at - perYear] ?? null;
    const change = value === null || before === null ? null : value - before;
    return {
      period: formatPeriod(period),
      index: period.index,
      value,
      adjusted: adjusted[at] ?? null,
      change,
      percentChange: change === null || before === null || !(before > 0) ? null : (100 * change) / before,
    };
  });
}

/** Squared distances within the seasons, with their degrees of freedom. */
function within(detrended: readonly (readonly number[])[]): { readonly sum: number; readonly df: number } {
  let sum = 0;
  let df = -detrended.length;
  for (const points of detrended) {
    const middle = mean(points);
    df += points.length;
    for (const point of points) sum += (point - middle) ** 2;
  }
  return { sum, df };
}

/** Amplitude of the sine wave of the same variance as the seasons, in standard deviations of the points about them. */
function cycleHeight(seasonal: readonly number[], detrended: readonly (readonly number[])[]): number | null {
  const { sum, df } = within(detrended);
  const middle = mean(seasonal);
  const variance = mean(seasonal.map((one) => (one - middle) ** 2));
  return sum > 1e-20 ? Math.sqrt((2 * variance) / (sum / df)) : null;
}

/** One-way analysis of variance of the points against the trend: are the seasons alike? (The stable seasonality test of X-11.) */
function testSeasons(detrended: readonly (readonly number[])[]): SeasonalView['test'] {
  const { sum, df } = within(detrended);
  if (!(sum > 1e-20)) return null;
  const all = mean(detrended.flat());
  const between = detrended.reduce((total, points) => total + points.length * (mean(points) - all) ** 2, 0);
  const df1 = detrended.length - 1;
  return { f: between / df1 / (sum / df), df1, df2: df };
}

function findingsOf(view: Omit<SeasonalView, 'findings'>): readonly Finding[] {
  const sorted = [...view.seasons].sort((a, b) => a.factor - b.factor);
  const [low, high] = [sorted[0], sorted.at(-1)];
  const last = view.points
    .flatMap((point) => (point.change === null ? [] : [{ ...point, change: point.change }]))
    .at(-1);
  const slots = {
    area: view.area,
    measure: view.measure,
    unit: view.unit,
    per: view.rate?.per ?? null,
    denominator: view.rate?.denominator ?? null,
    method: view.method,
    perYear: view.perYear,
    years: view.years,
  };
  const season =
    low && high && hides(view)
      ? finding('seasonal.cycle', {
          ...slots,
          low: low.name,
          lowFactor: low.factor,
          high: high.name,
          highFactor: high.factor,
        })
      : finding('seasonal.no-cycle', slots);
  return last
    ? [
        season,
        finding('seasonal.change', {
          ...slots,
          period: last.period,
          value: last.value,
          change: last.change,
          percentChange: last.percentChange,
        }),
      ]
    : [season];
}
