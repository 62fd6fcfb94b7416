import { chmod, mkdir, mkdtemp, readdir, readFile, rm, writeFile as writeBytes } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { writeFile, writeFolder } from '../../src/data/write.ts';

let root = '';
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'quarterline write '));
});
afterEach(async () => {
  await rm(root, { recursive: true, force: true });
});

const at = (...parts: readonly string[]): string => join(root, ...parts);
const text = (...parts: readonly string[]): Promise<string> => readFile(at(...parts), 'utf8');
const all = async (folder: string): Promise<readonly string[]> =>
  (await readdir(at(folder), { recursive: true })).map((name) => name.replaceAll('\\', '/')).sort();
const usage = expect.objectContaining({ kind: 'usage', exitCode: 2 });

const FIRST = [
  { path: 'report.html', content: '<p>1</p>' },
  { path: 'charts/a.png', content: Uint8Array.of(1, 2, 3) },
];

describe('writing a folder', () => {
  it('writes everything and a manifest that names it', async () => {
    await writeFolder(at('new folder', 'out'), FIRST, false);
    expect(await all('new folder/out')).toEqual(['charts', 'charts/a.png', 'manifest.json', 'report.html']);
    const manifest = JSON.parse(await text('new folder', 'out', 'manifest.json'));
    expect(manifest).toEqual({
      writtenBy: 'quarterline',
      files: [
        // printf '\1\2\3' | sha256sum; printf '<p>1</p>' | sha256sum
        { path: 'charts/a.png', sha256: '039058c6f2c0cb492c533b0a4d14ef77cc0f78abccced5287d84a1a2011cfb81' },
        { path: 'report.html', sha256: '16de9dfa12664d7331c84ac261051ef5ebe566d03dae3faf5e45825fb04bcdbc' },
      ],
    });
    expect(await all('new folder')).toEqual([
      'out',
      'out/charts',
      'out/charts/a.png',
      'out/manifest.json',
      'out/report.html',
    ]);
  });

  it('replaces what it wrote before without being forced, and leaves the rest alone', async () => {
    await writeFolder(at('out'), FIRST, false);
    await writeBytes(at('out', 'mine.txt'), 'mine');
    await writeFolder(
      at('out'),
      [
        { path: 'report.html', content: '<p>2</p>' },
        { path: 'new.csv', content: 'a' },
      ],
      false,
    );
    expect(await text('out', 'report.html')).toBe('<p>2</p>');
    expect(await text('out', 'mine.txt')).toBe('mine');
    expect(await all('out')).toEqual(['charts', 'charts/a.png', 'manifest.json', 'mine.txt', 'new.csv', 'report.html']);
    await writeFolder(at('out'), FIRST, false);
    expect(await text('out', 'report.html')).toBe('<p>1</p>');
  });

  it('does not touch a file that it did not write, and writes nothing then', async () => {
    await mkdir(at('out'));
    await writeBytes(at('out', 'report.html'), 'mine');
    await expect(writeFolder(at('out'), FIRST, false)).rejects.toEqual(usage);
    expect(await all('out')).toEqual(['report.html']);
    expect(await all('')).toEqual(['out', 'out/report.html']);
    await writeFolder(at('out'), FIRST, true);
    expect(await text('out', 'report.html')).toBe('<p>1</p>');
  });

  it.each(['{"files": []}', 'not json', '{"writtenBy":"else","files":[{"path":"report.html"}]}'])(
    'does not take another manifest for its own: %s',
    async (content) => {
      await mkdir(at('out'));
      await writeBytes(at('out', 'manifest.json'), content);
      await expect(writeFolder(at('out'), FIRST, false)).rejects.toEqual(usage);
      expect(await text('out', 'manifest.json')).toBe(content);
    },
  );

  it('does not replace a folder by a file, nor a file by a folder', async () => {
    await mkdir(at('out', 'report.html'), { recursive: true });
    await expect(writeFolder(at('out'), FIRST, true)).rejects.toEqual(usage);
    await writeBytes(at('file'), 'x');
    await expect(writeFolder(at('file'), FIRST, true)).rejects.toEqual(usage);
    expect(await text('file')).toBe('x');
  });

  it.each(['../a.txt', '/a.txt', 'a/../../b.txt', 'C:\\a.txt', 'manifest.json'])(
    'writes nothing to %s',
    async (path) => {
      await expect(writeFolder(at('out'), [{ path, content: 'x' }], true)).rejects.toMatchObject({ kind: 'failure' });
      expect(await all('')).toEqual([]);
    },
  );

  it.skipIf(process.getuid?.() === 0 || process.platform === 'win32')(
    'leaves nothing behind where it may not write',
    async () => {
      await mkdir(at('closed'));
      await chmod(at('closed'), 0o500);
      await expect(writeFolder(at('closed', 'out'), FIRST, false)).rejects.toMatchObject({ kind: 'failure' });
      expect(await all('closed')).toEqual([]);
    },
  );
});

describe('writing a file', () => {
  it('writes it, and its folder', async () => {
    await writeFile(at('a b', 'c.json'), '{}', false);
    expect(await text('a b', 'c.json')).toBe('{}');
    expect(await all('a b')).toEqual(['c.json']);
  });

  it('replaces another one only when forced', async () => {
    await writeFile(at('c.json'), '1', false);
    await expect(writeFile(at('c.json'), '2', false)).rejects.toEqual(usage);
    expect(await text('c.json')).toBe('1');
    await writeFile(at('c.json'), '2', true);
    expect(await text('c.json')).toBe('2');
  });

  it('replaces one that the manifest beside it names', async () => {
    await writeFolder(at('out'), FIRST, false);
    await writeFile(at('out', 'report.html'), 'new', false);
    expect(await text('out', 'report.html')).toBe('new');
  });

  it('does not replace a folder', async () => {
    await mkdir(at('d'));
    await expect(writeFile(at('d'), '1', true)).rejects.toEqual(usage);
  });
});
