// Runs two copies of quarterline, both built, with the same command lines and compares what they print and write, byte for byte
// (the order of keys in JSON aside): node scripts/same-output.js OLD NEW [--only TEXT]. For changes that are to change nothing.
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { CASES } from './same-output-cases.js';

const [older, newer, flag, only] = process.argv.slice(2);
if (!older || !newer) throw new Error('usage: node scripts/same-output.js OLD NEW [--only TEXT]');
// One folder for both copies, one after the other, so that paths in the output are the same. Inputs are those of the older copy.
const work = mkdtempSync(join(tmpdir(), 'same-output-'));

function run(copy, { args, out }) {
  const written = join(work, out ?? 'nothing');
  rmSync(written, { recursive: true, force: true });
  if (args.includes('--r-script')) mkdirSync(written, { recursive: true });
  const own = args.map((arg) => (arg.startsWith('written/') ? join(work, arg) : arg));
  const target = out && !args.includes('--r-script') ? ['-o', written] : [];
  const { stdout, stderr, status } = spawnSync(
    process.execPath,
    [join(resolve(copy), 'bin/quarterline.js'), ...own, ...target],
    {
      cwd: resolve(older),
      encoding: 'utf8',
      env: { ...process.env, COLUMNS: '100', NO_COLOR: '1' },
      maxBuffer: 2 ** 30,
    },
  );
  return { stdout, stderr, status: String(status), ...(out ? filesIn(written) : {}) };
}

function filesIn(path) {
  try {
    if (statSync(path).isFile()) return { [path]: readFileSync(path).toString('latin1') };
    const names = readdirSync(path, { recursive: true, encoding: 'utf8' }).filter((name) =>
      statSync(join(path, name)).isFile(),
    );
    return Object.fromEntries(names.sort().map((name) => [name, readFileSync(join(path, name)).toString('latin1')]));
  } catch {
    return {};
  }
}

const say = (line) => process.stdout.write(`${line}\n`);

const sorted = (value) =>
  Array.isArray(value)
    ? value.map(sorted)
    : value && typeof value === 'object'
      ? Object.fromEntries(
          Object.keys(value)
            .sort()
            .map((key) => [key, sorted(value[key])]),
        )
      : value;

/** JSON that a page offers for download, and its hash in the manifest, stand for themselves elsewhere. */
const withoutJson = (text) =>
  text
    ?.replace(/href="data:application\/json;charset=utf-8,[^"]*"/g, '')
    .replace(/"path": "(report\.html|results\.json)",\s*"sha256": "\w+"/g, '"path": "$1"');

function same(first, second) {
  const [a, b] = [first, second].map(withoutJson);
  if (a === b) return true;
  try {
    return JSON.stringify(sorted(JSON.parse(a))) === JSON.stringify(sorted(JSON.parse(b)));
  } catch {
    return false;
  }
}

function firstDifference(a, b) {
  const [left, right] = [a, b].map((text) => (text ?? '(not written)').split('\n'));
  const at = left.findIndex((line, i) => line !== right[i]);
  const line = at < 0 ? left.length : at;
  return `line ${line + 1}\n    - ${(left[line] ?? '').slice(0, 300)}\n    + ${(right[line] ?? '').slice(0, 300)}`;
}

const cases = CASES.map((one) => (Array.isArray(one) ? { args: one } : one)).filter(
  ({ args }) => flag !== '--only' || args.join(' ').includes(only),
);
let different = 0;
for (const one of cases) {
  const [before, after] = [run(older, one), run(newer, one)];
  const names = [...new Set([...Object.keys(before), ...Object.keys(after)])];
  const unlike = names.filter((name) => !same(before[name], after[name]));
  if (unlike.length === 0) continue;
  different += 1;
  say(`quarterline ${one.args.join(' ')}${one.out ? ` -o ${one.out}` : ''}`);
  for (const name of unlike) say(`  ${name}: ${firstDifference(before[name], after[name])}`);
}
rmSync(work, { recursive: true, force: true });
say(`${cases.length - different} the same, ${different} different`);
process.exitCode = different === 0 ? 0 : 1;
