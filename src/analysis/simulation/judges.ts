import { withLengths } from '../control-chart/choose-rule-set.ts';
import { type JudgeSettings, judge } from '../control-chart/judge.ts';
import { CONTROL_RULE_SETS, type ControlRuleSet } from '../control-chart/rule-sets.ts';
import { RUN_RULE_SETS, type RunRuleSet } from '../run-chart/rule-sets.ts';
import { analyseRuns, findSignals } from '../run-chart/rules.ts';
import { median } from '../run-chart/sequence.ts';
import type { Judge } from './alarms.ts';

/** The judge of a run chart rule set: runs about the median of all points, exact limits for their number. */
export function runJudge(ruleSet: RunRuleSet): Judge {
  return (values) => {
    const used = values.map((value, at) => ({ at, value }));
    return findSignals(analyseRuns(used, median(values), ruleSet), ruleSet, 'exact').map(({ rule }) => rule);
  };
}

/** The judge of a control chart rule set: an individuals chart with limits from all points, screened as the set does. */
export function controlJudge(ruleSet: ControlRuleSet): Judge {
  const settings: JudgeSettings = {
    chart: 'i',
    ruleSet,
    better: 'neither',
    excluded: null,
    phases: [],
    freeze: null,
    screen: ruleSet.screening.byDefault,
    target: null,
  };
  return (values) =>
    judge({ y: Float64Array.from(values), n: null, sd: null }, settings).patterns.map(({ rule }) => rule);
}

/** Judges of every rule set, by the key of the stored table: the name, and the length of shift and trend after a colon. */
export function tabledJudges(): ReadonlyMap<string, Judge> {
  return new Map([
    ...Object.values(RUN_RULE_SETS).map((ruleSet) => [ruleSet.name, runJudge(ruleSet)] as const),
    ...Object.values(CONTROL_RULE_SETS).flatMap((ruleSet) => [
      [ruleSet.name, controlJudge(ruleSet)] as const,
      ...choosableLengths(ruleSet).map(
        (length) =>
          [`${ruleSet.name}:${length}`, controlJudge(withLengths(ruleSet, { shift: length, trend: length }))] as const,
      ),
    ]),
  ]);
}

/** Lengths that both shift and trend may be set to, other than the set's own. */
function choosableLengths({ rules, lengths }: ControlRuleSet): readonly number[] {
  const own = rules.flatMap((rule) => (rule.kind === 'run' || rule.kind === 'trend' ? [rule.points] : []));
  return lengths.shift.filter((length) => lengths.trend.includes(length) && !own.every((points) => points === length));
}
