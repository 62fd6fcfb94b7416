import { CsvError, parse } from 'csv-parse/browser/esm/sync';
import { dataError } from '../../errors.ts';
import type { Delimiter, Grid } from './grid.ts';
import { checkRow } from './limits.ts';

const LINE_END = /\r\n|\n|\r/;
/** No row of a text so short has too long a cell or too many. */
const SURELY_SHORT = 16_384;
const LINE_ENDS = ['\r\n', '\n', '\r'];

/**
 * CSV text (RFC 4180; comma, semicolon or tab; any line end, also mixed) to cells. Throws a data error for a file without
 * a cell, for a quotation mark that is never closed and for one within a cell: it stands around a whole cell, or twice.
 */
export function csvGrid(given: string, path: string, encoding = 'utf-8'): Grid {
  const text = withoutEnd(given);
  const delimiter = delimiterOf(text);
  const records = text.includes('"') ? quotedRecords(text, delimiter, path) : plainRecords(text, delimiter);
  const lines = linesOf(records);
  if (text.length > SURELY_SHORT) for (const [i, record] of records.entries()) checkRow(record, path, lines[i] ?? 1);
  const kept = records.map((_, i) => i).filter((i) => !isBlankLine(records[i] ?? []));
  if (kept.length === 0) throw dataError('input.empty-file', {}, { file: path, line: 1 });
  return {
    path,
    reader: 'csv',
    encoding,
    delimiter,
    sheet: null,
    rows: kept.map((i) => records[i] ?? []),
    lines: kept.map((i) => lines[i] ?? 0),
    kinds: null,
    text: given,
  };
}

/** Without the marks with which old programs end a text (Ctrl-Z). */
function withoutEnd(text: string): string {
  let end = text.length;
  while (end > 0 && text[end - 1] === '\u001A') end -= 1;
  return end === text.length ? text : text.slice(0, end);
}

const isBlankLine = (record: readonly string[]): boolean => record.length < 2 && (record[0] ?? '').trim() === '';

/** Without a quotation mark a line is a row: several times faster than a full parser, which matters for all practices at once. */
function plainRecords(text: string, delimiter: Delimiter): string[][] {
  return text.split(LINE_END).map((line) => line.split(delimiter));
}

function quotedRecords(text: string, delimiter: Delimiter, path: string): string[][] {
  try {
    return parse(text, {
      delimiter,
      relax_column_count: true,
      record_delimiter: LINE_ENDS,
    }) as string[][];
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const { code, line } = badQuote(text, delimiter);
    throw dataError(code, {}, { file: path, line });
  }
}

function linesOf(records: readonly (readonly string[])[]): number[] {
  let line = 1;
  return records.map((record) => {
    const start = line;
    line += 1;
    for (const cell of record) if (LINE_END.test(cell)) line += cell.split(LINE_END).length - 1;
    return start;
  });
}

/** The delimiter that stands most often in the first line that is not blank, outside quotation marks. */
function delimiterOf(text: string): Delimiter {
  const counts: Record<Delimiter, number> = { ',': 0, ';': 0, '\t': 0 };
  let quoted = false;
  let blank = true;
  for (const character of text) {
    if (character === '"') quoted = !quoted;
    if (quoted) continue;
    if (character === ',' || character === ';' || character === '\t') counts[character] += 1;
    if (character === '\n' || character === '\r') {
      if (!blank) break;
    } else if (character.trim() !== '') blank = false;
  }
  if (counts['\t'] > counts[','] && counts['\t'] >= counts[';']) return '\t';
  return counts[';'] > counts[','] ? ';' : ',';
}

/** The first quotation mark that is opened and never closed, or that stands where none may, and its line. */
function badQuote(
  text: string,
  delimiter: Delimiter,
): { readonly code: 'input.open-quote' | 'input.stray-quote'; readonly line: number } {
  let line = 1;
  let opened = 1;
  let state: 'start' | 'plain' | 'quoted' | 'closed' = 'start';
  for (let i = 0; i < text.length; i += 1) {
    const character = text[i] ?? '';
    const endsLine = character === '\n' || character === '\r';
    if (state === 'quoted') {
      if (character === '"' && text[i + 1] === '"') i += 1;
      else if (character === '"') state = 'closed';
    } else if (endsLine || character === delimiter) state = 'start';
    else if (character === '"' && state === 'start') {
      state = 'quoted';
      opened = line;
    } else if (character === '"' || state === 'closed') return { code: 'input.stray-quote', line };
    else state = 'plain';
    if (character === '\n' || (character === '\r' && text[i + 1] !== '\n')) line += 1;
  }
  return { code: 'input.open-quote', line: opened };
}
