import { financialYearOf, formatFinancialYear, type Period } from '../../data/period.ts';
import type { Direction, Series } from '../../data/series.ts';
import { chiSquaredQuantile } from '../../statistics/distributions/chi-squared.ts';
import { normalQuantile } from '../../statistics/distributions/normal.ts';
import { overdispersion } from '../../statistics/overdispersion.ts';
import { table } from '../../table.ts';
import type { FunnelArea, FunnelLimits, FunnelResult } from './funnel-result.ts';

/** Periods that make a year. */
const PER_YEAR: Readonly<Record<string, number>> = table<number>({ quarter: 4, month: 12, year: 1 });

/** Fewest areas for a funnel. */
const FEWEST = 5;

/** Two-sided tails outside the inner and the outer limits. */
const INNER = 0.05;
const OUTER = 0.002;

/** Sizes at which limits are worked out. */
const SIZES = 60;

interface YearOf {
  readonly series: Series;
  readonly observed: number;
  readonly denominator: number;
}

interface FunnelOptions {
  readonly per: number;
  /** Nothing after this period is looked at. */
  readonly to: Period | null;
}

/**
 * The areas of the latest year that most of them have whole, as rates against the size of their denominator: observed over
 * expected at the rate of all areas together, on the log scale with standard error 1 / sqrt(expected), with limits of chance
 * alone (exact Poisson) and limits that allow for overdispersion. For a count of 0 the log is taken of one half. Null without
 * denominators, without whole years, and with fewer than five areas. Spiegelhalter, Stat Med 2005;24:1185; FunnelPlotR.
 */
export function funnel(all: readonly Series[], { per, to }: FunnelOptions): FunnelResult | null {
  const [first] = all;
  const length = PER_YEAR[first?.periods[0]?.frequency ?? ''];
  if (!first?.denominator || length === undefined || first.measure.unit !== 'count') return null;
  const year = latestYear(all, length, to);
  if (year === null) return null;
  const years = all.flatMap((series) => yearOf(series, year, length) ?? []);
  const rate = total(years.map(({ observed }) => observed)) / total(years.map(({ denominator }) => denominator));
  if (years.length < FEWEST || !(rate > 0)) return null;
  const measured = years.map((one) => {
    const expected = one.denominator * rate;
    const se = 1 / Math.sqrt(expected);
    return { ...one, expected, se, log: Math.log(Math.max(0.5, one.observed) / expected) };
  });
  const spread = overdispersion(
    measured.map(({ log }) => log),
    measured.map(({ se }) => se),
  );
  const areas = measured.map(({ series, observed, denominator, expected, se, log }): FunnelArea => {
    const z = log / se;
    const zAdjusted = log / Math.sqrt(se * se + spread.tau2);
    const beyond = beyondOf(zAdjusted);
    const { area } = series;
    const sizes = { observed, denominator, expected, rate: (per * observed) / denominator, z, zAdjusted, beyond };
    return { area: area.name, code: area.code, ...sizes, variation: variationOf(beyond, series.measure.better) };
  });
  const left = all.filter((series) => !years.some((one) => one.series === series)).map(({ area }) => area.name);
  return {
    year: formatFinancialYear(year),
    measure: first.measure.name,
    denominator: first.denominator.measure.name,
    per,
    centre: per * rate,
    areas,
    left,
    overdispersion: { ...spread, limits: { lower: spread.limits[0], upper: spread.limits[1] } },
    limits: sizesFor(areas).map((size) => limitsAt(size, rate, spread.tau2, per)),
  };
}

/** The latest NHS year that at least half of the areas with any whole year have whole. */
function latestYear(all: readonly Series[], length: number, to: Period | null): number | null {
  const counts = new Map<number, number>();
  let areas = 0;
  for (const series of all) {
    const held = new Map<number, number>();
    series.periods.forEach((period, at) => {
      if (to !== null && period.index > to.index) return;
      if (series.values[at] === null || (series.denominator?.values[at] ?? null) === null) return;
      const year = financialYearOf(period);
      held.set(year, (held.get(year) ?? 0) + 1);
    });
    const whole = [...held].filter(([, n]) => n === length);
    if (whole.length > 0) areas += 1;
    for (const [year] of whole) counts.set(year, (counts.get(year) ?? 0) + 1);
  }
  const enough = [...counts].filter(([, n]) => 2 * n >= areas).map(([year]) => year);
  return enough.length === 0 ? null : Math.max(...enough);
}

function yearOf(series: Series, year: number, length: number): YearOf | null {
  const places = series.periods.flatMap((period, at) => (financialYearOf(period) === year ? [at] : []));
  const values = places.map((at) => series.values[at] ?? null).filter((value) => value !== null);
  const below = places.map((at) => series.denominator?.values[at] ?? null).filter((value) => value !== null);
  if (values.length < length || below.length < length) return null;
  const denominator = total(below) / (series.denominator?.measure.combine === 'mean' ? length : 1);
  return denominator > 0 ? { series, observed: total(values), denominator } : null;
}

const total = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0);

const REACH = { inner: normalQuantile(INNER / 2, 'upper'), outer: normalQuantile(OUTER / 2, 'upper') };

function beyondOf(z: number): FunnelArea['beyond'] {
  if (Math.abs(z) <= REACH.inner) return null;
  if (z > 0) return z > REACH.outer ? 'far-above' : 'near-above';
  return z < -REACH.outer ? 'far-below' : 'near-below';
}

function variationOf(beyond: FunnelArea['beyond'], better: Direction): FunnelArea['variation'] {
  if (beyond !== 'far-above' && beyond !== 'far-below') return 'common';
  if (better === 'neither') return 'neither';
  return (beyond === 'far-above') === (better === 'higher') ? 'improvement' : 'concern';
}

/** Sizes from the smallest to the largest area, even by their square roots. */
function sizesFor(areas: readonly FunnelArea[]): readonly number[] {
  const sizes = areas.map(({ denominator }) => denominator);
  const low = Math.sqrt(sizes.reduce((a, b) => Math.min(a, b)));
  const high = Math.sqrt(sizes.reduce((a, b) => Math.max(a, b)));
  return Array.from({ length: SIZES }, (_, place) => (low + ((high - low) * place) / (SIZES - 1)) ** 2);
}

function limitsAt(denominator: number, rate: number, tau2: number, per: number): FunnelLimits {
  const expected = denominator * rate;
  const exact = (tail: number) => ({
    lower: (per * chiSquaredQuantile(tail, 2 * expected)) / 2 / denominator,
    upper: (per * chiSquaredQuantile(tail, 2 * expected + 2, 'upper')) / 2 / denominator,
  });
  const adjusted = (reach: number) => {
    const factor = Math.exp(reach * Math.sqrt(1 / expected + tau2));
    return { lower: (per * rate) / factor, upper: per * rate * factor };
  };
  const [plain95, plain998] = [exact(INNER / 2), exact(OUTER / 2)];
  const [adjusted95, adjusted998] = [adjusted(REACH.inner), adjusted(REACH.outer)];
  return {
    denominator,
    lower95: plain95.lower,
    upper95: plain95.upper,
    lower998: plain998.lower,
    upper998: plain998.upper,
    adjustedLower95: adjusted95.lower,
    adjustedUpper95: adjusted95.upper,
    adjustedLower998: adjusted998.lower,
    adjustedUpper998: adjusted998.upper,
  };
}
