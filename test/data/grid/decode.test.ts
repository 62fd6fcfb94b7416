import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { decode } from '../../../src/data/grid/decode.ts';
import { QuarterlineError } from '../../../src/errors.ts';
import { describeShared } from '../../support/shared.ts';

const bytes = (...values: readonly number[]): Uint8Array => Uint8Array.from(values);
const latin = (text: string): Uint8Array => Uint8Array.from(text, (character) => character.charCodeAt(0));
const utf16 = (text: string, littleEndian: boolean): Uint8Array => {
  const buffer = Buffer.from(text, 'utf16le');
  return littleEndian ? buffer : buffer.swap16();
};

function problem(input: Uint8Array): string {
  try {
    decode(input, 'a.csv');
  } catch (error) {
    if (error instanceof QuarterlineError)
      return `${error.kind} ${error.problems[0]?.code} ${error.problems[0]?.slots.kind ?? ''}`;
    throw error;
  }
  return 'none';
}

const TEXT = 'Quarter,Cost (£)\n2013/14 Q1,"9,444"\n';

describe('bytes to text', () => {
  it.each([
    ['UTF-8', new TextEncoder().encode(TEXT), 'utf-8'],
    ['UTF-8 with a mark', bytes(0xef, 0xbb, 0xbf, ...new TextEncoder().encode(TEXT)), 'utf-8'],
    ['UTF-16 little endian with a mark', bytes(0xff, 0xfe, ...utf16(TEXT, true)), 'utf-16le'],
    ['UTF-16 big endian with a mark', bytes(0xfe, 0xff, ...utf16(TEXT, false)), 'utf-16be'],
    ['UTF-16 little endian without a mark', utf16(TEXT, true), 'utf-16le'],
    ['Windows-1252', latin(TEXT), 'windows-1252'],
  ])('decodes %s', (_, input, encoding) => {
    expect(decode(input, 'a.csv')).toMatchObject({ text: TEXT, encoding });
  });

  it('decodes the bytes of Windows-1252 that Latin-1 does not have, and says where they begin', () => {
    const input = bytes(...latin('a,b\nc,'), 0x80, 0x86, 0x91, 0x92, 0x93, 0x94, 0x96, 0x99);
    const decoded = decode(input, 'a.csv');
    expect(decoded.text).toBe('a,b\nc,€†‘’“”–™');
    expect(decoded.findings).toMatchObject([{ id: 'input.windows-1252', slots: { file: 'a.csv', line: 2 } }]);
  });

  it.each([
    ['an empty file', bytes(), 'data input.empty-file '],
    ['a workbook', bytes(0x50, 0x4b, 0x03, 0x04, 20, 0), 'data input.binary-file workbook'],
    ['an old workbook', bytes(0xd0, 0xcf, 0x11, 0xe0, 0xa1), 'data input.binary-file workbook'],
    ['a PDF', latin('%PDF-1.7'), 'data input.binary-file pdf'],
    ['a compressed file', bytes(0x1f, 0x8b, 8), 'data input.binary-file archive'],
    ['a picture', bytes(0x89, 0x50, 0x4e, 0x47, 13), 'data input.binary-file image'],
    ['a photograph', bytes(0xff, 0xd8, 0xff, 0xe0, 65), 'data input.binary-file image'],
    ['zero bytes', bytes(65, 0, 0, 0, 66, 67, 1), 'data input.binary-file unknown'],
    ['control characters', bytes(1, 2, 3, 4, 5, 6, 65, 66), 'data input.binary-file unknown'],
  ])('refuses %s', (_, input, expected) => {
    expect(problem(input)).toBe(expected);
  });
});

describe('the first bytes of other files', () => {
  it.each([
    ['workbook', [0x50, 0x4b, 0x03, 0x04]],
    ['pdf', [0x25, 0x50, 0x44, 0x46]],
    ['image', [0x89, 0x50, 0x4e, 0x47]],
  ])('are a %s only where all four are', (kind, first) => {
    for (let other = 0; other < 4; other += 1) {
      const changed = first.map((byte, at) => (at === other ? 0x41 : byte));
      expect(problem(bytes(...changed, ...latin(',b\n1,2\n'))) ?? '').not.toContain(kind);
    }
  });
});

describe('what is told from the bytes themselves', () => {
  // Ten characters are 20 bytes: 8 zeros are two fifths of them, 9 are more. A dash (U+2013) has no zero byte.
  it.each([
    ['abcdefgh\u2013\u2013', true, 'binary'],
    ['abcdefghi\u2013', true, 'utf-16le'],
    ['abcdefgh\u2013\u2013', false, 'binary'],
    ['abcdefghi\u2013', false, 'utf-16be'],
  ])('%s of UTF-16 (little endian: %s) without a mark is %s', (text, littleEndian, expected) => {
    const input = utf16(text, littleEndian);
    if (expected === 'binary') expect(problem(input)).toBe('data input.binary-file unknown');
    else expect(decode(input, 'a.csv')).toMatchObject({ text, encoding: expected });
  });

  it('is no UTF-16 where a zero stands on both sides, or where the bytes are odd', () => {
    const both = utf16('abcdefghij', true);
    both[18] = 0;
    const odd = bytes(...utf16('abcdefghij', true), 65);
    expect([both, odd].map(problem)).toEqual(Array(2).fill('data input.binary-file unknown'));
  });

  it.each([
    [0, 20, false],
    [1, 20, false],
    [2, 20, true],
    [1, 19, true],
    [2, 40, false],
    [3, 40, true],
  ])('%i control characters of %i: refused is %s (more than one in twenty)', (controls, length, refused) => {
    const input = latin('\u0001'.repeat(controls) + 'a'.repeat(length - controls));
    expect(problem(input)).toBe(refused ? 'data input.binary-file unknown' : 'none');
  });

  it('takes tab, line feed, form feed, carriage return and Ctrl-Z for text, and no other control character', () => {
    const taken = Array.from({ length: 0x20 }, (_, at) => at + 1).filter(
      (byte) => problem(bytes(65, byte, 66)) === 'none',
    );
    expect(taken).toEqual([0x09, 0x0a, 0x0c, 0x0d, 0x1a, 0x20]);
  });

  // A twentieth of 65,536 is 3,276.8.
  it.each([
    ['3,276 within', 3276, 65_536 - 3276, '', false],
    ['3,277 within', 3277, 65_536 - 3277, '', true],
    ['3,276 within and one after', 3276, 65_536 - 3276, '\u0001', false],
    ['none within and 9,000 after', 0, 65_536, '\u0001'.repeat(9000), false],
  ])('counts control characters in the first 65,536 bytes: %s', (_, controls, letters, after, refused) => {
    // The last of those counted stands in the last place that is looked at.
    const input = latin(`${'a'.repeat(letters)}${'\u0001'.repeat(controls)}${after}`);
    expect(problem(input)).toBe(refused ? 'data input.binary-file unknown' : 'none');
  });

  it('decodes long files of Windows-1252 without losing or repeating anything', () => {
    const text = Array.from({ length: 5000 }, (_, at) => `${at};`).join('');
    expect(decode(latin(`${text}\u00a3`), 'a.csv').text).toBe(`${text}\u00a3`);
  });
});

describeShared(
  'a file of NHS England',
  'real/nhs-england-ae-monthly-raw/verbatim/August-2021-revised-120522-CCC324.csv',
  (path) => {
    it('loses its mark (inputs.md 5, row 2)', () => {
      expect(decode(readFileSync(path), path).text.slice(0, 16)).toBe('Period,Org Code,');
    });
  },
);
