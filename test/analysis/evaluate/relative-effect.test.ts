import { describe, expect, it } from 'vitest';
import { evaluate } from '../../../src/analysis/evaluate/evaluate.ts';
import { area } from '../../support/areas.ts';
import { FIRST, OPTIONS, quarterAt } from './support.ts';

/** Two quarters up, two down: what scatters about the line. */
const NOISE = [3, 3, -3, -3];
const QUARTERS = 24;
const CHANGE = 13;

/** Least squares on counts of an area that starts at 600, falls by `slope` a quarter, and is level from quarter 13 on. */
function percentOf(slope: number) {
  const values = Array.from({ length: QUARTERS }, (_, i) => {
    const line = 600 - slope * Math.min(i, CHANGE - 1);
    return line + (NOISE[i % NOISE.length] ?? 0);
  });
  const { result } = evaluate(area('practice', FIRST, { admissions: values }), null, {
    ...OPTIONS,
    intervention: quarterAt(CHANGE),
    seasons: 'none',
  });
  const [ols] = result.segmented;
  const counterfactual = result.series[0]?.points.at(-1);
  return { effect: ols?.effectAtEnd, relative: ols?.relativeEffectAtEnd, counterfactual };
}

describe('the effect in the last quarter as a percentage', () => {
  it('is of the counterfactual', () => {
    const { effect, relative, counterfactual } = percentOf(10);
    expect(counterfactual?.lower).toBeGreaterThan(0);
    expect(relative?.estimate).toBeCloseTo((100 * (effect?.estimate ?? 0)) / (counterfactual?.counterfactual ?? 1), 10);
  });

  // At 26 a quarter the course before ends at 600 - 23 x 26 = 2, give or take more than that: 288 on 2 would be 14,000 %.
  it('is not given where the counterfactual may be nothing', () => {
    const { effect, relative, counterfactual } = percentOf(26);
    expect(effect?.estimate).toBeGreaterThan(200);
    expect(counterfactual?.lower).toBeLessThan(0);
    expect(counterfactual?.upper).toBeGreaterThan(0);
    expect(relative).toBeNull();
  });

  it('is not given below nothing', () => {
    const { relative, counterfactual } = percentOf(30);
    expect(counterfactual?.upper).toBeLessThan(0);
    expect(relative).toBeNull();
  });
});
