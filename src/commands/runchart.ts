import { checkRuleSet, runCharts } from '../application/run-chart/run-charts.ts';
import { readDataset } from '../data/read.ts';
import { inputNotes } from '../document/provenance.ts';
import { commandLine } from '../question/command-line.ts';
import type { Settings } from '../question/settings.ts';
import { VERSION } from '../version.ts';
import type { Effects } from './effects.ts';
import { show } from './show.ts';

/** `runchart`: a run chart for each area, judged by a named rule set, each signal in a sentence. */
export async function run(settings: Settings, effects: Effects): Promise<number> {
  checkRuleSet(settings.rules);
  const dataset = await readDataset(settings.files, settings, effects);
  const { results, findings, seasons, remarks } = await runCharts(dataset, settings, effects);
  const { inputs } = dataset;
  const assumed = [...remarks, ...dataset.findings];
  const provenance = { inputs, commandLine: commandLine('runchart', settings), version: VERSION };
  return show(
    {
      command: 'runchart',
      inputs,
      result: { charts: results },
      findings: [...findings, ...assumed],
      document: async () => {
        const { runChartDocument } = await import('../document/run-chart/run-chart.ts');
        const { runChartFigure } = await import('../document/run-chart/figure.ts');
        const figure = runChartFigure(results, inputNotes(inputs), settings.palette);
        const { seasonalSection } = await import('../document/seasonal/seasonal.ts');
        const section = seasonalSection(seasons.views);
        return runChartDocument(results, assumed, provenance, figure, section ? [section] : []);
      },
      numbers: async () => (await import('../document/run-chart/tables.ts')).runChartNumbers(results),
      signal: results.some(({ signals }) => signals.length > 0),
    },
    settings,
    effects,
  );
}
