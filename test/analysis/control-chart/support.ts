import type { ControlChartResult } from '../../../src/analysis/control-chart/result.ts';
import {
  CONTROL_RULE_SETS,
  type ControlRuleSet,
  type ControlRuleSetId,
} from '../../../src/analysis/control-chart/rule-sets.ts';
import type { ControlRuleId } from '../../../src/analysis/control-chart/rules.ts';
import type { SubgroupSeries } from '../../../src/analysis/control-chart/subgroups.ts';
import type { Direction, Series } from '../../../src/data/series.ts';

export { event } from '../run-chart/support.ts';

export interface ValuesShape {
  readonly n?: readonly (number | null)[];
  readonly better?: Direction;
  readonly area?: string;
}

/** A series in event order, so that periods are 1, 2, 3 ... */
export function valuesOf(values: readonly (number | null)[], shape: ValuesShape = {}): Series {
  const { n, better = 'higher', area = 'Frome' } = shape;
  const number = (name: string) =>
    ({ name, role: 'other', unit: 'number', combine: 'sum', better: 'neither' }) as const;
  return {
    area: { code: null, name: area, members: null },
    measure: { ...number('score'), better },
    stratum: {},
    periods: values.map((_, index) => ({ frequency: 'event', index })),
    step: 1,
    values,
    denominator: n ? { measure: number('people'), values: n } : null,
    flags: [],
    labels: null,
  };
}

/** Subgroups in event order. */
export function subgroupsOf(observations: readonly (readonly number[])[]): SubgroupSeries {
  const { area, measure, periods } = valuesOf(observations.map(() => 0));
  return { area, measure, periods, step: 1, observations, flags: [], labels: null };
}

/** A rule set that must be there. */
export function ruleSetNamed(name: ControlRuleSetId): ControlRuleSet {
  return CONTROL_RULE_SETS[name];
}

/** Numbers of the points, from 1, that a rule marks. */
export function markedBy(chart: ControlChartResult, rule: ControlRuleId): readonly number[] {
  return chart.points.flatMap(({ signals }, i) => (signals.includes(rule) ? [i + 1] : []));
}

/** Numbers of the points strictly beyond their limits, excluded ones too. */
export function beyond(chart: ControlChartResult): readonly number[] {
  return chart.points.flatMap(({ value, lower, upper }, i) =>
    value !== null && ((lower !== null && value < lower) || (upper !== null && value > upper)) ? [i + 1] : [],
  );
}
