import type { Direction, Measure } from '../../data/series.ts';
import type { PeriodIndex } from '../../quantities.ts';
import type { Estimate } from '../../statistics/estimate.ts';
import type { Dispersion } from '../../statistics/glm/inference.ts';
import type { FTest } from '../../statistics/test-result.ts';
import type { Trend } from '../quarters/trend.ts';

/** A stretch of quarters with a name: `2013/14`, or `2013/14 Q1 to Q3`. */
interface Window {
  /** 2013/14, or 2013/14 Q1 to Q3. */
  readonly label: string;
  /** Its quarters: 2013/14 Q1. */
  readonly periods: readonly string[];
}

/** One ratio by several methods; `rateRatio` is the one to quote. */
export interface RatioForms {
  /** Wald on the log scale. */
  readonly wald: Estimate;
  /** Clopper and Pearson's limits, conditional on the sum; central P. */
  readonly exact: Estimate;
  /** The same with half the chance of the observed count. */
  readonly midP: Estimate;
  /** The exact P that R's poisson.test prints. */
  readonly minimumLikelihoodP: number;
}

/** One area, baseline against follow-up. `change` is follow-up less baseline, in the measure's unit. */
export interface AreaChange {
  readonly area: string;
  /** Total over the baseline, in the unit of the measure. */
  readonly baseline: number;
  /** Total over the follow-up. */
  readonly followUp: number;
  /** Follow-up less baseline. */
  readonly change: number;
  /** `change` with its Poisson interval at dispersion 1; null for amounts that are not events. */
  readonly changeInterval: Estimate | null;
  /** 100 x change / baseline, %. */
  readonly percentChange: number | null;
  /** List size summed over the quarters / 4; null without list sizes. */
  readonly personYears: { readonly baseline: number; readonly followUp: number } | null;
  /** Per 1,000 people on the list a year; null without list sizes. */
  readonly ratePer1000: { readonly baseline: number; readonly followUp: number } | null;
  /** Change of the rate, %. */
  readonly ratePercentChange: number | null;
  /** Follow-up rate less baseline rate, per 1,000 a year, at dispersion 1; null without list sizes and for money. */
  readonly rateDifference: Estimate | null;
  /** Follow-up rate over baseline rate (counts where there are no list sizes), at dispersion 1; null for money. */
  readonly rateRatio: Estimate | null;
  /** The same at the dispersion estimated from the quarters, or given; null where none is. */
  readonly rateRatioDispersed: Estimate | null;
  /** `rateRatio` by other methods. Null for money, and for counts that are not whole or above a million. */
  readonly rateRatioForms: RatioForms | null;
  /** Null: fewer than three quarters. */
  readonly trend: Trend | null;
}

/** The practice's change against the comparator's, each reading under its own name. */
export interface Relative {
  /** rates: per person-year of list size. counts: without list sizes. */
  readonly basis: 'rates' | 'counts';
  /** Practice's percent change less comparator's, on the totals. */
  readonly percentagePoints: number | null;
  /** Practice's ratio over the comparator's, at dispersion 1. For money: Welch's t, exploratory. */
  readonly ratioOfRatios: Estimate | null;
  /** The same at the dispersion estimated from the quarters, or given: the one to quote. */
  readonly ratioOfRatiosDispersed: Estimate | null;
  /** The same on totals without list sizes, where `basis` is rates; else null. */
  readonly ratioOfRatiosOnCounts: Estimate | null;
  /** The dispersion of `ratioOfRatiosDispersed`: estimated from the practice's share of each quarter, or given. */
  readonly dispersion:
    | (Dispersion & {
        /** Degrees of freedom; null: given. */
        readonly df: number | null;
        /** From the practice's share of each quarter, or --dispersion. */
        readonly source: 'estimated' | 'given';
      })
    | null;
  /**
   * Whether the practice's share has seasons of its own, by an F test, and the ratio of ratios at the dispersion that they leave.
   * Null where `dispersion` allows for them already, where the windows do not hold all four quarters, and where one is given.
   */
  readonly ownSeasons: {
    /** F test of the quarters of the year in the practice's share. */
    readonly test: FTest;
    /** At the dispersion that these seasons leave. */
    readonly ratioOfRatios: Estimate;
  } | null;
  /** The same by one quasi-Poisson model of both areas, whose dispersion a large comparator sets: for comparison only. */
  readonly stacked: {
    /** At the dispersion of this model. */
    readonly ratioOfRatios: Estimate;
    readonly dispersion: Dispersion;
  } | null;
  /** 100 x (ratio of ratios - 1). */
  readonly relativePercentChange: number | null;
}

/** What the practice would have had, had it changed as the comparator did. */
export interface Counterfactual {
  /** The follow-up total, had the practice changed as the comparator did. */
  readonly expected: number;
  /** expected less observed. */
  readonly avoided: Estimate;
  /** The same at the dispersion estimated from the quarters. */
  readonly avoidedDispersed: Estimate | null;
  /** `avoided` with the noise of the observed count, by the delta method, at dispersion 1; null for money. */
  readonly avoidedDelta: Estimate | null;
  /** Admissions only, where cost is compared too: avoided x the practice's mean cost an admission in the follow-up. Not cashable. */
  readonly grossValue: {
    /** The practice's mean cost of an admission in the follow-up, pounds. */
    readonly meanCost: number;
    /** Prices of the mean cost. */
    readonly basis: 'nominal' | 'real';
    /** Avoided x mean cost, pounds. Not a cashable saving. */
    readonly value: Estimate;
  } | null;
}

export interface Contrast {
  readonly practice: AreaChange;
  /** Null: no comparator, or none with this measure. */
  readonly comparator: AreaChange | null;
  /** Null without a comparator. */
  readonly relative: Relative | null;
  /** Null without a comparator. */
  readonly counterfactual: Counterfactual | null;
}

export interface CountComparison extends Contrast {
  /** admissions, list_size, bed_days ... or the name given. */
  readonly measure: string;
  /** Unit of baseline, followUp, change and slope. */
  readonly unit: Measure['unit'];
  readonly better: Direction;
}

export interface RealTerms extends Contrast {
  /** The price index. */
  readonly deflator: string;
  readonly vintage: string;
  /** The financial year in whose prices costs are given. */
  readonly priceYear: string;
  /** What "real" means here: prices. */
  readonly basis: 'price';
}

export interface CostComparison {
  readonly measure: string;
  readonly unit: 'GBP';
  readonly better: Direction;
  /** In the prices of each year. */
  readonly nominal: Contrast;
  /** Null with --deflator none. */
  readonly real: RealTerms | null;
}

export type MeasureComparison = CountComparison | CostComparison;

export function isCost(measure: MeasureComparison): measure is CostComparison {
  return 'nominal' in measure;
}

export interface SensitivityRow {
  /** Financial years, or rolling windows of four quarters. */
  readonly kind: 'financial-year' | 'rolling';
  readonly baseline: string;
  readonly followUp: string;
  /** Practice's ratio over the comparator's. */
  readonly ratioOfRatios: number;
  /** Lower limit, 95%, at dispersion 1. */
  readonly lower: number | null;
  /** Upper limit, 95%, at dispersion 1. */
  readonly upper: number | null;
  /** Whether the change lies between the two windows; null without its date. */
  readonly aroundChange: boolean | null;
}

/** The ratio of ratios of the first count measure under every other choice of the two windows. */
export interface Sensitivity {
  /** The measure whose ratio of ratios it is. */
  readonly measure: string;
  /** rates: per person-year of list size. counts: without list sizes. */
  readonly basis: 'rates' | 'counts';
  /** Every earlier window against every later one. */
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
    readonly index: PeriodIndex;
    /** Value of the quarter; null: missing. */
    readonly value: number | null;
    /** Baseline window's quarterly mean = 100. */
    readonly indexed: number | null;
    /** Least-squares line; null outside the trend's window. */
    readonly fitted: number | null;
  }[];
}

export interface CompareResult {
  readonly practice: string;
  /** Name of the comparator; null: none. */
  readonly comparator: string | null;
  readonly baseline: Window;
  readonly followUp: Window;
  /** Only the quarters that both years hold are compared. */
  readonly likeForLike: boolean;
  /** First quarter after the change. */
  readonly intervention: string | null;
  /** Admissions first, then cost, then others. */
  readonly measures: readonly MeasureComparison[];
  /** Null without a comparator or with too few quarters. */
  readonly sensitivity: Sensitivity | null;
  readonly series: readonly CompareSeries[];
}
