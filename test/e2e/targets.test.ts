import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { quarterline, quarterly, spawned, temporaryFolder, textOf } from './support.ts';

const root = temporaryFolder();
let folder = '';
let cases = 0;
const at = (...names: readonly string[]) => join(folder, ...names);

const practice = quarterly(
  2010,
  16,
  (i) => ['A prac', 500 + ((i * 7919) % 61), 27000],
  'quarter,area,admissions,list_size',
);
const rest = quarterly(2010, 16, (i) => ['B rest', 11000 + ((i * 37) % 211), 520000], '').trimStart();
const DATA = practice + rest;

beforeEach(async () => {
  folder = join(root, String(cases));
  cases += 1;
  await quarterline(['rules', '-o', at('rules.txt')]);
  writeFileSync(at('data.csv'), DATA);
});

const evaluate = (...args: readonly string[]) =>
  quarterline([
    'evaluate',
    at('data.csv'),
    ...['--practice', 'A prac', '--comparator', 'B rest', '--intervention', '2012/13 Q1'],
    ...args,
  ]);

describe('an evaluation and its R script', () => {
  it('are not written where one of them may not be', async () => {
    writeFileSync(at('mine.html'), 'mine');
    writeFileSync(at('mine.R'), 'mine');
    for (const [script, output] of [
      ['new.R', 'mine.html'],
      ['mine.R', 'new.html'],
      ['mine.R', 'new folder'],
    ] as const) {
      const { code, err } = await evaluate('--r-script', at(script), '-o', at(output));
      expect([code, err]).toEqual([2, expect.stringContaining('there already')]);
    }
    expect([textOf(at('mine.html')), textOf(at('mine.R'))]).toEqual(['mine', 'mine']);
    expect(readdirSync(folder).sort()).toEqual(['data.csv', 'mine.R', 'mine.html', 'rules.txt']);
  });

  it.each([
    ['same.html', 'same.html'],
    [join('out', 'results.json'), 'out'],
    [join('out', 'manifest.json'), 'out'],
    ['out', 'out'],
    ['out', join('out', 'page.html')],
  ])('do not go to one place: %s and %s', async (script, output) => {
    const { code, err } = await evaluate('--r-script', at(script), '-o', at(output), '--force');
    expect([code, err]).toEqual([2, expect.stringContaining('written twice')]);
    expect(readdirSync(folder).sort()).toEqual(['data.csv', 'rules.txt']);
  });

  it('share a folder, whose manifest names both, so that a second run replaces both', async () => {
    for (const run of [1, 2]) {
      const { code, err } = await evaluate('--r-script', at('out', 'check.R'), '-o', at('out'));
      expect([run, code, err]).toEqual([run, 0, expect.stringContaining(at('out', 'check.R'))]);
    }
    expect(JSON.parse(textOf(at('out', 'manifest.json'))).files).toContainEqual(
      expect.objectContaining({ path: 'check.R' }),
    );
    expect(textOf(at('out', 'check.R'))).toContain('Rscript');
  });

  it('do not replace the data', async () => {
    for (const args of [
      ['-o', at('data.csv')],
      ['--r-script', at('data.csv')],
      ['--r-script', at('check.R'), '-o', at('data.csv')],
    ]) {
      const { code, err } = await evaluate(...args, '--force');
      expect([code, err]).toEqual([2, expect.stringMatching(/data\.csv is an input of this run/)]);
    }
    expect(textOf(at('data.csv'))).toBe(DATA);
    expect(existsSync(at('check.R'))).toBe(false);
  });

  it('do not replace the notes beside the data', async () => {
    writeFileSync(at('data.meta.yaml'), 'notes:\n  - mine\n');
    const { code } = await evaluate('--r-script', at('data.meta.yaml'), '--force');
    expect([code, textOf(at('data.meta.yaml'))]).toEqual([2, 'notes:\n  - mine\n']);
  });

  it.each(['plan', 'published', 'checklist'])('do not replace the %s', async (option) => {
    const contents: Readonly<Record<string, string>> = {
      plan: 'date: 2012-01-15\npractice: A prac\n',
      published: '- {area: A prac, slope: 1, lower: 0, upper: 2, p: 0.05}\n',
      checklist: 'epoc-1: one county\n',
    };
    writeFileSync(at('read.yaml'), contents[option] ?? '');
    const { err } = await evaluate(`--${option}`, at('read.yaml'), '--r-script', at('read.yaml'), '--force');
    expect(err).toContain('is an input of this run');
    expect(textOf(at('read.yaml'))).toBe(contents[option]);
  });

  it.each([
    ['-o', ''],
    ['-o', '-'],
    ['--r-script', ''],
    ['--r-script', ' '],
    ['--r-script', '-'],
  ])('need a name: %s %j', async (option, path) => {
    const { code, err } = await evaluate(option, path);
    expect([code, err]).toEqual([2, expect.stringContaining(`${option} `)]);
    expect(err).toMatch(/names no file/);
  });
});

describe('other commands', () => {
  it.each([
    ['runchart', ['--practice', 'A prac', '--measure', 'admissions']],
    ['check', ['--show', 'table']],
    ['report', ['--practice', 'A prac', '--comparator', 'B rest']],
  ] as const)('do not replace what they read: %s', async (command, options) => {
    const { code, err } = await quarterline([command, at('data.csv'), ...options, '-o', at('data.csv'), '--force']);
    expect([code, err]).toEqual([2, expect.stringContaining('is an input of this run')]);
    expect(textOf(at('data.csv'))).toBe(DATA);
  });

  it('do not replace what they were given and did not need', () => {
    writeFileSync(at('index.csv'), 'year,index\n2012/13,100\n');
    const { code, err } = spawned([
      ...['evaluate', at('data.csv'), '--practice', 'A prac', '--comparator', 'B rest', '--intervention', '2012/13 Q1'],
      ...['--deflator', at('index.csv'), '-o', at('index.csv'), '--force'],
    ]);
    expect([code, err]).toEqual([2, expect.stringContaining('is an input of this run')]);
    expect(textOf(at('index.csv'))).toContain('2012/13,100');
  });

  it('do not replace annotations', async () => {
    writeFileSync(at('notes.csv'), 'period,text\n2012/13 Q1,opened\n');
    const { code } = await quarterline([
      ...['runchart', at('data.csv'), '--practice', 'A prac', '--measure', 'admissions'],
      ...['--annotate', at('notes.csv'), '--force', '-o', at('notes.csv')],
    ]);
    expect([code, textOf(at('notes.csv'))]).toEqual([2, expect.stringContaining('opened')]);
  });
});
