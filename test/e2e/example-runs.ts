import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import { quarterline, ROOT, spawned } from './support.ts';

/** The words of an example, as a shell splits them; files are taken from the package, and written into a folder of the test. */
export function words(example: string, folder: string): readonly string[] {
  const all = [...example.matchAll(/"([^"]*)"|(\S+)/g)].map((match) => match[1] ?? match[2] ?? '').slice(1);
  return all.map((word, at) => {
    if (all[at - 1] === '-o') return join(folder, word);
    return word.startsWith('fixtures/') ? join(ROOT, word) : word;
  });
}

/** In this process where nothing is written beside the reader; as a user starts it for the one that is. */
const run = (args: readonly string[], folder: string) =>
  args.length > 1 ? quarterline(args) : spawned(args, { cwd: folder });

/** What a shell other than Windows' makes of `*.csv`. */
export function asShell(word: string): readonly string[] {
  if (!word.endsWith('*.csv')) return [word];
  const at = word.slice(0, -'*.csv'.length);
  return readdirSync(at)
    .filter((name) => name.endsWith('.csv'))
    .map((name) => at + name);
}

/** Runs an example as it stands in the help, and holds what every example owes: exit 0, something said, nothing complained of. */
export async function holdsExample(example: string, folder: string): Promise<void> {
  const args = words(example, folder).flatMap(asShell);
  const { code, out, err } = await run(args, folder);
  expect(err.replace(/^Written to .*\n/gm, '')).toBe('');
  expect(code).toBe(0);
  expect(out).not.toBe('');
  if (args.includes('--json')) expect(() => JSON.parse(out)).not.toThrow();
  if (args[0] === 'demo')
    expect(existsSync(join(args[2] ?? join(folder, 'quarterline-demo'), 'official/report.html'))).toBe(true);
}
