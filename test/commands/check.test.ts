import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'csv-parse/sync';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { CheckResult } from '../../src/analysis/check/result.ts';
import type { Input } from '../../src/data/series.ts';
import { run } from '../support/run.ts';

const FIXTURES = fileURLToPath(new URL('../../fixtures/', import.meta.url));
const FROME = ['admissions', 'costs', 'list-sizes'].map((name) => `${FIXTURES}frome-somerset/${name}.csv`);

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'quarterline check '));
});
afterEach(async () => {
  await rm(folder, { recursive: true, force: true });
});

/** Writes a file into a folder of its own and gives its path, spaces and all. */
async function file(name: string, content: string | Uint8Array): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, content);
  return path;
}

interface Document {
  readonly command: string;
  readonly inputs: readonly Input[];
  readonly result: CheckResult;
  readonly findings: readonly { readonly id: string; readonly text: string }[];
}

async function check(...args: readonly string[]): Promise<Document> {
  const { code, out, err } = await run('check', ...args, '--json');
  expect({ code, err }).toEqual({ code: 0, err: '' });
  return JSON.parse(out);
}

describe('check', () => {
  it('says what was understood of a wide file', async () => {
    const { command, inputs, result } = await check(FROME[0] ?? '');
    expect(command).toBe('check');
    expect(inputs).toMatchObject([{ rows: 19, encoding: 'utf-8', notes: [expect.stringContaining('Reconstruction')] }]);
    // Minimum, median and maximum: sort -n of the columns of the file.
    expect(result.files).toEqual([
      {
        path: FROME[0],
        encoding: 'utf-8',
        delimiter: ',',
        headerRow: 1,
        shape: 'wide',
        layout: 'wide',
        rows: 19,
        columns: [
          { name: 'Quarter', role: 'period', unit: null },
          { name: 'Frome Medical Practice', role: 'admissions', unit: 'count' },
          { name: 'Rest of Somerset', role: 'admissions', unit: 'count' },
        ],
        measures: [
          {
            measure: 'admissions',
            area: 'Frome Medical Practice',
            unit: 'count',
            n: 19,
            missing: 0,
            min: 635,
            median: 741,
            max: 829,
          },
          {
            measure: 'admissions',
            area: 'Rest of Somerset',
            unit: 'count',
            n: 19,
            missing: 0,
            min: 10983,
            median: 12973,
            max: 15219,
          },
        ],
        areas: ['Frome Medical Practice', 'Rest of Somerset'],
        frequency: 'quarter',
        from: '2013/14 Q1',
        to: '2017/18 Q3',
        gaps: [],
        gapsByArea: [],
        duplicates: 0,
      },
    ]);
  });

  it('lists gaps, repeated values, and columns that are not used', async () => {
    const text = [
      'Year,Quarter,Org Code,Practice,admissions,breaches,,',
      '2013/14,2013/14 Q4,007,Frome,4,1,,',
      '2013/14,2013/14 Q1,007,Frome,1,1,,',
      '2013/14,2013/14 Q1,007,Frome,1,1,,',
      '2013/14,2013/14 Q2,007,Frome,-,1,,',
    ].join('\r\n');
    const { result, findings } = await check(await file('x y.csv', `\uFEFF${text}`));
    expect(result.files[0]).toMatchObject({
      shape: 'long',
      areas: ['007'],
      columns: [
        { name: 'Year', role: 'ignored' },
        { name: 'Quarter', role: 'period' },
        { name: 'Org Code', role: 'area_code' },
        { name: 'Practice', role: 'ignored' },
        { name: 'admissions', role: 'admissions', unit: 'count' },
        { name: 'breaches', role: 'ignored' },
      ],
      measures: [{ n: 3, missing: 1, min: 1, median: 1, max: 4 }],
      from: '2013/14 Q1',
      to: '2013/14 Q4',
      gaps: ['2013/14 Q2', '2013/14 Q3'],
      gapsByArea: [{ area: '007', measure: 'admissions', periods: ['2013/14 Q2', '2013/14 Q3'] }],
      duplicates: 1,
    });
    expect(findings.map(({ id }) => id)).toEqual([
      'input.empty-columns',
      'input.other-numbers',
      'input.other-texts',
      'input.second-period',
      'input.missing-cells',
      'input.duplicates',
      'input.gaps',
    ]);
  });

  it.each([
    ['utf-16le', (text: string) => Buffer.from(`\uFEFF${text}`, 'utf16le'), 'utf-16le', '\t'],
    [
      'windows-1252',
      (text: string) => Uint8Array.from(text, (character) => character.charCodeAt(0)),
      'windows-1252',
      '\t',
    ],
  ])('names the encoding: %s', async (_, encode, encoding, delimiter) => {
    const path = await file('costs.csv', encode('month\tCafé (£)\n2013-04\t"£1,234.50"\n2013-05\t(12)\n'));
    const { result } = await check(path);
    expect(result.files[0]).toMatchObject({
      encoding,
      delimiter,
      areas: ['Café (£)'],
      measures: [{ min: -12, max: 1234.5 }],
    });
  });

  it('proposes a command that runs', async () => {
    const { result } = await check(...FROME);
    expect(result.next).toMatch(
      /^quarterline compare .*--practice "Frome Medical Practice" --comparator "Rest of Somerset"$/,
    );
    const words = [...(result.next ?? '').matchAll(/"([^"]*)"|(\S+)/g)].map(
      ([, quoted, plain]) => quoted ?? plain ?? '',
    );
    expect((await run(...words.slice(1))).code).toBe(0);
  });

  it.each([
    ['one area', 'admissions.csv', 'month,Frome\n2013-04,5\n2013-05,6\n2013-06,7\n', /^quarterline runchart /],
    ['another measure', 'x.csv', 'month,Falls\n2013-04,5\n2013-05,6\n', /--measure Falls$/],
    [
      'names that a shell would run',
      'admissions.csv',
      'quarter,$(x),`y`\n2013/14 Q1,5,6\n',
      /^quarterline runchart \S+$|csv"$/,
    ],
  ])('proposes a run chart for %s', async (_, name, text, expected) => {
    const { result } = await check(await file(name, text));
    expect(result.next).toMatch(expected);
    expect(result.next).not.toContain('$(');
  });

  it('proposes nothing where there is nothing to draw', async () => {
    expect((await check(await file('list-size.csv', 'quarter,Frome\n2013/14 Q1,5\n'))).result.next).toBeNull();
  });

  it('says it in words, with its notes, within the width of the terminal', async () => {
    const { out } = await run('check', ...FROME);
    expect(out).toContain('Reconstruction');
    expect(out).toContain('wide: a column for each area; 19 rows');
    expect(out).toContain('by quarter of the NHS year, 2013/14 Q1 to 2017/18 Q3');
    const lines = out.trimEnd().split('\n');
    expect(lines.at(-1)).toMatch(/^quarterline compare /);
    expect(lines.slice(0, -1).filter((line) => line.length > 80)).toEqual(
      lines.slice(0, -1).filter((line) => line.length > 80 && line.includes(FIXTURES)),
    );
  });

  it('gives its numbers as CSV', async () => {
    const { out } = await run('check', FROME[0] ?? '', '--format', 'csv');
    const [row] = parse(out, { columns: true }) as Record<string, string>[];
    expect(row).toMatchObject({
      Measure: 'admissions',
      Area: 'Frome Medical Practice',
      Minimum: '635',
      Median: '741',
      Maximum: '829',
    });
  });
});

describe('check --show table', () => {
  const CELLS = [
    ['quarter', ' Area ', 'admissions', ''],
    ['2013/14 Q1', '=cmd()', '007', ''],
    ['2013/14 Q2', 'a\r\n"b", c', ' 9,444 ', 'x'],
    ['odd'],
  ];
  const TEXT =
    '\uFEFFquarter, Area ,admissions,\r\n2013/14 Q1,=cmd(),007,\r\n\r\n2013/14 Q2,"a\r\n""b"", c"," 9,444 ",x\r\nodd\r\n';

  it('prints the cells exactly as they stand in the file', async () => {
    const { out, code } = await run('check', await file('x.csv', TEXT), '--show', 'table', '--format', 'csv');
    expect(code).toBe(0);
    expect(parse(out, { relax_column_count: true })).toEqual(CELLS);
  });

  it('gives them as JSON with their lines, and as a table', async () => {
    const path = await file('x.csv', TEXT);
    const { out } = await run('check', path, '--show', 'table', '--json');
    expect(JSON.parse(out).result.files).toEqual([
      { path, encoding: 'utf-8', delimiter: ',', lines: [1, 2, 4, 6], cells: CELLS },
    ]);
    expect((await run('check', path, '--show', 'table')).out).toContain('2013/14 Q2');
  });

  it('writes them to a file', async () => {
    const { written, out } = await run('check', await file('x.csv', TEXT), '--show', 'table', '-o', 'cells.csv');
    expect(out).toBe('');
    expect(parse(String(written['cells.csv']), { relax_column_count: true })).toEqual(CELLS);
  });

  it('takes one file', async () => {
    expect((await run('check', ...FROME, '--show', 'table')).code).toBe(2);
  });
});
