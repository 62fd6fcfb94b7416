import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { DEFAULT_SETTINGS, type Settings } from '../question/settings.ts';
import type { Effects } from './effects.ts';
import { run as report } from './report.ts';

const PACKAGE = fileURLToPath(new URL('../../', import.meta.url));

/** Where the demonstration goes when no folder is named. */
const DEFAULT_FOLDER = 'quarterline-demo';

/** The embedded examples. Their files stand in the package, whatever the current folder is. */
export const EXAMPLES: readonly { readonly folder: string; readonly settings: Partial<Settings> }[] = [
  {
    folder: 'frome-somerset',
    settings: {
      files: ['admissions', 'costs', 'list-sizes'].map((name) => `fixtures/frome-somerset/${name}.csv`),
      practice: ['frome'],
      comparator: ['somerset'],
      baseline: '2013/14',
      followUp: '2016/17',
      from: '2014/15 Q1',
      intervention: '2014/15 Q1',
      checklist: 'fixtures/frome-somerset/checklist.yaml',
    },
  },
  {
    folder: 'official',
    settings: {
      files: ['fixtures/official/nonelective-admissions-by-commissioner.csv'],
      practice: ['NHS Somerset CCG'],
      comparator: ['England'],
      comparatorIncludesPractice: true,
      from: '2013/14 Q1',
      to: '2017/18 Q3',
    },
  },
];

/** `demo`: the reports of both embedded examples, and their summaries on the screen. */
export async function run(settings: Settings, effects: Effects): Promise<number> {
  const target = settings.output ?? DEFAULT_FOLDER;
  const fromPackage: Effects = {
    ...effects,
    read: (path) => effects.read(join(PACKAGE, path)),
    exists: (path) => effects.exists(join(PACKAGE, path)),
  };
  for (const example of EXAMPLES) {
    const output = `${target}/${example.folder}`;
    await report({ ...DEFAULT_SETTINGS, ...example.settings, output, force: settings.force }, fromPackage);
  }
  return 0;
}
