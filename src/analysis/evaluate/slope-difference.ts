import type { Estimate } from '../../statistics/estimate.ts';
import { waldEstimate } from '../../statistics/intervals/wald.ts';
import { type Coefficients, classical, coefficient } from '../../statistics/linear/combination.ts';
import { leastSquares } from '../../statistics/linear/least-squares.ts';
import { at } from '../../statistics/linear/matrix.ts';
import { basisOfPairs, type PairedQuarter } from './quarters.ts';
import type { SlopeDifference } from './result.ts';

const FEWEST_QUARTERS = 3;

/**
 * Difference of two slopes: least squares on the difference series (primary: shared shocks drop out) and Welch's test on two
 * separate lines, both on log rates (log counts without list sizes) and on rates. methods.md 2(b). Logs need counts above 0.
 */
export function slopeDifference(quarters: readonly PairedQuarter[]): SlopeDifference | null {
  if (quarters.length < FEWEST_QUARTERS) return null;
  const times = quarters.map(({ time }) => time);
  const rated = basisOfPairs(quarters) === 'rates';
  const mine = quarters.map(({ events, people }) => (rated ? (1000 * events) / (people ?? 1) : events));
  const theirs = quarters.map(({ others, otherPeople }) => (rated ? (1000 * others) / (otherPeople ?? 1) : others));
  const positive = [...mine, ...theirs].every((value) => value > 0);
  const logRates = positive ? differenceSlope(times, mine.map(Math.log), theirs.map(Math.log)) : null;
  return {
    logRates,
    welch: positive ? welchSlopes(times, mine.map(Math.log), theirs.map(Math.log)) : null,
    percentPerQuarter: logRates?.estimate == null ? null : 100 * Math.expm1(logRates.estimate),
    rates: rated ? { difference: differenceSlope(times, mine, theirs), welch: welchSlopes(times, mine, theirs) } : null,
  };
}

function line(times: readonly number[], values: readonly number[]): Coefficients {
  return classical(
    leastSquares(
      times.map((time) => [1, time]),
      values,
    ),
  );
}

function differenceSlope(times: readonly number[], mine: readonly number[], theirs: readonly number[]): Estimate {
  const difference = mine.map((value, i) => value - (theirs[i] as number));
  return coefficient(line(times, difference), 1, { method: 'difference series, least squares, t' });
}

function welchSlopes(times: readonly number[], mine: readonly number[], theirs: readonly number[]): Estimate {
  const [a, b] = [line(times, mine), line(times, theirs)];
  const [va, vb] = [at(a.covariance, 1, 1), at(b.covariance, 1, 1)];
  const df = times.length - 2;
  const total = va + vb;
  return waldEstimate({
    estimate: (a.coefficients[1] as number) - (b.coefficients[1] as number),
    se: Math.sqrt(total),
    df: total > 0 ? total ** 2 / ((va ** 2 + vb ** 2) / df) : df,
    method: 'two lines, Welch t',
  });
}
