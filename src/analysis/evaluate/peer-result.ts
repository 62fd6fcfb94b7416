import type { Ordinal, Share, Whole } from '../../quantities.ts';
import type { Estimate } from '../../statistics/estimate.ts';

export interface ExcludedPeer {
  readonly area: string;
  /** incomplete: lacks quarters. list-size: of another size. */
  readonly reason: 'incomplete' | 'list-size';
}

/** What the primary model and the two years say of one area beside the rest. */
export interface PeerFit {
  /** The area, treated as the practice. */
  readonly area: string;
  /** Jump, log ratio. */
  readonly level: number;
  /** Change of slope, log ratio a quarter. */
  readonly slope: number;
  /** Its standard error. */
  readonly se: number;
  readonly dispersion: number | null;
  /** Log ratio in the last quarter. */
  readonly effectAtEnd: number;
  /** `effectAtEnd` over its standard error; null where nothing scatters. */
  readonly studentisedEffect: number | null;
  /** slope / se. */
  readonly studentised: number;
  /** Slope of the log-ratio difference series over the quarters after, least squares; null where a count is 0. */
  readonly slopeAfter: number | null;
  /** Log ratio of ratios, last four quarters against the last four before, with its standard error at dispersion 1. */
  readonly logRatioOfRatios: number | null;
  /** Its standard error at dispersion 1. */
  readonly ratioError: number | null;
}

export type PlaceboStatistic =
  | 'studentised-slope'
  | 'slope'
  | 'effect-at-end'
  | 'ratio-of-ratios'
  | 'slope-after'
  | 'studentised-effect';

/** How unusual the practice is among its peers by one statistic. */
export interface PlaceboTest {
  /** What of each area is ranked. */
  readonly statistic: PlaceboStatistic;
  readonly observed: number;
  /** Share of areas, the practice included, whose statistic is at least as far from 0. Never below 1 / areas. */
  readonly p: Share;
  /** The same where the practice is left out of its peers' comparators; null: too few peers. */
  readonly pWithoutPractice: Share | null;
  /** 1: furthest from 0. */
  readonly rank: Ordinal;
  /** The same counting only areas that fell as far: for a change that was to be a fall. */
  readonly lowerTail: {
    /** Share that fell at least as far. */
    readonly p: Share;
    /** 1: fell furthest. */
    readonly rank: Ordinal;
  };
}

/** Placebo in space: every area is treated in turn against all the others pooled. */
export interface Placebo extends Omit<PlaceboTest, 'pWithoutPractice'> {
  /** Areas ranked, the practice included. */
  readonly areas: Whole;
  /** 1 / areas: no P can be smaller. */
  readonly smallestPossibleP: number;
  /** Null: too few peers. */
  readonly pWithoutPractice: Share | null;
  /** All statistics; the first is the primary one. */
  readonly tests: readonly PlaceboTest[];
  /** The primary statistic among areas of half to twice the practice's list size, and in `tests` every one; null: too few. */
  readonly similarSize:
    | (Pick<PlaceboTest, 'p' | 'rank'> & {
        readonly areas: Whole;
        /** 1 / areas: no P can be smaller. */
        readonly smallestPossibleP: number;
        /** By every statistic, the primary one first. */
        readonly tests: readonly Omit<PlaceboTest, 'pWithoutPractice'>[];
      })
    | null;
  readonly excluded: readonly ExcludedPeer[];
  /** The practice's ratio of ratios allowing for how much such ratios vary among peers; null: too few areas. */
  readonly overdispersion: Overdispersion | null;
  /** One for each area. */
  readonly fits: readonly PeerFit[];
}

export interface Overdispersion {
  /** Variance of the areas' z over that of chance. */
  readonly phi: number;
  /** Variance between areas beyond chance, on the log scale. */
  readonly tau2: number;
  readonly winsorLimits: readonly [number, number];
  /** The practice's, allowing for that. */
  readonly ratioOfRatios: Estimate;
}

export interface SyntheticFit {
  /** Donors with weight, the heaviest first. */
  readonly weights: readonly {
    readonly area: string;
    /** 0 to 1. */
    readonly weight: number;
  }[];
  /** Mean gap between the unit and its synthetic control over the periods after. */
  readonly att: number;
  /** Root mean squared gap before. */
  readonly preRmspe: number;
  readonly postRmspe: number;
  /** postRmspe / preRmspe; null where the fit before is perfect, so that it means nothing. */
  readonly ratio: number | null;
  /** Smallest and largest mean gap over all weights that fit equally well; null: these are unique. */
  readonly attRange: { readonly lower: number; readonly upper: number } | null;
  /** Unit less synthetic control, one a period. */
  readonly gap: readonly number[];
}

export interface SyntheticPlacebo {
  /** Areas ranked. */
  readonly areas: Whole;
  /** Rank of the unit's ratio of errors after to before, 1 the largest; and its share. Null where the fit is perfect. */
  readonly rank: Whole | null;
  /** Null: the fit is perfect. */
  readonly p: Share | null;
  /** Share of units whose mean gap is at least as far from 0. */
  readonly pGap: Share;
  /** 1 / areas: no P can be smaller. */
  readonly smallestPossibleP: number;
}

/** Both forms side by side: `demeaned` allows a constant difference of level and is the default. */
export interface SyntheticControl {
  readonly donors: Whole;
  /**
   * Which they are: all peers, those of half to twice the list size, or, of more than 400, the 400 nearest in size.
   */
  readonly donorChoice: 'all' | 'similar-size' | 'nearest-size';
  readonly before: Whole;
  readonly after: Whole;
  /** Levels may differ: the default. */
  readonly demeaned: SyntheticFit;
  /** Levels must match. */
  readonly plain: SyntheticFit;
  /** The unit's change of mean less that of all donors weighing the same. */
  readonly differenceInDifferences: number;
  readonly placebo: {
    /** Null: too few donors. */
    readonly demeaned: SyntheticPlacebo | null;
    /** Null: too few donors. */
    readonly plain: SyntheticPlacebo | null;
  };
  /** Mean gap with each donor that has weight left out. */
  readonly leaveOneOut: readonly { readonly without: string; readonly att: number }[];
  /** Mean gap over the later half of the periods before, weights from the earlier half; null: too few. */
  readonly placeboInTime: {
    /** First quarter of the later half, counted from 0. */
    readonly from: Whole;
    readonly att: number;
  } | null;
}

/** The primary model on the quarters before, as if the change had come in their middle. */
export interface PlaceboInTime {
  /** The date pretended. */
  readonly intervention: string;
  /** Jump, log ratio. */
  readonly level: Estimate;
  /** Change of slope, log ratio. */
  readonly slope: Estimate;
  /** Ratio in the last quarter before the change. */
  readonly effectAtEnd: Estimate;
  /** Events. */
  readonly avoided: Estimate;
  /** Difference in the last quarter that would be found with 80 % power; null: cannot be computed. */
  readonly detectable: {
    /** Smallest fall, below 0, %. */
    readonly percentChange: number;
    /** Smallest rise, %; null: without bound. */
    readonly percentIncrease: number | null;
  } | null;
}

interface Without {
  readonly without: string;
  /** Ratio to the counterfactual in the last quarter. */
  readonly estimate: number;
  /** Lower limit, 95%. */
  readonly lower: number | null;
  readonly upper: number | null;
}

/** Effect in the last quarter (a ratio) with each peer left out of the comparator. */
export interface LeaveOneOut {
  readonly lowest: Without;
  readonly highest: Without;
  readonly rows: readonly Without[];
}

/** Where the practice's rate before stood among others, and what that does to the comparison. */
export interface RegressionToMean {
  /** Admissions per 1,000 list size a year over the quarters before. */
  readonly practiceRate: number;
  readonly comparatorRate: number;
  /** Practice's rate over the comparator's, in percent. */
  readonly percent: number;
  /** The year before the change among peers; null: none. */
  readonly peers: PeerBaseline | null;
}

/** The year before the change among peers. */
export interface PeerBaseline {
  /** Areas, the practice included. */
  readonly areas: Whole;
  /** Observed over expected at the rate of all. */
  readonly ratio: number;
  /** The same drawn towards the rest (empirical Bayes). */
  readonly shrunken: number;
  /** How alike the areas are, the larger the more; null where their rates differ by chance alone, and all shrink to 1. */
  readonly nu: number | null;
  /** Variance between areas. */
  readonly tau2: number;
  /** Rank of the practice's rate (1: highest) in each whole year before the change, the last first; ratios as above. */
  readonly years: readonly {
    readonly from: string;
    readonly to: string;
    /** 1 is the highest rate. */
    readonly rank: Ordinal;
    /** Observed over expected at the rate of all. */
    readonly ratio: number;
    /** The same drawn towards the rest. */
    readonly shrunken: number;
  }[];
  /** A year after against the year before; null: not held. */
  readonly ratioOfRatios: Estimate | null;
  /** Allows for chance in the counts, not for years that differ: see `earlier`. */
  readonly shrunkenRatioOfRatios: Estimate | null;
  /** From all years before instead of the last one; null: fewer than two years, or five areas. */
  readonly earlier: EarlierYears | null;
}

/** All whole years before the change together, each area beside all the others. Null with fewer than two years or five areas. */
export interface EarlierYears {
  /** Whole years before the change. */
  readonly years: Whole;
  readonly from: string;
  readonly to: string;
  /** The practice's rate over the others', mean of the years; the same drawn towards the other areas. */
  readonly ratio: number;
  /** The same drawn towards the other areas. */
  readonly shrunken: number;
  /** Standard deviations of log rates beyond chance: of an area from year to year, and of areas about one another. */
  readonly yearToYear: number;
  /** The same of areas about one another. */
  readonly between: number;
  /** The last year before the change over the mean of the years before it. */
  readonly lastYear: Estimate;
  /** The last four quarters against all years before, and against those before the last one; intervals with `yearToYear`. */
  readonly ratioOfRatios: Estimate;
  /** The same against the years before the last one. */
  readonly withoutLastYear: Estimate;
  /** The same from `shrunken`. */
  readonly shrunkenRatioOfRatios: Estimate;
}
