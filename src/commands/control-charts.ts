import { CHARTS } from '../analysis/control/chart-types.ts';
import { controlChart } from '../analysis/control/control-chart.ts';
import { controlSignalFinding } from '../analysis/control/findings.ts';
import type { ControlChartOptions } from '../analysis/control/options.ts';
import type { ChartName, ControlChartResult, ControlSignal } from '../analysis/control/result.ts';
import { CONTROL_RULE_SETS, controlRuleSet } from '../analysis/control/rule-sets.ts';
import type { SubgroupSeries } from '../analysis/control/subgroups.ts';
import { RUN_RULE_SETS } from '../analysis/run-rule-sets.ts';
import { parsePeriodOption } from '../data/options.ts';
import type { Source } from '../data/read.ts';
import type { Series } from '../data/series.ts';
import { nearest } from '../data/text.ts';
import { usageError } from '../errors.ts';
import type { Finding } from '../finding.ts';
import { findingText } from '../messages.ts';
import type { Settings } from '../project/settings.ts';
import { chartEach } from './chart-each.ts';
import { chartOptions, frequencyOf } from './chart-options.ts';
import { inFiles } from './quarterly.ts';

/** A control chart whose signals have their sentences. */
export interface ShownControlChart extends ControlChartResult {
  readonly signals: readonly (ControlSignal & { readonly text: string })[];
}

export interface ControlCharts {
  readonly results: readonly ShownControlChart[];
  /** What the charts found, chart by chart. */
  readonly findings: readonly Finding[];
  /** Areas that could not be charted. */
  readonly remarks: readonly Finding[];
}

/** What keeps one area from being charted, and not the others. */
export const OF_ONE_AREA: readonly string[] = [
  'control-chart.nothing',
  'control-chart.baseline',
  'control-chart.phase-outside',
  'control-chart.phase-short',
];

/** What is charted, with the targets of its periods where they are a measure. */
export type Charted = (Series | SubgroupSeries) & { readonly targets?: readonly (number | null)[] };

/** One control chart for each series. Throws usage and data errors. */
export async function controlCharts(
  all: readonly Charted[],
  settings: Settings,
  source: Source,
): Promise<ControlCharts> {
  const options: Partial<ControlChartOptions> = {
    ...(await chartOptions(all, settings, source)),
    chart: settings.chart as ChartName | 'auto',
    ruleSet: settings.rules,
    shiftLength: settings.runLength,
    trendLength: settings.runLength,
    phases: settings.phases.map((text) => parsePeriodOption('--phases', text, settings, frequencyOf(all))),
    screenMovingRanges: settings.screenMovingRanges,
    target: typeof settings.target === 'number' ? settings.target : null,
  };
  const { results, remarks } = inFiles(settings.files, () =>
    chartEach(all, OF_ONE_AREA, (one) =>
      withTexts(controlChart(one, one.targets ? { ...options, target: one.targets } : options)),
    ),
  );
  return { results, findings: results.flatMap((chart) => chart.findings), remarks };
}

/** Throws a usage error, with the nearest name, unless the settings name a control chart and a control chart's rule set. */
export function checkControlNames({ chart, rules }: Settings): void {
  const charts = [...Object.keys(CHARTS), 'run', 'auto'];
  if (!charts.includes(chart))
    throw usageError('control-chart.unknown-chart', { name: chart, known: charts, nearest: nearest(chart, charts, 1) });
  const known = Object.keys(CONTROL_RULE_SETS);
  if (known.includes(rules) || Object.hasOwn(RUN_RULE_SETS, rules)) controlRuleSet(rules);
  else throw usageError('control-chart.unknown-rules', { name: rules, known, nearest: nearest(rules, known, 1) });
}

function withTexts(chart: ControlChartResult): ShownControlChart {
  const signals = chart.signals.map((signal) => ({
    ...signal,
    text: findingText(controlSignalFinding(chart, signal)),
  }));
  return { ...chart, signals };
}
