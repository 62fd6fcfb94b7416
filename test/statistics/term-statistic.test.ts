import { describe, expect, it } from 'vitest';
import { interruptedDesign } from '../../src/analysis/power/interrupted.ts';
import { BINOMIAL, POISSON } from '../../src/statistics/glm/family.ts';
import { fitGlm } from '../../src/statistics/glm/fit.ts';
import { quasi } from '../../src/statistics/glm/inference.ts';
import { termStatistic } from '../../src/statistics/glm/term-statistic.ts';
import { at } from '../../src/statistics/linear/matrix.ts';
import { poissonDraw } from '../../src/statistics/random/draws.ts';
import { seeded } from '../../src/statistics/random/generator.ts';

describe('statistic of a term, quickly', () => {
  it.each([
    [6, 12, 40],
    [32, 300, 11_000],
    [400, 290, 11_000],
  ])('is that of the careful fit: %d quarters of %d and %d events', (quarters, events, others) => {
    const random = seeded(7);
    const design = interruptedDesign(quarters, quarters / 2 + 1);
    for (let run = 0; run < 20; run += 1) {
      const y = design.map(() => poissonDraw(random, events));
      const trials = y.map((count) => count + poissonDraw(random, others));
      for (const term of [2, 3]) {
        const share = quasi(fitGlm(design, y, BINOMIAL, { trials }));
        const counts = quasi(fitGlm(design, y, POISSON));
        const t = ({ coefficients, covariance }: typeof share) =>
          Math.abs(coefficients[term] as number) / Math.sqrt(at(covariance, term, term));
        const start = [Math.log(events / others), 0, 0, 0];
        expect(termStatistic({ design, y, trials, family: BINOMIAL, start }, term)).toBeCloseTo(t(share), 5);
        expect(termStatistic({ design, y, family: POISSON, start: [Math.log(events), 0, 0, 0] }, term)).toBeCloseTo(
          t(counts),
          5,
        );
      }
    }
  });

  it('is none where a side is empty', () => {
    const design = interruptedDesign(8, 5);
    const y = [5, 6, 7, 6, 0, 0, 0, 0];
    expect(termStatistic({ design, y, family: POISSON, start: [Math.log(6), 0, 0, 0] }, 2)).toBeNull();
  });
});
