import type { Problem } from '../../errors.ts';
import { type Finding, finding } from '../../finding.ts';
import type { Column } from './columns.ts';
import { noNumbers, noPeriod, repeatedHeading } from './doubts.ts';
import { assignRoles, type Inspection, type Roles } from './roles.ts';
import { SHAPES, type Shape, type ShapeName, type ValueColumn } from './shapes.ts';

/** How a file is to be read: everything that its rows need. */
export interface Plan {
  readonly layout: ShapeName;
  readonly shape: 'long' | 'wide';
  readonly roles: Roles;
  readonly values: readonly ValueColumn[];
  /** Columns that play no part and are no second period either. */
  readonly unused: readonly Column[];
  readonly findings: readonly Finding[];
}

/** Decides how a file is to be read. What is missing or doubtful goes to the inspection's problems; then the result is null. */
export function planFile(inspection: Inspection): Plan | null {
  const roles = assignRoles(inspection);
  if (roles.repeated.length > 0)
    return refuse(inspection, ...roles.repeated.map((column) => repeatedHeading(inspection, column)));
  if (!roles.period && inspection.settings.order === 'time') return refuse(inspection, ...noPeriod(inspection, roles));
  for (const [layout, { shape, plan }] of Object.entries(SHAPES) as [ShapeName, Shape][]) {
    const outcome = plan(inspection, roles);
    if (outcome === null) continue;
    if ('problem' in outcome) return refuse(inspection, outcome.problem);
    const { values } = outcome;
    const unused = unusedColumns(inspection.columns, roles, values);
    const findings = [...(outcome.findings ?? []), ...setAside(inspection, roles, unused)];
    return { layout, shape, roles, values, unused, findings };
  }
  return refuse(inspection, noNumbers(inspection));
}

function refuse({ problems }: Inspection, ...found: readonly Problem[]): null {
  problems.addAll(found);
  return null;
}

/** Says which columns are not used, and why. */
function setAside(inspection: Inspection, roles: Roles, rest: readonly Column[]): readonly Finding[] {
  const file = inspection.sheet.grid.path;
  const of = (kind: Column['kind']) => rest.filter((column) => column.kind === kind).map(({ heading }) => heading);
  const list = (id: 'input.other-numbers' | 'input.other-texts' | 'input.headed-empty', headings: readonly string[]) =>
    headings.length > 0 ? [finding(id, { file, headings })] : [];
  return [
    ...list('input.other-numbers', of('number')),
    ...list('input.other-texts', of('text')),
    ...list('input.headed-empty', of('empty')),
    ...roles.otherPeriods.flatMap(({ heading }) =>
      roles.period ? [finding('input.second-period', { file, heading, used: roles.period.heading })] : [],
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
