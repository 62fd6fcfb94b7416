import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import type { Table } from '../../src/document/document.ts';
import { renderCsv } from '../../src/render/csv.ts';
import { HOSTILE_NAMES } from './hostile-doc.ts';

const table: Table = {
  type: 'table',
  id: 't',
  caption: 'Change',
  folded: false,
  columns: [
    { heading: 'Area', align: 'left' },
    { heading: 'Change, %', align: 'right' },
  ],
  rows: [
    [{ text: 'Frome' }, { text: '−8.6%', value: -8.632180260234845 }],
    [{ text: 'No "data", here' }, { text: '–', value: null }],
    [{ text: '=cmd()|x' }, { text: '1,234,567', value: 1234567 }],
    [{ text: 'short' }],
  ],
};

const plain = { bom: false, notes: [] };

describe('renderCsv', () => {
  it('writes unrounded numbers, empty cells for what is missing, quoted text and CRLF', () => {
    expect(renderCsv(table, plain)).toBe(
      ['Area,"Change, %"', 'Frome,-8.632180260234845', '"No ""data"", here",', "'=cmd()|x,1234567", 'short,', ''].join(
        '\r\n',
      ),
    );
  });

  it('puts the notes into a last column of every row', () => {
    const rows = parse(renderCsv(table, { bom: false, notes: ['Reconstruction', 'OGL, v3'] })) as string[][];
    expect(rows.map((row) => row.at(-1))).toEqual(['note', ...new Array(4).fill('Reconstruction; OGL, v3')]);
    expect(new Set(rows.map((row) => row.length))).toEqual(new Set([3]));
  });

  it('begins with a byte order mark only when asked', () => {
    expect(renderCsv(table, { bom: true, notes: [] }).startsWith('\uFEFFArea')).toBe(true);
    expect(renderCsv(table, plain).startsWith('Area')).toBe(true);
  });

  it('stays rectangular and free of formulas whatever the names', () => {
    const hostile = { ...table, rows: HOSTILE_NAMES.map((text) => [{ text }, { text }]) };
    const rows = parse(renderCsv(hostile, { bom: false, notes: HOSTILE_NAMES })) as string[][];
    expect(rows).toHaveLength(HOSTILE_NAMES.length + 1);
    for (const cell of rows.flat()) expect(cell).not.toMatch(/^\s*[=+\-@]/);
  });

  it('gives text back exactly when it is to be compared with the file', () => {
    const rows = [[{ text: '=1+1' }, { text: ' -2 ' }]];
    const [, row] = parse(renderCsv({ ...table, rows }, { ...plain, verbatim: true })) as string[][];
    expect(row).toEqual(['=1+1', ' -2 ']);
  });
});
