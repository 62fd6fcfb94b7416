import { describe, expect, it } from 'vitest';
import { REPORTING_TITLES } from '../../../src/messages/evaluate/reporting.ts';
import { REPORTING_ITEMS, STANDARDS } from '../../../src/reference/reporting-standards.ts';
import { ADMISSIONS, AREAS, document, type Files, FROME, quarterly } from '../../e2e/support.ts';

const INTERVENTION = ['--intervention', '2014/15 Q1'] as const;

// biome-ignore lint/suspicious/noExplicitAny: the JSON document, only ever compared
type Json = any;

const itemOf = ({ result }: Json, id: string) => result.reporting.find(({ item }: { item: string }) => item === id);
const countedIn = ({ findings }: Json): string =>
  findings.find(({ id }: { id: string }) => id === 'evaluate.reporting').text;

describe('the items of the reporting standards', () => {
  it('are EPOC 2 + 7, RECORD 13, SQUIRE 13 and TIDieR 12, each with its wording', () => {
    const counts = STANDARDS.map((name) => REPORTING_ITEMS.filter(({ standard }) => standard === name).length);
    expect(counts).toEqual([9, 13, 13, 12]);
    expect(new Set(REPORTING_ITEMS.map(({ id }) => id)).size).toBe(47);
    expect(Object.keys(REPORTING_TITLES)).toEqual(REPORTING_ITEMS.map(({ id }) => id));
  });

  it('are computed where the tool knows, and say what it knows (Frome: 4 + 15 quarters)', async () => {
    const made = await document(['evaluate', ...FROME, ...AREAS, ...INTERVENTION]);
    expect(itemOf(made, 'epoc-three-points')).toMatchObject({
      status: 'computed',
      slots: { before: 4, after: 15, met: true },
      text: '4 quarters before and 15 after: the criterion is met.',
    });
    expect(itemOf(made, 'epoc-point-in-time').text).toContain('2014/15 Q1');
    expect(itemOf(made, 'epoc-2')).toMatchObject({ status: 'not-reported', text: null });
    expect(itemOf(made, 'epoc-6').text).toContain(`${made.result.sensitivity.total} specifications`);
    expect(itemOf(made, 'epoc-7').text).toContain('drop out of the primary model');
    expect(itemOf(made, 'record-13.1').text).toMatch(/^57 rows read from 3 files; 19 quarters analysed/);
    expect(itemOf(made, 'record-12.3').text).toContain('3 files');
    expect(itemOf(made, 'record-22.1').text).toContain('quarterline evaluate ');
    expect(countedIn(made)).toMatch(
      /^Of 47 items .* 15 are reported \(EPOC 6 of 9, RECORD 6 of 13, SQUIRE 2\.0 3 of 13 and TIDieR 0 of 12\): 15 by the tool, 0 by the authors\. 32 are not reported.*--checklist FILE/,
    );
  });

  it('have run charts in a report, and where they are made without one', async () => {
    const charted = await document(['report', ...FROME, ...AREAS, ...INTERVENTION]);
    expect(itemOf({ result: charted.result.evaluate }, 'squire-11b').text).toMatch(
      /^Run charts: Frome Medical Practice \(/,
    );
    const alone = await document(['evaluate', ...FROME, ...AREAS, ...INTERVENTION]);
    expect(itemOf(alone, 'squire-11b').text).toContain('made by runchart and report');
  });

  it('say that a plan’s date is no proof, and how many choices were departed from', async () => {
    const files: Files = { 'plan.yaml': 'date: 2013-12-02\nintervention: 2014/15 Q1\nseasons: quarters\n' };
    const args = ['evaluate', ...FROME, ...AREAS, '--seasons', 'none', '--plan', 'plan.yaml'];
    const item = itemOf(await document(args, files), 'epoc-2');
    expect(item.status).toBe('computed');
    expect(item.slots).toMatchObject({ date: '2013-12-02', items: 2, departures: 1 });
    expect(item.text).toMatch(/1 departed from.*2013-12-02.*no proof/);
    expect(item.text).toContain(item.slots.sha256);
  });

  it('are reported, and not met, where a side has two quarters', async () => {
    const made = await document(['evaluate', ...FROME, ...AREAS, '--intervention', '2013/14 Q3']);
    expect(itemOf(made, 'epoc-three-points').text).toBe('2 quarters before and 17 after: the criterion is not met.');
    expect(itemOf(made, 'epoc-7').status).toBe('not-reported');
    expect(itemOf(made, 'squire-11a').text).toMatch(/^Straight-line trends/);
  });

  it('know nothing of a date that was not given', async () => {
    const made = await document(['evaluate', ADMISSIONS, ...AREAS]);
    for (const id of ['epoc-point-in-time', 'epoc-three-points', 'epoc-7'])
      expect(itemOf(made, id).status).toBe('not-reported');
  });

  it('name missing quarters, zeros, and other counts that were not evaluated', async () => {
    const rows = (at: number) => ['A', at === 5 ? '' : at === 6 ? 0 : 90 + at, 500 + at, 9000];
    const others = (at: number) => ['B', 900 + (at % 5), 4000, 90000];
    const lines = [rows, others].flatMap((make) => quarterly(2012, 16, make, '').trim().split('\n'));
    const files: Files = { 'long.csv': `quarter,area,admissions,bed_days,list_size\n${lines.join('\n')}\n` };
    const args = ['evaluate', 'long.csv', '--practice', 'A', '--comparator', 'B', ...INTERVENTION];
    const made = await document(args, files);
    expect(itemOf(made, 'epoc-5').text).toContain('missing: 2013/14 Q2');
    expect(itemOf(made, 'epoc-5').text).toContain('1 quarter without any event');
    expect(itemOf(made, 'epoc-6').text).toContain('not evaluated here: emergency bed days');
    expect(itemOf(made, 'record-1.1').status).toBe('not-reported');
    expect(itemOf(made, 'record-12.3').text).toContain('One file');
  });
});
