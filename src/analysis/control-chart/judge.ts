import type { Direction } from '../../data/series.ts';
import { CHARTS, type ChartType } from './chart-types.ts';
import { type Estimated, magnitude } from './estimates.ts';
import type { Sequence } from './patterns.ts';
import type { Assurance, ChartName, ControlVariation } from './result.ts';
import type { ControlRuleSet } from './rule-sets.ts';
import { type ControlRule, type Pattern, stretchesOf } from './rules.ts';
import { type Measurements, movingRanges, ROUNDING, type Sample, type Span, sampleOf, spansOf } from './sample.ts';
import { assuranceOf, chartVariation, patternVariation } from './variation.ts';

/** How measurements are judged; places count from 0 in the chart. */
export interface JudgeSettings {
  readonly chart: ChartName;
  readonly ruleSet: ControlRuleSet;
  readonly better: Direction;
  /** 1 at places that are left out of limits and rules; null for none. */
  readonly excluded: Uint8Array | null;
  /** Places where new phases start, ascending, the first phase left out. */
  readonly phases: readonly number[];
  /** Last place that limits of its phase are made from; null: limits are made from all. */
  readonly freeze: number | null;
  readonly screen: boolean;
  /** The latest target, for a denominator of one; null for none. */
  readonly target: number | null;
}

/** A phase with what its limits are drawn from; null where it has too few points. */
interface JudgedSpan extends Span {
  readonly estimated: Estimated | null;
}

/**
 * Limits and signals as arrays, one entry a place of the chart (NaN for none). `state`: `too-few` points for any phase
 * to be judged; `no-variation` where every value is the same.
 */
export interface Judged {
  readonly state: 'judged' | 'too-few' | 'no-variation';
  readonly sample: Sample;
  readonly spans: readonly JudgedSpan[];
  /** Values as drawn: those measured, or their moving ranges or standard deviations. */
  readonly values: Float64Array;
  readonly centre: Float64Array;
  readonly lower: Float64Array;
  readonly upper: Float64Array;
  readonly sigma: Float64Array;
  readonly z: Float64Array;
  readonly patterns: readonly Pattern[];
  readonly variation: ControlVariation;
  readonly assurance: Assurance;
}

/**
 * Limits, signals, variation and assurance of one series: the numbers alone, without sentences, periods and results.
 * This is what a control chart is built on, and what thousands of series are judged by. Nothing is checked here.
 *
 * @example judge({ y: Float64Array.of(3, 5, 4), n: null, sd: null }, { ...settings, chart: 'i' }).upper
 */
export function judge(measured: Measurements, settings: JudgeSettings): Judged {
  const { ruleSet, excluded } = settings;
  const chart = CHARTS[settings.chart];
  const drawn = charted(measured, settings);
  const sample = sampleOf(drawn, excluded);
  const spans = estimateSpans(sample, settings, chart);
  const lines = drawLines(drawn, sample, spans, settings, chart);
  const sequence = sequenceOf(sample, spans, lines);
  const state = stateOf(sample, spans);
  const patterns = state === 'judged' ? findPatterns(sample, spans, sequence, settings, chart) : [];
  const z = new Float64Array(drawn.y.length).fill(Number.NaN);
  sample.at.forEach((place, i) => {
    z[place] = sequence.z[i] ?? Number.NaN;
  });
  const last = sample.at.at(-1) ?? 0;
  const lastPhase = settings.phases.at(-1) ?? 0;
  const judged = state === 'judged' && spans.at(-1)?.estimated != null;
  return {
    state,
    sample,
    spans,
    values: drawn.y,
    ...lines,
    z,
    patterns,
    variation: judged ? chartVariation(patterns, ruleSet, last, lastPhase) : 'insufficient',
    assurance: judged
      ? assuranceOf(settings.target, lines.lower[last], lines.upper[last], chart, ruleSet, settings.better)
      : 'none',
  };
}

/** The values that are drawn: on an MR chart the moving ranges, on an S chart the standard deviations. */
function charted(measured: Measurements, { chart, excluded, phases }: JudgeSettings): Measurements {
  if (chart === 'mr') return { ...measured, y: movingRanges(measured.y, excluded, phases) };
  if (chart === 's' && measured.sd !== null) return { ...measured, y: measured.sd };
  return measured;
}

function estimateSpans(sample: Sample, settings: JudgeSettings, chart: ChartType): readonly JudgedSpan[] {
  const { ruleSet, screen } = settings;
  const policy = { constants: ruleSet.constants, screening: ruleSet.screening, screen };
  const enough = sample.at.length >= ruleSet.minimum.chart;
  return spansOf(sample, settings.phases, settings.freeze).map((span) => {
    const judged = enough && span.end - span.start >= ruleSet.minimum.phase && span.baseEnd > span.start;
    return { ...span, estimated: judged ? chart.estimate(sample, span, policy) : null };
  });
}

interface Lines {
  readonly centre: Float64Array;
  readonly lower: Float64Array;
  readonly upper: Float64Array;
  readonly sigma: Float64Array;
}

function drawLines(
  { y, n }: Measurements,
  sample: Sample,
  spans: readonly JudgedSpan[],
  { phases, ruleSet }: JudgeSettings,
  chart: ChartType,
): Lines {
  const empty = () => new Float64Array(y.length).fill(Number.NaN);
  const lines = { centre: empty(), lower: empty(), upper: empty(), sigma: empty() };
  spans.forEach((span, k) => {
    const to = phases[k] ?? y.length;
    const estimated = span.estimated;
    const mean = estimated === null ? meanOfSpan(sample, span) : Number.NaN;
    let limits = estimated && !chart.varying ? chart.limits(estimated, 1, ruleSet) : null;
    for (let i = phases[k - 1] ?? 0; i < to; i += 1) {
      if (estimated === null) {
        lines.centre[i] = mean;
        continue;
      }
      if (chart.varying) limits = chart.limits(estimated, n?.[i] ?? Number.NaN, ruleSet);
      if (limits === null) continue;
      lines.centre[i] = limits.centre;
      lines.sigma[i] = limits.sigma;
      lines.lower[i] = chart.floor !== null && limits.lower < chart.floor ? chart.floor : limits.lower;
      lines.upper[i] = chart.ceiling !== null && limits.upper > chart.ceiling ? chart.ceiling : limits.upper;
    }
  });
  return lines;
}

/** Where a phase is too short for limits the mean is drawn all the same. */
function meanOfSpan({ y, n }: Sample, { start, baseEnd, end }: Span): number {
  const to = baseEnd > start ? baseEnd : end;
  let sum = 0;
  let size = 0;
  for (let i = start; i < to; i += 1) {
    const weight = n?.[i] ?? 1;
    sum += weight * (y[i] ?? 0);
    size += weight;
  }
  return sum / size;
}

function sequenceOf({ y, at, apart }: Sample, spans: readonly JudgedSpan[], lines: Lines): Sequence {
  const side = new Int8Array(y.length);
  const beyond = new Int8Array(y.length);
  const z = new Float64Array(y.length).fill(Number.NaN);
  const meanRange = new Float64Array(y.length).fill(Number.NaN);
  for (const { start, end, estimated } of spans) {
    if (estimated === null) continue;
    const rounding = ROUNDING * magnitude(y, start, end);
    for (let i = start; i < end; i += 1) {
      const place = at[i] ?? 0;
      const value = y[i] ?? Number.NaN;
      const away = value - (lines.centre[place] ?? Number.NaN);
      side[i] = Math.abs(away) > rounding ? Math.sign(away) : 0;
      z[i] = side[i] === 0 ? 0 : away / (lines.sigma[place] ?? Number.NaN);
      if (Number.isNaN(lines.sigma[place])) z[i] = Number.NaN;
      if (value > (lines.upper[place] ?? Number.NaN) + rounding) beyond[i] = 1;
      else if (value < (lines.lower[place] ?? Number.NaN) - rounding) beyond[i] = -1;
      meanRange[i] = estimated.meanRange ?? Number.NaN;
    }
  }
  return { y, side, z, beyond, apart, meanRange };
}

function stateOf({ y }: Sample, spans: readonly JudgedSpan[]): Judged['state'] {
  if (spans.every(({ estimated }) => estimated === null)) return 'too-few';
  const [first = 0] = y;
  const rounding = ROUNDING * magnitude(y, 0, y.length);
  return y.every((value) => Math.abs(value - first) <= rounding) ? 'no-variation' : 'judged';
}

/** Stretches over which a rule runs: each judged phase alone, or judged neighbours together. */
function reaches(spans: readonly JudgedSpan[], crosses: boolean): readonly (readonly [number, number])[] {
  const found: [number, number][] = [];
  for (const { start, end, estimated } of spans) {
    const before = found.at(-1);
    if (estimated === null) continue;
    if (crosses && before && before[1] === start) before[1] = end;
    else found.push([start, end]);
  }
  return found;
}

/** Whether a rule of the set belongs on a chart. */
export function belongs(rule: ControlRule, chart: ChartName): boolean {
  return CHARTS[chart].families.includes(rule.family);
}

function findPatterns(
  { at }: Sample,
  spans: readonly JudgedSpan[],
  sequence: Sequence,
  { ruleSet, better }: JudgeSettings,
  chart: ChartType,
): readonly Pattern[] {
  const found: Pattern[] = [];
  const whole = reaches(spans, true);
  const single = spans.length > 1 ? reaches(spans, false) : whole;
  for (const rule of ruleSet.rules) {
    if (!chart.families.includes(rule.family)) continue;
    for (const [start, end] of rule.crosses ? whole : single) {
      for (const { from, to, side, marked } of stretchesOf(rule, sequence, start, end)) {
        found.push({
          rule: rule.rule,
          side,
          from: at[from] ?? 0,
          to: at[to] ?? 0,
          count: rule.kind === 'trend' ? trendPoints(sequence, from, to) : to - from + 1,
          at: marked.map((i) => at[i] ?? 0),
          variation: patternVariation(rule, side, better, chart),
        });
      }
    }
  }
  return found;
}

/** Points of a trend: of equal neighbours one. */
function trendPoints({ y }: Sequence, from: number, to: number): number {
  let points = 1;
  for (let i = from + 1; i <= to; i += 1) if (y[i] !== y[i - 1]) points += 1;
  return points;
}
