// Whole processes, medians, as ratios in the same run: machines differ, and are noisy. CPU time is what the process used
// (user and system); wall time also counts what else the machine did.
//   npm run bench                                  the table, each case against an empty Node process
//   npm run bench -- --runs 41                     more runs
//   node bench/run.js --against FOLDER             this copy against another, built copy, in turns
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { CASES } from './cases.js';

const root = fileURLToPath(new URL('..', import.meta.url));
const scratch = mkdtempSync(join(tmpdir(), 'quarterline-bench-'));
const option = (name) => (process.argv.includes(name) ? process.argv[process.argv.indexOf(name) + 1] : null);
const runs = Number(option('--runs') ?? 21);
const against = option('--against');

/** One run of a copy in `folder`: wall and CPU time in ms, peak memory in MB, the last two as the process itself counts them. */
function measure(args, folder = root) {
  const start = process.hrtime.bigint();
  const { status, stderr, output } = spawnSync(process.execPath, ['-r', join(root, 'bench/peak.cjs'), ...args], {
    cwd: folder,
    stdio: ['ignore', 'ignore', 'pipe', 'pipe'],
  });
  const wall = Number(process.hrtime.bigint() - start) / 1e6;
  if (status !== 0) throw new Error(`${args.join(' ')} failed: ${stderr}`);
  const { cpu, memory } = JSON.parse(String(output[3]));
  return { wall, cpu, memory };
}

const median = (values) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];
const medians = (taken) =>
  Object.fromEntries(['wall', 'cpu', 'memory'].map((what) => [what, median(taken.map((one) => one[what]))]));

/** Medians of some things to run, which take turns, so that a noisy minute falls on all of them. The first turn does not count. */
function inTurns(things) {
  const taken = things.map(() => []);
  for (let run = 0; run < runs + 1; run += 1) {
    for (const [i, { args, folder, most }] of things.entries()) {
      if (run > (most ?? runs)) continue;
      const one = measure(args, folder);
      if (run > 0) taken[i].push(one);
    }
  }
  return taken.map(medians);
}

const number = (value, digits, width) => value.toFixed(digits).padStart(width);
const line = (name, { wall, cpu, memory }, rest) =>
  process.stdout.write(
    `${name.padEnd(58)} ${number(cpu, 0, 6)} ms CPU ${number(wall, 0, 6)} ms ${number(memory, 0, 5)} MB  ${rest}\n`,
  );

/** Each case against an empty Node process; the number of limits that are passed. */
function table() {
  const cases = [{ name: 'node -e 0', args: () => ['-e', '0'] }, ...CASES];
  const found = inTurns(cases.map(({ args, runs: most }) => ({ args: args(scratch), most })));
  let over = 0;
  for (const [i, { name, maxRatio, maxMs, maxMb }] of cases.entries()) {
    const { wall, cpu, memory } = found[i];
    const limits = [
      { is: cpu / found[0].cpu, limit: maxRatio, unit: 'x CPU' },
      { is: wall, limit: maxMs, unit: ' ms' },
      { is: memory, limit: maxMb, unit: ' MB' },
    ].filter(({ limit }) => limit !== undefined);
    const verdict = limits.map(({ is, limit, unit }) => `${is <= limit ? 'within' : 'OVER'} ${limit}${unit}`);
    over += limits.filter(({ is, limit }) => is > limit).length;
    line(name, found[i], [`${number(cpu / found[0].cpu, 2, 6)} x CPU`, ...verdict].join(', '));
  }
  return over;
}

/** This copy against another: ratios of medians; the number of cases where this one takes longer than it may. */
function pairs(other) {
  const cases = CASES.filter(({ against: limit }) => limit !== undefined);
  const things = cases.flatMap(({ args, runs: most }) =>
    [resolve(other), root].map((folder) => ({ args: args(scratch), folder, most: most && Math.max(most, 9) })),
  );
  const found = inTurns(things);
  let over = 0;
  for (const [i, { name, against: limit }] of cases.entries()) {
    const [before, now] = [found[2 * i], found[2 * i + 1]];
    const isOver = limit !== null && now.cpu / before.cpu > limit;
    over += isOver ? 1 : 0;
    line(`${name}: before`, before, '');
    line(
      `${name}: now`,
      now,
      [
        `${number(now.cpu / before.cpu, 2, 6)} x CPU, ${(now.wall / before.wall).toFixed(2)} x wall`,
        ...(limit === null ? [] : [`${isOver ? 'OVER' : 'within'} ${limit}`]),
      ].join(', '),
    );
  }
  return over;
}

try {
  process.exitCode = (against ? pairs(against) : table()) > 0 ? 1 : 0;
} finally {
  rmSync(scratch, { recursive: true, force: true });
}
