import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { COMMAND_NAMES } from '../../src/question/commands.ts';
import { VERSION } from '../../src/version.ts';
import { ADMISSIONS, AREAS, quarterline, ROOT, spawned, temporaryFolder } from './support.ts';

const folder = temporaryFolder();

const ESCAPE = '\u001B[';

describe('the program', () => {
  it('gives short help without a command, and exits with 0', () => {
    const { code, out, err } = spawned([]);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    for (const name of COMMAND_NAMES) expect(out).toContain(`\n  ${name} `);
    expect(out.split('\n').length).toBeLessThan(60);
  });

  it('gives its version', () => {
    expect(spawned(['--version'])).toEqual({ code: 0, out: `${VERSION}\n`, err: '' });
  });

  it('reads standard input as -', () => {
    const { code, out, err } = spawned(['runchart', '-', '--json', '--practice', 'frome'], {
      input: readFileSync(ADMISSIONS),
    });
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(JSON.parse(out)).toMatchObject({
      inputs: [{ path: '-', rows: 19 }],
      result: { charts: [{ area: 'Frome Medical Practice' }] },
    });
  });

  it('prints one JSON document and nothing else, and what --verbose adds on standard error', () => {
    const { code, out, err } = spawned(['check', ADMISSIONS, '--json', '--verbose']);
    expect(code).toBe(0);
    expect(JSON.parse(out).command).toBe('check');
    expect(out).toBe(`${JSON.stringify(JSON.parse(out), null, 2)}\n`);
    expect(err).toMatch(/Read .*admissions\.csv \(447 bytes\)\./);
  });

  it('says what is wrong on standard error, without a stack', () => {
    const { code, out, err } = spawned(['compare', ADMISSIONS, '--practice', 'frme']);
    expect({ code, out }).toEqual({ code: 3, out: '' });
    expect(err).toMatch(/^quarterline: .*admissions\.csv, line 1: there is no area “frme”/);
    expect(err).not.toMatch(/ {4}at /);
  });

  it('shows a stack only with --debug', () => {
    const { err } = spawned(['compare', ADMISSIONS, '--practice', 'frme', '--debug']);
    expect(err).toMatch(/\n {4}at /);
  });

  it('colours only where that is asked for or a terminal is there', () => {
    const args = ['check', ADMISSIONS];
    expect(spawned(args).out).not.toContain(ESCAPE);
    expect(spawned(args, { env: { FORCE_COLOR: '1' } }).out).toContain(ESCAPE);
    expect(spawned(args, { env: { FORCE_COLOR: '0' } }).out).not.toContain(ESCAPE);
    expect(spawned(args, { env: { NO_COLOR: '1' } }).out).not.toContain(ESCAPE);
    expect(spawned([...args, '--no-color'], { env: { FORCE_COLOR: '1' } }).out).not.toContain(ESCAPE);
  });

  it('keeps quiet where asked, but not about errors', () => {
    const target = join(folder, 'check.txt');
    expect(spawned(['check', ADMISSIONS, '-o', target, '--quiet'])).toEqual({ code: 0, out: '', err: '' });
    const again = spawned(['check', ADMISSIONS, '-o', target, '--quiet']);
    expect(again.code).toBe(2);
    expect(again.err).toContain('--force');
  });

  it.skipIf(process.platform === 'win32')('minds no reader that has seen enough', () => {
    const line = `"${process.execPath}" "${join(ROOT, 'bin/quarterline.js')}"`;
    for (const args of ['--help', `check "${ADMISSIONS}" --show table`]) {
      const done = spawnSync('sh', ['-c', `${line} ${args} | head -n 1`], { encoding: 'utf8' });
      expect(done.stderr).toBe('');
      expect(done.stdout.trim().split('\n')).toHaveLength(1);
    }
  });

  it.skipIf(process.platform === 'win32')('never replaces what it reads as standard input', () => {
    const path = join(folder, 'fed.csv');
    const text = 'quarter,Frome\n2013/14 Q1,7\n2013/14 Q2,8\n';
    writeFileSync(path, text);
    const line = `"${process.execPath}" "${join(ROOT, 'bin/quarterline.js')}"`;
    for (const args of ['check - --show table --format csv', 'runchart - --measure admissions']) {
      const done = spawnSync('sh', ['-c', `${line} ${args} -o "${path}" --force < "${path}"`], { encoding: 'utf8' });
      expect(done.stderr).toContain('is an input of this run');
      expect(done.status).toBe(2);
      expect(readFileSync(path, 'utf8')).toBe(text);
    }
  });

  it.skipIf(!existsSync('/dev/full'))('says in one line that standard output takes nothing, and exits with 1', () => {
    const line = `"${process.execPath}" "${join(ROOT, 'bin/quarterline.js')}"`;
    for (const args of ['--version', '--help', `runchart "${ADMISSIONS}"`, `runchart "${ADMISSIONS}" --json`]) {
      const done = spawnSync('sh', ['-c', `${line} ${args} > /dev/full`], { encoding: 'utf8' });
      expect(done.stderr.trim().split('\n')).toEqual([expect.stringMatching(/^quarterline: standard output .*ENOSPC/)]);
      expect(done.status).toBe(1);
    }
  });

  it.skipIf(process.platform === 'win32')('says in one line that too many files are open, and exits with 1', () => {
    const line = `"${process.execPath}" "${join(ROOT, 'bin/quarterline.js')}"`;
    for (let handles = 18; handles < 40; handles += 1) {
      const done = spawnSync('sh', ['-c', `ulimit -n ${handles}; ${line} check "${ADMISSIONS}"`], { encoding: 'utf8' });
      // With fewer Node itself does not start.
      if (!done.stderr.includes('quarterline:')) continue;
      expect(done.stderr.trim().split('\n')).toHaveLength(1);
      expect([1, 3]).toContain(done.status);
    }
  });

  it('exits with 4 on a signal where --fail-on-signal asks for it, and still prints', () => {
    const { code, out } = spawned(['runchart', ADMISSIONS, '--fail-on-signal', '--json']);
    expect(code).toBe(4);
    expect(JSON.parse(out).result.charts).toHaveLength(2);
  });
});

describe('wrong usage', () => {
  const FILE = [ADMISSIONS];
  const CASES: readonly (readonly [string, readonly string[], RegExp])[] = [
    ['an unknown command', ['complare'], /unknown command 'complare'\n\(Did you mean compare\?\)/],
    [
      'an unknown option',
      ['compare', ...FILE, '--practise', 'frome'],
      /unknown option '--practise'\n\(Did you mean --practice\?\)/,
    ],
    ['no file', ['compare'], /compare needs at least one CSV file\. For example: quarterline compare/],
    ['an option without its value', ['compare', ...FILE, '--practice'], /argument missing/],
    [
      'a value that is no choice',
      ['runchart', ...FILE, '--runs-limits', 'loose'],
      /Allowed choices are exact, printed/,
    ],
    ['an unknown format', ['runchart', ...FILE, '--format', 'xml'], /Allowed choices are text, json, csv, markdown/],
    ['two formats', ['runchart', ...FILE, '--json', '--format', 'csv'], /--json and --format csv were both given/],
    ['a number in words', ['runchart', ...FILE, '--target', 'low'], /--target is not a number/],
    ['an empty number', ['runchart', ...FILE, '--target', ''], /--target is not a number/],
    ['a rate per nothing', ['runchart', ...FILE, '--per', '0'], /--per is not above zero/],
    ['columns that are no pairs', ['check', ...FILE, '--columns', 'Month'], /--columns cannot be read from "Month"/],
    ['an unknown rule set', ['runchart', ...FILE, '--rules', 'anhoj'], /Did you mean --rules anhoej\?/],
    [
      'a price year of one year',
      ['compare', ...FILE, ...AREAS, '--price-year', '2016'],
      /--price-year 2016 is not a financial year/,
    ],
    [
      'a window that is no period',
      ['compare', ...FILE, ...AREAS, '--baseline', 'soon'],
      /--baseline “soon” is not a period/,
    ],
    ['an ambiguous quarter', ['compare', ...FILE, ...AREAS, '--from', '2014Q1'], /--from “2014Q1” may be/],
    [
      'a comparator that is not named',
      ['compare', ...FILE, '--practice', 'frome', '--comparator-includes-practice'],
      /Add --comparator NAME/,
    ],
    [
      'an ending that is not written',
      ['compare', ...FILE, ...AREAS, '-o', 'paper.docx'],
      /writes no \.docx files.*\.html/,
    ],
    ['a chart where there is none', ['check', ...FILE, '-o', 'check.png'], /check has no chart to draw/],
  ];

  it.each(CASES)('%s', async (_, args, says) => {
    const { code, out, err } = await quarterline(args);
    expect(err).toMatch(says);
    expect({ code, out }).toEqual({ code: 2, out: '' });
  });
});
