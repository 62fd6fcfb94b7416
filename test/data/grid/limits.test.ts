import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { csvGrid } from '../../../src/data/grid/csv.ts';
import { checkLines, checkRow, checkSize, LARGEST_FILE } from '../../../src/data/grid/limits.ts';
import { parseNumber } from '../../../src/data/grid/number.ts';
import { contentOf } from '../../../src/data/grid/readers.ts';
import { cleanPeriod, NOTATIONS } from '../../../src/data/period/notations.ts';
import { excerpt, fold, headingKey, nearest } from '../../../src/data/text.ts';
import type { QuarterlineError } from '../../../src/errors.ts';

/** Code and line of what is thrown; null where nothing is. */
function refused(check: () => unknown): string | null {
  try {
    check();
  } catch (error) {
    const [problem] = (error as QuarterlineError).problems;
    return `${problem?.code} ${problem?.place?.line ?? ''}`.trim();
  }
  return null;
}

const bytes = (length: number, fill = 'x') => new Uint8Array(length).fill(fill.charCodeAt(0));

describe('bounds', () => {
  it('of a file: 400,000,000 bytes', () => {
    expect(refused(() => checkSize(LARGEST_FILE, 'a.csv'))).toBeNull();
    expect(refused(() => checkSize(LARGEST_FILE + 1, 'a.csv'))).toBe('input.large-file');
    expect(LARGEST_FILE).toBe(400_000_000);
  });

  it('of a line: 1,000,000 bytes, whatever ends it, counted with the lines before', () => {
    const behind = (start: string, length: number) => {
      const all = new Uint8Array(start.length + length).fill(0x78);
      all.set(new TextEncoder().encode(start));
      return all;
    };
    expect(refused(() => checkLines(bytes(1_000_000), 'a.csv'))).toBeNull();
    expect(refused(() => checkLines(bytes(1_000_001), 'a.csv'))).toBe('input.long-line 1');
    expect(refused(() => checkLines(behind('a\nb\r\n', 1_000_001), 'a.csv'))).toBe('input.long-line 3');
    expect(refused(() => checkLines(behind('a\rb\r', 1_000_001), 'a.csv'))).toBe('input.long-line 3');
    expect(refused(() => checkLines(behind('a\nb\r', 1_000_000), 'a.csv'))).toBeNull();
    const short = behind('', 3_000_000);
    for (let at = 999_999; at < short.length; at += 1_000_000) short[at] = 0x0d;
    expect(refused(() => checkLines(short, 'a.csv'))).toBeNull();
  });

  it('of a cell: 32,767 characters, and of a row: 16,384 cells', () => {
    expect(refused(() => checkRow(['', 'x'.repeat(32_767)], 'a.csv', 4))).toBeNull();
    expect(refused(() => checkRow(['', 'x'.repeat(32_768)], 'a.csv', 4))).toBe('input.long-cell 4');
    expect(refused(() => checkRow(Array(16_384).fill(''), 'a.csv', 4))).toBeNull();
    expect(refused(() => checkRow(Array(16_385).fill(''), 'a.csv', 4))).toBe('input.too-many-columns 4');
    for (const cell of ['x'.repeat(40_000), `"x,\n${'y'.repeat(40_000)}"`])
      expect(refused(() => csvGrid(`a,b\n1,2\n3,${cell}\n`, 'a.csv'))).toBe('input.long-cell 3');
    expect(refused(() => csvGrid(`${'a,'.repeat(16_384)}\n`, 'a.csv'))).toBe('input.too-many-columns 1');
  });

  it('are held where a file is opened', async () => {
    await expect(contentOf(bytes(2_000_000), 'a.csv')).rejects.toThrow('input.long-line');
    await expect(contentOf({ length: LARGEST_FILE + 1 } as Uint8Array, 'a.csv')).rejects.toThrow('input.large-file');
  });
});

describe('the time that a cell takes', () => {
  /** Repeated parts are what backtracking patterns founder on. */
  const part = fc.constantFrom(
    ...[
      '1',
      '9,',
      '1,000',
      ' ',
      '-',
      '–',
      '(',
      ')',
      '((',
      '(1),',
      '[note 1]',
      '£',
      '%',
      '.',
      'e',
      '2013/',
      '2013/14 Q',
      'Q1 ',
      'Apr ',
      'April',
    ],
    ...['\t', '\u00A0', '\u001A', 'x', '"', 'T201304', '-01', '00:00', '\n', 'aB', '€', '\u0301'],
  );
  const adversarial = fc
    .tuple(part, part, fc.constantFrom('', 'x', '%', ')', ' '))
    .map(([a, b, end]) => [
      `${a.repeat(30_000 / a.length)}${b}${end}`,
      `${b}${a.repeat(30_000 / a.length)}${end}`,
      `${(a + b).repeat(30_000 / (a + b).length)}${end}`,
    ]);

  it('grows no faster than its length, in every reader', () => {
    const readers: Readonly<Record<string, (cell: string) => unknown>> = {
      number: parseNumber,
      fold,
      headingKey,
      excerpt,
      nearest: (cell) => nearest(cell, ['admissions', cell.slice(1)]),
      period: cleanPeriod,
      ...Object.fromEntries(
        NOTATIONS.map(({ name, read }) => [name, (cell: string) => read(cleanPeriod(cell), 'financial')]),
      ),
    };
    // A quadratic pattern takes a second for 30,000 characters, which would never end within the time that a test has.
    fc.assert(
      fc.property(adversarial, (cells) => {
        for (const cell of cells) for (const read of Object.values(readers)) read(cell);
      }),
      { numRuns: 150 },
    );
  });

  it('is no number and no period beyond 100 and 200 characters', () => {
    expect(parseNumber('1'.repeat(100))).toBeCloseTo(Number('1'.repeat(100)), -90);
    expect(parseNumber('1'.repeat(101))).toBeUndefined();
    expect(parseNumber(` ${' '.repeat(500)}7 `)).toBe(7);
    const month = NOTATIONS.map(({ read }) => read(cleanPeriod(`April 2013${' (1)'.repeat(40)}`), null)).find(Boolean);
    expect(month).toMatchObject({ frequency: 'month' });
    expect(
      NOTATIONS.map(({ read }) => read(cleanPeriod(`April 2013${' (1)'.repeat(60)}`), null)).find(Boolean),
    ).toBeUndefined();
  });
});
