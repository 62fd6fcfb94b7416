import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { COMMAND_NAMES } from '../../src/question/commands.ts';
import { DEFAULT_SETTINGS, optionsOf } from '../../src/question/settings.ts';
import { ADMISSIONS, AREAS, document, type Files, FROME, monthly, OFFICIAL, quarterly, ROOT } from '../e2e/support.ts';
import { schemaErrors } from '../support/json-schema.ts';
import { seenIn, unseen } from './coverage.ts';

const WITH_JSON = COMMAND_NAMES.filter((name) => optionsOf(name).includes('json'));

type Schema = Record<string, unknown>;
const schemas = new Map(
  readdirSync(join(ROOT, 'schemas')).map((name) => [
    name.replace('.schema.json', ''),
    JSON.parse(readFileSync(join(ROOT, 'schemas', name), 'utf8')) as Schema,
  ]),
);
const FILES: Files = {
  'months.csv': monthly(2013, 60, (at) => [240 + (at % 7), 4000 + at * 9], 'month,Frome,Rest'),
  'long.csv': [
    'quarter,area,admissions,bed_days,list_size',
    ...quarterly(2013, 16, (at) => ['A', 100 + at, 500 + at, 9000], '')
      .trim()
      .split('\n'),
    ...quarterly(2013, 16, (at) => ['B', 900 + (at % 5), 4000, 90000], '')
      .trim()
      .split('\n'),
    '',
  ].join('\n'),
  'one.csv': quarterly(2012, 24, (at) => [700 + ((at * 37) % 50)], 'quarter,admissions'),
  'small.csv': quarterly(2013, 8, (at) => [at % 3, 3 + (at % 2)], 'quarter,Tiny,Small'),
  // Two practices, of which the second joins the first after two years.
  'coded.csv': [
    'quarter,practice_code,practice,admissions,list_size',
    ...['A1', 'B2', 'C3', 'D4', 'E5', 'F6', 'G7', 'H8', 'I9', 'J10', 'K11', 'L12'].flatMap((code, area) =>
      quarterly(
        2013,
        area === 1 ? 8 : 16,
        (at) => [code, `Practice ${code}`, (area === 0 && at >= 8 ? 190 : 100) + ((at * 7 + area) % 5), 9000 + area],
        '',
      )
        .trim()
        .split('\n'),
    ),
    '',
  ].join('\n'),
  'zero.csv': quarterly(2013, 8, (at) => [at < 4 ? 0 : 3, 5], 'quarter,Nobody,Some'),
  'gaps.csv': 'quarter,Frome,Rest\n2013/14 Q1,5,9\n2013/14 Q2,,8\n2013/14 Q4,6,8\n2014/15 Q1,7,9\n2014/15 Q1,7,9\n',
  'seasons.csv': quarterly(
    2012,
    28,
    (at) => [700 + ([60, 10, -50, -20][at % 4] ?? 0) + ((at * 7) % 9)],
    'quarter,admissions',
  ),
  'events.csv': ['admissions', ...Array.from({ length: 24 }, (_, at) => (at * 7) % 11), ''].join('\n'),
  'weeks.csv': [
    'date,admissions',
    ...[1, 8, 15, 22, 29].map((day) => `2018-01-${String(day).padStart(2, '0')},${day}`),
    '',
  ].join('\n'),
  // More donors than quarters, the practice amid them: many weights fit perfectly.
  'twelve.csv': [
    'quarter,practice,admissions,list_size',
    ...Array.from({ length: 30 }, (_, area) =>
      quarterly(2013, 12, (at) => [`P${area + 1}`, 100 + ((at * area) % (area + 1)), 9000], '')
        .trim()
        .split('\n'),
    ).flat(),
    '',
  ].join('\n'),
  // A list that shrinks between two quarters, and a last quarter that was not counted to its end.
  'steps.csv': [
    'quarter,area,admissions,list_size',
    ...quarterly(2012, 24, (at) => ['A', at === 23 ? 20 : 100 + ((at * 7) % 5), at < 12 ? 9000 : 7500], '')
      .trim()
      .split('\n'),
    ...quarterly(2012, 24, (at) => ['B', 900 + ((at * 11) % 7), 90000], '')
      .trim()
      .split('\n'),
    '',
  ].join('\n'),
  'plan.yaml': 'date: 2014-01-01\nintervention: 2014/15 Q1\nto: 2018/19 Q4\nmodel: conditional quasi-binomial\n',
  'published.yaml':
    '- {area: frome, slope: -7.9, lower: -13.1, upper: -2.8, p: 0.006, quarters: 19, percent: -14}\n- {area: frome, percent: -16, measure: cost}\n- {area: frome, percent: -30, relative: true}\n',
  'notes.csv': 'period,text\n2014/15 Q2,hub opened\n',
  'prices.csv': 'year,index\n2013/14,90\n2014/15,95\n2015/16,98\n2016/17,100\n2017/18,101\n',
};

/** Sixty practices of 32 quarters, one with a known effect. */
const SIMULATED = [
  `${ROOT}fixtures/simulated/sixty-practices.csv`,
  '--practice',
  'Sim Practice 01',
  '--intervention',
  '2014/15 Q1',
];

const CASES: readonly (readonly string[])[] = [
  ['compare', ...FROME, ...AREAS],
  [
    'compare',
    ...FROME,
    ...AREAS,
    '--baseline',
    '2013/14',
    '--follow-up',
    '2016/17',
    '--from',
    '2014/15 Q1',
    '--intervention',
    '2014/15 Q1',
  ],
  [
    'compare',
    ...FROME,
    ...AREAS,
    '--deflator',
    'none',
    '--baseline',
    '2013/14 Q1..2013/14 Q2',
    '--follow-up',
    '2016/17 Q1..2016/17 Q2',
  ],
  [
    'compare',
    ...FROME,
    ...AREAS,
    '--deflator',
    'prices.csv',
    '--price-year',
    '2013/14',
    '--follow-up',
    '2017/18',
    '--like-for-like',
  ],
  ['compare', ...FROME, '--practice', 'frome', '--better', 'neither'],
  ['compare', FROME[1] ?? '', ...AREAS],
  ['compare', ADMISSIONS, ...AREAS],
  ['compare', OFFICIAL, '--practice', 'NHS Somerset CCG', '--comparator', 'England', '--comparator-includes-practice'],
  ['compare', 'long.csv', '--practice', 'A', '--comparator', 'rest'],
  ['compare', 'one.csv'],
  ['compare', 'small.csv', '--practice', 'Tiny', '--comparator', 'Small'],
  ['compare', 'zero.csv', '--practice', 'Nobody', '--comparator', 'Some'],
  ['compare', 'months.csv', '--practice', 'Frome', '--comparator', 'Rest', '--measure', 'admissions'],
  ['runchart', ADMISSIONS],
  [
    'runchart',
    ADMISSIONS,
    '--rules',
    'anhoej',
    '--intervention',
    '2014/15 Q1',
    '--target',
    '700',
    '--annotate',
    'notes.csv',
  ],
  [
    'runchart',
    ...FROME,
    '--denominator',
    'list_size',
    '--per',
    '100000',
    '--freeze',
    '2014/15',
    '--exclude',
    '2015/16 Q1',
  ],
  ['runchart', ADMISSIONS, '--runs-limits', 'printed'],
  ['runchart', 'months.csv', '--measure', 'admissions', '--by', 'quarter'],
  ['runchart', 'months.csv', '--measure', 'admissions', '--better', 'higher'],
  ['runchart', 'events.csv', '--order', 'event'],
  ['runchart', 'weeks.csv'],
  ['runchart', 'gaps.csv', '--measure', 'admissions'],
  ['spc', ADMISSIONS],
  ['spc', ...FROME, '--denominator', 'list_size', '--chart', 'uprime', '--phases', '2015/16 Q3', '--target', '26'],
  [
    'spc',
    ADMISSIONS,
    '--freeze',
    '2015/16',
    '--annotate',
    'notes.csv',
    '--intervention',
    '2014/15 Q1',
    '--chart',
    'mr',
  ],
  ['spc', ADMISSIONS, '--rules', 'nelson', '--exclude', '2015/16 Q1', '--screen-moving-ranges'],
  ['spc', 'small.csv', '--chart', 'g'],
  ['spc', 'seasons.csv'],
  ['spc', OFFICIAL, '--suggest-phases', '--run-length', '7', '--rules', 'mdc-excel-v5'],
  ['spc', ...FROME, '--denominator', 'list_size', '--suggest-phases'],
  ['spc', 'gaps.csv', '--measure', 'admissions'],
  ['spc', 'events.csv', '--order', 'event', '--better', 'neither'],
  ['rules'],
  ['rules', 'nhsr'],
  ['evaluate', ...FROME, ...AREAS, '--plan', 'plan.yaml', '--published', 'published.yaml', '--peer-group', 'One=rest'],
  ['evaluate', ...FROME, ...AREAS],
  ['evaluate', ...SIMULATED, '--comparator', 'rest', '--peer-group', 'Towns=practice 02,practice 03'],
  [
    'evaluate',
    ...SIMULATED,
    '--comparator',
    'rest',
    '--second-intervention',
    '2016/17 Q1',
    '--washout',
    '2013/14 Q4',
    '--checklist',
    `${ROOT}fixtures/frome-somerset/checklist.yaml`,
  ],
  [
    'evaluate',
    ...SIMULATED,
    '--comparator',
    'Sim Practice 05',
    '--comparator',
    'Sim Practice 06',
    '--comparator',
    'Sim Practice 07',
    '--comparator',
    'Sim Practice 08',
  ],
  ['evaluate', 'one.csv', '--intervention', '2015/16 Q1'],
  [
    'evaluate',
    'steps.csv',
    '--practice',
    'A',
    '--comparator',
    'B',
    '--intervention',
    '2015/16 Q1',
    '--seasons',
    'quarters',
  ],
  ['evaluate', 'small.csv', '--practice', 'Tiny', '--comparator', 'Small', '--intervention', '2014/15 Q1'],
  ['evaluate', 'zero.csv', '--practice', 'Nobody', '--comparator', 'Some', '--intervention', '2014/15 Q1'],
  ['evaluate', 'twelve.csv', '--practice', 'P15', '--comparator', 'rest', '--intervention', '2015/16 Q1'],
  ['power', '--list-size', '13851', '--comparator-size', '520000', '--runs', '20'],
  ['power', '--list-size', '300,28000', '--dispersion', '2', '--quarters-before', '8', '--runs', '0'],
  ['power', '--list-size', '13851', '--change', '-15', '--sigma', '20', '--autocorrelation', '0.3', '--runs', '0'],
  ['scan', OFFICIAL],
  ['scan', `${ROOT}fixtures/practices/practices.csv`, '--denominator', 'list_size', '--target', '25'],
  ['scan', OFFICIAL, '--signals-only', '--signal', 'shift', '--rules', 'mdc-excel-v5'],
  ['scan', ADMISSIONS, '--chart', 'run'],
  ['scan', 'coded.csv', '--denominator', 'list_size'],
  ['check', ...FROME, OFFICIAL],
  ['check', 'gaps.csv', '--measure', 'admissions'],
  ['check', 'long.csv'],
  ['check', ADMISSIONS, '--show', 'table'],
  ['check', 'events.csv', '--order', 'event'],
  [
    'report',
    ...FROME,
    ...AREAS,
    '--intervention',
    '2014/15 Q1',
    '--exclude',
    '2013/14 Q2',
    '--target',
    '700',
    '--checklist',
    `${ROOT}fixtures/frome-somerset/checklist.yaml`,
  ],
  [
    'report',
    OFFICIAL,
    '--practice',
    'NHS Somerset CCG',
    '--comparator',
    'England',
    '--comparator-includes-practice',
    '--from',
    '2013/14 Q1',
  ],
  [
    'report',
    'months.csv',
    '--practice',
    'Frome',
    '--comparator',
    'Rest',
    '--measure',
    'admissions',
    '--freeze',
    '2014-12',
  ],
  ['report', 'one.csv', '--rules', 'anhoej'],
  ['report', ...FROME, ...AREAS, '--spc', 'ihi-control'],
];

const documents = new Map<string, Promise<Record<string, unknown>>>();

/** The document of a command line, made once. */
function given(args: readonly string[]): Promise<Record<string, unknown>> {
  const key = args.join(' ');
  const made = documents.get(key) ?? document(args, FILES);
  documents.set(key, made);
  return made;
}

describe('schemas', () => {
  it('are there for every command with --json', () => {
    expect(WITH_JSON.filter((command) => !schemas.has(command))).toEqual([]);
  });

  it.each(CASES.map((args) => [args.map((arg) => arg.replace(ROOT, '')).join(' '), args] as const))(
    'hold for %s',
    async (_, args) => {
      expect(schemaErrors(args[0] ?? '', await given(args))).toEqual([]);
    },
  );

  it('name every setting', () => {
    for (const [command, schema] of schemas) {
      const { Settings } = schema.$defs as { Settings: { properties: Schema } };
      expect(Object.keys(Settings.properties).sort(), command).toEqual(Object.keys(DEFAULT_SETTINGS).sort());
    }
  });

  it('describe nothing that never comes', async () => {
    const seen = new Set<string>();
    for (const args of CASES) seenIn(schemas.get(args[0] ?? '') ?? {}, await given(args), seen);
    const missing = [...schemas.values()].flatMap((schema) => unseen(schema, seen));
    expect([...new Set(missing)]).toEqual([]);
  });
});

describe('a broken document fails', () => {
  type Json = Record<string, unknown>;
  const at = (value: unknown, ...path: readonly (string | number)[]): Json =>
    path.reduce<unknown>((inner, key) => (inner as Record<string | number, unknown>)[key], value) as Json;

  const BREAKS: readonly (readonly [string, readonly string[], (given: Json) => void])[] = [
    ['a field left out', ['compare', ADMISSIONS, ...AREAS], (doc) => delete at(doc, 'result').sensitivity],
    [
      'a field too many',
      ['compare', ADMISSIONS, ...AREAS],
      (doc) => Object.assign(at(doc, 'result', 'baseline'), { year: 2013 }),
    ],
    [
      'a number as text',
      ['compare', ADMISSIONS, ...AREAS],
      (doc) => Object.assign(at(doc, 'result', 'measures', 0, 'practice'), { baseline: '3,151' }),
    ],
    [
      'no interval',
      ['compare', ADMISSIONS, ...AREAS],
      (doc) => Object.assign(at(doc, 'result', 'measures', 0, 'practice', 'trend'), { slope: null }),
    ],
    [
      'an unknown scale',
      ['compare', ADMISSIONS, ...AREAS],
      (doc) => Object.assign(at(doc, 'result', 'measures', 0, 'practice', 'trend', 'slope'), { scale: 'ln' }),
    ],
    ['a missing sentence', ['runchart', ADMISSIONS], (doc) => delete at(doc, 'findings', 0).text],
    [
      'an unknown rule',
      ['runchart', ADMISSIONS],
      (doc) => Object.assign(at(doc, 'result', 'charts', 1, 'signals', 0), { rule: 'astronomical' }),
    ],
    ['a setting of the wrong kind', ['runchart', ADMISSIONS], (doc) => Object.assign(at(doc, 'settings'), { per: 0 })],
    ['another command', ['runchart', ADMISSIONS], (doc) => Object.assign(doc, { command: 'spc' })],
    ['a bad hash', ['check', ADMISSIONS], (doc) => Object.assign(at(doc, 'inputs', 0), { sha256: 'abc' })],
    [
      'a term without its interval',
      [
        'evaluate',
        ...FROME,
        ...AREAS,
        '--plan',
        'plan.yaml',
        '--published',
        'published.yaml',
        '--peer-group',
        'One=rest',
      ],
      (doc) => Object.assign(at(doc, 'result', 'controlled', 'primary', 'terms'), { slope: null }),
    ],
    [
      'a gate without its sentence',
      ['evaluate', ...FROME, ...AREAS],
      (doc) => delete at(doc, 'result', 'gates', 0).text,
    ],
    [
      'an unknown shape',
      ['check', ADMISSIONS],
      (doc) => Object.assign(at(doc, 'result', 'files', 0), { shape: 'square' }),
    ],
    [
      'no charts',
      ['report', ADMISSIONS, ...AREAS],
      (doc) => Object.assign(at(doc, 'result', 'runchart'), { charts: [] }),
    ],
  ];

  it.each(BREAKS)('%s', async (_, args, spoil) => {
    const spoiled = structuredClone(await given(args));
    expect(schemaErrors(args[0] ?? '', spoiled)).toEqual([]);
    spoil(spoiled);
    expect(schemaErrors(args[0] ?? '', spoiled)).not.toEqual([]);
  });
});
