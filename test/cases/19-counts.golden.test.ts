import { describe, expect, it } from 'vitest';
import type { Estimate } from '../../src/statistics/estimate.ts';
import { byarCount, crudeRate, exactCount, wilsonInterval } from '../../src/statistics/intervals/count.ts';
import { golden, sharedGolden } from '../support/golden.ts';
import { Ledger } from '../support/ledger.ts';
import { describeShared } from '../support/shared.ts';

const CASE = '19-rates-byar-exact-wilson';
const TOLERANCE = { absolute: 1e-9 };
const METHODS = { Exact: 'exact Poisson', Byars: 'Byar' } as const;
const isGiven = (value: number | null): value is number => value !== null;
const limitsOf = ({ lower, upper }: Estimate) => [lower, upper].filter(isGiven);

describe('golden 19: limits of counts and crude rates', () => {
  const { phe_byar: _b, phe_wilson: _w, phe_rate: _r, ...own } = golden(CASE);
  const ledger = new Ledger(own, TOLERANCE);
  const table: readonly { readonly x: number; readonly rate_per_1000_n28000: { method: keyof typeof METHODS } }[] =
    own.table;

  it.each(table.map((row, i) => [row.x, `table/${i}`, row] as const))('%d events', (x, name, row) => {
    ledger.leavesOut(`${name}/x`);
    ledger.holdsAll(`${name}/exact95`, limitsOf(exactCount(x)));
    ledger.holdsAll(`${name}/exact998`, limitsOf(exactCount(x, 0.998)));
    ledger.holdsAll(`${name}/byar95`, limitsOf(byarCount(x)));
    ledger.holdsAll(`${name}/byar998`, limitsOf(byarCount(x, 0.998)));
    const rate = crudeRate({ events: x, time: 28 });
    ledger.holds(`${name}/rate_per_1000_n28000/value`, rate.estimate);
    ledger.holds(`${name}/rate_per_1000_n28000/lo`, rate.lower);
    ledger.holds(`${name}/rate_per_1000_n28000/hi`, rate.upper);
    expect(rate.method).toBe(METHODS[row.rate_per_1000_n28000.method]);
  });

  it('Byar as it comes where it falls below zero', () => {
    ledger.holds('byar_lower_x1_998_raw', byarCount(1, 0.998).lower);
  });

  it('leaves no number out', () => {
    expect(ledger.open).toEqual([]);
  });
});

describeShared('golden 19: published test values of the public health package', `golden/${CASE}`, () => {
  const { phe_byar, phe_wilson, phe_rate } = sharedGolden(CASE);
  const ledger = new Ledger({ phe_byar, phe_wilson, phe_rate }, TOLERANCE);

  function holdsLimits(name: string, { lower, upper }: Estimate, [low, high] = ['lo', 'hi']): void {
    ledger.holds(`${name}/${low}`, lower);
    ledger.holds(`${name}/${high}`, upper);
  }

  it('Byar', () => {
    for (const [i, { x, conf }] of phe_byar.entries()) {
      ledger.leavesOut(`phe_byar/${i}/x`, `phe_byar/${i}/conf`);
      holdsLimits(`phe_byar/${i}`, byarCount(x, conf));
    }
  });

  it('Wilson', () => {
    for (const [i, { x, n, conf }] of phe_wilson.entries()) {
      ledger.leavesOut(`phe_wilson/${i}/x`, `phe_wilson/${i}/n`, `phe_wilson/${i}/conf`);
      holdsLimits(`phe_wilson/${i}`, wilsonInterval(x, n, conf));
    }
  });

  it('rates, exact or Byar', () => {
    for (const [i, { x, n, mult, method, ...limits }] of phe_rate.entries()) {
      ledger.leavesOut(`phe_rate/${i}/x`, `phe_rate/${i}/n`, `phe_rate/${i}/mult`);
      const exposure = { events: x, time: n / mult };
      expect(crudeRate(exposure).method).toBe(METHODS[method as keyof typeof METHODS]);
      holdsLimits(`phe_rate/${i}`, crudeRate(exposure), ['lo95', 'hi95']);
      if ('lo998' in limits) holdsLimits(`phe_rate/${i}`, crudeRate(exposure, 0.998), ['lo998', 'hi998']);
    }
  });

  it('leaves no number out', () => {
    expect(ledger.open).toEqual([]);
  });
});
