import { type Charted, checkControlNames, controlCharts } from '../application/control-chart/control-charts.ts';
import { readCharted } from '../application/control-chart/input.ts';
import { inputNotes } from '../document/provenance.ts';
import { commandLine } from '../question/command-line.ts';
import { DEFAULT_SETTINGS, type Settings } from '../question/settings.ts';
import { VERSION } from '../version.ts';
import type { Effects } from './effects.ts';
import { show } from './show.ts';

/** `spc`: a control chart for each area, judged by a named rule set, each signal in a sentence. */
export async function run(settings: Settings, effects: Effects): Promise<number> {
  if (settings.chart === 'run') return runChartInstead(settings, effects);
  checkControlNames(settings);
  const { charted, inputs, findings: assumed } = await readCharted(settings, effects);
  const { results, findings, seasons, adjusted, remarks: left } = await controlCharts(charted, settings, effects);
  const remarks = [...left, ...assumed];
  const proposals = await proposed(charted, settings, effects);
  const provenance = { inputs, commandLine: commandLine('spc', settings), version: VERSION };
  return show(
    {
      command: 'spc',
      inputs,
      result: { charts: results, adjusted, proposals },
      findings: [...findings, ...(proposals ?? []).flatMap((one) => one.findings), ...remarks],
      document: async () => {
        const { controlDocument } = await import('../document/control-chart/control-chart.ts');
        const { controlFigures } = await import('../document/control-chart/figure.ts');
        const figures = controlFigures(results, inputNotes(inputs), settings.palette);
        const { phasesSection } = await import('../document/phases/phases.ts');
        const { controlSeasonsSection } = await import('../document/control-chart/seasons.ts');
        const sections = [
          controlSeasonsSection(seasons.views, adjusted, inputNotes(inputs), settings.palette),
          phasesSection(proposals ?? []),
        ].filter((section) => section !== null);
        return controlDocument(results, remarks, provenance, { figures, sections });
      },
      numbers: async () => (await import('../document/control-chart/tables.ts')).controlNumbers(results),
      signal: results.some(({ signals }) => signals.length > 0),
    },
    settings,
    effects,
  );
}

/** Phases that might be set, with `--suggest-phases`; else null. */
async function proposed(charted: readonly Charted[], settings: Settings, effects: Effects) {
  if (!settings.suggestPhases) return null;
  const { phaseProposals } = await import('../application/control-chart/phase-proposals.ts');
  return phaseProposals(charted, settings, effects);
}

/** `--chart run`: the rules are those of run charts, unless some are named. */
async function runChartInstead(settings: Settings, effects: Effects): Promise<number> {
  const { run: runchart } = await import('./runchart.ts');
  const rules = settings.rules === 'ihi-control' ? DEFAULT_SETTINGS.rules : settings.rules;
  return runchart({ ...settings, rules }, effects);
}
