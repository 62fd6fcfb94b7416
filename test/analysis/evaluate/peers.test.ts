import { describe, expect, it } from 'vitest';
import { evaluate } from '../../../src/analysis/evaluate/evaluate.ts';
import type { Finding } from '../../../src/finding.ts';
import { varianceComponents } from '../../../src/statistics/variance-components.ts';
import { area } from '../../support/areas.ts';
import { expectClose, numbers, simulated } from '../../support/golden.ts';
import { FIRST, OPTIONS } from './support.ts';

const QUARTERS = 32;
const each = <T>(n: number, make: (i: number) => T): readonly T[] => Array.from({ length: n }, (_, i) => make(i));

interface Counts {
  readonly name: string;
  readonly admissions: readonly number[];
  readonly people: readonly number[];
}

/** The first against all the others pooled, which are its peers. */
function firstOf([first, ...others]: readonly Counts[]) {
  if (!first) throw new Error('no practice');
  const sum = (of: (one: Counts) => readonly number[]) =>
    first.admissions.map((_, q) => others.reduce((total, one) => total + (of(one)[q] ?? 0), 0));
  const made = ({ name, admissions, people }: Counts) => area(name, FIRST, { admissions, list_size: people });
  const rest = area('the rest', FIRST, {
    admissions: sum(({ admissions }) => admissions),
    list_size: sum(({ people }) => people),
  });
  return evaluate(made(first), rest, { ...OPTIONS, peers: others.map(made) });
}

const slotsOf = (findings: readonly Finding[], id: string) => findings.find((one) => one.id === id)?.slots ?? null;

describe('slopes after the change', () => {
  // The change comes with the 17th quarter.
  it.each([3, 4])('are ranked from %i quarters', (after) => {
    const { result } = firstOf(
      each(6, (at) => ({
        name: `P${at}`,
        admissions: each(16 + after, (q) => 100 + 10 * at + ((q * (7 + at)) % 11)),
        people: each(16 + after, () => 5000),
      })),
    );
    const test = result.placebo?.tests.find(({ statistic }) => statistic === 'slope-after');
    expect(test?.rank).toBeGreaterThanOrEqual(1);
    expect(result.placebo?.fits.every(({ slopeAfter }) => slopeAfter !== null)).toBe(true);
  });
});

describe('all years before', () => {
  const made = (count: number) =>
    firstOf(
      Array.from({ length: count }, (_, at) => ({
        name: `P${at}`,
        admissions: Array.from({ length: 24 }, (_, q) => 100 + 10 * at + ((q * (7 + at)) % 11)),
        people: Array<number>(24).fill(5000),
      })),
    ).result.regressionToMean?.peers;

  it.each([
    [4, false],
    [5, true],
    [6, true],
  ])('are compared among %i areas: %s', (count, compared) => {
    expect(made(count)?.areas).toBe(count);
    expect((made(count)?.earlier ?? null) !== null).toBe(compared);
  });
});

describe('the simulated practices', () => {
  const rows = simulated('peers');
  const names = [...new Set(rows.map(({ practice = '' }) => practice))];
  const { result, findings } = firstOf(
    names.map((name) => {
      const own = rows.filter(({ practice }) => practice === name);
      return { name, admissions: numbers(own, 'admissions'), people: numbers(own, 'list_size') };
    }),
  );

  it('are ranked by the difference in the last quarter over its standard error (peers.R)', () => {
    const test = result.placebo?.tests.find(({ statistic }) => statistic === 'studentised-effect');
    expectClose(test?.observed, -2.56384617317, 1e-9);
    expect(test).toMatchObject({ rank: 2, p: 2 / 60 });
    expect(result.placebo).toMatchObject({ statistic: 'studentised-slope', p: 2 / 60 });
    expect(slotsOf(findings, 'evaluate.placebo')).toMatchObject({ effectRank: 2, slopeRank: 2, ratioRank: 1 });
  });

  it('give the comparison from all years before, years differing (peers.R)', () => {
    const earlier = result.regressionToMean?.peers?.earlier;
    expect(earlier).toMatchObject({ years: 4, from: '2010/11 Q1', to: '2013/14 Q4' });
    expectClose(earlier?.yearToYear, 0.0272914849127, 1e-9);
    expectClose(earlier?.between, 0.125440305267, 1e-9);
    expectClose(earlier?.ratio, 0.942016866067, 1e-9);
    expectClose(earlier?.shrunken, 0.942842431547, 1e-9);
    for (const [estimate, values] of [
      [earlier?.ratioOfRatios, [0.681503127159, 0.629729043218, 0.737533892282]],
      [earlier?.withoutLastYear, [0.675885459576, 0.622997405558, 0.733263333668]],
      [earlier?.shrunkenRatioOfRatios, [0.680547508117, 0.628933670823, 0.736397067432]],
      [earlier?.lastYear, [0.968393351589, 0.894883528962, 1.04794160698]],
    ] as const) {
      expectClose(estimate?.estimate, values[0], 1e-9);
      expectClose(estimate?.lower, values[1], 1e-9);
      expectClose(estimate?.upper, values[2], 1e-9);
    }
    expectClose(earlier?.lastYear.p, 0.423169367752, 1e-9);
  });
});

describe('variance components', () => {
  it('of two units measured twice, by hand', () => {
    // Means 2 and 6; within (1 + 1 + 1 + 1) / 2 = 2; of the means 8 less 2 / 2.
    const none = [
      [0, 0],
      [0, 0],
    ];
    const rows = [
      [1, 3],
      [5, 7],
    ];
    expect(varianceComponents(rows, none)).toEqual({ within: 2, between: 7, means: [2, 6], df: 2 });
    expect(
      varianceComponents(rows, [
        [3, 3],
        [3, 3],
      ]).within,
    ).toBe(0);
  });
});

/** Ten areas whose years go up and down by 10 % in turn; the practice had a bad year just before the change, and nothing after. */
function oneBadYear(bad: number) {
  const people = each(QUARTERS, () => 10_000);
  const year = (q: number) => Math.floor(q / 4);
  const usual = (i: number, q: number) => 1000 * (1 + (((i + year(q)) % 3) - 1) / 10);
  return firstOf(
    each(20, (i) => ({
      name: `Practice ${i + 1}`,
      people,
      admissions: each(QUARTERS, (q) => Math.round(i === 0 && year(q) === 3 ? bad : usual(i, q)) + (q % 2)),
    })),
  );
}

describe('a practice chosen after one bad year', () => {
  const { result, findings } = oneBadYear(1400);
  const peers = result.regressionToMean?.peers;

  it('keeps its fall when only chance in the counts is allowed for, and loses it from all years before', () => {
    expect(peers?.years.map(({ rank }) => rank)[0]).toBe(1);
    const last = peers?.ratioOfRatios?.estimate ?? 1;
    expect(last).toBeLessThan(0.8);
    expect(peers?.shrunkenRatioOfRatios?.estimate).toBeCloseTo(last, 1);
    const { withoutLastYear, shrunkenRatioOfRatios } = peers?.earlier ?? {};
    expect(withoutLastYear?.lower).toBeLessThan(1);
    expect(withoutLastYear?.upper).toBeGreaterThan(1);
    expect(shrunkenRatioOfRatios?.estimate).toBeGreaterThan(0.85);
  });

  it('is told so, with both figures', () => {
    expect(slotsOf(findings, 'evaluate.extreme-baseline')).toMatchObject({
      rank: 1,
      areas: 20,
      isAtEnd: true,
      standsOut: true,
      raw: peers?.ratioOfRatios?.estimate,
      drawn: peers?.earlier?.shrunkenRatioOfRatios.estimate,
    });
    expect(slotsOf(oneBadYear(1000).findings, 'evaluate.extreme-baseline')).toBeNull();
  });
});

describe('one area of the comparator', () => {
  const people = each(QUARTERS, () => 10_000);
  /** The practice stays where it is, one peer doubles, one halves. */
  const few = (change: number) =>
    firstOf(
      ['Practice', 'Rising', 'Falling'].map((name, i) => ({
        name,
        people,
        admissions: each(QUARTERS, (q) => {
          const after = q >= 16 ? [1, 1 + change, 1 - change][i] : 1;
          return Math.round(1000 * (after ?? 1)) + ((7 * q + 3 * i) % 5);
        }),
      })),
    );

  it('that decides the direction is named', () => {
    expect(slotsOf(few(0.4).findings, 'evaluate.one-area-decides')).toMatchObject({
      withoutLowest: 'Falling',
      withoutHighest: 'Rising',
    });
  });

  it('is not named for a difference that is nothing', () => {
    const { result, findings } = few(0);
    expect(result.leaveOneOut?.rows).toHaveLength(2);
    expect(slotsOf(findings, 'evaluate.one-area-decides')).toBeNull();
  });

  it('left out is a comparator of the curve where they are few', () => {
    const kinds = few(0.4).result.sensitivity?.comparators.map(({ kind, areas }) => [kind, areas]);
    expect(kinds).toEqual([
      ['given', ['the rest']],
      ['one-left-out', ['Falling']],
      ['one-left-out', ['Rising']],
    ]);
  });
});

describe('a comparator that ends with the change', () => {
  const people = each(QUARTERS, () => 10_000);
  const counts = (k: number) => each(QUARTERS, (q) => 900 + 100 * k + ((7 * q + 3 * k) % 11));
  const { result, findings } = evaluate(
    area('Practice', FIRST, { admissions: counts(1), list_size: people }),
    area('Neighbour', FIRST, { admissions: counts(2).slice(0, 18), list_size: people.slice(0, 18) }),
    OPTIONS,
  );

  it('is what is missing: said first, and the practice is counted by itself', () => {
    expect(findings[0]).toMatchObject({
      id: 'evaluate.comparator-too-short',
      kind: 'problem',
      slots: { before: 16, after: 2, ownBefore: 16, ownAfter: 16 },
    });
    expect(findings.map(({ id }) => id)).not.toContain('evaluate.too-few-quarters');
    expect(result.controlled).toBeNull();
    expect(result.design.own).toEqual({ before: 16, after: 16, missing: [] });
    expect(slotsOf(findings, 'evaluate.detectable')).toMatchObject({ before: 16, after: 16 });
    expect(slotsOf(findings, 'evaluate.single-area')).not.toBeNull();
  });
});
