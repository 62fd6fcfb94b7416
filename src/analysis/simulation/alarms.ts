import { DEFAULT_SEED, seeded } from '../../statistics/random/generator.ts';
import { type SimulatedShare, share } from '../chart/share.ts';
import { PLAIN_SERIES, type StableSeriesOptions, stableSeries } from './stable-series.ts';

/** The names of the rules that signal in a series whose limits come from the series itself; none where nothing does. */
export type Judge = (values: readonly number[]) => readonly string[];

interface AlarmRates {
  /** Points in each series. */
  readonly n: number;
  readonly series: number;
  readonly seed: number;
  /** Series with at least one signal of any rule. */
  readonly any: SimulatedShare;
  /** Series with at least one signal of this rule. A rule that never signalled is not listed. */
  readonly rules: Readonly<Record<string, SimulatedShare>>;
}

export interface SimulationOptions extends StableSeriesOptions {
  readonly series: number;
  readonly seed: number;
}

export const DEFAULT_SIMULATION: SimulationOptions = { ...PLAIN_SERIES, series: 10_000, seed: DEFAULT_SEED };

/**
 * How often a judge signals where nothing has changed: the percentage of stable series of `n` points with at least one
 * signal. The same seed gives the same series to every judge, so that rule sets are compared on the same data.
 *
 * @example simulateAlarms(judgeOf('ihi-run'), 24).any.percent // about 37
 */
export function simulateAlarms(judge: Judge, n: number, options: Partial<SimulationOptions> = {}): AlarmRates {
  const chosen = { ...DEFAULT_SIMULATION, ...options };
  const random = seeded(chosen.seed);
  const counts = new Map<string, number>();
  let any = 0;
  for (let drawn = 0; drawn < chosen.series; drawn += 1) {
    const rules = new Set(judge(stableSeries(random, n, chosen)));
    if (rules.size > 0) any += 1;
    for (const rule of rules) counts.set(rule, (counts.get(rule) ?? 0) + 1);
  }
  return {
    n,
    series: chosen.series,
    seed: chosen.seed,
    any: share(any, chosen.series),
    rules: Object.fromEntries([...counts].map(([rule, count]) => [rule, share(count, chosen.series)])),
  };
}
