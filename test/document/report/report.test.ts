import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { ADMISSIONS, AREAS, document, FROME, monthly, OFFICIAL, quarterline, quarterly } from '../../e2e/support.ts';
import { ROOT } from '../../house/sources.ts';
import { golden } from '../../support/golden.ts';
import { markdown, section } from './support.ts';

// biome-ignore lint/suspicious/noExplicitAny: the JSON document, only ever compared
type Json = any;

const INTERVENTION = ['--intervention', '2014/15 Q1'] as const;
const REPORT = ['report', ...FROME, ...AREAS] as const;
const ids = ({ findings }: Json): readonly string[] => findings.map(({ id }: { id: string }) => id);

const headings = (page: string): readonly string[] => page.match(/^#+ .*$/gm) ?? [];

describe('report with an intervention', () => {
  it('says that two answers differ, and why, where the comparison is beyond chance and the change of course is not', async () => {
    const made = await document([...REPORT, ...INTERVENTION]);
    const said = made.findings.find(({ id }: Json) => id === 'report.two-answers');
    expect(said.slots).toMatchObject({ beyondChance: 'comparison', before: 4, intervention: '2014/15 Q1' });
    const page = await markdown([...REPORT, ...INTERVENTION]);
    expect(section(page, 'Summary')).toContain(said.text);
    expect(section(page, 'Did it really change, compared with there?')).toContain(said.text);
  });

  it('says nothing of two answers where both are beyond chance: the effect that was put into simulated areas', async () => {
    const simulated = ['fixtures/simulated/two-areas.csv', '--practice', 'sim practice', '--comparator', 'simshire'];
    const made = await document(['report', ...simulated, ...INTERVENTION]);
    expect(ids(made)).toContain('evaluate.effect');
    expect(ids(made)).not.toContain('report.two-answers');
  });

  it('holds the evaluation: in the result, in the summary, and in a section after the comparison', async () => {
    const made = await document([...REPORT, ...INTERVENTION]);
    const alone = await document(['evaluate', ...FROME, ...AREAS, ...INTERVENTION]);
    const { reporting, ...evaluated } = made.result.evaluate;
    const { reporting: _, ...own } = alone.result;
    expect(evaluated).toEqual(own);
    expect(reporting).toHaveLength(47);
    const page = await markdown([...REPORT, ...INTERVENTION]);
    const effect = made.findings.find(({ id }: Json) => id === 'evaluate.effect').text;
    expect(section(page, 'Summary')).toContain(effect);
    expect(section(page, 'Did it really change, compared with there?')).toContain(effect);
    const order = [
      'Summary',
      'Trend, quarter by quarter',
      'Did it really change, compared with there?',
      'What this does not show',
      'Reporting checklist',
      'Methods and sources',
      'Methods of the evaluation',
    ];
    expect(headings(page).filter((line) => order.includes(line.replace(/^#+ /, '')))).toEqual(
      order.map((text) => `## ${text}`),
    );
    expect(headings(page)).toContain('### Method statement');
  });

  it('has no heading twice in one place, and no heading below one that is not there', async () => {
    const options = ['--spc', 'ihi-control', '--checklist', `${ROOT}fixtures/frome-somerset/checklist.yaml`];
    const all = headings(await markdown([...REPORT, ...INTERVENTION, ...options]));
    const placed = all.map((line, i) => {
      const parent = all.slice(0, i).findLast((one) => one.indexOf(' ') < line.indexOf(' '));
      return `${parent} > ${line}`;
    });
    expect(placed.filter((place, i) => placed.indexOf(place) < i)).toEqual([]);
    const levels = all.map((line) => line.indexOf(' '));
    expect(levels.filter((level, i) => level - (levels[i - 1] ?? 0) > 1)).toEqual([]);
  });

  it('names sections, tables and figures once each', async () => {
    const { out } = await quarterline([...REPORT, ...INTERVENTION, '--format', 'markdown']);
    const { run } = await import('../../../src/application/run.ts');
    const { settingsFrom } = await import('../../../src/question/given.ts');
    const { nodeEffects } = await import('../../../src/commands/node-effects.ts');
    const { figuresOf, sectionsOf, tablesOf } = await import('../../../src/document/walk.ts');
    const settings = settingsFrom('report', FROME, {
      practice: ['frome'],
      comparator: ['somerset'],
      intervention: '2014/15 Q1',
      spc: 'ihi-control',
    });
    const output = await run('report', settings, nodeEffects({ quiet: true, colour: false }));
    const doc = await output.document({ figures: true });
    const inner = sectionsOf(doc).flatMap(({ id, blocks }) => [
      id,
      ...blocks.flatMap((block) => (block.type === 'section' ? [block.id] : [])),
    ]);
    for (const names of [inner, tablesOf(doc).map(({ id }) => id), figuresOf(doc).map(({ id }) => id)]) {
      expect(names.length).toBeGreaterThan(0);
      expect(names.filter((name, i) => names.indexOf(name) < i)).toEqual([]);
    }
    expect(figuresOf(doc).map(({ id }) => id)).toEqual(
      expect.arrayContaining(['course', 'difference', 'specifications']),
    );
    expect(out).toContain('Method statement');
  });

  it('says each caution once', async () => {
    for (const args of [
      [...REPORT, ...INTERVENTION],
      ['report', ADMISSIONS, '--practice', 'frome', ...INTERVENTION],
    ]) {
      const { findings } = await document(args);
      const texts: readonly string[] = findings
        .filter(({ kind }: Json) => kind !== 'finding')
        .map(({ text }: Json) => text);
      expect(texts.filter((text, i) => texts.indexOf(text) < i)).toEqual([]);
    }
    const both = ids(await document([...REPORT, ...INTERVENTION]));
    for (const id of ['compare.regression-to-mean', 'compare.not-cashable'])
      expect(both.filter((one) => one === id)).toHaveLength(1);
    const alone = ids(await document(['report', ADMISSIONS, '--practice', 'frome', ...INTERVENTION]));
    expect(alone).toContain('compare.no-comparator');
    expect(alone).not.toContain('evaluate.no-comparator');
  });

  it('takes every quarter, whatever --from and --to say of the trends', async () => {
    const { result } = await document([...REPORT, ...INTERVENTION, '--from', '2014/15 Q1']);
    expect(result.evaluate.design).toMatchObject({ from: '2013/14 Q1', before: 4, after: 15 });
    const [trend] = result.evaluate.trends;
    const { n, slope } = result.compare.measures[0].practice.trend;
    expect([trend.n, trend.slope.estimate]).toEqual([n, slope.estimate]);
    expect(n).toBe(15);
  });

  it('is evaluated as the plan says, which fixes practice, comparator and date for the whole report', async () => {
    const files = { 'plan.yaml': 'practice: frome\ncomparator: somerset\nintervention: 2014/15 Q1\n' };
    const { result } = await document(['report', ...FROME, '--plan', 'plan.yaml'], files);
    expect(result.compare.comparator).toBe('Rest of Somerset');
    expect(result.evaluate.plan.items.map(({ departs }: Json) => departs)).toEqual([false, false, false]);
    expect(result.evaluate.design.intervention).toBe('2014/15 Q1');
  });

  it('does without a comparator, and says what was not done', async () => {
    const args = ['report', ADMISSIONS, '--practice', 'frome', ...INTERVENTION];
    const { result } = await document(args);
    expect(result.evaluate.controlled).toBeNull();
    const page = await markdown(args);
    expect(section(page, 'Did it really change?')).toContain('No comparator: nothing tells');
    expect(page).not.toContain('**Ratio of ratios:**');
    expect(page).not.toContain('**Primary model:**');
    expect(page).toContain('**Models of one area:**');
  });

  it('does with too few quarters, and says so in the summary', async () => {
    const args = [...REPORT, '--intervention', '2013/14 Q3'];
    const page = await markdown(args);
    expect(section(page, 'Summary')).toContain('too few for an interrupted series');
    expect(section(page, 'Did it really change, compared with there?')).toContain('EPOC asks for at least three');
    expect((await document(args)).result.evaluate.segmented).toEqual([]);
  });

  it('leaves the evaluation out where there is no count, and says so', async () => {
    const costs = FROME.filter((path) => path.includes('costs'));
    const made = await document(['report', ...costs, ...AREAS, ...INTERVENTION]);
    expect(made.result.evaluate).toBeNull();
    expect(ids(made)).toContain('report.not-evaluated');
  });

  it('reads standard input once', async () => {
    let reads = 0;
    const text = readFileSync(`${ROOT}test/golden/_sim/two_area.csv`);
    const { nodeEffects } = await import('../../../src/commands/node-effects.ts');
    const { runProgram } = await import('../../../src/commands/program.ts');
    let out = '';
    const effects = {
      ...nodeEffects({ quiet: true, colour: false }),
      out: (piece: string) => {
        out += piece;
      },
      read: async () => {
        reads += 1;
        return text;
      },
    };
    const options = [
      '--practice',
      'practice',
      '--comparator',
      'county',
      '--quarters',
      'calendar',
      '--intervention',
      '2014Q2',
    ];
    expect(await runProgram(['report', '-', ...options, '--json'], effects)).toBe(0);
    expect(reads).toBe(1);
    const { slope } = JSON.parse(out).result.evaluate.controlled.primary.terms;
    expect(slope.estimate).toBeCloseTo(golden('15-controlled-its').D_conditional_binomial.coef_quasi.tpost.estimate, 9);
  });

  it('compares official commissioners, and months by quarter', async () => {
    const others = ['Kernow', 'Wiltshire', 'Bath'].flatMap((name) => ['--comparator', name]);
    const official = await document(['report', OFFICIAL, '--practice', 'NHS Somerset CCG', ...others, ...INTERVENTION]);
    expect(official.result.evaluate.design).toMatchObject({ before: 8, after: 23, basis: 'counts' });
    const files = { 'months.csv': monthly(2013, 60, (at) => [240 + (at % 7), 4000 + at * 9], 'month,Frome,Rest') };
    const args = ['report', 'months.csv', '--practice', 'Frome', '--comparator', 'Rest', '--measure', 'admissions'];
    const months = await document([...args, '--intervention', '2015-07'], files);
    expect(months.result.evaluate.design.intervention).toBe('2015/16 Q2');
  });

  it('gives every number in the columns of the comparison', async () => {
    const { out } = await quarterline([...REPORT, ...INTERVENTION, '--format', 'csv']);
    const lines = out
      .trim()
      .split('\n')
      .filter((line) => !line.startsWith('#'));
    const columns = lines[0]?.split(',').length;
    expect(lines.filter((line) => line.includes('conditional-quasi-binomial')).length).toBeGreaterThan(5);
    expect(lines).toContainEqual(
      expect.stringMatching(/^admissions,quarters,Frome Medical Practice,,,observed 2013\/14 Q1,766,/),
    );
    expect(new Set(lines.map((line) => line.replaceAll(/"[^"]*"/g, '').split(',').length))).toEqual(new Set([columns]));
  });
});

describe('report without an intervention', () => {
  it('has no evaluation, and shows the methods that it used', async () => {
    const made = await document([...REPORT]);
    expect(made.result.evaluate).toBeNull();
    const page = await markdown([...REPORT]);
    expect(page).not.toContain('Did it really change');
    expect(page).toContain('**Ratio of ratios:**');
    const alone = await markdown(['report', ADMISSIONS, '--practice', 'frome']);
    for (const term of ['Ratio of ratios', 'Admissions avoided', 'Real terms', 'Interval of a cost ratio'])
      expect(alone).not.toContain(`**${term}:**`);
    expect(alone).toContain('**Trend:**');
  });

  it('names options that go unused', async () => {
    const made = await document([...REPORT, '--washout', '2014/15 Q1..2014/15 Q2', '--lag', '2']);
    const { text } = made.findings.find(({ id }: Json) => id === 'report.no-intervention');
    expect(text).toContain('--washout and --lag go unused');
  });
});

describe('a report on few quarters', () => {
  it('takes an intervention in the last of them', async () => {
    const files = { 'small.csv': quarterly(2013, 8, (at) => [30 + at, 300 + at], 'quarter,Frome,Rest') };
    const args = ['report', 'small.csv', '--measure', 'admissions', '--practice', 'Frome', '--comparator', 'Rest'];
    const { result } = await document([...args, '--intervention', '2014/15 Q4'], files);
    expect(result.evaluate.design).toMatchObject({ before: 7, after: 1 });
  });
});
