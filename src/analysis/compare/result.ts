import type { Direction, Measure } from '../../data/series.ts';
import type { Estimate } from '../../statistics/estimate.ts';
import type { Dispersion } from '../../statistics/glm/inference.ts';
import type { FTest } from '../../statistics/test-result.ts';

/** A stretch of quarters with a name: `2013/14`, or `2013/14 Q1 to Q3`. */
interface Window {
  readonly label: string;
  readonly periods: readonly string[];
}

/** Least squares on the measure's values over `from`..`to`, the method of Abel 2018. */
export interface Trend {
  readonly n: number;
  readonly from: string;
  readonly to: string;
  /** Change per quarter, in the measure's unit. */
  readonly slope: Estimate;
  readonly fitted: { readonly first: number; readonly last: number; readonly percentChange: number | null };
  /** 100 x slope / first fitted value. */
  readonly percentPerQuarter: number | null;
  readonly durbinWatson: number | null;
  /** Residual standard deviation, in the measure's unit; share of the variance; mean of the values fitted. */
  readonly sigma: number;
  readonly rSquared: number | null;
  readonly mean: number;
}

/** One ratio by several methods; `rateRatio` is the one to quote. */
export interface RatioForms {
  readonly wald: Estimate;
  /** Clopper and Pearson's limits, conditional on the sum; central P. */
  readonly exact: Estimate;
  readonly midP: Estimate;
  /** The exact P that R's poisson.test prints. */
  readonly minimumLikelihoodP: number;
}

/** One area, baseline against follow-up. `change` is follow-up less baseline, in the measure's unit. */
export interface AreaChange {
  readonly area: string;
  readonly baseline: number;
  readonly followUp: number;
  readonly change: number;
  /** `change` with its Poisson interval at dispersion 1; null for amounts that are not events. */
  readonly changeInterval: Estimate | null;
  readonly percentChange: number | null;
  /** List size summed over the quarters / 4; null without list sizes. */
  readonly personYears: { readonly baseline: number; readonly followUp: number } | null;
  /** Per 1,000 people on the list a year; null without list sizes. */
  readonly ratePer1000: { readonly baseline: number; readonly followUp: number } | null;
  readonly ratePercentChange: number | null;
  /** Follow-up rate less baseline rate, per 1,000 a year, at dispersion 1; null without list sizes and for money. */
  readonly rateDifference: Estimate | null;
  /** Follow-up rate over baseline rate (counts where there are no list sizes), at dispersion 1; null for money. */
  readonly rateRatio: Estimate | null;
  readonly rateRatioDispersed: Estimate | null;
  /** `rateRatio` by other methods. Null for money, and for counts that are not whole or above a million. */
  readonly rateRatioForms: RatioForms | null;
  readonly trend: Trend | null;
}

/** The practice's change against the comparator's, each reading under its own name. */
export interface Relative {
  readonly basis: 'rates' | 'counts';
  /** Practice's percent change less comparator's, on the totals. */
  readonly percentagePoints: number | null;
  readonly ratioOfRatios: Estimate | null;
  readonly ratioOfRatiosDispersed: Estimate | null;
  /** The same on totals without list sizes, where `basis` is rates; else null. */
  readonly ratioOfRatiosOnCounts: Estimate | null;
  /** The dispersion of `ratioOfRatiosDispersed`: estimated from the practice's share of each quarter, or given. */
  readonly dispersion: (Dispersion & { readonly df: number | null; readonly source: 'estimated' | 'given' }) | null;
  /**
   * Whether the practice's share has seasons of its own, by an F test, and the ratio of ratios at the dispersion that they leave.
   * Null where `dispersion` allows for them already, where the windows do not hold all four quarters, and where one is given.
   */
  readonly ownSeasons: {
    readonly test: FTest;
    readonly ratioOfRatios: Estimate;
  } | null;
  /** The same by one quasi-Poisson model of both areas, whose dispersion a large comparator sets: for comparison only. */
  readonly stacked: { readonly ratioOfRatios: Estimate; readonly dispersion: Dispersion } | null;
  /** 100 x (ratio of ratios - 1). */
  readonly relativePercentChange: number | null;
}

/** What the practice would have had, had it changed as the comparator did. */
export interface Counterfactual {
  readonly expected: number;
  /** expected less observed. */
  readonly avoided: Estimate;
  readonly avoidedDispersed: Estimate | null;
  /** `avoided` with the noise of the observed count, by the delta method, at dispersion 1; null for money. */
  readonly avoidedDelta: Estimate | null;
  /** Admissions only, where cost is compared too: avoided x the practice's mean cost an admission in the follow-up. Not cashable. */
  readonly grossValue: {
    readonly meanCost: number;
    readonly basis: 'nominal' | 'real';
    readonly value: Estimate;
  } | null;
}

export interface Contrast {
  readonly practice: AreaChange;
  readonly comparator: AreaChange | null;
  readonly relative: Relative | null;
  readonly counterfactual: Counterfactual | null;
}

export interface CountComparison extends Contrast {
  readonly measure: string;
  readonly unit: Measure['unit'];
  readonly better: Direction;
}

export interface RealTerms extends Contrast {
  readonly deflator: string;
  readonly vintage: string;
  readonly priceYear: string;
  readonly basis: 'price';
}

export interface CostComparison {
  readonly measure: string;
  readonly unit: 'GBP';
  readonly better: Direction;
  readonly nominal: Contrast;
  readonly real: RealTerms | null;
}

export type MeasureComparison = CountComparison | CostComparison;

export function isCost(measure: MeasureComparison): measure is CostComparison {
  return 'nominal' in measure;
}

export interface SensitivityRow {
  readonly kind: 'financial-year' | 'rolling';
  readonly baseline: string;
  readonly followUp: string;
  readonly ratioOfRatios: number;
  readonly lower: number | null;
  readonly upper: number | null;
  /** Whether the change lies between the two windows; null without its date. */
  readonly aroundChange: boolean | null;
}

/** The ratio of ratios of the first count measure under every other choice of the two windows. */
export interface Sensitivity {
  readonly measure: string;
  readonly basis: 'rates' | 'counts';
  readonly baselines: readonly SensitivityRow[];
  readonly min: number;
  readonly max: number;
}

/**
 * The rows that bear on the question: with the date of a change those that have it between their windows, as long as there are two;
 * else all. `around` says which.
 */
export function shownPairs({ baselines }: Sensitivity): {
  readonly rows: readonly SensitivityRow[];
  readonly around: boolean;
} {
  const around = baselines.filter(({ aroundChange }) => aroundChange);
  return around.length < 2 ? { rows: baselines, around: false } : { rows: around, around: true };
}

/** One measure of practice and comparator, quarter by quarter, for drawing. */
export interface CompareSeries {
  readonly measure: string;
  readonly unit: Measure['unit'];
  readonly area: string;
  readonly subject: 'practice' | 'comparator';
  /** nominal or real for money; counts otherwise. */
  readonly basis: 'count' | 'nominal' | 'real';
  readonly points: readonly {
    readonly period: string;
    readonly index: number;
    readonly value: number | null;
    /** Baseline window's quarterly mean = 100. */
    readonly indexed: number | null;
    /** Least-squares line, within the trend's window. */
    readonly fitted: number | null;
  }[];
}

export interface CompareResult {
  readonly practice: string;
  readonly comparator: string | null;
  readonly baseline: Window;
  readonly followUp: Window;
  readonly likeForLike: boolean;
  readonly intervention: string | null;
  readonly measures: readonly MeasureComparison[];
  readonly sensitivity: Sensitivity | null;
  readonly series: readonly CompareSeries[];
}
