import { CHARTS } from '../../analysis/control-chart/chart-types.ts';
import {
  CONTROL_RULE_SET_IDS,
  controlRuleSet,
  isControlRuleSet,
} from '../../analysis/control-chart/choose-rule-set.ts';
import type { ControlRuleSet } from '../../analysis/control-chart/rule-sets.ts';
import { isRunRuleSet, RUN_RULE_SET_IDS, type RunRuleSet, runRuleSet } from '../../analysis/run-chart/rule-sets.ts';
import { nearest } from '../../data/text.ts';
import { usageError } from '../../errors.ts';

/**
 * The rule set of run charts that an option names. Throws a usage error: one that says why for a control chart's rule set,
 * else one with the nearest name.
 */
export function askedRunRuleSet(name: string): RunRuleSet {
  if (isRunRuleSet(name)) return runRuleSet(name);
  const known = RUN_RULE_SET_IDS;
  if (isControlRuleSet(name)) throw usageError('run-chart.control-rules', { name, known });
  throw usageError('run-chart.unknown-rules', { name, known, nearest: nearest(name, known, 1) });
}

/**
 * The rule set of control charts that `option` names. Throws a usage error: one that says why for a run chart's rule set, else
 * one with the nearest name.
 */
export function askedControlRuleSet(name: string, option = '--rules'): ControlRuleSet {
  if (isControlRuleSet(name)) return controlRuleSet(name);
  const known = CONTROL_RULE_SET_IDS;
  if (isRunRuleSet(name)) throw usageError('control-chart.run-rules', { name, known });
  throw usageError('control-chart.unknown-rules', { name, known, nearest: nearest(name, known, 1), option });
}

/** Throws a usage error, with the nearest name, unless this is a chart that `--chart` knows. */
export function checkChart(name: string): void {
  const known = [...Object.keys(CHARTS), 'run', 'auto'];
  if (!known.includes(name))
    throw usageError('control-chart.unknown-chart', { name, known, nearest: nearest(name, known, 1) });
}
