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
    ['zero bytes', bytes(65, 0, 0, 0, 66, 67, 1), 'data input.binary-file unknown'],
    ['control characters', bytes(1, 2, 3, 4, 5, 6, 65, 66), 'data input.binary-file unknown'],
  ])('refuses %s', (_, input, expected) => {
    expect(problem(input)).toBe(expected);
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
