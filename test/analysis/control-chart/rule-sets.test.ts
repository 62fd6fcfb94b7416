import { describe, expect, it } from 'vitest';
import { withLengths } from '../../../src/analysis/control-chart/choose-rule-set.ts';
import { CONTROL_RULE_SETS, type ControlRuleSetId } from '../../../src/analysis/control-chart/rule-sets.ts';
import { CONTROL_RULE_SET_WORDS, CONTROL_SOURCES } from '../../../src/messages/rules/control-chart.ts';
import { ruleSetNamed } from './support.ts';

const sets = Object.entries(CONTROL_RULE_SETS);

/** Points of the rules of a set that have a length, in the set's order. */
const lengths = (name: ControlRuleSetId) =>
  ruleSetNamed(name).rules.map((rule) =>
    'points' in rule
      ? `${rule.rule} ${rule.points}`
      : 'of' in rule
        ? `${rule.count} of ${rule.of} beyond ${rule.sigmas}`
        : rule.rule,
  );

describe('control chart rule sets', () => {
  it.each(sets)('%s is named as its entry, and has a source that can be cited', (name, ruleSet) => {
    expect(ruleSet.name).toBe(name);
    expect(CONTROL_RULE_SET_WORDS).toHaveProperty([name]);
    expect(CONTROL_SOURCES).toHaveProperty([ruleSet.source.reference]);
    expect(new Set(ruleSet.rules.map(({ rule }) => rule)).size).toBe(ruleSet.rules.length);
  });

  it('hold the rules of their sources', () => {
    const two = '2 of 3 beyond 2';
    expect(lengths('ihi-control')).toEqual(['outside', 'shift 8', 'trend 6', two, 'hugging 15']);
    expect(lengths('mdc-excel-v5')).toEqual(['outside', 'shift 6', 'trend 6', two]);
    expect(lengths('mdc-sql-2.6a')).toEqual(['outside', 'shift 6', 'trend 6', two]);
    expect(lengths('nhsr')).toEqual(['outside', 'shift 7', 'trend 7', two]);
    expect(lengths('western-electric')).toEqual(['outside', two, '4 of 5 beyond 1', 'shift 8']);
    expect(lengths('wheeler')).toEqual(['outside', '3 of 4 beyond 1.5', 'shift 8', 'moving-range']);
    expect(lengths('nelson')).toEqual([
      'outside',
      'shift 9',
      'trend 6',
      'alternating 14',
      two,
      '4 of 5 beyond 1',
      'hugging 15',
      'mixture 8',
    ]);
  });

  it('use 2.66 where their tools do, 3 / 1.128 elsewhere', () => {
    const rounded = sets.filter(([, { constants }]) => constants.value === 2.66).map(([name]) => name);
    expect(rounded).toEqual(['mdc-excel-v5', 'mdc-sql-2.6a', 'nhsr', 'wheeler']);
  });

  it('leave lengths to choice only where their source does', () => {
    expect(() => withLengths(ruleSetNamed('nelson'), { shift: 8, trend: null })).toThrow('control-chart.length');
    expect(() => withLengths(ruleSetNamed('mdc-excel-v5'), { shift: 8, trend: null })).toThrow('control-chart.length');
    expect(() => withLengths(ruleSetNamed('mdc-excel-v5'), { shift: 7, trend: null })).not.toThrow();
  });
});
