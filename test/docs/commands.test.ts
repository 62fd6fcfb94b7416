import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { COMMAND_NAMES, COMMANDS } from '../../src/question/commands.ts';
import { OPTIONS } from '../../src/question/options.ts';
import { longFlagOf, optionsOf } from '../../src/question/settings.ts';
import { ROOT } from '../house/sources.ts';

const read = (path: string): string => readFileSync(join(ROOT, path), 'utf8');
const page = read('docs/commands.md');
const PAGES = ['README.md', ...readdirSync(join(ROOT, 'docs')).map((name) => `docs/${name}`)].filter((name) =>
  name.endsWith('.md'),
);
const TERMINAL = ['--quiet', '--verbose', '--debug', '--no-color', '--help', '--version'];

/** The section of a command in docs/commands.md. */
const section = (name: string): string => page.split(/^## /m).find((part) => part.startsWith(`${name}\n`)) ?? '';

/** Every command line that a page shows. */
const linesOf = (text: string): readonly string[] =>
  text.match(/(?<=^ {4,}(?:node bin[\\/])?)quarterline(?:\.js)? .*$/gm) ?? [];

describe('docs/commands.md', () => {
  it('lists the options as they are (node scripts/command-options.js rewrites the list)', async () => {
    const { withOptions } = (await import(new URL('../../scripts/docs/options-table.js', import.meta.url).href)) as {
      withOptions: (...args: readonly unknown[]) => string;
    };
    expect(page).toBe(withOptions(page, OPTIONS));
  });

  it.each(COMMAND_NAMES)('says what %s is for, with the examples of its help and its schema', (name) => {
    const text = section(name);
    for (const example of COMMANDS[name].examples) expect(text).toContain(`    ${example}\n`);
    expect(page).toContain(`[${name}](#${name})`);
    const schema = `schemas/${name}.schema.json`;
    expect(page.includes(`(../${schema})`)).toBe(existsSync(join(ROOT, schema)));
  });
});

describe.each(PAGES)('%s', (name) => {
  const text = read(name);

  it('shows only commands and options that there are', () => {
    for (const line of linesOf(text)) {
      const [, word = ''] = line.split(' ');
      const command = COMMAND_NAMES.find((one) => one === word);
      const flags = command ? optionsOf(command).map(longFlagOf) : [];
      const used = (line.split(' #')[0] ?? '').match(/(?<= )--[a-z-]+/g) ?? [];
      if (!word.startsWith('-') && !word.startsWith('<')) expect(command, line).toBeDefined();
      expect(
        used.filter((flag) => !TERMINAL.includes(flag) && !flags.includes(flag)),
        line,
      ).toEqual([]);
    }
  });

  it('links to what is there', () => {
    for (const [, target = ''] of text.matchAll(/\]\((?!https?:|#)([^)#\s]+)/g))
      expect(existsSync(join(ROOT, dirname(name), target)), target).toBe(true);
  });
});
