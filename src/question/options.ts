import { usageError } from '../errors.ts';
import { parsePeerGroup } from './peer-group.ts';
import type { Settings } from './settings.ts';

/** One option: its home in Settings, its flags, and how its text becomes a value. Help texts are in messages/help.ts, by `key`. */
export interface OptionDefinition {
  readonly key: keyof Settings | 'json';
  readonly flags: string;
  readonly choices?: readonly string[];
  /** Text to value; `previous` is the value so far, for options given several times. Throws usage errors. */
  readonly parse?: (text: string, previous: unknown) => unknown;
}

const repeated = (text: string, previous: unknown): readonly string[] => [
  ...(Array.isArray(previous) ? (previous as string[]) : []),
  text,
];

const commaList = (text: string): readonly string[] =>
  text
    .split(',')
    .map((item) => item.trim())
    .filter((item) => item !== '');

/** NaN where the text is no number: an empty one, which Number() takes as nought, too. */
const toNumber = (text: string): number => (text.trim() === '' ? Number.NaN : Number(text));

/** A number where the text is one, else the text. */
const numberOrText = (text: string): number | string => {
  const value = toNumber(text);
  return Number.isNaN(value) ? text.trim() : value;
};

/** Numbers with commas between them. `13,851` is refused: it may be one number as people write it, or two. */
const numberList = (text: string, previous: unknown): readonly number[] => {
  if (/^\s*\d{1,3}(,\d{3})+\s*$/.test(text)) throw usageError('usage.thousands', { text: text.trim() });
  return [...(Array.isArray(previous) ? (previous as number[]) : []), ...commaList(text).map(toNumber)];
};

/** Options by name; a command lists the names it takes. */
export const OPTIONS = {
  columns: { key: 'columns', flags: '--columns <role=heading,...>' },
  measure: { key: 'measure', flags: '--measure <name>' },
  quarters: { key: 'quarters', flags: '--quarters <convention>', choices: ['financial', 'calendar'] },
  order: { key: 'order', flags: '--order <kind>', choices: ['time', 'event'] },
  by: { key: 'by', flags: '--by <period>', choices: ['quarter'] },
  better: { key: 'better', flags: '--better <direction>', choices: ['lower', 'higher', 'neither'] },
  practice: { key: 'practice', flags: '--practice <name>', parse: repeated },
  comparator: { key: 'comparator', flags: '--comparator <name>', parse: repeated },
  comparatorIncludesPractice: { key: 'comparatorIncludesPractice', flags: '--comparator-includes-practice' },
  peerGroups: { key: 'peerGroups', flags: '--peer-group <name=area,...>', parse: parsePeerGroup },
  baseline: { key: 'baseline', flags: '--baseline <window>' },
  followUp: { key: 'followUp', flags: '--follow-up <window>' },
  from: { key: 'from', flags: '--from <period>' },
  to: { key: 'to', flags: '--to <period>' },
  intervention: { key: 'intervention', flags: '--intervention <period>' },
  secondIntervention: { key: 'secondIntervention', flags: '--second-intervention <period>' },
  washout: { key: 'washout', flags: '--washout <periods>' },
  seasons: { key: 'seasons', flags: '--seasons <choice>', choices: ['auto', 'none', 'quarters'] },
  lag: { key: 'lag', flags: '--lag <quarters>', parse: toNumber },
  published: { key: 'published', flags: '--published <file>' },
  plan: { key: 'plan', flags: '--plan <file>' },
  checklist: { key: 'checklist', flags: '--checklist <file>' },
  rScript: { key: 'rScript', flags: '--r-script <file>' },
  listSize: { key: 'listSize', flags: '--list-size <people>', parse: numberList },
  rate: { key: 'rate', flags: '--rate <admissions>', parse: toNumber },
  quartersBefore: { key: 'quartersBefore', flags: '--quarters-before <number>', parse: toNumber },
  quartersAfter: { key: 'quartersAfter', flags: '--quarters-after <number>', parse: toNumber },
  dispersion: { key: 'dispersion', flags: '--dispersion <number>', parse: toNumber },
  autocorrelation: { key: 'autocorrelation', flags: '--autocorrelation <number>', parse: toNumber },
  comparatorSize: { key: 'comparatorSize', flags: '--comparator-size <people>', parse: toNumber },
  comparatorSizeAfter: { key: 'comparatorSizeAfter', flags: '--comparator-size-after <people>', parse: toNumber },
  power: { key: 'power', flags: '--power <share>', parse: toNumber },
  alpha: { key: 'alpha', flags: '--alpha <share>', parse: toNumber },
  change: { key: 'change', flags: '--change <percent>', parse: toNumber },
  sigma: { key: 'sigma', flags: '--sigma <admissions>', parse: toNumber },
  runs: { key: 'runs', flags: '--runs <number>', parse: toNumber },
  seed: { key: 'seed', flags: '--seed <number>', parse: toNumber },
  likeForLike: { key: 'likeForLike', flags: '--like-for-like' },
  deflator: { key: 'deflator', flags: '--deflator <gdp|none|file>' },
  priceYear: { key: 'priceYear', flags: '--price-year <year>' },
  rules: { key: 'rules', flags: '--rules <name>' },
  runsLimits: { key: 'runsLimits', flags: '--runs-limits <table>', choices: ['exact', 'printed'] },
  freeze: { key: 'freeze', flags: '--freeze <period>' },
  exclude: { key: 'exclude', flags: '--exclude <periods>', parse: commaList },
  target: { key: 'target', flags: '--target <value>', parse: toNumber },
  targetOrMeasure: { key: 'target', flags: '--target <value|measure>', parse: numberOrText },
  chart: { key: 'chart', flags: '--chart <name>' },
  phases: { key: 'phases', flags: '--phases <periods>', parse: commaList },
  screenMovingRanges: { key: 'screenMovingRanges', flags: '--screen-moving-ranges' },
  noScreenMovingRanges: { key: 'screenMovingRanges', flags: '--no-screen-moving-ranges' },
  suggestPhases: { key: 'suggestPhases', flags: '--suggest-phases' },
  spc: { key: 'spc', flags: '--spc <rules>' },
  runLength: { key: 'runLength', flags: '--run-length <points>', parse: toNumber },
  annotate: { key: 'annotate', flags: '--annotate <file>' },
  denominator: { key: 'denominator', flags: '--denominator <measure>' },
  per: { key: 'per', flags: '--per <number>', parse: toNumber },
  show: { key: 'show', flags: '--show <what>', choices: ['summary', 'table'] },
  format: { key: 'format', flags: '--format <format>', choices: ['text', 'json', 'csv', 'markdown'] },
  json: { key: 'json', flags: '--json' },
  output: { key: 'output', flags: '-o, --out <path>' },
  force: { key: 'force', flags: '--force' },
  bom: { key: 'bom', flags: '--bom' },
  palette: { key: 'palette', flags: '--palette <name>', choices: ['quarterline', 'mdc'] },
  signalsOnly: { key: 'signalsOnly', flags: '--signals-only' },
  signal: { key: 'signal', flags: '--signal <rule>' },
  failOnSignal: { key: 'failOnSignal', flags: '--fail-on-signal' },
} as const satisfies Record<string, OptionDefinition>;

export type OptionName = keyof typeof OPTIONS;

/** What is given for an evaluation only: a report without a date of the change leaves it unused. */
export const FOR_EVALUATION = [
  'peerGroups',
  'secondIntervention',
  'washout',
  'seasons',
  'lag',
  'published',
  'plan',
  'checklist',
] as const satisfies readonly OptionName[];

/** The flag of an option as it is typed: `--washout`, `-o`. */
export const flagOf = (name: OptionName): string => OPTIONS[name].flags.split(/[ ,]/)[0] ?? name;
