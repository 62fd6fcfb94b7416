import { readdir, stat } from 'node:fs/promises';
import { dataError } from '../errors.ts';

/**
 * File names with a `*` or `?` in their last part as the files they stand for, in alphabetical order: Windows leaves that to the
 * program. Names without, and files that are there under just this name, stay as they are. Throws a data error where no
 * file fits.
 *
 * @example await expandFiles(['exports\\*.csv']) // ['exports\\admissions.csv', 'exports\\costs.csv']
 */
export async function expandFiles(names: readonly string[]): Promise<readonly string[]> {
  const expanded: string[] = [];
  for (const name of names)
    expanded.push(...(isPattern(name) && !(await exists(name)) ? await matching(name) : [name]));
  return expanded;
}

const isPattern = (name: string): boolean => /[*?]/.test(name);

async function exists(name: string): Promise<boolean> {
  return stat(name).then(
    () => true,
    () => false,
  );
}

async function matching(pattern: string): Promise<readonly string[]> {
  const split = Math.max(pattern.lastIndexOf('/'), pattern.lastIndexOf('\\')) + 1;
  const [folder, last] = [pattern.slice(0, split), pattern.slice(split)];
  const entries = await readdir(folder === '' ? '.' : folder, { withFileTypes: true }).catch(() => []);
  const fits = asExpression(last);
  const files = entries.filter((entry) => !entry.isDirectory() && fits.test(entry.name)).map(({ name }) => name);
  if (files.length === 0) throw dataError('input.no-file-fits', { folder, last }, { file: pattern });
  return files.sort().map((name) => folder + name);
}

/** Hidden files are not meant by a leading `*`; Windows does not tell upper from lower case. */
function asExpression(pattern: string): RegExp {
  const body = pattern
    .replace(/[\\^$.+()|{}[\]]/g, '\\$&')
    .replaceAll('*', '.*')
    .replaceAll('?', '.');
  return new RegExp(`^(?!\\.)${body}$`, process.platform === 'win32' ? 'is' : 's');
}
