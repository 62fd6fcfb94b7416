import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { simplexLeastSquares } from '../../src/statistics/optimise/simplex-least-squares.ts';
import { rows, sharedGolden } from '../support/golden.ts';
import { describeShared } from '../support/shared.ts';

describeShared('golden 16: synthetic control, Proposition 99', 'golden/16-synthetic-control-did-prop99', (path) => {
  const expected = sharedGolden('16-synthetic-control-did-prop99');
  const table = rows(`${path}/data.csv`);
  const states = [...new Set(table.map(({ state = '' }) => state))].sort();
  const donors = states.filter((state) => state !== 'California');
  const years = [...new Set(table.map(({ year }) => Number(year)))].sort((a, b) => a - b);
  const values = new Map(table.map(({ state, year, cigsale }) => [`${state} ${year}`, Number(cigsale)]));
  const series = (state: string) => years.map((year) => values.get(`${state} ${year}`) ?? Number.NaN);
  const mean = (list: readonly number[]) => list.reduce((sum, value) => sum + value, 0) / list.length;

  function control(unit: string, pool: readonly string[], lastPre = 1988, lastPost = 2000, demeaned = false) {
    const before = years.filter((year) => year <= lastPre).length;
    const shifted = (state: string) => {
      const all = series(state);
      const level = demeaned ? mean(all.slice(0, before)) : 0;
      return all.map((value) => value - level);
    };
    const own = shifted(unit);
    const others = pool.map(shifted);
    const design = years.map((_, t) => others.map((list) => list[t] ?? Number.NaN));
    const fit = simplexLeastSquares(design.slice(0, before), own.slice(0, before));
    const gap = own.map((value, t) => value - fit.weights.reduce((sum, w, j) => sum + w * (design[t]?.[j] ?? 0), 0));
    const rmspe = (list: readonly number[]) => Math.sqrt(mean(list.map((value) => value * value)));
    const after = gap.slice(before).filter((_, i) => (years[before + i] ?? 0) <= lastPost);
    return { fit, gap, att: mean(after), pre: rmspe(gap.slice(0, before)), post: rmspe(after) };
  }

  const near = (actual: number | undefined, value: number) =>
    expect(Math.abs((actual ?? Number.NaN) - value)).toBeLessThan(1e-6);

  function expectWeights(weights: readonly number[], table: Readonly<Record<string, number>>): void {
    donors.forEach((name, j) => {
      near(weights[j], table[name] ?? 0);
    });
  }

  it('weights, gaps and effect', () => {
    const own = control('California', donors);
    expectWeights(own.fit.weights, expected.sc.weights);
    near(own.att, expected.sc.att);
    near(own.pre, expected.sc.pre_rmspe);
    near(own.post, expected.sc.post_rmspe);
    near(own.fit.slack ?? undefined, expected.sc.kkt_min_inactive);
    years.forEach((year, t) => {
      near(own.gap[t], expected.sc.gap[year]);
    });
  });

  it('on deviations from the mean before', () => {
    const own = control('California', donors, 1988, 2000, true);
    expectWeights(own.fit.weights, expected.demeaned_sc.weights);
    near(own.att, expected.demeaned_sc.att);
    near(own.pre, expected.demeaned_sc.pre_rmspe);
  });

  it('every state in turn', () => {
    for (const state of donors) {
      const own = control(
        state,
        donors.filter((name) => name !== state),
      );
      near(own.att, expected.placebo.att[state]);
      expect(Math.abs(own.post / own.pre / expected.placebo.ratios[state] - 1)).toBeLessThan(1e-6);
    }
  });

  it('without one donor, and an earlier year', () => {
    for (const [name, att] of Object.entries<number>(expected.leave_one_donor_out)) {
      near(
        control(
          'California',
          donors.filter((donor) => donor !== name),
        ).att,
        att,
      );
    }
    near(control('California', donors, 1979, 1988).att, expected.placebo_in_time_1980);
  });
});

describe('simplexLeastSquares', () => {
  const value = fc.integer({ min: -50_000, max: 50_000 }).map((thousandths) => thousandths / 1000);
  const problem = fc.tuple(fc.integer({ min: 2, max: 10 }), fc.integer({ min: 1, max: 25 })).chain(([n, k]) =>
    fc.record({
      design: fc.array(fc.array(value, { minLength: k, maxLength: k }), { minLength: n, maxLength: n }),
      y: fc.array(value, { minLength: n, maxLength: n }),
    }),
  );

  it('finds weights that no single move improves', () => {
    fc.assert(
      fc.property(problem, ({ design, y }) => {
        const { weights, residuals, fitted, rss } = simplexLeastSquares(design, y);
        expect(Math.abs(weights.reduce((sum, w) => sum + w, 0) - 1)).toBeLessThan(1e-9);
        expect(Math.min(...weights)).toBeGreaterThanOrEqual(0);
        weights.forEach((_, j) => {
          const gain = design.reduce(
            (sum, row, i) => sum + ((row[j] ?? 0) - (fitted[i] ?? 0)) * (residuals[i] ?? 0),
            0,
          );
          expect(gain).toBeLessThan(1e-6 * (1 + Math.sqrt(rss)) * 100);
        });
      }),
      { numRuns: 300 },
    );
  });

  it('takes a donor that is the unit itself', () => {
    const design = [
      [1, 5, 9],
      [2, 4, 9],
      [3, 8, 9],
    ];
    expect(simplexLeastSquares(design, [5, 4, 8])).toMatchObject({ weights: [0, 1, 0], rss: 0 });
  });

  it('halves the way between two', () => {
    const { weights, slack } = simplexLeastSquares(
      [
        [0, 2],
        [0, 2],
      ],
      [1, 1],
    );
    expect(weights).toEqual([0.5, 0.5]);
    expect(slack).toBeNull();
  });

  it('gives a single donor all the weight, and refuses none', () => {
    expect(simplexLeastSquares([[3], [4]], [9, 9]).weights).toEqual([1]);
    expect(() => simplexLeastSquares([[], []], [1, 2])).toThrow('statistics.too-few-rows');
  });

  it('copes with twins', () => {
    const { weights, rss } = simplexLeastSquares(
      [
        [1, 1, 4],
        [2, 2, 3],
        [3, 3, 5],
      ],
      [2, 2.5, 3.5],
    );
    expect((weights[0] ?? 0) * (weights[1] ?? 0)).toBe(0);
    expect(rss).toBeLessThan(0.5);
  });
});
