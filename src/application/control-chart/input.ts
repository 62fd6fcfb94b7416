import { CHARTS } from '../../analysis/control-chart/chart-types.ts';
import { type InputFile, readInputs } from '../../data/dataset.ts';
import { selectSeries } from '../../data/select/choose-series.ts';
import { type Dataset, type Input, type Series, valueAt } from '../../data/series.ts';
import { subgroupsOf } from '../../data/subgroups.ts';
import { dataError, usageError } from '../../errors.ts';
import type { Finding } from '../../finding.ts';
import type { Settings } from '../../question/settings.ts';
import type { Charted } from './control-charts.ts';

/** What control charts are made of, and what was assumed in reading it. */
interface ChartedInput {
  readonly charted: readonly Charted[];
  readonly inputs: readonly Input[];
  readonly findings: readonly Finding[];
}

/** Understands the files as the chart wants them: one value a period, or for Xbar and S charts single measurements. */
export function chartedIn(files: readonly InputFile[], settings: Settings): ChartedInput {
  const { target, chart } = settings;
  if (target === '') throw usageError('control-chart.target');
  if (Object.values(CHARTS).some(({ name, input }) => name === chart && input === 'subgroups'))
    return subgroupsIn(files, settings);
  if (typeof target !== 'string') return chosen(readInputs(files, settings).dataset, settings);
  return withTargets(target, files, settings);
}

function chosen(dataset: Dataset, settings: Settings): ChartedInput {
  const { series, findings } = selectSeries(dataset, settings, settings.measure);
  return { charted: series, inputs: dataset.inputs, findings: [...findings, ...dataset.findings] };
}

function subgroupsIn([file, second]: readonly InputFile[], settings: Settings): ChartedInput {
  if (!file || second) throw usageError('spc.one-file', { chart: settings.chart, files: settings.files.length });
  if (typeof settings.target === 'string') throw usageError('control-chart.target');
  const { subgroups, sizes } = subgroupsOf(file, settings);
  const { charted, inputs, findings } = chosen(sizes, settings);
  const measurements = charted.map(({ area, measure }) => {
    const own = subgroups.find((one) => one.area.name === area.name && one.measure.name === measure.name);
    if (!own) throw usageError('spc.pooled', { area: area.name });
    return own;
  });
  return { charted: measurements, inputs, findings };
}

/** The name of the measure that a column of targets becomes. */
const TARGET = 'target';

/** Series with the targets of a column of the same files, period by period. */
function withTargets(target: string, files: readonly InputFile[], settings: Settings): ChartedInput {
  const columns = { ...settings.columns, [TARGET]: target };
  const { dataset } = readInputs(files, { ...settings, columns });
  const targets = dataset.series.filter(({ measure }) => measure.name === TARGET);
  const others: Dataset = {
    ...dataset,
    measures: dataset.measures.filter(({ name }) => name !== TARGET),
    series: dataset.series.filter(({ measure }) => measure.name !== TARGET),
  };
  const read = chosen(others, settings);
  const charted = read.charted.map((one) => ({ ...one, targets: targetsOf(one, targets) }));
  const without = charted.filter((one) => one.targets.every((value) => value === null));
  if (without.length === charted.length)
    throw dataError('spc.target-measure', { target, areas: without.slice(0, 3).map(({ area }) => area.name) });
  return { ...read, charted };
}

/** The targets of an area, period by period. */
function targetsOf({ area, periods }: Charted, targets: readonly Series[]): readonly (number | null)[] {
  const own = targets.find((one) => one.area.name === area.name);
  return periods.map((period) => (own ? valueAt(own, period) : null));
}
