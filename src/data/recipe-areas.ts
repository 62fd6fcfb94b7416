import type { Column } from './columns.ts';
import type { Observed } from './observe.ts';
import { keyOf, tidy } from './recipe-keys.ts';
import type { Area, FileRecipe } from './series.ts';

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
  { table, columns }: Observed,
  parts: readonly Column[],
  ids: readonly number[],
): ReadonlyMap<string, number> | null {
  const texts = new Map<string, number>();
  const [local] = columns.map(({ areas }) => areas);
  for (const [at, row] of table.rows.entries()) {
    const text = parts.map(({ position }) => tidy(row[position] ?? '')).join(' ');
    const id = ids[local?.[at] ?? 0] ?? 0;
    const known = texts.get(text);
    if (known !== undefined && known !== id) return null;
    texts.set(text, id);
  }
  return texts;
}
