import type { FindingId } from '../../catalogue.ts';
import { formatPeriod } from '../../data/period.ts';
import type { Series } from '../../data/series.ts';
import { controlRuleSet } from '../control-chart/choose-rule-set.ts';
import { falseAlarms } from '../control-chart/false-alarms.ts';
import { type Judged, type JudgeSettings, judge } from '../control-chart/judge.ts';
import { measure } from '../control-chart/measure.ts';
import type { ChartName } from '../control-chart/result.ts';
import type { ControlRuleSet } from '../control-chart/rule-sets.ts';
import type { Measurements } from '../control-chart/sample.ts';
import type { RunChartResult, RunRuleSetId } from '../run-chart/result.ts';
import { isRunRuleSet } from '../run-chart/rule-sets.ts';
import { runChart } from '../run-chart/run-chart.ts';
import type { ScanOptions } from './options.ts';
import type { ScanArea } from './result.ts';

/** An area judged; its step is looked for elsewhere. */
export type JudgedArea = Omit<ScanArea, 'step'>;

/** How one area is judged under these options: the same for all areas. Throws usage errors for names that do not exist. */
export function areaJudge(options: ScanOptions): (series: Series) => JudgedArea {
  const { ruleSet: name } = options;
  if (isRunRuleSet(name)) return (series) => byRunChart(series, name, options);
  const ruleSet = controlRuleSet(name);
  return (series) => byControlChart(series, ruleSet, options);
}

const unjudged = (series: Series, chart: JudgedArea['chart']): JudgedArea => ({
  area: series.area.name,
  code: series.area.code,
  measure: series.measure.name,
  chart,
  n: 0,
  variation: 'insufficient',
  assurance: 'none',
  signals: [],
  latest: null,
  furthest: null,
  falseAlarmRate: null,
});

function byControlChart(series: Series, ruleSet: ControlRuleSet, options: ScanOptions): JudgedArea {
  const chart: ChartName = options.chart === 'auto' ? (series.denominator === null ? 'i' : 'iprime') : options.chart;
  const { measurements, factor, excluded, periods, name } =
    plain(series, chart, options) ?? charted(series, chart, options);
  const freeze = options.freeze;
  const frozen = freeze === null ? null : periods.findLastIndex(({ index }) => index <= freeze.index);
  const settings: JudgeSettings = {
    chart,
    ruleSet,
    better: series.measure.better,
    excluded,
    phases: [],
    freeze: frozen,
    screen: ruleSet.screening.byDefault,
    target: options.target === null ? null : options.target / factor,
  };
  if (periods.length === 0 || frozen === -1) return unjudged(series, chart);
  const judged = judge(measurements, settings);
  const place = judged.sample.at.at(-1);
  if (place === undefined) return unjudged(series, chart);
  const real = (value: number | undefined): number | null =>
    value === undefined || !Number.isFinite(value) ? null : value * factor;
  const rate = judged.state === 'judged' ? falseAlarms(judged.sample.at.length, settings) : null;
  return {
    ...unjudged(series, chart),
    n: judged.sample.at.length,
    variation: judged.state === 'judged' ? judged.variation : 'insufficient',
    assurance: judged.assurance,
    signals: judged.patterns.map(({ rule, from, to, side, variation }) => ({
      rule,
      from: name(from),
      to: name(to),
      side,
      variation,
    })),
    latest: {
      period: name(place),
      value: real(judged.values[place]) ?? 0,
      centre: real(judged.centre[place]),
      lower: real(judged.lower[place]),
      upper: real(judged.upper[place]),
    },
    furthest: furthestOf(judged),
    falseAlarmRate: rate?.percent ?? null,
  };
}

/** What a series is judged from; `periods` and `name` by places of the chart. */
interface Charted {
  readonly measurements: Measurements;
  readonly factor: number;
  readonly excluded: Uint8Array | null;
  readonly periods: readonly { readonly index: number }[];
  readonly name: (at: number) => string;
}

function charted(series: Series, chart: ChartName, options: ScanOptions): Charted {
  const { points, measurements, factor } = measure(series, chart, options);
  const leaves = points.some(({ excluded }) => excluded);
  return {
    measurements,
    factor,
    excluded: leaves ? Uint8Array.from(points, ({ excluded }) => (excluded ? 1 : 0)) : null,
    periods: points,
    name: (at) => points[at]?.period ?? '',
  };
}

/** As `charted`, in a fraction of the time, for values that any individuals chart takes as they are; else null. */
function plain(series: Series, chart: ChartName, { from, to, exclude }: ScanOptions): Charted | null {
  if (chart !== 'i' || series.denominator !== null || series.flags.length > 0 || exclude.length > 0) return null;
  const start = from === null ? 0 : series.periods.findIndex(({ index }) => index >= from.index);
  const end = to === null ? series.periods.length : series.periods.findLastIndex(({ index }) => index <= to.index) + 1;
  const periods = start < 0 ? [] : series.periods.slice(start, end);
  const y = new Float64Array(periods.length);
  for (let at = 0; at < y.length; at += 1) y[at] = series.values[start + at] ?? Number.NaN;
  const name = (at: number): string => {
    const period = periods[at];
    return series.labels?.[start + at] ?? (period ? formatPeriod(period) : '');
  };
  return { measurements: { y, n: null, sd: null }, factor: 1, excluded: null, periods, name };
}

/** From its centre to the furthest point that a pattern marks, times its denominator where it is a rate. */
function furthestOf({ patterns, values, centre, sample }: Judged): number | null {
  let furthest: number | null = null;
  for (const at of new Set(patterns.flatMap((pattern) => pattern.at))) {
    const size = sample.n === null ? 1 : (sample.n[sample.at.indexOf(at)] ?? 1);
    const distance = ((values[at] ?? Number.NaN) - (centre[at] ?? Number.NaN)) * size;
    if (furthest === null || Math.abs(distance) > Math.abs(furthest)) furthest = distance;
  }
  return furthest !== null && Number.isFinite(furthest) ? furthest : null;
}

function byRunChart(series: Series, ruleSet: RunRuleSetId, options: ScanOptions): JudgedArea {
  const ends = options.freeze;
  const inside = series.periods.some(
    (period, at) =>
      (series.values[at] ?? null) !== null &&
      (options.from === null || period.index >= options.from.index) &&
      (options.to === null || period.index <= options.to.index) &&
      (ends === null || period.index <= ends.index) &&
      !options.exclude.some(({ index }) => index === period.index),
  );
  if (!inside) return unjudged(series, 'run');
  const chart = runChart(series, {
    ruleSet,
    freeze: options.freeze,
    exclude: options.exclude,
    from: options.from,
    to: options.to,
    target: options.target,
    per: options.per,
  });
  const last = chart.points.findLast(({ value, excluded }) => value !== null && !excluded);
  return {
    ...unjudged(series, 'run'),
    n: chart.n,
    variation: runVariation(chart),
    signals: chart.signals.map(({ rule, from, to, side, variation }) => ({ rule, from, to, side, variation })),
    latest: last
      ? { period: last.period, value: last.value ?? 0, centre: chart.centre.value, lower: null, upper: null }
      : null,
    furthest: furthestOfRun(chart, series),
    falseAlarmRate: chart.falseAlarmRate,
  };
}

/** First findings of run charts that were not judged. */
const UNJUDGED: readonly FindingId[] = ['run-chart.no-verdict', 'run-chart.no-variation'];

/** That of the signal that ends last; of the whole series' signals only where there is no other. */
function runVariation({ signals, findings }: RunChartResult): JudgedArea['variation'] {
  const [verdict] = findings;
  if (verdict && UNJUDGED.includes(verdict.id as FindingId)) return 'insufficient';
  if (signals.length === 0) return 'common';
  const end = (at: readonly number[]): number => at.at(-1) ?? -1;
  const latest = signals.reduce((most, { at }) => Math.max(most, end(at)), -1);
  const deciding = signals.filter(({ at }) => end(at) === latest);
  const variations = new Set(deciding.map(({ variation }) => variation));
  return variations.size === 1 ? ([...variations][0] ?? 'neither') : 'neither';
}

function furthestOfRun({ points, centre, rate, signals }: RunChartResult, series: Series): number | null {
  const marked = new Set(signals.flatMap(({ at }) => at));
  const sizes = new Map(series.periods.map((period, at) => [period.index, series.denominator?.values[at] ?? 1]));
  let furthest: number | null = null;
  points.forEach(({ value, index, excluded }, at) => {
    if (value === null || excluded || centre.value === null || (marked.size > 0 && !marked.has(at))) return;
    if (signals.length === 0) return;
    const distance = (value - centre.value) * (rate ? (sizes.get(index) ?? 1) / rate.per : 1);
    if (furthest === null || Math.abs(distance) > Math.abs(furthest)) furthest = distance;
  });
  return furthest;
}
