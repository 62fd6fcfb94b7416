import { medianSorted } from 'simple-statistics';
import type { Reading } from './dataset.ts';
import { formatPeriod } from './period.ts';
import { frequencyLabel } from './series/join-checks.ts';
import type { Observed } from './series/observe.ts';
import type { ColumnSummary, FileSummary, Measure, MeasureSummary } from './series.ts';
import { headerLine } from './sheet/sheet.ts';

/** Up to so many areas are described one by one. */
const FEW = 12;

/** How each file was understood, in the order in which they were given. */
export function summarise({ files, dataset, joined }: Reading): readonly FileSummary[] {
  return files.map((file) => {
    const { sheet, plan } = file;
    const areas = [...new Set(file.areas.map(({ name, code }) => name ?? code ?? dataset.namedByFile?.[0] ?? ''))];
    const held = heldIndices(file);
    const label = (index: number): string => formatPeriod({ frequency: file.frequency, index });
    const gapsByArea = gapsOf(file, held).map(({ area, measure, missing }) => ({
      area: nameOf(file, area, dataset.namedByFile?.[0]),
      measure,
      periods: missing.map(label),
    }));
    const gaps = new Set(gapsOf(file, held).flatMap(({ missing }) => missing));
    const all = [...held.values()].flatMap(({ indices }) => [...indices]);
    return {
      path: sheet.grid.path,
      encoding: sheet.grid.encoding,
      delimiter: sheet.grid.delimiter ?? '',
      headerRow: headerLine(sheet),
      shape: plan.shape,
      layout: plan.layout,
      rows: sheet.rows.length,
      columns: columnsOf(file),
      measures: measuresOf(file, dataset.namedByFile?.[0]),
      areas,
      frequency: frequencyLabel(file),
      from: label(all.reduce((a, b) => Math.min(a, b), all[0] ?? 0)),
      to: label(all.reduce((a, b) => Math.max(a, b), all[0] ?? 0)),
      gaps: [...gaps].sort((a, b) => a - b).map(label),
      gapsByArea,
      duplicates: joined.duplicates.filter(({ kind, file: path }) => kind === 'same' && path === sheet.grid.path)
        .length,
    };
  });
}

function nameOf(file: Observed, area: number, byFile = ''): string {
  const { name = null, code = null } = file.areas[area] ?? {};
  return name ?? code ?? byFile;
}

function columnsOf({ sheet, plan }: Observed): readonly ColumnSummary[] {
  const { period, part, name, code, strata } = plan.roles;
  const parts = new Map<number, readonly [string, Measure['unit'] | null]>();
  for (const column of [period, part?.column]) if (column) parts.set(column.position, ['period', null]);
  if (name) parts.set(name.position, ['area', null]);
  if (code) parts.set(code.position, ['area_code', null]);
  for (const { column } of strata) parts.set(column.position, ['stratum', null]);
  for (const { column, measure } of plan.values) parts.set(column.position, [measure.name, measure.unit]);
  return sheet.headings.map((heading, position) => {
    const [role, unit] = parts.get(position) ?? ['ignored', null];
    return { name: heading.trim() || `#${position + 1}`, role, unit };
  });
}

interface Held {
  readonly area: number;
  readonly measure: string;
  readonly indices: Set<number>;
}

/** The periods in which each area, measure and stratum has a value. */
function heldIndices(file: Observed): ReadonlyMap<string, Held> {
  const held = new Map<string, Held>();
  for (const { source, numbers, areas } of file.columns) {
    numbers.forEach((number, row) => {
      if (Number.isNaN(number)) return;
      const area = areas[row] ?? 0;
      const key = `${source.measure.name} ${area} ${file.rowStrata[row]}`;
      const entry = held.get(key) ?? { area, measure: source.measure.name, indices: new Set() };
      entry.indices.add(file.periods[row] ?? 0);
      held.set(key, entry);
    });
  }
  return held;
}

function gapsOf(
  { step }: Observed,
  held: ReadonlyMap<string, Held>,
): readonly { readonly area: number; readonly measure: string; readonly missing: readonly number[] }[] {
  return [...held.values()].flatMap(({ area, measure, indices }) => {
    const sorted = [...indices].sort((a, b) => a - b);
    const missing: number[] = [];
    for (let index = sorted[0] ?? 0; index < (sorted.at(-1) ?? 0); index += step)
      if (!indices.has(index)) missing.push(index);
    return missing.length > 0 ? [{ area, measure, missing }] : [];
  });
}

/** Area by area where there are few, else all together. */
function measuresOf(file: Observed, byFile: string | undefined): readonly MeasureSummary[] {
  const apart = file.areas.length <= FEW;
  const groups = new Map<string, { measure: Measure; area: number; cells: number[] }>();
  for (const { source, numbers, areas } of file.columns) {
    numbers.forEach((number, row) => {
      const area = apart ? (areas[row] ?? 0) : 0;
      const key = `${source.measure.name} ${area}`;
      const group = groups.get(key) ?? { measure: source.measure, area, cells: [] };
      groups.set(key, group);
      group.cells.push(number);
    });
  }
  return [...groups.values()].map(({ measure, area, cells }) => {
    const values = cells.filter((value) => !Number.isNaN(value)).sort((a, b) => a - b);
    return {
      measure: measure.name,
      area: apart ? nameOf(file, area, byFile) : null,
      unit: measure.unit,
      n: values.length,
      missing: cells.length - values.length,
      min: values[0] ?? null,
      median: values.length === 0 ? null : medianSorted([...values]),
      max: values.at(-1) ?? null,
    };
  });
}
