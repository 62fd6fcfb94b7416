import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ADMISSIONS, AREAS, FROME, quarterline, ROOT, spawned, temporaryFolder, textOf } from './support.ts';

const folder = temporaryFolder();
const at = (...names: readonly string[]) => join(folder, ...names);
const RUN = ['runchart', ADMISSIONS, '--practice', 'frome'] as const;
const NOTE = 'Reconstruction: levels invented';

const filesIn = (path: string): readonly string[] =>
  readdirSync(path, { recursive: true, encoding: 'utf8' })
    .filter((name) => statSync(join(path, name)).isFile())
    .map((name) => name.replaceAll('\\', '/'))
    .sort();

describe('one file, by its ending', () => {
  it.each([
    ['chart.svg', (text: string) => expect(text).toMatch(/^<svg[^>]* role="img"/)],
    ['page.html', (text: string) => expect(text).toMatch(/^<!doctype html>/i)],
    [
      'points.csv',
      (text: string) =>
        expect(text.split('\r\n')[0]).toBe('area,measure,period,value,median,excluded,provisional,signals,note'),
    ],
    ['results.json', (text: string) => expect(JSON.parse(text).command).toBe('runchart')],
    ['summary.md', (text: string) => expect(text).toMatch(/^# Run charts/)],
    ['summary.txt', (text: string) => expect(text).toMatch(/^Run charts.*\n═+\n/)],
  ] as const)('%s', async (name, check) => {
    const { code, out, err } = await quarterline([...RUN, '-o', at('files', name)]);
    expect({ code, out, err }).toEqual({ code: 0, out: '', err: `Written to ${at('files', name)}.\n` });
    const text = textOf(at('files', name));
    check(text);
    expect(text.replace(/\s+/g, ' ')).toContain(NOTE);
  });

  it('chart.PNG', async () => {
    expect((await quarterline([...RUN, '-o', at('files', 'chart.PNG')])).code).toBe(0);
    const png = readFileSync(at('files', 'chart.PNG'));
    expect(png.subarray(1, 4).toString('latin1')).toBe('PNG');
    expect(png.readUInt32BE(16)).toBeGreaterThan(600);
  });

  it('is written whole or not at all, and leaves nothing beside', () => {
    expect(readdirSync(folder).filter((name) => name.startsWith('.'))).toEqual([]);
    expect(readdirSync(at('files')).filter((name) => name.startsWith('.'))).toEqual([]);
  });

  it('does not replace a file that is there, unless forced', async () => {
    writeFileSync(at('mine.csv'), 'mine');
    const refused = await quarterline([...RUN, '-o', at('mine.csv')]);
    expect(refused.code).toBe(2);
    expect(refused.err).toContain('--force');
    expect(textOf(at('mine.csv'))).toBe('mine');
    expect((await quarterline([...RUN, '-o', at('mine.csv'), '--force'])).code).toBe(0);
    expect(textOf(at('mine.csv'))).toMatch(/^area,measure/);
  });

  it('begins a CSV with a byte order mark where Excel is to read it', async () => {
    const { out } = await quarterline([...RUN, '--format', 'csv', '--bom']);
    expect(out.charCodeAt(0)).toBe(0xfeff);
    await quarterline([...RUN, '--bom', '-o', at('files', 'bom.csv')]);
    expect([...readFileSync(at('files', 'bom.csv')).subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    expect((await quarterline([...RUN, '--format', 'csv'])).out.charCodeAt(0)).not.toBe(0xfeff);
  });

  it('says on standard error what was assumed, where the form itself cannot', async () => {
    const files = { 'x.csv': 'quarter,A\u202E\n2013/14 Q1,5\n2013/14 Q2,\n2013/14 Q3,6\n' };
    for (const form of [
      ['--format', 'csv'],
      ['-o', at('files', 'assumed.svg')],
    ]) {
      const { err } = await quarterline(['runchart', 'x.csv', ...form], files);
      expect(err).toContain('x.csv: the only column of numbers');
      expect(err).toContain('missing is not zero');
      expect(err).not.toContain('\u202E');
    }
    expect((await quarterline(['runchart', 'x.csv', '--json'], files)).err).toBe('');
    expect((await quarterline([...RUN, '--format', 'csv'])).err).toBe('');
  });

  it('gives --show table --format csv exactly the cells', async () => {
    const { out } = await quarterline(['check', ADMISSIONS, '--show', 'table', '--format', 'csv']);
    expect(out.replaceAll('\r\n', '\n')).toBe(textOf(ADMISSIONS).replaceAll('\r\n', '\n'));
  });
});

describe('a report in a folder', () => {
  const target = at('board paper');
  const REPORT = [
    'report',
    ...FROME,
    ...AREAS,
    '--baseline',
    '2013/14',
    '--follow-up',
    '2016/17',
    '--intervention',
    '2014/15 Q1',
  ];

  it('holds page, charts, numbers, summary and manifest, and prints the summary', async () => {
    const { code, out, err } = await quarterline([...REPORT, '-o', target]);
    expect(code).toBe(0);
    expect(out).toContain('fell by 8.6%');
    expect(err).toContain(`Written to ${target}: open report.html`);
    const files = filesIn(target);
    for (const name of ['report.html', 'summary.md', 'results.json', 'numbers.csv', 'manifest.json'])
      expect(files).toContain(name);
    const charts = files.filter((name) => name.endsWith('.svg'));
    expect(charts.length).toBeGreaterThanOrEqual(6);
    expect(files.filter((name) => name.endsWith('.png'))).toEqual(charts.map((name) => name.replace('.svg', '.png')));
    const named = JSON.parse(textOf(join(target, 'manifest.json'))).files.map(({ path }: { path: string }) => path);
    expect([...named, 'manifest.json'].sort()).toEqual(files);
  });

  it('says “reconstruction” on every chart, table and page', () => {
    for (const name of filesIn(target).filter((path) => /\.(?:svg|csv|md|html)$/.test(path) || path === 'results.json'))
      expect(textOf(join(target, name)), name).toContain('econstruction');
    const page = textOf(join(target, 'report.html'));
    const figures = page.match(/<figure[\s\S]*?<\/figure>/g) ?? [];
    expect(figures.length).toBeGreaterThanOrEqual(6);
    for (const figure of figures) expect(figure).toContain(NOTE);
  });

  it('is complete in itself: no script, no request', () => {
    const page = textOf(join(target, 'report.html'));
    expect(page).not.toMatch(/<script|<link|<iframe|<object|@import|\bsrc="(?!data:)|url\((?!["']?data:|["']?#)/i);
    for (const [, address] of page.matchAll(/href="([^"]*)"/g))
      expect(address).toMatch(/^(?:#|data:|https:\/\/doi\.org\/)/);
  });

  it('names inputs, hashes, the command and the version', () => {
    const page = textOf(join(target, 'report.html'));
    const { inputs, settings } = JSON.parse(textOf(join(target, 'results.json')));
    for (const { sha256 } of inputs) expect(page).toContain(sha256);
    expect(settings).toMatchObject({ baseline: '2013/14', followUp: '2016/17', intervention: '2014/15 Q1' });
    expect(page).toContain('quarterline report');
  });

  it('is replaced by a second run, without a flag', async () => {
    writeFileSync(join(target, 'my notes.txt'), 'mine');
    expect((await quarterline([...REPORT, '-o', target])).code).toBe(0);
    expect(textOf(join(target, 'my notes.txt'))).toBe('mine');
  });

  it('does not touch a foreign file, and loses nothing', async () => {
    const foreign = at('foreign');
    await quarterline(['check', ADMISSIONS, '-o', join(foreign, 'seed.txt')]);
    writeFileSync(join(foreign, 'numbers.csv'), 'mine');
    const before = filesIn(foreign);
    const refused = await quarterline([...REPORT, '-o', foreign]);
    expect(refused.code).toBe(2);
    expect(refused.err).toMatch(/numbers\.csv.*--force/s);
    expect(filesIn(foreign)).toEqual(before);
    expect(textOf(join(foreign, 'numbers.csv'))).toBe('mine');
    expect((await quarterline([...REPORT, '-o', foreign, '--force'])).code).toBe(0);
    expect(textOf(join(foreign, 'numbers.csv'))).not.toBe('mine');
  });

  it('goes into one page, with its summary on the screen', async () => {
    const { code, out, err } = await quarterline([...REPORT, '-o', at('paper.html')]);
    expect({ code, err }).toEqual({ code: 0, err: `Written to ${at('paper.html')}.\n` });
    expect(out).toContain('fell by 8.6%');
    expect(textOf(at('paper.html'))).toContain('econstruction');
  });

  it('is written before a signal makes the exit code 4', async () => {
    const { code } = await quarterline(['report', ADMISSIONS, ...AREAS, '--fail-on-signal', '-o', at('signals')]);
    expect(code).toBe(4);
    expect(existsSync(at('signals', 'report.html'))).toBe(true);
  });

  it('is one of any command, without charts where there are none', async () => {
    const { code, err } = await quarterline(['check', ADMISSIONS, '-o', at('checked')]);
    expect({ code, charts: existsSync(at('checked', 'charts')) }).toEqual({ code: 0, charts: false });
    expect(err).toBe(
      `Written to ${at('checked')}: open report.html in a browser; numbers are in numbers.csv and results.json.\n`,
    );
  });

  it('is not written where the data cannot be used', async () => {
    const { code } = await quarterline([...REPORT, '--baseline', '2010/11', '-o', at('nothing')]);
    expect(code).toBe(3);
    expect(existsSync(at('nothing'))).toBe(false);
  });
});

describe('paths', () => {
  it('may hold spaces', () => {
    const copy = at('a folder', 'my admissions.csv');
    spawned(['check', ADMISSIONS, '--show', 'table', '-o', copy]);
    const { code, out } = spawned(['runchart', 'my admissions.csv', '--json', '--measure', 'admissions'], {
      cwd: at('a folder'),
    });
    expect(code).toBe(0);
    expect(JSON.parse(out).inputs[0].path).toBe('my admissions.csv');
  });

  it('may hold back slashes as well as slashes, in what is read and in what is written', async () => {
    const back = (path: string) => (sep === '\\' ? path.replaceAll('/', '\\') : path);
    const { code, err } = await quarterline(['check', back(ADMISSIONS), '-o', back(at('deep', 'er', 'check.json'))]);
    expect({ code, err }).toEqual({ code: 0, err: `Written to ${back(at('deep', 'er', 'check.json'))}.\n` });
    // A Windows path in a name: the measure is read from its last part, and the command line is given back as typed.
    const windows = 'C:\\data\\q1\\costs.csv';
    const { out } = await quarterline(['check', windows, '--json'], { [windows]: textOf(FROME[1] ?? '') });
    expect(JSON.parse(out).result.files[0]).toMatchObject({
      path: windows,
      measures: [{ measure: 'cost' }, { measure: 'cost' }],
    });
  });

  it('work from any folder', () => {
    const { code, out } = spawned(['check', join(ROOT, 'fixtures/official/*.csv'), '--json'], { cwd: folder });
    expect(code).toBe(0);
    expect(JSON.parse(out).result.files).toHaveLength(1);
  });
});
