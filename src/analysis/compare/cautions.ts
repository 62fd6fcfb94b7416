import { formatFinancialYear, formatPeriod, type Period } from '../../data/period.ts';
import { caution, type Finding } from '../../finding.ts';
import { rateRatio } from '../../statistics/intervals/rate-ratio.ts';
import type { Prices } from './prices.ts';
import { type CompareResult, type CountComparison, isCost, type Relative } from './result.ts';
import { type ChosenWindows, sideOf } from './windows.ts';

/** A baseline rate this far from the comparator's may raise regression to the mean (10 %; our choice). */
const FAR_FROM_COMPARATOR = 0.1;

/** Below this many events the normal approximation of a ratio of ratios is rough. methods.md 2(a). */
const SMALL_COUNT = 10;

/** Below this P of the F test the practice's share is said to have seasons of its own (our choice). */
const SEASON_P = 0.05;

/** What the years chosen call for: quarters left out, years that nobody named, years that do not lie around the change. */
export function windowCautions(
  result: CompareResult,
  windows: ChosenWindows,
  intervention: Period | null,
): readonly Finding[] {
  const labels = { baseline: result.baseline.label, followUp: result.followUp.label };
  return [
    ...(intervention ? besideChange(labels, windows, intervention) : []),
    ...(windows.named ? [] : [caution('compare.default-years', labels)]),
    ...(result.likeForLike ? [caution('compare.like-for-like', labels)] : []),
  ];
}

/** A caution where the two windows do not set before a change against after. */
function besideChange(
  labels: { readonly baseline: string; readonly followUp: string },
  { baseline, followUp }: ChosenWindows,
  intervention: Period,
): readonly Finding[] {
  const [baselineSide, followUpSide] = [sideOf(baseline, intervention), sideOf(followUp, intervention)];
  if (baselineSide === 'before' && followUpSide === 'after') return [];
  const slots = { ...labels, intervention: formatPeriod(intervention), baselineSide, followUpSide };
  return [caution('compare.years-beside-change', slots)];
}

/** What the counts and list sizes of the first measure call for. */
export function countCautions(measure: CountComparison, { practice, comparator }: CompareResult): readonly Finding[] {
  const { relative } = measure;
  const smallest = Math.min(
    ...[measure.practice, measure.comparator].flatMap((area) => (area ? [area.baseline, area.followUp] : [])),
  );
  const isOnCounts = measure.practice.ratePer1000 === null || relative?.basis === 'counts';
  return [
    ...dispersionCautions(relative, { practice, comparator }),
    ...(relative && smallest < SMALL_COUNT ? [caution('compare.small-counts', { smallest })] : []),
    ...(isOnCounts ? [caution('compare.no-list-sizes')] : []),
    ...regressionCaution(measure, comparator),
  ];
}

/**
 * A start far from the comparator's, more so than chance would put it, and a change towards it: what regression to the mean looks
 * like. Away from it, the start explains nothing.
 */
function regressionCaution(
  { practice: mine, comparator: theirs, relative }: CountComparison,
  comparator: string | null,
): readonly Finding[] {
  if (comparator === null || !mine.personYears || !theirs?.personYears || !mine.ratePer1000 || !theirs.ratePer1000)
    return [];
  const start = rateRatio(
    { events: mine.baseline, time: mine.personYears.baseline },
    { events: theirs.baseline, time: theirs.personYears.baseline },
  );
  const change = relative?.ratioOfRatios?.estimate ?? 1;
  if (start.estimate === null || start.lower === null || start.upper === null) return [];
  const isFar = Math.abs(start.estimate - 1) > FAR_FROM_COMPARATOR && (start.lower > 1 || start.upper < 1);
  if (!isFar || Math.sign(start.estimate - 1) === Math.sign(change - 1)) return [];
  return [
    caution('compare.regression-to-mean', {
      practice: mine.area,
      comparator,
      rate: mine.ratePer1000.baseline,
      comparatorRate: theirs.ratePer1000.baseline,
      percent: 100 * (start.estimate - 1),
    }),
  ];
}

/** Where the share of the quarters varies more than chance: by how much, and whether a season of the practice's own does it. */
function dispersionCautions(
  relative: Relative | null,
  areas: { readonly practice: string; readonly comparator: string | null },
): readonly Finding[] {
  const plain = relative?.ratioOfRatios;
  const dispersion = relative?.ratioOfRatiosDispersed?.dispersion ?? 1;
  if (!relative || !plain || plain.lower === null || plain.upper === null || dispersion <= 1) return [];
  const slots = { practice: areas.practice, dispersion, plainLower: plain.lower, plainUpper: plain.upper };
  if (relative.dispersion?.source === 'given') return [caution('compare.dispersion-given', slots)];
  const { ownSeasons } = relative;
  const { lower = null, upper = null } = ownSeasons?.ratioOfRatios ?? {};
  const { comparator } = areas;
  if (!ownSeasons || comparator === null || lower === null || upper === null || (ownSeasons.test.p ?? 1) >= SEASON_P)
    return [caution('compare.overdispersed', slots)];
  const season = { comparator, p: ownSeasons.test.p, lower, upper };
  return [caution('compare.own-season', { ...slots, ...season })];
}

/** Price levels that are forecasts. */
export function priceCautions(
  { deflator, year }: Prices,
  result: CompareResult,
  windows: ChosenWindows,
): readonly Finding[] {
  if (deflator.forecastFrom === null || !result.measures.some(isCost)) return [];
  const last = Math.max(
    year,
    ...[...windows.baseline.quarters, ...windows.followUp.quarters].map((quarter) =>
      Math.floor((quarter.index - 1) / 4),
    ),
  );
  if (last < deflator.forecastFrom) return [];
  return [caution('compare.deflator-forecast', { from: formatFinancialYear(deflator.forecastFrom) })];
}
