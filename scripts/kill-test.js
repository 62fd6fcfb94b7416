// Kills runs while they write a folder, lets two write it at once, and has the machine refuse each step in turn. Afterwards the
// folder must be the old one or the new one, or be put back by the next run, and nothing may be left beside it.
//   npm run kill-test -- [--kills 200] [--pairs 50] [--seed 1]
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { DISK, seeded, writeFolder } from '../build/engine.js';

/** The files of a report in one of its versions: some small, some large, in folders. */
const filesOf = (version) =>
  Array.from({ length: 40 }, (_, at) => ({
    path: at % 4 === 0 ? `file-${at}.txt` : `${['charts', 'tables', 'tables/deep'][at % 3]}/file-${at}.txt`,
    content: `${version} ${at}\n`.repeat(at % 5 === 0 ? 40_000 : 400),
  }));

if (process.argv[2] === 'write') {
  const [, , , folder, version] = process.argv;
  process.stdout.write('writing\n');
  writeFolder(folder, filesOf(version), { force: false }).then(
    () => process.exit(0),
    (error) => {
      process.stderr.write(`${error.message}\n`);
      process.exit(1);
    },
  );
} else await main();

async function main() {
  const { values } = parseArgs({
    options: {
      kills: { type: 'string', default: '200' },
      pairs: { type: 'string', default: '50' },
      seed: { type: 'string', default: '1' },
    },
  });
  const { next: random } = seeded(Number(values.seed));
  const root = mkdtempSync(join(tmpdir(), 'quarterline-kill-'));
  const folder = join(root, 'out');
  const failures = [];
  const seen = { old: 0, new: 0, beside: 0, held: 0 };
  const check = (ok, text) => {
    if (!ok) failures.push(text);
  };
  await writeFolder(folder, filesOf('v0'), { force: false });
  writeFileSync(join(folder, 'mine.docx'), 'mine');
  let current = 'v0';
  const longest = await timeOf(folder, 'v0');

  for (let kill = 1; kill <= Number(values.kills); kill += 1) {
    const version = `v${kill}`;
    const signal = kill % 2 === 0 ? 'SIGINT' : 'SIGKILL';
    const before = readdirSync(root);
    const { code, ended } = await run(folder, version, { after: random() * longest, signal });
    const state = stateOf(root, [current, version]);
    check(state !== null, `${signal} ${kill}: a mixture`);
    check(signal !== 'SIGINT' || code === 130 || code === 0 || ended === 'SIGINT', `SIGINT ${kill}: exit code ${code}`);
    // What the killed run before has left may be there still, where this one did not come to that.
    const left = readdirSync(root).filter((name) => !before.includes(name) && name !== 'out');
    check(signal !== 'SIGINT' || left.length === 0, `SIGINT ${kill}: left ${left}`);
    if (state) {
      seen[state.beside ? 'beside' : state.version === version ? 'new' : 'old'] += 1;
      current = state.version;
    }
    if (kill % 5 > 0) continue;
    await run(folder, `${version}-after`);
    check(stateOf(root, [`${version}-after`]) !== null, `${kill}: the next run is not complete`);
    check(readdirSync(root).join() === 'out', `${kill}: the next run left ${readdirSync(root)}`);
    check(readFileSync(join(folder, 'mine.docx'), 'utf8') === 'mine', `${kill}: a foreign file is gone`);
    current = `${version}-after`;
  }

  for (let pair = 1; pair <= Number(values.pairs); pair += 1) {
    const versions = [`p${pair}a`, `p${pair}b`];
    const ends = await Promise.all(versions.map((version) => run(folder, version)));
    const state = stateOf(root, versions);
    check(
      state !== null && !state.beside,
      `pair ${pair}: ${ends.map(({ code }) => code)}, neither the one nor the other`,
    );
    check(
      ends.some(({ code }) => code === 0),
      `pair ${pair}: neither was written`,
    );
    for (const { code, err } of ends) check(code === 0 || err.includes('write.held'), `pair ${pair}: ${code} ${err}`);
    seen.held += ends.filter(({ code }) => code !== 0).length;
    check(readdirSync(root).join() === 'out', `pair ${pair}: left ${readdirSync(root)}`);
    current = state?.version ?? current;
  }

  const refusals = await refuseEach(folder, root, current, check);
  rmSync(root, { recursive: true, force: true });
  process.stdout.write(
    `${values.kills} kills: the old one ${seen.old}, the new one ${seen.new}, the old one beside its place ${seen.beside}\n` +
      `${values.pairs} pairs: ${seen.held} runs told that another holds the folder\n${refusals} refusals\n` +
      `${failures.length} failed\n${failures.slice(0, 20).join('\n')}\n`,
  );
  process.exitCode = failures.length > 0 ? 1 : 0;
}

/** Each step of the writing refused in turn. Gives how many there are. */
async function refuseEach(folder, root, current, check) {
  for (let refused = 0; ; refused += 1) {
    let step = 0;
    const disk = Object.fromEntries(
      Object.entries(DISK).map(([name, act]) => [
        name,
        (...given) => {
          step += 1;
          if (step - 1 === refused) throw Object.assign(new Error('EBUSY'), { code: 'EBUSY' });
          return act(...given);
        },
      ]),
    );
    const done = await writeFolder(folder, filesOf('refused'), { force: false }, disk).then(
      () => true,
      () => false,
    );
    check(readdirSync(root).join() === 'out', `refusal ${refused}: left ${readdirSync(root)}`);
    check(stateOf(root, [done ? 'refused' : current]) !== null, `refusal ${refused}: not complete`);
    if (done) return refused;
  }
}

/** Which of these versions stands in the folder, whole, or beside it between two renames; null: a mixture. */
function stateOf(root, versions) {
  const beside = !existsSync(join(root, 'out'));
  const folder = join(root, beside ? '.out.quarterline-old' : 'out');
  const hash = (text) => createHash('sha256').update(text).digest('hex');
  try {
    const { files } = JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8'));
    if (!files.every(({ path, sha256 }) => hash(readFileSync(join(folder, path))) === sha256)) return null;
    const version = versions.find((one) =>
      filesOf(one).every(({ path, content }) => readFileSync(join(folder, path), 'utf8') === content),
    );
    return version === undefined ? null : { version, beside };
  } catch {
    return null;
  }
}

/** One run that writes a version, killed some time after it began to. */
function run(folder, version, kill = null) {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [fileURLToPath(import.meta.url), 'write', folder, version]);
    let err = '';
    child.stderr.on('data', (text) => {
      err += text;
    });
    child.stdout.once('data', () => {
      if (kill) setTimeout(() => child.kill(kill.signal), kill.after);
    });
    child.on('close', (code, ended) => resolve({ code, ended, err }));
  });
}

/** Milliseconds that writing takes, about. */
async function timeOf(folder, version) {
  const times = [];
  for (let i = 0; i < 3; i += 1) {
    const start = performance.now();
    await writeFolder(folder, filesOf(version), { force: false });
    times.push(performance.now() - start);
  }
  return 1.5 * Math.max(...times);
}
