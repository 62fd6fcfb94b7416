import type { Series } from '../../data/series.ts';
import { caution, type Finding, finding } from '../../finding.ts';
import { chartCautions, withoutDenominator } from '../chart/cautions.ts';
import { fewestCrossings, longestRunLimit } from './limits.ts';
import type { RunChartOptions } from './options.ts';
import type { RunChartResult, RunRuleId, RunSignal } from './result.ts';
import type { RunRuleSet } from './rule-sets.ts';
import { applies, type RunsAnalysis } from './rules.ts';

/** A median from fewer points than this moves with each of them. */
const FIRM_BASELINE = 10;

type Chart = Omit<RunChartResult, 'findings'>;

interface Background {
  readonly analysis: RunsAnalysis;
  readonly ruleSet: RunRuleSet;
  readonly options: RunChartOptions;
  readonly series: Series;
}

/** What a run chart says: the verdict first, then each signal, then what a reader must bear in mind. */
export function runChartFindings(chart: Chart, background: Background): readonly Finding[] {
  return [
    verdict(chart, background),
    ...chart.signals.map((signal) => signalFinding(chart, signal)),
    ...cautionsOfRules(chart, background),
    ...cautionsOfData(chart, background),
  ];
}

const subject = ({ area, measure, frequency, step, unit, rate, n }: Chart) => ({
  area,
  measure,
  frequency,
  step,
  unit,
  n,
  per: rate?.per ?? null,
  denominator: rate?.denominator ?? null,
});

function verdict(chart: Chart, { analysis, ruleSet }: Background): Finding {
  const slots = {
    ...subject(chart),
    useful: chart.useful,
    median: chart.centre.value,
    from: chart.points.find(({ value }) => value !== null)?.period ?? null,
    to: chart.points.findLast(({ value }) => value !== null)?.period ?? null,
    ruleSet: chart.ruleSet,
    minimum: ruleSet.minimumUseful,
  };
  if (chart.signals.length > 0)
    return finding('run-chart.signals', { ...slots, rules: chart.signals.map((signal) => kindOf(chart, signal)) });
  if (new Set(analysis.used.map(({ value }) => value)).size === 1) return finding('run-chart.no-variation', slots);
  if (chart.useful < ruleSet.minimumUseful) return finding('run-chart.no-verdict', slots);
  return finding('run-chart.no-signal', slots);
}

/** The rule, and for the number of runs on which side of its limits it lies. */
function kindOf({ runs }: Chart, { rule, count }: RunSignal): Exclude<RunRuleId, 'runs'> | 'few-runs' | 'many-runs' {
  if (rule !== 'runs') return rule;
  return runs.lower !== null && count < runs.lower ? 'few-runs' : 'many-runs';
}

/** A signal's finding: its sentence says rule, points, meaning and what to ask next. */
export function signalFinding(chart: Chart, signal: RunSignal): Finding {
  const first = signal.at[0] ?? 0;
  const span = chart.points.slice(first, (signal.at.at(-1) ?? -1) + 1);
  return finding(`run-chart.${signal.rule}`, {
    ...subject(chart),
    from: signal.from,
    to: signal.to,
    side: signal.side,
    count: signal.count,
    first: signal.from === chart.points.find(({ value, excluded }) => value !== null && !excluded)?.period,
    gaps: signal.gaps,
    onMedian: span.filter(({ value, excluded }) => !excluded && value !== null && value === chart.centre.value).length,
    median: chart.centre.value,
    useful: chart.useful,
    lower: chart.runs.lower,
    upper: chart.runs.upper,
    method: chart.runs.method,
    longestRunLimit: longestRunLimit(chart.useful),
    crossingsLimit: fewestCrossings(chart.useful),
  });
}

function cautionsOfRules(chart: Chart, { analysis, ruleSet }: Background): readonly Finding[] {
  const found: Finding[] = [];
  const { area, useful, runs, centre, signals } = chart;
  const base = { ...subject(chart), useful };
  if (signals.length === 0 && useful >= ruleSet.minimumUseful) found.push(caution('run-chart.silence', base));
  if (signals.length > 0 && chart.falseAlarmRate !== null) {
    const slots = { ...base, ruleSet: chart.ruleSet, percent: chart.falseAlarmRate };
    found.push(caution('run-chart.false-alarms', slots));
  }
  if (signals.length > 0 && useful < ruleSet.minimumUseful)
    found.push(caution('run-chart.too-few', { ...base, minimum: ruleSet.minimumUseful }));
  if (centre.baseline !== null && centre.baseline.n < FIRM_BASELINE)
    found.push(
      caution('run-chart.short-baseline', {
        area,
        from: centre.baseline.from,
        to: centre.baseline.to,
        baselineCount: centre.baseline.n,
        minimum: FIRM_BASELINE,
      }),
    );
  if (applies('runs', analysis, ruleSet)) {
    if (runs.lower === null && runs.upper === null) {
      const { above, below } = analysis;
      if (runs.method === 'exact') found.push(caution('run-chart.no-exact-limits', { ...base, above, below }));
      else found.push(caution('run-chart.no-printed-limits', base));
    }
    if (runs.method === 'printed') found.push(caution('run-chart.printed-unverified', { area }));
    if (runs.otherVerdict !== null) {
      const { method, signal, lower, upper } = runs.otherVerdict;
      const slots = {
        area,
        count: runs.count,
        method,
        signal,
        lower,
        upper,
        usedLower: runs.lower,
        usedUpper: runs.upper,
      };
      found.push(caution('run-chart.limits-differ', slots));
    }
  }
  return found;
}

function cautionsOfData(chart: Chart, { options, series }: Background): readonly Finding[] {
  const { area, points, rate, worthALook } = chart;
  const denominator = withoutDenominator(series);
  const empty = points.filter(({ value, index }) => value === null && !denominator.has(index));
  const lacking = { value: new Set(empty.map(({ index }) => index)), denominator };
  return [
    ...chartCautions({ area, points, step: series.step, rate }, lacking, options, {
      gap: (slots) => caution('run-chart.gap', slots),
      excluded: (slots) => caution('run-chart.excluded', slots),
    }),
    ...(worthALook.length === 0
      ? []
      : [
          finding('run-chart.worth-a-look', {
            ...subject(chart),
            area,
            periods: worthALook.map(({ period }) => period),
            values: worthALook.map(({ value }) => value),
            lower: worthALook[0]?.lower ?? null,
            upper: worthALook[0]?.upper ?? null,
          }),
        ]),
  ];
}
