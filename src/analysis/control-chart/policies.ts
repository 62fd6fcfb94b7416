import type { ControlRule, ControlRuleId } from './rules.ts';

/** The factor from mean moving range to limits, by the name under which a result states it, and the factor of screening. */
export interface LimitConstants {
  readonly name: 'E2' | '3/d2';
  readonly value: number;
  readonly d4: number;
}

/** How large moving ranges are left out of limits. */
export interface ScreeningPolicy {
  readonly byDefault: boolean;
  /** Whether a moving range of exactly D4 times the mean stays. */
  readonly onLimit: 'stays' | 'goes';
  /** Whether the value that ends a moving range left out goes from the mean too. */
  readonly value: 'stays' | 'goes';
}

/**
 * How a point that both improves and worsens is coloured. `both`: as such; `improvement`; else by the first rule of
 * `order` that marks it.
 */
type ConflictPolicy = 'both' | 'improvement' | { readonly order: readonly ControlRuleId[] };

/** Versions of the limits of a G chart: see `docs/rules.md`. */
export const GEOMETRIC_LIMITS = ['median', 'no-lower', 'quantiles'] as const;
export type GeometricLimits = (typeof GEOMETRIC_LIMITS)[number];

/** A set of control chart rules with its policies. */
export interface ControlRuleSetPolicies {
  readonly rules: readonly ControlRule[];
  /** Lengths that a user may choose, by rule; empty where the set fixes them. */
  readonly lengths: { readonly shift: readonly number[]; readonly trend: readonly number[] };
  readonly constants: LimitConstants;
  readonly screening: ScreeningPolicy;
  /** Points of a chart, and of a phase, below which nothing is judged and no limits are drawn. */
  readonly minimum: { readonly chart: number; readonly phase: number };
  /** Points below which limits are called trial limits. */
  readonly firm: number;
  readonly conflict: ConflictPolicy;
  /** The chart's variation: that of its last point, or of the signal that ends last in its last phase. */
  readonly verdict: 'last-point' | 'latest-signal';
  /** Whether a target exactly on a limit counts as beyond it. */
  readonly targetOnLimit: 'counts' | 'does-not-count';
  /** What holds where a baseline is frozen and phases are given. */
  readonly freezeWithPhases: 'freeze-alone' | 'in-its-phase';
  /** On charts without symmetric sigma zone rules are left out, or the whole set is refused. */
  readonly withoutZones: 'left-out' | 'refused';
  readonly geometric: GeometricLimits;
  /** Whether a T chart whose lower limit would be below zero has the limit 0 or none. */
  readonly timeBetweenLower: 'zero' | 'none';
}
