import type { Series } from '../../data/series.ts';
import type { Finding } from '../../finding.ts';

export type SeasonalMethod = 'ratio' | 'additive';

/** One quarter or month of the year; `factor` is what it is multiplied by (ratio) or raised by (additive) as a rule. */
interface Season {
  /** `Q1` to `Q4` of the NHS year, or the month's number, `01` to `12`. */
  readonly name: string;
  readonly factor: number;
}

export interface SeasonalPoint {
  readonly period: string;
  readonly index: number;
  /** As measured; a rate where the series has a denominator. */
  readonly value: number | null;
  readonly adjusted: number | null;
  /** Against the same quarter or month of the year before. */
  readonly change: number | null;
  readonly percentChange: number | null;
}

/** A series beside itself without its yearly cycle. */
export interface SeasonalView {
  readonly area: string;
  readonly measure: string;
  readonly unit: string;
  readonly rate: { readonly per: number; readonly denominator: string } | null;
  readonly method: SeasonalMethod;
  /** Points to a year. */
  readonly perYear: 4 | 12;
  /** Whole years that the series spans. */
  readonly years: number;
  readonly seasons: readonly Season[];
  readonly points: readonly SeasonalPoint[];
  /** Height of the cycle over its middle, in standard deviations of what is left; null where nothing is left. */
  readonly cycle: number | null;
  /** F for the difference between seasons (analysis of variance of the points against the trend); null without anything left. */
  readonly test: { readonly f: number; readonly df1: number; readonly df2: number } | null;
  /** The adjusted series, to be charted like any other. */
  readonly adjusted: Series;
  readonly findings: readonly Finding[];
}
