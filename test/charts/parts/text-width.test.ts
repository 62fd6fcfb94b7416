import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { clean, textWidth, wrap } from '../../../src/charts/parts/text-width.ts';

describe('textWidth', () => {
  // Advance widths of Helvetica (and so of Arial and Arimo) as Adobe's font metrics print them, thousandths of an em.
  it.each([
    ['A', 667, 722],
    ['W', 944, 944],
    ['i', 222, 278],
    ['m', 833, 889],
    ['5', 556, 556],
    [' ', 278, 278],
    ['/', 278, 278],
    ['£', 556, 556],
    ['%', 889, 889],
    ['é', 556, 556],
    ['–', 556, 556],
    ['−', 584, 584],
  ])('knows %s', (letter, regular, bold) => {
    expect(textWidth(letter, 1000)).toBe(regular);
    expect(textWidth(letter, 1000, 'bold')).toBe(bold);
  });

  it('adds up a line in the unit of its size', () => {
    expect(textWidth('2013/14', 12)).toBeCloseTo((12 * (6 * 556 + 278)) / 1000, 10);
    expect(textWidth('', 12)).toBe(0);
  });

  it('has a width for what Arimo lacks, none for accents that stand over a letter', () => {
    expect(textWidth('医', 10)).toBe(10);
    expect(textWidth('e\u0301', 1000)).toBe(556);
  });

  it('agrees with the bundled fonts', () => {
    for (const [file, weight] of [
      ['Arimo-Regular.ttf', 'normal'],
      ['Arimo-Bold.ttf', 'bold'],
    ] as const) {
      const font = readFileSync(new URL(`../../../assets/fonts/${file}`, import.meta.url));
      // The first 4 glyphs after .notdef, NULL and CR are space, exclamation mark, quotation mark, number sign.
      const widths = [3, 4, 5, 6].map((glyph) => (1000 * advance(font, glyph)) / 2048);
      widths.forEach((width, place) => {
        expect(textWidth(String.fromCharCode(32 + place), 1000, weight)).toBe(Math.round(width));
      });
    }
  });
});

function advance(font: Buffer, glyph: number): number {
  for (let at = 12; ; at += 16) {
    if (font.toString('latin1', at, at + 4) === 'hmtx') return font.readUInt16BE(font.readUInt32BE(at + 8) + 4 * glyph);
  }
}

describe('clean', () => {
  it('leaves one line without controls, direction overrides or halves of characters', () => {
    expect(clean(' a\n\tb \u202Ec\u202C\u0007\u0000 \uD800d ')).toBe('a b c d');
    expect(clean('10\u00a0km')).toBe('10\u00a0km');
  });
});

describe('wrap', () => {
  it('breaks between words', () => {
    expect(wrap('emergency admissions a quarter', { size: 12, width: 120 })).toEqual([
      'emergency',
      'admissions a quarter',
    ]);
    expect(wrap('', { size: 12, width: 120 })).toEqual([]);
  });

  it('keeps a quarter and its year together, and words joined by a space that does not break', () => {
    expect(wrap('from 2013/14 Q1', { size: 12, width: 80 })).toEqual(['from', '2013/14 Q1']);
    expect(wrap('a b\u00a0c', { size: 12, width: 18 })).toEqual(['a', 'b c']);
  });

  it('cuts what is beyond its lines with an ellipsis', () => {
    expect(wrap('one two three four', { size: 12, width: 50, lines: 2 })).toEqual(['one two', 'three…']);
  });

  it('keeps every line within its width, and all letters where lines are not counted', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 80 }), fc.integer({ min: 20, max: 300 }), (text, width) => {
        const lines = wrap(text, { size: 12, width });
        for (const line of lines) expect(textWidth(line, 12)).toBeLessThanOrEqual(width);
        expect(lines.join('').replaceAll(' ', '')).toBe(clean(text).replaceAll(' ', ''));
        expect(wrap(text, { size: 12, width, lines: 2 }).length).toBeLessThanOrEqual(2);
      }),
    );
  });
});
