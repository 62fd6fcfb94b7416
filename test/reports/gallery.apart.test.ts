import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { GALLERY } from '../../scripts/gallery-cases.js';
import { EXAMPLES } from '../../src/commands/demo.ts';
import { nodeEffects } from '../../src/commands/node-effects.ts';
import { runProgram } from '../../src/commands/program.ts';
import { ROOT } from '../house/sources.ts';

const fresh = mkdtempSync(join(tmpdir(), 'quarterline-gallery-'));

beforeAll(async () => {
  const effects = { ...nodeEffects({ quiet: true, colour: false }), out: () => {} };
  const made = [{ args: ['demo'], output: '' }, ...GALLERY];
  for (const { args, output } of made) expect(await runProgram([...args, '-o', join(fresh, output)], effects)).toBe(0);
});

afterAll(() => rmSync(fresh, { recursive: true, force: true }));

function files(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => name.replaceAll('\\', '/'))
    .filter((name) => statSync(join(folder, name)).isFile())
    .sort();
}

/** Numbers to ten digits (the last ones are the processor's), and without what is embedded twice. */
function comparable(text: string): string {
  return text
    .replace(/data:[^"')]+/g, 'data:')
    .replace(/-?\d+\.\d{9,}(?:e[-+]?\d+)?/g, (number) => Number(number).toPrecision(10));
}

/** Width and height of a PNG. */
function size(png: Buffer): readonly number[] {
  return [png.readUInt32BE(16), png.readUInt32BE(20)];
}

const folders = [...EXAMPLES.map(({ folder }) => folder), ...GALLERY.map(({ output }) => output.split('/')[0] ?? '')];

describe.each([...new Set(folders)])('reports/%s', (folder) => {
  const committed = join(ROOT, 'reports', folder);
  const made = join(fresh, folder);

  it('holds the files that the program writes today', () => {
    expect(files(committed)).toEqual(files(made));
    // A folder of single files has no manifest.
    if (!files(made).includes('manifest.json')) return;
    const { files: named } = JSON.parse(readFileSync(join(made, 'manifest.json'), 'utf8'));
    const paths = named.map(({ path }: { path: string }) => path);
    expect(new Set(paths).size).toBe(paths.length);
  });

  it('says what the program says today (npm run gallery rewrites it)', () => {
    for (const name of files(made).filter((one) => one !== 'manifest.json')) {
      const [before, now] = [readFileSync(join(committed, name)), readFileSync(join(made, name))];
      if (name.endsWith('.png')) expect(size(before), name).toEqual(size(now));
      else expect(comparable(before.toString('utf8')), name).toBe(comparable(now.toString('utf8')));
    }
  });
});
