import { formatPeriod, type Period } from '../../data/period.ts';
import type { Direction, Series } from '../../data/series.ts';
import { dataError } from '../../errors.ts';
import { falseAlarmRate } from '../chart/false-alarm-rate.ts';
import { type BarePoint, chartPoints, pointAt } from '../chart/points.ts';
import { runChartFindings } from './findings.ts';
import { fewestCrossings, longestRunLimit } from './limits.ts';
import { lookLimits } from './look.ts';
import { DEFAULT_RUN_CHART_OPTIONS, type RunChartOptions } from './options.ts';
import type { RunChartResult, RunPoint, RunSignal, RunsLimits } from './result.ts';
import type { RunRuleSet } from './rule-sets.ts';
import { runRuleSet } from './rule-sets.ts';
import {
  analyseRuns,
  applies,
  findSignals,
  outside,
  type PlacedSignal,
  type RunsAnalysis,
  runsRange,
} from './rules.ts';
import { median, usedPoints } from './sequence.ts';

/**
 * The run chart of one series: median, runs, signals of a named rule set, and what a reader must know of them. Missing
 * periods stay as gaps; runs and trends are counted over the points that are there, and a signal names the gaps it
 * spans. Throws a usage error for an unknown rule set, a data error where there is nothing to chart, where no point
 * lies in the baseline, for periods of another frequency, and for denominators that are not above zero.
 *
 * @example runChart(series, { freeze: financialQuarter(2014, 4) }).signals
 */
export function runChart(series: Series, options: Partial<RunChartOptions> = {}): RunChartResult {
  const chosen = { ...DEFAULT_RUN_CHART_OPTIONS, ...options };
  const ruleSet = runRuleSet(chosen.ruleSet);
  checkFrequencies(series, chosen);
  const points = chartPoints(series, chosen);
  const used = usedPoints(points);
  if (used.length === 0) throw dataError('run-chart.nothing', { area: series.area.name, measure: series.measure.name });
  const last = baselineEnd(series, points, chosen.freeze);
  const base = used.filter(({ at }) => at <= last);
  const centre = median(base.map(({ value }) => value));
  const analysis = analyseRuns(used, centre, ruleSet);
  const baseline = chosen.freeze === null ? null : last;
  const signals = findSignals(analysis, ruleSet, chosen.runsLimits).map((signal) => ({
    ...placed(signal, points, analysis),
    variation: variationOf(signal, analysis, baseline, series.measure.better),
  }));
  const chart = {
    area: series.area.name,
    measure: series.measure.name,
    unit: series.denominator === null ? series.measure.unit : 'rate',
    rate: series.denominator === null ? null : { per: chosen.per, denominator: series.denominator.measure.name },
    better: series.measure.better,
    frequency: series.periods[0]?.frequency ?? 'event',
    step: series.step,
    centre: {
      kind: 'median' as const,
      value: centre,
      baseline:
        chosen.freeze === null
          ? null
          : extent(
              base.map(({ at }) => at),
              points,
            ),
    },
    n: used.length,
    useful: analysis.useful,
    ...runsOf(analysis, ruleSet, chosen.runsLimits),
    points: points.map((point, at) => ({ ...point, signals: rulesAt(signals, at) })),
    signals,
    ruleSet: ruleSet.name,
    worthALook: worthALook(points, last),
    target: chosen.target,
    annotations: chosen.annotations.flatMap(({ period, text }) =>
      markers(points, period, series.step).map((marker) => ({ ...marker, text })),
    ),
    intervention: markers(points, chosen.intervention, series.step)[0] ?? null,
    falseAlarmRate: falseAlarms(used.length, ruleSet, chosen),
  };
  return { ...chart, findings: runChartFindings(chart, { analysis, ruleSet, options: chosen, series }) };
}

/** Percent, where it is known: the median is that of all points, and the limits are exact. */
function falseAlarms(n: number, { name }: RunRuleSet, { freeze, runsLimits }: RunChartOptions): number | null {
  return freeze === null && runsLimits === 'exact' ? (falseAlarmRate(name, n)?.percent ?? null) : null;
}

function checkFrequencies(series: Series, options: RunChartOptions): void {
  const frequency = series.periods[0]?.frequency;
  const given = [
    options.freeze,
    options.from,
    options.to,
    options.intervention,
    ...options.exclude,
    ...options.annotations.map(({ period }) => period),
  ];
  const other = given.find((period) => period !== null && frequency !== undefined && period.frequency !== frequency);
  if (other && frequency) {
    throw dataError('run-chart.frequency', { given: other.frequency, frequency, area: series.area.name });
  }
}

/** Place of the last point of the baseline: of all points where nothing is frozen. */
function baselineEnd(series: Series, points: readonly BarePoint[], freeze: Period | null): number {
  if (freeze === null) return points.length - 1;
  const end = points.findLastIndex(({ index }) => index <= freeze.index);
  const held = points.slice(0, end + 1).some(({ value, excluded }) => value !== null && !excluded);
  if (held && freeze.index <= (points.at(-1)?.index ?? freeze.index)) return end;
  throw dataError('run-chart.baseline', {
    area: series.area.name,
    freeze: formatPeriod(freeze),
    first: points[0]?.period ?? '',
    last: points.at(-1)?.period ?? '',
  });
}

function extent(places: readonly number[], points: readonly BarePoint[]) {
  const name = (at: number | undefined) => points[at ?? 0]?.period ?? '';
  return { from: name(places[0]), to: name(places.at(-1)), n: places.length };
}

function placed(
  signal: PlacedSignal,
  points: readonly BarePoint[],
  { used }: RunsAnalysis,
): Omit<RunSignal, 'variation'> {
  const places = signal.at.length > 0 ? signal.at : used.map(({ at }) => at);
  const { from, to } = extent(places, points);
  const between = points.slice(places[0] ?? 0, places.at(-1));
  const gaps = between.filter(({ value, excluded }) => value === null && !excluded).map(({ period }) => period);
  return { ...signal, from, to, gaps };
}

/**
 * Improvement or concern by the side and the better direction. Neither for a run on one side that the baseline holds, or,
 * without a frozen baseline, that begins the series: it shows where the series started, not that it changed.
 */
function variationOf(
  { side, at }: PlacedSignal,
  { runs }: RunsAnalysis,
  baselineEnd: number | null,
  better: Direction,
): RunSignal['variation'] {
  if (side === null || better === 'neither') return 'neither';
  const onOneSide = side === 'above' || side === 'below';
  const atStart = baselineEnd === null ? at[0] === runs[0]?.at[0] : (at.at(-1) ?? 0) <= baselineEnd;
  if (onOneSide && atStart) return 'neither';
  const lower = side === 'below' || side === 'down';
  return lower === (better === 'lower') ? 'improvement' : 'concern';
}

function runsOf(analysis: RunsAnalysis, ruleSet: RunRuleSet, method: RunsLimits) {
  const count = analysis.runs.length;
  const asked = applies('runs', analysis, ruleSet);
  const range = asked ? runsRange(analysis, method) : { lower: null, upper: null };
  const other: RunsLimits = method === 'exact' ? 'printed' : 'exact';
  const otherRange = runsRange(analysis, other);
  const signal = outside(count, otherRange);
  const comparable = other === 'exact' || otherRange.lower !== null;
  return {
    runs: {
      count,
      ...range,
      method,
      otherVerdict:
        asked && comparable && signal !== outside(count, range) ? { method: other, ...otherRange, signal } : null,
    },
    longestRun: analysis.longestRun,
    longestRunLimit: applies('longest-run', analysis, ruleSet) ? longestRunLimit(analysis.useful) : null,
    crossings: analysis.crossings,
    crossingsLimit: applies('crossings', analysis, ruleSet) ? fewestCrossings(analysis.useful) : null,
  };
}

/** One list for all points without a signal: a file of thousands of areas has hundreds of thousands of them. */
const NONE: RunPoint['signals'] = [];

function rulesAt(signals: readonly RunSignal[], at: number): RunPoint['signals'] {
  const own = signals.filter((signal) => signal.at.includes(at));
  return own.length === 0 ? NONE : [...new Set(own.map(({ rule }) => rule))];
}

function worthALook(points: readonly BarePoint[], last: number): RunChartResult['worthALook'] {
  const limits = lookLimits(points, last);
  if (limits === null) return [];
  return points.flatMap(({ period, value, excluded }) =>
    value !== null && !excluded && (value < limits.lower || value > limits.upper) ? [{ period, value, ...limits }] : [],
  );
}

/** The point of a period, as a mark in the chart; none where the chart does not hold it. */
function markers(points: readonly BarePoint[], period: Period | null, step: number) {
  const point = period === null ? undefined : pointAt(points, period, step);
  return point ? [{ period: point.period, index: point.index }] : [];
}
