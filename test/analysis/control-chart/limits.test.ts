import { describe, expect, it } from 'vitest';
import { controlChart } from '../../../src/analysis/control-chart/control-chart.ts';
import { event, subgroupsOf, valuesOf } from './support.ts';

const ids = (chart: { readonly findings: readonly { readonly id: string }[] }) => chart.findings.map(({ id }) => id);
const line = (chart: ReturnType<typeof controlChart>, i = 0) => {
  const { centre, lower, upper } = chart.points[i] ?? { centre: null, lower: null, upper: null };
  return [lower, centre, upper];
};
const near = (values: readonly (number | null)[], wanted: readonly (number | null)[], digits = 9) =>
  values.forEach((value, i) => {
    const own = wanted[i] ?? null;
    if (own === null) expect(value).toBeNull();
    else expect(value).toBeCloseTo(own, digits);
  });

/** Mean 11, moving ranges 2, 2, 4, 2, 2: mean 2.4. */
const SIX = [10, 12, 10, 14, 12, 10];
const MEAN = 68 / 6;

describe('limits by hand', () => {
  it('I: mean and 3 / 1.128 or 2.66 mean moving ranges, by the constant that the rule set names', () => {
    const ihi = controlChart(valuesOf(SIX), { chart: 'i', ruleSet: 'ihi-control' });
    near(line(ihi), [MEAN - (3 * 2.4) / 1.128, MEAN, MEAN + (3 * 2.4) / 1.128]);
    expect(ihi.constants).toEqual({ '3/d2': 3 / 1.128 });
    const wheeler = controlChart(valuesOf(SIX), { chart: 'i', ruleSet: 'wheeler' });
    near(line(wheeler), [MEAN - 2.66 * 2.4, MEAN, MEAN + 2.66 * 2.4]);
    expect(wheeler.constants).toEqual({ E2: 2.66 });
  });

  it('MR: 3.267 times the mean, from 0, or 3.268 as Wheeler has it', () => {
    near(line(controlChart(valuesOf(SIX), { chart: 'mr' })), [0, 2.4, 2.4 * 3.267]);
    expect(() => controlChart(valuesOf(SIX), { chart: 'mr', ruleSet: 'wheeler' })).toThrow('control-chart.zones');
  });

  it('C and U and P stop at 0, and P at its whole', () => {
    near(line(controlChart(valuesOf([4, 5, 3]), { chart: 'c' })), [0, 4, 10]);
    const u = controlChart(valuesOf([4, 5, 3], { n: [1, 1, 1] }), { chart: 'u', per: 10 });
    near(line(u), [0, 40, 100]);
    const p = controlChart(valuesOf([9, 10, 8], { n: [10, 10, 10] }), { chart: 'p', per: 100 });
    near(line(p), [90 - 300 * Math.sqrt(0.09 / 10), 90, 100]);
  });

  it('I and I′ do not stop at 0', () => {
    const [lower] = line(controlChart(valuesOf([1, 9, 0, 8]), { chart: 'i' }));
    expect(lower).toBeLessThan(0);
    const [prime] = line(controlChart(valuesOf([1, 9, 0, 8], { n: [10, 10, 10, 10] }), { chart: 'iprime' }));
    expect(prime).toBeLessThan(0);
  });

  it('I′ is I but for the constant where denominators are equal', () => {
    const values = SIX.map((value) => value * 100);
    const i = controlChart(valuesOf(values, { n: values.map(() => 100) }), { chart: 'i', per: 1 });
    const prime = controlChart(valuesOf(values, { n: values.map(() => 100) }), { chart: 'iprime', per: 1 });
    const width = (chart: typeof i) => (chart.points[0]?.upper ?? 0) - (chart.points[0]?.centre ?? 0);
    expect(width(i) / width(prime)).toBeCloseTo(3 / 1.128 / (3 / (2 / Math.sqrt(Math.PI))), 12);
  });

  it('Xbar and S: equal subgroups by the mean of their standard deviations', () => {
    const groups = [
      [1, 3],
      [2, 6],
      [4, 6],
    ];
    const within = (Math.SQRT2 + 2 * Math.SQRT2 + Math.SQRT2) / 3;
    near(
      line(controlChart(subgroupsOf(groups), { chart: 'xbar' })),
      [11 / 3 - 2.658680776 * within, 11 / 3, 11 / 3 + 2.658680776 * within],
      7,
    );
    near(
      line(controlChart(subgroupsOf(groups), { chart: 's' })),
      [0, within, (1 + 3 * Math.sqrt(Math.PI / 2 - 1)) * within],
      7,
    );
  });

  it('Xbar: subgroups of other sizes by pooling', () => {
    const chart = controlChart(
      subgroupsOf([
        [1, 3],
        [2, 6, 4],
      ]),
      { chart: 'xbar' },
    );
    const within = Math.sqrt((1 * 2 + 2 * 4) / 3);
    expect(chart.points[0]?.upper).toBeCloseTo(16 / 5 + 2.658680776 * within, 7);
    expect(chart.points.map(({ n }) => n)).toEqual([2, 3]);
  });

  it('G: mean and geometric spread about the median; no lower limit in the SQL query', () => {
    const values = [2, 4, 6, 8, 10, 6, 4, 8, 2, 10, 6, 6, 0];
    const mean = 72 / 13;
    const upper = mean + 3 * Math.sqrt(mean * (mean + 1));
    near(line(controlChart(valuesOf(values), { chart: 'g' })), [0, 6, upper]);
    near(line(controlChart(valuesOf(values), { chart: 'g', ruleSet: 'mdc-sql-2.6a' })), [null, Math.LN2 * mean, upper]);
  });

  it('G: by quantiles of the geometric distribution about the mean, and the other versions as alternatives', () => {
    // p = 1 / 5: 1 - 0.8^(k + 1) reaches 0.00135 at k = 0 and 0.99865 at k = 29 (0.8^30 = 0.00124, 0.8^29 = 0.00155).
    const chart = controlChart(valuesOf([4, 2, 6, 4, 4]), { chart: 'g', geometric: 'quantiles' });
    expect(line(chart)).toEqual([0, 4, 29]);
    const versions = chart.alternatives.filter(({ choice }) => choice === 'g-limits');
    expect(versions.map(({ value }) => value)).toEqual(['median', 'no-lower']);
  });

  it('T: an individuals chart of the 3.6th root, back to the power', () => {
    const roots = [2, 3, 2, 3, 2, 3];
    const values = roots.map((root) => root ** 3.6);
    const low = 2.5 - 3 / 1.128;
    expect(low).toBeLessThan(0);
    near(line(controlChart(valuesOf(values), { chart: 't' })), [0, 2.5 ** 3.6, (2.5 + 3 / 1.128) ** 3.6], 6);
  });

  it('U′: sigma-z multiplies the limits, and is stated', () => {
    const counts = [100, 120, 80, 110, 90, 130];
    const chart = controlChart(valuesOf(counts, { n: counts.map(() => 1000) }), { chart: 'uprime', per: 1000 });
    const centre = 105;
    const sigma = Math.sqrt(centre);
    const sigmaZ = (20 + 40 + 30 + 20 + 40) / 5 / sigma / 1.128;
    expect(chart.sigmaZ).toBeCloseTo(sigmaZ, 12);
    expect(chart.points[0]?.upper).toBeCloseTo(centre + 3 * sigmaZ * sigma, 9);
    expect(ids(chart)).toContain('control-chart.sigma-z');
  });
});

describe('what limits are made from', () => {
  const values = [10, 12, 11, 13, 40, 12, 10, 11, 13, 12];

  it('an excluded point leaves no trace: the moving range bridges it', () => {
    const chart = controlChart(valuesOf(values), { chart: 'i', exclude: [event(5)] });
    const without = controlChart(valuesOf(values.filter((value) => value !== 40)), { chart: 'i' });
    near(line(chart), line(without));
    expect(chart.points[4]).toMatchObject({ excluded: true, value: 40, signals: [], variation: null });
    expect(chart.points[4]?.upper).toBe(chart.points[0]?.upper);
  });

  it('a missing point breaks the moving range, and says so', () => {
    const gap = controlChart(valuesOf(values.map((value) => (value === 40 ? null : value))), { chart: 'i' });
    const ranges = [2, 1, 2, 2, 1, 2, 1];
    const centre = 104 / 9;
    const width = (3 / 1.128) * (ranges.reduce((a, b) => a + b) / ranges.length);
    near(line(gap), [centre - width, centre, centre + width]);
    expect(ids(gap)).toContain('control-chart.gap');
    expect(gap.points[4]).toMatchObject({ value: null, variation: null, z: null });
  });

  it('screens large moving ranges once, only if asked, and says how many', () => {
    const plain = controlChart(valuesOf(values), { chart: 'i' });
    const screened = controlChart(valuesOf(values), { chart: 'i', screenMovingRanges: true });
    const kept = [2, 1, 2, 2, 1, 2, 1];
    expect(plain.screened).toBe(false);
    expect(screened.screened).toBe(true);
    expect(screened.phases[0]?.screenedOut).toBe(2);
    expect((screened.points[0]?.upper ?? 0) - 14.4).toBeCloseTo((3 / 1.128) * (11 / kept.length), 9);
    expect(screened.constants).toEqual({ '3/d2': 3 / 1.128, D4: 3.267 });
  });

  it('the SQL query drops the value that ends a large moving range from the mean too', () => {
    const thirteen = [...values, 11, 12, 10];
    const chart = controlChart(valuesOf(thirteen), { chart: 'i', ruleSet: 'mdc-sql-2.6a', screenMovingRanges: true });
    expect(chart.points[0]?.centre).toBeCloseTo((177 - 40 - 12) / 11, 9);
  });

  it('screens by default under nhsr alone', () => {
    expect(controlChart(valuesOf(values), { chart: 'i', ruleSet: 'nhsr' }).screened).toBe(true);
    expect(controlChart(valuesOf(values), { chart: 'i', ruleSet: 'nhsr', screenMovingRanges: false }).screened).toBe(
      false,
    );
  });

  it('refuses to screen where that leaves no width: fifteen equal values, then a step', () => {
    const step = [...new Array<number>(15).fill(10), ...new Array<number>(5).fill(14)];
    const chart = controlChart(valuesOf(step), { chart: 'i', screenMovingRanges: true });
    expect(chart.screened).toBe(false);
    expect(ids(chart)).toContain('control-chart.screening-refused');
    near(line(chart), [11 - (3 / 1.128) * (4 / 19), 11, 11 + (3 / 1.128) * (4 / 19)]);
  });
});

describe('series that cannot vary', () => {
  it.each(['i', 'mr', 'c', 'g', 't'] as const)('%s: a constant series has nothing to judge', (chart) => {
    for (const screenMovingRanges of [false, true]) {
      const result = controlChart(valuesOf(new Array<number>(20).fill(5)), { chart, screenMovingRanges, target: 4 });
      expect(result).toMatchObject({
        state: 'no-variation',
        variation: 'insufficient',
        assurance: 'none',
        signals: [],
      });
      expect(ids(result)[0]).toBe('control-chart.no-variation');
      expect(result.points.every(({ variation, signals }) => variation === null && signals.length === 0)).toBe(true);
    }
  });

  it.each(['iprime', 'u', 'uprime', 'p', 'pprime'] as const)('%s: nor has a constant rate', (chart) => {
    const n = [10, 20, 30, 20, 10, 40, 30, 20];
    const result = controlChart(
      valuesOf(
        n.map((size) => size / 10),
        { n },
      ),
      { chart },
    );
    expect(result).toMatchObject({ state: 'no-variation', signals: [] });
    if (chart.endsWith('prime')) expect(line(result)).toEqual([null, 100, null]);
  });

  it('all zeros are a constant series', () => {
    for (const chart of ['i', 'c', 'g'] as const)
      expect(controlChart(valuesOf([0, 0, 0, 0]), { chart })).toMatchObject({ state: 'no-variation', signals: [] });
    const n = [10, 20, 30];
    for (const chart of ['u', 'uprime', 'p', 'pprime', 'iprime'] as const)
      expect(controlChart(valuesOf([0, 0, 0], { n }), { chart }).state).toBe('no-variation');
  });

  it('two distinct values give ordinary limits', () => {
    const chart = controlChart(valuesOf([1, 2, 1, 2, 1, 2]), { chart: 'i' });
    near(line(chart), [1.5 - 3 / 1.128, 1.5, 1.5 + 3 / 1.128]);
  });

  it('a frozen baseline without variation has no limits; a shift from it is still found', () => {
    const values = [...new Array<number>(10).fill(5), ...new Array<number>(9).fill(8)];
    const chart = controlChart(valuesOf(values), { chart: 'i', freeze: event(10) });
    expect(line(chart)).toEqual([null, 5, null]);
    expect(chart.signals.map(({ rule }) => rule)).toEqual(['shift']);
    expect(ids(chart)).toContain('control-chart.no-width');
  });

  it('copes with values of any size, and with negative ones on I', () => {
    for (const scale of [1e-9, 1e9, -1e9, 1e15]) {
      const chart = controlChart(valuesOf(SIX.map((value) => value * scale)), { chart: 'i' });
      expect((chart.points[0]?.centre ?? 0) / scale).toBeCloseTo(MEAN, 9);
      expect(chart.state).toBe('judged');
    }
  });
});
