import { CHARTS } from './chart-types.ts';
import { controlRuleSet, withLengths } from './choose-rule-set.ts';
import { type Judged, type JudgeSettings, judge } from './judge.ts';
import { GEOMETRIC_LIMITS } from './policies.ts';
import type { ControlAlternative } from './result.ts';
import type { ControlRuleSet, ControlRuleSetId } from './rule-sets.ts';
import type { Measurements } from './sample.ts';

/** The two sets most charts of the health service are judged by: each is the other's alternative, and both are every other's. */
const COMMON: readonly ControlRuleSetId[] = ['ihi-control', 'mdc-excel-v5'];

interface Choice {
  readonly choice: ControlAlternative['choice'];
  readonly value: string;
  readonly settings: JudgeSettings;
}

/**
 * Variation and number of signals under other choices, one changed at a time: the common rule sets, moving ranges
 * screened or not, the other lengths of shift and trend where the rule set leaves them open, the chart with or without
 * sigma-z, and the other versions of G limits. Phases, baseline and exclusions stay.
 */
export function alternativesOf(
  measurements: Measurements,
  settings: JudgeSettings,
  judged: Judged,
): readonly ControlAlternative[] {
  const choices = [
    ...otherSets(settings),
    ...screening(settings, judged),
    ...lengths(settings),
    ...charts(settings),
    ...versions(settings),
  ];
  return choices.map(({ choice, value, settings: changed }) => {
    const other = judge(measurements, changed);
    return {
      choice,
      value,
      variation: other.variation,
      signals: other.patterns.length,
      changes: other.variation !== judged.variation,
    };
  });
}

function otherSets(settings: JudgeSettings): readonly Choice[] {
  const zones = CHARTS[settings.chart].families.includes('zone');
  return COMMON.filter((name) => name !== settings.ruleSet.name).flatMap((name) => {
    const ruleSet = controlRuleSet(name);
    if (!zones && ruleSet.withoutZones === 'refused') return [];
    return [{ choice: 'rule-set', value: name, settings: { ...settings, ruleSet } }];
  });
}

function screening(settings: JudgeSettings, { spans }: Judged): readonly Choice[] {
  if (spans.every(({ estimated }) => (estimated?.meanRange ?? null) === null)) return [];
  const screen = !settings.screen;
  return [{ choice: 'screening', value: screen ? 'on' : 'off', settings: { ...settings, screen } }];
}

/** Points of the shift rule, and of the trend rule, change together, as in the tools that offer the choice. */
function lengths(settings: JudgeSettings): readonly Choice[] {
  const { ruleSet } = settings;
  const own = (kind: 'run' | 'trend'): number | null =>
    ruleSet.rules.flatMap((rule) => (rule.kind === kind && 'points' in rule ? [rule.points] : []))[0] ?? null;
  return [6, 7]
    .filter((n) => ruleSet.lengths.shift.includes(n) && !(own('run') === n && own('trend') === n))
    .map((n) => ({
      choice: 'shift-length',
      value: String(n),
      settings: { ...settings, ruleSet: relengthened(ruleSet, n) },
    }));
}

function relengthened(ruleSet: ControlRuleSet, n: number): ControlRuleSet {
  return withLengths(ruleSet, { shift: n, trend: n });
}

function charts(settings: JudgeSettings): readonly Choice[] {
  const { alternative } = CHARTS[settings.chart];
  return alternative === null
    ? []
    : [{ choice: 'chart', value: alternative, settings: { ...settings, chart: alternative } }];
}

/** The other versions of a G chart's limits. */
function versions(settings: JudgeSettings): readonly Choice[] {
  if (settings.chart !== 'g') return [];
  const { ruleSet } = settings;
  return GEOMETRIC_LIMITS.filter((version) => version !== ruleSet.geometric).map((geometric) => ({
    choice: 'g-limits',
    value: geometric,
    settings: { ...settings, ruleSet: { ...ruleSet, geometric } },
  }));
}
