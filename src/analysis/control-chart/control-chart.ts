import type { Series } from '../../data/series.ts';
import { dataError, usageError } from '../../errors.ts';
import { pointAt } from '../chart/points.ts';
import { alternativesOf } from './alternatives.ts';
import { build } from './build.ts';
import { CHARTS } from './chart-types.ts';
import { chooseChart } from './choose-chart.ts';
import { controlRuleSet, withLengths } from './choose-rule-set.ts';
import { controlChartFindings } from './findings.ts';
import { judge } from './judge.ts';
import { measure } from './measure.ts';
import { type ControlChartOptions, DEFAULT_CONTROL_CHART_OPTIONS } from './options.ts';
import { judgeSettings } from './resolve.ts';
import type { ChartName, ControlChartResult } from './result.ts';
import type { ControlRuleSet } from './rule-sets.ts';
import type { SubgroupSeries } from './subgroups.ts';

/**
 * The control chart of one series: limits, every signal of a named rule set, variation, assurance, and what a reader
 * must know of them. Missing periods stay as gaps and break the moving range; excluded points are drawn and leave no
 * other trace. Throws usage errors for a chart or rule set that does not exist or does not belong, and data errors where
 * there is nothing to chart, for values the chart cannot be made of, and for phases or a baseline that the data do not
 * hold.
 *
 * @example controlChart(series, { chart: 'i', ruleSet: 'mdc-excel-v5', phases: [financialQuarter(2014, 1)] }).signals
 */
export function controlChart(
  series: Series | SubgroupSeries,
  options: Partial<ControlChartOptions> = {},
): ControlChartResult {
  const chosen = { ...DEFAULT_CONTROL_CHART_OPTIONS, ...options };
  const ruleSet = ruleSetOf(chosen);
  checkFrequencies(series, chosen);
  const { chart, why } = chartOf(series, chosen);
  refuseZones(chart, ruleSet);
  const measured = measure(series, chart, chosen);
  const settings = judgeSettings(series, measured, chart, ruleSet, chosen);
  const judged = judge(measured.measurements, settings);
  const result = build(series, measured, judged, settings, chosen);
  const whole = {
    ...result,
    chosen: why,
    alternatives: chosen.alternatives ? alternativesOf(measured.measurements, settings, judged) : [],
  };
  return { ...whole, findings: controlChartFindings(whole, { judged, settings, options: chosen, series }) };
}

/** The rule set named, with the lengths and the version of G limits that were chosen. */
function ruleSetOf({ ruleSet, shiftLength, trendLength, geometric }: ControlChartOptions): ControlRuleSet {
  const own = withLengths(controlRuleSet(ruleSet), { shift: shiftLength, trend: trendLength });
  return geometric === null ? own : { ...own, geometric };
}

function checkFrequencies(series: Series | SubgroupSeries, options: ControlChartOptions): void {
  const frequency = series.periods[0]?.frequency;
  const given = [
    options.freeze,
    options.from,
    options.to,
    options.intervention,
    ...options.exclude,
    ...options.phases,
    ...options.annotations.map(({ period }) => period),
  ];
  const other = given.find((period) => period !== null && frequency !== undefined && period.frequency !== frequency);
  if (other && frequency)
    throw dataError('run-chart.frequency', { given: other.frequency, frequency, area: series.area.name });
}

function chartOf(series: Series | SubgroupSeries, { chart, exclude, from, to }: ControlChartOptions) {
  if (chart !== 'auto') {
    const known = Object.keys(CHARTS);
    if (!Object.hasOwn(CHARTS, chart)) throw usageError('control-chart.unknown-chart', { name: chart, known });
    return { chart, why: null };
  }
  const out = new Set(exclude.map((period) => pointAt(series.periods, period, series.step)?.index));
  const flagged = new Set(series.flags.filter(({ kind }) => kind === 'excluded').map(({ index }) => index));
  const excluded = Uint8Array.from(series.periods, ({ index }, at) => {
    const beside = (from !== null && index < from.index) || (to !== null && index > to.index);
    return beside || out.has(index) || flagged.has(at) ? 1 : 0;
  });
  const found = chooseChart(series, excluded);
  return { chart: found.chart, why: found.chosen };
}

/** Throws where the rule set rests on zones that the chart does not have. */
function refuseZones(chart: ChartName, { name, rules, withoutZones }: ControlRuleSet): void {
  if (CHARTS[chart].families.includes('zone') || withoutZones === 'left-out') return;
  const zones = rules.filter(({ family }) => family === 'zone').map(({ rule }) => rule);
  if (zones.length > 0) throw usageError('control-chart.zones', { name, chart, rules: zones });
}
