import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import {
  autocorrelationAlarms,
  detectableNcp,
  detectableRateRatio,
  detectableSlope,
  exactConditionalPower,
  type TwoYears,
  tTestPower,
} from '../../src/analysis/power/closed-forms.ts';
import { designErrors, detectableCounts, interruptedDesign } from '../../src/analysis/power/interrupted.ts';
import { detectablePower, type PowerOptions } from '../../src/analysis/power/power.ts';
import type { PowerDesign } from '../../src/analysis/power/result.ts';
import { normalQuantile } from '../../src/statistics/distributions/normal.ts';
import { at } from '../../src/statistics/linear/matrix.ts';
import { golden } from '../support/golden.ts';
import { Ledger } from '../support/ledger.ts';

const CASE = '18-power-mde';
const expected = golden(CASE);
const ledger = new Ledger(expected, { relative: 1e-7 });
const COUNTY = { comparatorBefore: 49_000, comparatorAfter: 54_000 };

/** What a row asks is not the library's to give. */
const asks = (row: string, ...names: readonly string[]) => ledger.leavesOut(...names.map((name) => `${row}/${name}`));

/** Rows of a table with the way to each. */
const rowsOf = <T>(table: readonly T[], name: string) => table.map((row, i) => [`${name}/${i}`, row] as const);

describe('golden 18: the detectable change in closed form', () => {
  it('of a rate ratio, alone and beside a county', () => {
    const examples: Readonly<Record<string, TwoYears>> = {
      x0_100: { before: 100 },
      x0_640: { before: 640 },
      x0_2400: { before: 2400 },
      x0_2400_with_county: { before: 2400, ...COUNTY },
      x0_2400_phi2: { before: 2400, ...COUNTY, dispersion: 2 },
    };
    for (const [name, years] of Object.entries(examples)) {
      ledger.holds(`mde_rate_ratio_examples/${name}/lower`, detectableRateRatio(years).lower);
      ledger.holds(`mde_rate_ratio_examples/${name}/upper`, detectableRateRatio(years).upper);
    }
    ledger.holds('za_plus_zb', normalQuantile(0.025, 'upper') + normalQuantile(0.8));
  });

  it('of a rate ratio, by list size and dispersion', () => {
    for (const [name, { list_size: people, rate_per_1000py: rate, phi }] of rowsOf<Record<string, number>>(
      expected.grid,
      'grid',
    )) {
      const before = ((people ?? 0) * (rate ?? 0)) / 1000;
      const { lower, upper } = detectableRateRatio({ before, ...COUNTY, dispersion: phi ?? 1 });
      asks(name, 'list_size', 'rate_per_1000py', 'phi');
      ledger.holds(`${name}/x0`, before);
      ledger.holds(`${name}/mde_reduction_pct`, 100 * (1 - (lower ?? Number.NaN)));
      ledger.holds(`${name}/mde_increase_pct`, 100 * ((upper ?? Number.NaN) - 1));
    }
  });

  it('of two counts by the exact test', () => {
    for (const name of ['a', 'b', 'c'].map((one) => `exact_power/${one}`)) {
      asks(name, 'm0', 'm1');
      ledger.holds(`${name}/power`, exactConditionalPower(ledger.of(`${name}/m0`), ledger.of(`${name}/m1`)));
    }
  });

  it('of the slope of a straight line', () => {
    for (const [name, { n, sigma }] of rowsOf<{ n: number; sigma: number }>(expected.slope, 'slope')) {
      const { se, slope } = detectableSlope(n, sigma);
      asks(name, 'n', 'sigma');
      ledger.holds(`${name}/se`, se);
      ledger.holds(`${name}/mde`, slope);
      ledger.holds(`${name}/power_at_3se`, tTestPower(3, n - 2));
    }
  });

  it('of an interrupted series with known autocorrelation', () => {
    for (const [name, { n, t0, rho }] of rowsOf<{ n: number; t0: number; rho: number }>(
      expected.its_design,
      'its_design',
    )) {
      const errors = designErrors(interruptedDesign(n, t0), rho);
      const ncp = detectableNcp(n - 4);
      asks(name, 'n', 't0', 'rho');
      ledger.holds(`${name}/ncp80`, ncp);
      for (const [term, j] of [
        ['level', 2],
        ['slope', 3],
      ] as const) {
        for (const kind of ['gls', 'ols', 'naive'] as const)
          ledger.holds(`${name}/se_${term}_${kind}`, Math.sqrt(at(errors[kind], j, j)));
        ledger.holds(`${name}/mde_${term}`, ncp * Math.sqrt(at(errors.gls, j, j)));
      }
    }
  });

  it('of a controlled series of counts', () => {
    for (const [name, { n, t0, m, M, phi }] of rowsOf<{ n: number; t0: number; m: number; M: number; phi: number }>(
      expected.cits_design,
      'cits_design',
    )) {
      const closed = detectableCounts({
        quartersBefore: t0 - 1,
        quartersAfter: n - t0 + 1,
        events: m,
        others: M,
        dispersion: phi,
        autocorrelation: 0,
      });
      asks(name, 'n', 't0', 'm', 'M', 'phi');
      ledger.holds(`${name}/se_level`, closed?.levelError);
      ledger.holds(`${name}/se_slope`, closed?.slopeError);
      ledger.holds(`${name}/mde_level_pct`, -100 * Math.expm1(-(closed?.level ?? Number.NaN)));
      ledger.holds(`${name}/mde_slope_pct_per_quarter`, -100 * Math.expm1(-(closed?.slope ?? Number.NaN)));
    }
  });
});

describe('golden 18: as power gives it', () => {
  const OPTIONS: PowerOptions = {
    listSizes: [10_000],
    rate: 1000,
    quartersBefore: 16,
    quartersAfter: 16,
    dispersion: 1,
    autocorrelation: 0,
    comparatorSize: null,
    runs: 0,
    seed: 1,
  };
  const designed = (options: Partial<PowerOptions>, listSize: number) => {
    const { detectable } = detectablePower({ ...OPTIONS, ...options, listSizes: [listSize] }).result;
    return (design: PowerDesign) => detectable.find((one) => one.design === design && one.listSize === listSize);
  };

  it('two years, beside a county', () => {
    const rate = 85;
    const county = { comparatorSize: (1000 * 49_000) / rate, comparatorSizeAfter: (1000 * 54_000) / rate };
    for (const [name, { list_size: people, phi }] of rowsOf<Record<string, number>>(expected.grid, 'grid')) {
      const own = designed({ rate, ...county, dispersion: phi ?? 1 }, people ?? 0)('two-years');
      ledger.holds(`${name}/mde_reduction_pct`, -(own?.percentChange ?? Number.NaN));
      ledger.holds(`${name}/mde_increase_pct`, own?.percentIncrease);
    }
  });

  it('two years by the exact test', () => {
    for (const [name, change] of [
      ['a', -30],
      ['b', -10],
      ['c', -10],
    ] as const) {
      const own = designed({ change }, ledger.of(`exact_power/${name}/m0`))('two-years-exact');
      ledger.holds(`exact_power/${name}/power`, own?.powerOfChange);
    }
  });

  it('lines on counts', () => {
    for (const [name, { n, sigma }] of rowsOf<{ n: number; sigma: number }>(expected.slope, 'slope')) {
      const own = designed({ quartersBefore: 4, quartersAfter: n - 4, sigma }, 10_000)('trend');
      ledger.holds(`${name}/se`, own?.se);
      ledger.holds(`${name}/mde`, -(own?.change ?? Number.NaN));
    }
    for (const [name, { n, t0, rho }] of rowsOf<{ n: number; t0: number; rho: number }>(
      expected.its_design,
      'its_design',
    )) {
      const quarters = { quartersBefore: t0 - 1, quartersAfter: n - t0 + 1 };
      const of = designed({ ...quarters, autocorrelation: rho, sigma: 1 }, 10_000);
      for (const term of ['level', 'slope'] as const) {
        const own = of(`linear-${term}`);
        ledger.holds(`${name}/se_${term}_gls`, own?.se);
        ledger.holds(`${name}/se_${term}_ols`, own?.seOrdinary);
        ledger.holds(`${name}/se_${term}_naive`, own?.seNaive);
        ledger.holds(`${name}/ncp80`, own?.reach);
        ledger.holds(`${name}/mde_${term}`, -(own?.change ?? Number.NaN));
      }
    }
  });

  it('a controlled series of counts', () => {
    for (const [name, { n, t0, m, M, phi }] of rowsOf<{ n: number; t0: number; m: number; M: number; phi: number }>(
      expected.cits_design,
      'cits_design',
    )) {
      const quarters = { quartersBefore: t0 - 1, quartersAfter: n - t0 + 1 };
      const of = designed({ ...quarters, dispersion: phi, comparatorSize: 4 * M }, 4 * m);
      ledger.holds(`${name}/se_level`, of('controlled-level')?.se);
      ledger.holds(`${name}/se_slope`, of('controlled-slope')?.se);
      ledger.holds(`${name}/mde_level_pct`, -(of('controlled-level')?.percentChange ?? Number.NaN));
      ledger.holds(`${name}/mde_slope_pct_per_quarter`, -(of('controlled-slope')?.percentChange ?? Number.NaN));
    }
  });

  it('false alarms of what ignores autocorrelation', () => {
    const [, , , , cell] = expected.type1_simulation as readonly Cell[];
    if (!cell) throw new Error('no fifth cell');
    const { result, findings } = detectablePower({ ...OPTIONS, autocorrelation: cell.rho });
    ledger.holds('type1_simulation/4/level', result.ignoredAutocorrelation?.level, { absolute: 0.006 });
    ledger.holds('type1_simulation/4/slope', result.ignoredAutocorrelation?.slope, { absolute: 0.006 });
    expect(findings.map(({ id }) => id)).toContain('power.ignored-autocorrelation');
    expect(detectablePower(OPTIONS).result.ignoredAutocorrelation).toBeNull();
    const long = { quartersBefore: 60, quartersAfter: 60, autocorrelation: cell.rho };
    expect(detectablePower({ ...OPTIONS, ...long }).result.ignoredAutocorrelation).toBeNull();
  });
});

interface Cell {
  readonly n: number;
  readonly t0: number;
  readonly rho: number;
  readonly level: number;
  readonly slope: number;
}

describe('golden 18: false alarms of least squares where autocorrelation is ignored', () => {
  const shares = JSON.parse(readFileSync(new URL(`../golden/${CASE}/alarms.json`, import.meta.url), 'utf8'));
  const SIMULATION = { absolute: 0.006 };
  /**
   * 20,000 runs leave a standard error of 0.0031 at a share of 0.27, and this one came out 3.2 of them low: R's own simulation of a
   * million runs (alarms.R) has 0.26992, the exact share is 0.26997. The other eleven lie within 0.006 of the exact shares.
   */
  const UNLUCKY = 'type1_simulation/5/level';
  const exact = ({ n, t0, rho }: Cell) =>
    (['level', 'slope'] as const).map(
      (term, i) => [term, autocorrelationAlarms(interruptedDesign(n, t0), i + 2, rho)] as const,
    );

  it('exact shares beside 20,000 simulated series', () => {
    for (const [name, cell] of rowsOf<Cell>(expected.type1_simulation, 'type1_simulation')) {
      asks(name, 'n', 't0', 'rho');
      for (const [term, share] of exact(cell)) {
        if (`${name}/${term}` === UNLUCKY) continue;
        ledger.holds(`${name}/${term}`, share, SIMULATION);
      }
    }
    const millions: Cell = shares.cells[5];
    expect(Math.abs(millions.level - ledger.of(UNLUCKY))).toBeGreaterThan(SIMULATION.absolute);
    const share = autocorrelationAlarms(interruptedDesign(millions.n, millions.t0), 2, millions.rho);
    ledger.holds(UNLUCKY, share, { absolute: 4 * Math.sqrt((share * (1 - share)) / 20_000) });
  });

  it('exact shares beside a million simulated series', () => {
    const reach = (share: number) => 3 * Math.sqrt((share * (1 - share)) / shares.runs);
    for (const cell of shares.cells as readonly Cell[])
      for (const [term, share] of exact(cell)) expect(Math.abs(cell[term] - share)).toBeLessThan(reach(share));
  });

  it('are the level of the test where there is no autocorrelation', () => {
    expect(autocorrelationAlarms(interruptedDesign(32, 17), 3, 0)).toBeCloseTo(0.05, 10);
    expect(autocorrelationAlarms(interruptedDesign(19, 5), 2, 0, 0.01)).toBeCloseTo(0.01, 10);
  });
});

describe('golden 18', () => {
  it('leaves no number out', () => {
    expect(ledger.open).toEqual([]);
  });
});
