import type { Estimate } from '../../statistics/estimate.ts';

export interface ExcludedPeer {
  readonly area: string;
  readonly reason: 'incomplete' | 'list-size';
}

/** What the primary model and the two years say of one area beside the rest. */
export interface PeerFit {
  readonly area: string;
  readonly level: number;
  readonly slope: number;
  readonly se: number;
  readonly dispersion: number | null;
  readonly effectAtEnd: number;
  /** `effectAtEnd` over its standard error; null where nothing scatters. */
  readonly studentisedEffect: number | null;
  readonly studentised: number;
  /** Slope of the log-ratio difference series over the quarters after, least squares; null where a count is 0. */
  readonly slopeAfter: number | null;
  /** Log ratio of ratios, last four quarters against the last four before, with its standard error at dispersion 1. */
  readonly logRatioOfRatios: number | null;
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
  readonly statistic: PlaceboStatistic;
  readonly observed: number;
  /** Share of areas, the practice included, whose statistic is at least as far from 0. Never below 1 / areas. */
  readonly p: number;
  /** The same where the practice is left out of its peers' comparators. */
  readonly pWithoutPractice: number | null;
  /** 1: furthest from 0. */
  readonly rank: number;
  /** The same counting only areas that fell as far: for a change that was to be a fall. */
  readonly lowerTail: { readonly p: number; readonly rank: number };
}

/** Placebo in space: every area is treated in turn against all the others pooled. */
export interface Placebo extends Omit<PlaceboTest, 'pWithoutPractice'> {
  readonly areas: number;
  readonly smallestPossibleP: number;
  readonly pWithoutPractice: number | null;
  /** All statistics; the first is the primary one. */
  readonly tests: readonly PlaceboTest[];
  /** The primary statistic among areas of half to twice the practice's list size; `tests`: every statistic. */
  readonly similarSize:
    | (Pick<PlaceboTest, 'p' | 'rank'> & {
        readonly areas: number;
        readonly smallestPossibleP: number;
        readonly tests: readonly Omit<PlaceboTest, 'pWithoutPractice'>[];
      })
    | null;
  readonly excluded: readonly ExcludedPeer[];
  /** The practice's ratio of ratios allowing for how much such ratios vary among peers. */
  readonly overdispersion: Overdispersion | null;
  readonly fits: readonly PeerFit[];
}

export interface Overdispersion {
  readonly phi: number;
  /** Variance between areas beyond chance, on the log scale. */
  readonly tau2: number;
  readonly winsorLimits: readonly [number, number];
  readonly ratioOfRatios: Estimate;
}

export interface SyntheticFit {
  /** Donors with weight, the heaviest first. */
  readonly weights: readonly { readonly area: string; readonly weight: number }[];
  /** Mean gap between the unit and its synthetic control over the periods after. */
  readonly att: number;
  readonly preRmspe: number;
  readonly postRmspe: number;
  /** postRmspe / preRmspe; null where the fit before is perfect, so that it means nothing. */
  readonly ratio: number | null;
  /** Smallest and largest gap over all weights that fit equally well, where these are not unique. */
  readonly attRange: { readonly lower: number; readonly upper: number } | null;
  /** Unit less synthetic control, one a period. */
  readonly gap: readonly number[];
}

export interface SyntheticPlacebo {
  readonly areas: number;
  /** Rank of the unit's ratio of errors after to before, 1 the largest; and its share. Null where the fit is perfect. */
  readonly rank: number | null;
  readonly p: number | null;
  /** Share of units whose mean gap is at least as far from 0. */
  readonly pGap: number;
  readonly smallestPossibleP: number;
}

/** Both forms side by side: `demeaned` allows a constant difference of level and is the default. */
export interface SyntheticControl {
  readonly donors: number;
  readonly donorChoice: 'all' | 'similar-size' | 'nearest-size';
  readonly before: number;
  readonly after: number;
  readonly demeaned: SyntheticFit;
  readonly plain: SyntheticFit;
  /** The unit's change of mean less that of all donors weighing the same. */
  readonly differenceInDifferences: number;
  readonly placebo: { readonly demeaned: SyntheticPlacebo | null; readonly plain: SyntheticPlacebo | null };
  /** Mean gap with each donor that has weight left out. */
  readonly leaveOneOut: readonly { readonly without: string; readonly att: number }[];
  /** Mean gap over the later half of the periods before, weights from the earlier half. */
  readonly placeboInTime: { readonly from: number; readonly att: number } | null;
}
