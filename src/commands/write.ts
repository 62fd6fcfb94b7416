import { createHash } from 'node:crypto';
import { renameSync } from 'node:fs';
import { chmod, lstat, readFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { failure, QuarterlineError, usageError } from '../errors.ts';
import { carry, DISK, type Disk, heldIn } from './disk.ts';
import type { Content } from './effects.ts';
import { type Hold, hold } from './hold.ts';
import { codeOf, isInside, placeAt, sharedWith, type TargetPlace, within } from './places.ts';

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
 * replaced, and no link within the folder is followed. The new folder is written beside it, what else the old one holds is taken
 * over, and the two change places: at every moment there is the old one, the new one or, between two renames, the old one beside
 * its place, which the next run puts back.
 */
export async function writeFolder(
  folder: string,
  files: readonly FileToWrite[],
  permission: Permission,
  given: Disk = DISK,
): Promise<void> {
  await asFailure(folder, async () => {
    const paths = files.map(({ path }) => checked(path));
    const { path: place } = await placeAt(folder);
    await given.mkdir(dirname(place));
    const held = await hold(place);
    const disk = checking(given, held);
    try {
      const { target, isNew, earlier } = await folderToWrite(folder, paths, permission);
      await disk.mkdir(held.stage);
      if (!isNew) {
        await chmod(held.stage, (await lstat(target)).mode);
        const ours = new Set([MANIFEST, ...paths]);
        await carry(target, held.stage, (path) => ours.has(path), disk);
      }
      for (const { path, content } of files) {
        await disk.mkdir(dirname(join(held.stage, path)));
        await disk.write(join(held.stage, path), content);
      }
      await disk.write(join(held.stage, MANIFEST), await manifestOf(files, earlier ?? [], held.stage));
      await changePlaces(held, target, isNew, disk);
    } finally {
      await held.release();
    }
  });
}

/** The same disk, each step of which asks first whether to go on. */
const checking = (disk: Disk, { check }: Hold): Disk => ({
  mkdir: async (path) => {
    check();
    await disk.mkdir(path);
  },
  write: async (path, content) => {
    check();
    await disk.write(path, content);
  },
  // The two renames of a folder follow one another: no signal comes between them.
  rename: disk.rename,
  alias: async (from, to) => {
    check();
    await disk.alias(from, to);
  },
});

/** Names of all that is ours in the new folder, each with its digest. */
async function manifestOf(
  files: readonly FileToWrite[],
  earlier: readonly ManifestEntry[],
  stage: string,
): Promise<string> {
  const written = new Set(files.map(({ path }) => path));
  const kept: ManifestEntry[] = [];
  for (const entry of earlier)
    if (!written.has(entry.path) && (await placeAt(join(stage, entry.path))).standing === 'file') kept.push(entry);
  const entries = files.map(({ path, content }) => ({ path, sha256: sha256(content) }));
  const manifest = { writtenBy: WRITER, files: [...entries, ...kept].sort((a, b) => (a.path < b.path ? -1 : 1)) };
  return `${JSON.stringify(manifest, null, 2)}\n`;
}

/** Puts the new folder where the old one is; where that is refused the old one stays, or goes back. */
async function changePlaces({ stage, old, isOurs }: Hold, target: string, isNew: boolean, disk: Disk): Promise<void> {
  if (!isOurs()) throw failure('write.failed', { path: target, code: 'ELOCKED' });
  try {
    if (!isNew) disk.rename(target, old);
    try {
      disk.rename(stage, target);
    } catch (error) {
      if (!isNew) renameSync(old, target);
      throw error;
    }
  } catch (error) {
    if (isNew) throw error;
    throw failure('write.in-use', { path: await heldIn(target), folder: target, code: codeOf(error) }, error);
  }
}

/**
 * Writes one file: beside its place first, then moved. A file that is there already is a usage error, unless `force` or
 * unless the manifest of its folder names it. Through a link the file that it leads to is written; an input, a pipe or a device
 * is never replaced.
 */
export async function writeFile(
  path: string,
  content: Content,
  permission: Permission,
  given: Disk = DISK,
): Promise<void> {
  await asFailure(path, async () => {
    const place = await fileToWrite(path, permission);
    await given.mkdir(dirname(place));
    const held = await hold(place);
    const disk = checking(given, held);
    try {
      const target = await fileToWrite(path, permission);
      await disk.write(held.stage, content);
      disk.rename(held.stage, target);
    } finally {
      await held.release();
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
  /** The folder is not there yet. */
  readonly isNew: boolean;
  readonly earlier: readonly ManifestEntry[] | null;
}

/** A folder into which these files may be written. */
async function folderToWrite(
  folder: string,
  names: readonly string[],
  { force, inputs = [] }: Permission,
): Promise<FolderToWrite> {
  const { path: target, standing } = await placeAt(folder);
  if (standing === 'nothing') return { target, isNew: true, earlier: null };
  if (standing === 'file') throw usageError('write.is-file', { path: folder });
  if (standing === 'other') throw usageError('write.is-special', { path: folder });
  // A folder that one is in cannot change places: one would be left in the old one.
  if ((await within(target, process.cwd())) !== null) throw usageError('write.here', { path: folder });
  const earlier = await readManifest(target);
  const own = new Set(earlier === null ? [] : [MANIFEST, ...earlier.map(({ path }) => path)]);
  const foreign: string[] = [];
  for (const name of [MANIFEST, ...names]) {
    const place = await placeAt(join(target, name));
    if (!place.isLink) refuseStanding(place, `${folder}/${name}`);
    if (place.isLink || (place.standing === 'file' && !own.has(name))) foreign.push(`${folder}/${name}`);
  }
  for (const between of new Set(names.flatMap(foldersOf))) {
    const { standing: found, isLink } = await placeAt(join(target, between));
    if (isLink) throw usageError('write.is-link', { path: `${folder}/${between}` });
    if (!['nothing', 'folder'].includes(found)) throw usageError('write.is-file', { path: `${folder}/${between}` });
  }
  await refuseInputs(
    [MANIFEST, ...names].map((name) => `${folder}/${name}`),
    inputs,
  );
  if (!force && foreign.length > 0)
    throw usageError('write.exists', { paths: foreign.slice(0, 5), count: foreign.length });
  return { target, isNew: false, earlier };
}

/** `a` and `a/b` of `a/b/c.csv`. */
const foldersOf = (name: string): readonly string[] =>
  name
    .split('/')
    .slice(0, -1)
    .map((_, depth, parts) => parts.slice(0, depth + 1).join('/'));

function refuseStanding({ standing }: TargetPlace, path: string): void {
  if (standing === 'folder') throw usageError('write.is-folder', { path });
  if (standing === 'other') throw usageError('write.is-special', { path });
}

async function refuseInputs(paths: readonly string[], inputs: Iterable<string>): Promise<void> {
  const [input] = await sharedWith(paths, inputs);
  if (input !== undefined) throw usageError('write.is-input', { path: input });
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
