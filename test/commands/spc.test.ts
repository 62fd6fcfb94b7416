import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Effects } from '../../src/commands/effects.ts';
import { runProgram } from '../../src/commands/program.ts';
import { QuarterlineError } from '../../src/errors.ts';
import { errorText } from '../../src/messages.ts';
import { hash } from '../support/hash.ts';

const fixture = (name: string) =>
  readFileSync(new URL(`../../fixtures/frome-somerset/${name}`, import.meta.url), 'utf8');

const quarters = (n: number): readonly string[] =>
  Array.from({ length: n }, (_, at) => `${2013 + Math.floor(at / 4)}/${14 + Math.floor(at / 4)} Q${1 + (at % 4)}`);

/** A long file of one area: a row a quarter. */
const long = (headings: string, rows: readonly string[]): string =>
  [`quarter,area,${headings}`, ...quarters(rows.length).map((quarter, at) => `${quarter},A,${rows[at]}`), ''].join(
    '\n',
  );

const FILES: Readonly<Record<string, string>> = {
  'admissions.csv': fixture('admissions.csv'),
  'list-sizes.csv': fixture('list-sizes.csv'),
  'two.csv': 'quarter,Early,Late\n2013/14 Q1,1,\n2013/14 Q2,2,\n2013/14 Q3,1,4\n2013/14 Q4,2,5\n2014/15 Q1,3,4\n',
  'plan.csv': long(
    'admissions,plan',
    [10, 12, 9, 14, 11, 10, 13, 11].map((n, at) => `${n},${at < 4 ? 30 : 4}`),
  ),
  'below.csv': long('falls', ['3', '-1', '4', '2', '5', '3']),
  'zero.csv': long('days', ['3', '0', '4', '2', '5', '3']),
  'share.csv': long('falls,discharges', ['3,20', '4,20', '25,20', '2,20', '3,20', '4,20']),
  'nobody.csv': long('falls,discharges', ['3,20', '4,0', '2,20', '2,20', '3,20', '4,20']),
  'waits.csv': [
    'month,area,wait',
    ...['2013-01', '2013-02', '2013-03'].flatMap((month, at) =>
      [5 + at, 9, 7 - at].map((wait) => `${month},Main,${wait}`),
    ),
    '',
  ].join('\n'),
  // A cycle of a year, and a fall by 25 after four years.
  'seasons.csv': [
    'quarter,admissions',
    ...quarters(28).map(
      (quarter, at) => `${quarter},${700 + ([60, 10, -50, -20][at % 4] ?? 0) + ((at * 7) % 9) - (at < 16 ? 0 : 25)}`,
    ),
    '',
  ].join('\n'),
  'notes.csv': 'period,text\n2014/15 Q1,community connectors\n',
};

interface Written {
  readonly path: string;
}

const spc = (...args: readonly string[]) => run('spc', ...args);

async function run(command: string, ...args: readonly string[]) {
  let out = '';
  const written: Written[] = [];
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
    writeFolder: async (_, files) => {
      written.push(...files);
    },
    writeFile: async (path) => {
      written.push({ path });
    },
    refuse: async () => undefined,
    terminal: { isScreen: false, columns: 80, colour: false, unicode: true },
  };
  const code = await runProgram([command, ...args], effects);
  return { code, out, written };
}

interface Chart {
  readonly area: string;
  readonly signals: readonly { readonly rule: string; readonly text: string }[];
  readonly points: readonly {
    readonly period: string;
    readonly value: number | null;
    readonly target: number | null;
    readonly excluded: boolean;
    readonly [key: string]: unknown;
  }[];
  readonly [key: string]: unknown;
}

const document = async (...args: readonly string[]) => JSON.parse((await spc(...args, '--json')).out);
const charts = async (...args: readonly string[]): Promise<readonly Chart[]> => (await document(...args)).result.charts;

describe('spc', () => {
  it('gives the document of the contract as JSON, and nothing else', async () => {
    const given = await document('admissions.csv', '--chart', 'i');
    expect(given).toMatchObject({ schemaVersion: 1, command: 'spc', settings: { rules: 'ihi-control', chart: 'i' } });
    expect(given.result.charts.map(({ area }: Chart) => area)).toEqual(['Frome Medical Practice', 'Rest of Somerset']);
    const [frome] = given.result.charts;
    expect(frome).toMatchObject({
      measure: 'admissions',
      chart: 'i',
      ruleSet: 'ihi-control',
      constants: { '3/d2': 3 / 1.128 },
      screened: false,
      sigmaZ: null,
      phases: [{ from: '2013/14 Q1', to: '2017/18 Q3', n: 19 }],
      assurance: 'none',
    });
    // The mean of the 19 values of the fixture, and the mean of their 18 moving ranges over 1.128, by hand in a spreadsheet.
    const values = fixture('admissions.csv')
      .trim()
      .split('\n')
      .slice(1)
      .map((line) => Number(line.split(',')[1]));
    const mean = values.reduce((sum, value) => sum + value, 0) / 19;
    const range = values.slice(1).reduce((sum, value, at) => sum + Math.abs(value - (values[at] ?? 0)), 0) / 18;
    expect(frome.points[0].centre).toBeCloseTo(mean, 9);
    expect(frome.points[0].upper).toBeCloseTo(mean + (3 * range) / 1.128, 9);
    for (const key of ['period', 'value', 'lower', 'sigma', 'z', 'excluded', 'signals', 'variation']) {
      expect(frome.points[0]).toHaveProperty(key);
    }
    for (const chart of given.result.charts) {
      expect(chart.alternatives.length).toBeGreaterThan(0);
      for (const signal of chart.signals) expect(signal.text).toMatch(/(?:Ask|then ask) /);
    }
    for (const finding of given.findings) expect(finding.text).toMatch(/[.!]$/);
  });

  it('begins phases, freezes, excludes and windows as asked', async () => {
    const [chart] = await charts(
      ...['admissions.csv', '--practice', 'frome', '--phases', '2014/15 Q1,2016/17', '--exclude', '2015/16 Q4'],
      ...['--to', '2017/18 Q2', '--intervention', '2014/15 Q1', '--annotate', 'notes.csv', '--chart', 'i'],
    );
    expect(chart).toMatchObject({
      phases: [
        { from: '2013/14 Q1', to: '2013/14 Q4', n: 4 },
        { from: '2014/15 Q1', to: '2015/16 Q4', n: 7 },
        { from: '2016/17 Q1', to: '2017/18 Q2', n: 6 },
      ],
      intervention: { period: '2014/15 Q1' },
      annotations: [{ period: '2014/15 Q1', text: 'community connectors' }],
    });
    expect(chart?.points.filter(({ excluded }) => excluded).map(({ period }) => period)).toEqual(['2015/16 Q4']);
    const [frozen] = await charts('admissions.csv', '--practice', 'frome', '--freeze', '2015/16', '--chart', 'i');
    expect(frozen).toMatchObject({ phases: [{ n: 12, frozenAt: '2015/16 Q4' }] });
  });

  it('divides by a denominator, and chooses a chart that follows it', async () => {
    const [chart] = await charts(
      'admissions.csv',
      'list-sizes.csv',
      '--practice',
      'frome',
      '--denominator',
      'list_size',
    );
    expect(chart).toMatchObject({ chart: 'iprime', unit: 'rate', rate: { per: 1000, denominator: 'list_size' } });
    expect(chart?.points[0]?.value).toBeCloseTo((1000 * 766) / 28020, 10);
    expect(chart?.points[0]?.n).toBe(28020);
  });

  it('takes one target, or one a period from a column', async () => {
    const [one] = await charts('plan.csv', '--target', '30', '--chart', 'i');
    expect(one).toMatchObject({ assurance: 'pass' });
    const [changing] = await charts('plan.csv', '--target', 'plan', '--chart', 'i');
    expect(changing?.points.map(({ target }) => target)).toEqual([30, 30, 30, 30, 4, 4, 4, 4]);
    expect(changing).toMatchObject({ measure: 'admissions' });
  });

  it('screens as asked, and as the rule set does', async () => {
    const screened = async (...args: readonly string[]) =>
      (await charts('admissions.csv', '--practice', 'frome', '--chart', 'i', ...args))[0]?.screened;
    expect(await screened()).toBe(false);
    expect(await screened('--screen-moving-ranges')).toBe(true);
    expect(await screened('--rules', 'nhsr')).toBe(true);
    expect(await screened('--rules', 'nhsr', '--no-screen-moving-ranges')).toBe(false);
  });

  it('reads single measurements for means and standard deviations', async () => {
    const [means] = await charts('waits.csv', '--chart', 'xbar', '--measure', 'wait');
    // 5 9 7; 6 9 6; 7 9 5.
    expect(means?.points.map(({ value, n }) => [value, n])).toEqual([
      [7, 3],
      [7, 3],
      [7, 3],
    ]);
    const [spreads] = await charts('waits.csv', '--chart', 's', '--measure', 'wait');
    expect(spreads?.points.map(({ value }) => value)).toEqual([2, Math.sqrt(3), 2]);
  });

  it('charts the areas that can be, and names those that cannot', async () => {
    const given = await document('two.csv', '--freeze', '2013/14 Q2', '--measure', 'admissions', '--chart', 'i');
    expect(given.result.charts.map(({ area }: Chart) => area)).toEqual(['Early']);
    const problem = given.findings.find(({ id }: { id: string }) => id === 'run-chart.not-charted');
    expect(problem).toMatchObject({ kind: 'problem', slots: { areas: ['Late'] } });
  });

  it('proposes phases where asked, and sets none', async () => {
    const given = await document('admissions.csv', '--practice', 'somerset', '--suggest-phases');
    expect(given.result.proposals).toHaveLength(1);
    expect(given.result.proposals[0]).toMatchObject({ area: 'Rest of Somerset', log: expect.any(Array) });
    expect(given.result.charts[0].phases).toHaveLength(1);
    const { out } = await spc('admissions.csv', '--practice', 'somerset', '--suggest-phases');
    expect(out).toContain('Phases that might be set');
    expect((await document('admissions.csv')).result.proposals).toBeNull();
  });

  it('adjusts for seasons beside the series as measured where a cycle hides signals, and says which was judged', async () => {
    const given = await document('seasons.csv');
    expect(given.result.charts).toHaveLength(1);
    expect(given.result.charts[0].signals).toEqual([]);
    expect(given.result.adjusted[0].signals.length).toBeGreaterThan(0);
    expect(given.findings.map(({ id }: { id: string }) => id)).toContain('seasonal.hides');
    const { out } = await spc('seasons.csv');
    expect(out.replace(/\s+/g, ' ')).toContain('Here the rules ran on the seasonally adjusted series');
    expect(out).not.toContain('for comparison only');
    expect((await document('plan.csv', '--columns', 'plan=plan')).result.adjusted).toEqual([]);
  });

  it('draws a run chart where one is asked for', async () => {
    const given = await document('admissions.csv', '--chart', 'run');
    expect(given.result.charts[0]).toMatchObject({ centre: { kind: 'median' }, ruleSet: 'ihi-run' });
  });

  it('exits with 4 on a signal only where that is asked for', async () => {
    expect((await spc('admissions.csv', '--practice', 'somerset')).code).toBe(0);
    expect((await spc('admissions.csv', '--practice', 'somerset', '--fail-on-signal')).code).toBe(4);
    expect((await spc('admissions.csv', '--practice', 'frome', '--fail-on-signal')).code).toBe(0);
  });

  it('draws in the terminal, verdict first, then whether it would change', async () => {
    const { out } = await spc('admissions.csv', '--practice', 'somerset');
    expect(out.indexOf('special cause')).toBeLessThan(out.indexOf('●'));
    expect(out).toContain('S shift');
    expect(out).toContain('upper limit 15,042');
    expect(out).toContain('Would it change?');
    expect(out).toContain('By chance alone');
    expect(Math.max(...out.split('\n').map((line) => line.length))).toBeLessThanOrEqual(80);
  });

  it('gives every point as CSV', async () => {
    const { out } = await spc('admissions.csv', '--format', 'csv');
    const [header, first] = out.split('\r\n');
    expect(header).toBe(
      'area,measure,period,value,n,centre,lower,upper,sigma,z,target,phase,excluded,provisional,variation,signals',
    );
    expect(first).toMatch(/^Frome Medical Practice,admissions,2013\/14 Q1,766,,/);
    expect(out.trim().split('\r\n')).toHaveLength(39);
  });

  it('writes a folder, a page, a picture', async () => {
    const { written } = await spc('admissions.csv', '-o', 'folder');
    const paths = written.map(({ path }) => path);
    expect(paths).toEqual(expect.arrayContaining(['report.html', 'summary.md', 'charts/control-chart.svg']));
    expect(paths).toEqual(
      expect.arrayContaining(['tables/control-chart-summary.csv', 'tables/control-chart-phases.csv']),
    );
    expect((await spc('admissions.csv', '-o', 'chart.svg')).written).toHaveLength(1);
  });
});

describe('report --spc', () => {
  const AREAS = ['admissions.csv', 'list-sizes.csv', '--practice', 'frome', '--comparator', 'somerset'];

  it('adds control charts of both areas, judged by the rule set named, and their methods', async () => {
    const { result } = JSON.parse((await run('report', ...AREAS, '--spc', 'nhsr', '--json')).out);
    expect(result.spc.charts.map(({ area, ruleSet }: Chart) => [area, ruleSet])).toEqual([
      ['Frome Medical Practice', 'nhsr'],
      ['Rest of Somerset', 'nhsr'],
    ]);
    const { written } = await run('report', ...AREAS, '--spc', 'nhsr', '-o', 'folder');
    expect(written.map(({ path }) => path)).toContain('charts/control-chart.svg');
  });

  it('has none unasked, and refuses a set that is not there', async () => {
    expect(JSON.parse((await run('report', ...AREAS, '--json')).out).result.spc).toBeNull();
    const error = await run('report', ...AREAS, '--spc', 'nelsn').catch((thrown: unknown) => thrown);
    expect(error instanceof QuarterlineError && errorText(error)).toMatch(/"nelsn".*--spc nelson\?/);
  });
});

describe('spc refuses, and writes nothing', () => {
  it.each([
    [
      'an unknown chart, with the nearest',
      ['admissions.csv', '--chart', 'iprim'],
      2,
      /no chart "iprim".*--chart iprime\?/,
    ],
    ['an unknown rule set, with the nearest', ['admissions.csv', '--rules', 'nelsen'], 2, /"nelsen".*--rules nelson\?/],
    ['the rules of run charts, with the reason', ['admissions.csv', '--rules', 'anhoej'], 2, /belongs on run charts/],
    ['zones where there are none', ['zero.csv', '--measure', 'days', '--chart', 't', '--rules', 'nelson'], 2, /zones/],
    ['a length that a set fixes', ['admissions.csv', '--run-length', '7'], 2, /7 points for a shift/],
    ['a chart without its denominator', ['admissions.csv', '--chart', 'u'], 2, /needs a denominator/],
    ['a chart without subgroups', ['admissions.csv', '--chart', 'xbar'], 3, /./],
    ['a negative count', ['below.csv', '--measure', 'falls', '--chart', 'c'], 3, /falls of A is .1 in 2013\/14 Q2/],
    ['no time between', ['zero.csv', '--measure', 'days', '--chart', 't'], 3, /days of A is 0 in 2013\/14 Q2/],
    [
      'more than all',
      [
        'share.csv',
        '--columns',
        'falls=falls,discharges=discharges',
        '--measure',
        'falls',
        '--denominator',
        'discharges',
        '--chart',
        'p',
      ],
      3,
      /falls of A is 25 in 2013\/14 Q3, more than discharges \(20\)/,
    ],
    [
      'a denominator of zero',
      [
        'nobody.csv',
        '--columns',
        'falls=falls,discharges=discharges',
        '--measure',
        'falls',
        '--denominator',
        'discharges',
        '--chart',
        'p',
      ],
      3,
      /discharges of A is 0 in 2013\/14 Q2/,
    ],
    [
      'a phase outside the data',
      ['admissions.csv', '--phases', '2031/32'],
      3,
      /no phase of .* can start at 2031\/32 Q1/,
    ],
    ['a phase of one point', ['admissions.csv', '--phases', '2017/18 Q3'], 3, /has 1 point/],
    ['a phase that cannot be read', ['admissions.csv', '--phases', 'soon'], 2, /--phases/],
    ['everything excluded', ['admissions.csv', '--exclude', '2013/14..2017/18'], 3, /nothing to chart/],
    ['a baseline outside the data', ['admissions.csv', '--freeze', '2031/32'], 3, /cannot be frozen at 2031\/32 Q4/],
    ['a target that is no number and no column', ['plan.csv', '--target', 'plam'], 3, /plan/],
    ['an empty target', ['plan.csv', '--target', ''], 2, /the target is not a number/],
  ] as const)('%s', async (_, args, code, text) => {
    const refused = await spc(...args, '-o', 'nothing.json').then(
      ({ written }) => written,
      (error: unknown) => error,
    );
    expect(refused).toBeInstanceOf(QuarterlineError);
    if (!(refused instanceof QuarterlineError)) return;
    expect(errorText(refused)).toMatch(text);
    expect(refused.exitCode).toBe(code);
  });
});
