import type { Cell, Table } from '../document/document.ts';
import { escapeFormula, quoteCsv } from './escape.ts';

interface CsvOptions {
  /** A byte order mark in front, for Excel. */
  readonly bom: boolean;
  /** What stands on everything made from the input: on every row, in a last column `note`. */
  readonly notes: readonly string[];
  /** Cells exactly as they are, formulas too: to compare what was read with the file. */
  readonly verbatim?: boolean;
}

/**
 * A table as CSV (RFC 4180, CRLF): unrounded numbers with a decimal point and no separators, empty cells for what is
 * missing, text that a spreadsheet cannot take for a formula. Every row has as many fields as the header.
 */
export function renderCsv(table: Table, { bom, notes, verbatim = false }: CsvOptions): string {
  const text = verbatim ? (value: string) => value : escapeFormula;
  const note = notes.length > 0 ? [text(notes.join('; '))] : [];
  const header = [...table.columns.map(({ heading }) => text(heading)), ...(note.length > 0 ? ['note'] : [])];
  const rows = table.rows.map((row) => [
    ...table.columns.map((_, column) => field(row[column] ?? { text: '' }, text)),
    ...note,
  ]);
  const lines = [header, ...rows].map((fields) => fields.map(quoteCsv).join(','));
  return `${bom ? '\uFEFF' : ''}${lines.join('\r\n')}\r\n`;
}

function field(cell: Cell, text: (value: string) => string): string {
  if (cell.value === undefined) return text(cell.text);
  if (cell.value === null || !Number.isFinite(cell.value)) return '';
  return String(cell.value);
}
