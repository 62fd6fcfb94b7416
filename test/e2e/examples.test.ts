import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { COMMAND_NAMES, COMMANDS } from '../../src/question/commands.ts';
import { quarterline, ROOT, spawned, temporaryFolder } from './support.ts';

const folder = temporaryFolder();

/** The words of an example, as a shell splits them; files are taken from the package, and written into a folder of the test. */
function words(example: string): readonly string[] {
  const all = [...example.matchAll(/"([^"]*)"|(\S+)/g)].map((match) => match[1] ?? match[2] ?? '').slice(1);
  return all.map((word, at) => {
    if (all[at - 1] === '-o') return join(folder, word);
    return word.startsWith('fixtures/') ? join(ROOT, word) : word;
  });
}

/** In this process where nothing is written beside the reader; as a user starts it for the one that is. */
const run = (args: readonly string[]) => (args.length > 1 ? quarterline(args) : spawned(args, { cwd: folder }));

/** What a shell other than Windows' makes of `*.csv`. */
function asShell(word: string): readonly string[] {
  if (!word.endsWith('*.csv')) return [word];
  const at = word.slice(0, -'*.csv'.length);
  return readdirSync(at)
    .filter((name) => name.endsWith('.csv'))
    .map((name) => at + name);
}

const examples = Object.values(COMMANDS).flatMap((command) => command.examples);

describe('the examples of --help', () => {
  it('are there for every command', () => {
    for (const name of COMMAND_NAMES)
      expect(COMMANDS[name].examples[0].startsWith(`quarterline ${name}`), name).toBe(true);
    for (const example of examples) expect(example).toMatch(/^quarterline [a-z]+/);
  });

  it.each(examples)('%s', async (example) => {
    const args = words(example).flatMap(asShell);
    const { code, out, err } = await run(args);
    expect(err.replace(/^Written to .*\n/gm, '')).toBe('');
    expect(code).toBe(0);
    expect(out).not.toBe('');
    if (args.includes('--json')) expect(() => JSON.parse(out)).not.toThrow();
    if (args[0] === 'demo')
      expect(existsSync(join(args[2] ?? join(folder, 'quarterline-demo'), 'official/report.html'))).toBe(true);
  });

  it('give the same where the shell leaves *.csv as it stands', async () => {
    const args = words(COMMANDS.compare.examples[0]);
    expect(args.some((arg) => arg.includes('*'))).toBe(true);
    expect((await quarterline(args)).out).toBe((await quarterline(args.flatMap(asShell))).out);
  });

  it('lead each help page', () => {
    for (const name of COMMAND_NAMES.slice(0, 2)) {
      const { code, out } = spawned([name, '--help'], { cwd: folder });
      expect(code).toBe(0);
      expect(out.startsWith(`Examples:\n  ${COMMANDS[name].examples[0]}`)).toBe(true);
    }
  });
});
