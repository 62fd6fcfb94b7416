/**
 * The library's face: pure functions on plain data, the same that the commands use.
 *
 * @module quarterline
 */
export { type CompareOptions, compare } from './analysis/compare.ts';
export type * from './analysis/compare-result.ts';
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
