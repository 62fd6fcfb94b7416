import { describe, expect, it } from 'vitest';
import { fitNegativeBinomial } from '../../src/statistics/glm/negative-binomial.ts';
import { gammaDraw, poissonDraw } from '../../src/statistics/random/draws.ts';
import { seeded } from '../../src/statistics/random/generator.ts';
import { expectClose } from '../support/golden.ts';

describe('negative binomial regression', () => {
  it('finds the spread that was put in', () => {
    const random = seeded(4);
    const y = Array.from({ length: 3000 }, () => poissonDraw(random, gammaDraw(random, 5, 40 / 5)));
    const own = fitNegativeBinomial(
      y.map(() => [1]),
      y,
    );
    expect(Math.abs((own.theta ?? 0) - 5)).toBeLessThan(4 * (own.thetaError ?? 0));
    expectClose(Math.exp(own.fit.coefficients[0] ?? 0), y.reduce((sum, count) => sum + count, 0) / 3000, 1e-9);
  });

  it('copes with zeros', () => {
    const own = fitNegativeBinomial(
      [1, 1, 1, 1, 1].map((one) => [one]),
      [0, 0, 0, 0, 0],
    );
    expect(own.theta).toBeNull();
    expect(own.fit.atEdge).toBe(true);
    expect(
      fitNegativeBinomial(
        [1, 1, 1, 1, 1].map((one) => [one]),
        [0, 0, 0, 0, 30],
      ).theta,
    ).toBeGreaterThan(0);
  });
});
