import { readInputs } from '../../data/dataset.ts';
import { inputNotes } from '../../document/provenance.ts';
import type { Settings } from '../../question/settings.ts';
import { askedRunRuleSet } from '../chart/rule-sets.ts';
import type { Gathered } from '../gather.ts';
import { type CommandOutput, provenanceOf } from '../output.ts';
import { runCharts } from './run-charts.ts';

/**
 * A run chart for each area, judged by a named rule set, each signal in a sentence; `asked` by this command. Throws usage and data
 * errors.
 */
export function runChartOutput(
  settings: Settings,
  { files, asides }: Gathered,
  asked: 'runchart' | 'spc' = 'runchart',
): Extract<CommandOutput, { readonly command: 'runchart' }> {
  // A wrong name is said before the files are understood.
  askedRunRuleSet(settings.rules);
  const { dataset } = readInputs(files, settings);
  const { charts, findings, signal, seasons, remarks } = runCharts(dataset, settings, asides);
  const { inputs } = dataset;
  const assumed = [...remarks, ...dataset.findings];
  const provenance = provenanceOf(asked, settings, inputs);
  return {
    command: 'runchart',
    inputs,
    result: { charts },
    findings: [...findings, ...assumed],
    document: async () => {
      const results = [...charts];
      const { runChartDocument } = await import('../../document/run-chart/run-chart.ts');
      const { runChartFigure } = await import('../../document/run-chart/figure.ts');
      const figure = runChartFigure(results, inputNotes(inputs), settings.palette);
      const { seasonalSection } = await import('../../document/seasonal/seasonal.ts');
      const section = seasonalSection(seasons.views());
      return runChartDocument(results, assumed, provenance, figure, section ? [section] : []);
    },
    numbers: async () => (await import('../../document/run-chart/tables.ts')).runChartNumbers([...charts]),
    signal,
  };
}
