import type { Problems } from '../../errors.ts';
import { table } from '../../table.ts';
import { frequencyOf, type PartOfYear, partOfYear } from '../period/column.ts';
import type { Frequency } from '../period.ts';
import type { Measure } from '../series.ts';
import type { InputSettings } from '../settings.ts';
import { headingKey } from '../text.ts';
import { type Column, columnsNamed, sampleCells } from './columns.ts';
import { AREA_FAMILIES, ORDER_HEADINGS, PERIOD_HEADINGS, STRATA_HEADINGS } from './headings.ts';
import { measureNamed, roleOfHeading } from './measures.ts';
import { headerLine, type Sheet } from './sheet.ts';

/** A sheet on its way to being understood. */
export interface Inspection {
  readonly sheet: Sheet;
  readonly columns: readonly Column[];
  readonly settings: InputSettings;
  /** The only sheet of the run. */
  readonly alone: boolean;
  readonly problems: Problems;
}

/** Which column plays which part. `numbers` are numeric columns that play none. */
export interface Roles {
  readonly period: Column | null;
  /** The quarter or month within `period`, where that column holds only years. */
  readonly part: { readonly column: Column; readonly kind: PartOfYear } | null;
  /** Periods that are not used because another column says it better. */
  readonly otherPeriods: readonly Column[];
  readonly name: Column | null;
  readonly code: Column | null;
  readonly strata: readonly { readonly name: string; readonly column: Column }[];
  readonly measures: readonly { readonly measure: Measure; readonly column: Column }[];
  readonly numbers: readonly Column[];
  /** Roles of `--columns` whose heading this file has. */
  readonly named: readonly string[];
  /** Columns in use whose heading stands more than once, so that it does not say which is meant. */
  readonly repeated: readonly Column[];
}

type Part = 'period' | 'name' | 'code' | 'stratum' | 'measure';

/** Roles of `--columns` that are not measures, as a person may write them. */
const PARTS: Readonly<Record<string, Part>> = table<Part>({
  period: 'period',
  quarter: 'period',
  month: 'period',
  date: 'period',
  order: 'period',
  area: 'name',
  area_name: 'name',
  code: 'code',
  area_code: 'code',
  stratum: 'stratum',
  ...Object.fromEntries(Object.keys(STRATA_HEADINGS).map((name) => [name, 'stratum' as const])),
});

const STRATUM_OF = new Map(
  Object.entries(STRATA_HEADINGS).flatMap(([name, headings]) => headings.map((heading) => [heading, name] as const)),
);

/** Finds the part of every column: first as `--columns` says, then by headings. Doubt is a problem. */
export function assignRoles(inspection: Inspection): Roles {
  const free = new Set(inspection.columns);
  const named = takeNamed(inspection, free);
  const measures = [...named.measures, ...takeMeasures(inspection, free, named.measures)];
  const choice = named.period ? { period: named.period, part: null, others: [] } : choosePeriod(inspection, free);
  for (const column of [choice.period, choice.part?.column, ...choice.others]) if (column) free.delete(column);
  const area = takeArea(free, named.name, named.code, measures.length > 0);
  const strata = [...named.strata, ...takeStrata(free, named.strata)];
  const period = choice.period ?? (inspection.settings.order === 'event' ? takeLabels(free) : null);
  const used = [
    period,
    area.name,
    area.code,
    ...strata.map(({ column }) => column),
    ...measures.map(({ column }) => column),
  ];
  return {
    period,
    part: choice.part,
    otherPeriods: choice.others,
    ...area,
    strata,
    measures,
    numbers: [...free].filter((column) => column.kind === 'number'),
    named: named.roles,
    repeated: used.filter((column) => column !== null).filter((column) => column.repeated && !named.placed.has(column)),
  };
}

function takeStrata(free: Set<Column>, given: Roles['strata']): Roles['strata'] {
  const strata: { name: string; column: Column }[] = [];
  for (const column of free) {
    const name = STRATUM_OF.get(column.key);
    if (!name || column.kind === 'empty' || [...given, ...strata].some((stratum) => stratum.name === name)) continue;
    strata.push({ name, column });
  }
  for (const { column } of strata) free.delete(column);
  return strata;
}

/** In event order the first column of text labels the events, whatever its heading. */
function takeLabels(free: Set<Column>): Column | null {
  const column = [...free].find(({ kind }) => kind === 'text') ?? null;
  if (column) free.delete(column);
  return column;
}

function takeNamed({ columns, settings }: Inspection, free: Set<Column>) {
  let period: Column | null = null;
  let name: Column | null = null;
  let code: Column | null = null;
  const strata: { name: string; column: Column }[] = [];
  const measures: { measure: Measure; column: Column }[] = [];
  const roles: string[] = [];
  const placed = new Set<Column>();
  for (const [role, heading] of Object.entries(settings.columns)) {
    const [column, second] = columnsNamed(heading, columns);
    if (!column) continue;
    if (!second) placed.add(column);
    roles.push(role);
    free.delete(column);
    const part = PARTS[headingKey(role).replaceAll(' ', '_')] ?? 'measure';
    if (part === 'period') period = column;
    else if (part === 'name') name = column;
    else if (part === 'code') code = column;
    else if (part === 'measure') measures.push({ measure: measureNamed(role, settings.better), column });
    else strata.push({ name: role === 'stratum' ? column.key.replaceAll(' ', '_') : role, column });
  }
  return { period, name, code, strata, measures, roles, placed };
}

/** Columns whose headings name a measure. Two for one role are a problem: which is meant must be said. */
function takeMeasures(
  { sheet, settings, problems }: Inspection,
  free: Set<Column>,
  given: readonly { readonly measure: Measure }[],
): readonly { readonly measure: Measure; readonly column: Column }[] {
  const found = new Map<string, Column[]>();
  for (const column of free) {
    const role = roleOfHeading(column.heading);
    if (!role || column.kind === 'empty' || given.some(({ measure }) => measure.name === role)) continue;
    if (column.kind === 'text' && isAreaName(column)) continue;
    found.set(role, [...(found.get(role) ?? []), column]);
  }
  return [...found].map(([role, columns]) => {
    for (const column of columns) free.delete(column);
    const [column, second] = columns as [Column, Column?];
    if (second && !column.repeated)
      problems.add(
        'input.role-twice',
        { role, headings: columns.map(({ heading }) => heading) },
        { file: sheet.grid.path, line: headerLine(sheet), column: second.heading },
      );
    return { measure: measureNamed(role, settings.better), column };
  });
}

const FINENESS: readonly Frequency[] = ['day', 'month', 'quarter', 'year', 'calendar-year'];

interface PeriodChoice {
  readonly period: Column | null;
  readonly part: Roles['part'];
  readonly others: readonly Column[];
}

/** Of the columns headed as periods the one that varies, then the finest, then the first; a year with the column that divides it. */
function choosePeriod({ sheet, settings }: Inspection, free: ReadonlySet<Column>): PeriodChoice {
  const event = settings.order === 'event';
  const isPeriod = ({ kind, key }: Column) =>
    kind !== 'empty' && (PERIOD_HEADINGS.has(key) || (event && ORDER_HEADINGS.has(key)));
  const [period = null, ...others] = [...free]
    .filter(isPeriod)
    .map((column) => ({ column, rank: event ? 0 : rankOf(sheet, column) }))
    .sort((a, b) => a.rank - b.rank)
    .map(({ column }) => column);
  if (!period || event || !isYear(sheet, period)) return { period, part: null, others };
  for (const column of others) {
    const kind = partOfYear(sampleCells(sheet, column.position), column.key);
    if (kind) return { period, part: { column, kind }, others: others.filter((other) => other !== column) };
  }
  return { period, part: null, others };
}

const isYear = (sheet: Sheet, column: Column): boolean =>
  frequencyOf(sampleCells(sheet, column.position), column.heading)?.endsWith('year') ?? false;

function rankOf(sheet: Sheet, column: Column): number {
  const cells = sampleCells(sheet, column.position);
  const frequency = frequencyOf(cells, column.heading);
  const constant = new Set(cells).size < 2 ? 10 : 0;
  return frequency === null ? 100 : constant + FINENESS.indexOf(frequency);
}

const isAreaName = (column: Column): boolean => AREA_FAMILIES.some(({ names }) => names.includes(column.key));

/**
 * The first family of areas that has a column here. A numeric column headed as a name (`practice`) names areas only where a
 * measure stands beside it: otherwise the file is wide and the heading is an area.
 */
function takeArea(
  free: Set<Column>,
  name: Column | null,
  code: Column | null,
  hasMeasure: boolean,
): { readonly name: Column | null; readonly code: Column | null } {
  if (name || code) return { name, code };
  const find = (keys: readonly string[], mayBeNumber: boolean): Column | null => {
    const usable = [...free].filter((column) => column.kind === 'text' || (mayBeNumber && column.kind === 'number'));
    for (const key of keys) {
      const column = usable.find((candidate) => candidate.key === key);
      if (column) return column;
    }
    return null;
  };
  for (const family of AREA_FAMILIES) {
    const area = { name: find(family.names, hasMeasure), code: find(family.codes, true) };
    if (!area.name && !area.code) continue;
    if (area.name) free.delete(area.name);
    if (area.code) free.delete(area.code);
    return area;
  }
  return { name: null, code: null };
}
