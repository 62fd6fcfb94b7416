import { describe, expect, it } from 'vitest';
import { readInputs } from '../../../src/data/dataset.ts';
import type { Grid } from '../../../src/data/grid/grid.ts';
import { contentOf } from '../../../src/data/grid/readers.ts';
import { NO_NOTES } from '../../../src/data/notes/notes.ts';
import { DEFAULT_SETTINGS } from '../../../src/question/settings.ts';
import { points, seriesOf } from '../support.ts';

const bytes = (text: string) => new TextEncoder().encode(text);

/** A grid as a reader of workbooks would make it: several sheets, typed cells. */
function typed(sheet: string, rows: readonly (readonly string[])[]): Grid {
  const kinds = rows.map((_, row) => [row === 0 ? 'text' : 'date', 'text', row === 0 ? 'text' : 'number'] as const);
  const lines = rows.map((_, row) => row + 1);
  return { path: 'a.book', reader: 'book', encoding: 'utf-8', delimiter: null, sheet, rows, lines, kinds, text: null };
}

const BOOK = {
  name: 'book',
  takes: (_: Uint8Array, path: string) => path.endsWith('.book'),
  read: async () => ({
    encoding: 'utf-8',
    findings: [],
    grids: () => [
      typed('2013', [
        ['month', 'area', 'admissions'],
        ['2013-04-01', 'Frome', '12'],
      ]),
      typed('2014', [
        ['month', 'area', 'admissions'],
        ['2013-04-01', 'Frome', '12'],
        ['2013-05-01', 'Frome', '15'],
      ]),
    ],
  }),
};

describe('readers', () => {
  it('take text as CSV, with its place and encoding', async () => {
    const content = await contentOf(bytes('\uFEFFa;b\n\n1;2\n'), 'x.anything');
    expect(content).toMatchObject({ encoding: 'utf-8', findings: [] });
    expect(content.grids()).toMatchObject([
      {
        path: 'x.anything',
        reader: 'csv',
        delimiter: ';',
        sheet: null,
        rows: [
          ['a', 'b'],
          ['1', '2'],
        ],
        lines: [1, 3],
        kinds: null,
      },
    ]);
  });

  it('may be joined by one for files of several sheets with typed cells, and nothing else changes', async () => {
    const content = await contentOf(bytes('anything'), 'a.book', [BOOK]);
    const { dataset, files } = readInputs(
      [{ path: 'a.book', content, sha256: 'abc', notes: NO_NOTES }],
      DEFAULT_SETTINGS,
    );
    expect(points(seriesOf(dataset, 'Frome', 'admissions'))).toEqual({ '2013-04': 12, '2013-05': 15 });
    expect(dataset.inputs).toMatchObject([{ path: 'a.book', sha256: 'abc', rows: 3 }]);
    expect(files.map(({ sheet }) => sheet.grid.sheet)).toEqual(['2013', '2014']);
    expect((await contentOf(bytes('a,b\n1,2\n'), 'a.csv', [BOOK])).grids()[0]?.reader).toBe('csv');
  });
});
