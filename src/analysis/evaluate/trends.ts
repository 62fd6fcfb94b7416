import { type Series, valueAt } from '../../data/series.ts';
import type { Estimate } from '../../statistics/estimate.ts';
import { welchDifference } from '../../statistics/intervals/welch.ts';
import { classical, coefficient } from '../../statistics/linear/combination.ts';
import { leastSquares } from '../../statistics/linear/least-squares.ts';
import { at } from '../../statistics/linear/matrix.ts';
import { neweyWest, neweyWestLag } from '../../statistics/linear/sandwich.ts';
import { differenceOf } from '../../statistics/rounding.ts';
import type { MeasuredArea } from '../quarters/pair.ts';
import { linearTrend, type TrendWindow, trendPoints } from '../quarters/trend.ts';
import { basisOfPairs, type PairedQuarter } from './design.ts';
import type { AreaTrend, SlopeDifference } from './result.ts';

/** The trends of the 2018 paper, one an area: least squares on counts, and on rates where list sizes are held. methods.md 2(b). */
export function areaTrends(areas: readonly MeasuredArea[], window: TrendWindow): readonly AreaTrend[] {
  return areas.flatMap(({ name, series, listSize }): readonly AreaTrend[] => {
    const trend = linearTrend(trendPoints(series, window));
    if (!trend) return [];
    const rate = listSize && linearTrend(trendPoints(rateSeries(series, listSize), window));
    return [{ area: name, ...trend, rate }];
  });
}

/** Events per 1,000 list size; missing where either is. */
export function rateSeries(series: Series, listSize: Series): Series {
  return {
    ...series,
    values: series.periods.map((period) => {
      const events = valueAt(series, period);
      const people = valueAt(listSize, period);
      return events === null || !people ? null : (1000 * events) / people;
    }),
  };
}

const FEWEST_QUARTERS = 3;

/** One way to write the quarters of both areas: logs of rates, or rates. */
interface Both {
  readonly times: readonly number[];
  readonly mine: readonly number[];
  readonly theirs: readonly number[];
  readonly lag: number;
  /** Logs near 0 are known no better than those near 1. */
  readonly least: number;
}

/**
 * Difference of two slopes: least squares on the difference series (primary: shared shocks drop out), Welch's test on two
 * separate lines, the interaction of both areas' rows in one model, and Newey-West on the difference series; on log rates (log
 * counts without list sizes) and on rates. methods.md 2(b). Logs need counts above 0. `lag` null: the rule of thumb.
 */
export function slopeDifference(
  quarters: readonly PairedQuarter[],
  lagAsked: number | null = null,
): SlopeDifference | null {
  if (quarters.length < FEWEST_QUARTERS) return null;
  const times = quarters.map(({ time }) => time);
  const lag = Math.min(lagAsked ?? neweyWestLag(quarters.length), quarters.length - 1);
  const rated = basisOfPairs(quarters) === 'rates';
  const mine = quarters.map(({ events, people }) => (rated ? (1000 * events) / (people ?? 1) : events));
  const theirs = quarters.map(({ others, otherPeople }) => (rated ? (1000 * others) / (otherPeople ?? 1) : others));
  const positive = [...mine, ...theirs].every((value) => value > 0);
  const logs = positive
    ? forms({ times, mine: mine.map(Math.log), theirs: theirs.map(Math.log), lag, least: 1 })
    : null;
  return {
    logRates: logs?.difference ?? null,
    welch: logs?.welch ?? null,
    percentPerQuarter: logs?.difference.estimate == null ? null : 100 * Math.expm1(logs.difference.estimate),
    neweyWest: logs?.neweyWest ?? null,
    lag,
    pooled: logs?.pooled ?? null,
    practice: logs?.practice ?? null,
    comparator: logs?.comparator ?? null,
    rates: rated ? forms({ times, mine, theirs, lag, least: 0 }) : null,
  };
}

function forms(both: Both): NonNullable<SlopeDifference['rates']> {
  const { times, mine, theirs, lag, least } = both;
  const difference = mine.map((value, i) => differenceOf(value, theirs[i] as number, least));
  const design = times.map((time) => [1, time]);
  const fit = leastSquares(design, difference);
  const [own, other] = [leastSquares(design, mine), leastSquares(design, theirs)].map(classical) as [Line, Line];
  return {
    difference: coefficient(classical(fit), 1, { method: 'difference series, least squares, t' }),
    welch: welchDifference(slopeOf(own), slopeOf(other), 'two lines, Welch t'),
    neweyWest: coefficient(neweyWest(design, fit, { lag, times }), 1, {
      method: 'difference series, least squares, Newey-West, t',
    }),
    pooled: pooledSlopes(both),
    practice: coefficient(own, 1, { method: 'least squares, t' }),
    comparator: coefficient(other, 1, { method: 'least squares, t' }),
  };
}

type Line = ReturnType<typeof classical>;

const slopeOf = ({ coefficients, covariance, df }: Line) => ({
  estimate: coefficients[1] as number,
  se: Math.sqrt(at(covariance, 1, 1)),
  df: df ?? 0,
});

/** Both areas' rows under one residual variance: the interaction of time with the area. */
function pooledSlopes({ times, mine, theirs }: Both): Estimate {
  const rows = [...times.map((time) => [1, time, 1, time]), ...times.map((time) => [1, time, 0, 0])];
  const fit = classical(leastSquares(rows, [...mine, ...theirs]));
  return coefficient(fit, 3, { method: 'two lines in one model, least squares, t' });
}
