import { describe, expect, it } from 'vitest';
import { AREAS, document, FROME, quarterline, spawned, temporaryFolder } from '../e2e/support.ts';

const TWO = [...FROME, ...AREAS] as const;
const CHANGE = ['--intervention', '2014/15 Q1'] as const;

async function texts(id: string, ...args: readonly string[]): Promise<readonly string[]> {
  const { findings } = await document(['evaluate', ...TWO, ...args]);
  return findings.filter((one: { id: string }) => one.id === id).map(({ text }: { text: string }) => text);
}

describe('an option without its value', () => {
  it.each([
    [
      ['evaluate', ...FROME, '--practice', 'frome', '--comparator', ...CHANGE],
      '--comparator has no value: --intervention',
    ],
    [['evaluate', ...FROME, '--measure', '--json'], '--measure has no value: --json'],
    [['runchart', ...FROME, '--practice', '--from=2014/15'], '--practice has no value: --from=2014/15'],
    [['compare', ...FROME, '--columns', '--quiet'], '--columns has no value: --quiet'],
  ])('is named: %j', async (args, words) => {
    const { code, err } = await quarterline(args);
    expect([code, err]).toEqual([2, expect.stringContaining(words)]);
  });
});

describe('standard input', () => {
  it.each([
    [['evaluate', '-', '-']],
    [['evaluate', '-', '--published', '-']],
    [['evaluate', ...FROME, '--plan', '-', '--checklist', '-']],
    [['runchart', '-', '--annotate', '-']],
    [['compare', '-', '--deflator', '-']],
  ])('stands for one file only: %j', async (args) => {
    const { code, err } = await quarterline(args);
    expect([code, err]).toEqual([2, expect.stringContaining('it can be read only once')]);
  });

  it('may hold a plan, also where an R script is written', () => {
    const script = `${temporaryFolder()}/check.R`;
    const { code, err } = spawned(['evaluate', ...FROME, '--plan', '-', '--r-script', script], {
      input: 'practice: frome\ncomparator: somerset\nintervention: 2014/15 Q1\n',
    });
    expect([code, err]).toEqual([0, expect.stringContaining('check.R')]);
  });
});

describe('options that nothing uses', () => {
  it('are named by evaluate', async () => {
    expect(await texts('evaluate.unused', '--washout', '2014/15 Q2', '--seasons', 'quarters')).toEqual([
      'Without --intervention --washout and --seasons go unused.',
    ]);
    expect(await texts('evaluate.unused', ...CHANGE, '--deflator', 'nowhere.csv')).toEqual([
      'Without a published percentage --deflator goes unused.',
    ]);
    expect(await texts('evaluate.unused', ...CHANGE, '--washout', '2014/15 Q2')).toEqual([]);
  });

  it('are named by report', async () => {
    const { findings } = await document([
      'report',
      ...TWO,
      '--published',
      'no.yaml',
      '--lag',
      '2',
      '--checklist',
      'no.yaml',
    ]);
    expect(findings.find(({ id }: { id: string }) => id === 'report.no-intervention').slots.options).toEqual([
      '--lag',
      '--published',
      '--checklist',
    ]);
  });
});

describe('--lag', () => {
  it.each(['1e20', '401', '-1', '1.5'])('%s is refused', async (lag) => {
    const { code, err } = await quarterline(['evaluate', ...TWO, ...CHANGE, '--lag', lag]);
    expect([code, err]).toEqual([2, expect.stringContaining('a whole number from 0 to 400')]);
  });

  it('says where it is cut', async () => {
    expect(await texts('evaluate.lag-cut', ...CHANGE, '--lag', '19')).toEqual([
      'A lag of 19 is longer than the data: models of 19 quarters use 18, and the rule of thumb far fewer.',
    ]);
    expect(await texts('evaluate.lag-cut', ...CHANGE, '--lag', '18')).toEqual([]);
  });
});

describe('--intervention', () => {
  it.each([
    ['2014-05', 'lies within 2014/15 Q1'],
    ['15/04/2014', 'lies within 2014/15 Q1'],
    ['2014/15', 'is longer than a quarter: 2014/15 Q1 is taken'],
  ])('%s: %s', async (date, words) => {
    const said = [
      ...(await texts('evaluate.within-quarter', '--intervention', date)),
      ...(await texts('evaluate.longer-than-quarter', '--intervention', date)),
    ];
    expect(said).toEqual([expect.stringContaining(words)]);
    expect(said[0]).toContain(`--intervention ${date}`);
  });

  it.each(['2014/15 Q1', '2014-04', 'Apr 2014', '2014-04-01'])('%s needs no word', async (date) => {
    expect(await texts('evaluate.within-quarter', '--intervention', date)).toEqual([]);
    expect(await texts('evaluate.longer-than-quarter', '--intervention', date)).toEqual([]);
  });
});

describe('--list-size', () => {
  it('refuses a number with a thousands comma, which may be two, and takes several', async () => {
    const { code, err } = await quarterline(['power', '--list-size', '13,851']);
    expect([code, err]).toEqual([2, expect.stringContaining('Write 13851')]);
    const { result } = await document(['power', '--list-size', '5000,10000', '--runs', '0']);
    const sizes = result.detectable.map(({ listSize }: { listSize: number }) => listSize);
    expect(sizes).toEqual(expect.arrayContaining([5000, 10000]));
    expect(sizes).not.toContain(5);
  });
});
