import type { RunRuleName, RunSignalSlots } from '../rules/run-chart.ts';

/** What a run chart finds: a signal of each of its rules. */
export type RunChartFindings = { [Rule in RunRuleName as `run-chart.${Rule}`]: RunSignalSlots };
