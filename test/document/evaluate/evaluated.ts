import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import type { Effects } from '../../../src/commands/effects.ts';
import { runProgram } from '../../../src/commands/program.ts';
import { hash } from '../../support/hash.ts';

const ROOT = new URL('../../../', import.meta.url);

/** What a command writes to a file of this name, from files of the repository; each goes by its last name. */
export async function written(
  name: string,
  files: readonly string[],
  command: string,
  ...options: readonly string[]
): Promise<string> {
  let content = '';
  const effects: Effects = {
    out: () => undefined,
    err: () => undefined,
    read: async (path) => readFileSync(new URL(files.find((file) => basename(file) === path) ?? path, ROOT)),
    exists: async () => false,
    hash,
    writeFolder: async () => undefined,
    writeFile: async (_, data) => {
      content = data instanceof Uint8Array ? Buffer.from(data).toString('utf8') : [...data].join('');
    },
    refuse: async () => undefined,
    terminal: { isScreen: false, columns: 80, colour: false, unicode: true },
  };
  await runProgram([command, ...files.map((file) => basename(file)), ...options, '-o', name], effects);
  return content;
}
