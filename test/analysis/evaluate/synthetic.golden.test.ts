import { expect, it } from 'vitest';
import { syntheticFit, syntheticPlacebo, type Unit, withoutEach } from '../../../src/analysis/evaluate/synthetic.ts';
import { expectClose, rows, sharedGolden } from '../../support/golden.ts';
import { describeShared } from '../../support/shared.ts';

const CASE = '16-synthetic-control-did-prop99';

describeShared('synthetic control, Proposition 99 (golden 16)', `golden/${CASE}/data.csv`, (path) => {
  const expected = sharedGolden(CASE);
  const units = (): readonly Unit[] => {
    const table = rows(path);
    return [...new Set(table.map(({ state }) => state ?? ''))].map((name) => ({
      name,
      values: table
        .filter(({ state }) => state === name)
        .sort((a, b) => Number(a.year) - Number(b.year))
        .map(({ cigsale }) => Number(cigsale)),
    }));
  };
  const BEFORE = 19;
  const parts = () => {
    const all = units();
    const treated = all.find(({ name }) => name === 'California') as Unit;
    return { treated, donors: all.filter((unit) => unit !== treated) };
  };

  it.each([
    ['sc', false],
    ['demeaned_sc', true],
  ] as const)('%s: weights, gap and errors', (key, demeaned) => {
    const { treated, donors } = parts();
    const fit = syntheticFit(treated, donors, BEFORE, demeaned);
    const of = expected[key];
    const weights = Object.fromEntries(fit.weights.map(({ area, weight }) => [area, weight]));
    for (const [state, weight] of Object.entries(of.weights))
      expect(Math.abs((weights[state] ?? 0) - (weight as number))).toBeLessThan(1e-6);
    expect(Math.abs(fit.att - of.att)).toBeLessThan(1e-6);
    expectClose(fit.preRmspe, of.pre_rmspe, 1e-6);
    if (of.ratio) expectClose(fit.ratio, of.ratio, 1e-6);
    expect(fit.attRange).toBeNull();
  });

  it('ranks California among the placebos', () => {
    const { treated, donors } = parts();
    const own = syntheticFit(treated, donors, BEFORE, false);
    const placebo = syntheticPlacebo(own, donors, BEFORE, false);
    expect(placebo).toMatchObject({ areas: expected.placebo.n, rank: expected.placebo.ratio_rank });
    expectClose(placebo?.p, expected.placebo.p_ratio, 1e-12);
    expectClose(placebo?.pGap, expected.placebo.p_att_two_sided, 1e-12);
  });

  it('leaves out each donor in turn, and pretends an earlier date', () => {
    const { treated, donors } = parts();
    const own = syntheticFit(treated, donors, BEFORE, false);
    for (const { without, att } of withoutEach(treated, donors, BEFORE, own, false))
      expect(Math.abs(att - expected.leave_one_donor_out[without])).toBeLessThan(1e-6);
    const cut = ({ name, values }: Unit): Unit => ({ name, values: values.slice(0, BEFORE) });
    const early = syntheticFit(cut(treated), donors.map(cut), 10, false);
    expect(Math.abs(early.att - expected.placebo_in_time_1980)).toBeLessThan(1e-6);
  });
});

it('says that weights are not unique where the unit lies among its donors', () => {
  const unit = { name: 'unit', values: [2, 2, 2, 2, 2, 5] };
  const donors = [0, 1, 2, 3, 4].map((level) => ({
    name: `donor ${level}`,
    values: [level, level, level, level, level, 10 * level],
  }));
  const fit = syntheticFit(unit, donors, 5, false);
  expect(fit.ratio).toBeNull();
  // Half of each end, or all of the middle: 20 after, whatever the weights, as the donors lie on a line.
  expect(fit.attRange?.lower).toBeCloseTo(-15, 9);
  expect(fit.attRange?.upper).toBeCloseTo(-15, 9);
  const bent = donors.map((donor, i) => ({ ...donor, values: [...donor.values.slice(0, 5), i === 2 ? 0 : 10] }));
  const other = syntheticFit(unit, bent, 5, false);
  expect(other.attRange?.lower).toBeCloseTo(-5, 9);
  expect(other.attRange?.upper).toBeCloseTo(5, 9);
});
