import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { comment, rColumn, rIntegers, rNumber, rText, rVector } from '../../../src/document/r-script/text.ts';

/** A string of R read back, by the rules of ?Quotes. */
function readBack(literal: string): string {
  expect(literal).toMatch(/^"(?:[^"\\\n]|\\["\\]|\\u[0-9a-f]{4}|\\U[0-9a-f]{8})*"$/);
  return literal
    .slice(1, -1)
    .replace(/\\(?:U([0-9a-f]{8})|u([0-9a-f]{4})|(.))/g, (_, long, short, mark) =>
      mark === undefined ? String.fromCodePoint(Number.parseInt(long ?? short, 16)) : mark,
    );
}

describe('text of R', () => {
  it('writes strings that R reads as they were, in ASCII', () => {
    expect(rText('caf\u00e9 "x" \\n\n')).toBe('"caf\\u00e9 \\"x\\" \\\\n\\u000a"');
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const literal = rText(text);
        expect(literal).toMatch(/^[\x20-\x7e]*$/);
        expect(readBack(literal)).toBe(text);
      }),
    );
  });

  it('keeps a comment a comment, whatever it holds', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        for (const line of comment(`${text}\nquit() \r stop() \u2028 x`).split('\n')) expect(line).toMatch(/^# /);
      }),
    );
    expect(comment('a\nquit()')).toBe('# a quit()');
  });

  it('writes numbers, vectors and columns', () => {
    expect([rNumber(-0.01501099399366), rNumber(1e-9), rNumber(null)]).toEqual(['-0.01501099399', '1e-9', 'NA']);
    expect(rVector(['1'])).toBe('1');
    expect(rVector(['1', 'NA'])).toBe('c(1, NA)');
    expect(rIntegers([1, 2, 3, 7, 9, 10])).toBe('c(1:3, 7, 9:10)');
    expect(rIntegers([5, 6])).toBe('5:6');
    expect([rColumn('f1', 'a "b"'), rColumn('f1', 3)]).toEqual(['f1[["a \\"b\\""]]', 'f1[[3]]']);
    const long = rVector(Array.from({ length: 60 }, (_, i) => String(1000 + i)));
    expect(Math.max(...long.split('\n').map((line) => line.length))).toBeLessThanOrEqual(115);
  });
});
