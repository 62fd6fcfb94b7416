import { falseAlarmRate } from '../chart/false-alarm-rate.ts';
import { CHARTS } from './chart-types.ts';
import { controlRuleSet } from './choose-rule-set.ts';
import type { JudgeSettings } from './judge.ts';
import type { ControlChartResult } from './result.ts';
import type { ControlRuleSet } from './rule-sets.ts';

/**
 * How often these rules signal in as many points in which nothing changed, as it was simulated for charts of measurements:
 * null for several phases or a frozen baseline, for another screening than the set's own, and on charts without zones.
 */
export function falseAlarms(
  n: number,
  { chart, ruleSet, phases, freeze, screen }: JudgeSettings,
): ControlChartResult['falseAlarmRate'] {
  const alone = phases.length === 0 && freeze === null && screen === ruleSet.screening.byDefault;
  if (!alone || !CHARTS[chart].families.includes('zone')) return null;
  const lengths = (rules: ControlRuleSet['rules']) =>
    rules.flatMap((rule) => (rule.kind === 'run' || rule.kind === 'trend' ? [rule.points] : []));
  const own = lengths(controlRuleSet(ruleSet.name).rules);
  const chosen = lengths(ruleSet.rules);
  if (chosen.every((points, i) => points === own[i])) return falseAlarmRate(ruleSet.name, n);
  return new Set(chosen).size === 1 ? falseAlarmRate(ruleSet.name, n, chosen[0]) : null;
}
