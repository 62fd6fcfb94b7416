import type { Period } from '../../data/period.ts';
import type { RunRuleSetId, RunsLimits } from './result.ts';

/** How a run chart is made. */
export interface RunChartOptions {
  readonly ruleSet: RunRuleSetId;
  /** Where the limits for the number of runs come from. */
  readonly runsLimits: RunsLimits;
  /** The median is that of the points up to and with this period; the rules go over the whole series. */
  readonly freeze: Period | null;
  /** Drawn, but left out of the median and the rules. */
  readonly exclude: readonly Period[];
  /** First and last period of the chart. */
  readonly from: Period | null;
  readonly to: Period | null;
  readonly target: number | null;
  readonly annotations: readonly { readonly period: Period; readonly text: string }[];
  /** The first period after the change. */
  readonly intervention: Period | null;
  /** Values are per so many of the denominator, where the series has one. */
  readonly per: number;
}

export const DEFAULT_RUN_CHART_OPTIONS: RunChartOptions = {
  ruleSet: 'ihi-run',
  runsLimits: 'exact',
  freeze: null,
  exclude: [],
  from: null,
  to: null,
  target: null,
  annotations: [],
  intervention: null,
  per: 1000,
};
