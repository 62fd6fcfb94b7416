import { CONFIDENCE, type Estimate } from '../estimate.ts';
import { exactRateRatio } from './exact-rate-ratio.ts';
import type { BeforeAfter, Exposure } from './exposure.ts';
import { waldEstimate } from './wald.ts';

/** Dispersion by which the Poisson variance is multiplied (1 unless given) and, where it was estimated, its degrees of freedom. */
export interface RatioOptions {
  readonly dispersion?: number;
  readonly df?: number | null;
  readonly confidence?: number;
}

/** Below this many events in any cell the normal approximation of a log ratio is not used. */
export const EXACT_BELOW = 10;

/**
 * Rate ratio after / before: exact conditional interval where a count is below 10 and no dispersion is given, Wald on the log
 * scale otherwise. methods.md 2(a).
 */
export function rateRatio(after: Exposure, before: Exposure, options: RatioOptions = {}): Estimate {
  const plain = (options.dispersion ?? 1) === 1 && (options.df ?? null) === null;
  const small = after.events < EXACT_BELOW || before.events < EXACT_BELOW;
  return plain && small ? exactRateRatio(after, before, options) : waldRateRatio(after, before, options);
}

/**
 * Rate ratio after / before with exp(ln R -+ z sqrt(phi (1/a1 + 1/a0))). With a zero count the limits and P are null, and so is
 * the ratio where it is the count before that is zero.
 */
export function waldRateRatio(after: Exposure, before: Exposure, options: RatioOptions = {}): Estimate {
  return logContrast([after], [before], 'Wald on the log scale', options);
}

/**
 * (subject after / before) / (comparator after / before), Wald on the log scale: variance phi times the sum of the four
 * reciprocal counts. Zero counts as in `waldRateRatio`: no ratio where one of its two ratios is unbounded. methods.md 2(a).
 */
export function ratioOfRatios(subject: BeforeAfter, comparator: BeforeAfter, options: RatioOptions = {}): Estimate {
  const method = 'ratio of ratios, Wald on the log scale';
  const ratio = logContrast([subject.after, comparator.before], [subject.before, comparator.after], method, options);
  return comparator.before.events === 0 ? { ...ratio, estimate: null } : ratio;
}

function logContrast(
  above: readonly Exposure[],
  below: readonly Exposure[],
  method: string,
  { dispersion = 1, df = null, confidence = CONFIDENCE }: RatioOptions,
): Estimate {
  const cells = [...above, ...below];
  if (cells.some(({ events }) => events === 0)) {
    const estimate = below.some(({ events }) => events === 0) ? null : 0;
    return { ...UNKNOWN, estimate, confidence, df, method, dispersion };
  }
  const logRates = (list: readonly Exposure[]) =>
    list.reduce((total, { events, time }) => total + Math.log(events / time), 0);
  const variance = cells.reduce((total, { events }) => total + 1 / events, 0);
  const se = Math.sqrt(dispersion * variance);
  return waldEstimate({
    estimate: logRates(above) - logRates(below),
    se,
    df,
    scale: 'log',
    method,
    dispersion,
    confidence,
  });
}

const UNKNOWN = { lower: null, upper: null, se: null, p: null, scale: 'log' } as const;

/**
 * Events avoided "had it followed the comparator": observed (1 / ratio of ratios - 1). The interval takes the observed count as
 * given and carries over the ratio's limits, so that it agrees with them in sign. methods.md 2(a), counterfactual.
 */
export function avoidedCount(observed: number, ratio: Estimate): Estimate {
  const at = (value: number | null) => (value === null || value === 0 ? null : observed * (1 / value - 1));
  return {
    ...ratio,
    estimate: at(ratio.estimate),
    lower: at(ratio.upper),
    upper: at(ratio.lower),
    se: null,
    method: `${ratio.method}; observed count taken as given`,
    scale: 'identity',
  };
}
