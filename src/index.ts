/**
 * The library's face: pure functions on plain data, the same that the commands use.
 *
 * @module quarterline
 */
export { type CompareOptions, compare } from './analysis/compare/compare.ts';
export type * from './analysis/compare/result.ts';
export { CHARTS, type ChartType } from './analysis/control-chart/chart-types.ts';
export { controlChart } from './analysis/control-chart/control-chart.ts';
export type { ControlChartOptions } from './analysis/control-chart/options.ts';
export type * from './analysis/control-chart/result.ts';
export { CONTROL_RULE_SETS, type ControlRuleSet } from './analysis/control-chart/rule-sets.ts';
export type { SubgroupSeries } from './analysis/control-chart/subgroups.ts';
export { evaluate } from './analysis/evaluate/evaluate.ts';
export type { SyntheticControl, SyntheticFit, SyntheticPlacebo } from './analysis/evaluate/peer-result.ts';
export type * from './analysis/evaluate/published-result.ts';
export type * from './analysis/evaluate/reporting.ts';
export { reporting } from './analysis/evaluate/reporting.ts';
export type { Controlled, EvaluateResult, PrimaryModel, Segmented } from './analysis/evaluate/result.ts';
export type { EvaluateOptions, PeerGroup, PrintedPercent } from './analysis/evaluate/setup.ts';
export type * from './analysis/evaluate/specification-result.ts';
export {
  differenceInDifferences,
  syntheticControl,
  syntheticFit,
  syntheticPlacebo,
  type Unit,
} from './analysis/evaluate/synthetic.ts';
export type * from './analysis/phases/result.ts';
export { type SuggestOptions, suggestPhases } from './analysis/phases/suggest-phases.ts';
export {
  autocorrelationAlarms,
  detectableNcp,
  detectableRateRatio,
  detectableSlope,
  exactConditionalPower,
  type TwoYears,
  tTestPower,
} from './analysis/power/closed-forms.ts';
export {
  type CountDesign,
  type DesignErrors,
  designErrors,
  detectableCounts,
  interruptedDesign,
  type LogDetectable,
} from './analysis/power/interrupted.ts';
export { detectablePower, type PowerOptions } from './analysis/power/power.ts';
export type * from './analysis/power/result.ts';
export { linearTrend } from './analysis/quarters/trend.ts';
export { financialYearWindow, type QuarterWindow, quarterWindow } from './analysis/quarters/windows.ts';
export type * from './analysis/run-chart/result.ts';
export { runChart } from './analysis/run-chart/run-chart.ts';
export type { FunnelArea, FunnelLimits, FunnelResult } from './analysis/scan/funnel-result.ts';
export type { ScanOptions } from './analysis/scan/options.ts';
export type { ScanArea, ScanResult, ScanSignal, ScanSummary } from './analysis/scan/result.ts';
export { scan } from './analysis/scan/scan.ts';
export type * from './analysis/seasonal/result.ts';
export { type SeasonalOptions, seasonalCaution, seasonalView } from './analysis/seasonal/seasonal-view.ts';
export { type AlarmRates, type SimulationOptions, simulateAlarms } from './analysis/simulation/alarms.ts';
export { falseAlarmRate } from './analysis/simulation/false-alarm-rate.ts';
export { controlJudge, runJudge } from './analysis/simulation/judges.ts';
export * from './data/period.ts';
export type * from './data/series.ts';
export { QuarterlineError } from './errors.ts';
export type { Finding } from './finding.ts';
export { errorText, findingText } from './messages.ts';
export { DEFLATORS, type Deflator } from './reference/deflators.ts';
export type { Estimate } from './statistics/estimate.ts';
/** The numerics by themselves: regression, tests, intervals, distributions. */
export * as statistics from './statistics/index.ts';
export { VERSION } from './version.ts';
