import type { Period } from '../../data/period.ts';
import type { Series } from '../../data/series.ts';
import { caution, type Finding, finding } from '../../finding.ts';
import type { BarePoint } from '../chart/points.ts';
import { chooseChart } from '../control-chart/choose-chart.ts';
import { controlRuleSet } from '../control-chart/choose-rule-set.ts';
import { type JudgeSettings, judge } from '../control-chart/judge.ts';
import { measure } from '../control-chart/measure.ts';
import type { ChartName } from '../control-chart/result.ts';
import { findShifts, type Looked } from './find-shifts.ts';
import type { PhaseCandidate, PhaseDecision, PhaseProposals, PhaseRun, ProposedPhase } from './result.ts';

interface SuggestOptions {
  readonly chart: ChartName | 'auto';
  readonly ruleSet: string;
  /** Points in a row on one side; null: 8. */
  readonly runLength: number | null;
  /** Points from which the centre line of a phase is first made. */
  readonly baseline: number;
  /** Fewest points in a phase. */
  readonly fewest: number;
  readonly from: Period | null;
  readonly to: Period | null;
  readonly exclude: readonly Period[];
  readonly per: number;
}

const RUN_LENGTH = 8;

const DEFAULT_SUGGEST_OPTIONS: SuggestOptions = {
  chart: 'auto',
  ruleSet: 'ihi-control',
  runLength: null,
  baseline: 12,
  fewest: 8,
  from: null,
  to: null,
  exclude: [],
  per: 1000,
};

/**
 * Where new phases might begin, with the evidence and every decision; nothing is changed by it. The limits of each phase are
 * those that its points would have on the chart. Throws usage errors for a chart or rule set that does not exist, and data
 * errors for values that the chart cannot be made of.
 *
 * @example suggestPhases(series).candidates.map(({ from }) => from).join(',') // for --phases
 */
export function suggestPhases(series: Series, options: Partial<SuggestOptions> = {}): PhaseProposals {
  const chosen = { ...DEFAULT_SUGGEST_OPTIONS, ...options };
  const ruleSet = controlRuleSet(chosen.ruleSet);
  const chart = chosen.chart === 'auto' ? chooseChart(series).chart : chosen.chart;
  const { points, measurements, factor } = measure(series, chart, chosen);
  const settings = {
    runLength: chosen.runLength ?? RUN_LENGTH,
    baseline: chosen.baseline,
    fewest: chosen.fewest,
  };
  const judging: JudgeSettings = {
    chart,
    ruleSet,
    better: series.measure.better,
    excluded: Uint8Array.from(points, ({ excluded }) => (excluded ? 1 : 0)),
    phases: [],
    freeze: null,
    screen: ruleSet.screening.byDefault,
    target: null,
  };
  const { sample } = judge(measurements, judging);
  const looked = findShifts(sample, settings);
  const starts = looked.filter(({ reason }) => reason === 'lasting').map(({ begin }) => sample.at[begin] ?? 0);
  const judged = judge(measurements, { ...judging, phases: starts });
  const name = (i: number): string => points[sample.at[i] ?? 0]?.period ?? '';
  const runOf = ({ start, end, side }: Looked): PhaseRun => ({
    from: name(start),
    to: name(end),
    side: side > 0 ? 'above' : 'below',
    count: end - start + 1,
  });
  const phases = judged.spans.map(({ start, end }): ProposedPhase => {
    const last = sample.at[end - 1] ?? 0;
    const drawn = (values: Float64Array): number | null => {
      const value = values[last] ?? Number.NaN;
      return Number.isFinite(value) ? value * factor : null;
    };
    const lines = { centre: drawn(judged.centre), lower: drawn(judged.lower), upper: drawn(judged.upper) };
    return { from: name(start), to: name(end - 1), n: end - start, ...lines };
  });
  const proposals = {
    area: series.area.name,
    measure: series.measure.name,
    unit: series.denominator === null ? series.measure.unit : 'rate',
    rate: series.denominator === null ? null : { per: chosen.per, denominator: series.denominator.measure.name },
    frequency: series.periods[0]?.frequency ?? 'event',
    step: series.step,
    chart,
    ruleSet: ruleSet.name,
    settings,
    candidates: candidatesOf(looked, phases, points, sample.at, runOf),
    log: looked.map(
      (one): PhaseDecision => ({
        run: runOf(one),
        proposed: one.reason === 'lasting',
        reason: one.reason,
        before: one.begin - one.phaseStart,
        after: sample.y.length - one.begin,
      }),
    ),
  };
  return { ...proposals, findings: findingsOf(proposals) };
}

function candidatesOf(
  looked: readonly Looked[],
  phases: readonly ProposedPhase[],
  points: readonly BarePoint[],
  at: Int32Array,
  runOf: (one: Looked) => PhaseRun,
): readonly PhaseCandidate[] {
  return looked
    .filter(({ reason }) => reason === 'lasting')
    .flatMap((one, k) => {
      const [before, after] = [phases[k], phases[k + 1]];
      const point = points[at[one.begin] ?? 0];
      if (!before || !after || !point) return [];
      const change = before.centre === null || after.centre === null ? null : after.centre - before.centre;
      const percentChange = change === null || !before.centre ? null : (100 * change) / before.centre;
      return [{ from: point.period, index: point.index, run: runOf(one), before, after, change, percentChange }];
    });
}

function findingsOf({
  area,
  candidates,
  log,
  settings,
  ...about
}: Omit<PhaseProposals, 'findings'>): readonly Finding[] {
  const slots = {
    area,
    measure: about.measure,
    unit: about.unit,
    per: about.rate?.per ?? null,
    denominator: about.rate?.denominator ?? null,
    frequency: about.frequency,
    step: about.step,
  };
  if (candidates.length === 0) return [finding('phases.none', { ...slots, looked: log.length, ...settings })];
  return [
    ...candidates.map(({ from, run, before, after, percentChange }) =>
      finding('phases.candidate', {
        ...slots,
        from,
        count: run.count,
        side: run.side,
        runTo: run.to,
        before: before.n,
        after: after.n,
        centreBefore: before.centre,
        centreAfter: after.centre,
        lower: after.lower,
        upper: after.upper,
        percentChange,
      }),
    ),
    caution('phases.confirm', { area, phases: candidates.map(({ from }) => from) }),
  ];
}
