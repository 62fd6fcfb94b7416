import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Effects } from '../../src/commands/effects.ts';
import { runProgram } from '../../src/commands/program.ts';
import { QuarterlineError } from '../../src/errors.ts';
import { errorText } from '../../src/messages.ts';
import { hash } from '../support/hash.ts';

const fixture = (name: string) =>
  readFileSync(new URL(`../../fixtures/frome-somerset/${name}`, import.meta.url), 'utf8');
const pad = (n: number) => String(n).padStart(2, '0');
const MONTHS = Array.from(
  { length: 24 },
  (_, i) => `${2013 + Math.floor(i / 12)}-${pad((i % 12) + 1)},${10 + (i % 5)}`,
);

const FILES: Readonly<Record<string, string>> = {
  'admissions.csv': fixture('admissions.csv'),
  'list-sizes.csv': fixture('list-sizes.csv'),
  'months.csv': ['month,admissions', ...MONTHS, ''].join('\n'),
  'events.csv': ['admissions', 5, 3, 8, 1, 9, 2, 6, 6, 4, 7, 8, 3, ''].join('\n'),
  'late.csv': 'quarter,Early,Late\n2013/14 Q1,1,\n2013/14 Q2,2,\n2013/14 Q3,1,4\n2013/14 Q4,2,5\n2014/15 Q1,3,4\n',
  'notes.csv': 'period,text\n2014/15 Q1,community connectors\n2031/32 Q1,later\n2015/16 Q1,\n',
  'bad-notes.csv': 'period,text\nsoon,connectors\n',
  'no-notes.csv': 'when,text\n2014/15 Q1,connectors\n',
  'evil.csv': 'quarter,area,admissions\n2013/14 Q1,"\u202E<script>",5\n2013/14 Q2,"\u202E<script>",6\n',
};

async function runchart(...args: readonly string[]): Promise<{ readonly code: number; readonly out: string }> {
  let out = '';
  const effects: Effects = {
    out: (text) => {
      out += text;
    },
    err: () => undefined,
    read: async (path) => {
      const text = FILES[path];
      if (text === undefined) throw new Error(`no ${path}`);
      return new TextEncoder().encode(text);
    },
    exists: async () => false,
    hash,
    writeFolder: async () => undefined,
    writeFile: async () => undefined,
    refuse: async () => undefined,
    terminal: { isScreen: false, columns: 80, colour: false, unicode: true },
  };
  const code = await runProgram(['runchart', ...args], effects);
  return { code, out };
}

interface Chart {
  readonly area: string;
  readonly signals: readonly { readonly rule: string; readonly text: string }[];
  readonly points: readonly { readonly period: string; readonly value: number | null; readonly excluded: boolean }[];
  readonly [key: string]: unknown;
}

async function document(...args: readonly string[]) {
  return JSON.parse((await runchart(...args, '--json')).out);
}

async function charts(...args: readonly string[]): Promise<readonly Chart[]> {
  return (await document(...args)).result.charts;
}

async function refusal(...args: readonly string[]): Promise<readonly [number, string]> {
  try {
    await runchart(...args);
  } catch (error) {
    if (error instanceof QuarterlineError) return [error.exitCode, errorText(error)];
    throw error;
  }
  throw new Error('nothing was refused');
}

describe('runchart', () => {
  it('gives the document of the contract as JSON, and nothing else', async () => {
    const given = await document('admissions.csv');
    expect(given).toMatchObject({ schemaVersion: 1, command: 'runchart', settings: { rules: 'ihi-run', per: null } });
    expect(given.result.charts).toHaveLength(2);
    expect(given.result.charts[1]).toMatchObject({
      area: 'Rest of Somerset',
      measure: 'admissions',
      centre: { kind: 'median', value: 12973, baseline: null },
      n: 19,
      useful: 18,
      runs: { count: 4, lower: 6, upper: 14, method: 'exact' },
      longestRun: 8,
      crossings: 3,
      ruleSet: 'ihi-run',
    });
    expect(given.result.charts[1].points[0]).toMatchObject({
      period: '2013/14 Q1',
      value: 10983,
      excluded: false,
      signals: ['shift'],
    });
    // Simulated elsewhere: 21.2% for 16 points, 30.7% for 20; these charts have 19.
    expect(given.result.charts[1].falseAlarmRate).toBeGreaterThan(21.2);
    expect(given.result.charts[1].falseAlarmRate).toBeLessThan(30.7);
    for (const chart of given.result.charts) {
      for (const signal of chart.signals) expect(signal.text).toMatch(/Ask /);
    }
    for (const finding of given.findings) expect(finding.text).toMatch(/\.$/);
  });

  it('charts the areas that are named, and freezes, excludes and windows as asked', async () => {
    const [chart, none] = await charts(
      ...['admissions.csv', '--practice', 'frome', '--freeze', '2014/15', '--exclude', '2013/14 Q2,2016/17'],
      ...['--to', '2017/18 Q2', '--target', '700', '--intervention', '2014/15 Q1'],
    );
    expect(none).toBeUndefined();
    // Of 766, 815, 829, 768, 732, 823, 814: 814.
    expect(chart).toMatchObject({
      area: 'Frome Medical Practice',
      centre: { value: 814, baseline: { from: '2013/14 Q1', to: '2014/15 Q4', n: 7 } },
      target: 700,
      intervention: { period: '2014/15 Q1' },
      n: 13,
    });
    const excluded = chart?.points.filter((point) => point.excluded).map(({ period }) => period);
    expect(excluded).toEqual(['2013/14 Q2', '2016/17 Q1', '2016/17 Q2', '2016/17 Q3', '2016/17 Q4']);
    expect(chart?.points.at(-1)?.period).toBe('2017/18 Q2');
  });

  it('divides by a denominator', async () => {
    const [chart] = await charts(
      ...['admissions.csv', 'list-sizes.csv', '--practice', 'frome', '--denominator', 'list_size', '--per', '1000'],
    );
    expect(chart).toMatchObject({ unit: 'rate', rate: { per: 1000, denominator: 'list_size' } });
    expect(chart?.points[0]?.value).toBeCloseTo((1000 * 766) / 28020, 10);
  });

  it('draws months by month and events in their order', async () => {
    const [months] = await charts('months.csv');
    expect(months).toMatchObject({ frequency: 'month', n: 24 });
    expect(months?.points[1]?.period).toBe('2013-02');
    const [events] = await charts('events.csv', '--order', 'event', '--freeze', '10');
    // Of 1, 2, 3, 4, 5, 6, 6, 7, 8, 9: between 5 and 6.
    expect(events).toMatchObject({ frequency: 'event', n: 12, centre: { value: 5.5, baseline: { to: '10' } } });
  });

  it('takes annotations from a file, and says which are not in the chart', async () => {
    const given = await document('admissions.csv', '--annotate', 'notes.csv', '--practice', 'frome');
    expect(given.result.charts[0].annotations).toEqual([
      { period: '2014/15 Q1', index: 8057, text: 'community connectors' },
    ]);
    expect(given.findings.map(({ id }: { id: string }) => id)).toContain('run-chart.annotation-absent');
  });

  it('charts the areas that can be, and names those that cannot', async () => {
    const given = await document('late.csv', '--freeze', '2013/14 Q2', '--measure', 'admissions');
    expect(given.result.charts.map(({ area }: Chart) => area)).toEqual(['Early']);
    const problem = given.findings.find(({ id }: { id: string }) => id === 'run-chart.not-charted');
    expect(problem).toMatchObject({ kind: 'problem', slots: { areas: ['Late'] } });
  });

  it('exits with 4 on a signal only where that is asked for', async () => {
    expect((await runchart('admissions.csv', '--practice', 'somerset')).code).toBe(0);
    expect((await runchart('admissions.csv', '--practice', 'somerset', '--fail-on-signal')).code).toBe(4);
    expect((await runchart('admissions.csv', '--practice', 'frome', '--fail-on-signal')).code).toBe(0);
  });

  it('draws in the terminal, verdict first', async () => {
    const { out } = await runchart('admissions.csv', '--practice', 'somerset');
    expect(out.indexOf('three non-random signals')).toBeLessThan(out.indexOf('●'));
    expect(out).toContain('S shift');
    expect(Math.max(...out.split('\n').map((line) => line.length))).toBeLessThanOrEqual(80);
  });

  it('gives every point as CSV', async () => {
    const { out } = await runchart('admissions.csv', '--format', 'csv');
    const [header, first] = out.split('\r\n');
    expect(header).toBe('area,measure,period,value,median,excluded,provisional,signals');
    expect(first).toBe('Frome Medical Practice,admissions,2013/14 Q1,766,741,0,0,');
    expect(out.trim().split('\r\n')).toHaveLength(39);
  });

  it('makes names harmless in the terminal', async () => {
    const { out } = await runchart('evil.csv');
    expect(out).not.toContain('\u202E');
    expect(out).toContain('<script>');
  });
});

describe('runchart refuses', () => {
  it.each([
    ['an unknown rule set, with the nearest', ['--rules', 'ihi-runs'], 2, /no rule set "ihi-runs".*--rules ihi-run\?/],
    ['the rules of control charts, with the reason', ['--rules', 'nelson'], 2, /belongs on control charts/],
    ['a period that cannot be read', ['--freeze', 'soon'], 2, /--freeze/],
    ['an ambiguous quarter', ['--freeze', '2014Q1'], 2, /2014Q1/],
    ['a baseline outside the data', ['--freeze', '2031/32'], 3, /cannot be frozen at 2031\/32 Q4/],
    ['an exclusion outside the data', ['--exclude', '2031/32'], 3, /--exclude "2031\/32".*2013\/14 Q1 to 2017\/18 Q3/],
    ['everything excluded', ['--exclude', '2013/14..2017/18'], 3, /nothing to chart/],
    ['a window without data', ['--from', '2031/32 Q1'], 3, /nothing to chart/],
    [
      'notes without the column',
      ['--annotate', 'no-notes.csv'],
      3,
      /no-notes\.csv, line 1: there is no column "period"/,
    ],
    ['notes with a bad period', ['--annotate', 'bad-notes.csv'], 3, /bad-notes\.csv, line 2, column "period": "soon"/],
    ['a denominator that is not there', ['--denominator', 'beds'], 3, /beds/],
  ] as const)('%s', async (_, args, code, text) => {
    const [exit, said] = await refusal('admissions.csv', ...args);
    expect(said).toMatch(text);
    expect(exit).toBe(code);
  });
});
