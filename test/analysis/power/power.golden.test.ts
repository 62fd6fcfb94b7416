import { describe, expect, it } from 'vitest';
import { exactConditionalPower } from '../../../src/analysis/power/exact.ts';
import { designErrors, detectableCounts, interruptedDesign } from '../../../src/analysis/power/interrupted.ts';
import { detectablePower, type PowerOptions } from '../../../src/analysis/power/power.ts';
import { detectableRateRatio } from '../../../src/analysis/power/rate-ratio.ts';
import { detectableNcp, detectableSlope, tTestPower } from '../../../src/analysis/power/slope.ts';
import { tQuantile } from '../../../src/statistics/distributions/t.ts';
import { at, dot, type Matrix, product, transpose } from '../../../src/statistics/linear/matrix.ts';
import { normalDraw } from '../../../src/statistics/random/draws.ts';
import { seeded } from '../../../src/statistics/random/generator.ts';
import { expectClose, golden } from '../../support/golden.ts';

const TOLERANCE = 1e-7;
const expected = golden('18-power-mde');

const OPTIONS: PowerOptions = {
  listSizes: [13_851],
  rate: 85,
  quartersBefore: 16,
  quartersAfter: 16,
  dispersion: 1,
  autocorrelation: 0,
  comparatorSize: 520_000,
  runs: 0,
  seed: 1,
};

describe('detectable change in closed form (golden 18)', () => {
  it.each([
    ['x0_100', { before: 100 }],
    ['x0_640', { before: 640 }],
    ['x0_2400', { before: 2400 }],
    ['x0_2400_with_county', { before: 2400, comparatorBefore: 49_000, comparatorAfter: 54_000 }],
    ['x0_2400_phi2', { before: 2400, comparatorBefore: 49_000, comparatorAfter: 54_000, dispersion: 2 }],
  ] as const)('rate ratio, %s', (name, years) => {
    const { lower, upper } = expected.mde_rate_ratio_examples[name];
    expectClose(detectableRateRatio(years).lower, lower, TOLERANCE);
    expectClose(detectableRateRatio(years).upper, upper, TOLERANCE);
  });

  it('rate ratio, by list size and dispersion', () => {
    for (const { x0, phi, mde_reduction_pct, mde_increase_pct } of expected.grid) {
      const years = { before: x0, comparatorBefore: 49_000, comparatorAfter: 54_000, dispersion: phi };
      expectClose(100 * (1 - (detectableRateRatio(years).lower ?? 0)), mde_reduction_pct, TOLERANCE);
      expectClose(100 * ((detectableRateRatio(years).upper ?? 0) - 1), mde_increase_pct, TOLERANCE);
    }
  });

  it('no fall, however large, where the baseline is small', () => {
    expect(detectableRateRatio({ before: 12 }).lower).toBeNull();
    expect(detectableRateRatio({ before: 0 })).toEqual({ lower: null, upper: null });
  });

  it.each(['a', 'b', 'c'])('exact conditional test, %s', (name) => {
    const { m0, m1, power } = expected.exact_power[name];
    expectClose(exactConditionalPower(m0, m1), power, TOLERANCE);
  });

  it('slope of a straight line', () => {
    for (const { n, sigma, se, mde, power_at_3se } of expected.slope) {
      expectClose(detectableSlope(n, sigma).se, se, TOLERANCE);
      expectClose(detectableSlope(n, sigma).slope, mde, TOLERANCE);
      expectClose(tTestPower(3, n - 2), power_at_3se, TOLERANCE);
    }
  });

  it('interrupted series with known autocorrelation', () => {
    for (const one of expected.its_design) {
      const { gls, ols, naive } = designErrors(interruptedDesign(one.n, one.t0), one.rho);
      for (const [matrix, name] of [
        [gls, 'gls'],
        [ols, 'ols'],
        [naive, 'naive'],
      ] as const) {
        expectClose(Math.sqrt(at(matrix, 2, 2)), one[`se_level_${name}`], TOLERANCE);
        expectClose(Math.sqrt(at(matrix, 3, 3)), one[`se_slope_${name}`], TOLERANCE);
      }
      const ncp = detectableNcp(one.n - 4);
      expectClose(ncp, one.ncp80, TOLERANCE);
      expectClose(ncp * Math.sqrt(at(gls, 3, 3)), one.mde_slope, TOLERANCE);
    }
  });

  it('controlled series', () => {
    for (const {
      n,
      t0,
      m,
      M,
      phi,
      se_level,
      se_slope,
      mde_level_pct,
      mde_slope_pct_per_quarter,
    } of expected.cits_design) {
      const closed = detectableCounts({
        quartersBefore: t0 - 1,
        quartersAfter: n - t0 + 1,
        events: m,
        others: M,
        dispersion: phi,
        autocorrelation: 0,
      });
      expectClose(closed?.levelError, se_level, TOLERANCE);
      expectClose(closed?.slopeError, se_slope, TOLERANCE);
      expectClose(-100 * Math.expm1(-(closed?.level ?? 0)), mde_level_pct, TOLERANCE);
      expectClose(-100 * Math.expm1(-(closed?.slope ?? 0)), mde_slope_pct_per_quarter, TOLERANCE);
    }
  });
});

/** Shares of runs without any effect in which least squares on AR(1) errors finds a jump, and a change of slope. */
function falseAlarms(n: number, first: number, rho: number, runs: number): readonly [number, number] {
  const random = seeded(42);
  const design = interruptedDesign(n, first);
  const { naive } = designErrors(design, 0);
  const solver: Matrix = product(naive, transpose(design));
  const critical = tQuantile(0.975, n - 4);
  let [levels, slopes] = [0, 0];
  for (let run = 0; run < runs; run += 1) {
    const e: number[] = [normalDraw(random) / Math.sqrt(1 - rho * rho)];
    for (let i = 1; i < n; i += 1) e.push(rho * (e[i - 1] as number) + normalDraw(random));
    const b = solver.map((row) => dot(row, e));
    const rss = design.reduce((sum, row, i) => sum + ((e[i] as number) - dot(row, b)) ** 2, 0);
    const t = (j: number) => Math.abs(b[j] as number) / Math.sqrt((rss / (n - 4)) * at(naive, j, j));
    if (t(2) > critical) levels += 1;
    if (t(3) > critical) slopes += 1;
  }
  return [levels / runs, slopes / runs];
}

describe('simulation', () => {
  it('least squares under autocorrelation raises false alarms as in golden 18', () => {
    for (const { n, t0, rho, level, slope } of expected.type1_simulation) {
      const [levels, slopes] = falseAlarms(n, t0, rho, 20_000);
      // Two simulations of 20,000 runs each: three standard errors of their difference at .34 are .014.
      const reach = (p: number) => Math.max(0.006, 3 * Math.sqrt((2 * p * (1 - p)) / 20_000));
      expect(Math.abs(levels - level)).toBeLessThan(reach(level));
      expect(Math.abs(slopes - slope)).toBeLessThan(reach(slope));
    }
  });

  it('finds the closed form’s change about as often as it says, the same every time', () => {
    const once = detectablePower({ ...OPTIONS, runs: 1000 }).result.detectable.find(
      ({ design }) => design === 'controlled-level',
    )?.simulated;
    const again = detectablePower({ ...OPTIONS, runs: 1000 }).result.detectable.find(
      ({ design }) => design === 'controlled-level',
    )?.simulated;
    expect(once).toEqual(again);
    expect(once?.powerError).toBeCloseTo(Math.sqrt(((once?.power ?? 0) * (1 - (once?.power ?? 0))) / 1000), 12);
    expect(Math.abs((once?.power ?? 0) - 0.8)).toBeLessThan(0.1);
  });
});

describe('detectablePower', () => {
  it('answers the list size asked for, beside others', () => {
    const { result, findings } = detectablePower(OPTIONS);
    expect(result.detectable[0]).toMatchObject({ design: 'two-years', listSize: 13_851, power: 0.8, alpha: 0.05 });
    expect(new Set(result.detectable.map(({ listSize }) => listSize)).size).toBe(5);
    expect(findings[0]?.id).toBe('power.answer');
    const falls = result.detectable.filter(({ design }) => design === 'two-years');
    const [five] = falls.filter(({ listSize }) => listSize === 5000);
    const [thirty] = falls.filter(({ listSize }) => listSize === 30_000);
    expect(five?.percentChange ?? 0).toBeLessThan(thirty?.percentChange ?? 0);
  });

  it('allows for autocorrelation, and says so where no fall would be found', () => {
    const fall = (options: Partial<PowerOptions>) =>
      detectablePower({ ...OPTIONS, ...options }).result.detectable.find(({ design }) => design === 'controlled-level')
        ?.percentChange ?? 0;
    expect(fall({ autocorrelation: 0.4 })).toBeLessThan(fall({}));
    const tiny = detectablePower({ ...OPTIONS, listSizes: [120], rate: 100 });
    expect(tiny.result.detectable[0]?.percentChange).toBeNull();
    expect(tiny.findings.map(({ id }) => id)).toContain('power.no-fall');
  });

  it.each([
    { listSizes: [0] },
    { rate: Number.NaN },
    { quartersBefore: 2 },
    { dispersion: 0.5 },
    { autocorrelation: 1 },
    { runs: -1 },
  ])('refuses %o', (options) => {
    expect(() => detectablePower({ ...OPTIONS, ...options })).toThrow('power.out-of-range');
  });
});
