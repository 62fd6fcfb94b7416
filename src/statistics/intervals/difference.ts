import type { Estimate } from '../estimate.ts';
import type { BeforeAfter, Exposure } from './exposure.ts';
import type { RatioOptions } from './rate-ratio.ts';
import { waldEstimate } from './wald.ts';

/**
 * Rate after less rate before (of counts, where both times are 1), with standard error sqrt(phi (a1 / T1^2 + a0 / T0^2)), normal
 * unless degrees of freedom are given. methods.md 2(a).
 * @example rateDifference({ events: 2320, time: 1 }, { events: 2615, time: 1 }).estimate // -295
 */
export function rateDifference(after: Exposure, before: Exposure, options: RatioOptions = {}): Estimate {
  const { dispersion = 1 } = options;
  const variance = [after, before].reduce((sum, { events, time }) => sum + events / (time * time), 0);
  return waldEstimate({
    ...options,
    estimate: after.events / after.time - before.events / before.time,
    se: Math.sqrt(dispersion * variance),
    method: `difference of Poisson rates, ${distribution(options)}`,
    dispersion,
  });
}

/**
 * Events avoided "had it followed the comparator", E - a1 with E = a0 (A1 / A0) (c1 / C1) / (c0 / C0), by the delta method:
 * SE sqrt(phi (E^2 (1/a0 + 1/c1 + 1/c0) + a1)). Unlike `avoidedCount` it counts the chance in the observed number too, and its
 * interval need not agree in sign with the ratio's. Null where a count it divides by is 0. methods.md 2(a), counterfactual.
 */
export function avoidedCountDelta(
  subject: BeforeAfter,
  comparator: BeforeAfter,
  options: RatioOptions = {},
): Estimate | null {
  const { dispersion = 1 } = options;
  const relied = [subject.before, comparator.after, comparator.before];
  if (relied.some(({ events }) => events === 0)) return null;
  const rate = ({ events, time }: Exposure) => events / time;
  const course = rate(comparator.after) / rate(comparator.before);
  const expected = rate(subject.before) * subject.after.time * course;
  const relative = relied.reduce((sum, { events }) => sum + 1 / events, 0);
  return waldEstimate({
    ...options,
    estimate: expected - subject.after.events,
    se: Math.sqrt(dispersion * (expected * expected * relative + subject.after.events)),
    method: `expected less observed, delta, ${distribution(options)}`,
    dispersion,
  });
}

const distribution = ({ df = null }: RatioOptions) => (df === null ? 'normal' : 't');
