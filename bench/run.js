// Whole processes, medians, as ratios against an empty Node process in the same run: machines differ, and are noisy.
//   npm run bench                 prints the table
//   npm run bench -- --runs 41    more runs
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { CASES } from './cases.js';

const root = fileURLToPath(new URL('..', import.meta.url));
const flag = process.argv.indexOf('--runs');
const runs = flag > 0 ? Number(process.argv[flag + 1]) : 21;
const scratch = mkdtempSync(join(tmpdir(), 'quarterline-bench-'));

/** One run: wall time in ms, or peak memory in MB when asked for. */
function time(args) {
  const start = process.hrtime.bigint();
  const { status, stderr } = spawnSync(process.execPath, args, { cwd: root, stdio: ['ignore', 'ignore', 'pipe'] });
  if (status !== 0) throw new Error(`${args.join(' ')} failed: ${stderr}`);
  return Number(process.hrtime.bigint() - start) / 1e6;
}

function peak(args) {
  const options = { cwd: root, stdio: ['ignore', 'ignore', 'inherit', 'pipe'] };
  return Number(spawnSync(process.execPath, ['-r', join(root, 'bench/peak.cjs'), ...args], options).output[3]) / 1024;
}

const median = (values) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];

const cases = [{ name: 'node -e 0', args: () => ['-e', '0'] }, ...CASES];
const commands = cases.map((one) => one.args(scratch));
const times = cases.map(() => []);
// The cases take turns, so that a noisy minute falls on all of them.
for (let run = 0; run < runs + 1; run += 1) {
  for (const [i, one] of cases.entries()) {
    if (run > (one.runs ?? runs)) continue;
    const ms = time(commands[i]);
    if (run > 0) times[i].push(ms);
  }
}
const empty = median(times[0]);
let failed = 0;
for (const [i, one] of cases.entries()) {
  const ms = median(times[i]);
  const memory = peak(commands[i]);
  const limits = [
    one.maxRatio === undefined ? null : { is: ms / empty, limit: one.maxRatio, unit: 'x' },
    one.maxMs === undefined ? null : { is: ms, limit: one.maxMs, unit: ' ms' },
    one.maxMb === undefined ? null : { is: memory, limit: one.maxMb, unit: ' MB' },
  ].filter((limit) => limit !== null);
  const verdict = limits.map(({ is, limit, unit }) => `${is <= limit ? 'within' : 'OVER'} ${limit}${unit}`).join(', ');
  failed += limits.filter(({ is, limit }) => is > limit).length;
  process.stdout.write(
    `${one.name.padEnd(44)} ${ms.toFixed(0).padStart(6)} ms ${(ms / empty).toFixed(2).padStart(6)} x ${memory.toFixed(0).padStart(5)} MB  ${verdict}\n`,
  );
}
rmSync(scratch, { recursive: true, force: true });
process.exitCode = failed > 0 ? 1 : 0;
