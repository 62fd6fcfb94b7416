import { selectSeries } from '../data/choose-series.ts';
import { readDataset } from '../data/read.ts';
import { type Dataset, type Input, type Series, valueAt } from '../data/series.ts';
import { inputNotes } from '../document/provenance.ts';
import { usageError } from '../errors.ts';
import type { Finding } from '../finding.ts';
import { DEFAULT_SETTINGS, type Settings } from '../project/settings.ts';
import { VERSION } from '../version.ts';
import { commandLine } from './command-line.ts';
import { type Charted, checkControlNames, controlCharts } from './control-charts.ts';
import type { Effects } from './effects.ts';
import { show } from './show.ts';

/** `spc`: a control chart for each area, judged by a named rule set, each signal in a sentence. */
export async function run(settings: Settings, effects: Effects): Promise<number> {
  if (settings.chart === 'run') return runChartInstead(settings, effects);
  checkControlNames(settings);
  const { charted, inputs, findings: assumed } = await read(settings, effects);
  const { results, findings, remarks: left } = await controlCharts(charted, settings, effects);
  const remarks = [...left, ...assumed];
  const provenance = { inputs, commandLine: commandLine('spc', settings), version: VERSION };
  return show(
    {
      command: 'spc',
      inputs,
      result: { charts: results },
      findings: [...findings, ...remarks],
      document: async () => {
        const { controlDocument } = await import('../document/spc.ts');
        const { controlFigures } = await import('../document/spc-figure.ts');
        const figures = controlFigures(results, inputNotes(inputs), settings.palette);
        return controlDocument(results, remarks, provenance, figures);
      },
      numbers: async () => (await import('../document/spc-tables.ts')).controlNumbers(results),
      signal: results.some(({ signals }) => signals.length > 0),
    },
    settings,
    effects,
  );
}

/** `--chart run`: the rules are those of run charts, unless some are named. */
async function runChartInstead(settings: Settings, effects: Effects): Promise<number> {
  const { run: runchart } = await import('./runchart.ts');
  const rules = settings.rules === 'ihi-control' ? DEFAULT_SETTINGS.rules : settings.rules;
  return runchart({ ...settings, rules }, effects);
}

interface Read {
  readonly charted: readonly Charted[];
  readonly inputs: readonly Input[];
  readonly findings: readonly Finding[];
}

async function read(settings: Settings, effects: Effects): Promise<Read> {
  const { target } = settings;
  if (target === '') throw usageError('control-chart.target');
  if (typeof target !== 'string') return chosen(await readDataset(settings.files, settings, effects), settings);
  const columns = { ...settings.columns, [TARGET]: target };
  const dataset = await readDataset(settings.files, { ...settings, columns }, effects);
  const isTarget = (name: string): boolean => name === TARGET;
  const targets = dataset.series.filter(({ measure }) => isTarget(measure.name));
  const others: Dataset = {
    ...dataset,
    measures: dataset.measures.filter(({ name }) => !isTarget(name)),
    series: dataset.series.filter(({ measure }) => !isTarget(measure.name)),
  };
  const read = chosen(others, settings);
  return { ...read, charted: read.charted.map((one) => withTargets(one, targets)) };
}

/** The name of the measure that a column of targets becomes. */
const TARGET = 'target';

function chosen(dataset: Dataset, settings: Settings): Read {
  const { series, findings } = selectSeries(dataset, settings, settings.measure);
  return { charted: series, inputs: dataset.inputs, findings: [...findings, ...dataset.findings] };
}

/** The targets of an area, period by period. */
function withTargets(one: Charted, targets: readonly Series[]): Charted {
  const own = targets.find(({ area }) => area.name === one.area.name);
  return { ...one, targets: one.periods.map((period) => (own ? valueAt(own, period) : null)) };
}
