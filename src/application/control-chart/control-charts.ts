import { controlChart } from '../../analysis/control-chart/control-chart.ts';
import { controlSignalFinding } from '../../analysis/control-chart/findings.ts';
import type { ControlChartOptions } from '../../analysis/control-chart/options.ts';
import type { ChartName, ControlChartResult } from '../../analysis/control-chart/result.ts';
import type { SubgroupSeries } from '../../analysis/control-chart/subgroups.ts';
import type { ProblemCode } from '../../catalogue.ts';
import { parsePeriodOption } from '../../data/period/parse.ts';
import type { Series } from '../../data/series.ts';
import { findingText } from '../../messages.ts';
import type { Settings } from '../../question/settings.ts';
import type { Asides } from '../asides.ts';
import { type ChartedEach, chartEach } from '../chart/each.ts';
import { chartOptions, frequencyOf } from '../chart/options.ts';
import { askedControlRuleSet, checkChart } from '../chart/rule-sets.ts';
import type { ShownControlChart } from '../json-document.ts';
import { inFiles } from '../quarterly.ts';
import { type Seasons, seasonsUnder } from '../run-chart/seasons.ts';

interface ControlCharts extends ChartedEach<ShownControlChart> {
  readonly seasons: Seasons;
  /** The same areas without their yearly cycle, where one hides signals. */
  readonly adjusted: readonly ShownControlChart[];
}

/** What keeps one area from being charted, and not the others. */
export const OF_ONE_AREA: readonly ProblemCode[] = [
  'control-chart.nothing',
  'control-chart.baseline',
  'control-chart.phase-outside',
  'control-chart.phase-short',
];

/** What is charted, with the targets of its periods where they are a measure. */
export type Charted = (Series | SubgroupSeries) & { readonly targets?: readonly (number | null)[] };

/** One control chart for each series. Throws usage and data errors. */
export function controlCharts(
  all: readonly Charted[],
  settings: Settings,
  asides: Pick<Asides, 'annotations'>,
): ControlCharts {
  const options: Partial<ControlChartOptions> = {
    ...chartOptions(all, settings, asides),
    chart: settings.chart as ChartName | 'auto',
    ruleSet: askedControlRuleSet(settings.rules).name,
    shiftLength: settings.runLength,
    trendLength: settings.runLength,
    phases: settings.phases.map((text) => parsePeriodOption('--phases', text, settings, frequencyOf(all))),
    screenMovingRanges: settings.screenMovingRanges,
    target: typeof settings.target === 'number' ? settings.target : null,
  };
  const seasons = seasonsUnder(settings.rules, { per: options.per ?? 1, ...between(options) });
  const charted = inFiles(settings.files, () =>
    chartEach(all, OF_ONE_AREA, (one) => {
      const chart = withTexts(controlChart(one, one.targets ? { ...options, target: one.targets } : options));
      return 'values' in one && SEASONAL.includes(chart.chart) ? seasons.with(chart, one) : chart;
    }),
  );
  return { ...charted, seasons, adjusted: adjustedCharts(seasons, options) };
}

/** Charts of the values themselves: not of how they vary, nor of events. */
const SEASONAL: readonly string[] = ['i', 'iprime', 'c', 'u', 'uprime', 'p', 'pprime'];

const between = ({ from = null, to = null }: Partial<ControlChartOptions>) => ({ from, to });

/** Charts of the adjusted series, by the same rules. An adjusted count is no count: the limits are those of individuals. */
function adjustedCharts(seasons: Seasons, options: Partial<ControlChartOptions>): readonly ShownControlChart[] {
  const hidden = seasons.hidden().map(({ adjusted }) => adjusted);
  if (hidden.length === 0) return [];
  const { charts } = chartEach(hidden, OF_ONE_AREA, (one) => {
    const chart = one.denominator === null ? 'i' : 'iprime';
    return withTexts(controlChart(one, { ...options, chart, alternatives: false }));
  });
  return [...charts];
}

/** Throws a usage error, with the nearest name, unless the settings name a control chart and a control chart's rule set. */
export function checkControlNames({ chart, rules }: Settings, option = '--rules'): void {
  checkChart(chart);
  askedControlRuleSet(rules, option);
}

function withTexts(chart: ControlChartResult): ShownControlChart {
  const signals = chart.signals.map((signal) => ({
    ...signal,
    text: findingText(controlSignalFinding(chart, signal)),
  }));
  return { ...chart, signals };
}
