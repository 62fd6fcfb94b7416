import type { Period } from '../../data/period.ts';
import { caution, type Finding, finding } from '../../finding.ts';
import type { Estimate } from '../../statistics/estimate.ts';
import { countCautions, priceCautions, windowCautions } from './cautions.ts';
import type { Prices } from './prices.ts';
import {
  type AreaChange,
  type CompareResult,
  type Contrast,
  type CostComparison,
  type CountComparison,
  isCost,
  shownPairs,
} from './result.ts';
import type { ChosenWindows } from './windows.ts';

/** A Durbin-Watson statistic below this says that neighbouring residuals resemble one another (our choice; about r = 0.35). */
const LOW_DURBIN_WATSON = 1.3;

/** What a comparison shows, in the order in which it is told, then what to bear in mind. */
export function compareFindings(
  result: CompareResult,
  windows: ChosenWindows,
  prices: Prices | null,
  intervention: Period | null = null,
): readonly Finding[] {
  const counts = result.measures.filter((measure): measure is CountComparison => !isCost(measure));
  const costs = result.measures.filter(isCost);
  const first = counts[0];
  return [
    ...counts.flatMap((measure) => countFindings(measure, result)),
    ...costs.flatMap((measure) => costFindings(measure, result)),
    ...counts.flatMap((measure) => trendFindings(measure, measure.measure, measure.unit)),
    ...sensitivityFindings(result),
    ...windowCautions(result, windows, intervention),
    ...(first ? countCautions(first, result) : []),
    ...(prices ? priceCautions(prices, result, windows) : []),
    ...(result.comparator === null
      ? [caution('compare.no-comparator', { practice: result.practice })]
      : [caution('compare.not-causal', { practice: result.practice })]),
    ...(counts.some(({ counterfactual }) => (counterfactual?.avoided.estimate ?? 0) > 0)
      ? [caution('compare.not-cashable')]
      : []),
  ];
}

function countFindings(measure: CountComparison, result: CompareResult): readonly Finding[] {
  const { practice, comparator, relative, counterfactual } = measure;
  const windows = { baseline: result.baseline.label, followUp: result.followUp.label };
  const shared = { practice: practice.area, measure: measure.measure, unit: measure.unit, ...windows };
  if (practice.percentChange === null) {
    return [fromZero(practice, measure, result)];
  }
  const change = { ...shared, percent: practice.percentChange, before: practice.baseline, after: practice.followUp };
  if (!comparator) {
    const ratio = held(practice.rateRatio);
    const alone = finding('compare.change-alone', change);
    if (!practice.ratePer1000 || !ratio) return [alone];
    return [
      alone,
      finding('compare.rate-alone', {
        before: practice.ratePer1000.baseline,
        after: practice.ratePer1000.followUp,
        ratio: ratio.estimate,
        lower: ratio.lower,
        upper: ratio.upper,
        p: ratio.p,
      }),
    ];
  }
  if (comparator.percentChange === null) {
    return [finding('compare.change-alone', change), fromZero(comparator, measure, result)];
  }
  const list = [
    finding('compare.change', {
      ...change,
      comparator: comparator.area,
      comparatorPercent: comparator.percentChange,
      comparatorBefore: comparator.baseline,
      comparatorAfter: comparator.followUp,
    }),
  ];
  const ratio = held(relative?.ratioOfRatiosDispersed ?? relative?.ratioOfRatios);
  if (relative && ratio) {
    list.push(
      finding('compare.relative', {
        ...shared,
        comparator: comparator.area,
        basis: relative.basis,
        ratio: ratio.estimate,
        lower: ratio.lower,
        upper: ratio.upper,
        p: ratio.p,
        dispersion: ratio.dispersion,
      }),
    );
  }
  const avoided = held(counterfactual?.avoidedDispersed ?? counterfactual?.avoided);
  if (counterfactual && avoided) {
    list.push(
      finding('compare.avoided', {
        ...shared,
        comparator: comparator.area,
        expected: counterfactual.expected,
        observed: practice.followUp,
        avoided: avoided.estimate,
        lower: avoided.lower,
        upper: avoided.upper,
      }),
    );
  }
  return list;
}

/** An estimate with its interval; null where it has none. */
function held(estimate: Estimate | null | undefined) {
  if (!estimate || estimate.estimate === null || estimate.lower === null || estimate.upper === null) return null;
  return { ...estimate, estimate: estimate.estimate, lower: estimate.lower, upper: estimate.upper };
}

function fromZero({ area, followUp }: AreaChange, { measure, unit }: CountComparison, result: CompareResult): Finding {
  const windows = { baseline: result.baseline.label, followUp: result.followUp.label };
  return finding('compare.baseline-zero', { area, measure, unit, after: followUp, ...windows });
}

function costFindings(measure: CostComparison, result: CompareResult): readonly Finding[] {
  const { nominal, real } = measure;
  if (nominal.practice.percentChange === null) return [];
  const slots = {
    practice: nominal.practice.area,
    comparator: nominal.comparator?.area ?? null,
    measure: measure.measure,
    baseline: result.baseline.label,
    followUp: result.followUp.label,
    nominal: nominal.practice.percentChange,
    comparatorNominal: nominal.comparator?.percentChange ?? null,
  };
  if (!real || real.practice.percentChange === null) return [finding('compare.cost-nominal', slots)];
  return [
    finding('compare.cost', {
      ...slots,
      real: real.practice.percentChange,
      comparatorReal: real.comparator?.percentChange ?? null,
      deflator: real.deflator,
      vintage: real.vintage,
      priceYear: real.priceYear,
    }),
  ];
}

function trendFindings(contrast: Contrast, measure: string, unit: string): readonly Finding[] {
  return [contrast.practice, contrast.comparator].flatMap((area) => {
    if (!area?.trend) return [];
    const { trend } = area;
    const { estimate: slope } = trend.slope;
    if (slope === null) return [];
    const found = finding('compare.trend', {
      area: area.area,
      measure,
      unit,
      n: trend.n,
      from: trend.from,
      to: trend.to,
      slope,
      lower: trend.slope.lower,
      upper: trend.slope.upper,
      p: trend.slope.p,
      percent: trend.fitted.percentChange,
    });
    const { durbinWatson } = trend;
    return durbinWatson !== null && durbinWatson < LOW_DURBIN_WATSON
      ? [found, caution('compare.autocorrelation', { area: area.area, durbinWatson })]
      : [found];
  });
}

function sensitivityFindings({ sensitivity, intervention }: CompareResult): readonly Finding[] {
  if (!sensitivity || sensitivity.baselines.length < 2) return [];
  const { rows, around } = shownPairs(sensitivity);
  const ratios = rows.map((row) => row.ratioOfRatios);
  const excludesOne = (row: (typeof rows)[number]) =>
    row.lower !== null && row.upper !== null && (row.lower > 1 || row.upper < 1);
  return [
    finding('compare.sensitivity', {
      pairs: rows.length,
      min: Math.min(...ratios),
      max: Math.max(...ratios),
      below: ratios.filter((ratio) => ratio < 1).length,
      excludingOne: rows.filter(excludesOne).length,
      intervention,
      around,
    }),
  ];
}
