import { describe, expect, it } from 'vitest';
import { CONTROL_RULE_SET_IDS } from '../../../src/analysis/control-chart/choose-rule-set.ts';
import { RUN_RULE_SET_IDS } from '../../../src/analysis/run-chart/rule-sets.ts';
import { askedControlRuleSet, askedRunRuleSet, checkChart } from '../../../src/application/chart/rule-sets.ts';

describe('rule sets that are asked for', () => {
  it.each(CONTROL_RULE_SET_IDS)('%s is refused by a run chart, which says why', (name) => {
    expect(() => askedRunRuleSet(name)).toThrow('run-chart.control-rules');
    expect(askedControlRuleSet(name).name).toBe(name);
  });

  it.each(RUN_RULE_SET_IDS)('%s is refused by a control chart, which says why', (name) => {
    expect(() => askedControlRuleSet(name)).toThrow('control-chart.run-rules');
    expect(askedRunRuleSet(name).name).toBe(name);
  });

  it('names the nearest where there is none of the name', () => {
    const slots = (ask: () => unknown): unknown => {
      try {
        ask();
      } catch (error) {
        return (error as { problems: readonly { slots: unknown }[] }).problems[0]?.slots;
      }
      return null;
    };
    expect(slots(() => askedRunRuleSet('anhoj'))).toMatchObject({ name: 'anhoj', nearest: ['anhoej'] });
    expect(slots(() => askedControlRuleSet('nelsn', '--spc'))).toMatchObject({ nearest: ['nelson'], option: '--spc' });
    expect(slots(() => checkChart('iprim'))).toMatchObject({ nearest: ['iprime'] });
    expect(() => checkChart('toString')).toThrow('control-chart.unknown-chart');
  });
});
