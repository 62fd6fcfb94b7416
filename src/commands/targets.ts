import { usageError } from '../errors.ts';
import type { Content, Effects, OutputFile } from './effects.ts';
import { within } from './places.ts';

/** What goes to the disk: one file, or the files of a folder. */
export interface Target {
  readonly path: string;
  /** A file's content, or what is in the folder. */
  readonly holds: Content | readonly OutputFile[];
}

/** One file, whole. */
type OneFile = Target & { readonly holds: OutputFile['content'] };

const isFolder = (holds: Target['holds']): holds is readonly OutputFile[] => Array.isArray(holds);

/**
 * What is to be written together: a file that lies in the folder of the other becomes one of its files, so that the manifest
 * names it. Throws a usage error where one would replace the other.
 */
export async function together(main: Target, beside: OneFile): Promise<readonly Target[]> {
  const refused = () => usageError('write.twice', { path: beside.path });
  const place = await within(main.path, beside.path);
  if (place === '' || (await within(beside.path, main.path)) !== null) throw refused();
  if (place === null || !isFolder(main.holds)) return [beside, main];
  const taken = main.holds.some(({ path }) => path.toLowerCase() === place.toLowerCase());
  if (taken || place === 'manifest.json') throw refused();
  return [{ path: main.path, holds: [...main.holds, { path: place, content: beside.holds }] }];
}

/** Writes all, or none where one may not be written. */
export async function writeTargets(targets: readonly Target[], force: boolean, effects: Effects): Promise<void> {
  for (const { path, holds } of targets)
    await effects.refuse(path, isFolder(holds) ? holds.map((file) => file.path) : null, force);
  for (const { path, holds } of targets) {
    if (isFolder(holds)) await effects.writeFolder(path, holds, force);
    else await effects.writeFile(path, holds, force);
  }
}
