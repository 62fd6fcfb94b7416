import type { Period } from '../../data/period.ts';
import type { GeometricLimits } from './policies.ts';
import type { ControlRuleSetId } from './rule-sets.ts';
import type { ChartName } from './terms.ts';

/** How a control chart is made. */
export interface ControlChartOptions {
  /** `auto`: chosen from the measure's role, its denominator and its dispersion; a finding says why. */
  readonly chart: ChartName | 'auto';
  readonly ruleSet: ControlRuleSetId;
  /** Points of a shift and of a trend, where the rule set leaves the choice; null: as the rule set has them. */
  readonly shiftLength: number | null;
  readonly trendLength: number | null;
  /** Limits are made from the points up to and with this period, of the phase in which it lies. */
  readonly freeze: Period | null;
  /** A new phase, with limits of its own, starts at each of these periods. */
  readonly phases: readonly Period[];
  /** Drawn, but left out of limits and rules. */
  readonly exclude: readonly Period[];
  /** Leave large moving ranges out of the limits; null: as the rule set does. */
  readonly screenMovingRanges: boolean | null;
  /** Version of a G chart's limits; null: as the rule set has them. */
  readonly geometric: GeometricLimits | null;
  /** First and last period of the chart. */
  readonly from: Period | null;
  readonly to: Period | null;
  /** One target, or one a period of the series, on the scale that is drawn. */
  readonly target: number | readonly (number | null)[] | null;
  readonly annotations: readonly { readonly period: Period; readonly text: string }[];
  /** The first period after the change. */
  readonly intervention: Period | null;
  /** Values are per so many of the denominator, where the series has one. */
  readonly per: number;
  /** Whether the verdict under other choices is worked out too. */
  readonly alternatives: boolean;
}

export const DEFAULT_CONTROL_CHART_OPTIONS: ControlChartOptions = {
  chart: 'auto',
  ruleSet: 'ihi-control',
  shiftLength: null,
  trendLength: null,
  freeze: null,
  phases: [],
  exclude: [],
  screenMovingRanges: null,
  geometric: null,
  from: null,
  to: null,
  target: null,
  annotations: [],
  intervention: null,
  per: 1000,
  alternatives: true,
};
