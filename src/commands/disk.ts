import { linkSync, renameSync } from 'node:fs';
import { chmod, copyFile, link, lstat, mkdir, open, readdir, readlink, rm, symlink, writeFile } from 'node:fs/promises';

/** What writing asks of the machine: passed in, so that tests can have it refused. */
export interface Disk {
  readonly mkdir: (path: string) => Promise<void>;
  readonly write: (path: string, content: string | Uint8Array | Iterable<string>) => Promise<void>;
  /** In one step, and not to be interrupted between two of them: a signal waits until both are done. */
  readonly rename: (from: string, to: string) => void;
  /** Another name for a file, or a copy of it where the disk has no second names. */
  readonly alias: (from: string, to: string) => Promise<void>;
}

export const DISK: Disk = {
  mkdir: async (path) => {
    await mkdir(path, { recursive: true });
  },
  // What stands there may be another name of a file that is to stay as it is.
  write: async (path, content) => {
    await rm(path, { force: true });
    await writeFile(path, content);
  },
  rename: renameSync,
  alias: async (from, to) => {
    try {
      await link(from, to);
    } catch {
      await copyFile(from, to);
    }
  },
};

/**
 * Gives everything in `from` a place in `to` as well, but the files that `isLeft` (paths with forward slashes) leaves. Links stay
 * links: nothing outside the folder is touched. Throws what the machine refuses.
 */
export async function carry(
  from: string,
  to: string,
  isLeft: (path: string) => boolean,
  disk: Disk = DISK,
  way = '',
): Promise<void> {
  for (const entry of await readdir(from, { withFileTypes: true })) {
    const path = `${way}${entry.name}`;
    const [own, other] = [`${from}/${entry.name}`, `${to}/${entry.name}`];
    if (entry.isDirectory()) {
      await disk.mkdir(other);
      await carry(own, other, isLeft, disk, `${path}/`);
      // What is written into it must go in, and what is discarded out.
      await chmod(other, (await lstat(own)).mode | 0o700);
    } else if (isLeft(path)) continue;
    else if (entry.isSymbolicLink()) await symlink(await readlink(own), other);
    else if (entry.isFile()) await disk.alias(own, other);
    else linkSync(own, other);
  }
}

/** The first file of a folder that cannot be opened for writing, as one cannot that another program holds; the folder if all can. */
export async function heldIn(folder: string): Promise<string> {
  try {
    for (const entry of await readdir(folder, { withFileTypes: true })) {
      const path = `${folder}/${entry.name}`;
      if (entry.isDirectory()) {
        const found = await heldIn(path);
        if (found !== path) return found;
      } else if (entry.isFile()) {
        try {
          await (await open(path, 'r+')).close();
        } catch {
          return path;
        }
      }
    }
  } catch {
    return folder;
  }
  return folder;
}

/** Removes what may be there, folders that nothing may be taken out of too; what the machine keeps is left to the next run. */
export async function discard(path: string): Promise<void> {
  const remove = () => rm(path, { recursive: true, force: true });
  await remove().catch(async () => {
    await openUp(path);
    await remove().catch(() => undefined);
  });
}

async function openUp(folder: string): Promise<void> {
  try {
    await chmod(folder, 0o700);
    for (const entry of await readdir(folder, { withFileTypes: true }))
      if (entry.isDirectory()) await openUp(`${folder}/${entry.name}`);
  } catch {
    // What cannot be opened cannot be removed either.
  }
}
