import { describe, expect, it } from 'vitest';
import { evaluate } from '../../../src/analysis/evaluate/evaluate.ts';
import type { EvaluateOptions } from '../../../src/analysis/evaluate/setup.ts';
import { placing } from '../../../src/document/placing.ts';
import { findingText } from '../../../src/messages.ts';
import { poissonDraw } from '../../../src/statistics/random/draws.ts';
import { seeded } from '../../../src/statistics/random/generator.ts';
import { area } from '../../support/areas.ts';
import { FIRST, OPTIONS, quarterAt } from './support.ts';

const QUARTERS = 32;
const times = (value: (t: number) => number) => Array.from({ length: QUARTERS }, (_, i) => value(i + 1));

interface Truth {
  readonly practice: (t: number) => number;
  readonly people?: (t: number) => number;
  readonly seed?: number;
  readonly alone?: boolean;
  /** People of the comparator, at 20 admissions per 1,000 a quarter. */
  readonly others?: number;
}

/** A practice with these means beside a county without any change; Poisson counts. */
function evaluated(
  { practice, people = () => 27_000, seed = 5, alone = false, others = 520_000 }: Truth,
  options: Partial<EvaluateOptions> = {},
) {
  const random = seeded(seed);
  const mine = area('Practice', FIRST, {
    admissions: times((t) => poissonDraw(random, practice(t))),
    list_size: times(people),
  });
  const county = area('County', FIRST, {
    admissions: times(() => poissonDraw(random, others * 0.02)),
    list_size: times(() => others),
  });
  const { result, findings } = evaluate(mine, alone ? null : county, { ...OPTIONS, ...options });
  const find = (id: string) => findings.find((one) => one.id === id);
  const sentence = (id: string) => {
    const found = find(id);
    return found ? findingText(found) : '';
  };
  const lead = placing(findings)
    .at('answer')
    .map((one) => findingText(one));
  return { result, find, sentence, lead };
}

describe('a quarter far from the model', () => {
  it('is named, with the difference without it', () => {
    const { result, sentence, lead } = evaluated({ practice: (t) => (t === 32 ? 200 : 540) });
    const outlier = result.controlled?.outlier;
    expect(outlier?.period).toBe('2017/18 Q4');
    expect(outlier?.standardised ?? 0).toBeLessThan(-3);
    // Nothing happened but for that quarter.
    expect(Math.abs(Math.log(outlier?.effectAtEnd?.estimate ?? 9))).toBeLessThan(0.15);
    expect(result.controlled?.primary?.effectAtEnd.estimate ?? 1).toBeLessThan(0.95);
    expect(sentence('evaluate.outlier')).toMatch(
      /^2017\/18 Q4 lies \d\.\d standard deviations below the primary model/,
    );
    expect(sentence('evaluate.outlier')).toContain('Without it the difference in 2017/18 Q4 is');
    expect(lead.some((text) => text.includes('standard deviations below'))).toBe(
      /That one quarter decides/.test(sentence('evaluate.outlier')),
    );
  });

  it('is not found where there is none', () => {
    const { result, find } = evaluated({ practice: () => 540 });
    expect(result.controlled?.outlier).toBeNull();
    expect(find('evaluate.outlier')).toBeUndefined();
  });
});

describe('a step of a list size', () => {
  it('is named with its quarters, and belongs to the summary', () => {
    const { result, sentence, lead } = evaluated({ practice: () => 540, people: (t) => (t >= 21 ? 21_000 : 27_000) });
    expect(result.listSizeSteps).toEqual([
      { area: 'Practice', from: '2014/15 Q4', to: '2015/16 Q1', percent: (100 * -6) / 27, count: 1 },
    ]);
    expect(sentence('compare.list-size-step')).toContain('changed by −22.2% from 2014/15 Q4 to 2015/16 Q1');
    expect(lead).toContain(sentence('compare.list-size-step'));
  });

  it('is more than people coming and going', () => {
    const { result } = evaluated({ practice: () => 540, people: (t) => 27_000 * 1.09 ** (t % 2) });
    expect(result.listSizeSteps).toEqual([]);
  });
});

describe('regression to the mean', () => {
  const caution = 'compare.regression-to-mean';

  it('is thought of where a high start is followed by a fall', () => {
    expect(evaluated({ practice: (t) => (t >= 17 ? 540 : 700) }).sentence(caution)).toContain('above County');
  });

  it('is not, where a low start is followed by a further fall', () => {
    const low = evaluated({ practice: (t) => (t >= 17 ? 250 : 400) });
    expect(low.result.regressionToMean?.percent ?? 0).toBeLessThan(-10);
    expect(low.find(caution)).toBeUndefined();
  });

  it('is, where a low start is followed by a rise', () => {
    expect(evaluated({ practice: (t) => (t >= 17 ? 520 : 400) }).sentence(caution)).toContain('below County');
  });

  it('is not, where chance would put the start there', () => {
    // 1.5 a quarter where 2 would be the comparator's rate: 24 against 32 in four years.
    const few = evaluated({ practice: () => 1.5, people: () => 100, others: 2000, seed: 3 });
    expect(Math.abs(few.result.regressionToMean?.percent ?? 0)).toBeGreaterThan(10);
    expect(few.find(caution)).toBeUndefined();
  });
});

describe('an evaluation without a comparator', () => {
  it('gives the practice’s own course as a description, in the summary', () => {
    const { sentence, lead } = evaluated({ practice: (t) => (t >= 17 ? 430 : 540), alone: true });
    expect(sentence('evaluate.single-area')).toMatch(
      /^By itself, in 2017\/18 Q4, Practice’s emergency admissions were [\d.]+% lower .* a description, not evidence\.$/,
    );
    expect(lead).toContain(sentence('evaluate.single-area'));
    expect(lead).toContain(sentence('evaluate.no-comparator'));
  });

  it('leaves that to the controlled model where there is one', () => {
    expect(evaluated({ practice: () => 540 }).find('evaluate.single-area')).toBeUndefined();
  });
});

describe('readings of one model', () => {
  /** Last quarter, sum and mean: whether chance would do. */
  const verdicts = ({ result }: ReturnType<typeof evaluated>) => {
    const primary = result.controlled?.primary;
    const mean = result.sensitivity?.specifications.find((one) => one.primary);
    return [primary?.effectAtEnd.p, primary?.avoided.p, mean?.p].map((p) => (p ?? 1) < 0.05);
  };

  it('are held against one another where they differ', () => {
    // A slow fall: the last quarter is lower long before the mean is.
    const slow = evaluated({ practice: (t) => 540 * (t >= 17 ? 0.985 ** (t - 17) : 1) });
    expect(new Set(verdicts(slow)).size).toBe(2);
    expect(slow.sentence('evaluate.readings-differ')).toMatch(
      /^The readings of this one model differ\. Beyond chance: /,
    );
    expect(slow.lead).toContain(slow.sentence('evaluate.readings-differ'));
    const clear = evaluated({ practice: (t) => (t >= 17 ? 350 : 540) });
    expect(new Set(verdicts(clear)).size).toBe(1);
    expect(clear.find('evaluate.readings-differ')).toBeUndefined();
  });

  it('begin with the primary’s own mean difference', () => {
    expect(evaluated({ practice: () => 540 }).sentence('evaluate.sensitivity')).toMatch(
      /^How fragile is it\? The primary’s mean difference over the quarters after is [+−]?\d+\.\d% \(95% interval/,
    );
  });
});

describe('washout and second change in words', () => {
  it('say that the quarter of the change is left out', () => {
    const { sentence } = evaluated(
      { practice: (t) => (t >= 17 ? 430 : 540) },
      { washout: { from: quarterAt(17), to: quarterAt(20) } },
    );
    expect(sentence('evaluate.terms')).toMatch(
      /jump in 2014\/15 Q1 .*, carried back to that quarter, which is left out \(−\d+\.\d% in 2015\/16 Q1, the first one used\)/,
    );
    expect(sentence('evaluate.avoided')).toContain('over the 12 quarters used after the change');
  });

  it('name the second change wherever both are meant', () => {
    const { sentence, result } = evaluated(
      { practice: (t) => (t >= 25 ? 400 : t >= 17 ? 480 : 540) },
      { secondIntervention: quarterAt(25) },
    );
    expect(result.design.secondIntervention).toBe('2016/17 Q1');
    expect(sentence('evaluate.effect')).toContain('both changes together, the second in 2016/17 Q1');
    expect(sentence('evaluate.terms')).toMatch(/second jump, in 2016\/17 Q1, −\d/);
    expect(sentence('evaluate.consistent-with')).toContain('(both changes together, the second in 2016/17 Q1)');
  });
});
