import { describe, expect, it } from 'vitest';
import { findingText } from '../../../src/messages.ts';
import { expectClose, golden, simulated } from '../../support/golden.ts';
import { quarterAt, simulatedArea, simulatedEvaluation } from './support.ts';

describe('the specification curve', () => {
  const { sensitivity, controlled } = simulatedEvaluation().result;
  const all = sensitivity?.specifications ?? [];

  it('is sorted, names what each one is, and marks the primary once', () => {
    const estimates = all.map(({ estimate }) => estimate);
    expect(estimates).toEqual([...estimates].sort((a, b) => a - b));
    const primary = all.filter((one) => one.primary);
    expect(primary).toHaveLength(1);
    expect(primary[0]).toMatchObject({ model: 'conditional-quasi-binomial', seasons: false, before: 16, after: 16 });
    const { level, slope } = controlled?.primary?.terms ?? {};
    // Mean over s = 0 to 15: level + 7.5 slope.
    expectClose(primary[0]?.estimate, Math.exp((level?.estimate ?? 0) + 7.5 * (slope?.estimate ?? 0)), 1e-10);
  });

  it('holds the mean shift of golden 15 G', () => {
    const { est, se_ols } = golden('15-controlled-its').G_did_logratio_mean_shift;
    const shift = all.find(
      ({ model, before, after }) => model === 'difference-in-differences' && before + after === 32,
    );
    expectClose(shift?.estimate, Math.exp(est), 1e-7);
    expect(shift?.lower).toBeLessThan(Math.exp(est - 1.9 * se_ols));
  });

  it('varies stretches, models and seasons, and counts who agrees', () => {
    expect(new Set(all.map(({ before }) => before))).toEqual(new Set([4, 8, 12, 16]));
    expect(new Set(all.map(({ after }) => after))).toEqual(new Set([4, 8, 12, 16]));
    expect(new Set(all.map(({ model }) => model)).size).toBe(7);
    expect(all.some(({ seasons }) => seasons)).toBe(true);
    const significant = all.filter(({ lower, upper }) => lower > 1 || upper < 1).length;
    expect(sensitivity).toMatchObject({ total: all.length, significant });
    expect(sensitivity?.sameSign).toBe(all.filter(({ estimate }) => estimate < 1).length);
    expect(sensitivity?.contrary).toBe(all.filter(({ lower }) => lower > 1).length);
  });

  it('fits REML with AR(1) errors in every stretch, as R does (specifications.R)', () => {
    const expected = [
      [8, 16, false, 0.880565121, 0.743411132],
      [8, 16, true, 0.857543347, 0.714199952],
      [16, 8, false, 0.914183926, 0.856828552],
      [16, 8, true, 0.916128073, 0.856370978],
    ] as const;
    for (const [before, after, seasons, estimate, lower] of expected) {
      const own = all.find(
        (one) =>
          one.model === 'difference-series-reml-ar1' &&
          one.before === before &&
          one.after === after &&
          one.seasons === seasons,
      );
      expectClose(own?.estimate, estimate, 1e-7);
      expectClose(own?.lower, lower, 1e-7);
    }
  });

  it('fits seasons from 16 quarters, models with autocorrelation from 12', () => {
    const short = simulatedEvaluation({ from: quarterAt(13), to: quarterAt(23) }).result.sensitivity;
    const models = new Set(short?.specifications.map(({ model }) => model));
    expect(short?.specifications.some(({ seasons }) => seasons)).toBe(false);
    expect(models.has('difference-series-reml-ar1')).toBe(false);
    expect(models.has('difference-series-prais-winsten')).toBe(false);
    expect(models.has('difference-series-newey-west')).toBe(true);
    const twelve = simulatedEvaluation({ from: quarterAt(13), to: quarterAt(24) }).result.sensitivity;
    expect(twelve?.specifications.some(({ model }) => model === 'difference-series-reml-ar1')).toBe(true);
    expect(short?.fewest).toEqual({ seasons: 16, autocorrelation: 12 });
  });

  it('takes only the whole series with two changes, and says so', () => {
    const { result, findings } = simulatedEvaluation({ secondIntervention: quarterAt(25) });
    expect(result.sensitivity?.stretches).toBe('whole-series');
    expect(new Set(result.sensitivity?.specifications.map(({ from, to }) => `${from} ${to}`)).size).toBe(1);
    const sentence = findings.find(({ id }) => id === 'evaluate.sensitivity');
    expect(sentence && findingText(sentence)).toContain('With two changes only the whole series is taken.');
  });
});

describe('peer groups', () => {
  const county = simulatedArea('county');
  const twin = {
    area: { code: null, name: 'Twin', members: ['A', 'B'] },
    series: county.series.map((series) => ({ ...series, area: { code: null, name: 'Twin', members: ['A', 'B'] } })),
  };

  it('are further comparators by name, with their areas and list size', () => {
    const { sensitivity } = simulatedEvaluation({ groups: [{ name: 'Towns', area: twin }] }).result;
    const people = simulated('two_area')
      .filter(({ area }) => area === 'county')
      .map((row) => Number(row.list_size));
    const listSize = people.reduce((sum, size) => sum + size, 0) / 32;
    expect(sensitivity?.comparators).toEqual([
      { name: 'county', kind: 'given', areas: ['county'], listSize, basis: 'rates', quarters: 32 },
      { name: 'Towns', kind: 'peer-group', areas: ['A', 'B'], listSize, basis: 'rates', quarters: 32 },
    ]);
    const of = (name: string) =>
      sensitivity?.specifications.filter(({ comparator }) => comparator === name).map(({ estimate }) => estimate);
    // The group holds what the comparator holds, so it gives the same.
    expect(of('Towns')).toEqual(of('county'));
    expect(sensitivity?.specifications.filter(({ primary }) => primary)).toHaveLength(1);
  });

  it('that cannot be compared are left out, and named', () => {
    const late = {
      ...twin,
      series: twin.series.map((one) => ({ ...one, periods: one.periods.slice(15), values: one.values.slice(15) })),
    };
    const bare = { ...twin, series: twin.series.filter(({ measure }) => measure.name !== 'admissions') };
    const groups = [
      { name: 'Late', area: late },
      { name: 'Bare', area: bare },
    ];
    const { result, findings } = simulatedEvaluation({ groups });
    expect(result.sensitivity?.comparators.map(({ name }) => name)).toEqual(['county']);
    const left = findings.filter(({ id }) => id === 'evaluate.group-left-out');
    expect(left.map(({ slots }) => [slots.group, slots.reason])).toEqual([
      ['Late', 'too-few-quarters'],
      ['Bare', 'no-measure'],
    ]);
  });
});
