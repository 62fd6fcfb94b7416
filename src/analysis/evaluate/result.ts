import type { GateSlots } from '../../catalogue.ts';
import type { Slots } from '../../errors.ts';
import type { Ordinal, PeriodIndex, Whole } from '../../quantities.ts';
import type { Estimate } from '../../statistics/estimate.ts';
import type { Dispersion } from '../../statistics/glm/inference.ts';
import type { FTest, TestResult } from '../../statistics/test-result.ts';
import type { ListSizeStep } from '../quarters/list-steps.ts';
import type { Trend } from '../quarters/trend.ts';
import type { LeaveOneOut, Placebo, PlaceboInTime, RegressionToMean, SyntheticControl } from './peer-result.ts';
import type { PublishedCheck, PublishedPercent } from './published-result.ts';
import type { SpecificationCurve } from './specification-result.ts';

/** What was fitted to what: printed with every estimate. Periods are written as output writes them. */
export interface EvaluateDesign {
  readonly measure: string;
  readonly practice: string;
  /** Null: none. */
  readonly comparator: string | null;
  /** First and last quarter that the practice holds within `--from` and `--to`. */
  readonly from: string;
  readonly to: string;
  /** The first quarter after the change: `level` is the jump there, `slope` is 0 there. Null: only trends are given. */
  readonly intervention: string | null;
  /** Null: none. */
  readonly secondIntervention: string | null;
  /** The same two as t, counted from 1 in the quarter `from`; null: none. */
  readonly interventionTime: Whole | null;
  /** Null: none. */
  readonly secondTime: Whole | null;
  readonly washout: readonly string[];
  /** Quarters before and from the intervention on that practice and comparator both hold, without washout and gaps. */
  readonly before: Whole;
  readonly after: Whole;
  /** The same whatever the comparator holds, and the quarters that the practice itself does not hold. */
  readonly own: { readonly before: Whole; readonly after: Whole; readonly missing: readonly string[] };
  /** Quarters that practice or comparator do not hold. */
  readonly missing: readonly string[];
  /** rates: with list sizes. counts: without. */
  readonly basis: 'rates' | 'counts';
}

/** A trend as the 2018 paper computes it, on counts; `rate` is the same on admissions per 1,000 list size a quarter. */
export interface AreaTrend extends Trend {
  readonly area: string;
  /** Of admissions per 1,000 on the list a quarter; null without list sizes. */
  readonly rate: Trend | null;
}

/** Practice's slope less comparator's. Differences of log rates are given as they are (-0.01 is about 1 % a quarter). */
export interface SlopeDifference {
  /** Slope of the difference series of log rates: shared shocks drop out. The primary form. Null: a count is 0. */
  readonly logRates: Estimate | null;
  /** Two separate lines on log rates, Welch's degrees of freedom. */
  readonly welch: Estimate | null;
  /** 100 (e^b - 1) of `logRates`. */
  readonly percentPerQuarter: number | null;
  /** `logRates` with Newey and West's standard error at this lag, and the interaction of both areas' rows in one model. */
  readonly neweyWest: Estimate | null;
  readonly lag: Whole;
  /** Both areas' rows in one model: the interaction. */
  readonly pooled: Estimate | null;
  /** Each area's own slope of log rates. */
  readonly practice: Estimate | null;
  readonly comparator: Estimate | null;
  /** On rates per 1,000 a quarter; `difference` is the slope of the difference series. Null without list sizes. */
  readonly rates: {
    /** Slope of the difference series of rates per 1,000 a quarter. */
    readonly difference: Estimate;
    /** Two separate lines, Welch. */
    readonly welch: Estimate;
    /** The slope of the difference series with Newey and West's standard error. */
    readonly neweyWest: Estimate;
    /** Both areas' rows in one model: the interaction. */
    readonly pooled: Estimate;
    readonly practice: Estimate;
    readonly comparator: Estimate;
  } | null;
}

/** Coefficients of a segmented model. `second...`: of a second intervention, counted on top of the first. */
interface SegmentTerms {
  /** The level at t = 0. */
  readonly intercept: Estimate;
  /** Slope a quarter before the change. */
  readonly time: Estimate;
  /** The jump in the first quarter after the change. */
  readonly level: Estimate;
  /** The change of slope, 0 in that quarter. */
  readonly slope: Estimate;
  /** The jump at a second change, on top of the first; only with --second-intervention. */
  readonly secondLevel?: Estimate;
  /** The change of slope at a second change, on top of the first. */
  readonly secondSlope?: Estimate;
}

export type Estimator = 'ols' | 'newey-west' | 'prais-winsten' | 'reml-ar1' | 'quasi-poisson';

/** Near 2 where neighbouring quarters are not alike. */
interface DurbinWatson {
  readonly statistic: number | null;
  /** Against no autocorrelation; null: not computed. */
  readonly p: number | null;
}

export interface Diagnostics {
  readonly durbinWatson: DurbinWatson;
  /** Autocorrelation at the first lags together; null: too few quarters. */
  readonly ljungBox: TestResult | null;
  /** Autocorrelation, allowing for the terms; null: too few quarters. */
  readonly breuschGodfrey: TestResult | null;
  /** Unequal variances (studentised); null: cannot be computed. */
  readonly breuschPagan: TestResult | null;
  /** Whether the residuals may have come from one normal distribution: the test for short series, and the one for long ones. */
  readonly shapiroWilk: TestResult | null;
  /** Residuals from a normal distribution: for long series. */
  readonly jarqueBera:
    | (TestResult & {
        /** 0 where symmetric. */
        readonly skewness: number;
        /** 3 where normal. */
        readonly kurtosis: number;
      })
    | null;
  /** Whether powers of the fitted values explain what straight segments left over. */
  readonly reset: FTest | null;
  /** Of the residuals, at the first lags; `partial` is what the lag adds to the shorter ones. */
  readonly autocorrelations: readonly {
    /** Quarters apart. */
    readonly lag: Ordinal;
    /** Autocorrelation of the residuals. */
    readonly r: number;
    /** What this lag adds to the shorter ones. */
    readonly partial: number;
  }[];
  /** The quarter furthest from the fit when it is left out, and the one that moves the fit most. */
  readonly largestResidual: {
    readonly period: string;
    /** Its residual when it is left out, in standard deviations. */
    readonly studentised: number;
  } | null;
  /** The quarter that moves the fit most. */
  readonly mostInfluential: { readonly period: string; readonly cook: number } | null;
}

/**
 * Standard errors of the same coefficients that allow for more, by the name of the coefficient: unequal variances (HC0 to HC3) or
 * autocorrelation up to a lag (Newey and West, times n / (n - k)). Too small on short quarterly series: for sensitivity.
 */
export interface RobustErrors {
  /** What is allowed for: unequal variances, or autocorrelation. */
  readonly kind: 'HC0' | 'HC1' | 'HC2' | 'HC3' | 'newey-west';
  /** Null: none. */
  readonly lag: Whole | null;
  /** Standard errors by the name of the term. */
  readonly se: Readonly<Record<string, number | null>>;
}

/** How well a model fits: the deviance (residual sum of squares of least squares), likelihood and Akaike's criterion. */
export interface ModelFit {
  /** Of least squares the residual sum of squares. */
  readonly deviance: number;
  /** Share of the variance; null for counts. */
  readonly rSquared: number | null;
  /** Null where there is no likelihood. */
  readonly logLikelihood: number | null;
  readonly aic: number | null;
}

/** Interrupted series of one area. The outcome is admissions per 1,000 list size a quarter, or counts without list sizes. */
export interface Segmented {
  readonly area: string;
  readonly estimator: Estimator;
  /** rate: per 1,000 on the list a quarter. count: without list sizes. */
  readonly outcome: 'rate' | 'count';
  /** Whether indicators of the quarter of the year are in the model. */
  readonly seasons: boolean;
  readonly terms: SegmentTerms;
  /** Quarters of the year against the first (`quarter2` is July to September); null without seasons. */
  readonly seasonTerms: Readonly<Record<string, Estimate>> | null;
  /** Trend after the intervention. */
  readonly postTrend: Estimate;
  /** Difference from the counterfactual in the last quarter; of `quasi-poisson` the ratio to it. */
  readonly effectAtEnd: Estimate;
  /** Mean difference over the quarters after. Null for `quasi-poisson`. */
  readonly meanEffect: Estimate | null;
  /**
   * `effectAtEnd` as a percentage of the counterfactual, by the delta method. Null where the counterfactual's own 95 % interval
   * is not above 0 throughout: a percentage of what may be nothing is no measure.
   */
  readonly relativeEffectAtEnd: Estimate | null;
  /** Admissions in the quarters after: as observed, and as the counterfactual has them. */
  readonly observed: number;
  /** Events on the course from before. */
  readonly expected: Estimate | null;
  /** Admissions fewer than the counterfactual, over all quarters after. */
  readonly avoided: Estimate | null;
  /** `avoided` as a percentage of `expected`. */
  readonly avoidedPercent: number | null;
  /** Autocorrelation that was found; null: the model has none. */
  readonly rho: number | null;
  /** rho was held at its bound: level and drift can hardly be told apart. */
  readonly rhoAtBound: boolean;
  /** Null for the other estimators. */
  readonly lag: Whole | null;
  /** Null: the model has none. */
  readonly dispersion: Dispersion | null;
  readonly n: Whole;
  /** Residual degrees of freedom. */
  readonly df: Whole;
  /** Residual standard deviation; null for counts. */
  readonly sigma: number | null;
  /** Of least squares and counts; null for the others. */
  readonly fit: ModelFit | null;
  /** Other standard errors of the terms: HC0 to HC3 of least squares, Newey and West's of counts; empty for the others. */
  readonly robustErrors: readonly RobustErrors[];
  /** Counts as fitted by `quasi-poisson`; null for the others (least squares stands in `series`). */
  readonly points:
    | readonly {
        readonly period: string;
        /** Events. */
        readonly observed: number;
        /** Events as fitted. */
        readonly fitted: number;
      }[]
    | null;
  readonly diagnostics: Diagnostics;
}

/** Terms of a controlled model: the practice's difference from its comparator. Log ratios are not exponentiated. */
export interface ControlledTerms {
  /** The practice less its comparator at t = 0; absent from a mean before and after. */
  readonly intercept?: Estimate;
  /** Slope of that difference before the change; absent from a mean before and after. */
  readonly time?: Estimate;
  /** The jump in the first quarter after the change. */
  readonly level: Estimate;
  /** The change of slope, 0 in that quarter. Absent from a mean before and after. */
  readonly slope?: Estimate;
  /** The jump at a second change, on top of the first; only with --second-intervention. */
  readonly secondLevel?: Estimate;
  /** The change of slope at a second change, on top of the first. */
  readonly secondSlope?: Estimate;
}

export interface ControlledPoint {
  readonly period: string;
  readonly index: PeriodIndex;
  /** Events. */
  readonly observed: number;
  readonly fitted: number | null;
  /** Expected had the practice kept its course beside the comparator; 95 % interval. Null before the intervention. */
  readonly counterfactual: number | null;
  /** Lower limit of that, 95%. */
  readonly lower: number | null;
  readonly upper: number | null;
}

export interface PrimaryModel {
  readonly model: 'conditional-quasi-binomial';
  /** rates: with list sizes. counts: without. */
  readonly basis: 'rates' | 'counts';
  readonly terms: ControlledTerms & { readonly time: Estimate; readonly slope: Estimate };
  /** Quarters of the year against the first; null unless `--seasons quarters` put them into the model. */
  readonly seasonTerms: Readonly<Record<string, Estimate>> | null;
  /** Jumps and changes of slope together (Wald's F): whether the course changed at all. The verdict rests on it. Null: unknown. */
  readonly joint: FTest | null;
  readonly dispersion: Dispersion;
  readonly n: Whole;
  /** Residual degrees of freedom. */
  readonly df: Whole;
  /** Ratio to the counterfactual in the last quarter. */
  readonly effectAtEnd: Estimate;
  /** Events expected over the quarters after; null: without bound. */
  readonly expected: number | null;
  readonly observed: number;
  /** expected less as fitted with the change. */
  readonly avoided: Estimate;
  /** avoided as a percentage of expected. */
  readonly avoidedPercent: number | null;
  readonly deviance: number;
  /** Whether the practice's seasons differ from the comparator's: F test of three indicators; null: too few quarters. */
  readonly seasons: TestResult | null;
  readonly diagnostics: Pick<Diagnostics, 'durbinWatson' | 'ljungBox'> & {
    readonly largestResidual: { readonly period: string; readonly pearson: number } | null;
  };
  readonly points: readonly ControlledPoint[];
}

export interface Alternative {
  /** Names the model: docs/methods.md. */
  readonly model: string;
  readonly outcome: 'rate' | 'log-rate' | 'log-ratio' | 'rate-difference' | 'count' | 'share';
  readonly seasons: boolean;
  readonly terms: ControlledTerms;
  /** Jumps and changes of slope together (Wald's F); null where there is only one term, or nothing scatters. */
  readonly joint: FTest | null;
  /** Ratio to the counterfactual in the last quarter; null for outcomes that are not logarithmic. */
  readonly effectAtEnd: Estimate | null;
  /** The comparator's own segments, where both areas are stacked; else null. */
  readonly comparatorTerms: SegmentTerms | null;
  /** Quarters of the year against the first; null without seasons. */
  readonly seasonTerms: Readonly<Record<string, Estimate>> | null;
  /** Other standard errors of the terms, for models by least squares. Of stacked areas lags are taken within an area. */
  readonly robustErrors: readonly RobustErrors[];
  /** Autocorrelation that was found; null: the model has none. */
  readonly rho: number | null;
  /** Null: the model has none. */
  readonly dispersion: Dispersion | null;
  /** Residual degrees of freedom. */
  readonly df: Whole;
  /** Residual standard deviation of models by least squares; else null. */
  readonly sigma: number | null;
  /** Of a difference series by least squares; else null. */
  readonly durbinWatson: number | null;
}

export interface Controlled {
  /** Null where it cannot be fitted; the findings say why. */
  readonly primary: PrimaryModel | null;
  readonly alternatives: readonly Alternative[];
  /** Slope of the log-ratio difference series before the intervention, least squares. */
  readonly preTrend: Estimate | null;
  /** The same from the primary model, fitted to the quarters before. */
  readonly preTrendConditional: Estimate | null;
  /** A quarter far from the primary model, and what that model finds without it; null where there is none. */
  readonly outlier: OutlierCheck | null;
  /** Log ratio of the rates, quarter by quarter. */
  readonly differenceSeries: readonly {
    readonly period: string;
    readonly index: PeriodIndex;
    /** Log ratio of the rates; null: a count is 0, or missing. */
    readonly value: number | null;
    /** By least squares. */
    readonly fitted: number | null;
    /** The course before, carried on; null before the intervention. */
    readonly counterfactual: number | null;
  }[];
}

export interface OutlierCheck {
  readonly period: string;
  /** Pearson's residual over the root of the dispersion. */
  readonly standardised: number;
  /** The difference in the last quarter without it; null where the model cannot be fitted without it. */
  readonly effectAtEnd: Estimate | null;
}

/** What this data set could have detected, whatever happened. Falls are below zero. */
export interface Detectable {
  /** Change in the last quarter against the counterfactual. Null: no fall, however large. */
  readonly percentChange: number | null;
  /** As a sudden lasting fall, %. */
  readonly levelPercent: number | null;
  /** As a change of slope, % a quarter. */
  readonly slopePercentPerQuarter: number | null;
  /** Chance of finding it, 0.8. */
  readonly power: number;
  /** Two-sided level, 0.05. */
  readonly alpha: number;
  /** Beside the comparator, or alone. */
  readonly design: 'controlled' | 'single-area';
  readonly dispersion: number;
}

/** A condition of the evaluation. Its sentence is made from rule, outcome and slots at the edge. */
export interface Gate {
  readonly rule: keyof GateSlots;
  readonly passed: boolean;
  readonly slots: Slots;
}

export interface SeriesPoint {
  readonly period: string;
  readonly index: PeriodIndex;
  readonly value: number | null;
  /** By least squares; null: too few quarters. */
  readonly fitted: number | null;
  /** The course from before; null before the change. */
  readonly counterfactual: number | null;
  /** Lower limit of that, 95%. */
  readonly lower: number | null;
  readonly upper: number | null;
}

interface FittedQuarter {
  readonly period: string;
  readonly index: PeriodIndex;
  /** From 1; a missing quarter keeps its place. */
  readonly time: Whole;
  /**
   * Quarter of the NHS year.
   * @maximum 4
   */
  readonly season: Ordinal;
  readonly events: number;
  /** On its list; null: not held. */
  readonly people: number | null;
  readonly others: number;
  /** On its list; null: not held. */
  readonly otherPeople: number | null;
}

/** What a chart of one area draws: the outcome, the least-squares fit, the counterfactual and its 95 % interval. */
export interface EvaluateSeries {
  readonly area: string;
  readonly subject: 'practice' | 'comparator';
  /** rate: per 1,000 on the list a quarter. */
  readonly outcome: 'rate' | 'count';
  readonly points: readonly SeriesPoint[];
}

/** `evaluate`: did it really change, compared with there? Every number names its method; findings carry the words. */
export interface EvaluateResult {
  readonly design: EvaluateDesign;
  /** Null: without a date of the change, or with too few quarters. */
  readonly detectable: Detectable | null;
  /** By the method of the 2018 paper. */
  readonly trends: readonly AreaTrend[];
  /** Null: without a comparator, or with too few quarters. */
  readonly slopeDifference: SlopeDifference | null;
  /** Each area by itself, by every estimator that its length allows. */
  readonly segmented: readonly Segmented[];
  /** Null without a comparator, an intervention, or three quarters on each side. */
  readonly controlled: Controlled | null;
  /** Null unless the data hold peers. */
  readonly placebo: Placebo | null;
  /** Null: fewer than eight quarters before. */
  readonly placeboInTime: PlaceboInTime | null;
  /** Null: without peers. */
  readonly leaveOneOut: LeaveOneOut | null;
  /** Null: without peers, or with fewer than eight quarters before. */
  readonly syntheticControl: SyntheticControl | null;
  /** Null where controlled is. */
  readonly sensitivity: SpecificationCurve | null;
  /** Null: without a comparator or list sizes. */
  readonly regressionToMean: RegressionToMean | null;
  /** Steps in the list sizes of practice and comparator: a merger, a boundary or a late record. */
  readonly listSizeSteps: readonly ListSizeStep[];
  /** Published trends held against themselves and the data; null where none were given. */
  readonly published: readonly PublishedCheck[] | null;
  /** Published percentages held against every way to compute them; null where none were given. */
  readonly publishedPercent: readonly PublishedPercent[] | null;
  readonly gates: readonly Gate[];
  readonly series: readonly EvaluateSeries[];
  /** The quarters as fitted to the controlled models: what a reader needs to compute them again. */
  readonly quarters: readonly FittedQuarter[];
}
