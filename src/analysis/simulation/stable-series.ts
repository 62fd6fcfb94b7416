import { normalDraw } from '../../statistics/random/draws.ts';
import type { RandomSource } from '../../statistics/random/generator.ts';

/** What a simulated series is like besides its noise, which has a standard deviation of one. */
export interface StableSeriesOptions {
  /** Height of a yearly sine wave over its middle, in standard deviations of the noise; 0 for none. */
  readonly cycle: number;
  /** Points to a year: 4 for quarters, 12 for months. */
  readonly perYear: number;
  /** Correlation of neighbouring points (a first-order autoregression); 0 for independent points. */
  readonly autocorrelation: number;
}

export const PLAIN_SERIES: StableSeriesOptions = { cycle: 0, perYear: 4, autocorrelation: 0 };

/**
 * `n` points of a process in which nothing changes: normal noise about one level, with a yearly cycle and an
 * autocorrelation where they are asked for. With an autocorrelation the series is stationary from its first point.
 *
 * @example stableSeries(seeded(1), 24)
 */
export function stableSeries(
  random: RandomSource,
  n: number,
  { cycle, perYear, autocorrelation }: StableSeriesOptions = PLAIN_SERIES,
): readonly number[] {
  const fresh = Math.sqrt(1 - autocorrelation * autocorrelation);
  const values: number[] = [];
  let noise = normalDraw(random);
  for (let at = 0; at < n; at += 1) {
    if (at > 0) noise = autocorrelation * noise + fresh * normalDraw(random);
    values.push(cycle === 0 ? noise : noise + cycle * Math.sin((2 * Math.PI * at) / perYear));
  }
  return values;
}
