import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { ROOT, type Source } from './sources.ts';

/** Names by file: what a file takes from others, or what others take from it. Paths from the root of the repository. */
export type Names = ReadonlyMap<string, ReadonlySet<string>>;

const bare = (text: string): string => text.replace(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, '');
const DECLARED =
  /^export (?:declare )?(?:abstract )?(?:async )?(?:function\*?|const|let|class|interface|type|enum) ([\w$]+)/gm;
const LISTED = /^export (?:type )?\{([^}]*)\}(?! from)/gm;
const TAKEN = /^(?:import|export) (?:type )?(?:[\w$]+, )?\{([^}]*)\} from '(\.[^']+)'/gm;
const WHOLE = /^(?:import \* as [\w$]+|export \*(?: as [\w$]+)?) from '(\.[^']+)'|\bimport\(\s*'(\.[^']+)'/gm;

const words = (list: string): readonly string[] =>
  list
    .split(',')
    .map((one) => one.trim().replace(/^type /, ''))
    .filter((one) => one !== '');

/** Names that a file exports by itself: what it passes on from another file is that file's. */
export function exported(text: string): readonly string[] {
  const code = bare(text);
  const listed = [...code.matchAll(LISTED)].flatMap(([, list = '']) =>
    words(list).map((one) => one.split(' as ').at(-1) ?? one),
  );
  return [...[...code.matchAll(DECLARED)].map(([, name = '']) => name), ...listed];
}

/** What the file at `path` takes from other files; of one that it loads whole, every word that it holds could be a name. */
function taken(path: string, text: string): readonly (readonly [string, readonly string[]])[] {
  const code = bare(text);
  const target = (specifier: string): string =>
    relative(
      ROOT,
      resolve(
        ROOT,
        dirname(path),
        specifier.replace('/dist/', '/src/').replace(/\.js$/, path.startsWith('src/') ? '.js' : '.ts'),
      ),
    ).replaceAll('\\', '/');
  const held = code.match(/[\w$]+/g) ?? [];
  return [
    ...[...code.matchAll(TAKEN)].map(
      ([, list = '', from = '']) => [target(from), words(list).map((one) => one.split(' as ')[0] ?? one)] as const,
    ),
    ...[...code.matchAll(WHOLE)].map(
      ([all, a, b]) => [target(a ?? b ?? ''), all.startsWith('export') ? ['*'] : held] as const,
    ),
  ];
}

function gather(files: readonly { readonly path: string; readonly text: string }[]): Names {
  const names = new Map<string, Set<string>>();
  for (const { path, text } of files)
    for (const [from, list] of taken(path, text)) {
      const known = names.get(from) ?? new Set();
      for (const one of list) known.add(one);
      names.set(from, known);
    }
  return names;
}

/** What tests, scripts and measurements take from src/. */
function outside(): Names {
  const files = ['test', 'scripts', 'bench'].flatMap((folder) =>
    readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
      .filter((name) => /\.[jt]s$/.test(name))
      .map((name) => `${folder}/${name.replaceAll('\\', '/')}`),
  );
  return gather(files.map((path) => ({ path, text: readFileSync(join(ROOT, path), 'utf8') })));
}

/**
 * Exports that no other file of src/ imports; one that a test or a script imports counts as used where its own file uses it too.
 * As `path: name`, paths from src/.
 */
export function unusedExports(files: readonly Source[], others: Names = outside()): readonly string[] {
  const bin = 'bin/quarterline.js';
  const within = gather([
    ...files.map(({ path, text }) => ({ path: `src/${path}`, text })),
    { path: bin, text: readFileSync(join(ROOT, bin), 'utf8') },
  ]);
  return files
    .filter(({ path }) => path !== 'index.ts')
    .flatMap(({ path, text }) => {
      const uses = (name: string) =>
        (bare(text).match(new RegExp(`(?<![\\w$]|(?<!\\.\\.)\\.)${name.replaceAll('$', '\\$')}(?![\\w$])`, 'g')) ?? [])
          .length > 1;
      return exported(text)
        .filter((name) => !within.get(`src/${path}`)?.has(name) && !within.get(`src/${path}`)?.has('*'))
        .filter((name) => !(others.get(`src/${path}`)?.has(name) && uses(name)))
        .map((name) => `${path}: ${name}`);
    });
}
