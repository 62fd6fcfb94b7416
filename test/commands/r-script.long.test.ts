import { appendFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { nodeEffects } from '../../src/commands/node-effects.ts';
import { runProgram } from '../../src/commands/program.ts';
import { QuarterlineError } from '../../src/errors.ts';
import { errorText } from '../../src/messages.ts';
import { golden } from '../support/golden.ts';
import { describeR, evaluateAndCheck, folderWith, REPOSITORY, type Verdict } from '../support/r-script.ts';

const folders: { readonly done: () => void }[] = [];
afterEach(() => {
  for (const folder of folders.splice(0)) folder.done();
});

/** Runs evaluate and R in a new folder that holds these files. */
function inFolder(files: Readonly<Record<string, string | Uint8Array>>, ...args: readonly string[]): Promise<Verdict> {
  const folder = folderWith(files);
  folders.push(folder);
  return evaluateAndCheck(folder.path, args);
}

const inRepository = (...args: readonly string[]) => evaluateAndCheck(REPOSITORY, args);

/** To 6 digits, of the number or of `scale` where that is larger. */
function expectSix(r: number, ours: number, scale = 0): void {
  expect(Math.abs(r - ours) / Math.max(Math.abs(ours), scale, Number.MIN_VALUE)).toBeLessThan(5e-7);
}

/** Every number agrees, by the script's own word and by the lines it printed; those of the primary model are the document's. */
function expectAgreement({ status, out, lines, document }: Verdict): void {
  expect(out).toMatch(/^(\d+) of \1 numbers agree to 6 digits\. *$/m);
  expect(out).not.toMatch(/WARNING|Warning|Error|NaN/);
  expect(status).toBe(0);
  for (const [what, { r, ours }] of lines) {
    const one = what.replace(/, (?:lower|upper)$/, '');
    const [lower, upper] = [lines.get(`${one}, lower`), lines.get(`${one}, upper`)];
    const reach = lower && upper ? (upper.ours - lower.ours) / 4 : 0;
    const scale = lines.get(`${what} SE`)?.ours ?? reach;
    expectSix(r, ours, Math.abs(scale));
  }
  const { controlled, segmented } = document.result;
  const at = (what: string): number => lines.get(what)?.r ?? Number.NaN;
  if (controlled?.primary) {
    const { terms, avoided, effectAtEnd, dispersion, expected } = controlled.primary;
    expectSix(at('primary s'), terms.slope.estimate);
    expectSix(at('primary s SE'), terms.slope.se);
    expectSix(at('primary s P'), terms.slope.p);
    expectSix(at('primary post'), terms.level.estimate);
    expectSix(at('primary avoided'), avoided.estimate);
    expectSix(at('primary avoided, lower'), avoided.lower);
    expectSix(at('primary avoided, upper'), avoided.upper);
    expectSix(at('primary expected'), expected);
    expectSix(at('primary effectAtEnd'), effectAtEnd.estimate);
    expectSix(at('primary dispersion'), dispersion.raw);
    expectSix(at('primary dispersion used'), dispersion.used);
    for (const { model, terms: own } of controlled.alternatives) {
      const z = model.startsWith('stacked') ? 'z:' : '';
      expectSix(at(`${model} ${z}post`), own.level.estimate, own.level.se);
      expectSix(at(`${model} ${z}post SE`), own.level.se);
      if (own.slope) expectSix(at(`${model} ${z}s SE`), own.slope.se);
    }
  }
  for (const { area, estimator, terms } of segmented) {
    const subject = area === document.result.design.practice ? 'practice' : 'comparator';
    expectSix(at(`${subject} ${estimator} s SE`), terms.slope.se);
  }
}

/** Counts of two areas over some quarters, and list sizes: no random numbers, and a change from the 13th quarter on. */
const QUARTERS = 24;
const mine = (i: number) =>
  Math.round(600 + 3 * i + 40 * Math.sin(1.7 * i) + 25 * Math.cos(2.9 * i) - (i < 12 ? 0 : 6 * (i - 11)));
const theirs = (i: number) => Math.round(9000 + 30 * i + 400 * Math.sin(1.7 * i + 0.3) + 150 * Math.cos(4.1 * i));
const people = (i: number, size: number) => size + 7 * i + (i % 3);
const quarter = (i: number) => `20${10 + Math.floor(i / 4)}/${11 + Math.floor(i / 4)} Q${(i % 4) + 1}`;
const each = <T>(n: number, make: (i: number) => T): readonly T[] => Array.from({ length: n }, (_, i) => make(i));
const sum = (n: number, of: (i: number) => number) => each(n, of).reduce((a, b) => a + b, 0);
const CHANGE = ['--intervention', '2013/14 Q1'];
const MONTHS = ['Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec', 'Jan', 'Feb', 'Mar'];
const month = (m: number) => `${MONTHS[m % 12]} ${2010 + Math.floor((m + 3) / 12)}`;

const SIMULATED = ['test/golden/_sim/two_area.csv', '--practice', 'practice', '--comparator', 'county'];
const CALENDAR = ['--quarters', 'calendar'];
const OFFICIAL = ['fixtures/official/nonelective-admissions-by-commissioner.csv', '--practice', 'NHS Somerset CCG'];

describeR('evaluate --r-script under R', () => {
  it('gives the numbers of the simulated data (golden 15), every model', async () => {
    const verdict = await inRepository(...SIMULATED, ...CALENDAR, '--intervention', '2014Q2');
    expectAgreement(verdict);
    const at = (what: string): number => verdict.lines.get(what)?.r ?? Number.NaN;
    expectSix(at('primary s'), -0.01501099399366);
    expectSix(at('primary s SE'), 0.00316184195152289);
    expectSix(at('primary avoided'), 1529.34341);
    expectSix(at('preTrend t P'), golden('15-controlled-its').pretrend.p);
    expect(verdict.lines.size).toBeGreaterThan(600);
    for (const model of ['newey-west', 'prais-winsten', 'reml-ar1', 'quasi-poisson'])
      expect(verdict.lines.has(`comparator ${model} avoided, upper`)).toBe(true);
  });

  it('reads wide files (Frome), and leaves out a file that no model needs', async () => {
    const files = ['admissions', 'costs', 'list-sizes'].map((name) => `fixtures/frome-somerset/${name}.csv`);
    const who = ['--practice', 'frome', '--comparator', 'somerset', '--intervention', '2014/15 Q1'];
    const verdict = await inRepository(...files, ...who);
    expectAgreement(verdict);
    expect(verdict.script).not.toContain('read_input("fixtures/frome-somerset/costs.csv');
  });

  it('pools three comparators (official statistics)', async () => {
    const others = ['Kernow', 'Wiltshire', 'Bath and North East Somerset'].flatMap((name) => ['--comparator', name]);
    expectAgreement(await inRepository(...OFFICIAL, ...others, '--intervention', '2014/15 Q1'));
  });

  it('takes the practice out of its comparator', async () => {
    const among = ['--comparator', 'England', '--comparator-includes-practice', '--intervention', '2014/15 Q1'];
    expectAgreement(await inRepository(...OFFICIAL, ...among));
  });

  it('pools the rest of 60 practices', async () => {
    const who = ['test/golden/_sim/peers.csv', '--practice', 'P01', '--comparator', 'rest'];
    expectAgreement(await inRepository(...who, ...CALENDAR, '--intervention', '2014Q2'));
  });

  it('leaves those out of the rest that lack quarters', async () => {
    const who = ['fixtures/practices/practices.csv', '--practice', 'Practice 05', '--comparator', 'rest'];
    const verdict = await inRepository(...who, '--intervention', '2021/22 Q1');
    expectAgreement(verdict);
    expect(verdict.script).not.toContain('"Practice 21"');
    expect(verdict.lines.get('practice, events')?.ours).toBeGreaterThan(0);
    expect(verdict.lines.has('primary s')).toBe(true);
  });

  it('keeps to dates, washout, second intervention and lag', async () => {
    const dates = ['--from', '2010Q4', '--to', '2017Q3', '--washout', '2014Q2..2014Q3', '--lag', '2'];
    const second = ['--intervention', '2014Q2', '--second-intervention', '2016Q2'];
    const verdict = await inRepository(...SIMULATED, ...CALENDAR, ...dates, ...second);
    expectAgreement(verdict);
    expect(verdict.lines.has('primary post2')).toBe(true);
    expect(verdict.script).toContain('newey_west_gaps');
  });

  it('puts seasons into the primary model where they are asked for', async () => {
    const verdict = await inRepository(...SIMULATED, ...CALENDAR, '--intervention', '2014Q2', '--seasons', 'quarters');
    expectAgreement(verdict);
    const { primary } = verdict.document.result.controlled;
    expectSix(verdict.lines.get('primary fq3')?.r ?? Number.NaN, primary.seasonTerms.quarter3.estimate);
    expectSix(verdict.lines.get('primary joint, F')?.r ?? Number.NaN, primary.joint.statistic);
    expect(verdict.lines.has('conditional-quasi-binomial-no-seasons s')).toBe(true);
    expect(verdict.lines.has('difference-series-reml-ar1-seasons rho')).toBe(true);
  });

  it('checks one area, or trends alone, where there is no comparator or no date', async () => {
    const [file = '', ...practice] = SIMULATED.slice(0, 3);
    expectAgreement(await inRepository(file, ...practice, ...CALENDAR, '--intervention', '2014Q2'));
    const trends = await inRepository(...SIMULATED, ...CALENDAR);
    expectAgreement(trends);
    expect(trends.lines.has('slopes log welch t P')).toBe(true);
  });

  it('makes quarters of months, sums and means, and drops one that is not whole', async () => {
    const rows = each(3 * QUARTERS, (m) => {
      const [a, b] = [mine(Math.floor(m / 3)) + 5 * (m % 3), theirs(Math.floor(m / 3)) + 11 * (m % 3)];
      return [
        `${month(m)},Mill Lane,${m === 40 ? '-' : a},${people(m, 9000)}`,
        `${month(m)},County,${b},${people(m, 140000)}`,
      ];
    });
    const text = ['Month,Practice,Admissions,List size', ...rows.flat()].join('\n');
    const verdict = await inFolder(
      { 'months.csv': text },
      'months.csv',
      '--practice',
      'mill',
      '--comparator',
      'county',
      ...CHANGE,
    );
    expectAgreement(verdict);
    expect(verdict.lines.get('quarters')?.r).toBe(QUARTERS - 1);
    expect(verdict.lines.get('practice, events')?.r).toBe(sum(QUARTERS, (i) => (i === 13 ? 0 : 3 * mine(i) + 15)));
  });

  it('reads semicolons, thousands, empty rows and columns, Windows line ends and a byte order mark', async () => {
    const grouped = (n: number) => `"${n.toLocaleString('en-GB')}"`;
    const rows = each(QUARTERS, (i) => `${quarter(i)};${grouped(mine(i))};${grouped(theirs(i))};;`);
    const text = `\uFEFF\r\n;;;;\r\n${['Quarter;Mill Lane;County;;', ...rows].join('\r\n')}\r\n`;
    const verdict = await inFolder(
      { 'admissions.csv': text },
      'admissions.csv',
      '--practice',
      'mill',
      '--comparator',
      'county',
      ...CHANGE,
    );
    expectAgreement(verdict);
    expect(verdict.lines.get('comparator, events')?.r).toBe(sum(QUARTERS, theirs));
  });

  it.each([
    ['windows-1252', (text: string) => Buffer.from(text.replaceAll('\u2019', '\u0092'), 'latin1')],
    ['UTF-16 with its mark', (text: string) => Buffer.from(`\uFEFF${text}`, 'utf16le')],
  ])('reads %s, and names that would break out of a string or a comment', async (_, encode) => {
    const [a, b] = ['Dr O\u2019Neill\'s "caf\u00e9" \\ practice', 'quit(status = 0) # "\\n" \nstop("out")'];
    const cell = (name: string) => `"${name.replaceAll('"', '""')}"`;
    const rows = each(QUARTERS, (i) => [
      `${quarter(i)},${cell(a)},${mine(i)}`,
      `${quarter(i)},${cell(b)},${theirs(i)}`,
    ]);
    const text = ['quarter,practice,"emergency\nadmissions"', ...rows.flat()].join('\n');
    const who = ['--practice', a, '--comparator', b.replace('\n', ' ')];
    const path = 'it\'s "a" folder\u00e9/\\x.csv';
    const verdict = await inFolder({ [path]: encode(text) }, path, ...who, ...CHANGE);
    expectAgreement(verdict);
    expect(verdict.lines.get('practice, events')?.r).toBe(sum(QUARTERS, mine));
    expect(verdict.script).toMatch(/^[\n\x20-\x7e\u00a0-\u{10ffff}]*$/u);
  });

  it('joins files by code, under other names, with rows given twice and a year beside its quarter', async () => {
    const year = (i: number) => quarter(i).slice(0, 7);
    const counts = each(QUARTERS, (i) => [
      `${year(i)},Q${(i % 4) + 1},E1,${i < 8 ? 'Mill Lane' : 'Mill Lane Surgery'},${mine(i)}`,
      `${year(i)},Q${(i % 4) + 1},E2,County,${theirs(i)}`,
    ]);
    const sizes = each(QUARTERS, (i) => [
      `${quarter(i)},e1,${people(i, 9000)}`,
      `${quarter(i)},e2,${people(i, 140000)}`,
    ]);
    const verdict = await inFolder(
      {
        'counts.csv': [
          'Year,Quarter,Practice code,Practice name,Admissions',
          ...counts.flat(),
          ...(counts[3] ?? []),
        ].join('\n'),
        'sizes.csv': ['Quarter,Practice code,Patients', ...sizes.flat()].join('\n'),
      },
      ...['counts.csv', 'sizes.csv', '--practice', 'surgery', '--comparator', 'county', ...CHANGE],
    );
    expectAgreement(verdict);
    expect(verdict.document.result.design.basis).toBe('rates');
    expect(verdict.lines.get('practice, people')?.r).toBe(sum(QUARTERS, (i) => people(i, 9000)));
  });

  it.each([false, true])('adds up groups of people, or takes the rows of everybody (%s)', async (everybody) => {
    const rows = each(QUARTERS, (i) =>
      [['Mill Lane', mine(i)] as const, ['County', theirs(i)] as const].flatMap(([area, n]) => [
        `${quarter(i)},${area},Female,${n - 100}`,
        `${quarter(i)},${area},Male,100`,
        ...(everybody ? [`${quarter(i)},${area},All,${n}`] : []),
      ]),
    );
    const text = ['Quarter,Area,Sex,Admissions', ...rows.flat()].join('\n');
    const verdict = await inFolder(
      { 'sexes.csv': text },
      'sexes.csv',
      '--practice',
      'mill',
      '--comparator',
      'county',
      ...CHANGE,
    );
    expectAgreement(verdict);
    expect(verdict.lines.get('practice, events')?.r).toBe(sum(QUARTERS, mine));
  });

  it('makes quarters of days, and joins files of months and of quarters', async () => {
    const day = (n: number) => new Date(Date.UTC(2010, 3, 1) + n * 86_400_000).toISOString().slice(0, 10);
    const days = each(6 * 365 + 1, (n) => `${day(n)},${5 + (n % 4)},${90 + ((n * n) % 13)}`);
    const daily = await inFolder(
      { 'admissions.csv': ['Date,Mill Lane,County', ...days].join('\n') },
      ...['admissions.csv', '--practice', 'mill', '--comparator', 'county', ...CHANGE],
    );
    expectAgreement(daily);
    expect(daily.script).toContain('format(as.Date(');
    const months = each(3 * QUARTERS, (m) => [
      `${month(m)},Mill Lane,${people(m, 9000)}`,
      `${month(m)},County,${people(m, 140000)}`,
    ]);
    const counts = each(QUARTERS, (i) => [`${quarter(i)},Mill Lane,${mine(i)}`, `${quarter(i)},County,${theirs(i)}`]);
    const mixed = await inFolder(
      {
        'counts.csv': ['Quarter,Practice,Admissions', ...counts.flat()].join('\n'),
        'sizes.csv': ['Month,Practice,List size', ...months.flat()].join('\n'),
      },
      ...['counts.csv', 'sizes.csv', '--practice', 'mill', '--comparator', 'county', ...CHANGE],
    );
    expectAgreement(mixed);
    expect(mixed.document.result.design.basis).toBe('rates');
  });

  it.each([
    ['nothing happens', () => [0, 0]],
    ['nothing changes', () => [50, 500]],
    ['nothing scatters', (i: number) => [50 + 2 * i, 500 + 20 * i]],
    ['only the practice begins late', (i: number) => [i < 12 ? 0 : mine(i), theirs(i)]],
  ] as const)('compares what there is where %s', async (_, counts) => {
    const rows = each(QUARTERS, (i) => [quarter(i), ...counts(i)].join());
    const text = ['Quarter,Mill Lane,County', ...rows].join('\n');
    const who = ['--practice', 'mill', '--comparator', 'county', ...CHANGE];
    const { status, out } = await inFolder({ 'admissions.csv': text }, 'admissions.csv', ...who);
    expect(out).toMatch(/^(\d+) of \1 numbers agree to 6 digits\. *$/m);
    expect(status).toBe(0);
  });

  it('says so where the input is not what quarterline read, and names the numbers that differ', async () => {
    const rows = each(QUARTERS, (i) => `${quarter(i)},${mine(i)},${theirs(i)}`);
    const folder = folderWith({ 'admissions.csv': ['Quarter,Mill Lane,County', ...rows].join('\n') });
    folders.push(folder);
    const who = ['admissions.csv', '--practice', 'mill', '--comparator', 'county', '--intervention', '2013/14 Q1'];
    const path = join(folder.path, 'admissions.csv');
    const spaced = await evaluateAndCheck(folder.path, who, () => appendFileSync(path, '\n\n'));
    expect(spaced.status).toBe(0);
    expect(spaced.out).toMatch(/WARNING: this is not the file that quarterline read .*admissions\.csv/);
    const changed = await evaluateAndCheck(folder.path, who, () =>
      appendFileSync(path, `${quarter(QUARTERS - 1)},1,1\n`),
    );
    expect(changed.status).toBe(1);
    expect(changed.out).toContain('WARNING');
    expect(changed.out).toMatch(/\d+ of \d+ numbers agree to 6 digits\. These do not: .*primary s;/);
  });
});

async function refusal(folder: string, ...args: readonly string[]): Promise<readonly [number, string]> {
  const real = nodeEffects({ quiet: true, colour: false });
  const read = (path: string) => real.read(join(folder, path));
  try {
    await runProgram(['evaluate', ...args, '--r-script', 'check.R'], { ...real, read });
  } catch (error) {
    if (error instanceof QuarterlineError) return [error.exitCode, errorText(error)];
    throw error;
  }
  throw new Error('nothing was refused');
}

describe('evaluate --r-script', () => {
  it('refuses standard input, which cannot be read twice, and says what to do', async () => {
    expect(await refusal('.', '-')).toEqual([2, expect.stringContaining('Save the input to a file')]);
  });

  it('refuses groups of people that are whole for one area only', async () => {
    const rows = each(QUARTERS, (i) => [
      `${quarter(i)},Mill Lane,All,${mine(i)}`,
      `${quarter(i)},County,Female,${theirs(i)}`,
      `${quarter(i)},County,Male,${theirs(i)}`,
    ]);
    const folder = folderWith({ 'sexes.csv': ['Quarter,Area,Sex,Admissions', ...rows.flat()].join('\n') });
    folders.push(folder);
    const refused = await refusal(folder.path, 'sexes.csv', '--practice', 'mill', '--comparator', 'county', ...CHANGE);
    expect(refused).toEqual([3, expect.stringContaining('rows of everybody')]);
  });
});

describeR('a likelihood with two tops', () => {
  /** Of log(count / 5000), REML with first-order autocorrelation has tops at rho -0.13 and 0.66, of which the second is the higher. */
  const COUNTS = [45, 79, 61, 51, 48, 68, 45, 57, 69, 54, 66, 49];
  /** Both areas times a number: their ratio stays, and nothing else is constant. */
  const rows = COUNTS.map((count, at) => {
    const times = 10 + ((at * 5) % 7);
    return `${2013 + (at >> 2)}/${14 + (at >> 2)} Q${(at % 4) + 1},${count * times},${5000 * times}`;
  });

  it('is followed to the higher one by R too', async () => {
    const verdict = await inFolder(
      { 'admissions.csv': `quarter,Frome,Rest\n${rows.join('\n')}\n` },
      ...['admissions.csv', '--practice', 'Frome', '--comparator', 'Rest', '--intervention', '2014/15 Q3'],
    );
    const reml = verdict.document.result.controlled.alternatives.find(
      ({ model }: { model: string }) => model === 'difference-series-reml-ar1',
    );
    expect(reml.autocorrelation ?? reml.rho).toBeCloseTo(0.66, 1);
    expectAgreement(verdict);
  });
});
