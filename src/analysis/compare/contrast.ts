import type { Series } from '../../data/series.ts';
import type { Estimate } from '../../statistics/estimate.ts';
import { avoidedCountDelta } from '../../statistics/intervals/difference.ts';
import type { BeforeAfter, Exposure } from '../../statistics/intervals/exposure.ts';
import { avoidedCount, rateRatio, ratioOfRatios } from '../../statistics/intervals/rate-ratio.ts';
import type { MeasuredArea } from '../quarters/pair.ts';
import { personYears, sum, windowValues } from '../quarters/totals.ts';
import type { Trend } from '../quarters/trend.ts';
import {
  dispersionOf,
  type EstimatedDispersion,
  givenDispersion,
  type OwnSeasons,
  relativeDispersionOf,
  stackedCells,
} from './dispersion.ts';
import { costRatio } from './money-ratio.ts';
import { differencePer1000, eventDifference, ratioForms, stackedRatio } from './readings.ts';
import type { AreaChange, Contrast, Counterfactual, Relative } from './result.ts';
import type { Windows } from './windows.ts';

type Basis = 'rates' | 'counts';
type TrendOf = (series: Series) => Trend | null;

/** Rates where list sizes are held throughout both windows of every area, counts otherwise. */
export function basisOf(areas: readonly MeasuredArea[], windows: Windows): Basis {
  const known = areas.every(
    ({ listSize }) =>
      personYears(listSize, windows.baseline) !== null && personYears(listSize, windows.followUp) !== null,
  );
  return known ? 'rates' : 'counts';
}

/** The practice's ratio over the comparator's, at dispersion 1. */
export function plainRatioOfRatios(
  practice: MeasuredArea,
  comparator: MeasuredArea,
  windows: Windows,
  basis: Basis,
): Estimate {
  return ratioOfRatios(exposures(practice, windows, basis), exposures(comparator, windows, basis));
}

/**
 * Events (admissions, attendances): percent change, rate ratio, ratio of ratios, counterfactual. methods.md 2(a). `given` is a
 * dispersion to use instead of the one that the quarters show.
 */
export function contrastCounts(
  practice: MeasuredArea,
  comparator: MeasuredArea | null,
  windows: Windows,
  trendOf: TrendOf,
  given: number | null = null,
): Contrast {
  const mine = countChange(practice, windows, trendOf, given);
  if (!comparator) return { practice: mine, comparator: null, relative: null, counterfactual: null };
  const theirs = countChange(comparator, windows, trendOf, given);
  const basis = basisOf([practice, comparator], windows);
  const estimated = given === null ? relativeDispersionOf(practice, comparator, windows, basis) : null;
  const dispersion = given === null ? estimated : givenDispersion(given);
  const mineExposed = exposures(practice, windows, basis);
  const theirsExposed = exposures(comparator, windows, basis);
  const plain = ratioOfRatios(mineExposed, theirsExposed);
  const dispersed = dispersion && ratioOfRatios(mineExposed, theirsExposed, dispersion);
  const relative: Relative = {
    basis,
    percentagePoints: difference(mine.percentChange, theirs.percentChange),
    ratioOfRatios: plain,
    ratioOfRatiosDispersed: dispersed,
    ratioOfRatiosOnCounts: basis === 'rates' ? plainRatioOfRatios(practice, comparator, windows, 'counts') : null,
    dispersion: dispersion && usedDispersion(dispersion, given),
    ownSeasons: estimated?.ownSeasons ? ownSeasons(estimated.ownSeasons, mineExposed, theirsExposed) : null,
    stacked: stackedRatio(stackedCells(practice, comparator, windows, basis)),
    relativePercentChange: percentOf(plain.estimate),
  };
  const held = counterfactual(mine.followUp, plain, dispersed);
  return {
    practice: mine,
    comparator: theirs,
    relative,
    counterfactual: held && { ...held, avoidedDelta: avoidedCountDelta(mineExposed, theirsExposed) },
  };
}

const usedDispersion = (
  { raw, dispersion: used, df }: EstimatedDispersion,
  given: number | null,
): Relative['dispersion'] => ({ raw, used, df, source: given === null ? 'estimated' : 'given' });

/** The ratio of ratios at the dispersion that the practice's own seasons leave, and their test. */
function ownSeasons({ test, dispersion }: OwnSeasons, mine: BeforeAfter, theirs: BeforeAfter): Relative['ownSeasons'] {
  return { test, ratioOfRatios: ratioOfRatios(mine, theirs, dispersion) };
}

/**
 * Amounts that are not counts of events (money, bed days): percent change and ratio of totals. The ratio's interval is the
 * exploratory Welch one on quarterly log ratios, and one area alone has none. methods.md 2(a), money.
 */
export function contrastTotals(
  practice: MeasuredArea,
  comparator: MeasuredArea | null,
  windows: Windows,
  trendOf: TrendOf,
): Contrast {
  const mine = areaChange(practice, windows, trendOf);
  if (!comparator) return { practice: mine, comparator: null, relative: null, counterfactual: null };
  const theirs = areaChange(comparator, windows, trendOf);
  const ratio = costRatio(practice.series, comparator.series, windows);
  return {
    practice: mine,
    comparator: theirs,
    relative: {
      basis: 'counts',
      percentagePoints: difference(mine.percentChange, theirs.percentChange),
      ratioOfRatios: ratio,
      ratioOfRatiosDispersed: null,
      ratioOfRatiosOnCounts: null,
      dispersion: null,
      ownSeasons: null,
      stacked: null,
      relativePercentChange: percentOf(ratio?.estimate ?? null),
    },
    counterfactual: ratio && counterfactual(mine.followUp, ratio, null),
  };
}

/** A measure that is neither events nor money, whose ratio therefore has no interval. */
function areaChange(area: MeasuredArea, windows: Windows, trendOf: TrendOf): AreaChange {
  const baseline = sum(windowValues(area.series, windows.baseline));
  const followUp = sum(windowValues(area.series, windows.followUp));
  const before = personYears(area.listSize, windows.baseline);
  const after = personYears(area.listSize, windows.followUp);
  const rates = before && after ? { baseline: (1000 * baseline) / before, followUp: (1000 * followUp) / after } : null;
  return {
    area: area.name,
    baseline,
    followUp,
    change: followUp - baseline,
    changeInterval: null,
    percentChange: percentChange(baseline, followUp),
    personYears: before && after ? { baseline: before, followUp: after } : null,
    ratePer1000: rates,
    ratePercentChange: rates && percentChange(rates.baseline, rates.followUp),
    rateDifference: null,
    rateRatio: null,
    rateRatioDispersed: null,
    rateRatioForms: null,
    trend: trendOf(area.series),
  };
}

function countChange(area: MeasuredArea, windows: Windows, trendOf: TrendOf, given: number | null): AreaChange {
  const basis = basisOf([area], windows);
  const exposed = exposures(area, windows, basis);
  const { before, after } = exposed;
  const dispersion = given === null ? dispersionOf(area, windows, basis) : givenDispersion(given);
  return {
    ...areaChange(area, windows, trendOf),
    changeInterval: eventDifference(exposed),
    rateDifference: basis === 'rates' ? differencePer1000(exposed) : null,
    rateRatio: rateRatio(after, before),
    rateRatioDispersed: dispersion && rateRatio(after, before, dispersion),
    rateRatioForms: ratioForms(exposed),
  };
}

/** Totals of the two windows with the time they are over: person-years for rates, 1 for counts. */
function exposures(area: MeasuredArea, windows: Windows, basis: Basis): BeforeAfter {
  const exposure = (window: Windows['baseline']): Exposure => ({
    events: sum(windowValues(area.series, window)),
    time: basis === 'rates' ? (personYears(area.listSize, window) ?? 1) : 1,
  });
  return { before: exposure(windows.baseline), after: exposure(windows.followUp) };
}

/**
 * "Had it followed the comparator": expected = observed / ratio of ratios; avoided = expected - observed. The interval takes
 * the observed count as given, so that it agrees in sign with the ratio's own. methods.md 2(a), counterfactual.
 */
function counterfactual(observed: number, ratio: Estimate, dispersed: Estimate | null): Counterfactual | null {
  if (!ratio.estimate) return null;
  return {
    expected: observed / ratio.estimate,
    avoided: avoidedCount(observed, ratio),
    avoidedDispersed: dispersed && avoidedCount(observed, dispersed),
    avoidedDelta: null,
    grossValue: null,
  };
}

const percentOf = (ratio: number | null): number | null => (ratio === null ? null : 100 * (ratio - 1));

const percentChange = (before: number, after: number): number | null =>
  before === 0 ? null : 100 * (after / before - 1);

const difference = (a: number | null, b: number | null): number | null => (a === null || b === null ? null : a - b);
