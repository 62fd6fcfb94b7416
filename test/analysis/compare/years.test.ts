import { describe, expect, it } from 'vitest';
import { type CompareOptions, compare } from '../../../src/analysis/compare/compare.ts';
import { shownPairs } from '../../../src/analysis/compare/result.ts';
import { financialYearWindow, quarterWindow } from '../../../src/analysis/quarters/windows.ts';
import { financialQuarter } from '../../../src/data/period.ts';
import { findingText } from '../../../src/messages.ts';
import { area, nhsQuarter } from '../../support/areas.ts';

const first = financialQuarter(2010, 1);
const years = 8;
const flat = (perQuarter: number) => Array.from({ length: 4 * years }, () => perQuarter);
/** Half as many from 2014/15 on: every pair of years around that date has a ratio of ratios of one half, every other one of 1. */
const halved = flat(600).map((count, i) => (i < 16 ? count : count / 2));
const intervention = nhsQuarter('2014/15 Q1');

const OPTIONS: CompareOptions = {
  baseline: null,
  followUp: null,
  likeForLike: false,
  from: null,
  to: null,
  intervention,
  deflator: null,
  priceYear: null,
};

const compared = (
  options: Partial<CompareOptions> = {},
  mine: readonly number[] = halved,
  theirs: readonly number[] = flat(5000),
  sizes: readonly [number, number] = [25000, 200000],
) =>
  compare(
    area('A', first, { admissions: mine, list_size: flat(sizes[0]) }),
    area('B', first, { admissions: theirs, list_size: flat(sizes[1]) }),
    { ...OPTIONS, ...options },
  );

const found = ({ findings }: ReturnType<typeof compared>, id: string) => findings.find((one) => one.id === id);

describe('the years compared, beside the date of the change', () => {
  it('are not spoken of where one lies before it and the other after', () => {
    expect(found(compared(), 'compare.years-beside-change')).toBeUndefined();
    expect(found(compared({ intervention: null }), 'compare.years-beside-change')).toBeUndefined();
  });

  it.each([
    ['2012/13', financialYearWindow(2012), '2013/14', financialYearWindow(2013), 'before', 'before'],
    ['2014/15', financialYearWindow(2014), '2016/17', financialYearWindow(2016), 'after', 'after'],
    [
      'across',
      quarterWindow(nhsQuarter('2013/14 Q3'), nhsQuarter('2014/15 Q2')),
      '2016/17',
      quarterWindow(nhsQuarter('2016/17 Q3'), nhsQuarter('2017/18 Q2')),
      'across',
      'after',
    ],
  ])('are a caution where they do not set before against after: %s', (_, baseline, __, followUp, left, right) => {
    const said = found(compared({ baseline, followUp }), 'compare.years-beside-change');
    expect(said).toMatchObject({ kind: 'caution', slots: { baselineSide: left, followUpSide: right } });
    expect(said && findingText(said)).toContain('does not set before against after');
  });
});

describe('how far the answer hangs on the years', () => {
  it('is told of pairs around the change; the result keeps all', () => {
    const { result, findings } = compared();
    const sensitivity = result.sensitivity;
    if (!sensitivity) throw new Error('no sensitivity');
    // 29 windows of four quarters; pairs that do not overlap: 25 + 24 + ... + 1.
    expect(sensitivity.baselines).toHaveLength((25 * 26) / 2);
    expect(sensitivity.max).toBeCloseTo(1, 12);
    const { rows, around } = shownPairs(sensitivity);
    expect(around).toBe(true);
    // 13 windows of four quarters lie in the 16 before, 13 in the 16 after.
    expect(rows).toHaveLength(13 * 13);
    for (const row of rows) expect(row.ratioOfRatios).toBeCloseTo(0.5, 12);
    const said = findings.find(({ id }) => id === 'compare.sensitivity');
    expect(said?.slots).toMatchObject({ pairs: 169, below: 169, excludingOne: 169, around: true });
    expect(said && findingText(said)).toContain('one before the change in 2014/15 Q1 and one after it');
  });

  it('is told of all pairs without a date, or where fewer than two lie around it', () => {
    const without = compared({ intervention: null });
    expect(found(without, 'compare.sensitivity')?.slots).toMatchObject({ pairs: 325, around: false });
    expect(without.result.sensitivity?.baselines.every(({ aroundChange }) => aroundChange === null)).toBe(true);
    const early = compared({ intervention: nhsQuarter('2010/11 Q3') });
    const said = found(early, 'compare.sensitivity');
    expect(said?.slots).toMatchObject({ pairs: 325, around: false });
    expect(said && findingText(said)).toContain('this says little of it');
  });
});

describe('regression to the mean', () => {
  const id = 'compare.regression-to-mean';
  const double = flat(1200).map((count, i) => (i < 16 ? count : count / 2));

  it('is raised by a high start and a fall, and not by a high start and a rise', () => {
    expect(found(compared({}, double), id)?.slots.percent).toBeCloseTo(92, 6);
    expect(
      found(
        compared(
          {},
          [...double].reverse().map((count) => 2 * count),
        ),
        id,
      ),
    ).toBeUndefined();
  });

  it('is not raised by a start that chance would put there', () => {
    // 52 a year on 400 people, where 100 per 1,000 are usual: 30 % above, log 1.3 = 0.262, standard error 1 / root 52 = 0.139.
    const few = flat(13).map((count, i) => (i < 16 ? count : 10));
    expect(found(compared({}, few, flat(5000), [400, 200000]), id)).toBeUndefined();
  });
});
