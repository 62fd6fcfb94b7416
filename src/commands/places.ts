import { fstatSync, statSync } from 'node:fs';
import { lstat, realpath } from 'node:fs/promises';
import { basename, dirname, join, relative, resolve } from 'node:path';

/** What stands at a path. `other`: a pipe, a device, a socket, or a link that leads nowhere. */
type Standing = 'nothing' | 'file' | 'folder' | 'other';

export interface TargetPlace {
  /** Where it is, links followed: what is written there goes to the file that a link leads to. */
  readonly path: string;
  readonly standing: Standing;
  /** The path itself is a link. */
  readonly isLink: boolean;
}

/** Where a path leads and what stands there. Throws what the machine refuses. */
export async function placeAt(path: string): Promise<TargetPlace> {
  const absolute = resolve(path);
  const own = await statOf(absolute);
  const isLink = own?.isSymbolicLink() ?? false;
  const target = await throughLinks(absolute);
  const found = isLink ? await statOf(target) : own;
  const standing = !found ? 'nothing' : found.isFile() ? 'file' : found.isDirectory() ? 'folder' : 'other';
  return { path: target, standing, isLink };
}

/** The path with links followed as far as there is something. */
async function throughLinks(path: string): Promise<string> {
  try {
    return await realpath(path);
  } catch (error) {
    const above = dirname(path);
    if (!isMissing(error) || above === path) throw error;
    return join(await throughLinks(above), basename(path));
  }
}

/** Where `path` stands below `folder`, with forward slashes; an empty text for the folder itself, null outside. */
export async function within(folder: string, path: string): Promise<string | null> {
  const [from, to] = await Promise.all([folder, path].map((one) => throughLinks(resolve(one))));
  const way = relative(from ?? '', to ?? '').replaceAll('\\', '/');
  return isInside(way) ? way : null;
}

/** Whether a path with forward or back slashes stays where it begins. */
export const isInside = (path: string): boolean => !/^[\\/]|^[a-z]:/i.test(path) && !path.split(/[\\/]/).includes('..');

/** Which of two sets of paths lead to the same file: those of the first. Paths that lead nowhere are none; `-` is standard input. */
export async function sharedWith(paths: readonly string[], others: Iterable<string>): Promise<readonly string[]> {
  const taken = new Set(await Promise.all([...others].map(realOrNull)));
  taken.delete(null);
  const real = await Promise.all(paths.map(realOrNull));
  const fed = [...others].includes('-') ? fstatSync(0) : null;
  const isFed = (path: string | null | undefined): boolean => {
    const found = fed && path ? statSync(path) : null;
    return found !== null && fed?.isFile() === true && found.dev === fed.dev && found.ino === fed.ino;
  };
  return paths.filter((_, i) => taken.has(real[i] ?? null) || isFed(real[i]));
}

const realOrNull = (path: string): Promise<string | null> =>
  path === '-' ? Promise.resolve(null) : realpath(resolve(path)).catch(() => null);

async function statOf(path: string) {
  try {
    return await lstat(path);
  } catch (error) {
    if (isMissing(error)) return null;
    throw error;
  }
}

export const codeOf = (error: unknown): string => (error instanceof Error && 'code' in error ? String(error.code) : '');

const isMissing = (error: unknown): boolean => ['ENOENT', 'ENOTDIR'].includes(codeOf(error));
