import { csvGrid } from '../data/grid/csv.ts';
import { decode } from '../data/grid/decode.ts';
import { parseNumber } from '../data/grid/number.ts';
import { formatFinancialYear } from '../data/period.ts';
import { dataError, Problems, usageError } from '../errors.ts';
import { PROVENANCE } from '../messages/words/provenance.ts';
import { DEFLATORS, type Deflator, isDeflator } from '../reference/deflators.ts';

const YEAR = /^(\d{4})\s*[/–-]\s*(\d{2}|\d{4})$/;

/**
 * The financial year written in `text` (`2013/14`, `2013-14`), by the calendar year in which it starts; undefined where it is
 * none. A bare year is not taken: both the first and the last year of a financial year are in use.
 */
function parseFinancialYear(text: string): number | undefined {
  const match = YEAR.exec(text.trim());
  if (!match) return undefined;
  const start = Number(match[1]);
  return Number(match[2]) % 100 === (start + 1) % 100 ? start : undefined;
}

/** The price year that `--price-year` names; null where none is named. Throws a usage error for anything but a financial year. */
export function priceYearFrom(text: string | null): number | null {
  if (text === null) return null;
  const year = parseFinancialYear(text);
  if (year === undefined) throw usageError('deflator.price-year', { text });
  return year;
}

/** The deflator that `--deflator` names: one of the table, `none` (null), or a CSV file with the columns year and index. */
export async function loadDeflator(
  name: string,
  source: { readonly read: (path: string) => Promise<Uint8Array> },
): Promise<Deflator | null> {
  return isTabled(name) ? deflatorFrom(null, name) : deflatorFrom(decode(await source.read(name), name).text, name);
}

const isTabled = (name: string): boolean => name === 'none' || isDeflator(name.toLowerCase());

/** The deflator of a CSV text, or of that name in the table; null for `none`. Throws data errors. */
export function deflatorFrom(text: string | null, name: string): Deflator | null {
  if (text !== null) return deflatorFromText(text, name);
  const known = name.toLowerCase();
  return isDeflator(known) ? DEFLATORS[known] : null;
}

/** An index of the user's own: a header row, then a financial year and an index level above zero in each row. */
function deflatorFromText(text: string, path: string): Deflator {
  const { rows, lines } = csvGrid(text, path);
  const headings = (rows[0] ?? []).map((heading) => heading.trim().toLowerCase());
  const yearColumn = headings.indexOf('year');
  const indexColumn = headings.indexOf('index');
  if (yearColumn < 0 || indexColumn < 0) throw dataError('deflator.headings', { headings }, { file: path, line: 1 });
  const problems = new Problems();
  const levels = new Map<number, number>();
  rows.slice(1).forEach((cells, i) => {
    const place = { file: path, line: lines[i + 1] ?? i + 2 };
    const year = parseFinancialYear(cells[yearColumn] ?? '');
    const level = parseNumber(cells[indexColumn] ?? '');
    if (year === undefined)
      problems.add('deflator.year', { text: cells[yearColumn] ?? '' }, { ...place, column: 'year' });
    else if (typeof level !== 'number' || level <= 0)
      problems.add('deflator.level', { text: cells[indexColumn] ?? '' }, { ...place, column: 'index' });
    else if (levels.has(year)) problems.add('deflator.twice', { year: formatFinancialYear(year) }, place);
    else levels.set(year, level);
  });
  problems.throwIfAny();
  if (levels.size === 0) throw dataError('deflator.empty', {}, { file: path });
  const name = path.split(/[\\/]/).at(-1) ?? path;
  return {
    name,
    title: name,
    vintage: PROVENANCE.ownVintage,
    source: name,
    licence: null,
    levels,
    forecastFrom: null,
  };
}
