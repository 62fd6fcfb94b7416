import { describe, expect, it } from 'vitest';
import { gateText } from '../../../src/messages/evaluate/gates.ts';
import { evaluated, from } from './simulated-pair.ts';

describe('the verdict', () => {
  it('is consistent with an effect where rates fell by a fifth and stayed there', () => {
    const { verdict, result, sentence } = evaluated({ seed: 21, practice: from(17, -0.22) });
    expect(verdict).toEqual(['evaluate.consistent-with']);
    expect(result.controlled?.primary?.joint?.p).toBeLessThan(0.001);
    expect(sentence('evaluate.effect')).toMatch(/This is more than chance alone would explain\.$/);
  });

  it('is chance where nothing happened, by both tests', () => {
    const { verdict, sentence } = evaluated({ seed: 13 });
    expect(verdict).toEqual(['evaluate.could-be-chance']);
    expect(sentence('evaluate.could-be-chance')).toMatch(/so could jump and change of slope together \(P = 0\.\d+\)/);
  });

  it('is a course that changed where a fall faded, though no difference is left in the last quarter', () => {
    const fading = (t: number) => (t < 17 ? 0 : -0.3 * Math.exp(-(t - 17) / 4));
    const { verdict, sentence } = evaluated({ seed: 2, practice: fading });
    expect(verdict).toEqual(['evaluate.course-changed']);
    expect(sentence('evaluate.course-changed')).toMatch(
      /it may have faded\. The jump \(−.*\) and the change of slope \(\+/,
    );
    expect(sentence('evaluate.effect')).toMatch(/could be chance, but jump and change of slope together are not/);
    expect(sentence('evaluate.terms')).toContain('they point opposite ways');
  });
});

describe('a date that is wrong', () => {
  const early = { seed: 7, practice: from(9, -0.25) };

  it('is found by setting it earlier, and forbids causal words', () => {
    const { verdict, gate, find, sentence } = evaluated({ ...early, change: 17 });
    expect(gate('placebo-in-time')?.passed).toBe(false);
    expect(gate('causal-words')?.slots.failed).toContain('placebo-in-time');
    expect(verdict).toEqual(['evaluate.describes-only']);
    expect(find('evaluate.found-before')?.kind).toBe('caution');
    expect(sentence('evaluate.found-before')).toContain('wrongly dated');
    expect(find('evaluate.placebo-in-time')).toBeUndefined();
  });

  it('is not looked for where there are too few quarters before, which decides nothing by itself', () => {
    const { gate, result } = evaluated({ seed: 7, quarters: 20, change: 7 });
    expect(result.placeboInTime).toBeNull();
    expect(gateText(gate('placebo-in-time') as never)).toContain('Too few quarters');
    expect(gate('causal-words')?.slots.failed).not.toContain('placebo-in-time');
  });

  it('that finds nothing says what it could have seen, and does not reassure beside trends that differ', () => {
    const { find, sentence, gate } = evaluated({ seed: 5, practice: (t) => -0.02 * t });
    expect(gate('pre-trend')?.passed).toBe(false);
    expect(find('evaluate.placebo-in-time')?.kind).toBe('finding');
    expect(sentence('evaluate.placebo-in-time')).toMatch(/only have seen a fall of [\d.]+% or more/);
    expect(sentence('evaluate.placebo-in-time')).toContain('no reassurance');
    expect(sentence('evaluate.pre-trend')).toContain('not on the same course before');
  });
});

describe('conditions of causal words', () => {
  it('ask for list sizes, and the sentences speak of counts without them', () => {
    const { verdict, gate, sentence } = evaluated({ seed: 21, practice: from(17, -0.22), listSizes: false });
    expect(gate('causal-words')?.slots.failed).toEqual(['list-sizes']);
    expect(verdict).toEqual(['evaluate.describes-only']);
    expect(sentence('evaluate.effect')).toContain('but counts are compared, not rates: a description, not evidence');
    expect(sentence('evaluate.pre-trend')).toContain('Practice’s count moved');
    expect(sentence('evaluate.slope-difference')).toContain('Practice’s count moved');
  });

  it('ask for more than two years before', () => {
    const failed = (change: number) => evaluated({ seed: 12, change }).gate('course-before')?.passed === false;
    expect(failed(9)).toBe(true);
    expect(failed(10)).toBe(false);
  });

  it('name trends that differed before in the summary’s sentence', () => {
    const { sentence, gate } = evaluated({ seed: 33, comparator: from(11, 0.15), practice: from(17, 0.3) });
    expect(gate('pre-trend')?.passed).toBe(false);
    expect(sentence('evaluate.effect')).toMatch(
      /but the trends differed before already \(P (<|=) .*: a description, not evidence\.$/,
    );
  });

  it('hold the trends before against the primary model where quarters count nothing', () => {
    const { result, gate } = evaluated({ seed: 8, people: 40 });
    expect(result.controlled?.preTrend).toBeNull();
    expect(gate('pre-trend')).toMatchObject({ passed: true, slots: { test: 'conditional' } });
    expect(gateText(gate('pre-trend') as never)).toContain('primary model on those quarters');
  });
});

describe('what the primary model leans on', () => {
  it('is the course of two years, carried over six: the mean without it is set beside', () => {
    const { find, sentence } = evaluated({ seed: 4, quarters: 31, change: 9 });
    expect(find('evaluate.extrapolated')?.slots).toMatchObject({ before: 8, after: 23 });
    expect(sentence('evaluate.extrapolated')).toMatch(/carrying the course of 8 quarters before over 23/);
    expect(sentence('evaluate.extrapolated')).toMatch(/the mean after is [\d.]+% (lower|higher) than the mean before/);
  });

  it('is the course before, where that is all there is: a practice on its way down that just goes on', () => {
    const { find } = evaluated({ seed: 6, practice: (t) => -0.012 * t });
    expect(find('evaluate.extrapolated')?.slots).toMatchObject({ other: true });
  });

  const own = [-0.15, 0, 0, 0.2] as const;
  const seasonal = { seed: 9, practice: (t: number) => (own[(t - 1) % 4] ?? 0) + from(17, -0.15)(t) };

  it('is seasons that both share: where the practice has its own, that is said with the other number', () => {
    const { find, sentence } = evaluated(seasonal);
    expect(find('evaluate.seasons-differ')?.kind).toBe('caution');
    expect(sentence('evaluate.seasons-differ')).toContain('--seasons quarters');
    expect(evaluated({ seed: 21, practice: from(17, -0.22) }).find('evaluate.seasons-differ')).toBeUndefined();
  });

  it('is not seasons where they are in the model: the interval narrows, and holds the truth', () => {
    const { result, find } = evaluated(seasonal, { seasons: 'quarters' });
    const plain = evaluated(seasonal).result.controlled?.primary?.effectAtEnd;
    const { lower, upper } = result.controlled?.primary?.effectAtEnd ?? {};
    expect(Number(upper) / Number(lower)).toBeLessThan(Number(plain?.upper) / Number(plain?.lower));
    expect(Number(lower)).toBeLessThan(Math.exp(-0.15));
    expect(Number(upper)).toBeGreaterThan(Math.exp(-0.15));
    expect(find('evaluate.seasons-differ')).toBeUndefined();
  });
});
