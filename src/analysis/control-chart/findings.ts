import { formatPeriod } from '../../data/period.ts';
import type { Series } from '../../data/series.ts';
import { caution, type Finding, finding } from '../../finding.ts';
import { chartCautions, withoutDenominator } from '../chart/cautions.ts';
import { CHARTS } from './chart-types.ts';
import { dispersionAllows } from './dispersion.ts';
import { belongs, type Judged, type JudgeSettings } from './judge.ts';
import { isSubgroups } from './measure.ts';
import type { ControlChartOptions } from './options.ts';
import type { ControlChartResult, ControlPoint, ControlSignal } from './result.ts';
import type { SubgroupSeries } from './subgroups.ts';

type Chart = Omit<ControlChartResult, 'findings'>;

interface Background {
  readonly judged: Judged;
  readonly settings: JudgeSettings;
  readonly options: ControlChartOptions;
  readonly series: Series | SubgroupSeries;
}

/** From this many points on, chance alone makes signals likely. Lloyd 2019. */
const MANY = 50;

/** What a control chart says: the verdict first, then each signal, then what a reader must bear in mind. */
export function controlChartFindings(chart: Chart, background: Background): readonly Finding[] {
  return [
    verdict(chart, background),
    ...chart.signals.map((signal) => controlSignalFinding(chart, signal)),
    ...assurance(chart),
    ...wouldChange(chart),
    ...cautionsOfLimits(chart, background),
    ...cautionsOfRules(chart, background),
    ...cautionsOfData(chart, background),
  ];
}

const subject = ({ area, measure, frequency, step, unit, rate, chart, ruleSet, better }: Chart) => ({
  area,
  measure,
  frequency,
  step,
  unit,
  per: rate?.per ?? null,
  denominator: rate?.denominator ?? null,
  chart,
  ruleSet,
  better,
});

const drawn = ({ value, excluded }: ControlPoint): boolean => value !== null && !excluded;

function verdict(chart: Chart, { settings, judged }: Background): Finding {
  const used = chart.points.filter(drawn);
  const slots = {
    ...subject(chart),
    n: judged.sample.at.length,
    from: used[0]?.period ?? null,
    to: used.at(-1)?.period ?? null,
    minimum: settings.ruleSet.minimum.chart,
    value: used[0]?.value ?? null,
    variation: chart.variation,
    phase: chart.phases.at(-1)?.from ?? null,
    phases: chart.phases.length,
    verdict: settings.ruleSet.verdict,
  };
  if (chart.state === 'too-few') return finding('control-chart.too-few', slots);
  if (chart.state === 'no-variation') return finding('control-chart.no-variation', slots);
  if (chart.signals.length === 0) return finding('control-chart.no-signal', slots);
  return finding('control-chart.signals', { ...slots, rules: chart.signals.map(({ rule }) => rule) });
}

/** A signal's finding, by its rule: its sentence says rule, points, meaning and what to ask next. */
export function controlSignalFinding(chart: Chart, signal: ControlSignal): Finding {
  const marked = signal.at.flatMap((place) => chart.points[place] ?? []);
  const first = marked[0];
  const last = marked.at(-1);
  return finding(`control-chart.${signal.rule}`, {
    ...subject(chart),
    rule: signal.rule,
    from: signal.from,
    to: signal.to,
    side: signal.side,
    count: signal.count,
    marked: marked.map(({ period }) => period),
    gaps: signal.gaps,
    variation: signal.variation,
    value: first?.value ?? null,
    limit: (signal.side === 'below' ? last?.lower : last?.upper) ?? null,
    centre: last?.centre ?? null,
    crosses: first !== undefined && last !== undefined && first.phase !== last.phase,
  });
}

function assurance(chart: Chart): readonly Finding[] {
  const target = chart.points.findLast((point) => point.target !== null)?.target ?? null;
  if (target === null) return [];
  const phase = chart.phases.at(-1);
  const slots = { ...subject(chart), target, lower: phase?.lower ?? null, upper: phase?.upper ?? null };
  if (chart.assurance === 'pass') return [finding('control-chart.pass', slots)];
  if (chart.assurance === 'fail') return [finding('control-chart.fail', slots)];
  if (chart.assurance === 'inconsistent') return [finding('control-chart.inconsistent', slots)];
  return [caution('control-chart.no-assurance', slots)];
}

/** The choices that would give another verdict; one that would give none at all says nothing against it. */
function wouldChange(chart: Chart): readonly Finding[] {
  const changes = chart.alternatives.filter(
    ({ changes: changed, variation }) => changed && variation !== 'insufficient',
  );
  if (changes.length === 0) return [];
  return [
    caution('control-chart.would-change', {
      ...subject(chart),
      variation: chart.variation,
      choices: changes.map(({ choice }) => choice),
      values: changes.map(({ value }) => value),
      variations: changes.map(({ variation }) => variation),
    }),
  ];
}

function cautionsOfLimits(chart: Chart, { judged, settings, options }: Background): readonly Finding[] {
  const found: Finding[] = [];
  const base = subject(chart);
  const { ruleSet } = settings;
  if (chart.chosen) {
    const { reason, sigmaZ, meanCount } = chart.chosen;
    found.push(caution('control-chart.chosen', { ...base, reason, sigmaZ, meanCount }));
  }
  const estimated = judged.spans.flatMap((span) => span.estimated ?? []);
  const withLimits = chart.phases.filter((_, k) => judged.spans[k]?.estimated != null);
  if (chart.state === 'judged') {
    for (const { from, to, n } of withLimits.filter((phase) => phase.n < ruleSet.firm))
      found.push(caution('control-chart.trial-limits', { ...base, from, to, n, firm: ruleSet.firm }));
    for (const { from, to, centre } of withLimits.filter(({ lower, upper }) => lower === null && upper === null))
      found.push(caution('control-chart.no-width', { ...base, from, to, centre }));
    for (const { from, to, n } of chart.phases.filter((_, k) => judged.spans[k]?.estimated == null))
      found.push(caution('control-chart.phase-unjudged', { ...base, from, to, n, minimum: ruleSet.minimum.phase }));
  }
  if (settings.screen && estimated.some(({ screenedOut }) => screenedOut === null))
    found.push(caution('control-chart.screening-refused', base));
  if (settings.screen && chart.screened) {
    const out = chart.phases.reduce((sum, { screenedOut }) => sum + screenedOut, 0);
    found.push(caution('control-chart.screened', { ...base, out }));
  }
  found.push(...dispersion(chart, judged));
  if (options.freeze !== null && options.phases.length > 0 && ruleSet.freezeWithPhases === 'freeze-alone')
    found.push(caution('control-chart.baseline-alone', { ...base, freeze: formatPeriod(options.freeze) }));
  return found;
}

/** What sigma-z says: of U' and P' charts that limits allow for it, of C, U and P charts only where they should. */
function dispersion(chart: Chart, { spans }: Judged): readonly Finding[] {
  const { sigmaZ } = chart;
  const last = spans.at(-1);
  if (sigmaZ === null || !last?.estimated) return [];
  const { alternative } = CHARTS[chart.chart];
  const slots = { ...subject(chart), sigmaZ, alternative };
  if (last.estimated.sigmaZ !== null) return [caution('control-chart.sigma-z', slots)];
  return dispersionAllows(sigmaZ, last.estimated.n) ? [] : [caution('control-chart.dispersion', slots)];
}

function cautionsOfRules(chart: Chart, { judged, settings }: Background): readonly Finding[] {
  const found: Finding[] = [];
  const base = subject(chart);
  const n = judged.sample.at.length;
  const left = settings.ruleSet.rules.filter((rule) => !belongs(rule, chart.chart)).map(({ rule }) => rule);
  if (left.length > 0) {
    const zones = CHARTS[chart.chart].families.includes('zone');
    const runs = CHARTS[chart.chart].families.includes('run');
    found.push(
      caution('control-chart.rules-left-out', {
        ...base,
        rules: left,
        reason: runs ? (zones ? 'moving-range' : 'zones') : 'outside-only',
      }),
    );
  }
  const both = chart.points.filter((_, place) => contradicts(chart, place));
  if (both.length > 0)
    found.push(caution('control-chart.both', { ...base, periods: both.map(({ period }) => period) }));
  if (chart.state === 'judged' && chart.signals.length === 0) found.push(caution('run-chart.silence', { ...base, n }));
  if (chart.state === 'judged' && n > MANY) found.push(caution('control-chart.many-points', { ...base, n }));
  return found;
}

/** Whether one signal at a point improves and another worsens, whatever its colour. */
function contradicts({ signals }: Chart, place: number): boolean {
  const own = signals.filter(({ at }) => at.includes(place)).map(({ variation }) => variation);
  return own.includes('improvement') && own.includes('concern');
}

function cautionsOfData({ area, points, rate }: Chart, { options, series }: Background): readonly Finding[] {
  const lacking = {
    value: missingPeriods(series),
    denominator: isSubgroups(series) ? new Set<number>() : withoutDenominator(series),
  };
  return chartCautions({ area, points, step: series.step, rate }, lacking, options, {
    gap: (slots) => caution('control-chart.gap', slots),
    excluded: (slots) => caution('control-chart.excluded', slots),
  });
}

/** Index of the periods without a value. */
function missingPeriods(series: Series | SubgroupSeries): ReadonlySet<number> {
  const empty = (at: number): boolean =>
    isSubgroups(series) ? series.observations[at]?.length === 0 : (series.values[at] ?? null) === null;
  return new Set(series.periods.filter((_, at) => empty(at)).map(({ index }) => index));
}
