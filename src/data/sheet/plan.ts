import type { Problem } from '../../errors.ts';
import { type Finding, finding } from '../../finding.ts';
import type { Column } from './columns.ts';
import { noNumbers, noPeriod, repeatedHeading } from './doubts.ts';
import { assignRoles, type Roles, type Sheet } from './roles.ts';
import { LAYOUTS, type ValueColumn } from './shapes.ts';

/** How a file is to be read: everything that its rows need. */
export interface Plan {
  readonly layout: string;
  readonly shape: 'long' | 'wide';
  readonly roles: Roles;
  readonly values: readonly ValueColumn[];
  /** Columns that play no part and are no second period either. */
  readonly unused: readonly Column[];
  readonly findings: readonly Finding[];
}

/** Decides how a file is to be read. What is missing or doubtful goes to the sheet's problems; then the result is null. */
export function planFile(sheet: Sheet): Plan | null {
  const roles = assignRoles(sheet);
  if (roles.repeated.length > 0)
    return refuse(sheet, ...roles.repeated.map((column) => repeatedHeading(sheet, column)));
  if (!roles.period && sheet.settings.order === 'time') return refuse(sheet, ...noPeriod(sheet, roles));
  for (const layout of LAYOUTS) {
    const outcome = layout.plan(sheet, roles);
    if (outcome === null) continue;
    if ('problem' in outcome) return refuse(sheet, outcome.problem);
    const { values } = outcome;
    const unused = unusedColumns(sheet.columns, roles, values);
    const findings = [...(outcome.findings ?? []), ...setAside(sheet, roles, unused)];
    return { layout: layout.name, shape: layout.shape, roles, values, unused, findings };
  }
  return refuse(sheet, noNumbers(sheet));
}

function refuse({ problems }: Sheet, ...found: readonly Problem[]): null {
  for (const { code, slots, place } of found) problems.add(code, slots, place);
  return null;
}

/** Says which columns are not used, and why. */
function setAside(sheet: Sheet, roles: Roles, rest: readonly Column[]): readonly Finding[] {
  const file = sheet.table.path;
  const of = (kind: Column['kind']) => rest.filter((column) => column.kind === kind).map(({ heading }) => heading);
  const list = (id: string, headings: readonly string[]) =>
    headings.length > 0 ? [finding(id, { file, headings })] : [];
  return [
    ...list('input.other-numbers', of('number')),
    ...list('input.other-texts', of('text')),
    ...list('input.headed-empty', of('empty')),
    ...roles.otherPeriods.map((column) =>
      finding('input.second-period', { file, heading: column.heading, used: roles.period?.heading ?? null }),
    ),
  ];
}

function unusedColumns(columns: readonly Column[], roles: Roles, values: readonly ValueColumn[]): readonly Column[] {
  const used = new Set<Column | null>([
    roles.period,
    roles.part?.column ?? null,
    roles.name,
    roles.code,
    ...roles.otherPeriods,
    ...roles.strata.map(({ column }) => column),
    ...values.map(({ column }) => column),
  ]);
  return columns.filter((column) => !used.has(column));
}
