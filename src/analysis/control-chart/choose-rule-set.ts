import { usageError } from '../../errors.ts';
import { CONTROL_RULE_SETS, type ControlRuleSet, type ControlRuleSetId } from './rule-sets.ts';

/** Names of the rule sets of control charts. */
export const CONTROL_RULE_SET_IDS = Object.keys(CONTROL_RULE_SETS) as readonly ControlRuleSetId[];

export const isControlRuleSet = (name: string): name is ControlRuleSetId => Object.hasOwn(CONTROL_RULE_SETS, name);

/** The rule set of control charts of that name. Throws a usage error that lists the names. */
export function controlRuleSet(name: string): ControlRuleSet {
  if (isControlRuleSet(name)) return CONTROL_RULE_SETS[name];
  throw usageError('control-chart.unknown-rules', {
    name,
    known: CONTROL_RULE_SET_IDS,
    nearest: [],
    option: '--rules',
  });
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
