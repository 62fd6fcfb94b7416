import { describe, expect, it } from 'vitest';
import type { Estimate } from '../../src/statistics/estimate.ts';
import {
  type Band,
  directRate,
  indirectRate,
  indirectRatio,
  ratioOfEstimates,
  repeatVariance,
} from '../../src/statistics/intervals/standardised.ts';
import { golden, numbers, type Row, rows, sharedGolden, simulated } from '../support/golden.ts';
import { Ledger } from '../support/ledger.ts';
import { describeShared } from '../support/shared.ts';

const CASE = '20-dsr-isr-dobson';
const TOLERANCE = { relative: 1e-9 };
const PER = 100_000;

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
const times = (value: number | null) => (value === null ? null : PER * value);

const bandsOf = (table: readonly Row[], events = 'events'): readonly Band[] =>
  table.map((row) => ({ events: Number(row[events]), population: Number(row.pop), weight: Number(row.esp2013) }));

/** Both sexes of a band together. */
function byAge(table: readonly Row[]): readonly Band[] {
  return [...new Set(table.map(({ ageband }) => ageband))].map((age) => {
    const own = bandsOf(table.filter(({ ageband }) => ageband === age));
    const events = sum(own.map((band) => band.events));
    return { events, population: sum(own.map(({ population }) => population)), weight: own[0]?.weight ?? 0 };
  });
}

/** Bands of people counted by how often they came, with the variance that allows for it. */
function repeats(table: readonly Row[]) {
  const bands = [...new Set(table.map(({ ageband }) => ageband))].map((age): Band => {
    const own = table.filter(({ ageband }) => ageband === age);
    const events = sum(own.map((row) => Number(row.freq) * Number(row.persons)));
    return { events, population: Number(own[0]?.pop), weight: Number(own[0]?.esp2013) };
  });
  const groups = table.map((row) => ({
    frequency: Number(row.freq),
    persons: Number(row.persons),
    population: Number(row.pop),
    weight: Number(row.esp2013),
  }));
  return { bands, variance: repeatVariance(groups, sum(bands.map(({ weight }) => weight))) };
}

function holdsRate(ledger: Ledger, name: string, bands: readonly Band[], rate: Estimate): void {
  ledger.holds(`${name}/total`, sum(bands.map(({ events }) => events)));
  ledger.holds(`${name}/pop`, sum(bands.map(({ population }) => population)));
  ledger.holds(`${name}/value`, times(rate.estimate));
  ledger.holds(`${name}/lo`, times(rate.lower));
  ledger.holds(`${name}/hi`, times(rate.upper));
  ledger.holds(`${name}/var`, (rate.se ?? Number.NaN) ** 2);
}

function holdsRepeats(ledger: Ledger, name: string, table: readonly Row[]): void {
  const { bands, variance } = repeats(table);
  holdsRate(ledger, name, bands, directRate(bands, { variance }));
  ledger.holds(`${name}/var_independent`, (directRate(bands).se ?? Number.NaN) ** 2);
}

interface Reference {
  readonly events: readonly number[];
  readonly people: readonly number[];
}

function holdsIndirect(ledger: Ledger, name: string, bands: readonly Band[], { events, people }: Reference): void {
  const observed = sum(bands.map((band) => band.events));
  const expected = sum(bands.map(({ population }, i) => (population * (events[i] ?? 0)) / (people[i] ?? 1)));
  const reference = sum(events) / sum(people);
  const ratio = indirectRatio(observed, expected);
  const rate = indirectRate(observed, expected, reference);
  ledger.holds(`${name}/observed`, observed);
  ledger.holds(`${name}/expected`, expected);
  ledger.holds(`${name}/ratio`, ratio.estimate);
  ledger.holds(`${name}/ratio_lo`, ratio.lower);
  ledger.holds(`${name}/ratio_hi`, ratio.upper);
  ledger.holds(`${name}/rate`, times(rate.estimate));
  ledger.holds(`${name}/rate_lo`, times(rate.lower));
  ledger.holds(`${name}/rate_hi`, times(rate.upper));
  ledger.holds(`${name}/ref_rate`, times(reference));
}

describe('golden 20: standardised rates of the simulated areas', () => {
  const ledger = new Ledger(golden(CASE).own, TOLERANCE);
  const table = simulated('agesex');
  const [practice, county] = ['practice', 'county'].map((name) => table.filter(({ area }) => area === name));
  if (!practice || !county) throw new Error('two areas are expected');

  it('directly, by age, and by age and sex', () => {
    for (const [name, bands] of Object.entries({
      dsr_practice_age: byAge(practice),
      dsr_county_age: byAge(county),
      dsr_practice_agesex: bandsOf(practice),
      dsr_county_agesex: bandsOf(county),
    }))
      holdsRate(ledger, name, bands, directRate(bands));
  });

  it('ratio of two', () => {
    const own = ratioOfEstimates(directRate(bandsOf(practice)), directRate(bandsOf(county)));
    ledger.holds('dsr_ratio/ratio', own?.estimate);
    ledger.holds('dsr_ratio/log_se', own?.se);
    ledger.holds('dsr_ratio/lo', own?.lower);
    ledger.holds('dsr_ratio/hi', own?.upper);
  });

  it('indirectly', () => {
    const key = ({ sex, ageband }: Row) => `${sex} ${ageband}`;
    const reference = new Map(county.map((row) => [key(row), row]));
    const matching = practice.map((row) => reference.get(key(row)) ?? {});
    holdsIndirect(ledger, 'isr_practice_vs_county', bandsOf(practice), {
      events: numbers(matching, 'events'),
      people: numbers(matching, 'pop'),
    });
  });

  it('with repeat events', () => {
    for (const name of ['practice', 'county'])
      holdsRepeats(
        ledger,
        `nonind/${name}`,
        simulated('agefreq').filter(({ area }) => area === name),
      );
  });

  it('leaves no number out', () => {
    expect(ledger.open).toEqual([]);
  });
});

describeShared('golden 20: published test values of the public health package', `golden/${CASE}`, (path) => {
  const ledger = new Ledger(sharedGolden(CASE).phe, TOLERANCE);
  const table = rows(`${path}/phe_multiarea.csv`);
  const big = bandsOf(
    table.filter(({ area }) => area === 'testdata_big'),
    'count',
  );
  const small = bandsOf(
    table.filter(({ area }) => area === 'testdata_small'),
    'count',
  );
  const often = rows(`${path}/phe_nonind.csv`).filter(({ area }) => area === 'testdata_nonind_big');
  const reference = rows(`${path}/phe_isr_ref.csv`);
  const national = { events: numbers(reference, 'refcount'), people: numbers(reference, 'refpop') };

  it('directly', () => {
    holdsRate(ledger, 'dsr_big', big, directRate(big));
    holdsRate(ledger, 'dsr_big_998', big, directRate(big, { confidence: 0.998 }));
    holdsRate(ledger, 'dsr_small', small, directRate(small));
  });

  it('indirectly', () => {
    holdsIndirect(ledger, 'isr_big', big, national);
  });

  it('with repeat events', () => {
    holdsRepeats(ledger, 'nonind_big', often);
  });

  it('as the package prints them', () => {
    const { bands, variance } = repeats(often);
    const expected = sum(
      big.map(({ population }, i) => (population * (national.events[i] ?? 0)) / (national.people[i] ?? 1)),
    );
    const rates = {
      dsr_big: directRate(big),
      dsr_small: directRate(small),
      nonind_big: directRate(bands, { variance }),
      isr_big: indirectRate(
        sum(big.map(({ events }) => events)),
        expected,
        sum(national.events) / sum(national.people),
      ),
    };
    for (const [name, { estimate, lower, upper }] of Object.entries(rates))
      ledger.holdsAll(`printed/${name}`, [estimate, lower, upper].map(times));
  });

  it('leaves no number out', () => {
    expect(ledger.open).toEqual([]);
  });
});
