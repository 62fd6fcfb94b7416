import { describe, expect, it } from 'vitest';
import { CONTROL_RULE_SET_IDS } from '../../../src/analysis/control-chart/choose-rule-set.ts';
import { controlChart } from '../../../src/analysis/control-chart/control-chart.ts';
import { controlSignalFinding } from '../../../src/analysis/control-chart/findings.ts';
import { CONTROL_RULE_SETS } from '../../../src/analysis/control-chart/rule-sets.ts';
import type { ControlRuleId } from '../../../src/analysis/control-chart/rules.ts';
import { signalFinding } from '../../../src/analysis/run-chart/findings.ts';
import type { RunRuleId } from '../../../src/analysis/run-chart/result.ts';
import { RUN_RULE_SET_IDS, RUN_RULE_SETS } from '../../../src/analysis/run-chart/rule-sets.ts';
import { runChart } from '../../../src/analysis/run-chart/run-chart.ts';
import { findingText } from '../../../src/messages.ts';
import { CYCLE_POWER } from '../../../src/reference/cycle-power.ts';
import { FALSE_ALARM_COUNTS } from '../../../src/reference/false-alarm-rates.ts';
import { event, valuesOf } from '../control-chart/support.ts';

/** Points that follow a rule, and what its sentence must say of them: written here by hand, from no table of the product. */
type Made = readonly [points: readonly number[], words: RegExp];

const repeated = (values: readonly number[], times: number): readonly number[] =>
  Array.from({ length: times }, () => values).flat();

/** Mean 0 and mean moving range 1.128, so that one sigma is 1. */
const BASELINE = repeated([0.564, -0.564], 12);

/** In sigmas from the centre, after the baseline. */
const CONTROL: { readonly [Rule in ControlRuleId]: Made } = {
  outside: [[0.2, 4, 0.2], /^Outside the limits: 26, at 4, lies above the upper limit of /],
  shift: [repeated([0.3, 0.6], 5), /^Shift: .* points in a row lie above the centre line, /],
  trend: [
    [-0.9, -0.7, -0.5, -0.2, 0.1, 0.3, 0.6, 0.8, 0.9],
    /^Trend: .* points in a row rise, each above the one before, /,
  ],
  'two-of-three': [[2.5, 0.5, 2.5], /^Two of three: .* lies? more than two sigma above the centre line\./],
  'three-of-four': [
    [1.8, 1.7, 0.3, 1.8],
    /^Three of four: .* lies? more than one and a half sigma above the centre line\./,
  ],
  'four-of-five': [[1.5, 1.4, 0.3, 1.5, 1.4], /^Four of five: .* lies? more than one sigma above the centre line\./],
  hugging: [
    repeated([0.3, -0.4, -0.2], 5),
    /^Close to the centre: .* points in a row lie within one sigma of the centre line, /,
  ],
  mixture: [
    repeated([1.5, -1.4], 4),
    /^Shunning the centre: .* lie more than one sigma from the centre line, on either side, /,
  ],
  alternating: [repeated([0.9, -0.8], 7), /^Ups and downs: .* points in a row rise and fall in turn, /],
  'moving-range': [[-1.9, 1.9], /^Unusual jump: 26 lies further above 25 than neighbouring points usually do\./],
};

const RUN: { readonly [Rule in RunRuleId]: Made } = {
  shift: [
    [...repeated([1, -1], 5), 1.1, 1.3, 1.2, 1.4, 1.1, 1.2],
    /^Shift: .* points in a row lie above the median of /,
  ],
  trend: [
    [...repeated([1, -1], 5), -0.8, -0.4, 0.2, 0.5, 0.9],
    /^Trend: .* points in a row rise, each above the one before, /,
  ],
  'longest-run': [
    [...repeated([1.1, 1.2], 5), ...repeated([-1, -1.1], 5)],
    /^Long run: ten points in a row lie above the median of /,
  ],
  runs: [[...repeated([1.1, 1.2], 5), ...repeated([-1, -1.1], 5)], /^Too few runs: 2 runs about the median from /],
  crossings: [
    [...repeated([1.1, 1.2], 5), ...repeated([-1, -1.1], 5)],
    /^Few crossings: the line crosses the median 1 time from /,
  ],
};

const controlRules = CONTROL_RULE_SET_IDS.flatMap((ruleSet) =>
  CONTROL_RULE_SETS[ruleSet].rules.map(({ rule }) => [ruleSet, rule] as const),
);
const runRules = RUN_RULE_SET_IDS.flatMap((ruleSet) =>
  RUN_RULE_SETS[ruleSet].rules.map(({ rule }) => [ruleSet, rule] as const),
);

describe('every rule of every set names its own pattern', () => {
  it.each(controlRules)('%s: %s', (ruleSet, rule) => {
    const [points, words] = CONTROL[rule];
    const series = valuesOf([...BASELINE, ...points]);
    const chart = controlChart(series, { chart: 'i', ruleSet, freeze: event(BASELINE.length), alternatives: false });
    const made = chart.signals.filter((signal) => signal.rule === rule && Number(signal.to) > BASELINE.length);
    expect(made, `a signal of ${rule}`).not.toEqual([]);
    for (const signal of made.slice(-1)) {
      const finding = controlSignalFinding(chart, signal);
      expect(finding.id).toBe(`control-chart.${rule}`);
      expect(findingText(finding)).toMatch(words);
    }
  });

  it.each(runRules)('%s: %s', (ruleSet, rule) => {
    const [points, words] = RUN[rule];
    const chart = runChart(valuesOf(points), { ruleSet });
    const made = chart.signals.filter((signal) => signal.rule === rule);
    expect(made, `a signal of ${rule}`).not.toEqual([]);
    for (const signal of made.slice(0, 1)) {
      const finding = signalFinding(chart, signal);
      expect(finding.id).toBe(`run-chart.${rule}`);
      expect(findingText(finding)).toMatch(words);
    }
  });

  it('says of the number of runs on which side of its limits it lies', () => {
    const chart = runChart(valuesOf(repeated([1, -1], 10)));
    const signal = chart.signals.find(({ rule }) => rule === 'runs');
    expect(signal && findingText(signalFinding(chart, signal))).toMatch(/^Too many runs: 20 runs about the median /);
    expect(
      chart.findings
        .slice(0, 1)
        .map((one) => findingText(one))
        .join(),
    ).toContain('too many runs');
  });
});

describe('every rule set', () => {
  it.each([...RUN_RULE_SET_IDS, ...CONTROL_RULE_SET_IDS])('%s has its false alarms', (ruleSet) => {
    const simulated = Object.keys(FALSE_ALARM_COUNTS);
    expect(simulated, 'npm run build, then node scripts/false-alarm-rates.js').toContain(ruleSet);
  });

  it.each([...RUN_RULE_SET_IDS, ...CONTROL_RULE_SET_IDS])('%s has its power beside a yearly cycle', (ruleSet) => {
    expect(Object.keys(CYCLE_POWER), 'npm run build, then node scripts/cycle-power.js').toContain(ruleSet);
  });
});
