import { describe, expect, it } from 'vitest';
import { AREAS, document, type Files, FROME, type Outcome, quarterline, temporaryFolder } from '../e2e/support.ts';

const EVALUATE = ['evaluate', ...FROME, ...AREAS, '--intervention', '2014/15 Q1'] as const;
const OPTIONS = ['--published', '--plan', '--checklist'] as const;

const given = (option: string, content: string | Uint8Array): Promise<Outcome> =>
  quarterline([...EVALUATE, option, 'a.yaml', '--json'], { 'a.yaml': content });

async function refusal(option: string, content: string | Uint8Array): Promise<string> {
  const { code, out, err } = await given(option, content);
  expect([code, out]).toEqual([3, '']);
  return err.replaceAll('\n', ' ');
}

describe.each(OPTIONS)('%s', (option) => {
  it.each([
    ['a second document', 'a: 1\n---\nb: 2\n', 'a.yaml, line 3: a second document begins here'],
    ['broken YAML', 'a: 1\nb: "c\n', 'a.yaml, line 2: this is not YAML'],
    ['a key that is no text', 'a: 1\n? {a: 1}\n: b\n', 'a.yaml, line 2: a name before a colon is no text'],
    ['an empty key', '~: b\n', 'a.yaml, line 1: a name before a colon is no text'],
    ['a binary file', Uint8Array.from([0, 1, 2, 3, 4, 5]), 'not a text file; expected a YAML file'],
    ['a workbook', Uint8Array.from([0x50, 0x4b, 3, 4, 20, 0]), 'not a text file; expected a YAML file'],
    ['a date by itself', '2014-01-01\n', 'a.yaml, line 1:'],
    ['a long file', `a: ${'x'.repeat(1_000_001)}`, 'more than 1,000,000 characters'],
  ])('refuses %s in words', async (_, content, words) => {
    const said = await refusal(option, content);
    expect(said).toContain(words);
    expect(said).not.toMatch(/CSV|headings|inside quarterline|\[object/);
  });

  it('refuses a folder in words', async () => {
    const { code, err } = await quarterline([...EVALUATE, option, temporaryFolder()]);
    expect([code, err]).toEqual([3, expect.stringContaining('this is a folder; expected a YAML file')]);
  });

  it('names the first 20 of many wrong keys, and counts the others', async () => {
    const start = option === '--published' ? 'area: frome\npercent: -14\n' : '';
    const lines = Array.from({ length: 40_000 }, (_, i) => `k${i}: 1`).join('\n');
    const said = await refusal(option, `${start}${lines}\n`);
    expect(said.match(/a\.yaml, line /g)).toHaveLength(20);
    expect(said).toContain('and 39980 more problems');
  });
});

describe('a checklist', () => {
  const text = 'epoc-1: .inf\nepoc-2: .nan\nepoc-3: 1e300\nepoc-4: 007\ntidier-1: 2014-02-30\ntidier-2: yes\n';

  it('keeps answers as they are written', async () => {
    const { result } = JSON.parse((await given('--checklist', text)).out);
    const answers = result.reporting.flatMap((one: { item: string; given: string | null }) =>
      one.given === null ? [] : [one.given],
    );
    expect(answers.sort()).toEqual(['.inf', '.nan', '007', '1e300', '2014-02-30', 'yes']);
  });

  it.each(['', ' \n\n', '# nothing yet\n', 'epoc-1:\n'])('that answers nothing is said to: %j', async (content) => {
    const { findings } = JSON.parse((await given('--checklist', content)).out);
    const ids = findings.map(({ id }: { id: string }) => id);
    expect(ids).toContain('reporting.no-answers');
  });

  it('is decoded as a CSV file is', async () => {
    const latin = Uint8Array.from([...'epoc-1: caf'].map((one) => one.charCodeAt(0)).concat(0xe9, 0x0a));
    const { result, findings } = JSON.parse((await given('--checklist', latin)).out);
    expect(result.reporting.find(({ item }: { item: string }) => item === 'epoc-1').given).toBe('café');
    expect(findings.map(({ id }: { id: string }) => id)).toContain('input.windows-1252');
  });
});

describe('a plan', () => {
  const plan = (lines: string) => document(['evaluate', ...FROME, '--plan', 'a.yaml'], { 'a.yaml': lines } as Files);

  it.each([
    ['date: 2014-02-30', 'date cannot be read from “2014-02-30”; expected a day of the calendar'],
    ['date: 9999-01-01', 'date cannot be read from “9999-01-01”'],
    ['peer-groups: {"": [Rest of Somerset]}', 'peer-groups cannot be read from “{…}”'],
    ['lag: .inf', 'lag cannot be read from “.inf”; expected a whole number from 0 to 400'],
    ['lag: 1e23', 'lag cannot be read from “1e23”'],
    ['lag: 100000000', 'lag cannot be read from “100000000”'],
    ['baseline: 401', 'baseline cannot be read from “401”'],
    ['intervention:', 'intervention is empty'],
    ['comparator-includes-practice: constructor', 'expected true or false'],
    ['practice: {a: b}', 'practice cannot be read from “{…}”'],
    ['toString: 1', 'a plan has no toString'],
  ])('refuses %s', async (line, words) => {
    const said = await refusal('--plan', `model: conditional-quasi-binomial\n${line}\n`);
    expect(said).toContain('a.yaml, line 2: ');
    expect(said).toContain(words);
  });

  it('names everything that is wrong with it at once', async () => {
    const said = await refusal(
      '--plan',
      'estimator: best\ndate: soon\nlag: -1\nwindow: 2013/14..2016/17\nto: 2017/18\n',
    );
    expect([...said.matchAll(/a\.yaml, line (\d)/g)].map(([, line]) => line)).toEqual(['1', '2', '3', '5']);
  });

  it('keeps the noughts of a code, takes yes or no in quotation marks, and UTF-16', async () => {
    const text =
      'practice: frome\ncomparator: somerset\nintervention: 2014/15 Q1\ncomparator-includes-practice: "false"\n';
    const { result } = JSON.parse((await given('--plan', Buffer.from(`\uFEFF${text}`, 'utf16le'))).out);
    expect(result.plan.items.find(({ item }: { item: string }) => item.startsWith('comparator-')).used).toBe('false');
    const { code, err } = await quarterline(['evaluate', ...FROME, '--plan', 'a.yaml'], {
      'a.yaml': 'practice: 007\nintervention: 2014/15 Q1\n',
    });
    expect([code, err]).toEqual([3, expect.stringContaining('007')]);
  });

  it('with a date within a quarter is said to be read as the quarter', async () => {
    const { findings } = await plan('practice: frome\ncomparator: somerset\nintervention: 2014-05\n');
    expect(findings.map(({ id }: { id: string }) => id)).toContain('evaluate.within-quarter');
  });
});

describe('what was published', () => {
  const TREND = 'area: frome, slope: -7.9, lower: -13.1, upper: -2.8, p: 0.006';

  it.each([
    [`percent: "-14.${'0'.repeat(400)}"`, 'percent'],
    [`percent: ${'9'.repeat(400)}`, 'percent'],
    ['percent: .inf', 'percent'],
    ['percent: 1e300', 'percent'],
    ['percent: 1000001', 'percent'],
    ['percent: -14, relative: constructor', 'relative'],
    ['percent: -14, measure: [a]', 'measure'],
    ['percent:', 'percent'],
  ])('refuses {area: frome, %.30s}', async (parts, key) => {
    expect(await refusal('--published', `# x\n- {area: frome, ${parts}}\n`)).toContain(
      `a.yaml, line 2: entry 1 has no usable ${key}`,
    );
  });

  it.each([
    ['quarters: .inf', 'quarters'],
    ['quarters: .nan', 'quarters'],
    ['quarters: 0', 'quarters'],
    ['quarters: -3', 'quarters'],
    ['quarters: 12.5', 'quarters'],
    ['quarters: twelve', 'quarters'],
    ['quarters: 61', 'quarters'],
    ['decimals: .nan', 'decimals'],
    ['decimals: 400', 'decimals'],
    ['decimals: 1.5', 'decimals'],
    ['decimals: 1000000000', 'decimals'],
  ])('refuses a trend with %s', async (part, key) => {
    const said = await refusal('--published', `- {${TREND}}\n- {${TREND},\n   ${part}}\n`);
    expect(said).toContain(`a.yaml, line 3: entry 2 has no usable ${key}`);
  });

  it.each([
    [TREND.replace('0.006', '2'), 'no usable p (“2”)'],
    [TREND.replace('0.006', '-1'), 'no usable p'],
    [TREND.replace('0.006', '"<0"'), 'no usable p'],
    [TREND.replace('-7.9', '1e300'), 'no usable slope'],
    [TREND.replace('-7.9', '5'), 'no usable slope'],
    [TREND.replace('-2.8', '-20'), 'no usable upper'],
    [`${TREND}, slop: 5`, 'has “slop”, which nothing is known about'],
    [`${TREND}, slop: 5`, 'Did you mean slope'],
    [`${TREND}, measure: cost`, 'has measure without percent'],
    ['area: frome, percent: -14, quarters: 15', 'has quarters without slope, lower, upper and p'],
    ['area: nowhere, percent: -14', 'a.yaml, line 1: '],
    ['area: [frome], percent: -14', 'no usable area (“[…]”)'],
  ])('refuses {%s}', async (entry, words) => {
    expect(await refusal('--published', `{${entry}}\n`)).toContain(words);
  });

  it('names everything that is wrong at once', async () => {
    const said = await refusal('--published', `- {${TREND}, quarters: 0}\n- 5\n-\n- {area: frome, percent: x}\n`);
    expect(said).toContain('line 1: entry 1 has no usable quarters');
    expect(said).toContain('entry 2 is “5”');
    expect(said).toContain('entry 3 is empty');
    expect(said).toContain('line 4: entry 4 has no usable percent');
  });

  it.each(['', '[]\n', '# nothing\n'])('refuses a file without an entry: %j', async (content) => {
    expect(await refusal('--published', content)).toContain('nothing is published here');
  });

  it('takes 100 entries and no more', async () => {
    const entries = (count: number) => '- {area: frome, percent: -14}\n'.repeat(count);
    expect(await refusal('--published', entries(101))).toContain('there are 101 entries; expected at most 100');
    const { result } = JSON.parse((await given('--published', entries(100))).out);
    expect(result.publishedPercent).toHaveLength(100);
    expect(result.publishedPercent[99]).toEqual(result.publishedPercent[0]);
  });

  it('counts the decimals as they are printed, without quotation marks too', async () => {
    const { result } = JSON.parse(
      (await given('--published', `- {${TREND.replace('0.006', '0.060')}, percent: −14.0}\n`)).out,
    );
    expect(result.published[0].published).toMatchObject({ p: 0.06, pDecimals: 3, decimals: 1 });
    expect(result.publishedPercent[0].published).toMatchObject({ percent: -14, decimals: 1 });
  });
});
