import { CONTROL_RULE_SETS } from '../../analysis/control-chart/rule-sets.ts';
import { RUN_RULE_SETS } from '../../analysis/run-chart/rule-sets.ts';
import { nearest } from '../../data/text.ts';
import { type AnyRuleSet, disagreements, isControl, ruleTexts } from '../../document/rules/rule-set-facts.ts';
import { ruleSetDocument, ruleSetsDocument, ruleSetsTable } from '../../document/rules/rules.ts';
import { usageError } from '../../errors.ts';
import type { Settings } from '../../question/settings.ts';
import type { ShownRuleSet } from '../json-document.ts';
import type { CommandOutput } from '../output.ts';

/** Every rule set in a line, or one explained: its rules, policies, source, and where others differ. */
export function rulesOutput(settings: Settings): CommandOutput {
  const all: readonly AnyRuleSet[] = [...Object.values(RUN_RULE_SETS), ...Object.values(CONTROL_RULE_SETS)];
  const { ruleSet: name } = settings;
  const one = name === null ? null : named(name, all);
  const shown = one ? [one] : all;
  return {
    command: 'rules',
    inputs: [],
    result: { ruleSets: shown.map((ruleSet) => asResult(ruleSet, all)) },
    findings: [],
    document: async () => (one ? ruleSetDocument(one, all) : ruleSetsDocument(all)),
    numbers: async () => ruleSetsTable(shown),
    signal: false,
  };
}

function named(name: string, all: readonly AnyRuleSet[]): AnyRuleSet {
  const found = all.find((ruleSet) => ruleSet.name === name.trim().toLowerCase());
  if (found) return found;
  const known = all.map((ruleSet) => ruleSet.name);
  throw usageError('rules.unknown', { name, known, nearest: nearest(name, known, 1) });
}

/** A rule set as programs read it: its definition, its rules in words, and where others of its kind differ. */
function asResult(ruleSet: AnyRuleSet, all: readonly AnyRuleSet[]): ShownRuleSet {
  const facts = {
    texts: ruleTexts(ruleSet),
    disagreements: disagreements(ruleSet, all).map(({ aspect, here, elsewhere }) => ({
      aspect,
      here,
      elsewhere: elsewhere.map(([text, names]) => ({ text, names })),
    })),
  };
  return isControl(ruleSet) ? { ...ruleSet, charts: 'control', ...facts } : { ...ruleSet, charts: 'run', ...facts };
}
