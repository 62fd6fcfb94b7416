import { formatPeriod, type Period } from '../../data/period.ts';
import type { Series } from '../../data/series.ts';
import type { Whole } from '../../quantities.ts';
import type { Estimate } from '../../statistics/estimate.ts';
import { classical, coefficient } from '../../statistics/linear/combination.ts';
import { durbinWatson } from '../../statistics/linear/durbin-watson.ts';
import { goodnessOfFit } from '../../statistics/linear/goodness.ts';
import { leastSquares } from '../../statistics/linear/least-squares.ts';

/** Least squares on the measure's values over `from`..`to`, the method of Abel 2018. */
export interface Trend {
  /**
   * Quarters fitted.
   * @minimum 2
   */
  readonly n: Whole;
  readonly from: string;
  readonly to: string;
  /** Change per quarter, in the measure's unit. */
  readonly slope: Estimate;
  /** Ends of the line. Never to be mixed with a change between two years. */
  readonly fitted: {
    /** The line at the first quarter, in the unit of the measure. */
    readonly first: number;
    readonly last: number;
    /** Last against first, %. */
    readonly percentChange: number | null;
  };
  /** 100 x slope / first fitted value. */
  readonly percentPerQuarter: number | null;
  /** Durbin-Watson of the residuals: near 2 where neighbouring quarters are not alike. */
  readonly durbinWatson: number | null;
  /** Residual standard deviation, in the measure's unit; share of the variance; mean of the values fitted. */
  readonly sigma: number;
  /** Share of the variance that the line takes, 0 to 1. */
  readonly rSquared: number | null;
  /** Mean of the values fitted. */
  readonly mean: number;
}

/** One quarter of a series; `index` counts quarters, so that a missing one keeps its place in time. */
interface TrendPoint {
  readonly period: string;
  readonly index: number;
  readonly value: number | null;
}

/** First and last period of a trend; null leaves that end open. */
export interface TrendWindow {
  readonly from: Period | null;
  readonly to: Period | null;
}

/** The points of a series within a trend's window, missing ones included, as `linearTrend` takes them. */
export function trendPoints(series: Series, { from, to }: TrendWindow): readonly TrendPoint[] {
  return series.periods.flatMap((period, i) =>
    (from && period.index < from.index) || (to && period.index > to.index)
      ? []
      : [{ period: formatPeriod(period), index: period.index, value: series.values[i] ?? null }],
  );
}

const FEWEST_POINTS = 3;

/**
 * Straight line through the values by least squares, as in Abel and colleagues 2018: slope per quarter with the t interval and P
 * on n - 2 degrees of freedom, fitted change from the first to the last value held, Durbin-Watson. Describes; it corrects
 * neither for season nor for autocorrelation. methods.md 2(b). Null with fewer than three values.
 */
export function linearTrend(points: readonly TrendPoint[]): Trend | null {
  const held = points.filter((point): point is TrendPoint & { value: number } => point.value !== null);
  const [first] = held;
  const last = held.at(-1);
  if (!first || !last || held.length < FEWEST_POINTS) return null;
  const times = held.map(({ index }) => index - first.index);
  const values = held.map(({ value }) => value);
  const fit = leastSquares(
    times.map((time) => [1, time]),
    values,
  );
  const slope = coefficient(classical(fit), 1, { method: 'least squares, t' });
  const [start, perQuarter] = fit.coefficients as [number, number];
  const end = start + perQuarter * (last.index - first.index);
  const percentOfStart = (change: number) => (start > 0 ? (100 * change) / start : null);
  return {
    n: held.length,
    from: first.period,
    to: last.period,
    slope,
    fitted: { first: start, last: end, percentChange: percentOfStart(end - start) },
    percentPerQuarter: percentOfStart(perQuarter),
    durbinWatson: durbinWatson(fit.residuals, times),
    sigma: Math.sqrt(fit.rss / fit.df),
    rSquared: goodnessOfFit(fit, values).rSquared,
    mean: values.reduce((sum, value) => sum + value, 0) / values.length,
  };
}
