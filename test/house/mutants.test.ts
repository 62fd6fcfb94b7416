import { expect, it } from 'vitest';
import { mutantsOf } from '../../scripts/mutate-mutants.js';

/** Each mutant of a text as its kind and the text that it makes. */
const made = (text: string): readonly string[] =>
  mutantsOf(text, 'a.ts').map(
    ({ kind, start, end, to }: { kind: string; start: number; end: number; to: string }) =>
      `${kind}: ${text.slice(0, start)}${to}${text.slice(end)}`,
  );

it.each([
  ['const f = (a: number) => a < b;', ['comparison: const f = (a: number) => (a) <= (b);']],
  ['const FEW = 3;', ['threshold: const FEW = (3 + 1);', 'threshold: const FEW = (3 - 1);']],
  ['const FAR = 0.1;', ['threshold: const FAR = (0.1 * 1.5);']],
  ['const all = [a, ...b];', ['entry: const all = [...b];', 'entry: const all = [a];']],
  ['check(a);', ['call: ;']],
  ['const c = a?.b ?? 0;', ['logic: const c = ((a?.b) && (0));']],
  ['if (!a) b = c;', ['negation: if ((a)) b = c;']],
  // Types, texts, keys and imports stay as they are.
  ["import { a } from './a.ts';", []],
  ["type A = 1 | 'b'; interface B { c: [1, 2] }", []],
  ["const text = 'a < b' + `1 + 2`;", []],
  ['const a = b as unknown as readonly [1];', []],
  ['const a = { 1: b };', []],
])('a source text changed in one place: %s', (text, expected) => {
  expect(made(text)).toEqual(expected);
});

it('says where a mutant stands and what it replaces', () => {
  expect(mutantsOf('// a < b\nconst c =\n  a < b;\n', 'a.ts')).toMatchObject([
    { file: 'a.ts', line: 3, from: 'a < b', to: '(a) <= (b)' },
  ]);
});
