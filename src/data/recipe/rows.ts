import { dataError } from '../../errors.ts';
import type { Observed } from '../series/observe.ts';
import type { Area, ColumnKey, FileRecipe } from '../series.ts';
import type { Column } from '../sheet/columns.ts';

/** A name for every area that no other has: its own, with its code where two have the same. */
export function areaLabels(areas: readonly Area[]): readonly string[] {
  const names = areas.map(({ name }) => tidy(name));
  return areas.map(({ code }, at) => {
    const name = names[at] ?? '';
    return names.indexOf(name) === names.lastIndexOf(name) ? name : `${name} (${code ?? at + 1})`;
  });
}

/**
 * By which columns a file's rows are told apart by area: name, else code, else both. No column where the file is wide or of one
 * area. `ids`: the place of each of the file's areas among all.
 */
export function areaColumns(
  file: Observed,
  ids: readonly number[],
  labels: readonly string[],
  wanted: ReadonlySet<number>,
): Pick<FileRecipe, 'areas' | 'named'> {
  const { name, code } = file.plan.roles;
  if (file.plan.shape === 'wide' || (!name && !code)) return { areas: [], named: null };
  const both = [code, name].filter((column) => column !== null);
  const choices = [...both].reverse().map((column) => [column]);
  let texts = textsOf(file, both, ids);
  let columns: readonly Column[] = both;
  for (const choice of choices) {
    const found = textsOf(file, choice, ids);
    if (!found) continue;
    [texts, columns] = [found, choice];
    break;
  }
  const named = [...(texts ?? [])].flatMap(([text, id]): readonly (readonly [string, string])[] =>
    wanted.has(id) ? [[text, labels[id] ?? '']] : [],
  );
  const isPlain = named.every(([text, area]) => text === area);
  return { areas: columns.map((column) => keyOf(column, file)), named: isPlain ? null : named };
}

/** What stands in these columns, and which area it stands for; null where the same text stands for two. */
function textsOf(
  { sheet, columns }: Observed,
  parts: readonly Column[],
  ids: readonly number[],
): ReadonlyMap<string, number> | null {
  const texts = new Map<string, number>();
  const [local] = columns.map(({ areas }) => areas);
  for (const [at, row] of sheet.rows.entries()) {
    const text = parts.map(({ position }) => tidy(row[position] ?? '')).join(' ');
    const id = ids[local?.[at] ?? 0] ?? 0;
    const known = texts.get(text);
    if (known !== undefined && known !== id) return null;
    texts.set(text, id);
  }
  return texts;
}

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
      ...new Set(file.sheet.rows.flatMap((row, at) => (isWhole(file, at) ? [tidy(row[column.position] ?? '')] : []))),
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

const mixed = ({ sheet }: Observed) => dataError('evaluate.script-groups', {}, { file: sheet.grid.path });

/** White space as a program in R sees it (PCRE's \h and \v), made single. */
export function tidy(text: string): string {
  return text
    .replace(/[\t-\r \u0085\u00A0\u1680\u180E\u2000-\u200A\u2028\u2029\u202F\u205F\u3000]+/g, ' ')
    .replace(/^ | $/g, '');
}

/** A column by its heading as it stands in the file; by its place where the heading is empty, stands more than once or
 * takes several rows. */
export function keyOf({ position, repeated }: Column, { sheet }: Observed): ColumnKey {
  const heading = tidy(sheet.headings[position] ?? '');
  const alike = sheet.headings.filter((other) => tidy(other) === heading).length;
  return heading === '' || repeated || alike > 1 || sheet.headerRows.length > 1 ? position + 1 : heading;
}
