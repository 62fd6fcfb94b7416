import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Effects } from '../../src/commands/effects.ts';
import { runProgram } from '../../src/commands/program.ts';
import { QuarterlineError } from '../../src/errors.ts';
import { errorText } from '../../src/messages.ts';
import { expectClose, golden } from '../support/golden.ts';
import { hash } from '../support/hash.ts';

const ROOT = new URL('../../', import.meta.url);
const text = (path: string) => readFileSync(new URL(path, ROOT), 'utf8');

const FILES: Readonly<Record<string, string>> = {
  'published.yaml':
    '- {area: Frome Medical Practice, slope: -7.9, lower: -13.1, upper: -2.8, p: 0.006, quarters: 19}\n- {area: somerset, slope: 236, lower: 152, upper: 320, p: "<0.001"}\n',
  'plan.yaml':
    'date: 2018-01-15\nmodel: conditional-quasi-binomial\npractice: practice\ncomparator: county\noutcome: admissions\nintervention: 2014Q2\n',
  'bad-plan.yaml': 'estimator: best\n',
  'half.yaml': '- {area: frome, slope: -7.9}\n',
  'broken.yaml': '- {area: frome\n',
  'peers.csv': text('test/golden/_sim/peers.csv'),
  'two_area.csv': text('test/golden/_sim/two_area.csv'),
  'admissions.csv': text('fixtures/frome-somerset/admissions.csv'),
  'list-sizes.csv': text('fixtures/frome-somerset/list-sizes.csv'),
  'official.csv': text('fixtures/official/nonelective-admissions-by-commissioner.csv'),
};

interface Outcome {
  readonly code: number;
  readonly out: string;
  readonly written: Readonly<Record<string, string>>;
}

async function run(...args: readonly string[]): Promise<Outcome> {
  let out = '';
  const written: Record<string, string> = {};
  const effects: Effects = {
    out: (piece) => {
      out += piece;
    },
    err: () => undefined,
    read: async (path) => {
      const found = FILES[path];
      if (found === undefined) throw new Error(`no ${path}`);
      return new TextEncoder().encode(found);
    },
    exists: async () => false,
    hash,
    writeFolder: async () => undefined,
    writeFile: async (path, content) => {
      written[path] = String(content);
    },
    refuse: async () => undefined,
    terminal: { isScreen: false, columns: 80, colour: false, unicode: true },
  };
  const code = await runProgram(['evaluate', ...args], effects);
  return { code, out, written };
}

// biome-ignore lint/suspicious/noExplicitAny: the JSON document, only ever compared
async function json(...args: readonly string[]): Promise<any> {
  return JSON.parse((await run(...args, '--json')).out);
}

async function refusal(...args: readonly string[]): Promise<readonly [number, string]> {
  try {
    await run(...args);
  } catch (error) {
    if (error instanceof QuarterlineError) return [error.exitCode, errorText(error)];
    throw error;
  }
  throw new Error('nothing was refused');
}

const SIMULATED = ['two_area.csv', '--practice', 'practice', '--comparator', 'county', '--quarters', 'calendar'];
const INTERVENTION = ['--intervention', '2014Q2'];
const FROME = ['admissions.csv', 'list-sizes.csv', '--practice', 'frome', '--comparator', 'somerset'];

describe('evaluate', () => {
  it('gives the document of the contract, with the primary model of the simulated data', async () => {
    const { schemaVersion, command, result, findings } = await json(...SIMULATED, ...INTERVENTION);
    expect([schemaVersion, command]).toEqual([1, 'evaluate']);
    const { primary, alternatives, preTrend } = result.controlled;
    expectClose(primary.terms.slope.estimate, -0.01501099399366, 1e-10);
    expectClose(primary.terms.slope.se, 0.00316184195152289, 1e-10);
    expect(primary.terms.slope.scale).toBe('log');
    expect(primary.avoided.estimate).toBeCloseTo(1529.34, 2);
    expect(primary.avoided.lower).toBeCloseTo(655.1, 1);
    expect(primary.avoided.upper).toBeCloseTo(2403.6, 1);
    expect(alternatives.length).toBeGreaterThan(5);
    expect(preTrend.df).toBe(14);
    expect(result.trends.map(({ area }: { area: string }) => area)).toEqual(['practice', 'county']);
    for (const gate of result.gates) expect(gate.text).toMatch(/\.$/);
    for (const finding of findings) expect(finding.text).toMatch(/\.$/);
    expect(findings[0].id).toBe('evaluate.detectable');
    expect(findings.map(({ id }: { id: string }) => id)).toContain('evaluate.consistent-with');
  });

  it.each(['foo', '', 'bed_dayz'])('refuses a measure that is not there: %j', async (measure) => {
    const [code, said] = await refusal(...SIMULATED, ...INTERVENTION, '--measure', measure);
    expect(code).toBe(3);
    expect(said).toContain(`there is no measure “${measure}”`);
    expect(said).toContain('admissions');
  });

  it('refuses a list size as a measure, and takes one by a heading of its role', async () => {
    const [code, said] = await refusal(...SIMULATED, ...INTERVENTION, '--measure', 'list_size');
    expect([code, said]).toEqual([3, expect.stringContaining('list size cannot be evaluated')]);
    const { result } = await json(...SIMULATED, ...INTERVENTION, '--measure', 'Emergency Admissions');
    expect(result.design.measure).toBe('admissions');
  });

  it('gives the trends of a window without an intervention', async () => {
    const { result } = await json(...SIMULATED, '--from', '2014Q2', '--to', '2017Q4');
    expect(result.trends.map(({ n }: { n: number }) => n)).toEqual([15, 15]);
    expect(result.slopeDifference.lag).toBe(2);
    expect(result.controlled).toBeNull();
  });

  it('takes seasons and lags as asked', async () => {
    const find = (result: { segmented: { estimator: string; area: string }[] }, estimator: string) =>
      result.segmented.find((one) => one.estimator === estimator && one.area === 'practice');
    const plain = (await json(...SIMULATED, ...INTERVENTION, '--seasons', 'none', '--lag', '2')).result;
    const seasonal = (await json(...SIMULATED, ...INTERVENTION)).result;
    expect(find(plain, 'ols')).toMatchObject({ n: 32, df: 28, seasons: false });
    expect(find(seasonal, 'ols')).toMatchObject({ n: 32, df: 25, seasons: true });
    expect(find(plain, 'newey-west')).toMatchObject({ lag: 2 });
    expect(find(seasonal, 'newey-west')).toMatchObject({ lag: 3 });
  });

  it('says what four quarters before the change allow, and raises regression to the mean (Frome)', async () => {
    const { result, findings } = await json(...FROME, '--intervention', '2014/15 Q1');
    const gate = (rule: string) => result.gates.find((one: { rule: string }) => one.rule === rule);
    expect(gate('epoc-minimum').passed).toBe(true);
    expect(gate('long-enough')).toMatchObject({ passed: false });
    expect(gate('long-enough').text).toContain('exploratory');
    expect(gate('causal-words').passed).toBe(false);
    const ids = findings.map(({ id }: { id: string }) => id);
    expect(ids).toContain('evaluate.exploratory');
    expect(ids).toContain('evaluate.describes-only');
    expect(ids).not.toContain('evaluate.consistent-with');
    expect(result.segmented.map(({ estimator }: { estimator: string }) => estimator)).not.toContain('reml-ar1');
    const caution = findings.find(({ id }: { id: string }) => id === 'compare.regression-to-mean');
    expect(caution.text).toContain('112.2 per 1,000');
    expect(caution.text).toContain('91.6');
  });

  it('pools commissioners, and compares counts where there are no list sizes (official statistics)', async () => {
    const others = ['Kernow', 'Wiltshire', 'Bath'].flatMap((name) => ['--comparator', name]);
    const { result } = await json(
      ...['official.csv', '--practice', 'NHS Somerset CCG', ...others, '--intervention', '2014/15 Q1'],
    );
    expect(result.design).toMatchObject({ basis: 'counts', before: 8, after: 23 });
    expect(result.controlled.primary.df).toBe(27);
    expect(result.controlled.primary.dispersion.raw).toBeGreaterThan(1);
  });

  it('leaves a washout out, and takes a second intervention', async () => {
    const washed = (await json(...SIMULATED, ...INTERVENTION, '--washout', '2014Q2..2014Q3')).result;
    expect(washed.design).toMatchObject({ before: 16, after: 14, washout: ['2014/15 Q1', '2014/15 Q2'], missing: [] });
    expect(washed.controlled.primary.df).toBe(26);
    const second = (await json(...SIMULATED, ...INTERVENTION, '--second-intervention', '2016Q2')).result;
    expect(second.controlled.primary.df).toBe(26);
    expect(Object.keys(second.controlled.primary.terms)).toContain('secondSlope');
  });

  it('says what one area allows, and what is missing', async () => {
    const { result, findings } = await json(...SIMULATED.slice(0, 3), ...SIMULATED.slice(5), ...INTERVENTION);
    expect(result.controlled).toBeNull();
    expect(result.segmented).toHaveLength(5);
    expect(result.detectable.design).toBe('single-area');
    expect(findings.map(({ id }: { id: string }) => id)).toContain('evaluate.no-comparator');
  });

  it('is read as text, Markdown and CSV', async () => {
    const { out } = await run(...SIMULATED, ...INTERVENTION);
    expect(out).toContain('conditional quasi-binomial (primary)');
    expect(Math.max(...out.split('\n').map((line) => line.length))).toBeLessThanOrEqual(80);
    expect((await run(...SIMULATED, ...INTERVENTION, '--format', 'markdown')).out).toContain('| ');
    const csv = (await run(...SIMULATED, ...INTERVENTION, '--format', 'csv')).out;
    expect(csv.split('\n')[0]).toContain('model,area,statistic,value');
    expect(csv).toContain('conditional-quasi-binomial');
  });

  it('refuses what does not fit the data', async () => {
    expect(await refusal(...SIMULATED, '--intervention', '2030Q1')).toEqual([3, expect.stringContaining('outside')]);
    expect(await refusal(...SIMULATED, ...INTERVENTION, '--second-intervention', '2012Q1')).toEqual([
      3,
      expect.stringContaining('second intervention'),
    ]);
    expect(await refusal(...SIMULATED, ...INTERVENTION, '--washout', '2001Q1..2001Q2')).toEqual([
      3,
      expect.stringContaining('washout'),
    ]);
    expect(await refusal(...SIMULATED, ...INTERVENTION, '--lag', '1.5')).toEqual([2, expect.stringContaining('--lag')]);
  });
});

describe('evaluate among peers', () => {
  const PEERS = ['peers.csv', '--practice', 'P01', '--comparator', 'rest', '--quarters', 'calendar', ...INTERVENTION];

  it('ranks the practice, and says the smallest possible P', async () => {
    const { result, findings } = await json(...PEERS);
    expect(result.placebo).toMatchObject({ areas: 60, statistic: 'studentised-slope', rank: 2 });
    expect(result.leaveOneOut.rows).toHaveLength(59);
    expect(result.syntheticControl.donorChoice).toBe('similar-size');
    const weights: readonly { weight: number }[] = result.syntheticControl.demeaned.weights;
    expect(weights.reduce((sum, { weight }) => sum + weight, 0)).toBeCloseTo(1, 12);
    expectClose(result.regressionToMean.peers.nu, golden('21-regression-to-mean').nu_ml, 1e-5);
    expect(result.regressionToMean.peers.years).toHaveLength(4);
    const ids = findings.map(({ id }: { id: string }) => id);
    for (const id of ['placebo', 'placebo-in-time', 'leave-one-out', 'synthetic', 'baseline-rank'])
      expect(ids).toContain(`evaluate.${id}`);
    expect((await run(...PEERS)).out).toContain('Placebo test');
  });

  it('says that few peers cannot give a small P', async () => {
    const others = ['Kernow', 'Wiltshire', 'Bath'].flatMap((name) => ['--comparator', name]);
    const { result, findings } = await json(
      ...['official.csv', '--practice', 'NHS Somerset CCG', ...others, '--intervention', '2014/15 Q1'],
    );
    expect(result.placebo).toMatchObject({ areas: 4, smallestPossibleP: 0.25 });
    expect(findings.map(({ id }: { id: string }) => id)).toContain('evaluate.few-peers');
  });
});

describe('evaluate --published', () => {
  it('says with how many quarters slope, interval and P agree', async () => {
    const { result, findings } = await json(...FROME, '--published', 'published.yaml');
    const [frome] = result.published;
    expect(frome.data.n).toBe(19);
    const { text: sentence } = findings.find(({ id }: { id: string }) => id === 'evaluate.published');
    expect(sentence).toContain('11 to 15 quarters, not on the 19 that are stated');
  });

  it('refuses what is not a list of trends, with the entry', async () => {
    expect(await refusal(...FROME, '--published', 'half.yaml')).toEqual([3, expect.stringContaining('entry 1')]);
    expect(await refusal(...FROME, '--published', 'broken.yaml')).toEqual([3, expect.stringContaining('not YAML')]);
  });
});

describe('evaluate --plan', () => {
  it('fills what is not given, and prints hash and date', async () => {
    const { result, findings } = await json('two_area.csv', '--quarters', 'calendar', '--plan', 'plan.yaml');
    expectClose(result.controlled.primary.terms.slope.estimate, -0.01501099399366, 1e-10);
    expect(result.plan).toMatchObject({ path: 'plan.yaml', date: '2018-01-15' });
    expect(result.plan.sha256).toMatch(/^[0-9a-f]{64}$/);
    expect(result.plan.items.map(({ departs }: { departs: boolean }) => departs)).toEqual(Array(5).fill(false));
    const { text: sentence } = findings.find(({ id }: { id: string }) => id === 'evaluate.plan');
    expect(sentence).toContain('none was departed from');
  });

  it('names every departure', async () => {
    const { result, findings } = await json(...SIMULATED, '--intervention', '2014Q4', '--plan', 'plan.yaml');
    expect(result.design.intervention).toBe('2014/15 Q3');
    const departures = findings.filter(({ id }: { id: string }) => id === 'evaluate.departure');
    expect(departures.map(({ text: sentence }: { text: string }) => sentence)).toEqual([
      expect.stringContaining('the first quarter after the change was to be 2014/15 Q1 and is 2014/15 Q3 by an option'),
    ]);
  });

  it('refuses what a plan has not', async () => {
    expect(await refusal(...SIMULATED, '--plan', 'bad-plan.yaml')).toEqual([
      3,
      expect.stringContaining('no estimator'),
    ]);
  });
});
