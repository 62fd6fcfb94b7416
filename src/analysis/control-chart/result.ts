import type { Frequency } from '../../data/period.ts';
import type { Direction } from '../../data/series.ts';
import type { Finding } from '../../finding.ts';
import type { ChartSignal } from '../chart/signal.ts';

export type ChartName = 'i' | 'mr' | 'iprime' | 'c' | 'u' | 'uprime' | 'p' | 'pprime' | 'xbar' | 's' | 'g' | 't';

/** What a point or a chart as a whole says where a direction is better. `both`: one signal improves, another worsens. */
export type Variation = 'improvement' | 'concern' | 'neither' | 'both' | 'common';

export type ControlVariation = Exclude<Variation, 'both'> | 'insufficient';

export type Assurance = 'pass' | 'fail' | 'inconsistent' | 'none';

/** One special-cause signal, by the rule's id in its rule set. */
export type ControlSignal = ChartSignal;

export interface ControlPoint {
  readonly period: string;
  readonly index: number;
  readonly value: number | null;
  /** Denominator, or size of the subgroup; null where there is none. */
  readonly n: number | null;
  readonly centre: number | null;
  /** Limits as drawn; null where there is none (too few points, or a limit that the chart does not have). */
  readonly lower: number | null;
  readonly upper: number | null;
  readonly sigma: number | null;
  /** (value - centre) / sigma; null without a symmetric sigma. */
  readonly z: number | null;
  /** Which of `phases` it belongs to, from 0. */
  readonly phase: number;
  readonly excluded: boolean;
  readonly provisional: boolean;
  /** Every rule that flags the point; nothing is hidden by another rule. */
  readonly signals: readonly string[];
  readonly variation: Variation | null;
  /** The target at this point, which may change over time. */
  readonly target: number | null;
}

export interface Phase {
  readonly from: string;
  readonly to: string;
  readonly centre: number | null;
  /** Limits of the phase's last point. */
  readonly lower: number | null;
  readonly upper: number | null;
  /** Points that the centre and limits are made from. */
  readonly n: number;
  /** Last period that limits are made from, where they are frozen; else null. */
  readonly frozenAt: string | null;
  /** Variation between points over that which chance alone would give, on U' and P' charts; else null. */
  readonly sigmaZ: number | null;
  /** Large moving ranges left out of the limits. */
  readonly screenedOut: number;
}

/** What the verdict would be under another choice, the rest unchanged. */
export interface Alternative {
  /** `rule-set`, `screening`, `shift-length`, `runs-limits`, `chart`, ... */
  readonly choice: string;
  readonly value: string;
  readonly variation: ControlVariation;
  readonly signals: number;
  readonly changes: boolean;
}

/** Why a chart was chosen, and the sigma-z that spoke for it (of the plain chart of counts, rates or shares). */
export interface ChosenChart {
  readonly reason:
    | 'subgroups'
    | 'measure'
    | 'measure-rate'
    | 'large-counts'
    | 'large-counts-rate'
    | 'dispersion-allows'
    | 'dispersion-differs';
  readonly sigmaZ: number | null;
  readonly meanCount: number | null;
}

export interface ControlChartResult {
  readonly area: string;
  readonly measure: string;
  readonly unit: string;
  readonly rate: { readonly per: number; readonly denominator: string } | null;
  readonly better: Direction;
  readonly frequency: Frequency;
  readonly step: number;
  readonly chart: ChartName;
  /** Set where the chart was left to us. */
  readonly chosen: ChosenChart | null;
  readonly ruleSet: string;
  /** `too-few` points for limits, or `no-variation`: every value is the same. Neither has signals. */
  readonly state: 'judged' | 'too-few' | 'no-variation';
  /** Constants used, by name: `{"E2": 2.66}` or `{"3/d2": 2.65957}`, `{"D4": 3.267}`. */
  readonly constants: Readonly<Record<string, number>>;
  readonly screened: boolean;
  /** On C, U, P, U' and P' charts, of the last phase: how much points vary over what chance alone would give. */
  readonly sigmaZ: number | null;
  readonly phases: readonly Phase[];
  readonly points: readonly ControlPoint[];
  readonly signals: readonly ControlSignal[];
  readonly variation: ControlVariation;
  readonly assurance: Assurance;
  readonly annotations: readonly { readonly period: string; readonly index: number; readonly text: string }[];
  readonly intervention: { readonly period: string; readonly index: number } | null;
  readonly alternatives: readonly Alternative[];
  /** Percent of stable series of this length with at least one signal, with its Monte Carlo standard error. */
  readonly falseAlarmRate: { readonly percent: number; readonly se: number; readonly n: number } | null;
  readonly findings: readonly Finding[];
}
