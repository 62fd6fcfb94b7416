import { usageError } from '../errors.ts';
import { table } from '../table.ts';

/**
 * `period=Month,area="Org Code",admissions=Total` to a map. A heading with a comma stands in double quotes.
 *
 * @example parseColumns('period=Month,area="Org, code"') // { period: 'Month', area: 'Org, code' }
 */
export function parseColumns(text: string): Readonly<Record<string, string>> {
  const columns = table<string>();
  const pair = /\s*([^=,\s]+)\s*=\s*(?:"((?:[^"]|"")*)"|([^,]*))\s*(?:,|$)/y;
  while (pair.lastIndex < text.length) {
    const start = pair.lastIndex;
    const match = pair.exec(text);
    const heading = match?.[2]?.replaceAll('""', '"') ?? match?.[3]?.trim();
    if (!match?.[1] || !heading) throw usageError('usage.columns', { text: text.slice(start) });
    columns[match[1]] = heading;
  }
  return columns;
}
