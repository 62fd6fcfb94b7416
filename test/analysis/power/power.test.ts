import { describe, expect, it } from 'vitest';
import { autocorrelationAlarms } from '../../../src/analysis/power/autocorrelation-alarms.ts';
import { designErrors, interruptedDesign } from '../../../src/analysis/power/interrupted.ts';
import { detectablePower, type PowerOptions } from '../../../src/analysis/power/power.ts';
import { detectableRateRatio } from '../../../src/analysis/power/rate-ratio.ts';
import { tQuantile } from '../../../src/statistics/distributions/t.ts';
import { at, dot, type Matrix, product, transpose } from '../../../src/statistics/linear/matrix.ts';
import { normalDraw } from '../../../src/statistics/random/draws.ts';
import { seeded } from '../../../src/statistics/random/generator.ts';

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

describe('detectable rate ratio', () => {
  it('no fall, however large, where the baseline is small', () => {
    expect(detectableRateRatio({ before: 12 }).lower).toBeNull();
    expect(detectableRateRatio({ before: 0 })).toEqual({ lower: null, upper: null });
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
  it.each([
    [19, 5, 0.3],
    [32, 17, 0.6],
  ])(
    'finds the false alarms of least squares that are computed exactly: %d quarters from the %dth on, rho %d',
    (n, first, rho) => {
      // 60,000 runs leave a standard error of at most 0.002.
      const [levels, slopes] = falseAlarms(n, first, rho, 60_000);
      const design = interruptedDesign(n, first);
      expect(Math.abs(levels - autocorrelationAlarms(design, 2, rho))).toBeLessThan(0.006);
      expect(Math.abs(slopes - autocorrelationAlarms(design, 3, rho))).toBeLessThan(0.006);
    },
  );

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
