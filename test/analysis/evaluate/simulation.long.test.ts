import { describe, expect, it } from 'vitest';
import { CHANGED_CELLS, falseAlarms, NULL_CELLS, recovery } from '../../../scripts/simulations/experiments.js';
import { conditionalFit } from '../../../src/analysis/evaluate/controlled.ts';
import { seriesFit } from '../../../src/analysis/evaluate/controlled-fits.ts';
import { segmentRow } from '../../../src/analysis/evaluate/design.ts';
import { coefficient } from '../../../src/statistics/linear/combination.ts';
import { normalDraw, poissonDraw } from '../../../src/statistics/random/draws.ts';
import { seeded } from '../../../src/statistics/random/generator.ts';
import { bounds, cellOf, FLOORED_COVERAGE, nameOf, PUBLISHED, publishedBounds } from './simulation-support.ts';

const engine = { seeded, normalDraw, poissonDraw, conditionalFit, seriesFit, segmentRow, coefficient };

function expectWithin(count: number, [low, high]: readonly [number, number]): void {
  expect(count).toBeGreaterThanOrEqual(low);
  expect(count).toBeLessThanOrEqual(high);
}

/** Fewer data sets than the script has, the first ones of the same seeds: deterministic. Bounds of three standard errors. */
describe('false alarms of the change of slope at 5%', () => {
  const RUNS = 300;
  it.each(PUBLISHED.filter(({ rho }) => rho < 0.6).map((one) => [nameOf(one), one] as const))(
    'agree with the reference study: %s',
    (_, published) => {
      const alarms = falseAlarms(engine, cellOf(NULL_CELLS, published), RUNS);
      for (const method of ['primary', 'differenceSeries', 'neweyWest'] as const) {
        expectWithin(alarms[method], publishedBounds(published.shares[method], RUNS, 3));
      }
    },
  );

  it('are the same each time', () => {
    const [cell] = NULL_CELLS;
    if (!cell) throw new Error('no cells');
    expect(falseAlarms(engine, cell, 20)).toEqual(falseAlarms(engine, cell, 20));
  });
});

describe("the primary model's 95% interval for a known change of slope", () => {
  it('holds the truth in 95% of data sets with noise of the practice itself', () => {
    const cell = cellOf(CHANGED_CELLS, { design: '16+16', sd: 0.03, rho: 0 });
    const { covered, meanSlope } = recovery(engine, cell, 600);
    expectWithin(covered, bounds(0.95, 600, 3));
    expect(Math.abs(meanSlope + 0.016)).toBeLessThan(0.001);
  });

  it('is conservative where counts vary by chance alone: about 97%, because the dispersion is not used below 1', () => {
    const cell = cellOf(CHANGED_CELLS, { design: '16+16', sd: 0, rho: 0 });
    const { covered, floored } = recovery(engine, cell, 600);
    expectWithin(covered, bounds(FLOORED_COVERAGE, 600, 3));
    // A chi-squared with 28 degrees of freedom is below 28 with probability 0.54.
    expectWithin(floored, bounds(0.54, 600, 3));
  });
});
