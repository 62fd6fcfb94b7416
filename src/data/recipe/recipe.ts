import { dataError, failure } from '../../errors.ts';
import type { Reading } from '../dataset.ts';
import { pooledAreas } from '../select/select.ts';
import { datasetByQuarter } from '../series/by-quarter.ts';
import type { Observed } from '../series/observe.ts';
import type { FileRecipe, Recipe, RecipeValues } from '../series.ts';
import type { SelectionSettings } from '../settings.ts';
import { headerLine, type LayoutName, type Sheet } from '../sheet/sheet.ts';
import { areaColumns, areaLabels, keyOf, strataOf, tidy } from './rows.ts';

/**
 * How another program puts practice and comparator together again from the same files, for the measures named: which columns and
 * rows, and what each label of a period stands for. Throws a data error where groups of people are mixed
 * in a way that cannot be told in such words.
 */
export function recipeOf(
  { files, joined, dataset }: Reading,
  settings: SelectionSettings,
  measures: readonly string[],
): Recipe {
  const { practice, comparator, isRest } = pooledAreas(datasetByQuarter(dataset), settings);
  const labels = areaLabels(joined.areas);
  const nameOf = (area: (typeof practice)[number]): string => labels[joined.areas.indexOf(area)] ?? area.name;
  const wanted = new Set([...practice, ...comparator].map((area) => joined.areas.indexOf(area)));
  const recipes = files.flatMap((file, at): readonly FileRecipe[] => {
    const ids = joined.areaIds[at] ?? [];
    const columns = file.columns.filter(({ source }) => measures.includes(source.measure.name));
    const held = columns.filter(({ areas }) => areas.some((local) => wanted.has(ids[local] ?? -1)));
    if (held.length === 0) return [];
    const { path, encoding, delimiter, text } = file.sheet.grid;
    if (delimiter === null) throw failure('failure.unexpected', { message: `${path} is no delimited text` });
    const rows = areaColumns(file, ids, labels, wanted);
    const values = held.map(({ source, areas }): RecipeValues => {
      const area = rows.areas.length > 0 ? null : (labels[ids[areas[0] ?? 0] ?? 0] ?? '');
      return { measure: source.measure.name, column: keyOf(source.column, file), area };
    });
    return [
      {
        path,
        sha256: dataset.inputs.find((input) => input.path === path)?.sha256 ?? '',
        encoding,
        delimiter,
        quoted: (text ?? '').includes('"'),
        lines: LINES[file.sheet.layout](file.sheet),
        ...periodsOf(file),
        ...rows,
        ...strataOf(files, joined.areaIds, file, measures, wanted),
        values,
      },
    ];
  });
  return {
    files: recipes,
    practice: practice.map(nameOf),
    comparator: comparator.map(nameOf),
    isRest,
    subtract: settings.comparatorIncludesPractice,
  };
}

/** How another program finds the table of each layout: its lines, the headings first. */
const LINES: Readonly<Record<LayoutName, (sheet: Sheet) => FileRecipe['lines']>> = { 'first-row': linesOf };

/**
 * From the line of the headings to the one before the first row below the table; null where nothing stands above or below, so
 * that the first row that is not empty names the columns.
 */
function linesOf(sheet: Pick<Sheet, 'headerRows' | 'before' | 'after'>): FileRecipe['lines'] {
  const { headerRows, before, after } = sheet;
  if (before.length === 0 && after.length === 0 && headerRows.length < 2) return null;
  const [next] = after;
  return { from: headerLine(sheet), to: next === undefined ? null : next - 1 };
}

function periodsOf(file: Observed): Pick<FileRecipe, 'frequency' | 'period' | 'labels'> {
  const { frequency, plan, sheet, periods } = file;
  const columns = [plan.roles.period, plan.roles.part?.column].filter((column) => column != null);
  if (frequency !== 'day' && frequency !== 'month' && frequency !== 'quarter')
    throw dataError('input.no-quarters', { frequency }, { file: sheet.grid.path });
  const labels = new Map<string, number>();
  sheet.rows.forEach((row, at) => {
    const label = columns.map(({ position }) => tidy(row[position] ?? '')).join(' ');
    labels.set(label, periods[at] ?? 0);
  });
  return {
    frequency,
    period: columns.map((column) => keyOf(column, file)),
    labels: [...labels].sort(([, a], [, b]) => a - b),
  };
}
