import type { ControlRuleName, ControlSignalSlots } from '../rules/control-chart.ts';

/** What a control chart finds: a signal of each of its rules. */
export type ControlChartFindings = { [Rule in ControlRuleName as `control-chart.${Rule}`]: ControlSignalSlots };
