import type { Frequency } from '../../data/period.ts';
import type { Direction } from '../../data/series.ts';
import type { Finding } from '../../finding.ts';
import type { Ordinal, PeriodIndex, Whole } from '../../quantities.ts';
import type { BarePoint } from '../chart/points.ts';
import type { ChartSignal } from '../chart/signal.ts';
import type { RunsLimits } from './limits.ts';
import type { RunRuleSetId } from './rule-sets.ts';
import type { RunRuleId } from './rules.ts';

export type { RunRuleId, RunRuleSetId, RunsLimits };

/**
 * One non-random signal. Its variation is `neither` also for a run that shows only where the series started: one that lies in the
 * frozen baseline or, where nothing is frozen, begins the series.
 */
export type RunSignal = ChartSignal<RunRuleId>;

export interface RunPoint extends BarePoint {
  /** Rules whose signal holds this point. */
  readonly signals: readonly RunRuleId[];
}

export interface RunChartResult {
  readonly area: string;
  readonly measure: string;
  /** Unit of the values: count, GBP, people, days, number, or rate. */
  readonly unit: string;
  /** Values are `per` x measure / denominator; null where they are as measured. */
  readonly rate: { readonly per: number; readonly denominator: string } | null;
  readonly better: Direction;
  readonly frequency: Frequency;
  /** Distance of two points: 7 for weeks given by day, else 1. */
  readonly step: Ordinal;
  readonly centre: {
    readonly kind: 'median';
    /** The median, in the unit of the values. */
    readonly value: number | null;
    /** The stretch on which the median is frozen; null: all points used. */
    readonly baseline: { readonly from: string; readonly to: string; readonly n: Ordinal } | null;
  };
  /** Points used: neither missing nor excluded. */
  readonly n: Whole;
  /** Points used that do not lie on the median. */
  readonly useful: Whole;
  readonly runs: {
    /** Runs about the median. */
    readonly count: Whole;
    /** Fewest and most runs without a signal; null where no limit exists. */
    readonly lower: Whole | null;
    /** Most runs without a signal; null: no limit. */
    readonly upper: Whole | null;
    /** Where the limits are from. */
    readonly method: RunsLimits;
    /** The verdict under the other table of limits, where it differs; else null. */
    readonly otherVerdict: {
      readonly method: RunsLimits;
      readonly lower: Whole | null;
      readonly upper: Whole | null;
      /** Whether they call it a signal. */
      readonly signal: boolean;
    } | null;
  };
  /** Useful points in the longest run. */
  readonly longestRun: Whole;
  /** Longest run without a signal; null where the rule set does not ask. */
  readonly longestRunLimit: Whole | null;
  /** Times that the line crosses the median. */
  readonly crossings: Whole;
  /** Fewest crossings without a signal; null where the rule set does not ask. */
  readonly crossingsLimit: Whole | null;
  /** Every period, missing ones too. */
  readonly points: readonly RunPoint[];
  readonly signals: readonly RunSignal[];
  readonly ruleSet: RunRuleSetId;
  /** Points beyond the limits of an individuals chart: not a run chart rule, offered for a look. */
  readonly worthALook: readonly {
    readonly period: string;
    readonly value: number;
    /** Lower limit of an individuals chart. */
    readonly lower: number;
    /** Upper limit of an individuals chart. */
    readonly upper: number;
  }[];
  /** The target line. */
  readonly target: number | null;
  readonly annotations: readonly { readonly period: string; readonly index: PeriodIndex; readonly text: string }[];
  readonly intervention: { readonly period: string; readonly index: PeriodIndex } | null;
  /**
   * Percent of series of as many points in which nothing changed that would give at least one signal by chance; null where
   * it is not known: with a frozen median, with the printed limits, and for very short or long series.
   * @minimum 0
   * @maximum 100
   */
  readonly falseAlarmRate: number | null;
  readonly findings: readonly Finding[];
}
