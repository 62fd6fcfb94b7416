import type { Frequency } from '../../data/period.ts';
import type { Direction } from '../../data/series.ts';
import type { Finding } from '../../finding.ts';
import type { Ordinal, PeriodIndex, Whole } from '../../quantities.ts';
import type { ChartSignal } from '../chart/signal.ts';
import type { ControlRuleSetId } from './rule-sets.ts';
import type { ControlRuleId } from './rules.ts';
import type { Assurance, ChartName, ChartReason, ControlVariation, Variation } from './terms.ts';

export type * from './terms.ts';

/** One special-cause signal, by the rule's id in its rule set. */
export type ControlSignal = ChartSignal<ControlRuleId>;

export interface ControlPoint {
  /** 2013/14 Q1, 2013-04, 2013-04-01, the place in event order, or its label. */
  readonly period: string;
  readonly index: PeriodIndex;
  /** Null: missing, a gap. */
  readonly value: number | null;
  /** Denominator, or size of the subgroup; null where there is none. */
  readonly n: number | null;
  readonly centre: number | null;
  /** Limits as drawn; null where there is none (too few points, or a limit that the chart does not have). */
  readonly lower: number | null;
  /** Upper limit; null where there is none. */
  readonly upper: number | null;
  /** One sigma; null where the limits do not lie evenly about the centre. */
  readonly sigma: number | null;
  /** (value - centre) / sigma; null without a symmetric sigma. */
  readonly z: number | null;
  /** Which of `phases` it belongs to, from 0. */
  readonly phase: Whole;
  /** Left out of limits and rules. */
  readonly excluded: boolean;
  /** Marked as provisional in the data. */
  readonly provisional: boolean;
  /** Every rule that flags the point; nothing is hidden by another rule. */
  readonly signals: readonly ControlRuleId[];
  /** What the point says; null: not judged. */
  readonly variation: Variation | null;
  /** The target at this point, which may change over time. */
  readonly target: number | null;
}

export interface Phase {
  readonly from: string;
  readonly to: string;
  /** Centre line of the last point. */
  readonly centre: number | null;
  /** Limits of the phase's last point. */
  readonly lower: number | null;
  readonly upper: number | null;
  /** Points that the centre and limits are made from. */
  readonly n: Whole;
  /** Last period that limits are made from, where they are frozen; else null. */
  readonly frozenAt: string | null;
  /** Variation between points over that which chance alone would give, on U' and P' charts; else null. */
  readonly sigmaZ: number | null;
  /** Large moving ranges left out of the limits. */
  readonly screenedOut: Whole;
}

/** What the verdict would be under another choice, the rest unchanged. */
export interface ControlAlternative {
  readonly choice: 'rule-set' | 'screening' | 'shift-length' | 'chart' | 'g-limits';
  readonly value: string;
  readonly variation: ControlVariation;
  readonly signals: Whole;
  /** Whether the verdict is another. */
  readonly changes: boolean;
}

/** Why a chart was chosen, and the sigma-z that spoke for it (of the plain chart of counts, rates or shares). */
export interface ChosenChart {
  readonly reason: ChartReason;
  /** Sigma-z of the plain chart of counts, rates or shares. */
  readonly sigmaZ: number | null;
  readonly meanCount: number | null;
}

export interface ControlChartResult {
  readonly area: string;
  readonly measure: string;
  /** Unit of the values: count, GBP, people, days, number, or rate. */
  readonly unit: string;
  /** Values are per x measure / denominator; null: as measured. */
  readonly rate: { readonly per: number; readonly denominator: string } | null;
  readonly better: Direction;
  readonly frequency: Frequency;
  /** Distance of two points: 7 for weeks given by day, else 1. */
  readonly step: Ordinal;
  readonly chart: ChartName;
  /** Why this chart, where the choice was left to us; null: it was named. */
  readonly chosen: ChosenChart | null;
  readonly ruleSet: ControlRuleSetId;
  /** `too-few` points for limits, or `no-variation`: every value is the same. Neither has signals. */
  readonly state: 'judged' | 'too-few' | 'no-variation';
  /** Constants used, by name: `{"E2": 2.66}` or `{"3/d2": 2.65957}`, `{"D4": 3.267}`. */
  readonly constants: Readonly<Record<string, number>>;
  /** Large moving ranges are left out of the limits. */
  readonly screened: boolean;
  /** On C, U, P, U' and P' charts, of the last phase: how much points vary over what chance alone would give. */
  readonly sigmaZ: number | null;
  /** Stretches with limits of their own. */
  readonly phases: readonly Phase[];
  /** Every period, missing ones too. */
  readonly points: readonly ControlPoint[];
  readonly signals: readonly ControlSignal[];
  readonly variation: ControlVariation;
  /** The target against the latest limits; none: not judged. */
  readonly assurance: Assurance;
  readonly annotations: readonly { readonly period: string; readonly index: PeriodIndex; readonly text: string }[];
  readonly intervention: { readonly period: string; readonly index: PeriodIndex } | null;
  /** The verdict under other choices, one changed at a time. */
  readonly alternatives: readonly ControlAlternative[];
  /** Of stable series of this length those with at least one signal, with its Monte Carlo standard error; null: not known. */
  readonly falseAlarmRate: {
    /**
     * Percent of stable series with a signal.
     * @minimum 0
     * @maximum 100
     */
    readonly percent: number;
    readonly se: number;
    readonly n: Whole;
  } | null;
  readonly findings: readonly Finding[];
}
