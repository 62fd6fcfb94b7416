// Mutation testing: changes one place of the sources at a time and asks whether a test notices.
//   npm run mutate -- [--seed N] [--sample N] [--only PATH] [--kind KIND] [--near N] [--quick] [--jobs N]
// Mutants are tried in copies of this tree, the nearest test files first, then all others that import the file, directly or not; with
// --quick the nearest alone. What the compiler refuses is not counted.
// Exit 1 where less than 85 % are noticed.
import { spawn } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { mutantsOf } from './mutate-mutants.js';
import { importers, testsOf } from './mutate-tests.js';

const LAYERS = ['data', 'question', 'analysis', 'document', 'render', 'application'];
const LEAST_NOTICED = 85;
/** A run of tests has this many seconds, and this many times what the tests take without a mutant. */
const LIMIT = { seconds: 20, times: 4 };
const ROOT = fileURLToPath(new URL('../', import.meta.url));
const LEFT_OUT = new Set(['node_modules', '.git', 'build', 'coverage']);

const { values: options } = parseArgs({
  options: {
    seed: { type: 'string', default: '1' },
    sample: { type: 'string', default: '300' },
    only: { type: 'string', default: '' },
    kind: { type: 'string', default: '' },
    near: { type: 'string', default: '6' },
    quick: { type: 'boolean', default: false },
    jobs: { type: 'string', default: '2' },
  },
});
const say = (text) => process.stdout.write(`${text}\n`);
const whole = (name) => {
  const value = Number(options[name]);
  if (!Number.isInteger(value) || value < 1)
    throw new Error(`--${name} ${options[name]}: expected a whole number from 1`);
  return value;
};
const [seed, size, near, jobs] = ['seed', 'sample', 'near', 'jobs'].map(whole);

/** Numbers from 0 up to 1, the same for the same seed (mulberry32). */
function numbers(from) {
  let state = from;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

function sampled(all) {
  const random = numbers(seed);
  const left = [...all];
  return Array.from(
    { length: Math.min(size, left.length) },
    () => left.splice(Math.floor(random() * left.length), 1)[0],
  );
}

function allMutants() {
  const files = LAYERS.flatMap((layer) =>
    readdirSync(join(ROOT, 'src', layer), { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.ts'))
      .map((name) => `src/${layer}/${name.replaceAll('\\', '/')}`),
  ).sort();
  return files
    .filter((file) => file.includes(options.only))
    .flatMap((file) => mutantsOf(readFileSync(join(ROOT, file), 'utf8'), file))
    .filter(({ kind }) => kind.includes(options.kind));
}

const work = mkdtempSync(join(tmpdir(), 'mutate-'));

/** A copy of this tree in which a mutant may stand, with what tests find beside it. */
function copyTree(name) {
  const copy = join(work, name, 'tree');
  mkdirSync(copy, { recursive: true });
  for (const entry of readdirSync(ROOT)) {
    if (!LEFT_OUT.has(entry)) cpSync(join(ROOT, entry), join(copy, entry), { recursive: true });
  }
  symlinkSync(join(ROOT, 'node_modules'), join(copy, 'node_modules'));
  if (existsSync(join(ROOT, '../shared'))) symlinkSync(join(ROOT, '../shared'), join(work, name, 'shared'));
  return copy;
}

/** Runs a program of node_modules/.bin to its end or its time: its exit code, null where the time was up. */
function runIn(copy, program, args, seconds) {
  return new Promise((done, failed) => {
    let said = '';
    const child = spawn(join(ROOT, 'node_modules/.bin', program), args, {
      cwd: copy,
      detached: true,
      env: { ...process.env, NO_COLOR: '1' },
    });
    let late = false;
    const timer = setTimeout(() => {
      late = true;
      process.kill(-child.pid, 'SIGKILL');
    }, seconds * 1000);
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (data) => (said += data));
    child.on('error', failed);
    child.on('close', (code) => {
      clearTimeout(timer);
      if (said.includes('No test files found')) failed(new Error(`no test files: ${args.join(' ')}`));
      done({ code: late ? null : code, said });
    });
  });
}

const vitest = (copy, files, seconds, ...more) =>
  runIn(
    copy,
    'vitest',
    ['run', ...files, '--project', 'short', '--project', 'apart', '--maxWorkers=1', ...more],
    seconds,
  );

/** Seconds that each test file takes where nothing is changed. Throws where a test fails already. */
async function secondsByTest(copy, files) {
  const out = join(work, 'unchanged.json');
  const { code, said } = await vitest(copy, files, 1800, '--reporter=json', `--outputFile=${out}`);
  if (code !== 0) throw new Error(`Tests fail without any mutant:\n${said.slice(-3000)}`);
  const { testResults } = JSON.parse(readFileSync(out, 'utf8'));
  return new Map(testResults.map((one) => [one.name.slice(copy.length + 1), (one.endTime - one.startTime) / 1000]));
}

/** What became of a mutant that stands in `copy`: noticed by tests, late, refused by the compiler, or survived. */
async function judged(copy, tests, taken) {
  for (const files of options.quick ? [tests.slice(0, near)] : [tests.slice(0, near), tests.slice(near)]) {
    if (files.length === 0) continue;
    const seconds = LIMIT.seconds + LIMIT.times * files.reduce((sum, file) => sum + (taken.get(file) ?? 1), 0);
    const { code } = await vitest(copy, files, seconds, '--bail=1', '--reporter=dot');
    if (code === null) return 'late';
    if (code !== 0) return 'killed';
  }
  const { code } = await runIn(copy, 'tsc', ['--noEmit'], 300);
  return code === 0 ? 'survived' : 'refused';
}

async function tried(mutants, back, taken, copies) {
  const fates = new Map();
  const queue = [...mutants];
  const worker = async (copy) => {
    for (let mutant = queue.shift(); mutant; mutant = queue.shift()) {
      const { file, start, end, to } = mutant;
      const text = readFileSync(join(ROOT, file), 'utf8');
      writeFileSync(join(copy, file), text.slice(0, start) + to + text.slice(end));
      const fate = await judged(copy, testsOf(file, back), taken);
      writeFileSync(join(copy, file), text);
      fates.set(mutant, fate);
      say(`${String(fates.size).padStart(4)}/${mutants.length} ${fate.padEnd(9)} ${told(mutant)}`);
    }
  };
  await Promise.all(copies.map(worker));
  return fates;
}

const short = (text) => (text === '' ? '(nothing)' : text.replace(/\s+/g, ' ').slice(0, 90));
const told = ({ file, line, kind, from, to }) => `${file}:${line} [${kind}] ${short(from)} -> ${short(to)}`;

function table(fates) {
  const kinds = [...new Set([...fates.keys()].map(({ kind }) => kind))].sort();
  const columns = ['killed', 'late', 'refused', 'survived'];
  const line = (name, cells) => say(name.padEnd(12) + cells.map((cell) => String(cell).padStart(10)).join(''));
  const count = (kind, fate) =>
    [...fates].filter(([mutant, one]) => (!kind || mutant.kind === kind) && one === fate).length;
  say('');
  line('', columns);
  for (const kind of kinds)
    line(
      kind,
      columns.map((fate) => count(kind, fate)),
    );
  line(
    'all',
    columns.map((fate) => count(null, fate)),
  );
  return count(null, 'survived');
}

try {
  const all = allMutants();
  const mutants = sampled(all);
  const back = importers(ROOT);
  say(`${mutants.length} of ${all.length} mutants, seed ${seed}`);
  if (mutants.length === 0) throw new Error('Nothing to mutate: see --only and --kind.');
  const copies = Array.from({ length: jobs }, (_, at) => copyTree(String(at)));
  const looking = ({ file }) => (options.quick ? testsOf(file, back).slice(0, near) : testsOf(file, back));
  const reached = [...new Set(mutants.flatMap(looking))];
  const taken = reached.length > 0 ? await secondsByTest(copies[0], reached) : new Map();
  const fates = await tried(mutants, back, taken, copies);
  const survived = table(fates);
  // What the compiler refuses is no program that a test could look at: it is not counted.
  const looked = [...fates.values()].filter((fate) => fate !== 'refused').length;
  const percent = looked === 0 ? 0 : (100 * (looked - survived)) / looked;
  for (const [mutant, fate] of fates) if (fate === 'survived') say(`survived: ${told(mutant)}`);
  say(
    `${percent.toFixed(1)} % of ${looked} mutants that compile noticed (seed ${seed}); expected ${LEAST_NOTICED} % or more`,
  );
  process.exitCode = percent < LEAST_NOTICED ? 1 : 0;
} finally {
  rmSync(work, { recursive: true, force: true });
}
