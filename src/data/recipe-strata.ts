import { dataError } from '../errors.ts';
import type { Observed } from './observe.ts';
import { keyOf, tidy } from './recipe-keys.ts';
import type { FileRecipe } from './series.ts';

const NONE: Pick<FileRecipe, 'everybody' | 'groups'> = { everybody: [], groups: [] };

/**
 * Which rows of a file with groups of people count: those of everybody where the areas have such rows, in whatever file; else
 * all, added up. Throws a data error where that is not the same for all measures and areas of the file.
 */
export function strataOf(
  files: readonly Observed[],
  areaIds: readonly (readonly number[])[],
  file: Observed,
  measures: readonly string[],
  wanted: ReadonlySet<number>,
): Pick<FileRecipe, 'everybody' | 'groups'> {
  const { strata } = file.plan.roles;
  if (strata.length === 0) return NONE;
  const whole = new Set(files.flatMap((one, at) => heldBy(one, areaIds[at] ?? [], measures, true)));
  const here = heldBy(file, areaIds[files.indexOf(file)] ?? [], measures, false);
  const used = [...new Set(here)].filter((key) => wanted.has(Number(key.split(' ')[0])));
  const withWhole = used.filter((key) => whole.has(key)).length;
  if (withWhole > 0 && withWhole < used.length) throw mixed(file);
  if (withWhole === 0) {
    if (new Set(file.strata.map((stratum) => Object.keys(stratum).sort().join(' '))).size > 1) throw mixed(file);
    return { everybody: [], groups: strata.map(({ column }) => keyOf(column, file)) };
  }
  const everybody = strata.map(({ column }) => ({
    column: keyOf(column, file),
    texts: [
      ...new Set(file.table.rows.flatMap((row, at) => (isWhole(file, at) ? [tidy(row[column.position] ?? '')] : []))),
    ],
  }));
  return { everybody, groups: [] };
}

const isWhole = ({ strata, rowStrata }: Observed, row: number): boolean =>
  Object.keys(strata[rowStrata[row] ?? 0] ?? {}).length === 0;

/** `area measure` of every value that a file holds, or of those of everybody. */
function heldBy(
  file: Observed,
  ids: readonly number[],
  measures: readonly string[],
  wholeOnly: boolean,
): readonly string[] {
  const keys = new Set<string>();
  for (const { source, numbers, areas } of file.columns) {
    if (!measures.includes(source.measure.name)) continue;
    numbers.forEach((number, row) => {
      if (Number.isNaN(number) || (wholeOnly && !isWhole(file, row))) return;
      keys.add(`${ids[areas[row] ?? 0]} ${source.measure.name}`);
    });
  }
  return [...keys];
}

const mixed = ({ table }: Observed) => dataError('evaluate.script-groups', {}, { file: table.path });
