import { type Problem, problemOf } from '../../errors.ts';
import { parseNumber } from '../grid/number.ts';
import { frequencyOf } from '../period/column.ts';
import type { Role } from '../series.ts';
import { excerpt, nearest } from '../text.ts';
import { type Column, sampleCells } from './columns.ts';
import { measurable, REMARK_HEADINGS } from './headings.ts';
import { isGenericHeading, readName } from './measures.ts';
import type { Inspection, Roles } from './roles.ts';
import { headerLine } from './sheet.ts';

/** A problem of the heading row, at the column named or at the row. Long headings are cut. */
function atHeading({ sheet }: Inspection, { code, slots }: Problem, column?: string | null): Problem {
  const place = { file: sheet.grid.path, line: headerLine(sheet) };
  const cut = Object.entries(slots).map(
    ([name, slot]) => [name, typeof slot === 'string' ? excerpt(slot) : slot] as const,
  );
  return {
    code,
    slots: Object.fromEntries(cut),
    place: typeof column === 'string' ? { ...place, column: excerpt(column) } : place,
  };
}

const headingsOf = ({ columns }: Inspection): readonly string[] => columns.map(({ heading }) => excerpt(heading));

/**
 * No heading says where the periods are: proposes a column that holds some, or says that the headings are figures or
 * periods. Headings that stand twice are told as well.
 */
export function noPeriod(inspection: Inspection, roles: Roles): readonly Problem[] {
  const headings = headingsOf(inspection);
  const periods = headings.filter((heading) => frequencyOf([heading], '') !== null);
  if (periods.length >= 3)
    return [
      atHeading(inspection, problemOf('input.periods-across', { headings, example: periods[0] ?? '' }), periods[0]),
    ];
  const figure = headings.find((heading) => parseNumber(heading) != null || periods.includes(heading));
  if (figure !== undefined) return [atHeading(inspection, problemOf('input.no-headings', { example: figure }), figure)];
  const used = new Set<Column | null>([roles.name, roles.code, ...roles.measures.map(({ column }) => column)]);
  const guess = inspection.columns.find(
    (column) =>
      !used.has(column) &&
      column.kind !== 'empty' &&
      frequencyOf(sampleCells(inspection.sheet, column.position), column.heading) !== null,
  );
  const slots = { headings, guess: guess?.heading ?? null };
  return [
    atHeading(inspection, problemOf('input.no-period-column', slots), guess?.heading ?? headings[0]),
    ...repeatedHeadings(inspection),
  ];
}

/** No heading says what is measured: proposes the column whose heading comes nearest. */
export function noMeasure(inspection: Inspection, roles: Roles): Problem {
  const columns = measurable(roles.numbers);
  const headings = columns.map(({ heading }) => heading);
  const [alike] = nearest('admissions', headings, 1);
  const speaking = headings.find((heading) => rolesIn(heading).length > 0);
  const guess = alike ?? speaking ?? headings.find(isGenericHeading) ?? headings[0] ?? null;
  const role = (alike ? null : rolesIn(guess ?? '')[0]) ?? 'admissions';
  return atHeading(
    inspection,
    problemOf('input.no-measure-column', { headings: headingsOf(inspection), guess, role }),
    guess ?? headingsOf(inspection).at(-1),
  );
}

const rolesIn = (heading: string): readonly Role[] => readName(heading).roles;

export function noNumbers(inspection: Inspection): Problem {
  return atHeading(
    inspection,
    problemOf('input.no-number-column', { headings: headingsOf(inspection) }),
    headingsOf(inspection).at(-1),
  );
}

/**
 * Text columns of which nobody knows what they are, beside figures without a known heading: one may name the areas, or a
 * group, so the file is not read by guess. Null where there is none.
 */
export function unclear(inspection: Inspection, roles: Roles): Problem | null {
  const { name, code, strata, period, part, otherPeriods } = roles;
  const known = new Set<Column | null>([
    name,
    code,
    period,
    part?.column ?? null,
    ...otherPeriods,
    ...strata.map(({ column }) => column),
  ]);
  const unknown = inspection.columns
    .filter((column) => column.kind === 'text' && !known.has(column) && !REMARK_HEADINGS.has(column.key))
    .map(({ heading }) => heading);
  if (unknown.length === 0 || inspection.settings.order === 'event') return null;
  const number = measurable(roles.numbers)[0]?.heading ?? null;
  return atHeading(
    inspection,
    problemOf('input.unclear-columns', { headings: headingsOf(inspection), texts: unknown, number }),
    unknown[0],
  );
}

export function wideMeasure(inspection: Inspection, columns: readonly Column[], roles: readonly Role[]): Problem {
  const headings = columns.map(({ heading }) => heading);
  return atHeading(inspection, problemOf('input.wide-measure', { headings, roles }), headings[0]);
}

/** A heading that is needed and stands more than once: asks for its place. */
export function repeatedHeading(inspection: Inspection, { key, heading }: Column): Problem {
  const same = inspection.columns.filter((column) => column.repeated && column.key === key);
  const places = same.map(({ position }) => `#${position + 1}`);
  return atHeading(inspection, problemOf('input.repeated-heading', { heading, places }), heading);
}

/** Every heading that stands more than once, each once: where a file cannot be read they are part of the trouble. */
function repeatedHeadings(inspection: Inspection): readonly Problem[] {
  const first = new Map<string, Column>();
  for (const column of inspection.columns) if (column.repeated && !first.has(column.key)) first.set(column.key, column);
  return [...first.values()].map((column) => repeatedHeading(inspection, column));
}
