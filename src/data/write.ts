import { createHash, randomUUID } from 'node:crypto';
import { mkdir, readFile, rename, rm, stat, writeFile as writeBytes } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { failure, QuarterlineError, usageError } from '../errors.ts';

/** A file to be written into a folder; `path` is relative to it, with forward slashes. */
export interface FileToWrite {
  readonly path: string;
  readonly content: string | Uint8Array;
}

interface ManifestEntry {
  readonly path: string;
  readonly sha256: string;
}

const MANIFEST = 'manifest.json';
const WRITER = 'quarterline';

/**
 * Writes files into a folder, all or none, with a manifest that names them. Files that an earlier manifest of the folder names
 * are replaced; any other file that is there already is a usage error, unless `force`. Everything is written beside the
 * folder first and moved when it is complete.
 */
export async function writeFolder(folder: string, files: readonly FileToWrite[], force: boolean): Promise<void> {
  await asFailure(folder, async () => {
    const target = resolve(folder);
    if (await isFile(target)) throw usageError('write.is-file', { path: folder });
    const earlier = await readManifest(target);
    const entries = files.map(({ path, content }) => ({ path: checked(path), sha256: sha256(content) }));
    await refuseForeign(target, folder, entries, earlier, force);
    const written = new Set(entries.map(({ path }) => path));
    const kept: ManifestEntry[] = [];
    for (const entry of earlier ?? [])
      if (!written.has(entry.path) && (await isFile(join(target, entry.path)))) kept.push(entry);
    const manifest = { writtenBy: WRITER, files: [...entries, ...kept].sort((a, b) => (a.path < b.path ? -1 : 1)) };
    const all = [{ path: MANIFEST, content: `${JSON.stringify(manifest, null, 2)}\n` }, ...files];
    await mkdir(dirname(target), { recursive: true });
    const stage = await stageBeside(target);
    try {
      for (const { path, content } of all) {
        await mkdir(dirname(join(stage, path)), { recursive: true });
        await writeBytes(join(stage, path), content);
      }
      await moveAll(stage, target, all);
    } finally {
      await rm(stage, { recursive: true, force: true });
    }
  });
}

/**
 * Writes one file: beside its place first, then moved. A file that is there already is a usage error, unless `force` or
 * unless the manifest of its folder names it.
 */
export async function writeFile(path: string, content: string | Uint8Array, force: boolean): Promise<void> {
  await asFailure(path, async () => {
    const target = resolve(path);
    const folder = dirname(target);
    if (await isFolder(target)) throw usageError('write.is-folder', { path });
    const own = ((await readManifest(folder)) ?? []).some((entry) => entry.path === basename(target));
    if (!force && !own && (await isFile(target))) throw usageError('write.exists', { paths: [path], count: 1 });
    await mkdir(folder, { recursive: true });
    const stage = await stageBeside(target);
    try {
      await writeBytes(join(stage, 'content'), content);
      await rename(join(stage, 'content'), target);
    } finally {
      await rm(stage, { recursive: true, force: true });
    }
  });
}

/** A new folder on the same disk as `target`, so that what is written there can be moved. */
async function stageBeside(target: string): Promise<string> {
  const stage = join(dirname(target), `.${basename(target)}-${randomUUID()}`);
  await mkdir(stage);
  return stage;
}

/** The manifest goes first: if a move fails after it, a second run may still replace what the first has written. */
async function moveAll(stage: string, target: string, files: readonly { readonly path: string }[]): Promise<void> {
  if (!(await exists(target))) {
    await rename(stage, target);
    return;
  }
  for (const { path } of files) {
    await mkdir(dirname(join(target, path)), { recursive: true });
    await rename(join(stage, path), join(target, path));
  }
}

async function refuseForeign(
  target: string,
  folder: string,
  entries: readonly ManifestEntry[],
  earlier: readonly ManifestEntry[] | null,
  force: boolean,
): Promise<void> {
  const own = new Set(earlier?.map(({ path }) => path));
  const foreign: string[] = [];
  if (earlier === null && (await exists(join(target, MANIFEST)))) foreign.push(MANIFEST);
  for (const { path } of entries) {
    const place = join(target, path);
    if (await isFolder(place)) throw usageError('write.is-folder', { path: `${folder}/${path}` });
    if (!own.has(path) && (await isFile(place))) foreign.push(path);
  }
  if (force || foreign.length === 0) return;
  throw usageError('write.exists', {
    paths: foreign.slice(0, 5).map((path) => `${folder}/${path}`),
    count: foreign.length,
  });
}

/** What the manifest of a folder names; null where there is none that quarterline wrote. */
async function readManifest(folder: string): Promise<readonly ManifestEntry[] | null> {
  try {
    const manifest: unknown = JSON.parse(await readFile(join(folder, MANIFEST), 'utf8'));
    const { writtenBy, files } = manifest as { writtenBy?: unknown; files?: unknown };
    if (writtenBy !== WRITER || !Array.isArray(files)) return null;
    return files.filter((entry): entry is ManifestEntry => typeof entry?.path === 'string' && isInside(entry.path));
  } catch {
    return null;
  }
}

const isInside = (path: string): boolean => !/^[\\/]|^[a-z]:/i.test(path) && !path.split(/[\\/]/).includes('..');

function checked(path: string): string {
  if (!isInside(path) || path === MANIFEST) throw failure('write.outside', { path });
  return path;
}

const sha256 = (content: string | Uint8Array): string => createHash('sha256').update(content).digest('hex');

const exists = async (path: string): Promise<boolean> => (await statOf(path)) !== null;
const isFile = async (path: string): Promise<boolean> => (await statOf(path))?.isFile() ?? false;
const isFolder = async (path: string): Promise<boolean> => (await statOf(path))?.isDirectory() ?? false;

async function statOf(path: string) {
  try {
    return await stat(path);
  } catch (error) {
    if (codeOf(error) === 'ENOENT' || codeOf(error) === 'ENOTDIR') return null;
    throw error;
  }
}

const codeOf = (error: unknown): string => (error instanceof Error && 'code' in error ? String(error.code) : '');

/** What the machine refuses is a failure that names the path. */
async function asFailure(path: string, write: () => Promise<void>): Promise<void> {
  try {
    await write();
  } catch (error) {
    if (error instanceof QuarterlineError) throw error;
    throw failure('write.failed', { path, code: codeOf(error) || String(error) }, error);
  }
}
