import { RULE_SETS } from '../../messages/rules/rules.ts';
import { left, textCell } from '../cells.ts';
import type { Block, Doc, Table } from '../document.ts';
import {
  type AnyRuleSet,
  aspectsOf,
  disagreements,
  isControl,
  ruleSetItems,
  ruleSetSources,
  ruleTexts,
} from './rule-set-facts.ts';

/** Every rule set in a row each, those of run charts and those of control charts apart. */
export function ruleSetsDocument(all: readonly AnyRuleSet[]): Doc {
  return {
    title: RULE_SETS.title,
    subtitle: null,
    language: 'en-GB',
    notes: [],
    blocks: [
      { type: 'paragraph', role: 'lead', text: RULE_SETS.intro },
      listOf(
        'run',
        all.filter((ruleSet) => !isControl(ruleSet)),
      ),
      listOf('control', all.filter(isControl)),
      { type: 'paragraph', role: 'note', text: RULE_SETS.hint },
    ],
  };
}

function listOf(kind: keyof typeof RULE_SETS.kind, ruleSets: readonly AnyRuleSet[]): Table {
  return {
    type: 'table',
    id: `rule-sets-${kind}`,
    caption: RULE_SETS.tableCaption(RULE_SETS.kind[kind]),
    columns: [left(RULE_SETS.name), left(RULE_SETS.rules)],
    rows: ruleSets.map((ruleSet) => [textCell(ruleSet.name), textCell(ruleTexts(ruleSet).join(' '))]),
    folded: false,
  };
}

/** One rule set explained: rules, policies, where it disagrees with others of its kind, source. */
export function ruleSetDocument(ruleSet: AnyRuleSet, all: readonly AnyRuleSet[]): Doc {
  const blocks: Block[] = [
    { type: 'paragraph', role: 'lead', text: RULE_SETS.kind[isControl(ruleSet) ? 'control' : 'run'] },
    { type: 'list', items: ruleTexts(ruleSet) },
    policyTable(ruleSet),
    disagreementTable(ruleSet, all),
    { type: 'paragraph', role: 'note', text: ruleSetItems(ruleSet).at(-1)?.text ?? '' },
    { type: 'references', items: ruleSetSources(ruleSet) },
  ];
  return { title: RULE_SETS.titleOf(ruleSet.name), subtitle: null, language: 'en-GB', notes: [], blocks };
}

function policyTable(ruleSet: AnyRuleSet): Table {
  return {
    type: 'table',
    id: 'policies',
    caption: RULE_SETS.policies,
    columns: [left(RULE_SETS.policy), left(RULE_SETS.here)],
    rows: aspectsOf(ruleSet).map(({ aspect, text }) => [textCell(RULE_SETS.aspects[aspect]), textCell(text)]),
    folded: false,
  };
}

function disagreementTable(ruleSet: AnyRuleSet, all: readonly AnyRuleSet[]): Table {
  return {
    type: 'table',
    id: 'disagreements',
    caption: RULE_SETS.disagreementsCaption(ruleSet.name),
    columns: [left(RULE_SETS.policy), left(RULE_SETS.here), left(RULE_SETS.elsewhere)],
    rows: disagreements(ruleSet, all).map(({ aspect, here, elsewhere }) => [
      textCell(RULE_SETS.aspects[aspect]),
      textCell(here),
      textCell(RULE_SETS.others(elsewhere)),
    ]),
    folded: false,
  };
}

/** Rule sets as one table for programs: a row a rule and a row a policy. */
export function ruleSetsTable(ruleSets: readonly AnyRuleSet[]): Table {
  const row = (name: string, what: string, text: string) => [textCell(name), textCell(what), textCell(text)];
  return {
    type: 'table',
    id: 'rule-sets',
    caption: RULE_SETS.title,
    columns: [left(RULE_SETS.name), left(RULE_SETS.policy), left(RULE_SETS.here)],
    rows: ruleSets.flatMap((ruleSet) => [
      ...ruleTexts(ruleSet).map((text) => row(ruleSet.name, RULE_SETS.rules, text)),
      ...aspectsOf(ruleSet).map(({ aspect, text }) => row(ruleSet.name, RULE_SETS.aspects[aspect], text)),
    ]),
    folded: false,
  };
}
