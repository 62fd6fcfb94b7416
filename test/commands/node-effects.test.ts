import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { nodeEffects, terminalOf } from '../../src/commands/node-effects.ts';

const colour = (environment: Readonly<Record<string, string>>, isTTY = true, wanted = true) =>
  terminalOf(environment, { isTTY }, 'linux', wanted).colour;
const unicode = (environment: Readonly<Record<string, string>>, platform = 'linux') =>
  terminalOf(environment, {}, platform, true).unicode;

describe('what a terminal can show', () => {
  it.each([
    ['a terminal', {}, true, true],
    ['a pipe', {}, false, false],
    ['NO_COLOR', { NO_COLOR: '1' }, true, false],
    ['an empty NO_COLOR', { NO_COLOR: '' }, true, true],
    ['a dumb terminal', { TERM: 'dumb' }, true, false],
    ['FORCE_COLOR in a pipe', { FORCE_COLOR: '1' }, false, true],
    ['FORCE_COLOR against NO_COLOR', { FORCE_COLOR: '1', NO_COLOR: '1' }, false, true],
    ['FORCE_COLOR=0', { FORCE_COLOR: '0' }, true, false],
  ] as [string, Record<string, string>, boolean, boolean][])('colour: %s', (_, environment, isTTY, expected) => {
    expect(colour(environment, isTTY)).toBe(expected);
  });

  it('has no colour with --no-color', () => {
    expect(colour({ FORCE_COLOR: '1' }, true, false)).toBe(false);
  });

  it.each([
    [{}, 'linux', true],
    [{ LANG: 'en_GB.UTF-8' }, 'linux', true],
    [{ LC_ALL: 'C', LANG: 'en_GB.UTF-8' }, 'linux', false],
    [{ TERM: 'linux' }, 'linux', false],
    [{}, 'win32', false],
    [{ WT_SESSION: 'x' }, 'win32', true],
    [{ TERM_PROGRAM: 'vscode' }, 'win32', true],
  ] as [Record<string, string>, string, boolean][])(
    'characters beyond ASCII: %j on %s',
    (environment, platform, expected) => {
      expect(unicode(environment, platform)).toBe(expected);
    },
  );

  it('knows its width', () => {
    expect(terminalOf({}, { columns: 120 }, 'linux', true).columns).toBe(120);
    expect(terminalOf({ COLUMNS: '100' }, {}, 'linux', true).columns).toBe(100);
    expect(terminalOf({}, {}, 'linux', true).columns).toBe(80);
  });
});

describe('the disk', () => {
  let folder = '';
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'quarterline read '));
    await writeFile(join(folder, 'a b.csv'), 'x');
  });
  afterAll(async () => {
    await rm(folder, { recursive: true, force: true });
  });
  const { read, exists } = nodeEffects({ quiet: false, colour: true });

  it('gives bytes', async () => {
    expect([...(await read(join(folder, 'a b.csv')))]).toEqual([120]);
    expect([await exists(join(folder, 'a b.csv')), await exists(folder), await exists(join(folder, 'c'))]).toEqual([
      true,
      false,
      false,
    ]);
  });

  it('says why it gives none', async () => {
    await expect(read(folder)).rejects.toMatchObject({
      kind: 'data',
      problems: [{ code: 'input.is-folder', place: { file: folder } }],
    });
    await expect(read(join(folder, 'c'))).rejects.toMatchObject({ problems: [{ code: 'input.no-such-file' }] });
  });
});
