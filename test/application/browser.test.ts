import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createContext, runInContext } from 'node:vm';
import { beforeAll, describe, expect, it } from 'vitest';
import { AREAS, document, FROME } from '../e2e/support.ts';
import { applicationScript } from './bundle.ts';

const CASES = [
  ['compare', AREAS, { practice: ['frome'], comparator: ['somerset'] }],
  ['runchart', [], {}],
  ['spc', ['--practice', 'frome'], { practice: ['frome'] }],
  [
    'evaluate',
    [...AREAS, '--intervention', '2014/15 Q1'],
    { practice: ['frome'], comparator: ['somerset'], intervention: '2014/15 Q1' },
  ],
] as const;

const filesOf = (command: string): readonly string[] =>
  command === 'runchart' || command === 'spc' ? FROME.slice(0, 1) : FROME;

/** Files by name, the notes beside them too. */
function source(paths: readonly string[]) {
  const all = paths.flatMap((path) => [path, path.replace(/\.csv$/, '.meta.yaml')]);
  const files = new Map(all.map((path) => [path, new Uint8Array(readFileSync(path))]));
  return {
    read: async (path: string) => files.get(path),
    exists: async (path: string) => files.has(path),
    hash: async (bytes: Uint8Array, algorithm: string) => createHash(algorithm).update(bytes).digest('hex'),
  };
}

describe('the application without Node', () => {
  let script: string;
  beforeAll(async () => {
    script = await applicationScript();
  });

  it('names no module of Node', () => {
    expect(script).not.toMatch(/['"]node:/);
  });

  it.each(CASES)('gives the JSON of the command line: %s', async (command, args, given) => {
    const files = filesOf(command);
    const world = createContext({
      TextDecoder,
      TextEncoder,
      structuredClone,
      command,
      files,
      given,
      source: source(files),
    });
    expect(runInContext('typeof Buffer + typeof process + typeof require', world)).toBe('undefined'.repeat(3));
    runInContext(script, world);
    const text = await runInContext(
      `(async () => {
        const settings = application.settingsFrom(command, files, { ...given, json: true });
        return application.envelope(await application.run(command, settings, source), settings);
      })()`,
      world,
    );
    expect(JSON.parse(text)).toEqual(await document([command, ...files, ...args]));
  });
});
