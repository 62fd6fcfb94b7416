import type { Observed } from './observe.ts';

/** More values than this do not divide an area into groups. */
const MOST_GROUPS = 60;

/**
 * The heading of an unused column that would tell apart all rows of one area and period, so that a message can propose it.
 * Null where there is none.
 */
export function tellsApart(file: Observed): string | null {
  const { table, plan, periods } = file;
  const [first] = file.columns;
  if (!first || plan.shape === 'wide') return null;
  const rows = table.rows.map((_, row) => `${first.areas[row]} ${periods[row]} ${file.rowStrata[row]}`);
  for (const { kind, position, heading } of plan.unused) {
    if (kind === 'empty') continue;
    const cells = table.rows.map((row) => (row[position] ?? '').trim());
    const groups = new Set(cells).size;
    if (groups < 2 || groups > MOST_GROUPS) continue;
    if (new Set(rows.map((key, row) => `${key} ${cells[row]}`)).size === rows.length) return heading;
  }
  return null;
}
