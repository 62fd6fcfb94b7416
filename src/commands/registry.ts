import { FOR_EVALUATION, type OptionName } from '../question/options.ts';
import type { Settings } from '../question/settings.ts';
import type { Effects } from './effects.ts';

interface CommandModule {
  /** Runs the command and gives its exit code. Throws QuarterlineError. */
  readonly run: (settings: Settings, effects: Effects) => Promise<number>;
}

export interface CommandDefinition {
  readonly name: string;
  readonly takesFiles: boolean;
  readonly options: readonly OptionName[];
  /** A word that the command takes instead of files, and where it goes. */
  readonly word?: { readonly name: string; readonly key: 'ruleSet' };
  /** Defaults of its own. */
  readonly defaults?: Partial<Settings>;
  readonly load: () => Promise<CommandModule>;
}

const INPUT = ['columns', 'measure', 'quarters', 'by'] as const satisfies readonly OptionName[];
const AREAS = ['practice', 'comparator', 'comparatorIncludesPractice'] as const satisfies readonly OptionName[];
const OUTPUT = ['format', 'json', 'output', 'force', 'bom'] as const satisfies readonly OptionName[];
const COMPARISON = [
  'baseline',
  'followUp',
  'likeForLike',
  'dispersion',
  'from',
  'to',
  'intervention',
  'deflator',
  'priceYear',
  'better',
] as const satisfies readonly OptionName[];
const POWER = [
  'listSize',
  'rate',
  'comparatorSize',
  'comparatorSizeAfter',
  'quartersBefore',
  'quartersAfter',
  'dispersion',
  'autocorrelation',
  'power',
  'alpha',
  'change',
  'sigma',
  'runs',
  'seed',
] as const satisfies readonly OptionName[];
const RUN_CHART = [
  'rules',
  'runsLimits',
  'freeze',
  'exclude',
  'target',
  'annotate',
] as const satisfies readonly OptionName[];

const CONTROL_CHART = [
  'rules',
  'runLength',
  'freeze',
  'phases',
  'suggestPhases',
  'exclude',
  'screenMovingRanges',
  'noScreenMovingRanges',
  'targetOrMeasure',
  'annotate',
] as const satisfies readonly OptionName[];

/** Every command: what it takes and where its code is. The code is loaded only when the command runs. */
export const COMMANDS: readonly CommandDefinition[] = [
  {
    name: 'check',
    takesFiles: true,
    options: [...INPUT, 'order', 'show', ...OUTPUT],
    load: () => import('./check.ts'),
  },
  {
    name: 'compare',
    takesFiles: true,
    options: [...AREAS, ...COMPARISON, ...INPUT, ...OUTPUT],
    load: () => import('./compare.ts'),
  },
  {
    name: 'runchart',
    takesFiles: true,
    options: [
      ...AREAS,
      ...RUN_CHART,
      'from',
      'to',
      'intervention',
      'denominator',
      'per',
      'better',
      ...INPUT,
      'order',
      'failOnSignal',
      'palette',
      ...OUTPUT,
    ],
    load: () => import('./runchart.ts'),
  },
  {
    name: 'evaluate',
    takesFiles: true,
    options: [...AREAS, 'intervention', 'from', 'to', ...FOR_EVALUATION, 'deflator', 'rScript', ...INPUT, ...OUTPUT],
    load: () => import('./evaluate.ts'),
  },
  {
    name: 'spc',
    takesFiles: true,
    defaults: { rules: 'ihi-control' },
    options: [
      ...AREAS,
      'chart',
      ...CONTROL_CHART,
      'from',
      'to',
      'intervention',
      'denominator',
      'per',
      'better',
      ...INPUT,
      'order',
      'failOnSignal',
      'palette',
      ...OUTPUT,
    ],
    load: () => import('./spc.ts'),
  },
  {
    name: 'scan',
    takesFiles: true,
    defaults: { rules: 'ihi-control' },
    options: [
      'chart',
      'rules',
      'signalsOnly',
      'signal',
      'denominator',
      'per',
      'from',
      'to',
      'freeze',
      'exclude',
      'target',
      'better',
      ...INPUT,
      'order',
      'failOnSignal',
      'palette',
      ...OUTPUT,
    ],
    load: () => import('./scan.ts'),
  },
  {
    name: 'rules',
    takesFiles: false,
    word: { name: 'name', key: 'ruleSet' },
    options: [...OUTPUT],
    load: () => import('./rules.ts'),
  },
  {
    name: 'power',
    takesFiles: false,
    options: [...POWER, ...OUTPUT],
    load: () => import('./power.ts'),
  },
  {
    name: 'report',
    takesFiles: true,
    options: [
      ...AREAS,
      ...COMPARISON,
      ...FOR_EVALUATION,
      ...RUN_CHART,
      'spc',
      ...INPUT,
      'failOnSignal',
      'palette',
      ...OUTPUT,
    ],
    load: () => import('./report.ts'),
  },
  {
    name: 'demo',
    takesFiles: false,
    options: ['output', 'force'],
    load: () => import('./demo.ts'),
  },
];
