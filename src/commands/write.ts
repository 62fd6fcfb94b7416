import { createHash, randomUUID } from 'node:crypto';
import { mkdir, readFile, rename, rm, writeFile as writeBytes } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { failure, QuarterlineError, usageError } from '../errors.ts';
import type { Content } from './effects.ts';
import { codeOf, isInside, placeAt, sharedWith, type TargetPlace } from './places.ts';

/** A file to be written into a folder; `path` is relative to it, with forward slashes. */
interface FileToWrite {
  readonly path: string;
  readonly content: string | Uint8Array;
}

/** What may be replaced, and what never: the files that a run has read. */
interface Permission {
  readonly force: boolean;
  readonly inputs?: Iterable<string>;
}

interface ManifestEntry {
  readonly path: string;
  readonly sha256: string;
}

const MANIFEST = 'manifest.json';
const WRITER = 'quarterline';

/**
 * Writes files into a folder, all or none, with a manifest that names them. Files that an earlier manifest of the folder names
 * are replaced; any other file that is there already is a usage error, unless `force`. An input, a pipe or a device is never
 * replaced. Everything is written beside the folder first and moved when it is complete.
 */
export async function writeFolder(
  folder: string,
  files: readonly FileToWrite[],
  permission: Permission,
): Promise<void> {
  await asFailure(folder, async () => {
    const paths = files.map(({ path }) => checked(path));
    const { target, places, earlier } = await folderToWrite(folder, paths, permission);
    const written = new Set(paths);
    const kept: ManifestEntry[] = [];
    for (const entry of earlier ?? [])
      if (!written.has(entry.path) && (await placeAt(join(target, entry.path))).standing === 'file') kept.push(entry);
    const entries = files.map(({ path, content }) => ({ path, sha256: sha256(content) }));
    const manifest = { writtenBy: WRITER, files: [...entries, ...kept].sort((a, b) => (a.path < b.path ? -1 : 1)) };
    const all = [{ path: MANIFEST, content: `${JSON.stringify(manifest, null, 2)}\n` }, ...files];
    await mkdir(dirname(target), { recursive: true });
    const stage = await stageBeside(target);
    try {
      for (const { path, content } of all) {
        await mkdir(dirname(join(stage, path)), { recursive: true });
        await writeBytes(join(stage, path), content);
      }
      await moveAll(stage, target, places);
    } finally {
      await rm(stage, { recursive: true, force: true });
    }
  });
}

/**
 * Writes one file: beside its place first, then moved. A file that is there already is a usage error, unless `force` or
 * unless the manifest of its folder names it. Through a link the file that it leads to is written; an input, a pipe or a device
 * is never replaced.
 */
export async function writeFile(path: string, content: Content, permission: Permission): Promise<void> {
  await asFailure(path, async () => {
    const target = await fileToWrite(path, permission);
    await mkdir(dirname(target), { recursive: true });
    const stage = await stageBeside(target);
    try {
      await writeBytes(join(stage, 'content'), content);
      await rename(join(stage, 'content'), target);
    } finally {
      await rm(stage, { recursive: true, force: true });
    }
  });
}

/** Throws what `writeFolder` (for files of these names) or, without names, `writeFile` would refuse. Writes nothing. */
export async function refuseTarget(
  path: string,
  names: readonly string[] | null,
  permission: Permission,
): Promise<void> {
  await asFailure(path, async () => {
    if (names) await folderToWrite(path, names.map(checked), permission);
    else await fileToWrite(path, permission);
  });
}

/** The absolute path of a file that may be written. */
async function fileToWrite(path: string, { force, inputs = [] }: Permission): Promise<string> {
  const place = await placeAt(path);
  refuseStanding(place, path);
  await refuseInputs([path], inputs);
  const earlier = await readManifest(dirname(place.path));
  const own = !place.isLink && (earlier ?? []).some((entry) => entry.path === basename(place.path));
  if (!force && !own && place.standing === 'file') throw usageError('write.exists', { paths: [path], count: 1 });
  return place.path;
}

interface FolderToWrite {
  /** Absolute. */
  readonly target: string;
  /** The absolute path of each file, the manifest first; null where the folder is not there yet. */
  readonly places: ReadonlyMap<string, string> | null;
  readonly earlier: readonly ManifestEntry[] | null;
}

/** A folder into which these files may be written. */
async function folderToWrite(
  folder: string,
  names: readonly string[],
  { force, inputs = [] }: Permission,
): Promise<FolderToWrite> {
  const { path: target, standing } = await placeAt(folder);
  if (standing === 'nothing') return { target, places: null, earlier: null };
  if (standing === 'file') throw usageError('write.is-file', { path: folder });
  if (standing === 'other') throw usageError('write.is-special', { path: folder });
  const earlier = await readManifest(target);
  const own = new Set(earlier === null ? [] : [MANIFEST, ...earlier.map(({ path }) => path)]);
  const places = new Map<string, string>();
  const foreign: string[] = [];
  for (const name of [MANIFEST, ...names]) {
    const place = await placeAt(join(target, name));
    refuseStanding(place, `${folder}/${name}`);
    if (place.standing === 'file' && (place.isLink || !own.has(name))) foreign.push(`${folder}/${name}`);
    places.set(name, place.path);
  }
  for (const between of new Set(names.map((name) => dirname(name))))
    if (!['nothing', 'folder'].includes((await placeAt(join(target, between))).standing))
      throw usageError('write.is-file', { path: `${folder}/${between}` });
  await refuseInputs(
    [...places.keys()].map((name) => `${folder}/${name}`),
    inputs,
  );
  if (!force && foreign.length > 0)
    throw usageError('write.exists', { paths: foreign.slice(0, 5), count: foreign.length });
  return { target, places, earlier };
}

function refuseStanding({ standing }: TargetPlace, path: string): void {
  if (standing === 'folder') throw usageError('write.is-folder', { path });
  if (standing === 'other') throw usageError('write.is-special', { path });
}

async function refuseInputs(paths: readonly string[], inputs: Iterable<string>): Promise<void> {
  const [input] = await sharedWith(paths, inputs);
  if (input !== undefined) throw usageError('write.is-input', { path: input });
}

/** A new folder on the same disk as `target`, so that what is written there can be moved. */
async function stageBeside(target: string): Promise<string> {
  const stage = join(dirname(target), `.${basename(target)}-${randomUUID()}`);
  await mkdir(stage);
  return stage;
}

/** The manifest goes first: if a move fails after it, a second run may still replace what the first has written. */
async function moveAll(stage: string, target: string, places: FolderToWrite['places']): Promise<void> {
  if (places === null) {
    await rename(stage, target);
    return;
  }
  for (const [name, place] of places) {
    await mkdir(dirname(place), { recursive: true });
    await rename(join(stage, name), place);
  }
}

/** What the manifest of a folder names; null where there is none that quarterline wrote. */
async function readManifest(folder: string): Promise<readonly ManifestEntry[] | null> {
  try {
    const { path, standing } = await placeAt(join(folder, MANIFEST));
    if (standing !== 'file') return null;
    const manifest: unknown = JSON.parse(await readFile(path, 'utf8'));
    const { writtenBy, files } = manifest as { writtenBy?: unknown; files?: unknown };
    if (writtenBy !== WRITER || !Array.isArray(files)) return null;
    return files.filter((entry): entry is ManifestEntry => typeof entry?.path === 'string' && isInside(entry.path));
  } catch {
    return null;
  }
}

function checked(path: string): string {
  if (!isInside(path) || path === MANIFEST) throw failure('write.outside', { path });
  return path;
}

const sha256 = (content: string | Uint8Array): string => createHash('sha256').update(content).digest('hex');

/** What the machine refuses is a failure that names the path. */
async function asFailure(path: string, write: () => Promise<void>): Promise<void> {
  try {
    await write();
  } catch (error) {
    if (error instanceof QuarterlineError) throw error;
    throw failure('write.failed', { path, code: codeOf(error) || String(error) }, error);
  }
}
