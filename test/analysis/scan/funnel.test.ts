import { describe, expect, it } from 'vitest';
import { funnel } from '../../../src/analysis/scan/funnel.ts';
import { financialQuarter } from '../../../src/data/period.ts';
import type { Series } from '../../../src/data/series.ts';
import { quarterlySeries } from '../../support/areas.ts';
import { expectClose } from '../../support/golden.ts';

const FIRST = financialQuarter(2020, 1);

/** An area with the same admissions and list in each quarter. */
function area(name: string, admissions: number, list: number, quarters = 8): Series {
  const values = Array.from({ length: quarters }, () => admissions);
  const lists = quarterlySeries(
    name,
    'list_size',
    FIRST,
    values.map(() => list),
  );
  const own = quarterlySeries(name, 'admissions', FIRST, values);
  return { ...own, denominator: { measure: lists.measure, values: lists.values } };
}

const options = { per: 1000, to: null };

describe('the funnel', () => {
  // A year of 4 quarters: 400 of 4,000 people; together 4,000 events of 40,000 people, so 100 per 1,000.
  const even = [1000, 2000, 5000, 12_000, 20_000].map((list, place) => area(`A${place}`, list / 40, list));

  it('is the rate of all together, with what each area would have at it', () => {
    const result = funnel(even, options);
    expect(result).toMatchObject({ year: '2021/22', centre: 100, denominator: 'list_size', per: 1000, left: [] });
    expect(result?.areas[1]).toMatchObject({ observed: 200, denominator: 2000, expected: 200, rate: 100, z: 0 });
    expect(result?.areas.every(({ variation }) => variation === 'common')).toBe(true);
    expect(result?.overdispersion).toMatchObject({ phi: 0, tau2: 0 });
  });

  it('has exact Poisson limits, and those of the log scale with what is left between areas', () => {
    const at = funnel(even, options)?.limits[0];
    // 100 expected among 1,000 people: qchisq(.025, 200) / 2 = 81.36, qchisq(.975, 202) / 2 = 121.63 (exact tables).
    expect(at?.denominator).toBeCloseTo(1000, 6);
    expect(at?.lower95).toBeCloseTo(81.364, 2);
    expect(at?.upper95).toBeCloseTo(121.627, 2);
    // exp(1.959964 / sqrt(100)) = 1.21652; exp(3.090232 / 10) = 1.36206.
    expectClose(at?.adjustedUpper95, 121.6525, 1e-5);
    expectClose(at?.adjustedLower998, 100 / 1.362086, 1e-4);
  });

  it('names who lies outside, by the direction that is better', () => {
    // 60 areas at the common rate but for one twice as high and one at a half.
    const many = Array.from({ length: 60 }, (_, place) =>
      area(`A${place}`, place === 0 ? 500 : place === 1 ? 125 : 250 + ((place * 7) % 11) - 5, 10_000),
    );
    const result = funnel(many, options);
    expect(
      result?.areas
        .filter(({ variation }) => variation !== 'common')
        .map(({ area: name, beyond, variation }) => [name, beyond, variation]),
    ).toEqual([
      ['A0', 'far-above', 'concern'],
      ['A1', 'far-below', 'improvement'],
    ]);
  });

  it('takes the latest year that most areas have whole, and names those left out', () => {
    const short = area('Short', 25, 1000, 6);
    expect(funnel([...even, short], options)).toMatchObject({ year: '2021/22', left: ['Short'] });
    const until = { per: 1000, to: financialQuarter(2021, 3) };
    expect(funnel([...even, short], until)).toMatchObject({ year: '2020/21', left: [] });
  });

  it('is not drawn without denominators, without a whole year, or of fewer than five areas', () => {
    expect(
      funnel(
        even.map((series) => ({ ...series, denominator: null })),
        options,
      ),
    ).toBeNull();
    expect(funnel(even.slice(0, 4), options)).toBeNull();
    expect(
      funnel(
        [1, 2, 3, 4, 5].map((place) => area(`A${place}`, 25, 1000, 3)),
        options,
      ),
    ).toBeNull();
    expect(
      funnel(
        even.map((series) => ({ ...series, values: series.values.map(() => 0) })),
        options,
      ),
    ).toBeNull();
  });

  it('counts nought as a half on the log scale, and holds no NaN', () => {
    const result = funnel([...even, area('None', 0, 1000)], options);
    const none = result?.areas.at(-1);
    expect(none?.rate).toBe(0);
    expect(Number.isFinite(none?.z)).toBe(true);
    expect(JSON.stringify(result)).not.toMatch(/null,null|NaN/);
  });
});
