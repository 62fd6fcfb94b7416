import type { Series } from '../../data/series.ts';
import { counts, type Estimated, inflated, rates, shares } from './estimates.ts';
import { isSubgroups } from './measure.ts';
import type { ChartName, ChosenChart } from './result.ts';
import { CONTROL_RULE_SETS } from './rule-sets.ts';
import { type Sample, sampleOf } from './sample.ts';
import type { SubgroupSeries } from './subgroups.ts';

/** From this mean count on, chance alone is a small part of how counts vary, and their own ranges measure it better. */
const LARGE = 200;

/**
 * Standard error of sigma-z from n points, times the square root of n: that of a mean of overlapping moving ranges over
 * d2 (Harding, Lee, Mullins 1992: asymptotic variance 0.826).
 */
const SIGMA_Z_ERROR = Math.sqrt(0.826);

/** Dispersion allows a plain chart where sigma-z is within so many standard errors of 1. */
const ERRORS_ALLOWED = 2;

interface Kind {
  readonly plain: ChartName;
  readonly inflated: ChartName;
  readonly large: ChartName;
  readonly reasonLarge: ChosenChart['reason'];
  readonly estimate: (sample: Sample, span: { start: number; end: number; baseEnd: number }) => Estimated;
}

/** The charts of counts: without a denominator, per denominator, and as a share of it. */
const KINDS: Readonly<Record<'counts' | 'rates' | 'shares', Kind>> = {
  counts: { plain: 'c', inflated: 'i', large: 'i', reasonLarge: 'large-counts', estimate: counts },
  rates: { plain: 'u', inflated: 'uprime', large: 'iprime', reasonLarge: 'large-counts-rate', estimate: rates },
  shares: { plain: 'p', inflated: 'pprime', large: 'iprime', reasonLarge: 'large-counts-rate', estimate: shares },
};

/**
 * The chart of a series, and why: Xbar for subgroups; I, or I' per denominator, for what is not a count and for large
 * counts; else U or P (C without a denominator) where their sigma-z allows it, and U' or P' (I) where it does not.
 * `excluded` holds 1 at places of the series that are left out.
 */
export function chooseChart(
  series: Series | SubgroupSeries,
  excluded: Uint8Array | null = null,
): { readonly chart: ChartName; readonly chosen: ChosenChart } {
  const because = (chart: ChartName, reason: ChosenChart['reason'], sigmaZ: number | null, mean: number | null) => ({
    chart,
    chosen: { reason, sigmaZ, meanCount: mean },
  });
  if (isSubgroups(series)) return because('xbar', 'subgroups', null, null);
  const kind = kindOf(series);
  if (kind === null)
    return series.denominator === null
      ? because('i', 'measure', null, null)
      : because('iprime', 'measure-rate', null, null);
  const { sigmaZ, mean, n } = dispersion(series, kind, excluded);
  if (mean === null || mean >= LARGE) return because(kind.large, kind.reasonLarge, sigmaZ, mean);
  const allowed = sigmaZ !== null && Math.abs(sigmaZ - 1) <= (ERRORS_ALLOWED * SIGMA_Z_ERROR) / Math.sqrt(n);
  return allowed
    ? because(kind.plain, 'dispersion-allows', sigmaZ, mean)
    : because(kind.inflated, 'dispersion-differs', sigmaZ, mean);
}

/** Whether these are counts, and of what kind; null where they are not. */
function kindOf({ measure, values, denominator }: Series): Kind | null {
  const held = values.filter((value) => value !== null);
  const whole = held.every((value) => Number.isInteger(value) && value >= 0);
  if (!whole || !(measure.unit === 'count' || measure.unit === 'number')) return null;
  if (denominator === null) return measure.unit === 'count' ? KINDS.counts : null;
  const within = values.every((value, i) => value === null || value <= (denominator.values[i] ?? value));
  const partOf = within && denominator.measure.unit === 'count';
  if (partOf) return KINDS.shares;
  return measure.unit === 'count' || denominator.measure.role === 'list_size' ? KINDS.rates : null;
}

/** Sigma-z of the plain chart over the whole series, and the mean count. */
function dispersion({ values, denominator }: Series, kind: Kind, excluded: Uint8Array | null) {
  const n = Float64Array.from(values, (_, i) => (denominator === null ? 1 : (denominator.values[i] ?? Number.NaN)));
  const y = Float64Array.from(values, (value, i) => (value ?? Number.NaN) / (n[i] ?? Number.NaN));
  const sample = sampleOf({ y, n, sd: null }, excluded);
  const used = sample.at.length;
  if (used === 0) return { sigmaZ: null, mean: null, n: 0 };
  const events = sample.y.reduce((sum, rate, i) => sum + rate * (sample.n?.[i] ?? 0), 0);
  const { constants, screening } = OURS;
  const estimated = inflated(kind.estimate)(
    sample,
    { start: 0, end: used, baseEnd: used },
    { constants, screening, screen: false },
  );
  const { sigmaZ } = estimated;
  return { sigmaZ: sigmaZ === null || !Number.isFinite(sigmaZ) ? null : sigmaZ, mean: events / used, n: used };
}

const OURS = CONTROL_RULE_SETS['ihi-control'] as NonNullable<(typeof CONTROL_RULE_SETS)[string]>;
