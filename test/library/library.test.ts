import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { describe, expect, it } from 'vitest';
import * as quarterline from '../../src/index.ts';
import { AREAS, document, FROME } from '../e2e/support.ts';

const { check, compare, controlChart, dataset, evaluate, power, QuarterlineError, read, report, runChart, scan } =
  quarterline;

const files = FROME.map((path) => ({ name: path, bytes: new Uint8Array(readFileSync(path)) }));
const asked = { practice: 'frome', comparator: 'somerset' };

/** What a document says, but for what it says of the command line and of the notes beside its files. */
function essence({
  result,
  findings,
  settings,
}: {
  result: unknown;
  findings: readonly { id: string }[];
  settings: object;
}) {
  const said = findings.filter(({ id }) => id !== 'evaluate.reporting');
  const whole = { result, findings: said, settings: { ...settings, format: 'json' } };
  return JSON.parse(JSON.stringify(whole, (key, value) => (key === 'reporting' || key === 'next' ? undefined : value)));
}

describe('the library', () => {
  const data = read(files);

  it.each([
    ['check', () => check(data), ['check', ...FROME]],
    ['compare', () => compare(data, asked), ['compare', ...FROME, ...AREAS]],
    ['runChart', () => runChart(data, { practice: 'frome' }), ['runchart', ...FROME, '--practice', 'frome']],
    ['controlChart', () => controlChart(data, { practice: 'frome' }), ['spc', ...FROME, '--practice', 'frome']],
    ['scan', () => scan(data), ['scan', ...FROME]],
    [
      'evaluate',
      () => evaluate(data, { ...asked, intervention: '2014/15 Q1' }),
      ['evaluate', ...FROME, ...AREAS, '--intervention', '2014/15 Q1'],
    ],
    ['report', () => report(data, asked), ['report', ...FROME, ...AREAS]],
    ['power', () => power({ listSize: 13851, runs: 0 }), ['power', '--list-size', '13851', '--runs', '0']],
  ] as const)('%s gives what the command line gives', async (_, answer, args) => {
    const made = answer();
    expect(made.result).toBe(made.document().result);
    expect(essence(made.document())).toEqual(essence(await document(args)));
  });

  it('takes records: the numbers of the file', () => {
    const [name = ''] = FROME;
    const [heading = '', ...lines] = readFileSync(name, 'utf8').trim().split(/\r?\n/);
    const headings = heading.split(',');
    const records = lines.map((line) =>
      Object.fromEntries(
        line.split(',').map((cell, i) => [headings[i] ?? '', /^\d+$/.test(cell) ? Number(cell) : cell]),
      ),
    );
    const own = runChart(dataset(records, { name: basename(name) })).result.charts.map(({ area, points }) => [
      area,
      points,
    ]);
    const theirs = runChart(read(files.slice(0, 1))).result.charts.map(({ area, points }) => [area, points]);
    expect(own).toEqual(theirs);
  });

  it('keeps codes, all digits, days and gaps of records', () => {
    const records = [
      { date: new Date(Date.UTC(2024, 0, 1)), code: '007', admissions: 12345678901, rate: 1e-7 },
      { date: new Date(Date.UTC(2024, 1, 1)), code: '007', admissions: null },
      { date: new Date(Date.UTC(2024, 2, 1)), code: '007', admissions: 3n },
    ];
    const made = dataset(records, { columns: { period: 'date', area: 'code', admissions: 'admissions' } });
    expect(made).toMatchObject({ areas: ['007'] });
    const { points } = runChart(made).result.charts[0] ?? { points: [] };
    expect(points.map(({ value }) => value)).toEqual([12345678901, null, 3]);
  });

  it('draws and writes', async () => {
    const answer = compare(data, asked);
    expect((await quarterline.toVegaLite(answer)).$schema).toMatch(/vega-lite/);
    expect(await quarterline.toSvg(answer.result)).toMatch(/^<svg[^>]+role="img"/);
    expect(await quarterline.toMarkdown(answer.document())).toMatch(/^# Frome Medical Practice/);
    expect(await quarterline.toHtml(answer)).toMatch(/^<!doctype html>/i);
  });
});

/** The one problem that something ends in. */
function problemOf(make: () => unknown) {
  try {
    make();
  } catch (error) {
    if (error instanceof QuarterlineError)
      return { kind: error.kind, text: quarterline.errorText(error), ...error.problems[0] };
    throw error;
  }
  throw new Error('no problem');
}

describe('wrong input', () => {
  const data = read(files);
  const bad = (value: unknown) => value as never;

  it.each([
    ['no files', () => read([]), 'usage', /a list of files/],
    ['a path', () => read(bad('admissions.csv')), 'usage', /a list of files/],
    ['a file without text', () => read([{ name: 'a.csv' }]), 'usage', /name and a text or bytes/],
    ['no records', () => dataset([]), 'usage', /a list of plain objects/],
    ['numbers for records', () => dataset(bad([1, 2])), 'usage', /a list of plain objects/],
    [
      'an infinite cell',
      () => dataset([{ quarter: '2013/14 Q1', admissions: Number.POSITIVE_INFINITY }]),
      'usage',
      /record 1.*admissions/,
    ],
    ['something else for data', () => compare(bad({}), {}), 'usage', /read\(\) or dataset\(\)/],
    ['null for data', () => compare(bad(null), {}), 'usage', /read\(\) or dataset\(\)/],
    ['an option misspelt', () => compare(data, bad({ practise: 'frome' })), 'usage', /“practise”.*practice/],
    ['an option of another command', () => compare(data, bad({ listSize: 3 })), 'usage', /no option “listSize”/],
    [
      'an option of the wrong kind',
      () => compare(data, bad({ ...asked, from: 2014 })),
      'usage',
      /the option from is 2014; expected string/,
    ],
    [
      'another word than the option has',
      () => runChart(data, bad({ better: 'sideways' })),
      'usage',
      /"lower", "higher", "neither"/,
    ],
    ['options that are none', () => compare(data, bad('frome')), 'usage', /not an object/],
    ['an area that is not there', () => compare(data, { practice: 'nowhere' }), 'data', /there is no area “nowhere”/],
    ['a period that is none', () => compare(data, { ...asked, baseline: 'spring' }), 'usage', /spring/],
    [
      'a cell that is no number',
      () => read([{ name: 'a.csv', text: 'quarter,Frome\n2013/14 Q1,seven\n2013/14 Q2,690\n' }]),
      'data',
      /a\.csv, line 2, column "Frome"/,
    ],
  ] as const)('%s', (_, make, kind, text) => {
    const problem = problemOf(make);
    expect(problem.kind).toBe(kind);
    expect(problem.text).toMatch(text);
  });

  it('asks to draw only what is there', async () => {
    const { document } = power({ listSize: 5000, runs: 0 });
    await expect(quarterline.toSvg({})).rejects.toThrow(QuarterlineError);
    await expect(quarterline.toSvg(document(), { chart: 'nothing' })).rejects.toThrow(QuarterlineError);
  });
});
