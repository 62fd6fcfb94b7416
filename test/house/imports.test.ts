import { describe, expect, it } from 'vitest';
import { sources } from './sources.ts';

/** Folder (or top file) -> what its files may import, as prefixes of paths from src/. The rule: design, "Who may import whom". */
const ALLOWED: Readonly<Record<string, readonly string[]>> = {
  'errors.ts': ['catalogue.ts', 'messages/types.ts'],
  'catalogue.ts': ['messages/'],
  'quantities.ts': [],
  'version.ts': [],
  'table.ts': [],
  'finding.ts': ['errors.ts', 'catalogue.ts'],
  statistics: ['errors.ts', 'quantities.ts', 'statistics/'],
  reference: ['errors.ts', 'reference/', 'data/period.ts'],
  data: ['errors.ts', 'finding.ts', 'quantities.ts', 'data/'],
  analysis: [
    'errors.ts',
    'catalogue.ts',
    'finding.ts',
    'quantities.ts',
    'analysis/',
    'statistics/',
    'reference/',
    'data/period.ts',
    'data/series.ts',
  ],
  charts: ['charts/', 'analysis/', 'data/period.ts', 'data/series.ts'],
  messages: ['errors.ts', 'finding.ts', 'catalogue.ts', 'messages/'],
  'messages.ts': ['errors.ts', 'finding.ts', 'catalogue.ts', 'messages/'],
  document: [
    'catalogue.ts',
    'errors.ts',
    'finding.ts',
    'document/',
    'charts/',
    'analysis/',
    'messages.ts',
    'messages/',
    'data/period.ts',
    'data/series.ts',
    'statistics/estimate.ts',
    'reference/',
    'question/settings.ts',
  ],
  render: ['errors.ts', 'render/', 'document/', 'charts/', 'messages.ts', 'messages/'],
  question: ['errors.ts', 'finding.ts', 'quantities.ts', 'question/', 'data/', 'analysis/', 'reference/'],
  application: [
    'catalogue.ts',
    'errors.ts',
    'finding.ts',
    'version.ts',
    'application/',
    'question/',
    'data/',
    'analysis/',
    'reference/',
    'document/',
    'charts/',
    'messages.ts',
    'messages/',
  ],
  commands: [''],
  'cli.ts': ['commands/', 'messages.ts', 'errors.ts', 'version.ts', 'render/escape.ts'],
  'index.ts': [''],
  library: [
    'errors.ts',
    'finding.ts',
    'version.ts',
    'library/',
    'application/',
    'question/',
    'reference/',
    'data/',
    'document/',
    'messages.ts',
    'messages/',
    'render/',
  ],
};

/** Folders that must run unchanged in a browser. */
const PURE = ['statistics', 'reference', 'analysis', 'charts', 'document', 'messages', 'messages.ts'];

/** The only files below commands/ that may know of a disk or a terminal. */
const EDGES = ['render/image/png.ts', 'render/image/fonts-node.ts', 'cli.ts'];

const IMPURE = [
  [/\bconsole\./, 'console'],
  [/\bprocess\./, 'process'],
  [/\bMath\.random\b/, 'Math.random'],
  [/\bDate\.now\b|\bnew Date\(\s*\)|\bperformance\./, 'the clock'],
] as const;

const home = (path: string): string => path.split('/')[0] ?? path;
const files = sources();

describe('the house', () => {
  it('imports only what its folder may', () => {
    expect(files.length).toBeGreaterThan(300);
    const foreign = files.flatMap(({ path, imports }) => {
      const allowed = ALLOWED[home(path)];
      if (!allowed) return [`${path}: its folder has no rule`];
      return imports
        .filter((one) => one !== 'table.ts' && !allowed.some((prefix) => one.startsWith(prefix)))
        .map((one) => `${path} imports ${one}`);
    });
    expect(foreign).toEqual([]);
  });

  it('looks nothing up in a plain object, which answers to names that it does not hold', () => {
    // Typed keys are looked up in what names them all; any other text in a Map, or in what `table` makes.
    const plain = /: (Readonly<)?Record<string, [^;\n]*>>? = \{(?! \.\.\.)|\} as (Readonly<)?Record<string/;
    const BUILT = ['question/schema.ts', 'table.ts'];
    const found = files.filter(({ path, text }) => plain.test(text) && !BUILT.includes(path)).map(({ path }) => path);
    expect(found).toEqual([]);
  });

  it('opens no connection', () => {
    const NETWORK = /^(node:)?(http2?|https|net|tls|dgram|dns|inspector|cluster)(\/|$)/;
    const CALLS = /\b(fetch|XMLHttpRequest|WebSocket|EventSource|sendBeacon)\s*\(/;
    const found = files.filter(({ packages, text }) => packages.some((name) => NETWORK.test(name)) || CALLS.test(text));
    expect(found.map(({ path }) => path)).toEqual([]);
  });

  it('touches no machine but at its edges', () => {
    const touching = files.flatMap(({ path, packages, text }) => {
      if (home(path) === 'commands' || EDGES.includes(path)) return [];
      const modules = packages.filter((name) => name.startsWith('node:'));
      const code = text.replace(/\/\*[\s\S]*?\*\/|\/\/.*/g, '');
      const impure = PURE.includes(home(path)) ? IMPURE.filter(([pattern]) => pattern.test(code)) : [];
      return [...modules, ...impure.map(([, what]) => what)].map((what) => `${path}: ${what}`);
    });
    expect(touching).toEqual([]);
  });
});
