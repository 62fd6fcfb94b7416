/**
 * The library's face: pure functions on plain data, the same that the commands use.
 *
 * @module quarterline
 */
export { type CompareOptions, compare } from './analysis/compare.ts';
export type * from './analysis/compare-result.ts';
export { CHARTS, type ChartType } from './analysis/control/chart-types.ts';
export { controlChart } from './analysis/control/control-chart.ts';
export type { ControlChartOptions } from './analysis/control/options.ts';
export type * from './analysis/control/result.ts';
export { CONTROL_RULE_SETS, type ControlRuleSet } from './analysis/control/rule-sets.ts';
export type { SubgroupSeries } from './analysis/control/subgroups.ts';
export { runChart } from './analysis/run-chart.ts';
export type * from './analysis/run-chart-result.ts';
export { linearTrend } from './analysis/trend.ts';
export { financialYearWindow, type QuarterWindow, quarterWindow } from './analysis/windows.ts';
export * from './data/period.ts';
export type * from './data/series.ts';
export { QuarterlineError } from './errors.ts';
export type { Finding } from './finding.ts';
export { errorText, findingText } from './messages.ts';
export { DEFLATORS, type Deflator } from './reference/deflators.ts';
export type { Estimate } from './statistics/estimate.ts';
export { VERSION } from './version.ts';
