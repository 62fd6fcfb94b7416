import type { Problem } from '../errors.ts';
import { caution, type Finding, finding } from '../finding.ts';
import { addRepeated, type Column, sampleCells } from './columns.ts';
import { ORDER_HEADINGS } from './headings.ts';
import { isGenericHeading, measureNamed, readName } from './measures.ts';
import { parseNumber } from './number.ts';
import { frequencyOf } from './period-column.ts';
import { assignRoles, type Roles, type Sheet } from './roles.ts';
import type { Measure } from './series.ts';
import { fileStem, headingKey, nearest } from './text.ts';

/** A column of numbers: what it measures and, in a wide file, of which area. */
export interface ValueColumn {
  readonly column: Column;
  readonly measure: Measure;
  readonly area: string | null;
}

/** How a file is to be read: everything that its rows need. */
export interface Plan {
  readonly layout: string;
  readonly shape: 'long' | 'wide';
  readonly roles: Roles;
  readonly values: readonly ValueColumn[];
  readonly findings: readonly Finding[];
}

interface Layout {
  readonly name: string;
  readonly shape: 'long' | 'wide';
  /** Null where the file is not laid out so; problems where it is and cannot be read. */
  readonly plan: (sheet: Sheet, roles: Roles) => Reading | null;
}

interface Reading {
  readonly values: readonly ValueColumn[];
  readonly findings?: readonly Finding[];
  readonly problem?: Problem;
}

/** Layouts, tried in order; the first that fits is used. Those of a publisher go before these. */
const LAYOUTS: readonly Layout[] = [
  { name: 'long', shape: 'long', plan: planLong },
  { name: 'series', shape: 'long', plan: planSeries },
  { name: 'wide', shape: 'wide', plan: planWide },
];

/** Decides how a file is to be read. What is missing or doubtful goes to the sheet's problems; then the result is null. */
export function planFile(sheet: Sheet): Plan | null {
  const { table, settings, problems } = sheet;
  const roles = assignRoles(sheet);
  const place = { file: table.path, line: table.headerRow };
  const headings = sheet.columns.map(({ heading }) => heading);
  let failed = false;
  if (!roles.period && settings.order === 'time') {
    const guess = periodGuess(sheet, roles);
    problems.add(
      'input.no-period-column',
      { headings, guess },
      { ...place, column: guess ?? headings[0] ?? 1 },
    );
    failed = true;
  }
  for (const layout of LAYOUTS) {
    const reading = layout.plan(sheet, roles);
    if (!reading) continue;
    if (reading.problem && !failed) problems.add(reading.problem.code, reading.problem.slots, reading.problem.place);
    if (failed || reading.problem) return refuse(sheet);
    const findings = [...(reading.findings ?? []), ...setAside(sheet, roles, reading.values)];
    return { layout: layout.name, shape: layout.shape, roles, values: reading.values, findings };
  }
  if (!failed) problems.add('input.no-number-column', { headings }, { ...place, column: headings.at(-1) ?? 1 });
  return refuse(sheet);
}

/** Where a file cannot be read, headings that stand twice are part of the trouble. */
function refuse(sheet: Sheet): null {
  const repeated = new Map<string, Column[]>();
  for (const column of sheet.columns)
    if (column.repeated) repeated.set(column.key, [...(repeated.get(column.key) ?? []), column]);
  for (const columns of repeated.values()) addRepeated(columns, sheet.table, sheet.problems);
  return null;
}

/** A column that holds periods under a heading that is not known. */
function periodGuess(sheet: Sheet, roles: Roles): string | null {
  const used = new Set<Column | null>([roles.name, roles.code, ...roles.measures.map(({ column }) => column)]);
  const found = sheet.columns.find(
    (column) =>
      !used.has(column) && column.kind !== 'empty' && frequencyOf(sampleCells(sheet.table, column.position), column.heading),
  );
  return found?.heading ?? null;
}

/** An area column, or measures under known headings: a row is a period of an area. */
function planLong(sheet: Sheet, roles: Roles): Reading | null {
  if (!roles.name && !roles.code && roles.measures.length === 0) return null;
  const values = roles.measures.map(({ measure, column }) => ({ measure, column, area: null }));
  const asked = askedFor(sheet, roles);
  if (asked) return { values: [...values, asked] };
  if (values.length > 0) return { values };
  return onlyNumber(sheet, roles) ?? { values: [], problem: noMeasure(sheet, roles) };
}

/** A numeric column that `--measure` names by its heading, or the only one where it names none. */
function askedFor({ settings, columns }: Sheet, roles: Roles): ValueColumn | null {
  const { measure } = settings;
  if (measure === null || roles.measures.some((entry) => entry.measure.name === measureNamed(measure, null).name)) return null;
  const byHeading = roles.numbers.find(({ key, repeated }) => key === headingKey(measure) && !repeated);
  const named = measurable(roles.numbers);
  const only = roles.measures.length === 0 && named.length === 1 ? named[0] : undefined;
  const column = byHeading ?? only;
  const heading = columns.find(({ key }) => key === headingKey(measure))?.heading;
  return column ? { column, measure: measureNamed(heading ?? measure, settings.better), area: null } : null;
}

/** Columns with a heading that could be a measure's: not a mere counter. */
const measurable = (columns: readonly Column[]): readonly Column[] =>
  columns.filter(({ heading, key }) => !heading.startsWith('#') && !ORDER_HEADINGS.has(key));

/** `quarter,area,value` in a file whose name says what the values are. */
function onlyNumber({ table, settings }: Sheet, roles: Roles): Reading | null {
  const [column, second] = measurable(roles.numbers);
  const [role, otherRole] = readName(fileStem(table.path)).roles;
  if (!column || second || !role || otherRole || !isGenericHeading(column.heading)) return null;
  return {
    values: [{ column, measure: measureNamed(role, settings.better), area: null }],
    findings: [caution('input.measure-from-file', { file: table.path, measure: role })],
  };
}

/** No area column and one column of numbers: one measure of one area, unless the file's name says that the heading is the area. */
function planSeries({ table, settings }: Sheet, roles: Roles): Reading | null {
  const [column, second] = measurable(roles.numbers);
  if (!column || second) return null;
  const { roles: inName } = readName(fileStem(table.path));
  const [role, otherRole] = inName;
  const generic = isGenericHeading(column.heading);
  if (settings.measure !== null) {
    if (!generic && column.key !== headingKey(settings.measure)) return null;
    return { values: [{ column, measure: measureNamed(settings.measure, settings.better), area: null }] };
  }
  if (role && !otherRole && !generic) return null;
  const name = generic && role && !otherRole ? role : column.heading;
  return {
    values: [{ column, measure: measureNamed(name, settings.better), area: null }],
    findings: [caution('input.only-number', { file: table.path, heading: column.heading, measure: name })],
  };
}

/** A column of numbers for each area; what they measure is said by `--measure` or by the file's name. */
function planWide(sheet: Sheet, roles: Roles): Reading | null {
  const { table, settings, alone } = sheet;
  const columns = measurable(roles.numbers);
  const repeated = columns.find((column) => column.repeated);
  if (columns.length === 0) return null;
  const place = { file: table.path, line: table.headerRow, column: (repeated ?? columns[0])?.heading ?? 1 };
  if (repeated) {
    const places = columns.filter(({ key }) => key === repeated.key).map(({ position }) => `#${position + 1}`);
    return { values: [], problem: { code: 'input.repeated-heading', slots: { heading: repeated.heading, places }, place } };
  }
  const inName = readName(fileStem(table.path)).roles;
  const values = (name: string): readonly ValueColumn[] => {
    const measure = measureNamed(name, settings.better);
    return columns.map((column) => ({ column, measure, area: column.heading }));
  };
  if (settings.measure !== null && (alone || inName.length === 0)) return { values: values(settings.measure) };
  const [role, otherRole] = inName;
  if (role && !otherRole) return { values: values(role) };
  if (otherRole || columns.some((column) => !isWhole(sheet, column))) {
    const headings = columns.map(({ heading }) => heading);
    return { values: [], problem: { code: 'input.wide-measure', slots: { headings, roles: inName }, place } };
  }
  return { values: values('admissions'), findings: [caution('input.assumed-admissions', { file: table.path })] };
}

const isWhole = ({ table }: Sheet, column: Column): boolean =>
  sampleCells(table, column.position).every((cell) => {
    const value = parseNumber(cell);
    return value === null || (value !== undefined && value >= 0 && Number.isInteger(value));
  });

function noMeasure({ table, columns }: Sheet, roles: Roles): Problem {
  const headings = columns.map(({ heading }) => heading);
  const numbers = measurable(roles.numbers).map(({ heading }) => heading);
  const [guess = numbers[0] ?? null] = nearest('admissions', numbers, 1);
  return {
    code: 'input.no-measure-column',
    slots: { headings, numbers, guess },
    place: { file: table.path, line: table.headerRow, column: guess ?? headings.at(-1) ?? 1 },
  };
}

/** Says which columns are not used, and why. */
function setAside(sheet: Sheet, roles: Roles, values: readonly ValueColumn[]): readonly Finding[] {
  const file = sheet.table.path;
  const used = new Set<Column | null>([
    roles.period,
    roles.part?.column ?? null,
    roles.name,
    roles.code,
    ...roles.strata.map(({ column }) => column),
    ...values.map(({ column }) => column),
  ]);
  const rest = sheet.columns.filter((column) => !used.has(column) && !roles.otherPeriods.includes(column));
  const of = (kind: Column['kind']) => rest.filter((column) => column.kind === kind).map(({ heading }) => heading);
  const list = (id: string, headings: readonly string[]) => (headings.length > 0 ? [finding(id, { file, headings })] : []);
  return [
    ...list('input.other-numbers', of('number')),
    ...list('input.other-texts', of('text')),
    ...list('input.headed-empty', of('empty')),
    ...roles.otherPeriods.map((column) =>
      finding('input.second-period', { file, heading: column.heading, used: roles.period?.heading ?? null }),
    ),
  ];
}
