import type { Problem } from '../../errors.ts';
import { caution, type Finding } from '../../finding.ts';
import { parseNumber } from '../grid/number.ts';
import type { Measure } from '../series.ts';
import { fileStem, headingKey } from '../text.ts';
import { type Column, sampleCells } from './columns.ts';
import { noMeasure, repeatedHeading, unclear, wideMeasure } from './doubts.ts';
import { measurable } from './headings.ts';
import { isGenericHeading, measureNamed, readName } from './measures.ts';
import type { Inspection, Roles } from './roles.ts';

/** A column of numbers: what it measures and, in a wide file, of which area. */
export interface ValueColumn {
  readonly column: Column;
  readonly measure: Measure;
  readonly area: string | null;
}

interface Fit {
  readonly values: readonly ValueColumn[];
  readonly findings?: readonly Finding[];
}

/** The names of ways in which rows and columns can hold areas and measures: each has its entry in SHAPES. */
export type ShapeName = 'long' | 'series' | 'wide';

export interface Shape {
  /** A row is a period of an area, or a column is an area. */
  readonly shape: 'long' | 'wide';
  /** Null where the sheet has another shape; a problem where it has this one and cannot be read. */
  readonly plan: (inspection: Inspection, roles: Roles) => Fit | { readonly problem: Problem } | null;
}

/** Shapes, tried in order; the first that fits is used. Those of a publisher go before these. */
export const SHAPES: Readonly<Record<ShapeName, Shape>> = {
  long: { shape: 'long', plan: planLong },
  series: { shape: 'long', plan: planSeries },
  wide: { shape: 'wide', plan: planWide },
};

/** An area column, or measures under known headings or under those that the options name: a row is a period of an area. */
function planLong(inspection: Inspection, roles: Roles): ReturnType<Shape['plan']> {
  const { measure: named } = inspection.settings;
  const isNamed = named !== null && columnNamed(named, roles.numbers) !== undefined;
  if (!roles.name && !roles.code && roles.measures.length === 0 && !isNamed) return null;
  const values = roles.measures.map(({ measure, column }) => ({ measure, column, area: null }));
  const asked = [...askedFor(inspection, roles), ...dividedBy(inspection, roles)];
  if (asked.length > 0) return { values: [...values, ...asked] };
  if (values.length > 0) return { values };
  return onlyNumber(inspection, roles) ?? { problem: noMeasure(inspection, roles) };
}

/** A numeric column that `--measure` names by its heading, or the only one where it names none. */
function askedFor({ settings }: Inspection, { measures, numbers }: Roles): readonly ValueColumn[] {
  const { measure: name, better } = settings;
  if (name === null || measures.some(({ measure }) => measure.name === measureNamed(name, null).name)) return [];
  const named = columnNamed(name, numbers);
  if (named) return [{ column: named, measure: measureNamed(named.heading, better), area: null }];
  const [only, second] = measures.length === 0 ? measurable(numbers) : [];
  return only && !second ? [{ column: only, measure: measureNamed(name, better), area: null }] : [];
}

/** The numeric column that `--denominator` names by its heading, where it is no measure anyway. */
function dividedBy({ settings }: Inspection, { measures, numbers }: Roles): readonly ValueColumn[] {
  const name = settings.denominator ?? null;
  if (name === null || measures.some(({ measure }) => measure.name === measureNamed(name, null).name)) return [];
  const column = columnNamed(name, numbers);
  return column ? [{ column, measure: measureNamed(column.heading, 'neither'), area: null }] : [];
}

function columnNamed(name: string, numbers: readonly Column[]): Column | undefined {
  return numbers.find(({ key, repeated }) => key === headingKey(name) && !repeated);
}

/** The one role that the file's name speaks of; null where it speaks of none or of several. */
function roleInName(inspection: Inspection): string | null {
  const [role = null, second] = readName(fileStem(inspection.sheet.grid.path)).roles;
  return second ? null : role;
}

/** `quarter,area,value` in a file whose name says what the values are. */
function onlyNumber(inspection: Inspection, roles: Roles): Fit | null {
  const [column, second] = measurable(roles.numbers);
  const role = roleInName(inspection);
  if (!column || second || !role || !isGenericHeading(column.heading)) return null;
  return {
    values: [{ column, measure: measureNamed(role, inspection.settings.better), area: null }],
    findings: [caution('input.measure-from-file', { file: inspection.sheet.grid.path, measure: role })],
  };
}

/** No area column and one column of numbers: one measure of one area, unless the file's name says that the heading is the area. */
function planSeries(inspection: Inspection, roles: Roles): ReturnType<Shape['plan']> {
  const { sheet, settings } = inspection;
  const [column, second] = measurable(roles.numbers);
  if (!column || second) return null;
  const role = roleInName(inspection);
  const generic = isGenericHeading(column.heading);
  const named = settings.measure !== null && (generic || column.key === headingKey(settings.measure));
  if (!named && (settings.measure !== null || (role && !generic))) return null;
  const doubt = unclear(inspection, roles);
  if (doubt) return { problem: doubt };
  const name = settings.measure ?? (generic && role ? role : column.heading);
  const values = [{ column, measure: measureNamed(name, settings.better), area: null }];
  if (named) return { values };
  return {
    values,
    findings: [caution('input.only-number', { file: sheet.grid.path, heading: column.heading, measure: name })],
  };
}

/** A column of numbers for each area; what they measure is said by `--measure` or by the file's name. */
function planWide(inspection: Inspection, roles: Roles): ReturnType<Shape['plan']> {
  const { sheet, settings, alone } = inspection;
  const columns = measurable(roles.numbers);
  if (columns.length === 0) return null;
  const repeated = columns.find((column) => column.repeated);
  const doubt = unclear(inspection, roles) ?? (repeated ? repeatedHeading(inspection, repeated) : null);
  if (doubt) return { problem: doubt };
  const inName = readName(fileStem(sheet.grid.path)).roles;
  const asked = settings.measure !== null && (alone || inName.length === 0) ? settings.measure : null;
  const name = asked ?? roleInName(inspection);
  const values = columns.map((column) => ({
    column,
    measure: measureNamed(name ?? 'admissions', settings.better),
    area: column.heading,
  }));
  if (name !== null) return { values };
  if (inName.length > 0 || columns.some((column) => !isCounts(inspection, column)))
    return { problem: wideMeasure(inspection, columns, inName) };
  return { values, findings: [caution('input.assumed-admissions', { file: sheet.grid.path })] };
}

/** Whole numbers, none below zero. */
const isCounts = ({ sheet }: Inspection, column: Column): boolean =>
  sampleCells(sheet, column.position).every((cell) => {
    const value = parseNumber(cell);
    return value === null || (value !== undefined && value >= 0 && Number.isInteger(value));
  });
