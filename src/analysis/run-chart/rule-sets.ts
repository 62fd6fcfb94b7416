import { usageError } from '../../errors.ts';
import type { RunRuleSetName } from './result.ts';

/** One rule of a run chart rule set, with its length where it has one. */
export type RunRuleDefinition =
  | { readonly rule: 'shift'; readonly points: number }
  | { readonly rule: 'trend'; readonly points: number; readonly ties: TiePolicy }
  | { readonly rule: 'runs' }
  | { readonly rule: 'longest-run' }
  | { readonly rule: 'crossings' };

/** A point on the centre line is left out of runs (`skipped`), or ends the run (`breaks`). */
export type LinePolicy = 'skipped' | 'breaks';

/** Of equal neighbours one counts (`one-counts`), or they end the trend (`breaks`). */
export type TiePolicy = 'one-counts' | 'breaks';

/** Where a rule set is defined, by the key of the reference, and against what it was checked: its author's code, or writings of others. */
interface RuleSource {
  readonly reference: 'perla' | 'swed' | 'anhoej';
  readonly checked: 'author-code' | 'secondary';
}

/** A named set of run chart rules with its policies. A new set is an entry of `RUN_RULE_SETS` and its tests. */
export interface RunRuleSet {
  readonly name: RunRuleSetName;
  readonly rules: readonly RunRuleDefinition[];
  readonly pointOnLine: LinePolicy;
  /** Useful points below which every rule but the trend is silent. */
  readonly minimumUseful: number;
  readonly sources: readonly RuleSource[];
}

export const RUN_RULE_SETS: Readonly<Record<RunRuleSetName, RunRuleSet>> = {
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

/** Rule sets that need control limits or zones, which a run chart does not have. */
export const CONTROL_CHART_RULE_SETS: readonly string[] = [
  'ihi-control',
  'mdc-excel-v5',
  'mdc-sql-2.6a',
  'nhsr',
  'western-electric',
  'nelson',
  'wheeler',
];

/**
 * The rule set of that name. Throws a usage error: one that says why for a control chart's rule set, else one that
 * lists the names for the caller to find the nearest.
 */
export function runRuleSet(name: string): RunRuleSet {
  if (Object.hasOwn(RUN_RULE_SETS, name)) return RUN_RULE_SETS[name as RunRuleSetName];
  const known = Object.keys(RUN_RULE_SETS);
  if (CONTROL_CHART_RULE_SETS.includes(name)) throw usageError('run-chart.control-rules', { name, known });
  throw usageError('run-chart.unknown-rules', { name, known });
}
