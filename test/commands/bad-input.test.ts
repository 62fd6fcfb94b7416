import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { MAX_PROBLEMS } from '../../src/errors.ts';
import { problemText } from '../../src/messages.ts';
import { run } from '../support/run.ts';

const ROOT = fileURLToPath(new URL('../fixtures/input/', import.meta.url));

/** A folder of test/fixtures/input: files that cannot be used, and what must be said of them. */
interface Case {
  readonly shows: string;
  readonly commands: readonly string[];
  readonly files: readonly string[];
  readonly options: readonly string[];
  readonly exit: number;
  readonly problems: readonly {
    readonly file?: string;
    readonly line?: number;
    readonly column?: string;
    readonly says: readonly string[];
  }[];
  readonly more?: number;
}

const cases = readdirSync(ROOT, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => [name, JSON.parse(readFileSync(`${ROOT}${name}/case.json`, 'utf8')) as Case] as const)
  .flatMap(([name, one]) => one.commands.map((command) => [name, command, one] as const));

describe('input that cannot be used', () => {
  it.each(cases)('%s, %s', async (name, command, { files, options, exit, problems, more = 0 }) => {
    const target = command === 'report' ? ['-o', 'out'] : [];
    const paths = files.map((file) => `${ROOT}${name}/${file}`);
    const { code, out, written, error, err } = await run(command, ...paths, ...options, ...target);
    expect({ code, out, written }).toEqual({ code: exit, out: '', written: {} });
    const found = error?.problems ?? [];
    expect(found.map(({ place }) => ({ line: place?.line, column: place?.column }))).toEqual(
      problems.map(({ line, column }) => ({ line, column })),
    );
    problems.forEach(({ file, says }, at) => {
      const problem = found[at];
      const text = problem ? problemText(problem) : '';
      if (file !== undefined) expect(problem?.place?.file).toBe(`${ROOT}${name}/${file}`);
      for (const words of says) expect(err.replaceAll(`${ROOT}${name}/`, '')).toContain(words);
      expect(text).toMatch(/\. [A-Z][^.]*\.|\. Did you mean/);
    });
    expect(error?.more).toBe(more);
    expect(found.length).toBeLessThanOrEqual(MAX_PROBLEMS);
    expect(err).not.toMatch(/[\u0000-\u0009\u000B-\u001F\u007F\u202E]/);
  });
});
