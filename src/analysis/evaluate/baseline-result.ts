import type { Ordinal, Whole } from '../../quantities.ts';
import type { Estimate } from '../../statistics/estimate.ts';

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
