import type { SeasonalMethod } from './result.ts';

/** A series taken apart: `seasonal` by season (from 0), `irregular` at each point (null at the ends and at gaps). */
interface Decomposition {
  readonly seasonal: readonly number[];
  /** Detrended points by season. */
  readonly detrended: readonly (readonly number[])[];
}

/**
 * Classical decomposition: the trend is the centred moving average of a year (half weights at its ends), the points against it
 * (divided by it, or less it) are averaged season by season, and the seasons set to average 1 (or 0). A trend or a step does
 * not pass for a season, as it would with plain means of seasons. Null where a season has fewer than two points against the
 * trend. Macaulay 1931; Hyndman and Athanasopoulos, Forecasting: Principles and Practice, 3.4.
 */
export function decompose(
  values: readonly (number | null)[],
  seasonOf: readonly number[],
  perYear: number,
  method: SeasonalMethod,
): Decomposition | null {
  const trend = centredYear(values, perYear);
  const detrended: number[][] = Array.from({ length: perYear }, () => []);
  values.forEach((value, at) => {
    const level = trend[at] ?? null;
    if (value === null || level === null || (method === 'ratio' && !(level > 0))) return;
    detrended[seasonOf[at] ?? 0]?.push(method === 'ratio' ? value / level : value - level);
  });
  if (detrended.some((points) => points.length < 2)) return null;
  const means = detrended.map(mean);
  const middle = mean(means);
  return { seasonal: means.map((one) => (method === 'ratio' ? one / middle : one - middle)), detrended };
}

/** Averages over a year about each point; null where a point of it is missing. */
function centredYear(values: readonly (number | null)[], perYear: number): readonly (number | null)[] {
  const half = perYear / 2;
  return values.map((_, at) => {
    if (at < half || at + half >= values.length) return null;
    let sum = 0;
    for (let offset = -half; offset <= half; offset += 1) {
      const value = values[at + offset] ?? null;
      if (value === null) return null;
      sum += Math.abs(offset) === half ? value / 2 : value;
    }
    return sum / perYear;
  });
}

export const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;
