import { describe, expect, it } from 'vitest';
import { compare } from '../../../src/analysis/compare/compare.ts';
import { evaluate } from '../../../src/analysis/evaluate/evaluate.ts';
import { twoAnswers } from '../../../src/analysis/evaluate/two-answers.ts';
import { findingText } from '../../../src/messages.ts';
import { area } from '../../support/areas.ts';
import { FIRST, OPTIONS, quarterAt } from './support.ts';

/** Both answers on counts without noise: `mine` and `theirs` as multiples of 600 and 12,000 a quarter, 16 quarters before the change. */
function answers(n: number, mine: (t: number) => number, theirs: (t: number) => number = () => 1, change = 17) {
  const counts = (level: number, factor: (t: number) => number) =>
    Array.from({ length: n }, (_, i) => Math.round(level * factor(i + 1)));
  const practice = area('A', FIRST, {
    admissions: counts(600, mine),
    list_size: counts(27000, () => 1),
  });
  const county = area('B', FIRST, {
    admissions: counts(12000, theirs),
    list_size: counts(520000, () => 1),
  });
  const intervention = quarterAt(change);
  const compared = compare(practice, county, {
    ...OPTIONS,
    intervention,
    baseline: null,
    followUp: null,
    likeForLike: false,
    deflator: null,
    priceYear: null,
  });
  const evaluated = evaluate(practice, county, { ...OPTIONS, intervention });
  return twoAnswers(compared.result, evaluated.result);
}

describe('two answers', () => {
  it('of opposite sign are said to be that: a county that stepped up six quarters before the change', () => {
    const [found, ...more] = answers(
      32,
      () => 1,
      (t) => (t > 10 ? 1.16 : 1),
    );
    expect(more).toEqual([]);
    expect(found).toMatchObject({ id: 'report.opposite-answers', slots: { course: 'known', before: 16, after: 16 } });
    expect(found?.slots.compared).toBeCloseTo(1 / 1.16, 3);
    expect(Number(found?.slots.effect)).toBeGreaterThan(1.05);
    const text = found ? findingText(found) : '';
    expect(text).toContain('opposite sign');
    expect(text).toContain('13.8% lower in 2017/18');
    expect(text).toMatch(/already moved by −\d\.\d% a quarter .*95% interval .*P < 0\.001; 16 quarters/);
  });

  it('differ where the practice fell all along: lower years, no change of course, and a course that is known', () => {
    const [found] = answers(32, (t) => Math.exp(-0.01 * t));
    expect(found).toMatchObject({
      id: 'report.two-answers',
      slots: { beyondChance: 'comparison', course: 'known' },
    });
    expect(found && findingText(found)).toContain('already moved by −1.0% a quarter');
  });

  it('say of a course from few quarters that it is hardly known, not that it already moved', () => {
    const wiggle = [1.04, 0.95, 1.02, 0.97];
    const [found] = answers(16, (t) => Math.exp(t > 4 ? -0.02 * (t - 4) : 0) * (wiggle[t % 4] ?? 1), undefined, 5);
    expect(found).toMatchObject({ slots: { beyondChance: 'comparison', course: 'unknown', before: 4 } });
    const text = found ? findingText(found) : '';
    expect(text).toContain('The course before the change is hardly known');
    expect(text).toMatch(/95% interval −\d.*% to \+\d.*%; P = 0/);
    expect(text).toContain('for want of precision');
    expect(text).not.toContain('already moved');
  });

  it('are not spoken of where they agree', () => {
    expect(answers(32, (t) => (t > 16 ? 0.8 : 1))).toEqual([]);
    expect(answers(32, () => 1)).toEqual([]);
  });
});
