// Which test files look at a source file, nearest first: the graph of imports (dynamic ones too) read backwards.
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, posix } from 'node:path';

const IMPORT = /(?:from|import)\s*\(?\s*'(\.[^']+)'/g;
/** Browsers see the built program, which holds no mutant; tests of the house read sources as text. */
const BLIND = /^test\/(browser|house)\/|\.long\.test\.ts$/;

function typescript(root, folder) {
  return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => `${folder}/${name.replaceAll('\\', '/')}`);
}

/** From each file to the files that import it. */
export function importers(root) {
  const back = new Map();
  for (const path of [...typescript(root, 'src'), ...typescript(root, 'test')]) {
    const code = readFileSync(join(root, path), 'utf8').replace(/\/\*[\s\S]*?\*\//g, '');
    for (const [, specifier] of code.matchAll(IMPORT)) {
      const target = posix.join(dirname(path), specifier);
      back.set(target, [...(back.get(target) ?? []), path]);
    }
  }
  return back;
}

/** Test files that a mutant of `file` can reach, by number of imports between them, those of its own folder's name first. */
export function testsOf(file, back) {
  const distance = new Map([[file, 0]]);
  for (const path of distance.keys()) {
    for (const importer of back.get(path) ?? []) {
      if (!distance.has(importer)) distance.set(importer, distance.get(path) + 1);
    }
  }
  const folder = `${dirname(file).replace(/^src/, 'test')}/`;
  const far = (path) => distance.get(path) - (path.startsWith(folder) ? 2 : 0);
  const tests = [...distance.keys()].filter((path) => path.endsWith('.test.ts') && !BLIND.test(path));
  return tests.sort((a, b) => far(a) - far(b) || (a < b ? -1 : 1));
}
