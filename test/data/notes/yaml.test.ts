import { describe, expect, it } from 'vitest';
import { parseYaml, type YamlMapping, type YamlValue } from '../../../src/data/notes/yaml.ts';
import { type Problem, QuarterlineError } from '../../../src/errors.ts';

const parse = (text: string | Uint8Array) =>
  parseYaml(typeof text === 'string' ? new TextEncoder().encode(text) : text, 'a.yaml');

async function problems(text: string | Uint8Array): Promise<readonly Problem[]> {
  try {
    await parse(text);
  } catch (error) {
    if (error instanceof QuarterlineError) return error.problems;
    throw error;
  }
  return [];
}

describe('a YAML file', () => {
  it('keeps every value as it is written', async () => {
    const { value } = await parse(
      'a: 007\nb: 0.060\nc: yes\nd: 2014-02-30\ne: .inf\nf: 1e400\ng: "x"\nh: [1, -2.50]\n',
    );
    expect(value).toEqual({
      a: '007',
      b: '0.060',
      c: 'yes',
      d: '2014-02-30',
      e: '.inf',
      f: '1e400',
      g: 'x',
      h: ['1', '-2.50'],
    });
  });

  it('knows what is empty', async () => {
    expect((await parse('a:\nb: ~\nc: null\nd: "null"\ne: ""\n')).value).toEqual({
      a: null,
      b: null,
      c: null,
      d: 'null',
      e: '',
    });
    for (const text of ['', '\n \n', '# a comment\n', '---\n...\n']) expect((await parse(text)).value).toBeNull();
  });

  it('gives the line of every list, mapping and key', async () => {
    const text = [
      '# first',
      'practice: comparator',
      '"comparator": [a,',
      '  b]',
      'groups:',
      '  One: x',
      "  'Two':",
      '    - y',
      '? lag',
      ': 3',
      'list:',
      '- {area: a,',
      '   slope: 1}',
      '- area: b',
      '  slope: 2',
    ].join('\n');
    const { value, placeOf } = await parse(text);
    const top = value as YamlMapping;
    const lines = (holder: YamlValue, ...keys: readonly string[]) => keys.map((key) => placeOf(holder, key).line);
    expect(lines(top, 'practice', 'comparator', 'groups', 'lag', 'list')).toEqual([2, 3, 5, 9, 11]);
    expect(lines(top.groups ?? null, 'One', 'Two')).toEqual([6, 7]);
    const [first = null, second = null] = top.list as readonly YamlValue[];
    expect([placeOf(first), placeOf(second)].map(({ line }) => line)).toEqual([12, 14]);
    expect([...lines(first, 'area', 'slope'), ...lines(second, 'area', 'slope')]).toEqual([12, 13, 14, 15]);
    expect(placeOf(second, 'nowhere')).toEqual({ file: 'a.yaml', line: 14 });
  });

  it('is decoded as a CSV file is', async () => {
    const latin = await parse(Uint8Array.from([...'a: caf'].map((one) => one.charCodeAt(0)).concat(0xe9, 0x0a)));
    expect([latin.value, latin.findings.map(({ id }) => id)]).toEqual([{ a: 'café' }, ['input.windows-1252']]);
    const utf16 = Buffer.from('\uFEFFa: café\n', 'utf16le');
    expect((await parse(utf16)).value).toEqual({ a: 'café' });
    expect((await parse('\uFEFFa: b\r\nc: d\r\n')).value).toEqual({ a: 'b', c: 'd' });
  });

  it.each([
    ['a: 1\n---\nb: 2\n', 'yaml.documents', 3],
    ['a: b\nc: "d\n', 'yaml.syntax', 2],
    ['a: 1\na: 2\n', 'yaml.syntax', 2],
    ['a: !!js/function x\n', 'yaml.syntax', 1],
    ['x: y\n? {a: 1}\n: b\n', 'yaml.key', 2],
    ['x: y\n[a, b]: c\n', 'yaml.key', 2],
    ['x: y\n~: b\n', 'yaml.key', 2],
    ['x: y\n? {a: 1}\n', 'yaml.key', 2],
    ['x: y\nz: {{a: 1}}\n', 'yaml.key', 2],
    ['a\u0000b: c\n', 'yaml.binary', undefined],
    ['%PDF-1.7\n', 'yaml.binary', undefined],
    [`a: ${'x'.repeat(1_000_001)}`, 'yaml.too-long', undefined],
    [`a: ${'['.repeat(200)}`, 'yaml.syntax', 1],
    ['a: 1\nb: *c\n', 'yaml.syntax', 2],
    ['a: 1\nb: {c: 1,\n  "c": 2}\n', 'yaml.syntax', 3],
    ['a: !!binary aGk=\n', 'yaml.syntax', 1],
    ['a: 1\nb: \u0007x and much more text\n', 'yaml.syntax', 2],
  ])('is refused with its line: %.20j', async (text, code, line) => {
    const [problem, ...rest] = await problems(text);
    expect(rest).toEqual([]);
    expect(problem?.code).toBe(code);
    expect(problem?.place).toEqual(line === undefined ? { file: 'a.yaml' } : { file: 'a.yaml', line });
  });

  it('names the first 20 keys that are no text', async () => {
    const many = Array.from({ length: 30 }, (_, i) => `? [a, ${i}]\n: b\n`).join('');
    expect(await problems(many)).toHaveLength(20);
  });

  it.each([
    ['characters', (n: number) => `a: ${'x'.repeat(n - 3)}`, 1_000_000, 'yaml.too-long'],
    ['lists within one another', (n: number) => '['.repeat(n) + ']'.repeat(n), 100, 'yaml.syntax'],
    ['mappings within one another', (n: number) => '{a: '.repeat(n) + '}'.repeat(n), 100, 'yaml.syntax'],
    ['lists on one line', (n: number) => `${'- '.repeat(n)}x`, 100, 'yaml.syntax'],
  ])('takes so many %s and no more', async (_, text, most, code) => {
    expect(await problems(text(most - 1))).toEqual([]);
    expect(await problems(text(most))).toEqual([]);
    expect((await problems(text(most + 1))).map((problem) => problem.code)).toEqual([code]);
  });

  it('makes what an alias stands for once, however often it is named', async () => {
    const doubled = Array.from({ length: 40 }, (_, i) => `k${i + 1}: &k${i + 1} [*k${i}, *k${i}]`).join('\n');
    const { value } = await parse(`k0: &k0 [x, x]\n${doubled}\n`);
    const { k1, k40 } = value as { readonly [key: string]: readonly YamlValue[] };
    expect(k1).toEqual([
      ['x', 'x'],
      ['x', 'x'],
    ]);
    expect(k40?.[0]).toBe(k40?.[1]);
  });

  it('takes names that every object has', async () => {
    const { value } = await parse('__proto__: a\nconstructor: b\ntoString: c\n');
    expect(Object.keys(value as YamlMapping)).toEqual(['__proto__', 'constructor', 'toString']);
  });
});
