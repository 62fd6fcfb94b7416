import { describe, expect, it } from 'vitest';
import { type Source, sources } from './sources.ts';

/** Folder (or top file) -> what its files may import, as prefixes of paths from src/. The rule: design, "Who may import whom". */
const ALLOWED: Readonly<Record<string, readonly string[]>> = {
  'errors.ts': ['catalogue.ts'],
  'catalogue.ts': ['messages/'],
  'version.ts': [],
  'finding.ts': ['errors.ts', 'catalogue.ts'],
  statistics: ['errors.ts', 'statistics/'],
  reference: ['errors.ts', 'reference/', 'data/period.ts'],
  data: ['errors.ts', 'finding.ts', 'data/', 'question/settings.ts'],
  analysis: ['errors.ts', 'finding.ts', 'analysis/', 'statistics/', 'reference/', 'data/period.ts', 'data/series.ts'],
  charts: ['charts/', 'analysis/', 'data/period.ts', 'data/series.ts'],
  messages: ['errors.ts', 'finding.ts', 'catalogue.ts', 'messages/'],
  'messages.ts': ['errors.ts', 'finding.ts', 'catalogue.ts', 'messages/'],
  document: [
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
  question: ['errors.ts', 'finding.ts', 'question/', 'data/', 'analysis/', 'reference/'],
  application: [
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
  'cli.ts': ['commands/', 'messages.ts', 'errors.ts', 'version.ts'],
  'index.ts': [''],
};

/** Folders that must run unchanged in a browser. */
const PURE = ['statistics', 'reference', 'analysis', 'charts', 'document', 'messages', 'messages.ts'];

/** The only files below commands/ that may know of a disk or a terminal. */
const EDGES = [
  'data/read.ts',
  'data/write.ts',
  'data/places.ts',
  'render/image/png.ts',
  'render/image/fonts-node.ts',
  'cli.ts',
  'application/evaluate/plan.ts',
  'application/evaluate/r-script.ts',
];

const IMPURE = [
  [/\bconsole\./, 'console'],
  [/\bprocess\./, 'process'],
  [/\bMath\.random\b/, 'Math.random'],
  [/\bDate\.now\b|\bnew Date\(\s*\)|\bperformance\./, 'the clock'],
] as const;

const home = (path: string): string => path.split('/')[0] ?? path;
const files = sources();

describe('the house', () => {
  it.each(files.map((file) => [file.path, file] as const))('%s imports only what its folder may', (_, file) => {
    const allowed = ALLOWED[home(file.path)];
    expect(allowed, `no rule for ${file.path}`).toBeDefined();
    const foreign = file.imports.filter((path) => !allowed?.some((prefix) => path.startsWith(prefix)));
    expect(foreign).toEqual([]);
  });

  it.each(files.map((file) => [file.path, file] as const))(
    '%s touches no machine unless it is an edge',
    (path, file) => {
      const pure = PURE.includes(home(path));
      if (home(path) === 'commands' || EDGES.includes(path)) return;
      expect(file.packages.filter((name) => name.startsWith('node:'))).toEqual([]);
      if (!pure) return;
      const code = file.text.replace(/\/\*[\s\S]*?\*\/|\/\/.*/g, '');
      expect(IMPURE.filter(([pattern]) => pattern.test(code)).map(([, what]) => what)).toEqual([]);
    },
  );

  it('has no import cycle', () => {
    expect(cycles(files)).toEqual([]);
  });

  it.each(files.map((file) => [file.path, file] as const))('%s fits in a head (at most 450 lines)', (_, file) => {
    expect(file.text.split('\n').length).toBeLessThanOrEqual(450);
  });
});

function cycles(all: readonly Source[]): readonly string[] {
  const byPath = new Map(all.map((file) => [file.path, file]));
  const state = new Map<string, 'open' | 'done'>();
  const found: string[] = [];
  const visit = (path: string, trail: readonly string[]): void => {
    if (state.get(path) === 'done') return;
    if (state.get(path) === 'open') {
      found.push([...trail.slice(trail.indexOf(path)), path].join(' -> '));
      return;
    }
    state.set(path, 'open');
    for (const next of byPath.get(path)?.imports ?? []) visit(next, [...trail, path]);
    state.set(path, 'done');
  };
  for (const file of all) visit(file.path, []);
  return found;
}
