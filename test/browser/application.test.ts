import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { applicationScript } from '../application/bundle.ts';
import { AREAS, document, FROME } from '../e2e/support.ts';
import { Chromium, describeChromium, type OpenPage } from './chromium.ts';

const CASES = [
  ['compare', FROME, AREAS, { practice: ['frome'], comparator: ['somerset'] }],
  ['runchart', FROME.slice(0, 1), [], {}],
  ['spc', FROME.slice(0, 1), ['--practice', 'frome'], { practice: ['frome'] }],
  [
    'evaluate',
    FROME,
    [...AREAS, '--intervention', '2014/15 Q1'],
    { practice: ['frome'], comparator: ['somerset'], intervention: '2014/15 Q1' },
  ],
] as const;

/** Names, texts and hashes of files and of the notes beside them. */
const given = FROME.flatMap((path) => [path, path.replace(/\.csv$/, '.meta.yaml')]).map((path) => {
  const text = readFileSync(path, 'utf8');
  return [path, text, createHash('sha256').update(text).digest('hex')] as const;
});

/**
 * Where two documents differ. Sentences and everything else are the same to the letter; numbers to eight digits, since the
 * exponential function of another engine differs in the last bit, and models that search for a maximum carry that on.
 */
function differences(a: unknown, b: unknown, at = ''): readonly string[] {
  if (typeof a === 'number' && typeof b === 'number')
    return Math.abs(a - b) <= 1e-8 * Math.max(Math.abs(a), Math.abs(b)) + 1e-12 ? [] : [`${at}: ${a}, ${b}`];
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null)
    return a === b ? [] : [`${at}: ${a}, ${b}`];
  const [left, right] = [a, b] as readonly Readonly<Record<string, unknown>>[];
  const keys = new Set([...Object.keys(a), ...Object.keys(b)]);
  return [...keys].flatMap((key) => differences(left?.[key], right?.[key], `${at}.${key}`));
}

describeChromium('the application in a browser', () => {
  let chromium: Chromium;
  let open: OpenPage;
  let folder: string;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'quarterline-application-'));
    writeFileSync(join(folder, 'application.js'), await applicationScript());
    writeFileSync(
      join(folder, 'page.html'),
      '<!doctype html><meta charset="utf-8"><title>t</title><script src="application.js"></script>',
    );
    chromium = await Chromium.start();
    open = await chromium.open(join(folder, 'page.html'), 1280);
  });

  afterAll(async () => {
    await chromium?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it.each(CASES)('gives the JSON of the command line: %s', async (command, files, args, options) => {
    const text = await open.page.evaluate(
      async ([name, paths, wanted, all]) => {
        const texts = new Map(all.map(([path, content]) => [path, content]));
        const hashes = new Map(all.map(([, content, hash]) => [content, hash]));
        const { application } = globalThis as unknown as {
          application: typeof import('../../src/application/run.ts');
        };
        const source = {
          read: async (path: string) => new TextEncoder().encode(texts.get(path)),
          exists: async (path: string) => texts.has(path),
          hash: async (bytes: Uint8Array) =>
            hashes.get(new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes)) ?? '',
        };
        const settings = application.settingsFrom(name, paths, { ...wanted, json: true });
        return application.envelope(await application.run(name, settings, source), settings);
      },
      [command, files, options, given] as const,
    );
    expect(differences(JSON.parse(text), await document([command, ...files, ...args]))).toEqual([]);
  });
});
