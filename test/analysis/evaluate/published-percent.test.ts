import { describe, expect, it } from 'vitest';
import { ADMISSIONS, document, FROME, quarterline, ROOT } from '../../e2e/support.ts';

interface Reading {
  readonly area: string;
  readonly kind: string;
  readonly form: string;
  readonly basis: string;
  readonly from: string;
  readonly to: string;
  readonly quarters: number | null;
  readonly percent: number;
  readonly agrees: boolean;
}

const AREAS = ['--practice', 'frome', '--comparator', 'somerset'];

/** What evaluate says of printed percentages on the reconstruction, whose README gives the numbers that are expected here. */
async function checked(yaml: string, ...options: readonly string[]) {
  const args = ['evaluate', ...FROME, ...AREAS, '--published', 'published.yaml', ...options];
  const { result, findings } = await document(args, { 'published.yaml': yaml });
  const texts = findings
    .filter(({ id }: { id: string }) => id === 'evaluate.published-percent')
    .map(({ text }: { text: string }) => text);
  return { checks: result.publishedPercent, texts };
}

const find = (readings: readonly Reading[], basis: string, from: string, to: string, form = 'change') =>
  readings.find((one) => one.basis === basis && one.from === from && one.to === to && one.form === form);

const percent = (
  readings: readonly Reading[],
  ...of: Parameters<typeof find> extends [unknown, ...infer R] ? R : never
) => find(readings, ...of)?.percent;

const WINDOW = ['2014/15 Q1', '2017/18 Q3'] as const;
const YEARS = ['2013/14', '2016/17'] as const;

describe('a published percentage', () => {
  it('of Frome is the fitted change of its last 15 quarters, and no change between two years', async () => {
    const { checks, texts } = await checked(
      '{area: frome, slope: -7.9, lower: -13.1, upper: -2.8, p: 0.006, percent: "-14.0%"}',
    );
    const [{ readings, rolling, implied }] = checks;
    expect(percent(readings, 'counts', ...WINDOW)).toBeCloseTo(-14.01, 2);
    expect(percent(readings, 'counts', ...YEARS)).toBeCloseTo(-8.632, 3);
    expect(find(readings, 'counts', ...WINDOW)).toMatchObject({ agrees: true, quarters: 15, kind: 'fitted' });
    expect(readings.filter(({ kind, agrees }: Reading) => kind === 'years' && agrees)).toEqual([]);
    expect(rolling.map(({ pairs, agreeing }: { pairs: number; agreeing: number }) => [pairs, agreeing])).toEqual([
      [72, 0],
      [72, 0],
    ]);
    // 7.9 x 14 / 0.14 = 790 admissions a quarter: where the line of 15 quarters begins, and no other.
    const agreeing = implied.filter(({ agrees }: { agrees: boolean }) => agrees);
    // Of 8 quarters, the fewest, up to all 19.
    expect(implied.map(({ n }: { n: number }) => n)).toEqual([8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19]);
    expect(agreeing.map(({ n }: { n: number }) => n)).toEqual([15]);
    expect(agreeing[0].lower).toBeCloseTo((100 * 7.85 * 14) / 14.05, 6);
    expect(agreeing[0].upper).toBeCloseTo((100 * 7.95 * 14) / 13.95, 6);
    expect(texts[0]).toContain('With the slope it fits a line over 15 quarters');
  });

  it('of every version in circulation is found or not (fixtures/frome-somerset/published.yaml)', async () => {
    const path = `${ROOT}fixtures/frome-somerset/published.yaml`;
    const { result } = await document(['evaluate', ...FROME, ...AREAS, '--published', path]);
    expect(result.published.map(({ agreeing }: { agreeing: number[] }) => agreeing.includes(19))).toEqual([
      false,
      true,
    ]);
    const years = result.publishedPercent.map(
      ({ published, readings }: { published: { percent: number }; readings: Reading[] }) => [
        published.percent,
        readings.some(
          ({ kind, agrees, from, to }) => kind === 'years' && agrees && from === YEARS[0] && to === YEARS[1],
        ),
      ],
    );
    expect(years).toEqual([
      [-14, false],
      [28.5, false],
      [-15, false],
      [-17, false],
      [-21, true],
      [21, true],
      [-16, false],
      [-30, false],
    ]);
  });

  it('of Somerset too', async () => {
    const [{ readings }] = (await checked('{area: somerset, percent: 28.5}')).checks;
    expect(percent(readings, 'counts', ...WINDOW)).toBeCloseTo(28.5, 2);
    expect(percent(readings, 'counts', ...YEARS)).toBeCloseTo(18.983, 3);
    expect(readings.filter(({ agrees }: Reading) => agrees)).toHaveLength(1);
  });

  it('of money is read in the prices of each year and in real terms, and may be another area’s', async () => {
    const { checks, texts } = await checked(
      '- {area: frome, percent: -16, measure: cost}\n- {area: frome, percent: -21, measure: cost}\n',
    );
    const [sixteen, twentyOne] = checks;
    expect(percent(sixteen.readings, 'real', ...YEARS)).toBeCloseTo(-24.159, 3);
    expect(percent(twentyOne.readings, 'nominal', ...YEARS)).toBeCloseTo(-21, 1);
    expect(find(twentyOne.readings, 'nominal', ...YEARS)?.agrees).toBe(true);
    const owner = sixteen.elsewhere.find(({ kind }: Reading) => kind === 'years');
    expect(owner).toMatchObject({ area: 'Rest of Somerset', basis: 'real', from: '2013/14', to: '2016/17' });
    expect(owner.percent).toBeCloseTo(16.162, 3);
    expect(texts[0]).toContain('ask whose figure it is');
    const [nominal] = (await checked('{area: frome, percent: -16, measure: cost}', '--deflator', 'none')).checks;
    expect(nominal.readings.every(({ basis }: Reading) => basis === 'nominal')).toBe(true);
  });

  it('relative to the comparator is read as points and as a ratio, on counts and rates', async () => {
    const [{ readings }] = (await checked('{area: frome, percent: -30, relative: true}')).checks;
    expect(percent(readings, 'counts', ...WINDOW, 'points')).toBeCloseTo(-14.01 - 28.5, 1);
    expect(percent(readings, 'counts', ...WINDOW, 'ratio')).toBeCloseTo(-33.1, 1);
    expect(percent(readings, 'counts', ...YEARS, 'points')).toBeCloseTo(-8.632 - 18.983, 2);
    expect(percent(readings, 'rates', ...YEARS, 'ratio')).toBeCloseTo(100 * (0.770981 - 1), 3);
    expect(percent(readings, 'counts', ...YEARS, 'ratio')).toBeCloseTo(100 * (0.767906 - 1), 3);
    // Neither the window of the paper nor any two years give 30%.
    expect(find(readings, 'counts', ...WINDOW, 'ratio')?.agrees).toBe(false);
    expect(readings.filter(({ kind, agrees }: Reading) => kind === 'years' && agrees)).toEqual([]);
  });

  it('that nothing gives is set beside the nearest', async () => {
    const { checks, texts } = await checked('- {area: frome, percent: -60}\n');
    expect(checks[0].readings.some(({ agrees }: Reading) => agrees)).toBe(false);
    expect(texts[0]).toMatch(/None of 58 ways .* the nearest is /);
  });

  it('of a measure that is not there is said to be held against nothing', async () => {
    const args = ['evaluate', ADMISSIONS, ...AREAS, '--published', 'published.yaml'];
    const files = { 'published.yaml': '{area: frome, percent: -16, measure: cost}' };
    const { result, findings } = await document(args, files);
    expect(result.publishedPercent).toBeNull();
    const unread = findings.find(({ id }: { id: string }) => id === 'evaluate.percent-unread');
    expect(unread.text).toContain('−16% (cost of emergency admissions). These data do not hold');
  });

  it('counts its decimals, and reads a minus sign as it is printed', async () => {
    const { checks } = await checked('- {area: frome, percent: "−14 %"}\n- {area: frome, percent: "-14.00"}\n');
    expect(checks.map(({ published }: { published: { percent: number; decimals: number } }) => published)).toEqual([
      expect.objectContaining({ percent: -14, decimals: 0 }),
      expect.objectContaining({ percent: -14, decimals: 2 }),
    ]);
    const agreeing = checks.map(
      ({ readings }: { readings: Reading[] }) => readings.filter(({ agrees }) => agrees).length,
    );
    expect(agreeing[0]).toBeGreaterThan(agreeing[1]);
  });

  it('stands in the text with a table of its own in Markdown', async () => {
    const files = { 'published.yaml': '{area: frome, percent: -14}' };
    const args = ['evaluate', ...FROME, ...AREAS, '--published', 'published.yaml', '--format', 'markdown'];
    const { out } = await quarterline(args, files);
    expect(out).toContain('## What was published');
    expect(out).toMatch(/Published for Frome Medical Practice: −14% \(emergency admissions\)/);
    expect(out).toContain('Prints the same');
  });

  it.each([
    ['{area: frome}', 'no usable slope'],
    ['{area: frome, percent: lots}', 'no usable percent'],
    ['{area: frome, percent: -14, relative: perhaps}', 'no usable relative'],
    ['{area: frome, percent: -14, slope: -7.9}', 'no usable lower'],
  ])('is refused where it is not one: %s', async (yaml, words) => {
    const args = ['evaluate', ...FROME, ...AREAS, '--published', 'published.yaml'];
    const { code, err } = await quarterline(args, { 'published.yaml': yaml });
    expect([code, err]).toEqual([3, expect.stringContaining(words)]);
  });
});
