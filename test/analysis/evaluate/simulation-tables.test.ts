import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { CHANGED_CELLS, NULL_CELLS, type Results } from '../../../scripts/simulations/experiments.js';
import { withTables } from '../../../scripts/simulations/tables.js';
import { ROOT } from '../../house/sources.ts';
import { bounds, cellOf, FLOORED_COVERAGE, nameOf, PUBLISHED, publishedBounds } from './simulation-support.ts';

const results = JSON.parse(readFileSync(join(ROOT, 'scripts/simulations/results.json'), 'utf8')) as Results;
const { runs } = results;
const alarms = results.falseAlarms.map((row) => ({ ...row.cell, alarms: row.alarms }));
const found = results.recovery.map(({ cell, covered }) => ({ ...cell, covered }));

describe('the simulations that docs/methods.md reports (node scripts/simulations/run.js makes them anew)', () => {
  it('are of the cells that the script has, with at least 2,000 data sets each', () => {
    expect(runs).toBeGreaterThanOrEqual(2000);
    expect(results.falseAlarms.map(({ cell }) => cell)).toEqual(NULL_CELLS);
    expect(results.recovery.map(({ cell }) => cell)).toEqual(CHANGED_CELLS);
  });

  it.each(PUBLISHED.map((one) => [nameOf(one), one] as const))('agree within Monte Carlo error: %s', (_, published) => {
    const row = cellOf(alarms, published);
    for (const method of ['primary', 'differenceSeries', 'neweyWest'] as const) {
      const [low, high] = publishedBounds(published.shares[method], runs, 2);
      expect(row.alarms[method], method).toBeGreaterThanOrEqual(low);
      expect(row.alarms[method], method).toBeLessThanOrEqual(high);
    }
  });

  it('find the primary interval to hold the truth in 93.5 to 96.5% of data sets with noise of the practice itself', () => {
    const { covered } = cellOf(found, { design: '16+16', sd: 0.03, rho: 0 });
    expect(covered / runs).toBeGreaterThanOrEqual(0.935);
    expect(covered / runs).toBeLessThanOrEqual(0.965);
  });

  it('find it conservative without that noise, as the floor on the dispersion makes it', () => {
    const { covered } = cellOf(found, { design: '16+16', sd: 0, rho: 0 });
    const [low, high] = bounds(FLOORED_COVERAGE, runs, 3);
    expect(covered).toBeGreaterThanOrEqual(low);
    expect(covered).toBeLessThanOrEqual(high);
    expect(low).toBeGreaterThan(0.955 * runs);
  });

  it('stand in the page as they were counted', () => {
    const page = readFileSync(join(ROOT, 'docs/methods.md'), 'utf8');
    expect(page).toBe(withTables(page, results));
  });
});
