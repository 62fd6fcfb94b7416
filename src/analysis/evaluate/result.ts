import type { Slots } from '../../errors.ts';
import type { Estimate } from '../../statistics/estimate.ts';
import type { Dispersion } from '../../statistics/glm/inference.ts';
import type { FTest, TestResult } from '../../statistics/test-result.ts';
import type { Trend } from '../compare/result.ts';
import type { ListSizeStep } from '../quarters/list-steps.ts';
import type { Placebo, SyntheticControl } from './peer-result.ts';
import type { PublishedPercent } from './published-percent-result.ts';
import type { PublishedCheck } from './published-result.ts';
import type { SpecificationCurve } from './specification-result.ts';

/** What was fitted to what: printed with every estimate. Periods are written as output writes them. */
export interface EvaluateDesign {
  readonly measure: string;
  readonly practice: string;
  readonly comparator: string | null;
  /** First and last quarter that the practice holds within `--from` and `--to`. */
  readonly from: string;
  readonly to: string;
  /** The first quarter after the change: `level` is the jump there, `slope` is 0 there. */
  readonly intervention: string | null;
  readonly secondIntervention: string | null;
  /** The same two as t, counted from 1 in the quarter `from`. */
  readonly interventionTime: number | null;
  readonly secondTime: number | null;
  readonly washout: readonly string[];
  /** Quarters before and from the intervention on that practice and comparator both hold, without washout and gaps. */
  readonly before: number;
  readonly after: number;
  /** The same whatever the comparator holds, and the quarters that the practice itself does not hold. */
  readonly own: { readonly before: number; readonly after: number; readonly missing: readonly string[] };
  /** Quarters that practice or comparator do not hold. */
  readonly missing: readonly string[];
  readonly basis: 'rates' | 'counts';
}

/** A trend as the 2018 paper computes it, on counts; `rate` is the same on admissions per 1,000 list size a quarter. */
export interface AreaTrend extends Trend {
  readonly area: string;
  readonly rate: Trend | null;
}

/** Practice's slope less comparator's. Differences of log rates are given as they are (-0.01 is about 1 % a quarter). */
export interface SlopeDifference {
  /** Slope of the difference series of log rates: shared shocks drop out. The primary form. */
  readonly logRates: Estimate | null;
  /** Two separate lines on log rates, Welch's degrees of freedom. */
  readonly welch: Estimate | null;
  /** 100 (e^b - 1) of `logRates`. */
  readonly percentPerQuarter: number | null;
  /** `logRates` with Newey and West's standard error at this lag, and the interaction of both areas' rows in one model. */
  readonly neweyWest: Estimate | null;
  readonly lag: number;
  readonly pooled: Estimate | null;
  /** Each area's own slope of log rates. */
  readonly practice: Estimate | null;
  readonly comparator: Estimate | null;
  /** The same on rates per 1,000 a quarter; `difference` is the slope of the difference series. */
  readonly rates: {
    readonly difference: Estimate;
    readonly welch: Estimate;
    readonly neweyWest: Estimate;
    readonly pooled: Estimate;
    readonly practice: Estimate;
    readonly comparator: Estimate;
  } | null;
}

/** Coefficients of a segmented model. `second...`: of a second intervention, counted on top of the first. */
interface SegmentTerms {
  readonly intercept: Estimate;
  readonly time: Estimate;
  readonly level: Estimate;
  readonly slope: Estimate;
  readonly secondLevel?: Estimate;
  readonly secondSlope?: Estimate;
}

export type Estimator = 'ols' | 'newey-west' | 'prais-winsten' | 'reml-ar1' | 'quasi-poisson';

export interface Diagnostics {
  readonly durbinWatson: { readonly statistic: number | null; readonly p: number | null };
  readonly ljungBox: TestResult | null;
  readonly breuschGodfrey: TestResult | null;
  readonly breuschPagan: TestResult | null;
  /** Whether the residuals may have come from one normal distribution: the test for short series, and the one for long ones. */
  readonly shapiroWilk: TestResult | null;
  readonly jarqueBera: (TestResult & { readonly skewness: number; readonly kurtosis: number }) | null;
  /** Whether powers of the fitted values explain what straight segments left over. */
  readonly reset: FTest | null;
  /** Of the residuals, at the first lags; `partial` is what the lag adds to the shorter ones. */
  readonly autocorrelations: readonly { readonly lag: number; readonly r: number; readonly partial: number }[];
  /** The quarter furthest from the fit when it is left out, and the one that moves the fit most. */
  readonly largestResidual: { readonly period: string; readonly studentised: number } | null;
  readonly mostInfluential: { readonly period: string; readonly cook: number } | null;
}

/**
 * Standard errors of the same coefficients that allow for more, by the name of the coefficient: unequal variances (HC0 to HC3) or
 * autocorrelation up to a lag (Newey and West, times n / (n - k)). Too small on short quarterly series: for sensitivity.
 */
export interface RobustErrors {
  readonly kind: 'HC0' | 'HC1' | 'HC2' | 'HC3' | 'newey-west';
  readonly lag: number | null;
  readonly se: Readonly<Record<string, number | null>>;
}

/** How well a model fits: the deviance (residual sum of squares of least squares), likelihood and Akaike's criterion. */
export interface ModelFit {
  readonly deviance: number;
  /** Share of the variance; null for counts. */
  readonly rSquared: number | null;
  readonly logLikelihood: number | null;
  readonly aic: number | null;
}

/** Interrupted series of one area. The outcome is admissions per 1,000 list size a quarter, or counts without list sizes. */
export interface Segmented {
  readonly area: string;
  readonly estimator: Estimator;
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
  readonly expected: Estimate | null;
  /** Admissions fewer than the counterfactual, over all quarters after. */
  readonly avoided: Estimate | null;
  /** `avoided` as a percentage of `expected`. */
  readonly avoidedPercent: number | null;
  readonly rho: number | null;
  /** rho was held at its bound: level and drift can hardly be told apart. */
  readonly rhoAtBound: boolean;
  readonly lag: number | null;
  readonly dispersion: Dispersion | null;
  readonly n: number;
  readonly df: number;
  readonly sigma: number | null;
  /** Of least squares and counts; null for the others. */
  readonly fit: ModelFit | null;
  /** Other standard errors of the terms: HC0 to HC3 of least squares, Newey and West's of counts; empty for the others. */
  readonly robustErrors: readonly RobustErrors[];
  /** Counts as fitted by `quasi-poisson`; null for the others (least squares stands in `series`). */
  readonly points: readonly { readonly period: string; readonly observed: number; readonly fitted: number }[] | null;
  readonly diagnostics: Diagnostics;
}

/** Terms of a controlled model: the practice's difference from its comparator. Log ratios are not exponentiated. */
export interface ControlledTerms {
  readonly intercept?: Estimate;
  readonly time?: Estimate;
  readonly level: Estimate;
  readonly slope?: Estimate;
  readonly secondLevel?: Estimate;
  readonly secondSlope?: Estimate;
}

export interface ControlledPoint {
  readonly period: string;
  readonly index: number;
  readonly observed: number;
  readonly fitted: number | null;
  /** Expected had the practice kept its course beside the comparator; 95 % interval. Null before the intervention. */
  readonly counterfactual: number | null;
  readonly lower: number | null;
  readonly upper: number | null;
}

export interface PrimaryModel {
  readonly model: 'conditional-quasi-binomial';
  readonly basis: 'rates' | 'counts';
  readonly terms: ControlledTerms & { readonly time: Estimate; readonly slope: Estimate };
  /** Quarters of the year against the first; null unless `--seasons quarters` put them into the model. */
  readonly seasonTerms: Readonly<Record<string, Estimate>> | null;
  /** Jumps and changes of slope together (Wald's F): whether the course changed at all. The verdict rests on it. */
  readonly joint: FTest | null;
  readonly dispersion: Dispersion;
  readonly n: number;
  readonly df: number;
  /** Ratio to the counterfactual in the last quarter. */
  readonly effectAtEnd: Estimate;
  readonly expected: number | null;
  readonly observed: number;
  readonly avoided: Estimate;
  readonly avoidedPercent: number | null;
  readonly deviance: number;
  /** Whether the practice's seasons differ from the comparator's: F test of three indicators. */
  readonly seasons: TestResult | null;
  readonly diagnostics: Pick<Diagnostics, 'durbinWatson' | 'ljungBox'> & {
    readonly largestResidual: { readonly period: string; readonly pearson: number } | null;
  };
  readonly points: readonly ControlledPoint[];
}

export interface Alternative {
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
  readonly rho: number | null;
  readonly dispersion: Dispersion | null;
  readonly df: number;
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
    readonly index: number;
    readonly value: number | null;
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
  readonly levelPercent: number | null;
  readonly slopePercentPerQuarter: number | null;
  readonly power: number;
  readonly alpha: number;
  readonly design: 'controlled' | 'single-area';
  readonly dispersion: number;
}

/** A condition of the evaluation. Its sentence is made from rule, outcome and slots at the edge. */
export interface Gate {
  readonly rule: string;
  readonly passed: boolean;
  readonly slots: Slots;
}

export interface SeriesPoint {
  readonly period: string;
  readonly index: number;
  readonly value: number | null;
  readonly fitted: number | null;
  readonly counterfactual: number | null;
  readonly lower: number | null;
  readonly upper: number | null;
}

interface FittedQuarter {
  readonly period: string;
  readonly index: number;
  /** From 1; a missing quarter keeps its place. */
  readonly time: number;
  /** Quarter of the NHS year, 1 to 4. */
  readonly season: number;
  readonly events: number;
  readonly people: number | null;
  readonly others: number;
  readonly otherPeople: number | null;
}

/** What a chart of one area draws: the outcome, the least-squares fit, the counterfactual and its 95 % interval. */
export interface EvaluateSeries {
  readonly area: string;
  readonly subject: 'practice' | 'comparator';
  readonly outcome: 'rate' | 'count';
  readonly points: readonly SeriesPoint[];
}

/** Where the practice's rate before stood among others, and what that does to the comparison. */
export interface RegressionToMean {
  /** Admissions per 1,000 list size a year over the quarters before. */
  readonly practiceRate: number;
  readonly comparatorRate: number;
  /** Practice's rate over the comparator's, in percent. */
  readonly percent: number;
  readonly peers: PeerBaseline | null;
}

/** The year before the change among peers. */
export interface PeerBaseline {
  readonly areas: number;
  /** Observed over expected at the rate of all. */
  readonly ratio: number;
  /** The same drawn towards the rest (empirical Bayes). */
  readonly shrunken: number;
  /** How alike the areas are, the larger the more; null where their rates differ by chance alone, and all shrink to 1. */
  readonly nu: number | null;
  readonly tau2: number;
  /** Rank of the practice's rate (1: highest) in each whole year before the change, the last first; ratios as above. */
  readonly years: readonly {
    readonly from: string;
    readonly to: string;
    readonly rank: number;
    readonly ratio: number;
    readonly shrunken: number;
  }[];
  readonly ratioOfRatios: Estimate | null;
  /** Allows for chance in the counts, not for years that differ: see `earlier`. */
  readonly shrunkenRatioOfRatios: Estimate | null;
  readonly earlier: EarlierYears | null;
}

/** All whole years before the change together, each area beside all the others. Null with fewer than two years or five areas. */
export interface EarlierYears {
  readonly years: number;
  readonly from: string;
  readonly to: string;
  /** The practice's rate over the others', mean of the years; the same drawn towards the other areas. */
  readonly ratio: number;
  readonly shrunken: number;
  /** Standard deviations of log rates beyond chance: of an area from year to year, and of areas about one another. */
  readonly yearToYear: number;
  readonly between: number;
  /** The last year before the change over the mean of the years before it. */
  readonly lastYear: Estimate;
  /** The last four quarters against all years before, and against those before the last one; intervals with `yearToYear`. */
  readonly ratioOfRatios: Estimate;
  readonly withoutLastYear: Estimate;
  readonly shrunkenRatioOfRatios: Estimate;
}

/** The primary model on the quarters before, as if the change had come in their middle. */
export interface PlaceboInTime {
  readonly intervention: string;
  readonly level: Estimate;
  readonly slope: Estimate;
  readonly effectAtEnd: Estimate;
  readonly avoided: Estimate;
  /** Difference in the last quarter that would be found with 80 % power: the smallest fall, and the smallest rise, in percent. */
  readonly detectable: { readonly percentChange: number; readonly percentIncrease: number | null } | null;
}

interface Without {
  readonly without: string;
  readonly estimate: number;
  readonly lower: number | null;
  readonly upper: number | null;
}

/** Effect in the last quarter (a ratio) with each peer left out of the comparator. */
export interface LeaveOneOut {
  readonly lowest: Without;
  readonly highest: Without;
  readonly rows: readonly Without[];
}

/** `evaluate`: did it really change, compared with there? Every number names its method; findings carry the words. */
export interface EvaluateResult {
  readonly design: EvaluateDesign;
  readonly detectable: Detectable | null;
  readonly trends: readonly AreaTrend[];
  readonly slopeDifference: SlopeDifference | null;
  readonly segmented: readonly Segmented[];
  /** Null without a comparator, an intervention, or three quarters on each side. */
  readonly controlled: Controlled | null;
  /** Null unless the data hold peers. */
  readonly placebo: Placebo | null;
  readonly placeboInTime: PlaceboInTime | null;
  readonly leaveOneOut: LeaveOneOut | null;
  readonly syntheticControl: SyntheticControl | null;
  readonly sensitivity: SpecificationCurve | null;
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
