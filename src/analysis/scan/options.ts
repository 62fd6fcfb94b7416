import type { Period } from '../../data/period.ts';
import type { ChartName } from '../control-chart/result.ts';
import type { ControlRuleSetId } from '../control-chart/rule-sets.ts';
import type { RunRuleSetId } from '../run-chart/rule-sets.ts';

/** How every area of a scan is judged: all alike. */
/** A rule set of either kind of chart. */
export type RuleSetId = RunRuleSetId | ControlRuleSetId;

export interface ScanOptions {
  /** A rule set of run charts or of control charts. */
  readonly ruleSet: RuleSetId;
  /** The control chart; not asked for with a run chart rule set. `auto` picks I, or I' where there is a denominator. */
  readonly chart: ChartName | 'auto';
  readonly from: Period | null;
  readonly to: Period | null;
  readonly freeze: Period | null;
  readonly exclude: readonly Period[];
  readonly target: number | null;
  readonly per: number;
}

export const DEFAULT_SCAN_OPTIONS: ScanOptions = {
  ruleSet: 'ihi-control',
  chart: 'auto',
  from: null,
  to: null,
  freeze: null,
  exclude: [],
  target: null,
  per: 1000,
};
