import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import {
  chmod,
  lstat,
  mkdir,
  mkdtemp,
  readdir,
  readFile,
  rename,
  rm,
  symlink,
  writeFile as writeBytes,
} from 'node:fs/promises';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { DISK } from '../../src/commands/disk.ts';
import { refuseTarget, writeFile, writeFolder } from '../../src/commands/write.ts';

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
    await writeFolder(at('new folder', 'out'), FIRST, { force: false });
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
    await writeFolder(at('out'), FIRST, { force: false });
    await writeBytes(at('out', 'mine.txt'), 'mine');
    await writeFolder(
      at('out'),
      [
        { path: 'report.html', content: '<p>2</p>' },
        { path: 'new.csv', content: 'a' },
      ],
      { force: false },
    );
    expect(await text('out', 'report.html')).toBe('<p>2</p>');
    expect(await text('out', 'mine.txt')).toBe('mine');
    expect(await all('out')).toEqual(['charts', 'charts/a.png', 'manifest.json', 'mine.txt', 'new.csv', 'report.html']);
    await writeFolder(at('out'), FIRST, { force: false });
    expect(await text('out', 'report.html')).toBe('<p>1</p>');
  });

  it('does not touch a file that it did not write, and writes nothing then', async () => {
    await mkdir(at('out'));
    await writeBytes(at('out', 'report.html'), 'mine');
    await expect(writeFolder(at('out'), FIRST, { force: false })).rejects.toEqual(usage);
    expect(await all('out')).toEqual(['report.html']);
    expect(await all('')).toEqual(['out', 'out/report.html']);
    await writeFolder(at('out'), FIRST, { force: true });
    expect(await text('out', 'report.html')).toBe('<p>1</p>');
  });

  it.each(['{"files": []}', 'not json', '{"writtenBy":"else","files":[{"path":"report.html"}]}'])(
    'does not take another manifest for its own: %s',
    async (content) => {
      await mkdir(at('out'));
      await writeBytes(at('out', 'manifest.json'), content);
      await expect(writeFolder(at('out'), FIRST, { force: false })).rejects.toEqual(usage);
      expect(await text('out', 'manifest.json')).toBe(content);
    },
  );

  it('does not replace a folder by a file, nor a file by a folder', async () => {
    await mkdir(at('out', 'report.html'), { recursive: true });
    await expect(writeFolder(at('out'), FIRST, { force: true })).rejects.toEqual(usage);
    await writeBytes(at('file'), 'x');
    await expect(writeFolder(at('file'), FIRST, { force: true })).rejects.toEqual(usage);
    expect(await text('file')).toBe('x');
  });

  it.each(['../a.txt', '/a.txt', 'a/../../b.txt', 'C:\\a.txt', 'manifest.json'])(
    'writes nothing to %s',
    async (path) => {
      await expect(writeFolder(at('out'), [{ path, content: 'x' }], { force: true })).rejects.toMatchObject({
        kind: 'failure',
      });
      expect(await all('')).toEqual([]);
    },
  );

  it.skipIf(process.getuid?.() === 0 || process.platform === 'win32')(
    'leaves nothing behind where it may not write',
    async () => {
      await mkdir(at('closed'));
      await chmod(at('closed'), 0o500);
      await expect(writeFolder(at('closed', 'out'), FIRST, { force: false })).rejects.toMatchObject({
        kind: 'failure',
      });
      expect(await all('closed')).toEqual([]);
    },
  );
});

describe('writing a file', () => {
  it('writes it, and its folder', async () => {
    await writeFile(at('a b', 'c.json'), '{}', { force: false });
    expect(await text('a b', 'c.json')).toBe('{}');
    expect(await all('a b')).toEqual(['c.json']);
  });

  it('replaces another one only when forced', async () => {
    await writeFile(at('c.json'), '1', { force: false });
    await expect(writeFile(at('c.json'), '2', { force: false })).rejects.toEqual(usage);
    expect(await text('c.json')).toBe('1');
    await writeFile(at('c.json'), '2', { force: true });
    expect(await text('c.json')).toBe('2');
  });

  it('replaces one that the manifest beside it names', async () => {
    await writeFolder(at('out'), FIRST, { force: false });
    await writeFile(at('out', 'report.html'), 'new', { force: false });
    expect(await text('out', 'report.html')).toBe('new');
  });

  it('does not replace a folder', async () => {
    await mkdir(at('d'));
    await expect(writeFile(at('d'), '1', { force: true })).rejects.toEqual(usage);
  });
});

const code = (name: string) => expect.objectContaining({ problems: [expect.objectContaining({ code: name })] });
const FORCED = { force: true };

describe.skipIf(process.platform === 'win32')('what is no ordinary file', () => {
  const pipe = (...parts: readonly string[]): void => void spawnSync('mkfifo', [at(...parts)]);

  it.each([false, true])('is never replaced: a pipe, forced %s', async (force) => {
    pipe('p');
    await expect(writeFile(at('p'), '1', { force })).rejects.toEqual(code('write.is-special'));
    await expect(writeFolder(at('p'), FIRST, { force })).rejects.toEqual(code('write.is-special'));
    expect((await lstat(at('p'))).isFIFO()).toBe(true);
  });

  it('is never replaced in a folder, nor taken for a manifest', async () => {
    await mkdir(at('out'));
    pipe('out', 'report.html');
    await expect(writeFolder(at('out'), FIRST, FORCED)).rejects.toEqual(code('write.is-special'));
    await rm(at('out', 'report.html'));
    pipe('out', 'manifest.json');
    await expect(writeFolder(at('out'), FIRST, FORCED)).rejects.toEqual(code('write.is-special'));
    await writeFile(at('out', 'a.txt'), '1', { force: false });
    expect(await all('out')).toEqual(['a.txt', 'manifest.json']);
  });

  it('is never replaced: a link that leads nowhere', async () => {
    await symlink(at('nowhere'), at('link'));
    await expect(writeFile(at('link'), '1', FORCED)).rejects.toEqual(code('write.is-special'));
    await expect(writeFolder(at('link'), FIRST, FORCED)).rejects.toEqual(code('write.is-special'));
    expect(await all('')).toEqual(['link']);
  });

  it('is followed: a link to a file, which is another file until forced', async () => {
    await mkdir(at('there'));
    await writeBytes(at('there', 'old.html'), 'old');
    await symlink(at('there', 'old.html'), at('latest.html'));
    await expect(writeFile(at('latest.html'), 'new', { force: false })).rejects.toEqual(code('write.exists'));
    await writeFile(at('latest.html'), 'new', FORCED);
    expect([await text('there', 'old.html'), (await lstat(at('latest.html'))).isSymbolicLink()]).toEqual(['new', true]);
  });

  it('is followed: a link to a folder; one in a folder is not, and its manifest does not own it', async () => {
    await mkdir(at('there'));
    await symlink(at('there'), at('out'));
    await writeFolder(at('out'), FIRST, { force: false });
    expect(await text('there', 'report.html')).toBe('<p>1</p>');
    await writeBytes(at('mine.html'), 'mine');
    await rm(at('there', 'report.html'));
    await symlink(at('mine.html'), at('there', 'report.html'));
    await expect(writeFolder(at('out'), FIRST, { force: false })).rejects.toEqual(code('write.exists'));
    expect(await text('mine.html')).toBe('mine');
    await writeFolder(at('out'), FIRST, FORCED);
    expect(await text('mine.html')).toBe('mine');
    expect(await text('there', 'report.html')).toBe('<p>1</p>');
    expect((await lstat(at('there', 'report.html'))).isSymbolicLink()).toBe(false);
    expect((await lstat(at('out'))).isSymbolicLink()).toBe(true);
    await rm(at('there', 'charts'), { recursive: true });
    await mkdir(at('elsewhere'));
    await symlink(at('elsewhere'), at('there', 'charts'));
    await expect(writeFolder(at('out'), FIRST, FORCED)).rejects.toEqual(code('write.is-link'));
    expect(await all('elsewhere')).toEqual([]);
  });

  it('is followed to what was read, which is never replaced', async () => {
    await writeBytes(at('data.csv'), 'mine');
    await symlink(at('data.csv'), at('link.csv'));
    const read = { force: true, inputs: [at('data.csv'), at('gone.csv'), '-'] };
    await expect(writeFile(at('link.csv'), '1', read)).rejects.toEqual(code('write.is-input'));
    expect(await text('data.csv')).toBe('mine');
  });
});

describe('what was read', () => {
  it('is never replaced, in a folder neither', async () => {
    await writeFolder(at('out'), FIRST, { force: false });
    for (const force of [false, true]) {
      const read = { force, inputs: [at('out', 'x', '..', 'report.html')] };
      await expect(writeFile(at('out', 'report.html'), '2', read)).rejects.toEqual(code('write.is-input'));
      await expect(writeFolder(at('out'), FIRST, read)).rejects.toEqual(code('write.is-input'));
    }
    expect(await text('out', 'report.html')).toBe('<p>1</p>');
  });
});

describe('a target', () => {
  it('is refused as it would be in writing, and nothing is written', async () => {
    await writeBytes(at('c.json'), '1');
    await expect(refuseTarget(at('c.json'), null, { force: false })).rejects.toEqual(code('write.exists'));
    await expect(refuseTarget(at('c.json'), ['a.csv'], FORCED)).rejects.toEqual(code('write.is-file'));
    await mkdir(at('out'));
    await writeBytes(at('out', 'charts'), 'mine');
    await expect(refuseTarget(at('out'), ['report.html', 'charts/a.png'], FORCED)).rejects.toEqual(
      code('write.is-file'),
    );
    await refuseTarget(at('new'), ['a.csv'], { force: false });
    await refuseTarget(at('new', 'a.csv'), null, { force: false });
    expect(await all('')).toEqual(['c.json', 'out', 'out/charts']);
  });
});

/** Every file of a folder with its content. */
const contents = async (folder: string): Promise<Readonly<Record<string, string>>> => {
  const found: Record<string, string> = {};
  for (const entry of await readdir(at(folder), { recursive: true, withFileTypes: true }))
    if (entry.isFile()) {
      const path = join(entry.parentPath, entry.name);
      found[path.slice(at(folder).length + 1).replaceAll('\\', '/')] = await readFile(path, 'latin1');
    }
  return found;
};

const SECOND = [
  { path: 'report.html', content: '<p>2</p>' },
  { path: 'charts/b.png', content: Uint8Array.of(4) },
  { path: 'tables/t.csv', content: 'x' },
];

describe('a folder that is replaced', () => {
  beforeEach(async () => {
    await writeFolder(at('out'), FIRST, { force: false });
    await writeBytes(at('out', 'notes.docx'), 'mine');
    await mkdir(at('out', 'own', 'deep'), { recursive: true });
    await writeBytes(at('out', 'own', 'deep', 'x.txt'), 'mine too');
  });

  it('keeps what is not ours, and what an earlier run alone has written', async () => {
    await writeFolder(at('out'), SECOND, { force: false });
    expect(await all('out')).toEqual([
      ...['charts', 'charts/a.png', 'charts/b.png', 'manifest.json', 'notes.docx', 'own', 'own/deep'],
      ...['own/deep/x.txt', 'report.html', 'tables', 'tables/t.csv'],
    ]);
    expect(await text('out', 'report.html')).toBe('<p>2</p>');
    expect(await text('out', 'own', 'deep', 'x.txt')).toBe('mine too');
    expect(JSON.parse(await text('out', 'manifest.json')).files.map(({ path }: { path: string }) => path)).toEqual([
      'charts/a.png',
      'charts/b.png',
      'report.html',
      'tables/t.csv',
    ]);
    expect(await readdir(root)).toEqual(['out']);
  });

  it('is left complete where the machine refuses any one step, and nothing is left beside it', async () => {
    const before = await contents('out');
    let refusals = 0;
    for (let refused = 0; ; refused += 1) {
      let step = 0;
      let name = '';
      /** The step that is refused, counted over all that are asked for. */
      const refusing =
        <Given extends readonly unknown[], Result>(what: string, act: (...given: Given) => Result) =>
        (...given: Given): Result => {
          step += 1;
          if (step - 1 !== refused) return act(...given);
          name = what;
          throw Object.assign(new Error('EBUSY: resource busy'), { code: 'EBUSY' });
        };
      const disk = {
        mkdir: refusing('mkdir', DISK.mkdir),
        write: refusing('write', DISK.write),
        rename: refusing('rename', DISK.rename),
        alias: refusing('alias', DISK.alias),
      };
      const done = await writeFolder(at('out'), SECOND, { force: false }, disk).then(
        () => null,
        (error) => error.problems[0].code,
      );
      expect(await readdir(root)).toEqual(['out']);
      if (done === null) break;
      refusals += 1;
      expect(done).toBe(name === 'rename' ? 'write.in-use' : 'write.failed');
      expect(await contents('out')).toEqual(before);
    }
    // At least: the folder above, the stage, three folders, two files taken over, three written, the manifest, two renames.
    expect(refusals).toBeGreaterThanOrEqual(12);
    expect(await text('out', 'report.html')).toBe('<p>2</p>');
  });

  it('is put back by the next run where one died between the two renames', async () => {
    const before = await contents('out');
    await rename(at('out'), at('.out.quarterline-old'));
    await mkdir(at('.out.quarterline-new-01234567-89ab-cdef-0123-456789abcdef'));
    await writeBytes(
      at('.out.quarterline-lock'),
      JSON.stringify({ pid: 2 ** 22 + 1, host: hostname(), token: 'dead' }),
    );
    await expect(
      writeFolder(at('out'), [{ path: 'notes.docx', content: 'not mine' }], { force: false }),
    ).rejects.toEqual(code('write.exists'));
    expect(await contents('out')).toEqual(before);
    expect(await readdir(root)).toEqual(['out']);
  });

  it('keeps what another program puts into it meanwhile, and what lies beside it under a like name', async () => {
    await writeBytes(at('.out.quarterline-notes'), 'precious');
    const late = {
      ...DISK,
      rename: (from: string, to: string) => {
        if (to.endsWith('-old')) writeFileSync(join(from, 'late.txt'), 'late');
        DISK.rename(from, to);
      },
    };
    await writeFolder(at('out'), SECOND, { force: false }, late);
    expect(await text('out', 'late.txt')).toBe('late');
    expect((await readdir(root)).sort()).toEqual(['.out.quarterline-notes', 'out']);
  });

  it('is not touched while another run holds it, which is named', async () => {
    const before = await contents('out');
    const lock = (holder: object) => writeBytes(at('.out.quarterline-lock'), JSON.stringify(holder));
    await lock({ pid: process.pid, host: hostname(), token: 'other' });
    await expect(writeFolder(at('out'), SECOND, { force: true })).rejects.toEqual(code('write.held'));
    await lock({ pid: 1, host: 'elsewhere', token: 'other' });
    await expect(writeFolder(at('out'), SECOND, { force: true })).rejects.toEqual(code('write.held'));
    expect(await contents('out')).toEqual(before);
    await lock({ pid: 0, host: hostname(), token: 'nobody' });
    await writeFolder(at('out'), SECOND, { force: false });
    await lock({ what: 'no lock of ours' });
    await writeFolder(at('out'), SECOND, { force: false });
    expect(await readdir(root)).toEqual(['out']);
  });

  it('is not one that the program runs in', async () => {
    const here = process.cwd();
    const within = await mkdtemp(join(tmpdir(), 'quarterline here '));
    try {
      process.chdir(within);
      await expect(writeFolder('.', FIRST, FORCED)).rejects.toEqual(code('write.here'));
      await expect(writeFolder('..', FIRST, FORCED)).rejects.toEqual(code('write.here'));
      await writeFolder('report', FIRST, { force: false });
      await writeFolder('report', SECOND, { force: false });
    } finally {
      process.chdir(here);
      await rm(within, { recursive: true });
    }
  });
});
