import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { jsonPieces } from '../../src/application/json-pieces.ts';

const written = (value: unknown): string => [...jsonPieces(value)].join('');

describe('a document in pieces', () => {
  it('is what JSON.stringify gives, whatever is in it', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 6 }), (value) => {
        expect(written(value)).toBe(JSON.stringify(value, null, 2));
      }),
    );
  });

  it('leaves out what is undefined, keeps line ends in texts, and writes empty lists and objects', () => {
    const value = { a: undefined, b: 'x\ny', c: [], d: {}, e: [undefined, { f: [[], [1, 'p\nq']] }], g: Number.NaN };
    expect(written(value)).toBe(JSON.stringify(value, null, 2));
  });

  it('takes what can be gone through for a list', () => {
    expect(written({ list: new Set([1, { a: 2 }]), none: new Set() })).toBe(
      JSON.stringify({ list: [1, { a: 2 }], none: [] }, null, 2),
    );
  });

  it('never makes one text of a list', () => {
    const areas = Array.from({ length: 1000 }, (_, i) => ({ area: `A${i}`, values: [i, i + 1] }));
    const longest = Math.max(...[...jsonPieces({ result: { charts: areas } })].map(({ length }) => length));
    expect(longest).toBeLessThan(200);
  });
});
