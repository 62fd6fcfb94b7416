import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';
import type { Effects, Terminal } from '../../src/commands/effects.ts';
import { nodeEffects } from '../../src/commands/node-effects.ts';
import { runProgram } from '../../src/commands/program.ts';
import { QuarterlineError } from '../../src/errors.ts';
import { errorText } from '../../src/messages.ts';
import { ROOT } from '../house/sources.ts';
import { checkDocument } from '../support/json-schema.ts';

export { ROOT };

export const FROME = ['admissions', 'costs', 'list-sizes'].map((name) => `${ROOT}fixtures/frome-somerset/${name}.csv`);
export const ADMISSIONS = `${ROOT}fixtures/frome-somerset/admissions.csv`;
export const OFFICIAL = `${ROOT}fixtures/official/nonelective-admissions-by-commissioner.csv`;
export const AREAS = ['--practice', 'frome', '--comparator', 'somerset'] as const;

export interface Outcome {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** Files that stand in no folder, by the name under which the command line has them; `-` is standard input. */
export type Files = Readonly<Record<string, string | Uint8Array>>;

const TERMINAL: Terminal = { isScreen: false, columns: 80, colour: false, unicode: true };

/** The program in this process: real files, or `files` in their place; writes are real. Errors become text and code as in cli.ts. */
export async function quarterline(
  args: readonly string[],
  files: Files = {},
  terminal: Partial<Terminal> = {},
): Promise<Outcome> {
  let out = '';
  let err = '';
  const real = nodeEffects({ quiet: false, colour: false });
  const effects: Effects = {
    ...real,
    out: (text) => {
      out += text;
    },
    err: (text) => {
      err += text;
    },
    read: async (path) => {
      const content = files[path];
      if (content === undefined) return real.read(path);
      return typeof content === 'string' ? new TextEncoder().encode(content) : content;
    },
    exists: async (path) => Object.hasOwn(files, path) || real.exists(path),
    terminal: { ...TERMINAL, ...terminal },
  };
  try {
    const code = await runProgram(args, effects);
    checkDocument(out);
    return { code, out, err };
  } catch (error) {
    if (!(error instanceof QuarterlineError)) throw error;
    return { code: error.exitCode, out, err: `${err}quarterline: ${errorText(error)}\n` };
  }
}

/** The JSON document of a command that is expected to succeed. */
export async function document(args: readonly string[], files: Files = {}) {
  const { code, out, err } = await quarterline([...args, '--json'], files);
  if (code !== 0) throw new Error(`exit ${code}: ${err}`);
  return JSON.parse(out);
}

const BIN = join(ROOT, 'bin/quarterline.js');

/** The program as a user starts it. `npm test` builds it first; anything else that starts it has to. */
export function spawned(
  args: readonly string[],
  {
    input = '',
    cwd = ROOT,
    env = {},
  }: { input?: string | Uint8Array; cwd?: string; env?: Record<string, string> } = {},
): Outcome {
  if (!existsSync(join(ROOT, 'dist/cli.js')))
    throw new Error('dist/ is missing: run "npm run build" first ("npm test" does it).');
  const { NO_COLOR: _, FORCE_COLOR: __, ...rest } = process.env;
  const done = spawnSync(process.execPath, [BIN, ...args], { cwd, input, env: { ...rest, ...env }, encoding: 'utf8' });
  checkDocument(done.stdout);
  return { code: done.status ?? -1, out: done.stdout, err: done.stderr };
}

/** A folder of its own for a test file, with a space in its name; gone afterwards. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'quarterline test '));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

export const textOf = (path: string): string => readFileSync(path, 'utf8');

/** A row for each month (from 0 on January of `year`) or quarter, values by a rule. */
export function monthly(
  year: number,
  months: number,
  rows: (at: number) => readonly (string | number)[],
  header: string,
): string {
  const lines = Array.from({ length: months }, (_, at) => {
    const month = `${year + Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, '0')}`;
    return [month, ...rows(at)].join(',');
  });
  return [header, ...lines, ''].join('\n');
}

export function quarterly(
  year: number,
  quarters: number,
  rows: (at: number) => readonly (string | number)[],
  header: string,
): string {
  const lines = Array.from({ length: quarters }, (_, at) => {
    const start = year + Math.floor(at / 4);
    return [`${start}/${String((start + 1) % 100).padStart(2, '0')} Q${(at % 4) + 1}`, ...rows(at)].join(',');
  });
  return [header, ...lines, ''].join('\n');
}
