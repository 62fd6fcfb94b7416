import { describe, expect, it } from 'vitest';
import { autocorrelationAlarms, detectableRateRatio } from '../../../src/analysis/power/closed-forms.ts';
import { designErrors, interruptedDesign } from '../../../src/analysis/power/interrupted.ts';
import { detectablePower, type PowerOptions } from '../../../src/analysis/power/power.ts';
import { yearInflation } from '../../../src/analysis/power/rows.ts';
import { magnitude } from '../../../src/messages/words/format.ts';
import { findingText } from '../../../src/messages.ts';
import { tQuantile } from '../../../src/statistics/distributions/t.ts';
import { POISSON } from '../../../src/statistics/glm/family.ts';
import { fitGlm } from '../../../src/statistics/glm/fit.ts';
import { pearsonDispersion, quasi } from '../../../src/statistics/glm/inference.ts';
import { at, dot, type Matrix, product, transpose } from '../../../src/statistics/linear/matrix.ts';
import { normalDraw, poissonDraw } from '../../../src/statistics/random/draws.ts';
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

describe('list sizes', () => {
  it('are those asked for where there are two, and the usual ones beside a single one', () => {
    const sizes = (listSizes: readonly number[]) => [
      ...new Set(detectablePower({ ...OPTIONS, listSizes }).result.detectable.map(({ listSize }) => listSize)),
    ];
    expect(sizes([13_851, 7000])).toEqual([13_851, 7000]);
    expect(sizes([13_851]).length).toBeGreaterThan(2);
  });
});

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

describe('a simulation that does not bear the closed form out', () => {
  const levelOf = (options: Partial<PowerOptions>) => {
    const { result, findings } = detectablePower({ ...OPTIONS, comparatorSize: null, runs: 300, ...options });
    const row = result.detectable.find(({ design }) => design === 'interrupted-level');
    return { row, simulated: row?.simulated ?? null, findings };
  };

  it('leads with the larger fall that the runs do find', () => {
    const { row, simulated, findings } = levelOf({ listSizes: [800] });
    expect(simulated?.belowTarget).toBe(true);
    expect(simulated?.percentChange ?? 0).toBeLessThan(row?.percentChange ?? 0);
    expect(findings[0]?.slots).toMatchObject({ refuted: true, level: simulated?.percentChange });
    const [answer = '', runs = ''] = findings.map((one) => findingText(one));
    expect(answer).toContain(`by simulation a fall of ${magnitude(simulated?.percentChange ?? null)}`);
    expect(answer).not.toContain(magnitude(row?.percentChange ?? null));
    expect(runs).toContain('The closed form promises too much here');
  });

  it('finds that fall with the power asked for, when it is simulated by other numbers', () => {
    const { simulated } = levelOf({ listSizes: [800] });
    const log = Math.log1p((simulated?.percentChange ?? 0) / 100);
    const random = seeded(7);
    const design = interruptedDesign(32, 17);
    const critical = tQuantile(0.975, 28);
    let found = 0;
    for (let run = 0; run < 1000; run += 1) {
      const counts = design.map(([, , post = 0]) => poissonDraw(random, 17 * Math.exp(log * post)));
      const fit = fitGlm(design, counts, POISSON);
      const { coefficients, covariance } = quasi(fit, pearsonDispersion(fit).used);
      if (Math.abs(coefficients[2] ?? 0) / Math.sqrt(at(covariance, 2, 2)) > critical) found += 1;
    }
    expect(Math.abs(found / 1000 - 0.8)).toBeLessThan(0.08);
  });

  it('says so where no fall is found, without an empty mark', () => {
    const { simulated, findings } = levelOf({ listSizes: [500], rate: 60, quartersBefore: 3, quartersAfter: 3 });
    expect(simulated?.percentChange).toBeNull();
    const [answer = '', runs = ''] = findings.map((one) => findingText(one));
    expect(answer).toContain('by simulation no fall that comes at once and lasts would be found reliably');
    expect(answer).not.toContain('96.9%');
    expect(`${answer}${runs}`).not.toContain('–');
  });

  it('holds false alarms at the level of the test where there is autocorrelation', () => {
    const { simulated } = levelOf({ dispersion: 2, autocorrelation: 0.6 });
    expect(simulated?.critical ?? 0).toBeGreaterThan(tQuantile(0.975, 28));
    expect(simulated?.power ?? 1).toBeLessThan(0.8);
    const chance = levelOf({ autocorrelation: 0.6 });
    expect(chance.simulated).toBeNull();
    expect(chance.findings.map(({ id }) => id)).toContain('power.not-simulated');
  });
});

describe('two years of autocorrelated quarters', () => {
  it('vary more than those of independent ones', () => {
    // The sum of four AR(1) quarters: 4 + 2 (3 rho + 2 rho^2 + rho^3), over 4.
    expect(yearInflation(0.8)).toBeCloseTo((4 + 2 * (2.4 + 1.28 + 0.512)) / 4, 12);
    expect(yearInflation(0)).toBe(1);
    const fall = (autocorrelation: number, dispersion: number) =>
      detectablePower({ ...OPTIONS, autocorrelation, dispersion }).result.detectable[0];
    expect(fall(0.8, 1)?.percentChange).toBeCloseTo(fall(0, yearInflation(0.8))?.percentChange ?? 0, 10);
    expect(fall(0.8, 1)?.dispersion).toBe(1);
    expect(fall(-0.8, 1)?.percentChange).toBe(fall(0, 1)?.percentChange);
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
    { listSizes: [0.5] },
    { listSizes: [1e9] },
    { rate: 1e9 },
    { rate: 1e-12 },
    { comparatorSize: 1e308 },
    { comparatorSize: 3 },
    { listSizes: [10_000.5] },
    { alpha: 5e-324 },
    { sigma: 1e9 },
    { change: 1e9 },
    { seed: 1e308 },
    { seed: 1.5 },
    { quartersBefore: 2 },
    { dispersion: 0.5 },
    { autocorrelation: 1 },
    { runs: -1 },
  ])('refuses %o', (options) => {
    expect(() => detectablePower({ ...OPTIONS, ...options })).toThrow('power.out-of-range');
  });

  it.each([
    ['usage.not-a-number', { rate: Number.NaN }],
    ['usage.not-a-number', { listSizes: [Number.POSITIVE_INFINITY] }],
    ['power.too-few-events', { listSizes: [1] }],
    ['power.no-change', { change: 0 }],
    ['power.below-alpha', { power: 0.05 }],
    ['power.no-comparator-size', { comparatorSize: null, comparatorSizeAfter: 900 }],
    ['power.too-many-runs', { runs: 100_000, quartersAfter: 17 }],
    ['power.too-many-runs', { runs: 8_001, quartersBefore: 200, quartersAfter: 200 }],
  ] as const)('refuses with %s: %o', (code, options) => {
    expect(() => detectablePower({ ...OPTIONS, ...options })).toThrow(code);
  });

  it('gives finite numbers at the edges of every range', () => {
    const edges: readonly Partial<PowerOptions>[] = [
      { listSizes: [1], rate: 1000, dispersion: 1000, quartersBefore: 3, quartersAfter: 3 },
      { listSizes: [12], rate: 100, comparatorSize: 100, quartersBefore: 3, quartersAfter: 3 },
      { listSizes: [10_000_000], rate: 10_000, comparatorSize: 100_000_000 },
      { autocorrelation: 0.99, dispersion: 2 },
      { autocorrelation: -0.99, dispersion: 1000 },
      { power: 0.999, alpha: 0.0001, sigma: 1_000_000, quartersBefore: 3, quartersAfter: 3 },
      { power: 0.051, alpha: 0.05, sigma: 0.001, change: 1000 },
      { change: -99.9, listSizes: [20_000], sigma: 0.001 },
    ];
    for (const options of edges) {
      const { result, findings } = detectablePower({ ...OPTIONS, runs: 20, ...options });
      const numbers = JSON.stringify(result, (_, value) =>
        Number.isFinite(value) || typeof value !== 'number' ? value : 'bad',
      );
      expect(numbers).not.toContain('bad');
      for (const finding of findings) expect(findingText(finding)).not.toMatch(/Infinity|NaN|undefined|\de\+/);
    }
  });
});
