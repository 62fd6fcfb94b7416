import { describe, expect, it } from 'vitest';
import { evaluated } from './simulated-pair.ts';

describe('neighbouring quarters that resemble one another', () => {
  const RUNS = 25;
  const nulls = (seed: number, sd: number, rho: number) =>
    Array.from({ length: RUNS }, (_, i) => evaluated({ seed: seed + i, own: { sd, rho } }));
  const alike = nulls(800, 0.08, 0.8);
  const cautioned = (list: typeof alike) => list.filter(({ find }) => find('evaluate.autocorrelation')).length;
  const isSignificant = ({ lower, upper }: { readonly lower: number | null; readonly upper: number | null }) =>
    lower !== null && upper !== null && (lower > 1 || upper < 1);

  it('are a caution in most series with an autocorrelation of 0.8, and in few without any', () => {
    expect(cautioned(alike)).toBeGreaterThan(RUNS / 2);
    expect(cautioned(nulls(900, 0.03, 0))).toBeLessThan(RUNS / 4);
  });

  it('take back what only the model without autocorrelation finds', () => {
    const lost = alike.filter(({ result: { controlled } }) => {
      const reml = controlled?.alternatives.find(({ model }) => model === 'difference-series-reml-ar1')?.effectAtEnd;
      return controlled?.primary && isSignificant(controlled.primary.effectAtEnd) && reml && !isSignificant(reml);
    });
    expect(lost.length).toBeGreaterThan(1);
    for (const { find, verdict, sentence } of lost) {
      expect(find('evaluate.autocorrelation')?.slots).toMatchObject({ lost: true });
      expect(sentence('evaluate.autocorrelation')).toContain('REML with AR(1) errors');
      expect(verdict).not.toContain('evaluate.consistent-with');
    }
  });

  it('quote no model whose autocorrelation ran to its bound', () => {
    const odd = Array.from({ length: 12 }, (_, seed) =>
      evaluated({ seed: 500 + seed, practice: (t) => (t === 32 ? -1 : 0) }),
    );
    const atBound = odd.filter(({ result: { controlled } }) =>
      controlled?.alternatives.some(({ model, rho }) => model === 'difference-series-reml-ar1' && (rho ?? 0) > 0.989),
    );
    expect(atBound.length).toBeGreaterThan(0);
    for (const { find } of atBound) expect(find('evaluate.autocorrelation')?.slots.model).not.toBe('reml-ar1');
  });
});
