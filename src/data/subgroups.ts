import { dataError, Problems } from '../errors.ts';
import { checkNamed, type InputFile, inputOf, inspect } from './dataset.ts';
import { type Period, periodRange } from './period.ts';
import { type Observed, type ObservedColumn, observe } from './series/observe.ts';
import type { Area, Dataset, Measure, Series } from './series.ts';
import type { InputSettings } from './settings.ts';
import { planFile } from './sheet/plan.ts';
import { headerLine } from './sheet/sheet.ts';
import { fileStem } from './text.ts';

/** Single measurements of one measure and area, several a period; see analysis/control/subgroups.ts. */
interface Subgroups {
  readonly area: Area;
  readonly measure: Measure;
  readonly periods: readonly Period[];
  readonly step: number;
  readonly observations: readonly (readonly number[])[];
  readonly flags: readonly never[];
  readonly labels: readonly string[] | null;
}

interface SubgroupReading {
  readonly subgroups: readonly Subgroups[];
  /** The same areas and measures with how many measurements each period has, for choosing among them. */
  readonly sizes: Dataset;
}

/**
 * A long file with a row for each measurement, several to a period of an area. In event order the cells of the period
 * column name the subgroups. Throws data errors with everything that is wrong, up to 20 problems.
 */
export function subgroupsOf(file: InputFile, settings: InputSettings): SubgroupReading {
  const problems = new Problems();
  const [grid] = file.content.grids();
  if (!grid) throw dataError('input.empty-file', {}, { file: file.path, line: 1 });
  const inspection = inspect(grid, settings, true, problems);
  const { sheet } = inspection;
  const plan = planFile(inspection);
  const observed = plan && observe(inspection, plan);
  checkNamed(settings, [inspection], new Set(plan?.roles.named ?? []), problems);
  problems.throwIfAny();
  if (!observed || (observed.frequency === 'event' && observed.labels === null))
    throw dataError('input.no-subgroups', {}, { file: file.path, line: headerLine(sheet) });
  const subgroups = observed.columns.flatMap((column) => ofColumn(observed, column));
  const measures = [...new Map(subgroups.map(({ measure }) => [measure.name, measure])).values()];
  const areas = [...new Map(subgroups.map(({ area }) => [area.name, area])).values()];
  const { frequency, step } = observed;
  const findings = [...file.content.findings, ...file.notes.findings, ...sheet.findings, ...observed.findings];
  const inputs = [inputOf(file, sheet.rows.length)];
  const sizes = { frequency, step, areas, measures, series: subgroups.map(sizesOf), inputs, findings };
  return { subgroups, sizes };
}

function sizesOf({ area, measure, periods, step, observations, labels }: Subgroups): Series {
  const values = observations.map(({ length }) => (length === 0 ? null : length));
  return { area, measure, stratum: {}, periods, step, values, denominator: null, flags: [], labels };
}

/** One measure, area by area. */
function ofColumn(observed: Observed, { source, numbers, areas }: ObservedColumn): readonly Subgroups[] {
  const { frequency, step } = observed;
  return observed.areas.flatMap(({ code, name }, at): readonly Subgroups[] => {
    const rows = [...numbers.keys()].filter((row) => areas[row] === at && !Number.isNaN(numbers[row]));
    const { index, labels } = places(observed, rows);
    const byIndex = new Map<number, number[]>();
    for (const row of rows) byIndex.set(index(row), [...(byIndex.get(index(row)) ?? []), numbers[row] ?? 0]);
    if (byIndex.size === 0) return [];
    const [first, last] = [Math.min(...byIndex.keys()), Math.max(...byIndex.keys())];
    const periods = periodRange({ frequency, index: first }, { frequency, index: last }, step);
    return [
      {
        area: { code, name: name ?? fileStem(observed.sheet.grid.path), members: null },
        measure: source.measure,
        periods,
        step,
        observations: periods.map((period) => byIndex.get(period.index) ?? []),
        flags: [],
        labels,
      },
    ];
  });
}

/** Where the rows of an area stand in time; in event order the subgroups are counted as they first appear. */
function places({ labels, periods }: Observed, rows: readonly number[]) {
  if (labels === null) return { index: (row: number) => periods[row] ?? 0, labels: null };
  const known = new Map<string, number>();
  for (const row of rows) {
    const label = labels[row] ?? '';
    if (!known.has(label)) known.set(label, known.size);
  }
  return { index: (row: number) => known.get(labels[row] ?? '') ?? 0, labels: [...known.keys()] };
}
