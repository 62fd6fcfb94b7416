import { usageError } from '../../errors.ts';
import type { RuleSetSource } from '../chart/policies.ts';
import type { RunRuleSetPolicies } from './rules.ts';

export type RunRuleSetId = 'ihi-run' | 'anhoej';

/** Keys of the sources in which the sets are defined. */
export type RunReference = 'perla' | 'swed' | 'anhoej';

/** A named set of run chart rules with its policies. */
export interface RunRuleSet extends RunRuleSetPolicies {
  readonly name: RunRuleSetId;
  readonly sources: readonly RuleSetSource<RunReference>[];
}

/** The rule sets of run charts. A new one is an entry here, its words in messages, its false-alarm rates and its tests. */
export const RUN_RULE_SETS: { readonly [Id in RunRuleSetId]: RunRuleSet & { readonly name: Id } } = {
  'ihi-run': {
    name: 'ihi-run',
    rules: [{ rule: 'shift', points: 6 }, { rule: 'trend', points: 5, ties: 'one-counts' }, { rule: 'runs' }],
    pointOnLine: 'skipped',
    minimumUseful: 10,
    sources: [
      { reference: 'perla', checked: 'secondary' },
      { reference: 'swed', checked: 'secondary' },
    ],
  },
  anhoej: {
    name: 'anhoej',
    rules: [{ rule: 'longest-run' }, { rule: 'crossings' }],
    pointOnLine: 'skipped',
    minimumUseful: 10,
    sources: [{ reference: 'anhoej', checked: 'author-code' }],
  },
};

/** Names of the rule sets of run charts. */
export const RUN_RULE_SET_IDS = Object.keys(RUN_RULE_SETS) as readonly RunRuleSetId[];

export const isRunRuleSet = (name: string): name is RunRuleSetId => Object.hasOwn(RUN_RULE_SETS, name);

/** The rule set of run charts of that name. Throws a usage error that lists the names. */
export function runRuleSet(name: string): RunRuleSet {
  if (isRunRuleSet(name)) return RUN_RULE_SETS[name];
  throw usageError('run-chart.unknown-rules', { name, known: RUN_RULE_SET_IDS, nearest: [] });
}
