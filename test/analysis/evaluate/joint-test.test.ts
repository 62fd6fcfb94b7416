import { describe, expect, it } from 'vitest';
import { jointTest } from '../../../src/statistics/linear/joint-test.ts';
import { expectClose } from '../../support/golden.ts';
import { quarterAt, simulatedEvaluation } from './support.ts';

const controlled = (options = {}) => simulatedEvaluation(options).result.controlled;
const alternative = (model: string) => controlled()?.alternatives.find((one) => one.model === model);

// Expected values: joint-test.R.
describe('jump and change of slope together', () => {
  it('are tested in the primary model as R has it', () => {
    const joint = controlled()?.primary?.joint;
    expect(joint).toMatchObject({ terms: 2, df: 28 });
    expectClose(joint?.statistic, 11.748723386875787, 1e-8);
    expectClose(joint?.p, 0.000197338887349, 1e-8);
  });

  it('are four terms with a second change', () => {
    const joint = controlled({ secondIntervention: quarterAt(25) })?.primary?.joint;
    expect(joint).toMatchObject({ terms: 4, df: 26 });
    expectClose(joint?.statistic, 6.67987824031, 1e-8);
    expectClose(joint?.p, 7.748069558989e-4, 1e-8);
  });

  it('are tested in the difference series too', () => {
    expectClose(alternative('difference-series-ols')?.joint?.statistic, 16.82420404324, 1e-8);
    expectClose(alternative('difference-series-ols')?.joint?.p, 1.589667544158e-5, 1e-8);
    // gls stops at about 1e-6 of rho
    expectClose(alternative('difference-series-reml-ar1')?.joint?.statistic, 9.371439735512, 1e-5);
    expect(alternative('difference-series-reml-ar1')?.joint).toMatchObject({ terms: 2, df: 28 });
    expect(alternative('difference-in-differences')?.joint).toBeNull();
  });

  it('are the square of t where there is one term, and nothing without spread', () => {
    const of = { coefficients: [3, -4], covariance: [[4, 0], [0, 1]], df: 10 }; // biome-ignore format: a matrix
    expect(jointTest(of, [0])).toMatchObject({ statistic: 9 / 4, terms: 1, df: 10 });
    expect(jointTest(of, [0, 1])?.statistic).toBeCloseTo((9 / 4 + 16) / 2, 12);
    expect(jointTest({ ...of, covariance: [[4, 2], [2, 1]] }, [0, 1])).toBeNull(); // biome-ignore format: a matrix
    expect(jointTest({ ...of, df: null }, [0])).toBeNull();
  });
});

describe('seasons in the primary model, where they are asked for', () => {
  const seasonal = () => controlled({ seasons: 'quarters' });

  it('are fitted as R fits them', () => {
    const primary = seasonal()?.primary;
    expect(primary?.df).toBe(25);
    expect(Object.keys(primary?.seasonTerms ?? {})).toEqual(['quarter2', 'quarter3', 'quarter4']);
    expectClose(primary?.dispersion.raw, 0.6966451425078, 1e-8);
    expectClose(primary?.joint?.statistic, 11.85900219043, 1e-8);
    expectClose(primary?.effectAtEnd.estimate, 0.7686797277021, 1e-8);
    expectClose(primary?.effectAtEnd.lower, 0.6836860419656, 1e-8);
    expectClose(primary?.effectAtEnd.upper, 0.8642395595518, 1e-8);
    expectClose(primary?.expected, 11272.34818253, 1e-8);
    expectClose(primary?.avoided.estimate, 1572.3777098317, 1e-8);
    expectClose(primary?.avoided.lower, 677.8881650257, 1e-7);
    expectClose(primary?.avoided.upper, 2466.8672546377, 1e-7);
  });

  it('leave the model without them among the others, and the curve its primary', () => {
    const models = seasonal()?.alternatives.map(({ model }) => model);
    expect(models).toContain('conditional-quasi-binomial-no-seasons');
    expect(models).not.toContain('conditional-quasi-binomial-seasons');
    const marked = simulatedEvaluation({ seasons: 'quarters' }).result.sensitivity?.specifications.filter(
      ({ primary }) => primary,
    );
    expect(marked).toMatchObject([{ model: 'conditional-quasi-binomial', seasons: true, before: 16, after: 16 }]);
  });

  it('stay out of it otherwise: the default is the contract', () => {
    for (const seasons of ['auto', 'none'] as const) {
      const primary = controlled({ seasons })?.primary;
      expect(primary?.seasonTerms).toBeNull();
      expectClose(primary?.terms.slope.estimate, -0.01501099399366, 1e-10);
    }
  });
});

it('a placebo in time says what it could have seen', () => {
  const { placeboInTime } = simulatedEvaluation().result;
  expectClose(placeboInTime?.effectAtEnd.estimate, 1.02163857827, 1e-8);
  expectClose(placeboInTime?.detectable?.percentChange, -21.31917207339, 1e-8);
  expectClose(placeboInTime?.detectable?.percentIncrease, 27.09576479454, 1e-8);
});
