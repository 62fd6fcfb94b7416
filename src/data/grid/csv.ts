import { CsvError, parse } from 'csv-parse/sync';
import { dataError, type Problems } from '../../errors.ts';
import { type Finding, finding } from '../../finding.ts';
import { excerpt } from '../text.ts';

type Delimiter = ',' | ';' | '\t';

/** The cells of a file, each exactly as it stands there (after decoding and quoting). Blank lines are left out. */
export interface RawTable {
  readonly path: string;
  readonly delimiter: Delimiter;
  readonly records: readonly (readonly string[])[];
  /** The line on which each record begins, from 1. */
  readonly lines: readonly number[];
}

/** Headings and rows under them. Every row has at least as many cells as there are headings. */
export interface Table {
  readonly path: string;
  readonly delimiter: Delimiter;
  readonly headings: readonly string[];
  readonly headerRow: number;
  readonly rows: readonly (readonly string[])[];
  readonly lines: readonly number[];
  readonly findings: readonly Finding[];
}

const LINE_END = /\r\n|\n|\r/;
const LINE_ENDS = ['\r\n', '\n', '\r'];

/**
 * CSV text (RFC 4180; comma, semicolon or tab; any line end, also mixed) to cells. Throws a data error for a file without
 * a cell and for a quotation mark that is never closed.
 */
export function parseCells(text: string, path: string): RawTable {
  const delimiter = delimiterOf(text);
  const records = text.includes('"') ? quotedRecords(text, delimiter, path) : plainRecords(text, delimiter);
  const lines = linesOf(records);
  const kept = records.map((_, i) => i).filter((i) => !isBlankLine(records[i] ?? []));
  if (kept.length === 0) throw dataError('input.empty-file', {}, { file: path, line: 1 });
  return {
    path,
    delimiter,
    records: kept.map((i) => records[i] ?? []),
    lines: kept.map((i) => lines[i] ?? 0),
  };
}

const isBlankLine = (record: readonly string[]): boolean => record.length < 2 && (record[0] ?? '').trim() === '';
const isEmptyRow = (record: readonly string[]): boolean => record.every((cell) => cell.trim() === '');

/** Without a quotation mark a line is a row: several times faster than a full parser, which matters for all practices at once. */
function plainRecords(text: string, delimiter: Delimiter): string[][] {
  return text
    .replace(/\u001A+$/, '')
    .split(LINE_END)
    .map((line) => line.split(delimiter));
}

function quotedRecords(text: string, delimiter: Delimiter, path: string): string[][] {
  try {
    return parse(text.replace(/\u001A+$/, ''), {
      delimiter,
      relax_column_count: true,
      relax_quotes: true,
      record_delimiter: LINE_ENDS,
    }) as string[][];
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    throw dataError('input.open-quote', {}, { file: path, line: openQuoteLine(text, delimiter) });
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

/** The line of the quotation mark that is opened and never closed. */
function openQuoteLine(text: string, delimiter: Delimiter): number {
  let line = 1;
  let opened = 1;
  let quoted = false;
  let fieldStart = true;
  for (let i = 0; i < text.length; i += 1) {
    const character = text[i];
    if (character === '\n' || (character === '\r' && text[i + 1] !== '\n')) line += 1;
    if (quoted) {
      if (character === '"' && text[i + 1] === '"') i += 1;
      else if (character === '"') quoted = false;
      continue;
    }
    if (character === '"' && fieldStart) {
      quoted = true;
      opened = line;
    }
    fieldStart = character === delimiter || character === '\n' || character === '\r';
  }
  return opened;
}

/**
 * Cells to headings and rows: the first row that is not empty names the columns. Empty rows and empty cells beyond the last
 * heading are left out; a row with fewer or more cells than headings is a problem.
 */
export function tableOf(raw: RawTable, problems: Problems): Table {
  const { path, delimiter, records } = raw;
  const head = records.findIndex((record) => !isEmptyRow(record));
  const header = records[head];
  const headerRow = raw.lines[head] ?? 1;
  if (!header) throw dataError('input.empty-file', {}, { file: path, line: 1 });
  const kept: number[] = [];
  for (let i = head + 1; i < records.length; i += 1) if (!isEmptyRow(records[i] ?? [])) kept.push(i);
  if (kept.length === 0)
    throw dataError('input.header-only', { headings: header.map(excerpt) }, { file: path, line: headerRow });

  const named = lastFilled(header) + 1;
  let used = named;
  let widest = header.length;
  const rows: (readonly string[])[] = [];
  const lines: number[] = [];
  for (const i of kept) {
    const record = records[i] ?? [];
    const line = raw.lines[i] ?? 0;
    const filled = lastFilled(record) + 1;
    if (record.length < named || filled > header.length) {
      problems.add('input.ragged-row', { cells: record.length, headings: named }, { file: path, line });
      continue;
    }
    used = Math.max(used, filled);
    widest = Math.max(widest, record.length);
    rows.push(record);
    lines.push(line);
  }
  const findings = widest > used ? [finding('input.empty-columns', { file: path, columns: widest - used })] : [];
  return { path, delimiter, headings: header.slice(0, used), headerRow, rows, lines, findings };
}

function lastFilled(record: readonly string[]): number {
  for (let i = record.length - 1; i >= 0; i -= 1) if ((record[i] ?? '').trim() !== '') return i;
  return -1;
}
