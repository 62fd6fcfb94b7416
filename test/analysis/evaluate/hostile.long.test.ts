import { describe, expect, it } from 'vitest';
import { evaluate } from '../../../src/analysis/evaluate/evaluate.ts';
import type { AreaData } from '../../../src/analysis/quarters/totals.ts';
import { QuarterlineError } from '../../../src/errors.ts';
import { findingText } from '../../../src/messages.ts';
import { area } from '../../support/areas.ts';
import { FIRST, OPTIONS, quarterAt } from './support.ts';

/** Every number in a result, with its path. */
function numbersIn(value: unknown, path = ''): readonly (readonly [string, number])[] {
  if (typeof value === 'number') return [[path, value]];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => numbersIn(inner, `${path}.${key}`));
}

type Values = readonly (number | null)[];

const made = (name: string, admissions: Values, list: number | null = 10_000): AreaData =>
  area(name, FIRST, { admissions, ...(list === null ? {} : { list_size: admissions.map(() => list) }) });

const times = (n: number, value: (t: number) => number | null): Values =>
  Array.from({ length: n }, (_, i) => value(i + 1));
/** A wobble that repeats after 7: neither constant nor seasonal. */
const wobble = (t: number): number => ((t * 5) % 7) - 3;
const county = (n: number) =>
  made(
    'County',
    times(n, (t) => 9000 + 40 * wobble(t + 2)),
    150_000,
  );

interface Case {
  readonly practice: AreaData;
  readonly comparator: AreaData | null;
  readonly intervention?: number;
  /** Whether the primary model can be fitted. */
  readonly primary: boolean;
}

const usual = (value: (t: number) => number | null, n = 32) => made('Practice', times(n, value));

const CASES: Readonly<Record<string, Case>> = {
  'all zeros': { practice: usual(() => 0), comparator: county(32), primary: false },
  'all zeros in both': {
    practice: usual(() => 0),
    comparator: made(
      'County',
      times(32, () => 0),
    ),
    primary: false,
  },
  'a comparator of zeros': {
    practice: usual((t) => 600 + wobble(t)),
    comparator: made(
      'County',
      times(32, () => 0),
    ),
    primary: false,
  },
  'one quarter': { practice: usual(() => 600, 1), comparator: county(1), intervention: 1, primary: false },
  'two quarters': { practice: usual(() => 600, 2), comparator: county(2), intervention: 2, primary: false },
  'a constant series': { practice: usual(() => 600), comparator: county(32), primary: true },
  'two constant series': {
    practice: usual(() => 600),
    comparator: made(
      'County',
      times(32, () => 9000),
    ),
    primary: true,
  },
  'missing quarters': {
    practice: usual((t) => (t % 5 === 0 ? null : 600 + 10 * wobble(t))),
    comparator: county(32),
    primary: true,
  },
  'every other quarter missing': {
    practice: usual((t) => (t % 2 === 0 ? null : 600 + 10 * wobble(t))),
    comparator: county(32),
    primary: true,
  },
  'nothing after the change (perfect separation)': {
    practice: usual((t) => (t < 17 ? 600 + wobble(t) : 0)),
    comparator: county(32),
    primary: false,
  },
  'nothing before the change': {
    practice: usual((t) => (t < 17 ? 0 : 600 + wobble(t))),
    comparator: county(32),
    primary: false,
  },
  'some zeros': { practice: usual((t) => Math.max(0, wobble(t))), comparator: county(32), primary: true },
  'no comparator': { practice: usual((t) => 600 + 10 * wobble(t)), comparator: null, primary: false },
  '500 quarters': {
    practice: usual((t) => 600 + 10 * wobble(t), 500),
    comparator: county(500),
    intervention: 250,
    primary: true,
  },
  'counts of a thousand million': {
    practice: usual((t) => 1e9 + 1e7 * wobble(t)),
    comparator: made(
      'County',
      times(32, (t) => 9e9 + 1e8 * wobble(t + 2)),
    ),
    primary: true,
  },
  'an intervention on the first quarter': {
    practice: usual((t) => 600 + wobble(t)),
    comparator: county(32),
    intervention: 1,
    primary: false,
  },
  'an intervention on the last quarter': {
    practice: usual((t) => 600 + wobble(t)),
    comparator: county(32),
    intervention: 32,
    primary: false,
  },
  'three quarters on each side': {
    practice: usual((t) => 600 + wobble(t), 6),
    comparator: county(6),
    intervention: 4,
    primary: true,
  },
  'no list sizes': {
    practice: made(
      'Practice',
      times(32, (t) => 600 + 10 * wobble(t)),
      null,
    ),
    comparator: made(
      'County',
      times(32, (t) => 9000 + 40 * wobble(t)),
      null,
    ),
    primary: true,
  },
  'list sizes of zero': {
    practice: made(
      'Practice',
      times(32, (t) => 600 + 10 * wobble(t)),
      0,
    ),
    comparator: county(32),
    primary: true,
  },
  'a practice larger than its comparator': {
    practice: usual((t) => 90_000 + wobble(t)),
    comparator: county(32),
    primary: true,
  },
};

describe('hostile data', () => {
  it.each(Object.entries(CASES))(
    '%s: a result without NaN, in words',
    (_, { practice, comparator, intervention = 17, primary }) => {
      const { result, findings } = evaluate(practice, comparator, {
        ...OPTIONS,
        intervention: quarterAt(intervention),
      });
      expect(numbersIn(result).filter(([, value]) => !Number.isFinite(value))).toEqual([]);
      expect(numbersIn(findings).filter(([, value]) => !Number.isFinite(value))).toEqual([]);
      expect(result.controlled?.primary != null).toBe(primary);
      for (const finding of findings) expect(findingText(finding)).not.toMatch(/NaN|undefined|Infinity|null/);
      if (!primary)
        expect(findings.some(({ kind, id }) => kind === 'problem' || id === 'evaluate.no-comparator')).toBe(true);
    },
  );

  it.each(Object.entries(CASES))('%s: the same with seasons in the primary', (_, one) => {
    const { practice, comparator, intervention = 17 } = one;
    const options = { ...OPTIONS, intervention: quarterAt(intervention), seasons: 'quarters' as const };
    const { result, findings } = evaluate(practice, comparator, options);
    expect(numbersIn(result).filter(([, value]) => !Number.isFinite(value))).toEqual([]);
    for (const said of findings) expect(findingText(said)).not.toMatch(/NaN|undefined|Infinity|null/);
  });

  const proportional = (own: (t: number) => number, others = 20): readonly [AreaData, AreaData] => [
    made('Practice', times(32, own), 27_000),
    made(
      'County',
      times(32, (t) => others * own(t)),
      520_000,
    ),
  ];

  it.each([
    ['constant', proportional(() => 500)],
    ['rising on a line', proportional((t) => 500 + 3 * t)],
    ['doubling', proportional((t) => 500 * 2 ** t)],
    ['alike', proportional((t) => 500 + 3 * t, 1)],
  ])('rounding of proportional series is no difference: %s', (_, [practice, comparator]) => {
    const { result, findings } = evaluate(practice, comparator, OPTIONS);
    const { controlled, slopeDifference, sensitivity } = result;
    expect(slopeDifference?.logRates).toMatchObject({ estimate: 0, p: 1 });
    expect(slopeDifference?.welch?.p).toBeGreaterThan(0.99);
    expect(controlled?.preTrend).toMatchObject({ estimate: 0, p: 1 });
    const logs = controlled?.alternatives.filter(({ effectAtEnd }) => effectAtEnd !== null) ?? [];
    expect(logs.length).toBeGreaterThan(5);
    for (const { effectAtEnd } of logs) expect(effectAtEnd?.p).toBeGreaterThan(0.99);
    expect(sensitivity).toMatchObject({ sameSign: sensitivity?.total, significant: 0, contrary: 0 });
    expect(result.gates.find(({ rule }) => rule === 'pre-trend')?.passed).toBe(true);
    const said = findings.map((one) => findingText(one)).join('\n');
    expect(said).not.toMatch(/more than chance alone|same than|statistically significant \(/);
    expect(findings.map(({ id }) => id)).not.toContain('evaluate.autocorrelation');
  });

  it('a level that seasons explain wholly has no jump and no change of slope', () => {
    const alternating = usual((t) => (t % 2 === 0 ? 0 : 1000));
    const { segmented } = evaluate(alternating, county(32), OPTIONS).result;
    for (const { estimator, terms } of segmented.filter(({ area: name }) => name === 'Practice')) {
      if (estimator === 'quasi-poisson') continue;
      expect(terms.level).toMatchObject({ estimate: 0, p: 1 });
      expect(terms.slope).toMatchObject({ estimate: 0, p: 1 });
    }
  });

  it.each([
    ['nothing after the change', (t: number) => (t < 17 ? 500 : 0), 'evaluate.nothing-after', 'fell to nothing: 8,000'],
    ['nothing before', (t: number) => (t < 17 ? 0 : 500), 'evaluate.nothing-before', 'no course to carry on'],
    ['nothing at all', () => 0, 'evaluate.nothing-at-all', 'nothing to evaluate'],
  ])('%s: said first, without words of cause', (_, value, id, words) => {
    const { result, findings } = evaluate(usual(value), county(32), OPTIONS);
    const [first] = findings;
    expect(first).toMatchObject({ id, kind: 'finding' });
    expect(first && findingText(first)).toContain(words);
    const gate = result.gates.find(({ rule }) => rule === 'causal-words');
    expect(gate).toMatchObject({ passed: false });
    expect(gate?.slots.failed).toContain('primary');
    const said = findings.map((one) => findingText(one)).join('\n');
    expect(said).not.toMatch(/can do with zeros|consistent with/);
    expect(findings.filter(({ id: one }) => one === 'evaluate.not-fitted')).toHaveLength(1);
    expect(findings.map((one) => one.id)).not.toContain('evaluate.single-area');
  });

  it.each(['foo', '', 'list_size'])('refuses to evaluate a measure that is not there: %j', (measure) => {
    expect(() =>
      evaluate(
        usual(() => 600),
        county(32),
        { ...OPTIONS, measure },
      ),
    ).toThrow('evaluate.no-such-measure');
  });

  it('refuses a measure that is no count, in words', () => {
    const money = area('Practice', FIRST, { cost: times(32, () => 1000) });
    expect(() => evaluate(money, null, OPTIONS)).toThrow(QuarterlineError);
  });
});
