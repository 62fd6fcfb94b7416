import type { Series } from '../../data/series.ts';
import { dispersionAllows, sigmaZOf } from './dispersion.ts';
import { isSubgroups } from './measure.ts';
import type { ChartName, ChosenChart } from './result.ts';
import { sampleOf } from './sample.ts';
import type { SubgroupSeries } from './subgroups.ts';

/** From this mean count on, chance alone is a small part of how counts vary, and their own ranges measure it better. */
const LARGE = 200;

/** The charts of one kind of counts: where dispersion allows, where it does not, and for large counts. */
interface Kind {
  readonly plain: ChartName;
  readonly inflated: ChartName;
  readonly large: ChartName;
  readonly reasonLarge: ChosenChart['reason'];
}

/** Counts without a denominator, per denominator, and as a share of it. */
const KINDS: Readonly<Record<'counts' | 'rates' | 'shares', Kind>> = {
  counts: { plain: 'c', inflated: 'i', large: 'i', reasonLarge: 'large-counts' },
  rates: { plain: 'u', inflated: 'uprime', large: 'iprime', reasonLarge: 'large-counts-rate' },
  shares: { plain: 'p', inflated: 'pprime', large: 'iprime', reasonLarge: 'large-counts-rate' },
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
  if (isSubgroups(series)) return because('xbar', 'subgroups');
  const kind = kindOf(series);
  if (kind === null) return series.denominator === null ? because('i', 'measure') : because('iprime', 'measure-rate');
  const { sigmaZ, meanCount, n } = dispersion(series, kind.plain, excluded);
  if (meanCount === null || meanCount >= LARGE) return because(kind.large, kind.reasonLarge, sigmaZ, meanCount);
  return sigmaZ !== null && dispersionAllows(sigmaZ, n)
    ? because(kind.plain, 'dispersion-allows', sigmaZ, meanCount)
    : because(kind.inflated, 'dispersion-differs', sigmaZ, meanCount);
}

function because(
  chart: ChartName,
  reason: ChosenChart['reason'],
  sigmaZ: number | null = null,
  meanCount: number | null = null,
) {
  return { chart, chosen: { reason, sigmaZ, meanCount } };
}

/** Whether these are counts, and of what kind; null where they are not. A share is a part of another count. */
function kindOf({ measure, values, denominator }: Series): Kind | null {
  const whole = values.every((value) => value === null || (Number.isInteger(value) && value >= 0));
  if (!whole || measure.unit !== 'count') return null;
  if (denominator === null) return KINDS.counts;
  const within = values.every((value, i) => value === null || value <= (denominator.values[i] ?? value));
  return within && denominator.measure.unit === 'count' ? KINDS.shares : KINDS.rates;
}

/** Sigma-z of the plain chart over the whole series, and the mean count. */
function dispersion({ values, denominator }: Series, plain: ChartName, excluded: Uint8Array | null) {
  const n = denominator && Float64Array.from(denominator.values, (value) => value ?? Number.NaN);
  const y = Float64Array.from(values, (value, i) => (value ?? Number.NaN) / (n?.[i] ?? 1));
  const sample = sampleOf({ y, n, sd: null }, excluded);
  const used = sample.at.length;
  if (used === 0) return { sigmaZ: null, meanCount: null, n: 0 };
  const events = sample.y.reduce((sum, rate, i) => sum + rate * (sample.n?.[i] ?? 1), 0);
  const sigmaZ = sigmaZOf(plain, sample, { start: 0, end: used, baseEnd: used });
  return { sigmaZ, meanCount: events / used, n: used };
}
