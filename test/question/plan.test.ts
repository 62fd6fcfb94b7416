import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { ADMISSIONS, document, FROME, quarterline, ROOT } from '../e2e/support.ts';

interface Item {
  readonly item: string;
  readonly planned: string;
  readonly used: string | null;
  readonly departs: boolean;
  readonly cause: string | null;
}

interface Outcome {
  readonly items: readonly Item[];
  readonly departures: readonly string[];
  readonly said: string;
  readonly late: string | null;
  readonly open: readonly string[];
  // biome-ignore lint/suspicious/noExplicitAny: the JSON document, only ever compared
  readonly document: any;
}

/** Runs the Frome reconstruction (2013/14 Q1 to 2017/18 Q3) or other files by a plan. */
async function planned(plan: string, ...args: readonly string[]): Promise<Outcome> {
  const files = args.some((arg) => arg.endsWith('.csv')) ? [] : [FROME[0] ?? '', FROME[2] ?? ''];
  const made = await document(['evaluate', ...files, ...args, '--plan', 'plan.yaml'], { 'plan.yaml': plan });
  const texts = (id: string) =>
    made.findings.filter((one: { id: string }) => one.id === id).map(({ text }: { text: string }) => text);
  return {
    items: made.result.plan.items,
    departures: texts('evaluate.departure'),
    said: texts('evaluate.plan')[0],
    late: texts('evaluate.plan-late')[0] ?? null,
    open: made.result.plan.open,
    document: made,
  };
}

const departing = ({ items }: Outcome) =>
  items.filter(({ departs }) => departs).map(({ item, planned: was, used, cause }) => [item, was, used, cause]);

const BASE = 'date: 2013-12-02\npractice: frome\ncomparator: somerset\nintervention: 2014/15 Q1\n';

describe('a plan', () => {
  it('fixes what is not given, and says so with its date and hash, in text as in JSON', async () => {
    const path = `${ROOT}fixtures/frome-somerset/plan.yaml`;
    const sha256 = createHash('sha256').update(readFileSync(path)).digest('hex');
    const made = await document(['evaluate', ...FROME, '--plan', path]);
    expect(made.result.plan).toMatchObject({ path, sha256, date: '2013-12-02' });
    expect(made.result.plan.items.map(({ item }: Item) => item)).toEqual([
      ...['practice', 'comparator', 'outcome', 'intervention', 'baseline', 'follow-up', 'seasons', 'model'],
    ]);
    expect(made.result.plan.items.every(({ departs }: Item) => !departs)).toBe(true);
    expect(made.settings).toMatchObject({
      comparator: ['Rest of Somerset'],
      intervention: '2014/15 Q1',
      seasons: 'none',
    });
    const { out } = await quarterline(['evaluate', ...FROME, '--plan', path]);
    const flat = out.replaceAll(/\s+/g, ' ');
    expect(flat).toContain(sha256);
    expect(flat).toContain('of 2013-12-02');
    expect(flat).toContain('fixes 8 choices; none was departed from.');
  });

  it('is not departed from by another spelling', async () => {
    const plan = `${BASE}quarters: calendar\nfrom: 2013Q2\nto: 2017-12\nwashout: 2014Q3..2014Q3\nmodel: Conditional quasi-binomial\n`;
    const made = await planned(
      plan,
      ...['--practice', 'FROME MEDICAL PRACTICE', '--comparator', 'Rest of Somerset', '--intervention', 'Apr 2014'],
      ...['--from', '2013/14', '--to', 'Q3 2017/18', '--washout', '2014/15 Q2'],
    );
    expect(departing(made)).toEqual([]);
    expect(made.said).toContain('none was departed from');
  });

  it('takes rest for what it holds', async () => {
    const made = await planned(BASE.replace('somerset', 'rest'), '--comparator', 'somerset');
    expect(departing(made)).toEqual([]);
  });

  it('is departed from by options, each named', async () => {
    const plan = `${BASE}from: 2013/14 Q1\nseasons: none\nlag: 2\noutcome: admissions\npeer-groups: {Near: somerset}\n`;
    const made = await planned(
      plan,
      ...['--intervention', '2014/15 Q3', '--from', '2013/14 Q2', '--seasons', 'quarters', '--lag', '3'],
      ...['--peer-group', 'Far=somerset'],
    );
    expect(departing(made)).toEqual([
      ['peer-groups', 'Near: Rest of Somerset', 'Far: Rest of Somerset', 'option'],
      ['intervention', '2014/15 Q1', '2014/15 Q3', 'option'],
      ['from', '2013/14 Q1', '2013/14 Q2', 'option'],
      ['seasons', 'none', 'quarters', 'option'],
      ['lag', '2', '3', 'option'],
    ]);
    expect(made.said).toContain('5 departed from');
    expect(made.departures[1]).toBe(
      'Departure from the plan: the first quarter after the change was to be 2014/15 Q1 and is 2014/15 Q3 by an option. Say why.',
    );
  });

  it('is departed from by data that do not hold what was planned', async () => {
    const made = await planned(`${BASE}to: 2018/19 Q4\nbaseline: 8\nfollow-up: 2014/15..2018/19\n`);
    expect(departing(made)).toEqual([
      ['to', '2018/19 Q4', '2017/18 Q3', 'data'],
      ['baseline', '8', '4', 'data'],
      ['follow-up', '2014/15 Q1..2018/19 Q4 (20)', '2014/15 Q1..2017/18 Q3 (15)', 'data'],
    ]);
    expect(made.departures[1]).toContain(
      'the baseline was to be 8 quarters and is 4 quarters, because the data do not',
    );
  });

  it('is departed from by quarters that are missing within the window', async () => {
    const lines = readFileSync(ADMISSIONS, 'utf8').split('\n');
    const files = {
      'gap.csv': lines.filter((line) => !line.startsWith('2015/16 Q2')).join('\n'),
      'plan.yaml': `${BASE}window: 2013/14 Q1..2017/18 Q3\n`,
    };
    const made = await document(['evaluate', 'gap.csv', '--plan', 'plan.yaml'], files);
    expect(made.result.plan.items.find(({ item }: Item) => item === 'window')).toEqual({
      item: 'window',
      planned: '19',
      used: '18',
      departs: true,
      cause: 'data',
    });
  });

  it('counts a baseline and a follow-up without the washout between them', async () => {
    const made = await planned(`${BASE}washout: 2014/15 Q1..2014/15 Q2\nbaseline: 4\nfollow-up: 8\n`);
    expect(made.document.result.design).toMatchObject({ from: '2013/14 Q1', to: '2016/17 Q2', before: 4, after: 8 });
    const stretch = await planned(`${BASE}washout: 2014/15 Q1..2014/15 Q2\nfollow-up: 2014/15 Q3..2016/17 Q2\n`);
    expect(stretch.document.result.design).toMatchObject({ to: '2016/17 Q2', after: 8 });
    expect(departing(stretch)).toEqual([]);
  });

  it('is departed from by another model, and by a primary that could not be fitted', async () => {
    const other = await planned(`${BASE}model: difference-series-reml-ar1\n`);
    expect(departing(other)).toEqual([['model', 'difference-series-reml-ar1', 'conditional-quasi-binomial', 'model']]);
    expect(other.departures[0]).toContain('the primary model is always conditional quasi-binomial');
    const alone = await planned('intervention: 2014/15 Q1\nmodel: conditional-quasi-binomial\n', '--practice', 'frome');
    expect(departing(alone)).toEqual([['model', 'conditional-quasi-binomial', null, 'model']]);
    expect(alone.departures[0]).toContain('could not be fitted');
  });

  it('names what it leaves open, of what every evaluation chooses and of what the options chose', async () => {
    const { open, said } = await planned(BASE, '--washout', '2014/15 Q2');
    expect(open).toEqual(['outcome', 'washout', 'from', 'to', 'seasons', 'model']);
    expect(said).toContain('It leaves open: the outcome, the washout,');
    expect((await planned(`${BASE}baseline: 4\nfollow-up: 15\n`)).open).toEqual(['outcome', 'seasons', 'model']);
  });

  it('written after the data is said to be', async () => {
    expect((await planned(BASE)).late).toBeNull();
    expect((await planned(BASE.replace('2013-12-02', '2014-03-31'))).late).toBeNull();
    expect((await planned(BASE.replace('2013-12-02', '2015-01-10'))).late).toBe(
      'The plan is dated 2015-01-10, when 3 of the 15 quarters after the change were over. Say who had seen them.',
    );
    expect((await planned(BASE.replace('2013-12-02', '2018-01-01'))).late).toContain(
      'after the last quarter of the data (2017/18 Q3)',
    );
    expect((await planned(BASE.replace(/^date.*\n/, ''))).said).toContain('Without a date nothing says');
  });
});

describe('a plan that cannot be read', () => {
  it.each([
    ['a: [1', 1, 'not YAML'],
    ['date: 2014-01-01\nestimator: best', 2, 'a plan has no estimator'],
    ['date: 1 May 2014', 1, 'year, month and day'],
    ['practice: frome\nintervention: soon', 2, '“soon”'],
    ['intervention: 2014Q2', 1, 'financial or calendar'],
    ['model: best', 1, 'difference-series-reml-ar1'],
    ['seasons: yes', 1, 'auto, none or quarters'],
    ['baseline: 0', 1, 'a number of quarters'],
    ['window: 2013/14\nto: 2014/15 Q1', 2, 'one of them'],
    ['peer-groups: [a]', 1, 'Market towns'],
    ['lag: -1', 1, 'a whole number'],
  ])('%j: line %d', async (plan, line, words) => {
    const { code, err } = await quarterline(['evaluate', ADMISSIONS, '--plan', 'plan.yaml'], { 'plan.yaml': plan });
    expect(code).toBe(3);
    expect(err).toContain(`plan.yaml, line ${line}:`);
    expect(err).toContain(words);
  });

  it.each(['', '- a', 'words'])('%j', async (plan) => {
    const { code, err } = await quarterline(['evaluate', ADMISSIONS, '--plan', 'plan.yaml'], { 'plan.yaml': plan });
    expect([code, err]).toEqual([3, expect.stringContaining('holds no plan')]);
  });
});
