import { readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { escapeFormula, quoteCsv } from '../../src/render/escape.ts';
import { type Files, quarterline, quarterly, spawned, temporaryFolder, textOf } from './support.ts';

/** Names that would do harm in a page, a drawing, a workbook or a terminal, if they came out as they went in. */
const NAMES = [
  '<script>alert(1)</script>',
  `=cmd()|'/c calc'!A0`,
  '\u001B[31mred\u0007',
  '\u202Egnp.eman',
  '"quoted" onload="alert(1)"',
  '](javascript:alert(1)) `x` | **bold**',
  '@SUM(1+1)',
  '</title><img src=x onerror=alert(1)>',
  '&lt;b&gt; &amp; ]]>',
  "O'Neill \\ Söhne €",
];

const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`;
const FILES: Files = {
  'names.csv': `quarter,area,admissions,cost,list_size\n${NAMES.map((name, at) =>
    quarterly(
      2013,
      16,
      (quarter) => [quoted(name), 100 + 10 * at + ((quarter * 7) % 11), 90000 + quarter, 9000],
      '',
    ).trim(),
  ).join('\n')}\n`,
  'names.meta.yaml': `notes:\n${NAMES.map((name) => `  - ${JSON.stringify(name)}`).join('\n')}\n`,
  'annotations.csv': `period,text\n${NAMES.map((name, at) => `2014/15 Q${1 + (at % 4)},${quoted(name)}`).join('\n')}\n`,
};

const folder = temporaryFolder();
const CONTROL = /[\u0000-\u0009\u000B-\u001F\u007F-\u009F\u2028\u2029\u202A-\u202E\u2066-\u2069]/;

/** Tags with the values of their attributes taken out, so that only what a browser takes for markup is left. */
const tagsOf = (markup: string): string => (markup.replace(/="[^"]*"/g, '=""').match(/<[^>]*>/g) ?? []).join('\n');

function harmlessMarkup(markup: string): void {
  const tags = tagsOf(markup);
  expect(tags).not.toMatch(/<script|<img|\son\w+=|javascript:|<b>/i);
  expect(markup).not.toMatch(/href="\s*javascript:/i);
  expect(markup).not.toMatch(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\u202A-\u202E]/);
  expect(markup).toContain('&lt;script&gt;alert(1)&lt;/script&gt;');
}

function harmlessCells(csv: string): void {
  const rows = parse(csv, { relax_column_count: true, bom: true }) as readonly (readonly string[])[];
  const formulas = rows.flat().filter((cell) => /^[=+@\t\r]/.test(cell) || /^-(?![\d.]+(?:e[-+]?\d+)?$)/.test(cell));
  expect(formulas).toEqual([]);
  expect(rows.flat().some((cell) => cell.includes('<script>'))).toBe(true);
}

const filesIn = (path: string): readonly string[] =>
  readdirSync(path, { recursive: true, encoding: 'utf8' }).filter((name) => statSync(join(path, name)).isFile());

/** Quarters of two areas, the practice as given. */
const twoAreas = (own: (quarter: number) => number, rest: (quarter: number) => number): string =>
  ['A prac', 'B rest']
    .map((name, at) =>
      quarterly(
        2010,
        32,
        (quarter) => [name, (at === 0 ? own : rest)(quarter), at === 0 ? 27_000 : 520_000],
        at === 0 ? 'quarter,area,admissions,list_size' : '',
      ).trim(),
    )
    .join('\n');

describe('hostile numbers', () => {
  const wobble = (quarter: number) => 11_000 + ((quarter * 37) % 211);
  const files: Files = {
    'constant.csv': twoAreas(
      () => 500,
      () => 10_000,
    ),
    'proportional.csv': twoAreas(
      (t) => 500 + 3 * t,
      (t) => 10_000 + 60 * t,
    ),
    'doubling.csv': twoAreas(
      (t) => 500 * 2 ** t,
      (t) => 10_000 * 2 ** t,
    ),
    'from-one-to-many.csv': twoAreas((t) => (t < 16 ? 1 : 1e9), wobble),
    'tiny.csv': twoAreas((t) => 0.0002 + 0.00001 * (t % 3), wobble),
    'separated.csv': twoAreas((t) => (t < 16 ? 500 : 0), wobble),
    'zeros.csv': twoAreas(
      () => 0,
      () => 0,
    ),
  };

  it.each(Object.keys(files))('%s: words, and no power of ten', async (name) => {
    const options = ['--practice', 'A prac', '--comparator', 'B rest', '--intervention', '2014/15 Q1'];
    const { code, out, err } = await quarterline(['evaluate', name, ...options], files);
    expect([code, err]).toEqual([0, '']);
    expect(out).not.toMatch(/\de[+-]\d|NaN|Infinity|undefined|same than/);
    if (/constant|proportional|doubling/.test(name)) expect(out).not.toMatch(/more than chance alone|differed already/);
    // A table of headings alone: the line under them is the last before the next section.
    expect(out).not.toMatch(/\n[─ ]*─ {2}[─ ]*\n\n/);
  });
});

describe('hostile names, notes and annotations', () => {
  const [script = '', formula = ''] = NAMES;
  const pairs: readonly (readonly [string, string])[] = [
    [script, formula],
    [NAMES[4] ?? '', script],
  ];

  describe.each(pairs)('in a report on %j and %j', (practice, comparator) => {
    const target = join(folder, String(pairs.findIndex(([name]) => name === practice)));
    beforeAll(async () => {
      const { code, err } = await quarterline(
        [
          'report',
          'names.csv',
          '--practice',
          practice,
          '--comparator',
          comparator,
          '--annotate',
          'annotations.csv',
          '-o',
          target,
        ],
        FILES,
      );
      expect(err.split('\n')[0]).toContain('Written to');
      expect(code).toBe(0);
    });

    it('are text on the page', () => harmlessMarkup(textOf(join(target, 'report.html'))));

    it('are text on each chart', () => {
      for (const name of filesIn(target).filter((path) => path.endsWith('.svg')))
        harmlessMarkup(textOf(join(target, name)));
    });

    it('are no formula in any table', () => {
      for (const name of filesIn(target).filter((path) => path.endsWith('.csv') && !path.includes('inputs')))
        harmlessCells(textOf(join(target, name)));
    });

    it('are text in the summary', () => {
      const summary = textOf(join(target, 'summary.md'));
      expect(summary).not.toMatch(/(?<!\\)<(?:script|img)/);
      expect(summary).not.toMatch(/(?<!\\)\]\(javascript:/);
      expect(summary).not.toMatch(CONTROL);
    });

    it('stand as they are in the JSON, for a program', () => {
      const { result, inputs } = JSON.parse(textOf(join(target, 'results.json')));
      expect(result.compare).toMatchObject({ practice, comparator });
      expect(inputs[0].notes).toEqual(NAMES);
    });
  });

  it.each([
    ['runchart', []],
    ['check', []],
    ['compare', ['--practice', script, '--comparator', 'rest']],
  ] as const)('paint no terminal: %s', async (command, options) => {
    for (const colour of [false, true]) {
      const { code, out } = await quarterline([command, 'names.csv', ...options], FILES, { colour });
      expect(code).toBe(0);
      const plain = out.replace(/\u001B\[\d+(?:;\d+)*m/g, '');
      expect(plain).not.toMatch(CONTROL);
      if (!colour) expect(out).toBe(plain);
      expect(out).not.toContain('\u001B[31mred');
      expect(plain).toContain('<script>alert(1)</script>');
    }
  });

  it.each(['csv', 'markdown', 'json'])('are harmless on standard output as %s', async (format) => {
    const { out } = await quarterline(['runchart', 'names.csv', '--format', format], FILES);
    if (format === 'csv') harmlessCells(out);
    else expect(out).not.toMatch(CONTROL);
    if (format === 'json')
      expect(
        JSON.parse(out)
          .result.charts.map(({ area }: { area: string }) => area)
          .sort(),
      ).toEqual([...NAMES].sort());
  });

  it('paint no terminal in an error either', async () => {
    for (const practice of ['\u001B[2Jnobody', '\u202Eydobon']) {
      const { code, err } = await quarterline(['compare', 'names.csv', '--practice', practice], FILES);
      expect(code).toBe(3);
      expect(err).not.toMatch(CONTROL);
    }
  });
});

/** What could paint a terminal, move its cursor or turn its text round. */
const PAINTS = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F\u202A-\u202E\u2066-\u2069]/;
const PAINTING = '\u001B[31mred\u202Eder\u009B2J\u0007';

describe('what is printed', () => {
  const files = { [`${PAINTING}.csv`]: `quarter,"${PAINTING}"\n2013/14 Q1,7\n2013/14 Q2,8\n` };
  const args = [
    ['check', '--show', 'table'],
    ['check', '--show', 'table', '--format', 'csv'],
    ['check', '--format', 'csv'],
    ['runchart', '--format', 'csv'],
    ['runchart', '--format', 'markdown'],
    ['runchart', '--json'],
    ['runchart'],
  ];

  it.each(args)('paints no screen (%s %s %s %s)', async (...given) => {
    const words = given.filter((word) => word !== undefined);
    const { out, code } = await quarterline([words[0] ?? '', `${PAINTING}.csv`, ...words.slice(1)], files, {
      isScreen: true,
    });
    expect(code).toBe(0);
    expect(out).not.toMatch(PAINTS);
  });

  it('gives cells exactly as they were read where nobody looks', async () => {
    const line = ['check', `${PAINTING}.csv`, '--show', 'table', '--format', 'csv'];
    expect((await quarterline(line, files)).out).toContain(PAINTING);
  });

  it.skipIf(process.platform === 'win32')('says which files were read and written without painting', () => {
    const path = join(folder, `${PAINTING}.csv`);
    writeFileSync(path, 'quarter,Frome\n2013/14 Q1,7\n');
    const target = join(folder, `${PAINTING}.md`);
    for (const words of [
      ['check', path, '--verbose', '-o', target, '--force'],
      ['check', `${path}x`],
      [PAINTING],
      ['check', path, `--${PAINTING}`],
      ['check', `${path}x`, '--debug'],
    ]) {
      const { err } = spawned(words);
      expect(err).not.toBe('');
      expect(err).not.toMatch(PAINTS);
    }
  });
});

describe('CSV cells', () => {
  const start = fc.constantFrom('', 'a', '1', ' ', 'a;', 'a\t', ';', '\t', 'a ; ', 'x;\n', 'x\n', '\r\n ');
  const dangerous = fc.constantFrom('=', '+', '-', '@', '\uFF1D');

  it('hold no formula behind a semicolon or a tab, wherever they are cut', () => {
    fc.assert(
      fc.property(start, dangerous, fc.string(), (before, sign, rest) => {
        const field = quoteCsv(escapeFormula(`${before}${sign}${rest}`));
        if (/[;\t]/.test(field)) expect(field).toMatch(/^"/);
        for (const part of field.replace(/^"/, '').split(/[;\t\n\r]/)) expect(part).not.toMatch(/^\s*[=+\-@\uFF1D]/);
      }),
    );
  });
});
