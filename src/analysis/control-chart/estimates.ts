import { a3, EXACT_D2, EXACT_D4 } from '../../reference/control-constants.ts';
import type { LimitConstants, ScreeningPolicy } from './policies.ts';
import { ROUNDING, type Sample, type Span } from './sample.ts';

/** How moving ranges become limits. */
export interface RangePolicy {
  readonly constants: LimitConstants;
  readonly screening: ScreeningPolicy;
  /** Whether large moving ranges are left out. */
  readonly screen: boolean;
}

/** What limits are drawn from. `spread` is what they scale with; its meaning is the chart's. */
export interface Estimated {
  readonly centre: number;
  readonly spread: number;
  /** Sigma-z of U' and P' charts; else null. */
  readonly sigmaZ: number | null;
  /** Points that limits are made from. */
  readonly n: number;
  /** Mean moving range used, where there is one. */
  readonly meanRange: number | null;
  /** Moving ranges left out by screening; null where screening was asked for and refused, as it left no width. */
  readonly screenedOut: number | null;
}

interface Ranges {
  readonly mean: number;
  readonly out: number | null;
  /** Places in the sample of the values to leave out of the mean as well. */
  readonly dropped: readonly number[];
}

/** Largest value, in absolute terms: what rounding errors are measured by. */
export function magnitude(y: Float64Array, start: number, end: number): number {
  let largest = 0;
  for (let i = start; i < end; i += 1) largest = Math.max(largest, Math.abs(y[i] ?? 0));
  return largest;
}

/**
 * Mean of the moving ranges of a base. With screening those of `d4` times the mean or more are left out once; refused
 * where nothing, or no width, would remain. A range is `range(i)` for neighbours i - 1 and i that are not set apart.
 */
function meanRange(
  sample: Sample,
  { start, baseEnd }: Span,
  policy: RangePolicy,
  d4: number,
  range: (i: number) => number,
): Ranges {
  const ranges: number[] = [];
  const ends: number[] = [];
  let sum = 0;
  for (let i = start + 1; i < baseEnd; i += 1) {
    if (sample.apart[i] === 1) continue;
    const r = range(i);
    ranges.push(r);
    ends.push(i);
    sum += r;
  }
  const mean = ranges.length > 0 ? sum / ranges.length : Number.NaN;
  if (!policy.screen || ranges.length === 0) return { mean, out: 0, dropped: [] };
  const limit = d4 * mean;
  const stays = policy.screening.onLimit === 'stays' ? (r: number) => r <= limit : (r: number) => r < limit;
  const kept = ranges.filter(stays);
  const keptMean = kept.reduce((total, r) => total + r, 0) / kept.length;
  if (!(keptMean > ROUNDING * mean)) return { mean, out: null, dropped: [] };
  const dropped = policy.screening.value === 'goes' ? ends.filter((_, k) => !stays(ranges[k] ?? 0)) : [];
  return { mean: keptMean, out: ranges.length - kept.length, dropped };
}

function meanOf(y: Float64Array, start: number, end: number, without: readonly number[] = []): number {
  let sum = 0;
  let n = 0;
  for (let i = start; i < end; i += 1) {
    if (without.length > 0 && without.includes(i)) continue;
    sum += y[i] ?? 0;
    n += 1;
  }
  return sum / n;
}

/** Mean weighted by n: of rates, all events over all of the denominator. */
function pooled(sample: Sample, { start, baseEnd }: Span): number {
  let sum = 0;
  let size = 0;
  for (let i = start; i < baseEnd; i += 1) {
    const n = sample.n?.[i] ?? Number.NaN;
    sum += (sample.y[i] ?? 0) * n;
    size += n;
  }
  return sum / size;
}

const count = ({ start, baseEnd }: Span): number => baseEnd - start;

/** A spread that is mere rounding is none. */
const clean = (spread: number, scale: number): number => (spread > ROUNDING * scale ? spread : 0);

/** Mean, and one sigma from the mean moving range. Shewhart; Nelson 1982 for the screening. */
export function individuals(sample: Sample, span: Span, policy: RangePolicy): Estimated {
  const { y } = sample;
  const { mean, out, dropped } = meanRange(sample, span, policy, policy.constants.d4, (i) => distance(y, i));
  const scale = magnitude(y, span.start, span.baseEnd);
  return {
    centre: meanOf(y, span.start, span.baseEnd, dropped),
    spread: clean((mean * policy.constants.value) / 3, scale),
    sigmaZ: null,
    n: count(span),
    meanRange: mean,
    screenedOut: out,
  };
}

const distance = (y: Float64Array, i: number): number => Math.abs((y[i] ?? 0) - (y[i - 1] ?? 0));

/** The individuals chart of values to the power 1/3.6, which makes exponential waiting times nearly normal. Nelson 1994. */
export function transformed(sample: Sample, span: Span, policy: RangePolicy): Estimated {
  return individuals({ ...sample, y: sample.y.map((y) => y ** (1 / TIME_BETWEEN_EXPONENT)) }, span, policy);
}

/** The power of a T chart. */
export const TIME_BETWEEN_EXPONENT = 3.6;

/** All events over all of the denominator, and sigma for a denominator of one. Taylor 2017, I' chart. */
export function normalised(sample: Sample, span: Span, policy: RangePolicy): Estimated {
  const { y, n } = sample;
  const toSigma = Math.sqrt(2) / EXACT_D2;
  const share = (i: number): number => 1 / (n?.[i] ?? Number.NaN);
  const { mean, out } = meanRange(
    sample,
    span,
    policy,
    EXACT_D4,
    (i) => (toSigma * distance(y, i)) / Math.sqrt(share(i) + share(i - 1)),
  );
  const scale = magnitude(y, span.start, span.baseEnd) * Math.sqrt(magnitude(n ?? y, span.start, span.baseEnd));
  return {
    centre: pooled(sample, span),
    spread: clean(mean, scale),
    sigmaZ: null,
    n: count(span),
    meanRange: mean,
    screenedOut: out,
  };
}

const plain = (centre: number, spread: number, span: Span): Estimated => ({
  centre,
  spread,
  sigmaZ: null,
  n: count(span),
  meanRange: null,
  screenedOut: 0,
});

/** Mean count, and its Poisson sigma. */
export function counts(sample: Sample, span: Span): Estimated {
  const centre = meanOf(sample.y, span.start, span.baseEnd);
  return plain(centre, Math.sqrt(centre), span);
}

/** All events over all of the denominator, and the Poisson sigma for a denominator of one. */
export function rates(sample: Sample, span: Span): Estimated {
  const centre = pooled(sample, span);
  return plain(centre, Math.sqrt(centre), span);
}

/** The share, and its binomial sigma for a denominator of one. */
export function shares(sample: Sample, span: Span): Estimated {
  const centre = pooled(sample, span);
  return plain(centre, Math.sqrt(Math.max(0, centre * (1 - centre))), span);
}

/**
 * A chart of rates or shares whose sigma is multiplied by sigma-z, the variation between points over that which chance
 * alone would give. Laney 2002, U' and P' charts.
 */
export function inflated(base: (sample: Sample, span: Span) => Estimated) {
  return (sample: Sample, span: Span, policy: RangePolicy): Estimated => {
    const plainly = base(sample, span);
    const { centre, spread } = plainly;
    const { y, n } = sample;
    const size = (i: number): number => (n === null ? 1 : (n[i] ?? Number.NaN));
    const z = (i: number): number => ((y[i] ?? 0) - centre) / (spread / Math.sqrt(size(i)));
    const range = (i: number): number => (spread > 0 ? Math.abs(z(i) - z(i - 1)) : 0);
    const { mean, out } = meanRange(sample, span, policy, policy.constants.d4, range);
    const largest = n === null ? 1 : magnitude(n, span.start, span.baseEnd);
    const scale = spread > 0 ? (centre / spread) * Math.sqrt(largest) : 0;
    const sigmaZ = Number.isNaN(mean) ? mean : clean((mean * policy.constants.value) / 3, scale);
    return { ...plainly, spread: spread * sigmaZ, sigmaZ, meanRange: mean, screenedOut: out };
  };
}

/** Mean of the subgroups' standard deviations; pooled by degrees of freedom where their sizes differ. */
function withinSubgroups({ n, sd }: Sample, { start, baseEnd }: Span): number {
  const equal = n === null || n.subarray(start, baseEnd).every((size) => size === n[start]);
  if (equal) return sd === null ? Number.NaN : meanOf(sd, start, baseEnd);
  let squares = 0;
  let df = 0;
  for (let i = start; i < baseEnd; i += 1) {
    const own = (n[i] ?? 1) - 1;
    squares += own * (sd?.[i] ?? 0) ** 2;
    df += own;
  }
  return Math.sqrt(squares / df);
}

/** Mean of all measurements, and the standard deviation within subgroups. Montgomery, chapter 6. */
export function means(sample: Sample, span: Span): Estimated {
  return plain(pooled(sample, span), withinSubgroups(sample, span), span);
}

/** The standard deviation within subgroups, as centre of their S chart. */
export function deviations(sample: Sample, span: Span): Estimated {
  const centre = withinSubgroups(sample, span);
  return plain(centre, centre, span);
}

/** Mean of moving ranges, as centre of their own chart. */
export function ranges(sample: Sample, span: Span): Estimated {
  const centre = meanOf(sample.y, span.start, span.baseEnd);
  return plain(centre, centre, span);
}

/** Mean and median number of cases between events; the spread is that of the geometric distribution. Benneyan 2001. */
export function between(sample: Sample, span: Span): Estimated & { readonly median: number } {
  const base = sample.y.slice(span.start, span.baseEnd).sort();
  const mean = meanOf(base, 0, base.length);
  const middle = base.length / 2;
  const at = (i: number): number => base[i] ?? Number.NaN;
  const median = Number.isInteger(middle) ? (at(middle - 1) + at(middle)) / 2 : at(Math.floor(middle));
  return { ...plain(mean, Math.sqrt(mean * (mean + 1)), span), median };
}

/** One sigma of the mean of `n` measurements, such that three are A3 times the standard deviation within subgroups. */
export function sigmaOfMean(within: number, n: number): number {
  return (a3(n) * within) / 3;
}
