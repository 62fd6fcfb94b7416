import type { Period } from '../../data/period.ts';
import type { Series } from '../../data/series.ts';
import { pointAt } from '../chart/points.ts';
import { CHARTS } from './chart-types.ts';
import { sigmaZOf } from './dispersion.ts';
import { falseAlarms } from './false-alarms.ts';
import type { Judged, JudgeSettings } from './judge.ts';
import { isSubgroups, type Measured } from './measure.ts';
import type { ControlChartOptions } from './options.ts';
import { targetsOf } from './resolve.ts';
import type { ChartName, ControlChartResult, ControlPoint, ControlSignal, Phase } from './result.ts';
import type { SubgroupSeries } from './subgroups.ts';
import { pointVariation } from './variation.ts';

type Built = Omit<ControlChartResult, 'findings' | 'alternatives' | 'chosen'>;

/** The result of a chart from its numbers: periods for places, null for none, values on the scale that is drawn. */
export function build(
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
