import { describe, expect, it } from 'vitest';
import { quarterline } from '../../e2e/support.ts';

const HEAD = 'period,area,admissions,list_size';
const label = (i: number) => `${2010 + Math.floor(i / 4)}/${11 + Math.floor(i / 4)} Q${(i % 4) + 1}`;

/** Two areas over eight years, the practice's counts and list size given by quarter. */
const file = (mine: (i: number) => number, people: (i: number) => number): string =>
  [
    HEAD,
    ...Array.from({ length: 32 }, (_, i) => i).flatMap((i) => [
      `${label(i)},Practice A,${mine(i)},${people(i)}`,
      `${label(i)},Rest,12000,520000`,
    ]),
    '',
  ].join('\n');

const ARGS = ['--practice', 'Practice A', '--comparator', 'Rest', '--format', 'markdown'];

async function page(command: readonly string[], text: string): Promise<string> {
  const { code, out, err } = await quarterline([...command, ...ARGS], { '-': text });
  if (code !== 0) throw new Error(err);
  return out;
}

const rowsOf = (markdown: string, start: string) => markdown.split('\n').filter((line) => line.startsWith(start));

describe('the table of a comparison', () => {
  // 600 on 27,000 people and 500 on 22,500: the same 22.2 per 1,000 a quarter.
  const shrunken = file(
    (i) => (i < 16 ? 600 : 500),
    (i) => (i < 16 ? 27000 : 22500),
  );

  it('gives the change of the rate beside the verdict that is on the rate, and says what each is of', async () => {
    const out = await page(['compare', '-'], shrunken);
    const [mine] = rowsOf(out, '| Emergency admissions | Practice A | 2,400 | 2,000 |');
    expect(mine).toMatch(/\| −16\.7% \|.*rate 0\.0%: could be chance \|/);
    expect(out).toContain('change is of the numbers, rate per 1,000 people on the list');
  });

  it('gives the bare verdict on counts where there are no list sizes', async () => {
    const counts = shrunken
      .split('\n')
      .map((line) => line.split(',').slice(0, 3).join(','))
      .join('\n');
    const out = await page(['compare', '-'], counts);
    const [mine] = rowsOf(out, '| Emergency admissions | Practice A | 2,400 | 2,000 |');
    expect(mine).toMatch(/\| −16\.7% \|.*lower, more than chance \|/);
    expect(mine).not.toContain('rate');
    expect(out).not.toContain('change is of the numbers');
  });
});

describe('the table of models of one area', () => {
  it('gives a P of the jump and a P of the change of slope, each under its name', async () => {
    const wiggle = [7, -5, 3, -9, 4];
    const step = file(
      (i) => (i < 16 ? 600 : 480) + (wiggle[i % 5] ?? 0),
      () => 27000,
    );
    const out = await page(['evaluate', '-', '--intervention', '2014/15 Q1'], step);
    const [heading] = rowsOf(out, '| Area | Model | Jump |');
    expect(heading).toBe('| Area | Model | Jump | P of jump | Slope change | P of slope change | Autocorrelation |');
    const [least] = rowsOf(out, '| Practice A | least squares');
    const cells = (least ?? '').split('|').map((cell) => cell.trim());
    expect(cells[4]).toBe('<0.001');
    expect(Number(cells[6])).toBeGreaterThan(0.05);
  });
});
