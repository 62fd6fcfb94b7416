import { describe, expect, it } from 'vitest';
import { expectClose, golden } from '../../support/golden.ts';
import { simulatedEvaluation } from './support.ts';

describe('the specification curve', () => {
  const { sensitivity, controlled } = simulatedEvaluation().result;
  const all = sensitivity?.specifications ?? [];

  it('is sorted, names what each one is, and marks the primary once', () => {
    const estimates = all.map(({ estimate }) => estimate);
    expect(estimates).toEqual([...estimates].sort((a, b) => a - b));
    const primary = all.filter((one) => one.primary);
    expect(primary).toHaveLength(1);
    expect(primary[0]).toMatchObject({ model: 'conditional-quasi-binomial', seasons: false, before: 16, after: 16 });
    const { level, slope } = controlled?.primary?.terms ?? {};
    // Mean over s = 0 to 15: level + 7.5 slope.
    expectClose(primary[0]?.estimate, Math.exp((level?.estimate ?? 0) + 7.5 * (slope?.estimate ?? 0)), 1e-10);
  });

  it('holds the mean shift of golden 15 G', () => {
    const { est, se_ols } = golden('15-controlled-its').G_did_logratio_mean_shift;
    const shift = all.find(
      ({ model, before, after }) => model === 'difference-in-differences' && before + after === 32,
    );
    expectClose(shift?.estimate, Math.exp(est), 1e-7);
    expect(shift?.lower).toBeLessThan(Math.exp(est - 1.9 * se_ols));
  });

  it('varies stretches, models and seasons, and counts who agrees', () => {
    expect(new Set(all.map(({ before }) => before))).toEqual(new Set([4, 8, 12, 16]));
    expect(new Set(all.map(({ after }) => after))).toEqual(new Set([4, 8, 12, 16]));
    expect(new Set(all.map(({ model }) => model)).size).toBe(7);
    expect(all.some(({ seasons }) => seasons)).toBe(true);
    const significant = all.filter(({ lower, upper }) => lower > 1 || upper < 1).length;
    expect(sensitivity).toMatchObject({ total: all.length, significant });
    expect(sensitivity?.sameSign).toBe(all.filter(({ estimate }) => estimate < 1).length);
  });
});
