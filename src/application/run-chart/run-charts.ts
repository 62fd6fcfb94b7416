import { signalFinding } from '../../analysis/run-chart/findings.ts';
import type { RunChartResult } from '../../analysis/run-chart/result.ts';
import { runChart } from '../../analysis/run-chart/run-chart.ts';
import type { ProblemCode } from '../../catalogue.ts';
import { selectSeries } from '../../data/select/choose-series.ts';
import type { Dataset } from '../../data/series.ts';
import type { Finding } from '../../finding.ts';
import { findingText } from '../../messages.ts';
import type { Settings } from '../../question/settings.ts';
import type { Asides } from '../asides.ts';
import { chartEach } from '../chart/each.ts';
import { chartOptions } from '../chart/options.ts';
import { askedRunRuleSet } from '../chart/rule-sets.ts';
import type { ShownRunChart } from '../json-document.ts';
import { type Seasons, seasonsOf, withSeasons } from './seasons.ts';

interface RunCharts {
  readonly results: readonly ShownRunChart[];
  /** What the charts found, chart by chart. */
  readonly findings: readonly Finding[];
  readonly seasons: Seasons;
  /** What was assumed or left out in choosing the series. */
  readonly remarks: readonly Finding[];
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
  const seasons = seasonsOf(series, settings.rules, options);
  const { results: plain, remarks } = chartEach(series, OF_ONE_AREA, (one) => withTexts(runChart(one, options)));
  const results = withSeasons(plain, seasons);
  const found = results.flatMap((chart) => chart.findings);
  return { results, findings: found, seasons, remarks: [...findings, ...remarks] };
}

/** What keeps one area from being charted, and not the others. */
const OF_ONE_AREA: readonly ProblemCode[] = ['run-chart.nothing', 'run-chart.baseline'];

function withTexts(chart: RunChartResult): ShownRunChart {
  const signals = chart.signals.map((signal) => ({ ...signal, text: findingText(signalFinding(chart, signal)) }));
  return { ...chart, signals };
}
