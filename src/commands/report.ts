import { selectSeries } from '../data/choose-series.ts';
import type { Dataset } from '../data/series.ts';
import { openingOf } from '../document/walk.ts';
import type { Settings } from '../project/settings.ts';
import { VERSION } from '../version.ts';
import { commandLine } from './command-line.ts';
import { resolvedBy, runComparison } from './comparison.ts';
import type { Effects } from './effects.ts';
import type { CommandOutput } from './output.ts';
import { runCharts } from './run-charts.ts';
import { exitCodeOf, save, show } from './show.ts';

/** Where a report goes when no folder is named. */
const DEFAULT_FOLDER = 'quarterline-report';

/** `report`: the comparison and the run charts of both areas, in every format, in one folder; the summary on the screen. */
export async function run(settings: Settings, effects: Effects): Promise<number> {
  const output = await reportOutput(settings, effects);
  const printed = settings.output === null && settings.format !== 'text';
  if (printed) return show(output, settings, effects);
  const folder = settings.output ?? DEFAULT_FOLDER;
  const written = await save(folder, output, { ...settings, output: folder }, effects);
  const { renderTerminal } = await import('../render/terminal.ts');
  effects.out(renderTerminal(openingOf(await output.document({ figures: false })), effects.terminal));
  effects.err(written);
  return exitCodeOf(output, settings);
}

/** Everything a report says and shows. */
export async function reportOutput(settings: Settings, effects: Effects): Promise<CommandOutput> {
  const { asRead, result, findings } = await runComparison(settings, effects);
  const charts = await runCharts(asRead, { ...settings, from: null, to: null }, effects);
  const control = await reportedControlCharts(asRead, settings, effects);
  const remarks = charts.remarks.filter(({ id }) => !findings.some((other) => other.id === id));
  const { inputs } = asRead;
  const provenance = { inputs, commandLine: commandLine('report', settings), version: VERSION };
  return {
    command: 'report',
    inputs,
    resolved: resolvedBy(result),
    result: { compare: result, runchart: { charts: charts.results }, spc: control && { charts: control.results } },
    findings: [...findings, ...charts.findings, ...(control?.findings ?? []), ...remarks],
    document: async ({ figures }) => {
      const { reportDocument } = await import('../document/report.ts');
      const parts = {
        compare: result,
        compareFindings: [...findings, ...remarks],
        runCharts: charts.results,
        controlCharts: control?.results ?? [],
        provenance,
      };
      return reportDocument(parts, { figures, palette: settings.palette });
    },
    numbers: async () => (await import('../document/numbers.ts')).compareNumbers(result),
    signal: [...charts.results, ...(control?.results ?? [])].some(({ signals }) => signals.length > 0),
  };
}

/** Control charts of the same areas and measure, judged by the rule set of `--spc`; null where none is named. */
async function reportedControlCharts(dataset: Dataset, settings: Settings, effects: Effects) {
  if (settings.spc === null) return null;
  const { checkControlNames, controlCharts } = await import('./control-charts.ts');
  const asked = { ...settings, rules: settings.spc, from: null, to: null };
  checkControlNames(asked, '--spc');
  return controlCharts(selectSeries(dataset, asked, asked.measure).series, asked, effects);
}
