import { execFile, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { nodeEffects } from '../../src/commands/node-effects.ts';
import { runProgram } from '../../src/commands/program.ts';

export const REPOSITORY = fileURLToPath(new URL('../../', import.meta.url));

const PACKAGES = 'for (one in c("nlme", "sandwich")) stopifnot(requireNamespace(one, quietly = TRUE))';
const hasR = spawnSync('Rscript', ['-e', PACKAGES]).status === 0;

/**
 * A describe block that runs R. Where R, nlme or sandwich is not installed, one skipped test says so in its name; with
 * QUARTERLINE_NEEDS_R=1 in the environment (CI) it fails instead.
 */
export function describeR(name: string, body: () => void): void {
  if (hasR) describe(name, body);
  else if (process.env.QUARTERLINE_NEEDS_R === '1')
    describe(name, () => it('needs R with nlme and sandwich', () => expect.unreachable('Rscript is not usable')));
  else describe(name, () => it.skip('[skipped: R with nlme and sandwich is not installed]', () => {}));
}

/** A line of the script's output: a number as R has it, and as quarterline has it. */
export interface Line {
  readonly r: number;
  readonly ours: number;
}

/** What a run of the script said. */
export interface Verdict {
  readonly status: number;
  readonly out: string;
  readonly lines: ReadonlyMap<string, Line>;
  readonly script: string;
  // biome-ignore lint/suspicious/noExplicitAny: the JSON document, only ever compared
  readonly document: any;
}

/** A folder of its own with these files; removed by `done`. */
export function folderWith(files: Readonly<Record<string, string | Uint8Array>>): {
  readonly path: string;
  readonly done: () => void;
} {
  const path = mkdtempSync(join(tmpdir(), 'quarterline-r-'));
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(path, name)), { recursive: true });
    writeFileSync(join(path, name), content);
  }
  return { path, done: () => rmSync(path, { recursive: true, force: true }) };
}

/** Runs `evaluate` with these arguments in a folder, then the script that it wrote under R. `meanwhile`: between the two. */
export async function evaluateAndCheck(
  folder: string,
  args: readonly string[],
  meanwhile: () => void = () => undefined,
  environment: Readonly<Record<string, string>> = {},
): Promise<Verdict> {
  let written = '';
  let json = '';
  const real = nodeEffects({ quiet: true, colour: false });
  await runProgram(['evaluate', ...args, '--r-script', 'check.R', '--json'], {
    ...real,
    out: (text) => {
      json += text;
    },
    read: (path) => real.read(join(folder, path)),
    exists: (path) => real.exists(join(folder, path)),
    writeFile: async (_, content) => {
      written = String(content);
    },
  });
  meanwhile();
  const place = folderWith({ 'check.R': written });
  const { status, out } = await run(join(place.path, 'check.R'), folder, environment);
  place.done();
  return { status, out, lines: linesOf(out), script: written, document: JSON.parse(json) };
}

function run(
  script: string,
  cwd: string,
  environment: Readonly<Record<string, string>>,
): Promise<{ readonly status: number; readonly out: string }> {
  return new Promise((resolve) => {
    const options = { cwd, env: { ...process.env, ...environment }, maxBuffer: 1e8 };
    const child = execFile('Rscript', ['--vanilla', script], options, (_, out, err) => {
      resolve({ status: child.exitCode ?? 1, out: out + err });
    });
  });
}

function linesOf(out: string): ReadonlyMap<string, Line> {
  const rows = out.matchAll(/^(.+?) +(\S+) +(\S+) +[\d.]+e[-+]\d+(?: {2}<<<)?$/gm);
  return new Map([...rows].map(([, what = '', r, ours]) => [what, { r: Number(r), ours: Number(ours) }]));
}
