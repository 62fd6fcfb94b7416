import { FALSE_ALARM_COUNTS, FALSE_ALARM_POINTS, FALSE_ALARM_SERIES } from '../../reference/false-alarm-rates.ts';
import { share } from './share.ts';

/** Percent of stable series of `n` points with at least one signal, with its Monte Carlo standard error. */
interface FalseAlarmRate {
  readonly percent: number;
  readonly se: number;
  readonly n: number;
}

/**
 * How often the rules of a set, all together, signal in a series of `n` points in which nothing changed: normal, independent
 * points, limits or median from the same points. From the stored table, which `scripts/false-alarm-rates.js` simulates for
 * every n from 5 to 60 and for some longer ones; between those it is interpolated, and below 5 and above the longest it is
 * null, as for a set that is not in the table. `length` is that of shift and trend where it is not the set's own. The rate
 * does not hold for a frozen baseline, for several phases or for autocorrelated points: it is higher there.
 *
 * @example falseAlarmRate('ihi-run', 24)?.percent // about 37
 */
export function falseAlarmRate(ruleSet: string, n: number, length: number | null = null): FalseAlarmRate | null {
  const key = length === null ? ruleSet : `${ruleSet}:${length}`;
  const counts = Object.hasOwn(FALSE_ALARM_COUNTS, key) ? FALSE_ALARM_COUNTS[key] : undefined;
  const place = FALSE_ALARM_POINTS.findIndex((points) => points >= n);
  const [points, count] = [FALSE_ALARM_POINTS[place], counts?.[place]];
  if (points === undefined || count === undefined || n < (FALSE_ALARM_POINTS[0] ?? 0)) return null;
  const [before, less] = [FALSE_ALARM_POINTS[place - 1] ?? points, counts?.[place - 1] ?? count];
  const between = points === n ? count : less + ((count - less) * (n - before)) / (points - before);
  return { ...share(between, FALSE_ALARM_SERIES), n };
}
