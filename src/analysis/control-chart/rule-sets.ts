import { usageError } from '../../errors.ts';
import { D2, D4 } from '../../reference/control-constants.ts';
import { RUN_RULE_SETS } from '../run-chart/rule-sets.ts';
import type { ControlRuleSet, LimitConstants, ScreeningPolicy } from './policies.ts';
import type { ControlRuleName, OutsideRule, ShiftRule, TrendRule, ZoneRule } from './rules.ts';

export type { ControlRuleSet } from './policies.ts';
export type { ControlRule } from './rules.ts';

const outside = (): OutsideRule => ({
  rule: 'outside',
  kind: 'outside',
  family: 'outside',
  flag: 'all',
  crosses: false,
});

const shift = (points: number, policy: Pick<ShiftRule, 'flag' | 'crosses'>): ShiftRule => ({
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
  rule: ControlRuleName,
  [count, of, sigmas]: Share,
  policy: Pick<ZoneRule, 'flag' | 'crosses' | 'otherPoints' | 'beyondLimits'>,
): ZoneRule => ({ rule, kind: 'zone', family: 'zone', count, of, sigmas, ...policy });

const TWO_OF_THREE: Share = [2, 3, 2];

const ROUNDED: LimitConstants = { name: 'E2', value: 2.66, d4: D4 };
const BY_D2: LimitConstants = { name: '3/d2', value: 3 / D2, d4: D4 };
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
