import { runChart } from '../analysis/run-chart.ts';
import type { RunChartResult, RunSignal } from '../analysis/run-chart-result.ts';
import { signalFinding } from '../analysis/run-findings.ts';
import type { RunChartOptions } from '../analysis/run-options.ts';
import { CONTROL_CHART_RULE_SETS, RUN_RULE_SETS, runRuleSet } from '../analysis/run-rule-sets.ts';
import { selectSeries } from '../data/choose-series.ts';
import { parsePeriodOption, parseWindowOption } from '../data/options.ts';
import { type Frequency, formatPeriod, type Period } from '../data/period.ts';
import type { Source } from '../data/read.ts';
import type { Dataset, Series } from '../data/series.ts';
import { nearest } from '../data/text.ts';
import { dataError, QuarterlineError, usageError } from '../errors.ts';
import { type Finding, problem } from '../finding.ts';
import { findingText } from '../messages.ts';
import type { Settings } from '../project/settings.ts';

/** A run chart whose signals have their sentences. */
export interface ShownRunChart extends RunChartResult {
  readonly signals: readonly (RunSignal & { readonly text: string })[];
}

export interface RunCharts {
  readonly results: readonly ShownRunChart[];
  /** What the charts found, chart by chart. */
  readonly findings: readonly Finding[];
  /** What was assumed or left out in choosing the series. */
  readonly remarks: readonly Finding[];
}

/** One run chart for each area that the settings name, or for each of the data. Throws usage and data errors. */
export async function runCharts(dataset: Dataset, settings: Settings, source: Source): Promise<RunCharts> {
  checkRuleSet(settings.rules);
  const { series, findings } = selectSeries(dataset, settings, settings.measure);
  const options = await optionsFor(series, settings, source);
  const { results, remarks } = chartEach(series, options);
  return { results, findings: results.flatMap((chart) => chart.findings), remarks: [...findings, ...remarks] };
}

/** What keeps one area from being charted, and not the others. */
const OF_ONE_AREA: readonly string[] = ['run-chart.nothing', 'run-chart.baseline'];

/** A chart for each series that can be charted as asked; the areas that cannot are named. Throws where none can. */
function chartEach(all: readonly Series[], options: RunChartOptions): Pick<RunCharts, 'results' | 'remarks'> {
  const left: { readonly area: string; readonly error: QuarterlineError }[] = [];
  const results = all.flatMap((one) => {
    try {
      return [withTexts(runChart(one, options))];
    } catch (error) {
      if (!(error instanceof QuarterlineError) || !OF_ONE_AREA.includes(error.problems[0]?.code ?? '')) throw error;
      left.push({ area: one.area.name, error });
      return [];
    }
  });
  if (results.length === 0 && left[0]) throw left[0].error;
  const areas = left.map(({ area }) => area);
  return { results, remarks: areas.length > 0 ? [problem('run-chart.not-charted', { areas })] : [] };
}

/** Throws a usage error, with the nearest name, unless this is a run chart rule set. */
export function checkRuleSet(name: string): void {
  const known = Object.keys(RUN_RULE_SETS);
  if (known.includes(name) || CONTROL_CHART_RULE_SETS.includes(name)) runRuleSet(name);
  else throw usageError('run-chart.unknown-rules', { name, known, nearest: nearest(name, known, 1) });
}

function withTexts(chart: RunChartResult): ShownRunChart {
  const signals = chart.signals.map((signal) => ({ ...signal, text: findingText(signalFinding(chart, signal)) }));
  return { ...chart, signals };
}

async function optionsFor(all: readonly Series[], settings: Settings, source: Source): Promise<RunChartOptions> {
  const frequency: Frequency = all[0]?.periods[0]?.frequency ?? 'quarter';
  const period = (option: string, text: string | null, edge: 'start' | 'end'): Period | null =>
    text === null ? null : parsePeriodOption(option, text, settings, frequency, edge);
  return {
    ruleSet: settings.rules,
    runsLimits: settings.runsLimits,
    freeze: period('--freeze', settings.freeze, 'end'),
    exclude: settings.exclude.flatMap((text) => excludedPeriods(text, all, frequency, settings)),
    from: period('--from', settings.from, 'start'),
    to: period('--to', settings.to, 'end'),
    target: settings.target,
    annotations: settings.annotate === null ? [] : await annotations(settings.annotate, frequency, settings, source),
    intervention: period('--intervention', settings.intervention, 'start'),
    per: settings.per,
  };
}

async function annotations(path: string, frequency: Frequency, settings: Settings, source: Source) {
  const { readAnnotations } = await import('./annotations.ts');
  return readAnnotations(path, frequency, settings, source);
}

/** The periods of the data that an `--exclude` names: one, or all of a year or of `Q..Q`. Throws where there is none. */
function excludedPeriods(
  text: string,
  all: readonly Series[],
  frequency: Frequency,
  settings: Settings,
): readonly Period[] {
  const { from, to } = parseWindowOption('--exclude', text, settings, frequency);
  const indices = new Set(all.flatMap(({ periods }) => periods.map(({ index }) => index)));
  const found = [...indices].filter((index) => from.index <= index && index <= to.index).sort((a, b) => a - b);
  if (found.length > 0) return found.map((index) => ({ frequency, index }));
  const sorted = [...indices].sort((a, b) => a - b);
  const name = (index: number | undefined) => (index === undefined ? '' : formatPeriod({ frequency, index }));
  throw dataError('run-chart.exclude-none', { text, first: name(sorted[0]), last: name(sorted.at(-1)) });
}
