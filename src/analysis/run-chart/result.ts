import type { Frequency } from '../../data/period.ts';
import type { Direction } from '../../data/series.ts';
import type { Finding } from '../../finding.ts';
import type { ChartSignal } from '../chart/signal.ts';

export type RunRule = 'shift' | 'trend' | 'runs' | 'crossings' | 'longest-run';
export type RunRuleSetName = 'ihi-run' | 'anhoej';
export type RunsLimits = 'exact' | 'printed';

/**
 * One non-random signal. Its variation is `neither` also for a run that shows only where the series started: one that lies in the
 * frozen baseline or, where nothing is frozen, begins the series.
 */
export type RunSignal = ChartSignal<RunRule>;

export interface RunPoint {
  readonly period: string;
  /** Period index (see Period), so that a chart can place it. */
  readonly index: number;
  readonly value: number | null;
  readonly excluded: boolean;
  readonly provisional: boolean;
  readonly signals: readonly RunRule[];
}

export interface RunChartResult {
  readonly area: string;
  readonly measure: string;
  readonly unit: string;
  /** Values are `per` x measure / denominator; null where they are as measured. */
  readonly rate: { readonly per: number; readonly denominator: string } | null;
  readonly better: Direction;
  readonly frequency: Frequency;
  readonly step: number;
  readonly centre: {
    readonly kind: 'median';
    readonly value: number | null;
    readonly baseline: { readonly from: string; readonly to: string; readonly n: number } | null;
  };
  /** Points used: neither missing nor excluded. */
  readonly n: number;
  /** Points used that do not lie on the median. */
  readonly useful: number;
  readonly runs: {
    readonly count: number;
    /** Fewest and most runs without a signal; null where no limit exists. */
    readonly lower: number | null;
    readonly upper: number | null;
    readonly method: RunsLimits;
    /** The verdict under the other table of limits, where it differs; else null. */
    readonly otherVerdict: {
      readonly method: RunsLimits;
      readonly lower: number | null;
      readonly upper: number | null;
      readonly signal: boolean;
    } | null;
  };
  readonly longestRun: number;
  /** Longest run without a signal; null where the rule set does not ask. */
  readonly longestRunLimit: number | null;
  readonly crossings: number;
  /** Fewest crossings without a signal; null where the rule set does not ask. */
  readonly crossingsLimit: number | null;
  readonly points: readonly RunPoint[];
  readonly signals: readonly RunSignal[];
  readonly ruleSet: RunRuleSetName;
  /** Points beyond the limits of an individuals chart: not a run chart rule, offered for a look. */
  readonly worthALook: readonly {
    readonly period: string;
    readonly value: number;
    readonly lower: number;
    readonly upper: number;
  }[];
  readonly target: number | null;
  readonly annotations: readonly { readonly period: string; readonly index: number; readonly text: string }[];
  readonly intervention: { readonly period: string; readonly index: number } | null;
  /**
   * Percent of series of as many points in which nothing changed that would give at least one signal by chance; null where
   * it is not known: with a frozen median, with the printed limits, and for very short or long series.
   */
  readonly falseAlarmRate: number | null;
  readonly findings: readonly Finding[];
}
