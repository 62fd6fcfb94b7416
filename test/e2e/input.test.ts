import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import {
  ADMISSIONS,
  AREAS,
  document,
  type Files,
  FROME,
  monthly,
  quarterline,
  quarterly,
  temporaryFolder,
  textOf,
} from './support.ts';

const folder = temporaryFolder();
const COMPARE = ['compare', 'a.csv', '--practice', 'frome', '--comparator', 'somerset'] as const;

interface Found {
  readonly id: string;
  readonly text: string;
}
const ids = (given: { readonly findings: readonly Found[] }): readonly string[] => given.findings.map(({ id }) => id);

describe('the same figures in another coat', () => {
  const plain = textOf(ADMISSIONS).replaceAll('\r\n', '\n');
  const utf16 = (text: string) => new Uint8Array(Buffer.from(`\uFEFF${text}`, 'utf16le'));
  const reference = document(COMPARE, { 'a.csv': plain });
  const wide = plain.split('\n').map((line) => line.split(','));
  const long = [
    'Quarter;Org;Emergency admissions;',
    ...wide
      .slice(1, -1)
      .flatMap(([quarter, a, b]) => [
        `${quarter};Frome Medical Practice;"${a}";`,
        `${quarter};Rest of Somerset;"${Number(b).toLocaleString('en-GB')}";`,
      ]),
    ';;;',
    '',
  ].join('\r\n');

  it.each<readonly [string, string | Uint8Array, string]>([
    ['CRLF', plain.replaceAll('\n', '\r\n'), 'utf-8'],
    ['a byte order mark', `\uFEFF${plain}`, 'utf-8'],
    ['UTF-16', utf16(plain.replaceAll('\n', '\r\n')), 'utf-16le'],
    ['semicolons, thousands separators, a row for each area, blank ends', long, 'utf-8'],
    ['tabs', plain.replaceAll(',', '\t'), 'utf-8'],
    ['no last line end', plain.trimEnd(), 'utf-8'],
    ['another notation of the quarter', plain.replace(/^(\d{4})\/(\d\d) (Q\d)/gm, '$3 $1-$2'), 'utf-8'],
  ])('%s', async (_, content, encoding) => {
    const given = await document(COMPARE, { 'a.csv': content });
    expect(given.inputs[0].encoding.toLowerCase()).toContain(encoding);
    expect(given.result).toEqual((await reference).result);
  });
});

describe('file names with *', () => {
  mkdirSync(join(folder, 'exports'));
  for (const [at, name] of ['admissions.csv', 'costs.csv', 'list-sizes.csv'].entries())
    writeFileSync(join(folder, 'exports', name), textOf(FROME[at] ?? ''));
  writeFileSync(join(folder, 'exports', '.hidden.csv'), 'nothing');

  it('stand for the files that fit, in order', async () => {
    const { inputs } = await document(['compare', join(folder, 'exports', '*.csv'), ...AREAS]);
    const names = ['admissions.csv', 'costs.csv', 'list-sizes.csv'];
    expect(inputs.map(({ path }: { path: string }) => path)).toEqual(
      names.map((name) => join(folder, 'exports', name)),
    );
  });

  it('may hold ? and fixed parts', async () => {
    const { inputs } = await document(['check', join(folder, 'exports', 'c?st*.csv')]);
    expect(inputs).toHaveLength(1);
  });

  it.each(['*.tsv', join('no such folder', '*.csv'), join('*', 'admissions.csv')])(
    'say so where nothing fits: %s',
    async (name) => {
      const { code, err } = await quarterline(['check', join(folder, 'exports', name)]);
      expect(code).toBe(3);
      expect(err).toMatch(/no file in .* has a name like .*\. Check the path and the spelling/);
    },
  );
});

describe('monthly data', () => {
  const months: Files = {
    'm.csv':
      monthly(2013, 60, (at) => ['Frome', 240 + (at % 5), 28000 + at], 'month,area,admissions,list_size').trimEnd() +
      monthly(2013, 60, (at) => ['County', 4000 + at, 510000 + at], ''),
  };
  const areas = ['--practice', 'frome', '--comparator', 'county'];

  it('are compared by quarter, which is said', async () => {
    const given = await document(['compare', 'm.csv', ...areas], months);
    // January to March 2013 is 2012/13 Q4, so the first complete year is 2013/14: its months are at 3 to 14.
    const sum = Array.from({ length: 12 }, (_, at) => 240 + ((at + 3) % 5)).reduce((a, b) => a + b);
    expect(given.result.baseline.label).toBe('2013/14');
    expect(given.result.measures[0].practice.baseline).toBe(sum);
    expect(given.result.series[0].points).toHaveLength(20);
    // Mean list of the year: 28,000 + mean of 3 to 14.
    expect(given.result.measures[0].practice.ratePer1000.baseline).toBeCloseTo((1000 * sum) / 28008.5, 1);
    expect(given.findings).toContainEqual(expect.objectContaining({ id: 'input.made-quarters' }));
  });

  it('are drawn monthly by runchart and by report, which compares by quarter', async () => {
    const chart = (await document(['runchart', 'm.csv', ...areas], months)).result.charts[0];
    expect(chart).toMatchObject({ frequency: 'month', n: 60 });
    const { result } = await document(
      ['report', 'm.csv', ...areas, '--exclude', '2014-05', '--intervention', '2014/15 Q1'],
      months,
    );
    expect(result.compare.measures[0].practice.baseline).toBe(
      (await document(['compare', 'm.csv', ...areas], months)).result.measures[0].practice.baseline,
    );
    expect(result.runchart.charts[0]).toMatchObject({ frequency: 'month', n: 59, intervention: { period: '2014-04' } });
    expect(result.runchart.charts[0].points[1].period).toBe('2013-02');
  });

  it('become quarters with --by quarter', async () => {
    const [chart] = (await document(['runchart', 'm.csv', ...areas, '--by', 'quarter'], months)).result.charts;
    expect(chart).toMatchObject({ frequency: 'quarter', n: 20 });
  });

  it('leave out a quarter that lacks a month, and say so', async () => {
    const short = { 'm.csv': (months['m.csv'] as string).replace(/^2017-11,.*\n/gm, '') };
    const given = await document(['compare', 'm.csv', ...areas], short);
    expect(given.findings.find(({ id }: Found) => id === 'input.quarters-dropped').text).toContain('2017/18 Q3');
  });

  it('are joined with quarterly files by quarter, in a report too', async () => {
    const lists = { ...months, 'list-sizes.csv': quarterly(2013, 19, () => [28000, 510000], 'quarter,Frome,County') };
    const alone = {
      ...lists,
      'm.csv': (months['m.csv'] as string).replace(/,\d{5,6}$/gm, '').replace(',list_size', ''),
    };
    const { result } = await document(['report', 'm.csv', 'list-sizes.csv', ...areas], alone);
    expect(result.compare.measures[0].relative.basis).toBe('rates');
    expect(result.runchart.charts[0].frequency).toBe('quarter');
  });
});

describe('the years compared', () => {
  const run = (...options: readonly string[]) => quarterline(['compare', ...FROME, ...AREAS, ...options]);
  const given = (...options: readonly string[]) => document(['compare', ...FROME, ...AREAS, ...options]);

  it('refuses a year that the data do not hold in full, and names what is missing', async () => {
    const { code, err } = await run('--follow-up', '2017/18');
    expect(code).toBe(3);
    expect(err).toMatch(/2017\/18 Q4 missing.*--like-for-like/s);
  });

  it('compares like quarters where that is asked for, and says that they are no full years', async () => {
    const document = await given('--follow-up', '2017/18', '--like-for-like');
    expect(document.result).toMatchObject({ likeForLike: true });
    // Three quarters of 2013/14: 766 + 741 + 815.
    expect(document.result.measures[0].practice.baseline).toBe(2322);
    expect(document.result.baseline.periods).toEqual(['2013/14 Q1', '2013/14 Q2', '2013/14 Q3']);
    expect(document.findings.find(({ id }: Found) => id === 'compare.like-for-like').text).toContain('not full years');
  });

  it('takes stretches of quarters, of the same seasons only', async () => {
    const document = await given('--baseline', '2013/14 Q3..2013/14 Q4', '--follow-up', '2016/17 Q3..2016/17 Q4');
    // 815 + 829.
    expect(document.result.measures[0].practice.baseline).toBe(1644);
    const { code, err } = await run('--baseline', '2013/14 Q1..2013/14 Q2');
    expect(code).toBe(3);
    expect(err).toContain('do not hold the same quarters of the year');
  });

  it('refuses a follow-up before the baseline', async () => {
    const { code, err } = await run('--baseline', '2016/17', '--follow-up', '2013/14');
    expect(code).toBe(3);
    expect(err).toContain('does not come after the baseline');
  });

  it('bounds the trend by --from and --to, not the years', async () => {
    const { result } = await given('--from', '2014/15 Q2', '--to', '2016/17');
    expect(result.measures[0].practice.trend).toMatchObject({ n: 11, from: '2014/15 Q2', to: '2016/17 Q4' });
    expect(result.baseline.label).toBe('2013/14');
    expect((await run('--from', '2017/18 Q2')).err).toContain('fewer than three quarters');
  });

  it('refuses an intervention outside the data', async () => {
    const { code, err } = await run('--intervention', '2030/31 Q1');
    expect(code).toBe(3);
    expect(err).toContain('2030/31 Q1 lies outside the data');
  });
});

describe('real terms', () => {
  const PRICES = { 'index.csv': 'year,index\n2013/14,80\n2014/15,85\n2015/16,90\n2016/17,100\n2017/18,105\n' };
  const given = async (...options: readonly string[]) =>
    (await document(['compare', ...FROME, ...AREAS, ...options], PRICES)).result.measures[1];

  it('can be left out', async () => {
    const cost = await given('--deflator', 'none');
    expect(cost.real).toBeNull();
    expect(cost.nominal.practice.percentChange).toBeCloseTo(-21, 1);
    const { out } = await quarterline(['compare', ...FROME, ...AREAS, '--deflator', 'none']);
    expect(out.replace(/\s+/g, ' ')).toContain('in the prices of each year (not deflated)');
  });

  it('take an index of the user’s own', async () => {
    const { real } = await given('--deflator', 'index.csv');
    expect(real).toMatchObject({ deflator: 'index.csv', priceYear: '2016/17' });
    // The baseline in prices of 2016/17: 6,090,900 x 100 / 80.
    expect(real.practice.baseline).toBeCloseTo(7613625, 6);
    expect(real.practice.followUp).toBe(4811800);
  });

  it('are in the prices of the year named, which changes no percentage', async () => {
    const [named, usual] = [await given('--price-year', '2013/14'), await given()];
    expect(named.real.priceYear).toBe('2013/14');
    expect(named.real.practice.baseline).toBeCloseTo(6090900, 6);
    expect(named.real.practice.percentChange).toBeCloseTo(usual.real.practice.percentChange, 9);
  });

  it.each([
    [
      'an index without a year that is needed',
      'year,index\n2013/14,90\n',
      /no level for 2014\/15|no level for 2016\/17/,
    ],
    [
      'another heading',
      'fy,level\n2013/14,90\n',
      /index\.csv, line 1: the headings are fy, level; expected the columns year and index/,
    ],
    [
      'a level that is no number',
      'year,index\n2013/14,high\n',
      /index\.csv, line 2, column "index": "high" is not an index level/,
    ],
    ['a bare year', 'year,index\n2013,90\n', /index\.csv, line 2, column "year": "2013" is not a financial year/],
    ['a year twice', 'year,index\n2013/14,90\n2013/14,91\n', /index\.csv, line 3: 2013\/14 stands there twice/],
  ])('refuse %s', async (_, content, says) => {
    const { code, err } = await quarterline(['compare', ...FROME, ...AREAS, '--deflator', 'index.csv'], {
      'index.csv': content,
    });
    expect(err).toMatch(says);
    expect(code).toBe(3);
  });

  it('refuse an index that is not there, and a price year outside it', async () => {
    expect(await quarterline(['compare', ...FROME, ...AREAS, '--deflator', 'no.csv'])).toMatchObject({
      code: 3,
      err: expect.stringContaining('no.csv: there is no such file'),
    });
    expect(await quarterline(['compare', ...FROME, ...AREAS, '--price-year', '1940/41'])).toMatchObject({
      code: 3,
      err: expect.stringContaining('has no level for 1940/41'),
    });
  });
});

describe('one area alone', () => {
  it('gets what one area allows, and is told what is missing', async () => {
    const given = await document(['compare', ...FROME, '--practice', 'frome']);
    expect(given.result).toMatchObject({ comparator: null, sensitivity: null });
    const [admissions] = given.result.measures;
    expect(admissions).toMatchObject({ comparator: null, relative: null, counterfactual: null });
    expect(admissions.practice.percentChange).toBeCloseTo(-8.63218, 5);
    expect(ids(given)).toContain('compare.no-comparator');
  });

  it('is named after its file where no column names it', async () => {
    const files = { 'Beckington.csv': quarterly(2013, 16, (at) => [100 + at], 'quarter,admissions') };
    const { result } = await document(['compare', 'Beckington.csv'], files);
    expect(result.practice).toBe('Beckington');
    expect(
      (await document(['compare', 'Beckington.csv', '--practice', 'Beckington Surgery'], files)).result.practice,
    ).toBe('Beckington Surgery');
  });

  it('makes a report', async () => {
    const target = join(folder, 'alone');
    const { code } = await quarterline(['report', ADMISSIONS, '--practice', 'frome', '-o', target]);
    expect(code).toBe(0);
    expect(existsSync(join(target, 'charts', 'run-chart.svg'))).toBe(true);
    expect(textOf(join(target, 'summary.md'))).toContain('No comparator was given');
  });
});

describe('what cannot be used', () => {
  it('is a measure that no file holds', async () => {
    const { code, err } = await quarterline(['compare', ...FROME, ...AREAS, '--measure', 'bed_days']);
    expect(err).toMatch(/there is no measure “bed_days”; expected one of admissions, cost and list_size/);
    expect(code).toBe(3);
  });

  it.each([
    ['EACCES', /a\.csv: this file may not be read/],
    ['EBUSY', /a\.csv: the file cannot be read \(EBUSY\)/],
    ['EISDIR', /a\.csv: this is a folder/],
  ])('is a file that the system withholds: %s', async (code, says) => {
    const { unreadable } = await import('../../src/data/read.ts');
    const { errorText } = await import('../../src/messages.ts');
    const error = unreadable('a.csv', Object.assign(new Error('refused'), { code }));
    expect(errorText(error)).toMatch(says);
    expect(error.exitCode).toBe(3);
  });

  it.each(['check', 'compare', 'runchart', 'report'])('is nothing at all on standard input: %s', async (command) => {
    const { code, err, out } = await quarterline([command, '-'], { '-': '' });
    expect({ code, out }).toEqual({ code: 3, out: '' });
    expect(err).toMatch(/standard input(?:, line 1)?: the file is empty.*Export it again/);
  });
});
