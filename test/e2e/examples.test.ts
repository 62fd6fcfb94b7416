import { describe, expect, it } from 'vitest';
import { COMMAND_NAMES, COMMANDS } from '../../src/question/commands.ts';
import { asShell, holdsExample, words } from './example-runs.ts';
import { quarterline, spawned, temporaryFolder } from './support.ts';

const folder = temporaryFolder();

const examples = Object.values(COMMANDS).flatMap((command) => command.examples);

describe('the examples of --help', () => {
  it('are there for every command', () => {
    for (const name of COMMAND_NAMES)
      expect(COMMANDS[name].examples[0].startsWith(`quarterline ${name}`), name).toBe(true);
    for (const example of examples) expect(example).toMatch(/^quarterline [a-z]+/);
  });

  // The demo's are in examples.long.test.ts.
  it.each(examples.filter((example) => !example.startsWith('quarterline demo')))('%s', async (example) => {
    await holdsExample(example, folder);
  });

  it('give the same where the shell leaves *.csv as it stands', async () => {
    const args = words(COMMANDS.compare.examples[0], folder);
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
