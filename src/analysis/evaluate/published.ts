import { type Finding, finding } from '../../finding.ts';
import { tQuantile } from '../../statistics/distributions/t.ts';
import { twoSidedP } from '../../statistics/intervals/wald.ts';
import type {
  PercentReading,
  PublishedCheck,
  PublishedPercent,
  PublishedReading,
  PublishedTrend,
} from './published-result.ts';
import type { AreaTrend } from './result.ts';

/** The numbers of quarters that are tried. */
export const TRIED_QUARTERS = { from: 5, to: 60 } as const;
/** Steps between the ends of what rounding leaves open. */
const STEPS = 10;
const HAIR = 1e-9;

/**
 * A published slope, interval and P held against themselves: SE = (upper - lower) / 2 / t(0.975, n - 2), P from slope / SE, for
 * each number of quarters, allowing for rounding; and against the data's own trend. methods.md 0.4, golden 02.
 *
 * Golden 02 tabulates 12 quarters and more. By its rule the published Frome trend agrees with 11 as well: limits of 2.849 and
 * 13.05 print as 2.8 and 13.1, their middle 7.9495 as 7.9, and P = 0.00646 as 0.006. With 10 no P below 0.0070 is possible.
 */
export function checkPublished(published: PublishedTrend, trends: readonly AreaTrend[]): PublishedCheck {
  const readings = Array.from({ length: TRIED_QUARTERS.to - TRIED_QUARTERS.from + 1 }, (_, i) =>
    readingOf(published, TRIED_QUARTERS.from + i),
  );
  const agreeing = readings.filter(({ agrees }) => agrees).map(({ n }) => n);
  const own = trends.find(({ area }) => area === published.area);
  const slope = own?.slope.estimate ?? null;
  return {
    published,
    readings,
    agreeing,
    statedAgrees: published.quarters === null ? null : agreeing.includes(published.quarters),
    data: own
      ? {
          n: own.n,
          slope,
          lower: own.slope.lower,
          upper: own.slope.upper,
          p: own.slope.p,
          percentChange: own.fitted.percentChange,
          withinPublished: slope === null ? null : slope >= published.lower && slope <= published.upper,
        }
      : null,
  };
}

function readingOf(published: PublishedTrend, n: number): PublishedReading {
  const { slope, lower, upper, p, pIsBound, pDecimals } = published;
  const df = n - 2;
  const critical = tQuantile(0.025, df, 'upper');
  const pOf = (estimate: number, low: number, high: number) => twoSidedP(estimate, (high - low) / 2 / critical, df);
  const possible = roundings(published).map(([low, high]) => pOf((low + high) / 2, low, high));
  const nominal = pOf(slope, lower, upper);
  const pLowest = Math.min(...possible, possible.length === 0 ? nominal : 1);
  const pHighest = Math.max(...possible, possible.length === 0 ? nominal : 0);
  const half = 0.5 * 10 ** -pDecimals;
  return {
    n,
    df,
    critical,
    se: (upper - lower) / 2 / critical,
    p: nominal,
    pLowest,
    pHighest,
    agrees: pIsBound ? pLowest < p : pLowest < p + half && pHighest >= p - half,
  };
}

/** Limits that print as those published, with a middle that prints as the slope. */
function roundings({ slope, lower, upper, decimals }: PublishedTrend): readonly (readonly [number, number])[] {
  const half = 0.5 * 10 ** -decimals;
  const around = (value: number) => Array.from({ length: STEPS + 1 }, (_, i) => value - half + (2 * half * i) / STEPS);
  return around(lower).flatMap((low) =>
    around(upper)
      .filter((high) => Math.abs((low + high) / 2 - slope) <= half + HAIR)
      .map((high) => [low, high] as const),
  );
}

/** Readings that a sentence names. */
const NAMED = 2;

/** What was published beside what the data give: trends first. */
export function publishedFindings(
  trends: readonly PublishedCheck[] | null,
  percents: readonly PublishedPercent[] | null,
): readonly Finding[] {
  return [...(trends ?? []).map(trendFinding), ...(percents ?? []).map(percentFinding)];
}

function trendFinding({ published, agreeing, data }: PublishedCheck): Finding {
  const { area, slope, lower, upper, p, pIsBound, quarters } = published;
  return finding('evaluate.published', {
    area,
    slope,
    lower,
    upper,
    p,
    bound: pIsBound,
    quarters,
    agreeing: [...agreeing],
    n: data?.n ?? null,
    own: data?.slope ?? null,
    ownLower: data?.lower ?? null,
    ownUpper: data?.upper ?? null,
    within: data?.withinPublished ?? null,
  });
}

function percentFinding({ published, readings, rolling, elsewhere, implied }: PublishedPercent): Finding {
  const agreeing = readings.filter(({ agrees }) => agrees);
  const years = readings.filter(({ kind }) => kind === 'years').map(({ percent }) => percent);
  const others = elsewhere.filter(({ kind }) => kind === 'years');
  const reading = listsOf(agreeing.length > 0 ? agreeing.slice(0, NAMED) : nearestTo(published.percent, readings));
  const theirs = listsOf(others.slice(0, 1));
  const { area, measure, percent, decimals, relative, slope } = published;
  return finding('evaluate.published-percent', {
    ...{ area, measure, percent, decimals, relative },
    total: readings.length,
    agreeing: agreeing.length,
    readingKinds: reading.kinds,
    readingForms: reading.forms,
    readingBases: reading.bases,
    readingFroms: reading.froms,
    readingTos: reading.tos,
    readingQuarters: reading.quarters,
    readingPercents: reading.percents,
    yearsMin: years.length > 0 ? Math.min(...years) : null,
    yearsMax: years.length > 0 ? Math.max(...years) : null,
    rolling: rolling.reduce((sum, { pairs }) => sum + pairs, 0),
    rollingAgreeing: rolling.reduce((sum, one) => sum + one.agreeing, 0),
    theirsKinds: theirs.kinds,
    theirsForms: theirs.forms,
    theirsBases: theirs.bases,
    theirsFroms: theirs.froms,
    theirsTos: theirs.tos,
    theirsQuarters: theirs.quarters,
    theirsPercents: theirs.percents,
    theirArea: others[0]?.area ?? null,
    hasSlope: slope !== null && implied.length > 0,
    implied: implied.filter(({ agrees }) => agrees).map(({ n }) => n),
  });
}

function nearestTo(percent: number, readings: readonly PercentReading[]): readonly PercentReading[] {
  const distance = (one: PercentReading) => Math.abs(one.percent - percent);
  return [...readings].sort((a, b) => distance(a) - distance(b)).slice(0, 1);
}

/** Readings as lists, one for each of their fields. */
function listsOf(readings: readonly PercentReading[]) {
  const list = <K extends keyof PercentReading>(key: K) => readings.map((one) => one[key]);
  return {
    kinds: list('kind'),
    forms: list('form'),
    bases: list('basis'),
    froms: list('from'),
    tos: list('to'),
    quarters: readings.map(({ quarters }) => quarters ?? 0),
    percents: list('percent'),
  };
}
