import { usageError } from '../../errors.ts';
import { RUN_RULE_SETS, type TiePolicy } from '../run-rule-sets.ts';

/**
 * Which points of a pattern are marked: all of it; from the one at which the pattern is complete (`last`); or those that
 * lie beyond the rule's zone line (`beyond`).
 */
export type FlagPolicy = 'all' | 'last' | 'beyond';

/** What a rule looks at; a chart says which of these belong on it. */
export type RuleFamily = 'outside' | 'run' | 'trend' | 'zone' | 'moving-range';

interface RuleBase {
  /** The rule's name in results and sentences. */
  readonly rule: string;
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
export interface RunRule extends RuleBase {
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
  | RunRule
  | TrendRule
  | ZoneRule
  | HuggingRule
  | MixtureRule
  | AlternatingRule
  | MovingRangeRule;

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
export type ConflictPolicy = 'both' | 'improvement' | { readonly order: readonly string[] };

/** Versions of the limits of a G chart: see `docs/rules.md`. */
export const GEOMETRIC_LIMITS = ['median', 'no-lower', 'quantiles'] as const;
export type GeometricLimits = (typeof GEOMETRIC_LIMITS)[number];

/** A named set of control chart rules with its policies. A new set is an entry of `CONTROL_RULE_SETS` and its tests. */
export interface ControlRuleSet {
  readonly name: string;
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
  readonly source: RuleSetSource;
}

/** Where a rule set is defined, by the key of the reference, and against what it was checked. */
export interface RuleSetSource {
  readonly reference: string;
  readonly checked: 'author-code' | 'acceptance-data' | 'secondary';
}

const outside = (): OutsideRule => ({
  rule: 'outside',
  kind: 'outside',
  family: 'outside',
  flag: 'all',
  crosses: false,
});

const shift = (points: number, policy: Pick<RunRule, 'flag' | 'crosses'>): RunRule => ({
  rule: 'shift',
  kind: 'run',
  family: 'run',
  points,
  onLine: 'breaks',
  ...policy,
});

const trend = (points: number, policy: Pick<TrendRule, 'flag' | 'crosses' | 'ties'>): TrendRule => ({
  rule: 'trend',
  kind: 'trend',
  family: 'trend',
  points,
  ...policy,
});

type Share = readonly [count: number, of: number, sigmas: number];

const zone = (
  rule: string,
  [count, of, sigmas]: Share,
  policy: Pick<ZoneRule, 'flag' | 'crosses' | 'otherPoints' | 'beyondLimits'>,
): ZoneRule => ({ rule, kind: 'zone', family: 'zone', count, of, sigmas, ...policy });

const TWO_OF_THREE: Share = [2, 3, 2];

const ROUNDED: LimitConstants = { name: 'E2', value: 2.66, d4: 3.267 };
const BY_D2: LimitConstants = { name: '3/d2', value: 3 / 1.128, d4: 3.267 };
const UNSCREENED: ScreeningPolicy = { byDefault: false, onLimit: 'goes', value: 'stays' };

/** What the sets share that say nothing of it themselves: our choices, stated with each result. */
const OURS = {
  lengths: { shift: [], trend: [] },
  constants: BY_D2,
  screening: UNSCREENED,
  minimum: { chart: 2, phase: 2 },
  firm: 20,
  conflict: 'both',
  verdict: 'latest-signal',
  targetOnLimit: 'counts',
  freezeWithPhases: 'in-its-phase',
  withoutZones: 'refused',
  geometric: 'median',
  timeBetweenLower: 'zero',
} as const;

export const CONTROL_RULE_SETS: Readonly<Record<string, ControlRuleSet>> = {
  'ihi-control': {
    ...OURS,
    name: 'ihi-control',
    rules: [
      outside(),
      shift(8, { flag: 'all', crosses: false }),
      trend(6, { flag: 'all', crosses: false, ties: 'one-counts' }),
      zone('two-of-three', TWO_OF_THREE, {
        flag: 'beyond',
        crosses: false,
        otherPoints: 'anywhere',
        beyondLimits: 'counts',
      }),
      {
        rule: 'hugging',
        kind: 'hugging',
        family: 'zone',
        flag: 'all',
        crosses: false,
        points: 15,
        sigmas: 1,
        onSigma: 'beyond',
      },
    ],
    withoutZones: 'left-out',
    source: { reference: 'lloyd', checked: 'secondary' },
  },
  'mdc-excel-v5': {
    ...OURS,
    name: 'mdc-excel-v5',
    rules: [
      outside(),
      shift(6, { flag: 'all', crosses: true }),
      trend(6, { flag: 'all', crosses: true, ties: 'breaks' }),
      zone('two-of-three', TWO_OF_THREE, {
        flag: 'beyond',
        crosses: true,
        otherPoints: 'same-side',
        beyondLimits: 'does-not-count',
      }),
    ],
    lengths: { shift: [6, 7], trend: [6, 7] },
    constants: ROUNDED,
    minimum: { chart: 13, phase: 2 },
    firm: 13,
    conflict: 'improvement',
    verdict: 'last-point',
    freezeWithPhases: 'freeze-alone',
    source: { reference: 'mdc-excel', checked: 'acceptance-data' },
  },
  'mdc-sql-2.6a': {
    ...OURS,
    name: 'mdc-sql-2.6a',
    rules: [
      outside(),
      shift(6, { flag: 'all', crosses: false }),
      trend(6, { flag: 'all', crosses: true, ties: 'breaks' }),
      zone('two-of-three', TWO_OF_THREE, {
        flag: 'beyond',
        crosses: false,
        otherPoints: 'same-side',
        beyondLimits: 'counts',
      }),
    ],
    lengths: { shift: [6, 7, 8], trend: [6, 7, 8] },
    constants: ROUNDED,
    screening: { byDefault: false, onLimit: 'stays', value: 'goes' },
    minimum: { chart: 13, phase: 12 },
    firm: 13,
    conflict: { order: ['trend', 'shift', 'two-of-three', 'outside'] },
    verdict: 'last-point',
    withoutZones: 'left-out',
    geometric: 'no-lower',
    timeBetweenLower: 'none',
    source: { reference: 'mdc-sql', checked: 'author-code' },
  },
  nhsr: {
    ...OURS,
    name: 'nhsr',
    rules: [
      outside(),
      shift(7, { flag: 'all', crosses: false }),
      trend(7, { flag: 'all', crosses: false, ties: 'breaks' }),
      zone('two-of-three', TWO_OF_THREE, {
        flag: 'beyond',
        crosses: false,
        otherPoints: 'same-side',
        beyondLimits: 'does-not-count',
      }),
    ],
    constants: ROUNDED,
    screening: { byDefault: true, onLimit: 'goes', value: 'stays' },
    firm: 13,
    conflict: { order: ['outside', 'trend', 'two-of-three', 'shift'] },
    verdict: 'last-point',
    targetOnLimit: 'does-not-count',
    source: { reference: 'nhsr', checked: 'author-code' },
  },
  'western-electric': {
    ...OURS,
    name: 'western-electric',
    rules: [
      outside(),
      zone('two-of-three', TWO_OF_THREE, {
        flag: 'last',
        crosses: false,
        otherPoints: 'anywhere',
        beyondLimits: 'counts',
      }),
      zone('four-of-five', [4, 5, 1], {
        flag: 'last',
        crosses: false,
        otherPoints: 'anywhere',
        beyondLimits: 'counts',
      }),
      shift(8, { flag: 'last', crosses: false }),
    ],
    source: { reference: 'western-electric', checked: 'secondary' },
  },
  nelson: {
    ...OURS,
    name: 'nelson',
    rules: [
      outside(),
      shift(9, { flag: 'last', crosses: false }),
      trend(6, { flag: 'last', crosses: false, ties: 'breaks' }),
      { rule: 'alternating', kind: 'alternating', family: 'trend', flag: 'last', crosses: false, points: 14 },
      zone('two-of-three', TWO_OF_THREE, {
        flag: 'last',
        crosses: false,
        otherPoints: 'anywhere',
        beyondLimits: 'counts',
      }),
      zone('four-of-five', [4, 5, 1], {
        flag: 'last',
        crosses: false,
        otherPoints: 'anywhere',
        beyondLimits: 'counts',
      }),
      {
        rule: 'hugging',
        kind: 'hugging',
        family: 'zone',
        flag: 'last',
        crosses: false,
        points: 15,
        sigmas: 1,
        onSigma: 'within',
      },
      { rule: 'mixture', kind: 'mixture', family: 'zone', flag: 'last', crosses: false, points: 8, sigmas: 1 },
    ],
    source: { reference: 'nelson', checked: 'secondary' },
  },
  wheeler: {
    ...OURS,
    name: 'wheeler',
    rules: [
      outside(),
      zone('three-of-four', [3, 4, 1.5], {
        flag: 'beyond',
        crosses: false,
        otherPoints: 'anywhere',
        beyondLimits: 'counts',
      }),
      shift(8, { flag: 'all', crosses: false }),
      {
        rule: 'moving-range',
        kind: 'moving-range',
        family: 'moving-range',
        flag: 'all',
        crosses: false,
        factor: 3.268,
      },
    ],
    constants: { ...ROUNDED, d4: 3.268 },
    source: { reference: 'wheeler', checked: 'secondary' },
  },
};

/**
 * The rule set of that name. Throws a usage error: one that says why for a run chart's rule set, else one that lists the
 * names for the caller to find the nearest.
 */
export function controlRuleSet(name: string): ControlRuleSet {
  const known = Object.keys(CONTROL_RULE_SETS);
  const found = Object.hasOwn(CONTROL_RULE_SETS, name) ? CONTROL_RULE_SETS[name] : undefined;
  if (found) return found;
  if (Object.hasOwn(RUN_RULE_SETS, name)) throw usageError('control-chart.run-rules', { name, known });
  throw usageError('control-chart.unknown-rules', { name, known });
}

/**
 * The rule set with other lengths for shift and trend; null keeps its own. Throws a usage error for a length that the
 * set does not leave to choice.
 *
 * @example withLengths(controlRuleSet('mdc-excel-v5'), { shift: 7, trend: 7 })
 */
export function withLengths(
  ruleSet: ControlRuleSet,
  lengths: { readonly shift: number | null; readonly trend: number | null },
): ControlRuleSet {
  if (lengths.shift === null && lengths.trend === null) return ruleSet;
  return {
    ...ruleSet,
    rules: ruleSet.rules.map((rule) => {
      if (rule.kind === 'run') return { ...rule, points: chosen(ruleSet, 'shift', lengths.shift, rule.points) };
      if (rule.kind === 'trend') return { ...rule, points: chosen(ruleSet, 'trend', lengths.trend, rule.points) };
      return rule;
    }),
  };
}

function chosen(ruleSet: ControlRuleSet, rule: 'shift' | 'trend', length: number | null, own: number): number {
  if (length === null || length === own) return own;
  const allowed = ruleSet.lengths[rule];
  if (allowed.includes(length)) return length;
  throw usageError('control-chart.length', { name: ruleSet.name, rule, length, own, allowed: [...allowed] });
}
