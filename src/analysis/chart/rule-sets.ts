import { usageError } from '../../errors.ts';
import { CONTROL_RULE_SETS, type ControlRuleSet, type ControlRuleSetId } from '../control-chart/rule-sets.ts';
import { RUN_RULE_SETS, type RunRuleSet, type RunRuleSetId } from '../run-chart/rule-sets.ts';

export type RuleSetId = RunRuleSetId | ControlRuleSetId;

/** Names of the rule sets of run charts, and of control charts. */
export const RUN_RULE_SET_IDS = Object.keys(RUN_RULE_SETS) as readonly RunRuleSetId[];
export const CONTROL_RULE_SET_IDS = Object.keys(CONTROL_RULE_SETS) as readonly ControlRuleSetId[];

export const isRunRuleSet = (name: string): name is RunRuleSetId => Object.hasOwn(RUN_RULE_SETS, name);
export const isControlRuleSet = (name: string): name is ControlRuleSetId => Object.hasOwn(CONTROL_RULE_SETS, name);

/**
 * The rule set of run charts of that name. Throws a usage error: one that says why for a control chart's rule set, else one
 * that lists the names for the caller to find the nearest.
 */
export function runRuleSet(name: string): RunRuleSet {
  if (isRunRuleSet(name)) return RUN_RULE_SETS[name];
  const known = RUN_RULE_SET_IDS;
  throw usageError(isControlRuleSet(name) ? 'run-chart.control-rules' : 'run-chart.unknown-rules', { name, known });
}

/**
 * The rule set of control charts of that name. Throws a usage error: one that says why for a run chart's rule set, else one
 * that lists the names for the caller to find the nearest.
 */
export function controlRuleSet(name: string): ControlRuleSet {
  if (isControlRuleSet(name)) return CONTROL_RULE_SETS[name];
  const known = CONTROL_RULE_SET_IDS;
  throw usageError(isRunRuleSet(name) ? 'control-chart.run-rules' : 'control-chart.unknown-rules', { name, known });
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
      if (rule.rule === 'shift') return { ...rule, points: chosen(ruleSet, 'shift', lengths.shift, rule.points) };
      if (rule.rule === 'trend') return { ...rule, points: chosen(ruleSet, 'trend', lengths.trend, rule.points) };
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
