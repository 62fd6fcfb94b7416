import { formatPeriod, type Period } from '../../data/period.ts';
import type { Series } from '../../data/series.ts';
import { dataError, usageError } from '../../errors.ts';
import { pointAt } from '../run-points.ts';
import { falseAlarmRate } from '../simulation/false-alarm-rate.ts';
import { alternativesOf } from './alternatives.ts';
import { CHARTS } from './chart-types.ts';
import { chooseChart } from './choose-chart.ts';
import { sigmaZOf } from './dispersion.ts';
import { controlChartFindings } from './findings.ts';
import { type Judged, type JudgeSettings, judge } from './judge.ts';
import { isSubgroups, type Measured, measure } from './measure.ts';
import { type ControlChartOptions, DEFAULT_CONTROL_CHART_OPTIONS } from './options.ts';
import type { ChartName, ControlChartResult, ControlPoint, ControlSignal, Phase } from './result.ts';
import { type ControlRuleSet, controlRuleSet, withLengths } from './rule-sets.ts';
import type { SubgroupSeries } from './subgroups.ts';
import { pointVariation } from './variation.ts';

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

function judgeSettings(
  series: Series | SubgroupSeries,
  { points, measurements, factor }: Measured,
  chart: ChartName,
  ruleSet: ControlRuleSet,
  options: ControlChartOptions,
): JudgeSettings {
  const excluded = Uint8Array.from(points, (point) => (point.excluded ? 1 : 0));
  const used = (from: number, to: number): number => {
    let n = 0;
    for (let i = from; i < to; i += 1) if (excluded[i] === 0 && !Number.isNaN(measurements.y[i])) n += 1;
    return n;
  };
  const area = series.area.name;
  if (used(0, points.length) === 0) throw dataError('control-chart.nothing', { area, measure: series.measure.name });
  const extent = { first: points[0]?.period ?? '', last: points.at(-1)?.period ?? '' };
  const placeOf = (period: Period): number => {
    const point = pointAt(points, period, series.step);
    return point ? points.indexOf(point) : -1;
  };
  const alone = options.freeze !== null && ruleSet.freezeWithPhases === 'freeze-alone';
  const starts = alone ? [] : options.phases.map((period) => ({ period, place: placeOf(period) }));
  const outside = starts.find(({ place }) => place < 0);
  if (outside) throw dataError('control-chart.phase-outside', { area, phase: formatPeriod(outside.period), ...extent });
  const phases = [...new Set(starts.map(({ place }) => place))].filter((place) => place > 0).sort((a, b) => a - b);
  phases.forEach((start, k) => {
    const before = phases[k - 1] ?? 0;
    const after = phases[k + 1] ?? points.length;
    checkPhase(before, start);
    if (k === phases.length - 1) checkPhase(start, after);
  });
  const freeze = options.freeze && baselineEnd(options.freeze);
  return {
    chart,
    ruleSet,
    better: series.measure.better,
    excluded,
    phases,
    freeze,
    screen: options.screenMovingRanges ?? ruleSet.screening.byDefault,
    target: latestTarget(series, options, points.at(-1)?.index ?? 0, factor),
  };

  function checkPhase(from: number, to: number): void {
    const n = used(from, to);
    if (n >= 2) return;
    const ends = { from: points[from]?.period ?? '', to: points[to - 1]?.period ?? '' };
    throw dataError('control-chart.phase-short', { area, ...ends, n });
  }

  function baselineEnd(period: Period): number {
    const end = points.findLastIndex(({ index }) => index <= period.index);
    const start = phases.findLast((place) => place <= end) ?? 0;
    const inside = period.index <= (points.at(-1)?.index ?? period.index) + series.step - 1;
    if (end >= 0 && inside && used(start, end + 1) >= 2) return end;
    throw dataError('control-chart.baseline', { area, freeze: formatPeriod(period), ...extent });
  }
}

/** The targets of a series as drawn, one a period. */
function targetsOf({ periods }: Series | SubgroupSeries, { target }: ControlChartOptions): readonly (number | null)[] {
  if (typeof target === 'number' && !Number.isFinite(target)) throw usageError('control-chart.target', {});
  return typeof target === 'number' || target === null ? periods.map(() => target) : target;
}

/** The last target up to and with a period, for a denominator of one. */
function latestTarget(
  series: Series | SubgroupSeries,
  options: ControlChartOptions,
  last: number,
  factor: number,
): number | null {
  const targets = targetsOf(series, options);
  const at = series.periods.findLastIndex(({ index }, i) => index <= last && (targets[i] ?? null) !== null);
  const target = targets[at] ?? null;
  return target === null ? null : target / factor;
}

type Built = Omit<ControlChartResult, 'findings' | 'alternatives' | 'chosen'>;

function build(
  series: Series | SubgroupSeries,
  measured: Measured,
  judged: Judged,
  settings: JudgeSettings,
  options: ControlChartOptions,
): Built {
  const { ruleSet, chart } = settings;
  const rate = isSubgroups(series) || series.denominator === null ? null : series.denominator.measure.name;
  const estimated = judged.spans.flatMap((span) => span.estimated ?? []);
  const screened =
    settings.screen &&
    estimated.some(({ meanRange }) => meanRange !== null) &&
    estimated.every(({ screenedOut }) => screenedOut !== null);
  const lastSize = judged.sample.n?.at(-1) ?? 1;
  return {
    area: series.area.name,
    measure: series.measure.name,
    unit: rate === null ? series.measure.unit : 'rate',
    rate: rate === null ? null : { per: options.per, denominator: rate },
    better: series.measure.better,
    frequency: series.periods[0]?.frequency ?? 'event',
    step: series.step,
    chart,
    ruleSet: ruleSet.name,
    state: judged.state,
    constants: CHARTS[chart].constants(ruleSet, lastSize, screened),
    screened,
    sigmaZ: latestSigmaZ(chart, judged),
    phases: phasesOf(measured, judged, settings),
    points: pointsOf(series, measured, judged, settings, options),
    signals: signalsOf(measured, judged),
    variation: judged.variation,
    assurance: judged.assurance,
    annotations: options.annotations.flatMap(({ period, text }) => {
      const point = pointAt(measured.points, period, series.step);
      return point ? [{ period: point.period, index: point.index, text }] : [];
    }),
    intervention: markOf(measured, options.intervention, series.step),
    falseAlarmRate: judged.state === 'judged' ? falseAlarms(judged.sample.at.length, settings) : null,
  };
}

/**
 * How often these rules signal in as many points in which nothing changed, as it was simulated for charts of measurements:
 * null for several phases or a frozen baseline, for another screening than the set's own, and on charts without zones.
 */
export function falseAlarms(
  n: number,
  { chart, ruleSet, phases, freeze, screen }: JudgeSettings,
): ControlChartResult['falseAlarmRate'] {
  const alone = phases.length === 0 && freeze === null && screen === ruleSet.screening.byDefault;
  if (!alone || !CHARTS[chart].families.includes('zone')) return null;
  const lengths = (rules: ControlRuleSet['rules']) =>
    rules.flatMap((rule) => (rule.kind === 'run' || rule.kind === 'trend' ? [rule.points] : []));
  const own = lengths(controlRuleSet(ruleSet.name).rules);
  const chosen = lengths(ruleSet.rules);
  if (chosen.every((points, i) => points === own[i])) return falseAlarmRate(ruleSet.name, n);
  return new Set(chosen).size === 1 ? falseAlarmRate(ruleSet.name, n, chosen[0]) : null;
}

/** Sigma-z of the last phase: as its limits allow for it, or as a chart that supposes chance alone would have it. */
function latestSigmaZ(chart: ChartName, { spans, sample }: Judged): number | null {
  const last = spans.at(-1);
  if (!last?.estimated) return null;
  return real(last.estimated.sigmaZ) ?? sigmaZOf(chart, sample, last);
}

function markOf({ points }: Measured, period: Period | null, step: number): Built['intervention'] {
  const point = period === null ? undefined : pointAt(points, period, step);
  return point ? { period: point.period, index: point.index } : null;
}

/** A number as results hold it: null where there is none. */
function real(value: number | null | undefined, factor = 1): number | null {
  if (value === null || value === undefined || !Number.isFinite(value)) return null;
  return value * factor;
}

function phasesOf({ points, factor }: Measured, judged: Judged, { phases, freeze }: JudgeSettings): readonly Phase[] {
  return judged.spans.map((span, k) => {
    const from = phases[k - 1] ?? 0;
    const to = (phases[k] ?? points.length) - 1;
    const last = judged.sample.at[span.end - 1] ?? to;
    const frozen = freeze !== null && freeze >= from && freeze <= to;
    return {
      from: points[from]?.period ?? '',
      to: points[to]?.period ?? '',
      centre: real(judged.centre[last], factor),
      lower: real(judged.lower[last], factor),
      upper: real(judged.upper[last], factor),
      n: span.baseEnd - span.start,
      frozenAt: frozen ? (points[freeze]?.period ?? null) : null,
      sigmaZ: real(span.estimated?.sigmaZ),
      screenedOut: span.estimated?.screenedOut ?? 0,
    };
  });
}

function pointsOf(
  series: Series | SubgroupSeries,
  { points, measurements, factor }: Measured,
  judged: Judged,
  { phases, ruleSet }: JudgeSettings,
  options: ControlChartOptions,
): readonly ControlPoint[] {
  const targets = new Map(targetsOf(series, options).map((target, i) => [series.periods[i]?.index, target]));
  const marking = points.map(() => [] as (typeof judged.patterns)[number][]);
  for (const pattern of judged.patterns) for (const place of pattern.at) marking[place]?.push(pattern);
  const plain = judged.values === measurements.y;
  let phase = 0;
  return points.map((point, place) => {
    while (place >= (phases[phase] ?? points.length)) phase += 1;
    const own = marking[place] ?? [];
    const value = plain ? point.value : real(judged.values[place], factor);
    const used = value !== null && !point.excluded;
    const graded = judged.state === 'judged' && judged.spans[phase]?.estimated != null;
    return {
      period: point.period,
      index: point.index,
      value,
      n: real(measurements.n?.[place]),
      centre: real(judged.centre[place], factor),
      lower: real(judged.lower[place], factor),
      upper: real(judged.upper[place], factor),
      sigma: real(judged.sigma[place], factor),
      z: real(judged.z[place]),
      phase,
      excluded: point.excluded,
      provisional: point.provisional,
      signals: [...new Set(own.map(({ rule }) => rule))],
      variation: used && graded ? pointVariation(own, ruleSet) : null,
      target: targets.get(point.index) ?? null,
    };
  });
}

function signalsOf({ points, measurements }: Measured, { patterns }: Judged): readonly ControlSignal[] {
  const name = (place: number): string => points[place]?.period ?? '';
  return patterns.map(({ rule, side, from, to, count, at, variation }) => {
    const gaps: string[] = [];
    for (let place = from; place < to; place += 1)
      if (Number.isNaN(measurements.y[place]) && points[place]?.excluded === false) gaps.push(name(place));
    return { rule, from: name(from), to: name(to), side, count, at, gaps, variation };
  });
}
