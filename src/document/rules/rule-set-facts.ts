import { falseAlarmRate } from '../../analysis/chart/false-alarm-rate.ts';
import type { RuleSetSource } from '../../analysis/chart/policies.ts';
import type { ControlReference, ControlRuleSet } from '../../analysis/control-chart/rule-sets.ts';
import type { ControlRule, ControlRuleId, ControlRuleOf } from '../../analysis/control-chart/rules.ts';
import type { RunReference, RunRuleSet } from '../../analysis/run-chart/rule-sets.ts';
import type { RunRuleId, RunRuleOf } from '../../analysis/run-chart/rules.ts';
import { CONTROL_RULE_WORDS, CONTROL_SOURCES } from '../../messages/rules/control-chart.ts';
import { RULE_SETS, ruleText } from '../../messages/rules/rules.ts';
import { RUN_RULE_WORDS, RUN_SOURCES } from '../../messages/rules/run-chart.ts';
import type { Definitions, References } from '../document.ts';

export type AnyRuleSet = ControlRuleSet | RunRuleSet;

export function isControl(ruleSet: AnyRuleSet): ruleSet is ControlRuleSet {
  return 'constants' in ruleSet;
}

/** One policy of a rule set in words. */
interface Aspect {
  readonly aspect: keyof typeof RULE_SETS.aspects;
  readonly text: string;
}

/** What is said of each rule: the compiler holds it complete, and that it reads what rule sets say of the rule. */
const RUN_WORDS: {
  readonly [Rule in RunRuleId]: {
    readonly title: string;
    readonly looksFor: (rule: RunRuleOf<Rule>) => string;
    readonly method: (rule: RunRuleOf<Rule>) => string;
  };
} = RUN_RULE_WORDS;
const CONTROL_WORDS: {
  readonly [Rule in ControlRuleId]: {
    readonly name: string;
    readonly looksFor: (rule: ControlRuleOf<Rule>) => string;
  };
} = CONTROL_RULE_WORDS;

const runRuleText = <Rule extends RunRuleId>(rule: RunRuleOf<Rule>): string =>
  ruleText(RUN_WORDS[rule.rule].title, RUN_WORDS[rule.rule].looksFor(rule));

const controlRuleText = <Rule extends ControlRuleId>(rule: ControlRuleOf<Rule>): string =>
  ruleText(CONTROL_WORDS[rule.rule].name, CONTROL_WORDS[rule.rule].looksFor(rule));

/** A rule of a run chart as the methods of a chart state it. */
export const runRuleMethod = <Rule extends RunRuleId>(rule: RunRuleOf<Rule>): string =>
  RUN_WORDS[rule.rule].method(rule);

const namesOf = (rules: readonly ControlRuleId[]): readonly string[] => rules.map((rule) => CONTROL_WORDS[rule].name);

/** Every rule of a set in a sentence. */
export function ruleTexts(ruleSet: AnyRuleSet): readonly string[] {
  return isControl(ruleSet) ? ruleSet.rules.map(controlRuleText) : ruleSet.rules.map(runRuleText);
}

/** Six years of quarters, two of months: the length at which rule sets are compared. */
const USUAL_POINTS = 24;

/** Every policy of a rule set in words, in a fixed order; those that do not arise are left out. */
export function aspectsOf(ruleSet: AnyRuleSet): readonly Aspect[] {
  const alarms = falseAlarmRate(ruleSet.name, USUAL_POINTS);
  return [
    ...(isControl(ruleSet) ? controlAspects(ruleSet) : runAspects(ruleSet)),
    ...(alarms ? [{ aspect: 'falseAlarms' as const, text: RULE_SETS.falseAlarms(alarms.percent) }] : []),
  ];
}

function runAspects({ rules, pointOnLine, minimumUseful }: RunRuleSet): readonly Aspect[] {
  const shift = rules.find((rule) => rule.rule === 'shift');
  const trend = rules.find((rule) => rule.rule === 'trend');
  return [
    { aspect: 'shift', text: shift ? RULE_SETS.points(shift.points) : RULE_SETS.none },
    { aspect: 'trend', text: trend ? RULE_SETS.points(trend.points) : RULE_SETS.none },
    { aspect: 'onLine', text: RULE_SETS.onLine(pointOnLine) },
    ...(trend ? [{ aspect: 'ties' as const, text: RULE_SETS.ties(trend.ties) }] : []),
    {
      aspect: 'otherRules',
      text: RULE_SETS.ruleList(rules.map(({ rule }) => rule).filter((rule) => rule !== 'shift' && rule !== 'trend')),
    },
    { aspect: 'minimum', text: RULE_SETS.minimumRun(minimumUseful) },
  ];
}

function controlAspects(ruleSet: ControlRuleSet): readonly Aspect[] {
  const { rules } = ruleSet;
  const shift = rules.find((rule) => rule.kind === 'run');
  const trend = rules.find((rule) => rule.kind === 'trend');
  const zones = rules.filter((rule) => rule.kind === 'zone');
  const isCommon = ({ kind }: ControlRule): boolean => ['outside', 'run', 'trend', 'zone'].includes(kind);
  return [
    { aspect: 'shift', text: shift ? RULE_SETS.points(shift.points) : RULE_SETS.none },
    { aspect: 'trend', text: trend ? RULE_SETS.points(trend.points) : RULE_SETS.none },
    ...(shift ? [{ aspect: 'onLine' as const, text: RULE_SETS.onLine(shift.onLine) }] : []),
    ...(trend ? [{ aspect: 'ties' as const, text: RULE_SETS.ties(trend.ties) }] : []),
    { aspect: 'zones', text: RULE_SETS.ruleList(namesOf(zones.map(({ rule }) => rule))) },
    ...(zones[0]
      ? [
          { aspect: 'thirdPoint' as const, text: RULE_SETS.thirdPoint(zones[0].otherPoints) },
          { aspect: 'beyondLimits' as const, text: RULE_SETS.beyondLimits(zones[0].beyondLimits) },
        ]
      : []),
    {
      aspect: 'otherRules',
      text: RULE_SETS.ruleList(namesOf(rules.filter((rule) => !isCommon(rule)).map(({ rule }) => rule))),
    },
    ...(shift || zones[0]
      ? [{ aspect: 'marked' as const, text: RULE_SETS.marked(shift?.flag ?? null, zones[0]?.flag ?? null) }]
      : []),
    {
      aspect: 'crosses',
      text: RULE_SETS.ruleList(namesOf(rules.filter(({ crosses }) => crosses).map(({ rule }) => rule))),
    },
    ...policies(ruleSet),
  ];
}

function policies(ruleSet: ControlRuleSet): readonly Aspect[] {
  const { minimum, lengths, constants, screening, conflict } = ruleSet;
  return [
    { aspect: 'minimum', text: RULE_SETS.minimum(minimum.chart, minimum.phase) },
    { aspect: 'lengths', text: RULE_SETS.lengths(lengths.shift) },
    { aspect: 'firm', text: RULE_SETS.firm(ruleSet.firm) },
    { aspect: 'constants', text: RULE_SETS.constants(constants.name, constants.value) },
    { aspect: 'screening', text: RULE_SETS.screening(screening.byDefault, screening.value === 'goes') },
    {
      aspect: 'conflict',
      text:
        typeof conflict === 'string' ? RULE_SETS.conflict[conflict] : RULE_SETS.conflict.order(namesOf(conflict.order)),
    },
    { aspect: 'verdict', text: RULE_SETS.verdict(ruleSet.verdict) },
    { aspect: 'target', text: RULE_SETS.target(ruleSet.targetOnLimit) },
    { aspect: 'freeze', text: RULE_SETS.freeze(ruleSet.freezeWithPhases) },
    { aspect: 'withoutZones', text: RULE_SETS.withoutZones(ruleSet.withoutZones) },
  ];
}

/** A rule set as terms and texts: its rules, its policies, and how it was checked. */
export function ruleSetItems(ruleSet: AnyRuleSet): Definitions['items'] {
  return [
    { term: RULE_SETS.name, text: `${ruleSet.name}. ${ruleTexts(ruleSet).join(' ')}` },
    {
      term: RULE_SETS.policies,
      text: aspectsOf(ruleSet)
        .map(({ aspect, text }) => `${RULE_SETS.aspects[aspect]}: ${text}.`)
        .join(' '),
    },
    {
      term: RULE_SETS.sources,
      text: [...new Set(sourcesOf(ruleSet).map(({ checked }) => RULE_SETS.checked(checked)))].join(' '),
    },
  ];
}

/** The sources of a rule set, as references. */
export function ruleSetSources(ruleSet: AnyRuleSet): References['items'] {
  return sourcesOf(ruleSet).map(({ reference }) => SOURCES[reference]);
}

const SOURCES: Readonly<Record<RunReference | ControlReference, References['items'][number]>> = {
  ...RUN_SOURCES,
  ...CONTROL_SOURCES,
};

/** Where a rule set is defined, and against what it was checked. */
function sourcesOf(ruleSet: AnyRuleSet): readonly RuleSetSource<RunReference | ControlReference>[] {
  return isControl(ruleSet) ? [ruleSet.source] : ruleSet.sources;
}

/** One policy on which rule sets of a kind differ: what holds here, and what elsewhere, by what is said. */
interface Disagreement {
  readonly aspect: Aspect['aspect'];
  readonly here: string;
  readonly elsewhere: readonly (readonly [string, readonly string[]])[];
}

/** Where a rule set disagrees with the others of its kind, policy by policy. */
export function disagreements(ruleSet: AnyRuleSet, others: readonly AnyRuleSet[]): readonly Disagreement[] {
  const peers = others.filter((other) => other.name !== ruleSet.name && isControl(other) === isControl(ruleSet));
  return aspectsOf(ruleSet).flatMap(({ aspect, text: here }) => {
    const elsewhere = new Map<string, readonly string[]>();
    for (const peer of peers) {
      const text = aspectsOf(peer).find((each) => each.aspect === aspect)?.text;
      if (text !== undefined && text !== here) elsewhere.set(text, [...(elsewhere.get(text) ?? []), peer.name]);
    }
    return elsewhere.size === 0 ? [] : [{ aspect, here, elsewhere: [...elsewhere] }];
  });
}
