import { signalFinding } from '../../analysis/run-chart/findings.ts';
import type { RunChartResult } from '../../analysis/run-chart/result.ts';
import { runChart } from '../../analysis/run-chart/run-chart.ts';
import type { ProblemCode } from '../../catalogue.ts';
import { selectSeries } from '../../data/select/choose-series.ts';
import type { Dataset } from '../../data/series.ts';
import { findingText } from '../../messages.ts';
import type { Settings } from '../../question/settings.ts';
import type { Asides } from '../asides.ts';
import { type ChartedEach, chartEach } from '../chart/each.ts';
import { chartOptions } from '../chart/options.ts';
import { askedRunRuleSet } from '../chart/rule-sets.ts';
import type { ShownRunChart } from '../json-document.ts';
import { type Seasons, seasonsUnder } from './seasons.ts';

interface RunCharts extends ChartedEach<ShownRunChart> {
  readonly seasons: Seasons;
}

/** One run chart for each area that the settings name, or for each of the data. Throws usage and data errors. */
export function runCharts(dataset: Dataset, settings: Settings, asides: Pick<Asides, 'annotations'>): RunCharts {
  const ruleSet = askedRunRuleSet(settings.rules).name;
  const { series, findings } = selectSeries(dataset, settings, settings.measure);
  const options = {
    ...chartOptions(series, settings, asides),
    ruleSet,
    runsLimits: settings.runsLimits,
    target: typeof settings.target === 'number' ? settings.target : null,
  };
  const seasons = seasonsUnder(settings.rules, options);
  const charted = chartEach(series, OF_ONE_AREA, (one) => seasons.with(withTexts(runChart(one, options)), one));
  return { ...charted, seasons, remarks: [...findings, ...charted.remarks] };
}

/** What keeps one area from being charted, and not the others. */
const OF_ONE_AREA: readonly ProblemCode[] = ['run-chart.nothing', 'run-chart.baseline'];

function withTexts(chart: RunChartResult): ShownRunChart {
  const signals = chart.signals.map((signal) => ({ ...signal, text: findingText(signalFinding(chart, signal)) }));
  return { ...chart, signals };
}
