import { D2, D4 } from '../../reference/control-constants.ts';
import type { RuleSetSource } from '../chart/policies.ts';
import type { ControlRuleSetPolicies, LimitConstants, ScreeningPolicy } from './policies.ts';
import { type ControlRuleOf, controlRule, type RuleSettings } from './rules.ts';

const outside = controlRule('outside', { flag: 'all', crosses: false });

const shift = (points: number, policy: Pick<RuleSettings<'shift'>, 'flag' | 'crosses'>) =>
  controlRule('shift', { points, onLine: 'breaks', ...policy });

const trend = (points: number, policy: Pick<RuleSettings<'trend'>, 'flag' | 'crosses' | 'ties'>) =>
  controlRule('trend', { points, ...policy });

type ZoneId = 'two-of-three' | 'three-of-four' | 'four-of-five';
type Share = readonly [count: number, of: number, sigmas: number];

const zone = <Id extends ZoneId>(
  rule: Id,
  [count, of, sigmas]: Share,
  policy: Pick<RuleSettings<ZoneId>, 'flag' | 'crosses' | 'otherPoints' | 'beyondLimits'>,
): ControlRuleOf<Id> => controlRule<ZoneId>(rule, { count, of, sigmas, ...policy }) as ControlRuleOf<Id>;

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

export type ControlRuleSetId =
  | 'ihi-control'
  | 'mdc-excel-v5'
  | 'mdc-sql-2.6a'
  | 'nhsr'
  | 'western-electric'
  | 'nelson'
  | 'wheeler';

/** Keys of the sources in which the sets are defined. */
export type ControlReference = 'lloyd' | 'mdc-excel' | 'mdc-sql' | 'nhsr' | 'western-electric' | 'nelson' | 'wheeler';

/** A named set of control chart rules with its policies. */
export interface ControlRuleSet extends ControlRuleSetPolicies {
  readonly name: ControlRuleSetId;
  readonly source: RuleSetSource<ControlReference>;
}

/** The rule sets of control charts. A new one is an entry here, its words in messages, its false-alarm rates and its tests. */
export const CONTROL_RULE_SETS: { readonly [Id in ControlRuleSetId]: ControlRuleSet & { readonly name: Id } } = {
  'ihi-control': {
    ...OURS,
    name: 'ihi-control',
    rules: [
      outside,
      shift(8, { flag: 'all', crosses: false }),
      trend(6, { flag: 'all', crosses: false, ties: 'one-counts' }),
      zone('two-of-three', TWO_OF_THREE, {
        flag: 'beyond',
        crosses: false,
        otherPoints: 'anywhere',
        beyondLimits: 'counts',
      }),
      controlRule('hugging', { flag: 'all', crosses: false, points: 15, sigmas: 1, onSigma: 'beyond' }),
    ],
    withoutZones: 'left-out',
    source: { reference: 'lloyd', checked: 'secondary' },
  },
  'mdc-excel-v5': {
    ...OURS,
    name: 'mdc-excel-v5',
    rules: [
      outside,
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
      outside,
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
      outside,
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
      outside,
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
      outside,
      shift(9, { flag: 'last', crosses: false }),
      trend(6, { flag: 'last', crosses: false, ties: 'breaks' }),
      controlRule('alternating', { flag: 'last', crosses: false, points: 14 }),
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
      controlRule('hugging', { flag: 'last', crosses: false, points: 15, sigmas: 1, onSigma: 'within' }),
      controlRule('mixture', { flag: 'last', crosses: false, points: 8, sigmas: 1 }),
    ],
    source: { reference: 'nelson', checked: 'secondary' },
  },
  wheeler: {
    ...OURS,
    name: 'wheeler',
    rules: [
      outside,
      zone('three-of-four', [3, 4, 1.5], {
        flag: 'beyond',
        crosses: false,
        otherPoints: 'anywhere',
        beyondLimits: 'counts',
      }),
      shift(8, { flag: 'all', crosses: false }),
      controlRule('moving-range', { flag: 'all', crosses: false, factor: 3.268 }),
    ],
    constants: { ...ROUNDED, d4: 3.268 },
    source: { reference: 'wheeler', checked: 'secondary' },
  },
};
