import type { TiePolicy } from '../run-chart/rule-sets.ts';

/**
 * Which points of a pattern are marked: all of it; from the one at which the pattern is complete (`last`); or those that
 * lie beyond the rule's zone line (`beyond`).
 */
export type FlagPolicy = 'all' | 'last' | 'beyond';

/** What a rule looks at; a chart says which of these belong on it. */
export type RuleFamily = 'outside' | 'run' | 'trend' | 'zone' | 'moving-range';

export type ControlRuleName =
  | 'outside'
  | 'shift'
  | 'trend'
  | 'two-of-three'
  | 'three-of-four'
  | 'four-of-five'
  | 'hugging'
  | 'mixture'
  | 'alternating'
  | 'moving-range';

interface RuleBase {
  /** The rule's name in results and sentences. */
  readonly rule: ControlRuleName;
  readonly family: RuleFamily;
  readonly flag: FlagPolicy;
  /** Whether a pattern may begin in one phase and end in another, each point judged against its own limits. */
  readonly crosses: boolean;
}

/** A point strictly beyond a control limit. */
export interface OutsideRule extends RuleBase {
  readonly kind: 'outside';
}

/** So many points in a row on one side of the centre line. */
export interface ShiftRule extends RuleBase {
  readonly kind: 'run';
  readonly points: number;
  /** A point on the line ends a run: no control chart rule set that was found passes over it. */
  readonly onLine: 'breaks';
}

/** So many points in a row, each above (or each below) the one before. */
export interface TrendRule extends RuleBase {
  readonly kind: 'trend';
  readonly points: number;
  readonly ties: TiePolicy;
}

/** `count` of `of` points in a row strictly beyond `sigmas` on the same side. */
export interface ZoneRule extends RuleBase {
  readonly kind: 'zone';
  readonly count: number;
  readonly of: number;
  readonly sigmas: number;
  /** Where the points that need not lie beyond may lie. */
  readonly otherPoints: 'anywhere' | 'same-side';
  /** Whether a point beyond a control limit counts. */
  readonly beyondLimits: 'counts' | 'does-not-count';
}

/** So many points in a row within one sigma, on either side. */
export interface HuggingRule extends RuleBase {
  readonly kind: 'hugging';
  readonly points: number;
  readonly sigmas: number;
  /** Whether a point exactly on the line is within. */
  readonly onSigma: 'within' | 'beyond';
}

/** So many points in a row beyond one sigma, on either side. */
export interface MixtureRule extends RuleBase {
  readonly kind: 'mixture';
  readonly points: number;
  readonly sigmas: number;
}

/** So many points in a row that go up and down in turn. */
export interface AlternatingRule extends RuleBase {
  readonly kind: 'alternating';
  readonly points: number;
}

/** A moving range above so many times the mean moving range. */
export interface MovingRangeRule extends RuleBase {
  readonly kind: 'moving-range';
  readonly factor: number;
}

export type ControlRule =
  | OutsideRule
  | ShiftRule
  | TrendRule
  | ZoneRule
  | HuggingRule
  | MixtureRule
  | AlternatingRule
  | MovingRangeRule;
