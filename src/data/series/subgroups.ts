import { dataError, Problems } from '../../errors.ts';
import type { InputSettings } from '../../question/settings.ts';
import { checkNamed, inputOf, type TextFile } from '../dataset.ts';
import { parseCells, tableOf } from '../grid/csv.ts';
import { type Period, periodRange } from '../period.ts';
import type { Area, Dataset, Measure, Series } from '../series.ts';
import { describeColumns } from '../sheet/columns.ts';
import { planFile } from '../sheet/plan.ts';
import { fileStem } from '../text.ts';
import { type Observed, type ObservedColumn, observe } from './observe.ts';

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
 * A long CSV file with a row for each measurement, several to a period of an area. In event order the cells of the period
 * column name the subgroups. Throws data errors with everything that is wrong, up to 20 problems.
 */
export function subgroupsFromText(file: TextFile, settings: InputSettings): SubgroupReading {
  const problems = new Problems();
  const table = tableOf(parseCells(file.text, file.path), problems);
  const sheet = { table, columns: describeColumns(table), settings, alone: true, problems };
  const plan = planFile(sheet);
  const observed = plan && observe(sheet, plan);
  checkNamed(settings, [sheet], new Set(plan?.roles.named ?? []), problems);
  problems.throwIfAny();
  if (!observed || (observed.frequency === 'event' && observed.labels === null))
    throw dataError('input.no-subgroups', {}, { file: file.path, line: table.headerRow });
  const subgroups = observed.columns.flatMap((column) => ofColumn(observed, column));
  const measures = [...new Map(subgroups.map(({ measure }) => [measure.name, measure])).values()];
  const areas = [...new Map(subgroups.map(({ area }) => [area.name, area])).values()];
  const { frequency, step } = observed;
  const findings = [...(file.findings ?? []), ...(file.notes?.findings ?? []), ...table.findings, ...observed.findings];
  const inputs = [inputOf(file, table.rows.length)];
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
        area: { code, name: name ?? fileStem(observed.table.path), members: null },
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
