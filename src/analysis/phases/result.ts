import type { Frequency } from '../../data/period.ts';
import type { Finding } from '../../finding.ts';
import type { Ordinal, PeriodIndex, Whole } from '../../quantities.ts';
import type { ChartName } from '../control-chart/result.ts';
import type { ControlRuleSetId } from '../control-chart/rule-sets.ts';

/** Points in a row on one side of the centre line of the phase so far. */
export interface PhaseRun {
  readonly from: string;
  readonly to: string;
  /** Side of the centre line of the phase so far. */
  readonly side: 'above' | 'below';
  readonly count: Ordinal;
}

/** A phase as it would be: its points, centre line, and limits at its last point. */
export interface ProposedPhase {
  readonly from: string;
  readonly to: string;
  readonly n: Whole;
  readonly centre: number | null;
  readonly lower: number | null;
  readonly upper: number | null;
}

/** A new phase that may be confirmed with `--phases`; never taken without. */
export interface PhaseCandidate {
  /** First period of the new phase: where in the run the level seems to have changed. */
  readonly from: string;
  readonly index: PeriodIndex;
  readonly run: PhaseRun;
  readonly before: ProposedPhase;
  readonly after: ProposedPhase;
  /** From centre to centre. */
  readonly change: number | null;
  readonly percentChange: number | null;
}

/**
 * Why a run became a candidate or did not. `contradicted`: behind it as many points in a row lie back towards the old level;
 * `starts-phase`: it is the phase's own beginning, which says where the series started and not that it changed.
 */
export type PhaseReason = 'lasting' | 'starts-phase' | 'too-few-before' | 'too-few-after' | 'contradicted';

export interface PhaseDecision {
  readonly run: PhaseRun;
  readonly proposed: boolean;
  readonly reason: PhaseReason;
  /** Points of the phase before the change of level, and from it on to the end. */
  readonly before: Whole;
  readonly after: Whole;
}

export interface PhaseProposals {
  readonly area: string;
  readonly measure: string;
  /** Unit of the values. */
  readonly unit: string;
  readonly rate: { readonly per: number; readonly denominator: string } | null;
  readonly frequency: Frequency;
  /** Distance of two points. */
  readonly step: Ordinal;
  /** The chart whose limits are given. */
  readonly chart: ChartName;
  readonly ruleSet: ControlRuleSetId;
  /** Points in a row that call for a look, points that a centre line is first made from, and the fewest in a phase. */
  readonly settings: {
    /** Points in a row that call for a look. */
    readonly runLength: Ordinal;
    /** Points that a centre line is first made from. */
    readonly baseline: Ordinal;
    /** Fewest points in a phase. */
    readonly fewest: Ordinal;
  };
  /** New phases that may be confirmed with --phases. */
  readonly candidates: readonly PhaseCandidate[];
  /** Every run that was looked at, in order. */
  readonly log: readonly PhaseDecision[];
  readonly findings: readonly Finding[];
}
