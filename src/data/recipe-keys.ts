import type { Column } from './columns.ts';
import type { Observed } from './observe.ts';
import type { ColumnKey } from './series.ts';

/** White space as a program in R sees it (PCRE's \h and \v), made single. */
export function tidy(text: string): string {
  return text
    .replace(/[\t-\r \u0085\u00A0\u1680\u180E\u2000-\u200A\u2028\u2029\u202F\u205F\u3000]+/g, ' ')
    .replace(/^ | $/g, '');
}

/** A column by its heading as it stands in the file; by its place where the heading is empty or stands more than once. */
export function keyOf({ position, repeated }: Column, { table }: Observed): ColumnKey {
  const heading = tidy(table.headings[position] ?? '');
  const alike = table.headings.filter((other) => tidy(other) === heading).length;
  return heading === '' || repeated || alike > 1 ? position + 1 : heading;
}
