import { inputNotes } from '../../document/provenance.ts';
import { DEFAULT_SETTINGS, type Settings } from '../../question/settings.ts';
import type { Gathered } from '../gather.ts';
import { type CommandOutput, provenanceOf } from '../output.ts';
import { runChartOutput } from '../run-chart/output.ts';
import { checkControlNames, controlCharts } from './control-charts.ts';
import { chartedIn } from './input.ts';
import { phaseProposals } from './phase-proposals.ts';

/** A control chart for each area, judged by a named rule set, each signal in a sentence. Throws usage and data errors. */
export function controlChartOutput(settings: Settings, gathered: Gathered): CommandOutput {
  if (settings.chart === 'run') return runChartInstead(settings, gathered);
  checkControlNames(settings);
  const { charted, inputs, findings: assumed } = chartedIn(gathered.files, settings);
  const {
    charts,
    findings,
    signal,
    seasons,
    adjusted,
    remarks: left,
  } = controlCharts(charted, settings, gathered.asides);
  const remarks = [...left, ...assumed];
  const proposals = settings.suggestPhases ? phaseProposals(charted, settings) : null;
  const provenance = provenanceOf('spc', settings, inputs);
  return {
    command: 'spc',
    inputs,
    result: { charts, adjusted, proposals },
    findings: [...findings, ...(proposals ?? []).flatMap((one) => one.findings), ...remarks],
    document: async () => {
      const results = [...charts];
      const { controlDocument } = await import('../../document/control-chart/control-chart.ts');
      const { controlFigures } = await import('../../document/control-chart/figure.ts');
      const figures = controlFigures(results, inputNotes(inputs), settings.palette);
      const { phasesSection } = await import('../../document/phases/phases.ts');
      const { controlSeasonsSection } = await import('../../document/control-chart/seasons.ts');
      const sections = [
        controlSeasonsSection(seasons.views(), adjusted, inputNotes(inputs), settings.palette),
        phasesSection(proposals ?? []),
      ].filter((section) => section !== null);
      return controlDocument(results, remarks, provenance, { figures, sections });
    },
    numbers: async () => (await import('../../document/control-chart/tables.ts')).controlNumbers([...charts]),
    signal,
  };
}

/** `--chart run`: the rules are those of run charts, unless some are named. */
function runChartInstead(settings: Settings, gathered: Gathered): CommandOutput {
  const rules = settings.rules === 'ihi-control' ? DEFAULT_SETTINGS.rules : settings.rules;
  const output = runChartOutput({ ...settings, rules }, gathered, 'spc');
  return {
    ...output,
    command: 'spc',
    result: { ...output.result, adjusted: [], proposals: null },
    resolved: { rules },
  };
}
