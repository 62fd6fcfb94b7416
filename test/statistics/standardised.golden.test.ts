import { describe, expect, it } from 'vitest';
import type { Estimate } from '../../src/statistics/estimate.ts';
import {
  type Band,
  directRate,
  indirectRatio,
  ratioOfEstimates,
  repeatVariance,
} from '../../src/statistics/intervals/standardised.ts';
import { expectClose, golden, type Row, rows, sharedGolden, simulated } from '../support/golden.ts';
import { describeShared } from '../support/shared.ts';

const REL = 1e-9;

const bandsOf = (table: readonly Row[], events: string): readonly Band[] =>
  table.map((row) => ({ events: Number(row[events]), population: Number(row.pop), weight: Number(row.esp2013) }));

/** Both sexes of a band together. */
function byAge(table: readonly Row[]): readonly Band[] {
  const ages = [...new Set(table.map(({ ageband }) => ageband))];
  return ages.map((age) => {
    const own = bandsOf(
      table.filter(({ ageband }) => ageband === age),
      'events',
    );
    const add = (key: 'events' | 'population') => own.reduce((total, band) => total + band[key], 0);
    return { events: add('events'), population: add('population'), weight: own[0]?.weight ?? 0 };
  });
}

function repeats(table: readonly Row[]) {
  const ages = [...new Set(table.map(({ ageband }) => ageband))];
  const bands = ages.map((age): Band => {
    const own = table.filter(({ ageband }) => ageband === age);
    const events = own.reduce((total, row) => total + Number(row.freq) * Number(row.persons), 0);
    return { events, population: Number(own[0]?.pop), weight: Number(own[0]?.esp2013) };
  });
  const groups = table.map((row) => ({
    frequency: Number(row.freq),
    persons: Number(row.persons),
    population: Number(row.pop),
    weight: Number(row.esp2013),
  }));
  return {
    bands,
    variance: repeatVariance(
      groups,
      bands.reduce((total, { weight }) => total + weight, 0),
    ),
  };
}

interface Expected {
  readonly value: number;
  readonly lo: number;
  readonly hi: number;
  readonly var: number;
}

function expectRate(actual: Estimate, expected: Expected): void {
  expectClose(100_000 * (actual.estimate ?? Number.NaN), expected.value, REL);
  expectClose(100_000 * (actual.lower ?? Number.NaN), expected.lo, REL);
  expectClose(100_000 * (actual.upper ?? Number.NaN), expected.hi, REL);
  expectClose((actual.se ?? Number.NaN) ** 2, expected.var, REL);
}

describe('golden 20: standardised rates', () => {
  const expected = golden('20-dsr-isr-dobson').own;
  const table = simulated('agesex');
  const practice = table.filter(({ area }) => area === 'practice');
  const county = table.filter(({ area }) => area === 'county');

  it('directly, by age, and by age and sex', () => {
    expectRate(directRate(byAge(practice)), expected.dsr_practice_age);
    expectRate(directRate(byAge(county)), expected.dsr_county_age);
    expectRate(directRate(bandsOf(practice, 'events')), expected.dsr_practice_agesex);
    expectRate(directRate(bandsOf(county, 'events')), expected.dsr_county_agesex);
  });

  it('ratio of two', () => {
    const own = ratioOfEstimates(directRate(bandsOf(practice, 'events')), directRate(bandsOf(county, 'events')));
    expectClose(own?.estimate, expected.dsr_ratio.ratio, REL);
    expectClose(own?.se, expected.dsr_ratio.log_se, REL);
    expectClose(own?.lower, expected.dsr_ratio.lo, REL);
    expectClose(own?.upper, expected.dsr_ratio.hi, REL);
  });

  it('indirectly', () => {
    const reference = new Map(
      county.map(({ sex, ageband, events, pop }) => [`${sex} ${ageband}`, Number(events) / Number(pop)]),
    );
    const without = practice.reduce(
      (total, { sex, ageband, pop }) => total + Number(pop) * (reference.get(`${sex} ${ageband}`) ?? Number.NaN),
      0,
    );
    const { observed, expected: wanted, ratio, ratio_lo: lower, ratio_hi: upper } = expected.isr_practice_vs_county;
    expectClose(without, wanted, REL);
    const own = indirectRatio(observed, without);
    expectClose(own.estimate, ratio, REL);
    expectClose(own.lower, lower, REL);
    expectClose(own.upper, upper, REL);
  });

  it('with repeat events', () => {
    for (const area of ['practice', 'county']) {
      const { bands, variance } = repeats(simulated('agefreq').filter((row) => row.area === area));
      expectRate(directRate(bands, { variance }), expected.nonind[area]);
      expectClose((directRate(bands).se ?? Number.NaN) ** 2, expected.nonind[area].var_independent, REL);
    }
  });
});

describeShared('golden 20: published test values', 'golden/20-dsr-isr-dobson', (path) => {
  const expected = sharedGolden('20-dsr-isr-dobson').phe;
  const table = rows(`${path}/phe_multiarea.csv`);
  const area = (name: string) =>
    bandsOf(
      table.filter((row) => row.area === name),
      'count',
    );

  it('directly', () => {
    expectRate(directRate(area('testdata_big')), expected.dsr_big);
    expectRate(directRate(area('testdata_big'), { confidence: 0.998 }), expected.dsr_big_998);
    expectRate(directRate(area('testdata_small')), expected.dsr_small);
  });

  it('with repeat events', () => {
    const { bands, variance } = repeats(
      rows(`${path}/phe_nonind.csv`).filter((row) => row.area === 'testdata_nonind_big'),
    );
    expectRate(directRate(bands, { variance }), expected.nonind_big);
  });
});

describe('standardised rates', () => {
  it('are not given on fewer than ten events, or on nobody', () => {
    const few = [
      { events: 4, population: 100, weight: 5000 },
      { events: 5, population: 200, weight: 5500 },
    ];
    expect(directRate(few)).toMatchObject({ estimate: null, lower: null, upper: null, se: null });
    expect(directRate([...few, { events: 3, population: 0, weight: 10 }]).estimate).toBeNull();
    expect(directRate([]).estimate).toBeNull();
    expect(ratioOfEstimates(directRate(few), directRate(few))).toBeNull();
    expect(indirectRatio(3, 0)).toMatchObject({ estimate: null, lower: null, upper: null });
  });

  it('of a single band is its own rate, with limits of its count', () => {
    const own = directRate([{ events: 50, population: 1000, weight: 77 }]);
    expectClose(own.estimate, 0.05, 1e-14);
    const { lower, upper } = indirectRatio(50, 1000);
    expectClose(own.lower, lower ?? Number.NaN, 1e-12);
    expectClose(own.upper, upper ?? Number.NaN, 1e-12);
  });
});
