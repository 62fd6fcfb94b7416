import { formatPeriod, type Period } from '../../data/period.ts';
import type { Series } from '../../data/series.ts';
import { dataError } from '../../errors.ts';
import { type Finding, problem } from '../../finding.ts';
import type { Deflator } from '../../reference/deflators.ts';
import { listSizeSteps, listStepFindings } from '../quarters/list-steps.ts';
import { type Pair, pairsOf } from '../quarters/pair.ts';
import type { AreaData } from '../quarters/totals.ts';
import { linearTrend, trendPoints } from '../quarters/trend.ts';
import { contrastCounts, contrastTotals } from './contrast.ts';
import { compareFindings } from './findings.ts';
import { withGrossValue } from './gross-value.ts';
import { deflated, type Prices, pricesOf, priceYearLabel } from './prices.ts';
import type { CompareResult, CountComparison, MeasureComparison, RealTerms } from './result.ts';
import { sensitivityOf } from './sensitivity.ts';
import { drawnSeries } from './series.ts';
import { checkPeriods, chooseWindows, isHeld, type WindowChoice, type Windows } from './windows.ts';

export interface CompareOptions extends WindowChoice {
  /** First and last quarter of the trend; null: from the first, to the last quarter held. */
  readonly from: Period | null;
  readonly to: Period | null;
  /** First quarter after the change; drawn and named, and the years held against it. No estimate uses it. */
  readonly intervention: Period | null;
  /** null: money stays in the prices of each year. */
  readonly deflator: Deflator | null;
  /** Financial year (by its starting calendar year) whose prices real terms are given in; null: the follow-up's. */
  readonly priceYear: number | null;
  /** Dispersion of the counts, known from elsewhere; null or absent: as the quarters show it. */
  readonly dispersion?: number | null;
}

/**
 * A practice against its comparator: baseline against follow-up, trends, real-terms cost and how far the answer hangs on
 * the years chosen. methods.md 2(a) and the trend of 2(b). Without a comparator: what one area allows.
 *
 * @throws a data error where the windows are not held by the data, do not hold the same seasons, or overlap
 */
export function compare(
  practice: AreaData,
  comparator: AreaData | null,
  options: CompareOptions,
): { readonly result: CompareResult; readonly findings: readonly Finding[] } {
  const pairs = pairsOf(practice, comparator);
  const primary = pairs.find((pair) => pair.measure.role === 'admissions') ?? pairs[0];
  if (!primary) throw dataError('compare.no-measure');
  checkPeriods(primary, options);
  const windows = chooseWindows(primary, options);
  const prices = pricesOf(options.deflator, options.priceYear, windows.followUp);

  const problems: Finding[] = [];
  const compared = pairs.filter((pair) => {
    const missing = [...windows.baseline.quarters, ...windows.followUp.quarters]
      .filter((quarter) => !isHeld(pair, quarter))
      .map(formatPeriod);
    if (missing.length > 0)
      problems.push(problem('compare.measure-incomplete', { measure: pair.measure.name, missing }));
    return missing.length === 0;
  });
  const measures = compared.map((pair) => compareMeasure(pair, windows, prices, options));
  const result: CompareResult = {
    practice: practice.area.name,
    comparator: comparator?.area.name ?? null,
    baseline: { label: windows.baseline.label, periods: windows.baseline.quarters.map(formatPeriod) },
    followUp: { label: windows.followUp.label, periods: windows.followUp.quarters.map(formatPeriod) },
    likeForLike: windows.likeForLike,
    intervention: options.intervention && formatPeriod(options.intervention),
    measures: withGrossValue(measures),
    sensitivity: sensitivityOf(primary, options.intervention),
    series: compared.flatMap((pair) => drawnSeries(pair, windows, prices, options)),
  };
  const { practice: mine, comparator: theirs } = primary;
  const steps = listStepFindings(listSizeSteps(theirs ? [mine, theirs] : [mine]));
  return {
    result,
    findings: [...compareFindings(result, windows, prices, options.intervention), ...steps, ...problems],
  };
}

function compareMeasure(
  { measure, practice, comparator }: Pair,
  windows: Windows,
  prices: Prices | null,
  options: CompareOptions,
): MeasureComparison {
  const trendOf = (series: Series) => linearTrend(trendPoints(series, options));
  const named = { measure: measure.name, better: measure.better };
  if (measure.unit !== 'GBP') {
    const contrast = (measure.unit === 'count' ? contrastCounts : contrastTotals)(
      practice,
      comparator,
      windows,
      trendOf,
      options.dispersion ?? null,
    );
    return { ...named, unit: measure.unit, ...contrast } satisfies CountComparison;
  }
  const nominal = contrastTotals(practice, comparator, windows, trendOf);
  if (!prices) return { ...named, unit: 'GBP', nominal, real: null };
  const real: RealTerms = {
    ...contrastTotals(deflated(practice, prices), comparator && deflated(comparator, prices), windows, trendOf),
    basis: 'price',
    deflator: prices.deflator.title,
    vintage: prices.deflator.vintage,
    priceYear: priceYearLabel(prices),
  };
  return { ...named, unit: 'GBP', nominal, real };
}
