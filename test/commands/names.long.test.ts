import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { run } from '../support/run.ts';

const folder = mkdtempSync(join(tmpdir(), 'quarterline-names-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** What every object of the language answers to, and what reads as something else. */
const NAMES = [
  ...['constructor', 'toString', 'valueOf', '__proto__', 'hasOwnProperty', 'isPrototypeOf', 'propertyIsEnumerable'],
  ...['toLocaleString', '__defineGetter__', '__lookupSetter__', 'prototype', 'length', 'name', 'then', 'toJSON'],
  ...['null', 'undefined', 'NaN', 'Infinity', 'true', 'false', 'datum', 'event', 'parent', 'index', 'length'],
];

const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`;

/** Six years of two areas; the first has a step, and a name of one's choosing. */
function csv(name: string, measure = 'admissions'): string {
  const rows = Array.from({ length: 24 }, (_, t) => {
    const period = `${2013 + Math.floor(t / 4)}/${String(14 + Math.floor(t / 4))} Q${(t % 4) + 1}`;
    return [
      `${period},${quoted(name)},${300 + ((t * 37) % 41) - (t >= 12 ? 60 : 0)},13000`,
      `${period},Elsewhere,${9000 + ((t * 53) % 307)},400000`,
    ];
  });
  return `quarter,area,${quoted(measure)},list_size\n${rows.flat().join('\n')}\n`;
}

let files = 0;
function file(text: string): string {
  files += 1;
  const path = join(folder, `data-${files}.csv`);
  writeFileSync(path, text);
  return path;
}

/** All numbers of a JSON document, in its order. */
function numbersOf(out: string): readonly number[] {
  const numbers: number[] = [];
  JSON.stringify(JSON.parse(out).result, (_, value) => {
    if (typeof value === 'number') numbers.push(value);
    return value;
  });
  return numbers;
}

const CHANGE = ['--intervention', '2016/17 Q1'];
const COMMANDS = [
  ['check', () => []],
  ['compare', (name: string) => ['--practice', name, '--comparator', 'Elsewhere']],
  ['runchart', () => []],
  ['spc', () => []],
  ['scan', () => []],
  ['evaluate', (name: string) => ['--practice', name, '--comparator', 'Elsewhere', ...CHANGE]],
] as const satisfies readonly (readonly [string, (name: string) => readonly string[]])[];

async function numbers(name: string, command: (typeof COMMANDS)[number]): Promise<readonly number[]> {
  const [word, options] = command;
  const { out, err, code } = await run(word, file(csv(name)), ...options(name), '--json');
  expect(`${code} ${err}`).toMatch(/^0 /);
  expect(out).not.toContain('[object');
  return numbersOf(out);
}

describe.each(COMMANDS.map((one) => [one[0], one] as const))('%s', (_, command) => {
  it('gives the same numbers whatever an area is called, also what objects answer to', async () => {
    const plain = await numbers('Frome', command);
    expect(plain.length).toBeGreaterThan(10);
    for (const name of NAMES) expect([name, await numbers(name, command)]).toEqual([name, plain]);
  });

  it('gives the same numbers for any string as a name', async () => {
    const plain = await numbers('Frome', command);
    const letters = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 30 });
    // A name of white space is none, "rest" and marks of totals mean something, and two areas must differ.
    const name = letters
      .map((text) => text.replace(/[\u0000-\u001F\u007F-\u009F]/g, 'x').trim())
      .filter((text) => /\p{L}/u.test(text) && !/^(rest|all|total|elsewhere)/i.test(text) && !/[*?]/.test(text));
    await fc.assert(
      fc.asyncProperty(name, async (text) => {
        expect(await numbers(text, command)).toEqual(plain);
      }),
      { numRuns: 15 },
    );
  });
});

describe('charts and pages', () => {
  it.each(NAMES)('are drawn of an area called %s', async (name) => {
    const path = file(csv(name));
    for (const args of [
      ['runchart', path, '-o', 'x.svg'],
      ['spc', path, '-o', 'x.svg'],
      ['evaluate', path, '--practice', name, '--comparator', 'Elsewhere', ...CHANGE, '-o', 'x.html'],
      ['compare', path, '--practice', name, '--comparator', 'Elsewhere', '-o', 'x.html'],
    ]) {
      const { written, err } = await run(...args);
      const content = String(Object.values(written)[0] ?? err);
      expect(content).not.toMatch(/\[object|native code/);
      expect(content).toContain(name);
    }
  });
});

describe('many areas at once', () => {
  const names = [...new Set(NAMES), 'Elsewhere'];
  /** The same lines for each name; of the other area once. */
  const long = () =>
    file(
      [...new Set(names.flatMap((name) => csv(name).split('\n')))]
        .filter((line, at) => at === 0 || !line.includes('"Elsewhere"'))
        .join('\n'),
    );
  const wide = () =>
    file(
      [
        `quarter,${names.map(quoted).join(',')}`,
        ...Array.from(
          { length: 24 },
          (_, t) =>
            `${2013 + Math.floor(t / 4)}/${String(14 + Math.floor(t / 4))} Q${(t % 4) + 1},${names.map((_, i) => 200 + ((t * 31 + i * 17) % 53)).join(',')}`,
        ),
      ].join('\n'),
    );

  it.each([
    ['runchart', 'svg', []],
    ['spc', 'html', []],
    ['scan', 'html', []],
    ['evaluate', 'html', ['--practice', 'constructor', '--comparator', 'rest', ...CHANGE]],
    ['compare', 'html', ['--practice', 'toString', '--comparator', '__proto__']],
  ])('%s draws them (%s)', async (command, ending, options) => {
    for (const path of [long(), wide()]) {
      const { written, err, code } = await run(command, path, ...options, '-o', `x.${ending}`);
      expect(`${code} ${err}`).toMatch(/^0 /);
      expect(String(Object.values(written)[0])).not.toMatch(/\[object|native code/);
    }
  });
});

describe('other names', () => {
  it.each(NAMES)('a measure, a heading, a role, a deflator, an ending, a rule set called %s', async (name) => {
    const measured = await run('runchart', file(csv('Frome', name)), '--measure', name, '--json');
    expect(`${name} ${measured.code} ${measured.err}`).toMatch(/^\S+ 0 /);
    expect(JSON.parse(measured.out).result.charts[0].points[0].value).toBe(300);
    const told = [
      ['runchart', file(csv('Frome')), '--columns', `${name}=list_size`, '--json'],
      ['runchart', file(csv('Frome')), '--columns', `admissions=${name}`],
      ['compare', file(csv('Frome')), '--practice', 'Frome', '--deflator', name],
      ['runchart', file(csv('Frome')), '-o', `x.${name}`],
      ['runchart', file(csv('Frome')), '--rules', name],
      ['spc', file(csv('Frome')), '--chart', name],
      ['scan', file(csv('Frome')), '--signal', name],
      ['rules', name],
      ['runchart', file(csv('Frome')), '--by', name],
    ];
    for (const args of told) {
      const { out, err, code } = await run(...args);
      expect(`${args.join(' ')}: ${code}`).toMatch(/: [0123]$/);
      expect(out + err).not.toMatch(/\[object|native code|is not a function|is not iterable|Cannot read/);
    }
  });
});
