import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import { type InputFile, readInputs } from '../data/dataset.ts';
import { decode } from '../data/grid/decode.ts';
import type { Grid } from '../data/grid/grid.ts';
import { contentOfText } from '../data/grid/readers.ts';
import { NO_NOTES } from '../data/notes/notes.ts';
import { formatPeriod } from '../data/period.ts';
import { usageError } from '../errors.ts';
import type { Finding } from '../finding.ts';
import { described } from '../messages/usage/values.ts';
import { DEFAULT_SETTINGS } from '../question/settings.ts';
import { optionsIn, type ReadOptions } from './options.ts';

/** One file: its name, which says what a wide file holds, and its text or bytes. */
export interface GivenFile {
  readonly name: string;
  readonly text?: string;
  readonly bytes?: Uint8Array;
  /** What is printed on everything made from it: reconstruction, licence, provisional. */
  readonly notes?: readonly string[];
  readonly licence?: string;
  readonly source?: string;
}

/** Data that were read, to be asked. What is read from them depends on what is asked, so that they are understood anew each time. */
export interface Data {
  readonly areas: readonly string[];
  readonly measures: readonly string[];
  /** First and last period of any series. */
  readonly from: string;
  readonly to: string;
  /** What was assumed in reading. */
  readonly findings: readonly Finding[];
}

/** What stands behind data. */
interface Held {
  readonly files: readonly InputFile[];
  readonly options: ReadOptions;
}

const HELD = new WeakMap<object, Held>();

/** The files behind data. Throws a usage error for anything that neither `read` nor `dataset` gave. */
export function heldBy(data: Data): Held {
  const held = typeof data === 'object' && data !== null ? HELD.get(data) : undefined;
  if (!held) throw usageError('library.not-data');
  return held;
}

/**
 * Reads CSV files, joined on area and period.
 *
 * @param files name and text (or bytes) of each; the name of a wide file says what it holds, as on the command line
 * @param options `columns`, `measure`, `quarters`, `order`, `by`, `better`, `denominator`, as on the command line
 * @returns the data, to be given to `compare`, `evaluate` and the others
 * @throws QuarterlineError with file, line, column and what to do, for everything that cannot be used
 * @example
 * const data = read([{ name: 'admissions.csv', text: 'quarter,Frome,Somerset\n2013/14 Q1,700,12000\n2013/14 Q2,690,12100\n' }]);
 * data.areas; // ['Frome', 'Somerset']
 */
export function read(files: readonly GivenFile[], options: ReadOptions = {}): Data {
  if (!Array.isArray(files) || files.length === 0) throw usageError('library.files', { found: described(files) });
  return held(files.map(opened), options);
}

/** A cell of a record. Numbers are taken with all their digits; dates by their day; nothing, null and undefined are missing. */
export type Cell = string | number | bigint | boolean | Date | null | undefined;

/**
 * Data from records, one for each row, as a data frame gives them (danfojs `toJSON`, arquero `objects()`) or a database driver.
 *
 * @param records plain objects; their keys are the headings
 * @param options as for `read`, and `name`: what the records are called in messages (default: records)
 * @throws QuarterlineError for what is no list of records, and as `read` does; a line is the record's place plus one
 * @example
 * const data = dataset([
 *   { quarter: '2013/14 Q1', area: 'Frome', admissions: 700 },
 *   { quarter: '2013/14 Q2', area: 'Frome', admissions: 690 },
 * ]);
 */
export function dataset(
  records: readonly Readonly<Record<string, Cell>>[],
  options: ReadOptions & { readonly name?: string } = {},
): Data {
  const { name = 'records', ...others } = options;
  if (!Array.isArray(records) || records.length === 0 || !records.every(isRecord))
    throw usageError('library.records', { found: described(records) });
  const headings = [...new Set(records.flatMap((record) => Object.keys(record)))];
  const rows = records.map((record, at) =>
    headings.map((heading) => cellText(Object.hasOwn(record, heading) ? (record[heading] as Cell) : null, at, heading)),
  );
  const grid: Grid = {
    path: name,
    reader: 'records',
    encoding: 'utf-8',
    delimiter: null,
    sheet: null,
    rows: [headings, ...rows],
    lines: [headings, ...rows].map((_, at) => at + 1),
    kinds: null,
    text: null,
  };
  const content = { encoding: 'utf-8', findings: [], grids: () => [grid] };
  return held([{ path: name, content, sha256: hashOf(JSON.stringify(grid.rows)), notes: NO_NOTES }], others);
}

function held(files: readonly InputFile[], options: ReadOptions): Data {
  const { dataset: found } = readInputs(files, { ...DEFAULT_SETTINGS, ...optionsIn('check', options) });
  const ends = found.series.flatMap(({ periods }) => [periods[0], periods.at(-1)]).filter((one) => one !== undefined);
  const sorted = [...ends].sort((a, b) => a.index - b.index);
  const [from, to] = [sorted[0], sorted.at(-1)];
  const data: Data = {
    areas: found.areas.map(({ name }) => name),
    measures: found.measures.map(({ name }) => name),
    from: from ? formatPeriod(from) : '',
    to: to ? formatPeriod(to) : '',
    findings: found.findings,
  };
  HELD.set(data, { files, options });
  return data;
}

function opened(file: GivenFile): InputFile {
  const isGiven =
    isRecord(file) &&
    typeof file.name === 'string' &&
    (typeof file.text === 'string' || file.bytes instanceof Uint8Array);
  if (!isGiven) throw usageError('library.files', { found: described(file) });
  const { name, text, bytes, notes = [], licence = null, source = null } = file;
  const decoded = bytes ? decode(bytes, name) : { text: text ?? '', encoding: 'utf-8', findings: [] };
  return {
    path: name,
    content: contentOfText(decoded.text, name, decoded.encoding, decoded.findings),
    sha256: bytes ? bytesToHex(sha256(bytes)) : hashOf(text ?? ''),
    notes: { notes, licence, source, findings: [] },
  };
}

const hashOf = (text: string): string => bytesToHex(sha256(new TextEncoder().encode(text)));

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** A value as a cell of a file. Throws a usage error for what no cell holds. */
function cellText(value: Cell, at: number, heading: string): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'string') return value;
  if (typeof value === 'boolean' || typeof value === 'bigint') return String(value);
  if (value instanceof Date && !Number.isNaN(value.getTime())) return value.toISOString().slice(0, 10);
  if (typeof value === 'number' && Number.isFinite(value)) return plainNumber(value);
  throw usageError('library.cell', { record: at + 1, heading, found: described(value) });
}

/** All the digits of a number, none of them behind an exponent. */
function plainNumber(value: number): string {
  const text = String(value);
  return text.includes('e') ? value.toLocaleString('en', { useGrouping: false, maximumSignificantDigits: 17 }) : text;
}
