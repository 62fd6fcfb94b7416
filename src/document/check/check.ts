import type { CheckResult } from '../../analysis/check/result.ts';
import type { FileSummary, Input } from '../../data/series.ts';
import type { Finding } from '../../finding.ts';
import { CHECK } from '../../messages/check/check.ts';
import { number, pounds } from '../../messages/words/format.ts';
import { section } from '../blocks.ts';
import { left, right, textCell, valueCell } from '../cells.ts';
import type { Block, Cell, Doc, Section, Table } from '../document.ts';
import { messages, placing } from '../placing.ts';
import { inputNotes } from '../provenance.ts';

/** What was understood of each file, what was assumed, and what to type next. */
export function checkDocument(
  { files, next }: CheckResult,
  inputs: readonly Input[],
  findings: readonly Finding[],
): Doc {
  const placed = placing(findings);
  const told = messages(placed.at('assumed', 'noted'));
  return {
    title: CHECK.title(files.length),
    subtitle: null,
    language: 'en-GB',
    notes: inputNotes(inputs),
    blocks: placed.close([
      ...files.map(fileSection),
      ...(told.items.length > 0 ? [section('findings', CHECK.findingsHeading, [told])] : []),
      section('next', CHECK.nextHeading, [
        { type: 'paragraph', role: next === null ? 'body' : 'command', text: next ?? CHECK.noNext },
      ]),
    ]),
  };
}

function fileSection(file: FileSummary, at: number): Section {
  const items = [
    { term: CHECK.layout, text: CHECK.layoutText(file.layout, file.rows) },
    { term: CHECK.text, text: CHECK.textText(file.encoding, file.delimiter, file.headerRow) },
    { term: CHECK.periods, text: CHECK.periodsText(file.frequency, file.from, file.to) },
    { term: CHECK.areas, text: CHECK.areasText(file.areas) },
    { term: CHECK.gaps, text: CHECK.gapsText(file.gaps) },
    { term: CHECK.duplicates, text: CHECK.duplicatesText(file.duplicates) },
  ];
  const blocks: Block[] = [{ type: 'definitions', items }, columnsTable(file, at), measuresTable(file, at)];
  return section(`file-${at + 1}`, CHECK.fileTitle(file.path), blocks);
}

function columnsTable(file: FileSummary, at: number): Table {
  const { headings } = CHECK;
  return {
    type: 'table',
    id: `columns-${at + 1}`,
    caption: CHECK.columnsCaption,
    columns: [left(headings.column), left(headings.role), left(headings.unit)],
    rows: file.columns.map(({ name, role, unit }) => [
      textCell(name),
      textCell(CHECK.part(role)),
      textCell(CHECK.unit(unit)),
    ]),
    folded: false,
  };
}

function measuresTable(file: FileSummary, at: number): Table {
  const { headings } = CHECK;
  return {
    type: 'table',
    id: `values-${at + 1}`,
    caption: CHECK.measuresCaption,
    columns: [
      left(headings.measure),
      left(headings.area),
      ...[headings.n, headings.missing, headings.min, headings.median, headings.max].map(right),
    ],
    rows: file.measures.map(({ measure, area, unit, n, missing, min, median, max }) => [
      textCell(CHECK.measure(measure)),
      textCell(area ?? CHECK.allAreas),
      ...[n, missing].map((count) => valueCell(number(count), count)),
      ...[min, median, max].map((value) => amountCell(value, unit)),
    ]),
    folded: false,
  };
}

/** Whole numbers as such, others with one decimal. */
function amountCell(value: number | null, unit: string): Cell {
  const text = unit === 'GBP' ? pounds(value) : number(value, value !== null && !Number.isInteger(value) ? 1 : 0);
  return valueCell(text, value);
}

/** The same as numbers: a row for each line of the tables of values. */
export function checkNumbers({ files }: CheckResult): Table {
  const { headings } = CHECK;
  const counted = [headings.areas, headings.n, headings.missing, headings.gaps, headings.duplicates];
  return {
    type: 'table',
    id: 'check',
    caption: CHECK.measuresCaption,
    columns: [
      ...[headings.file, headings.measure, headings.area, headings.unit, headings.from, headings.to].map(left),
      ...[...counted, headings.min, headings.median, headings.max].map(right),
    ],
    rows: files.flatMap((file) =>
      file.measures.map(({ measure, area, unit, n, missing, min, median, max }) => [
        ...[file.path, measure, area ?? CHECK.allAreas, unit, file.from, file.to].map(textCell),
        ...[file.areas.length, n, missing, file.gaps.length, file.duplicates, min, median, max].map((value) =>
          valueCell(number(value), value),
        ),
      ]),
    ),
    folded: false,
  };
}

/** The cells of a file as a table, the line of each row before it: for reading, not for comparing byte by byte. */
export function cellsTable(records: readonly (readonly string[])[], lines: readonly number[]): Table {
  const [header = [], ...rows] = records;
  const width = records.reduce((most, record) => Math.max(most, record.length), 0);
  return {
    type: 'table',
    id: 'cells',
    caption: CHECK.tableCaption,
    columns: [right(CHECK.headings.line), ...Array.from({ length: width }, (_, i) => left(header[i] ?? ''))],
    rows: rows.map((row, at) => {
      const line = lines[at + 1] ?? 0;
      return [valueCell(number(line), line), ...row.map(textCell)];
    }),
    folded: false,
  };
}

export function cellsDocument(path: string, table: Table): Doc {
  return { title: CHECK.fileTitle(path), subtitle: null, language: 'en-GB', notes: [], blocks: [table] };
}
