import { PROGRESS } from '../messages/words/progress.ts';
import type { Effects } from './effects.ts';

/** The same effects, each file read and written said on standard error: what `--verbose` adds. */
export function telling(effects: Effects): Effects {
  return {
    ...effects,
    read: async (path) => {
      const bytes = await effects.read(path);
      effects.err(PROGRESS.read(path, bytes.length));
      return bytes;
    },
    writeFile: async (path, content, force) => {
      await effects.writeFile(path, content, force);
      effects.err(PROGRESS.wrote(path));
    },
    writeFolder: async (folder, files, force) => {
      await effects.writeFolder(folder, files, force);
      for (const { path } of files) effects.err(PROGRESS.wrote(`${folder}/${path}`));
    },
  };
}
