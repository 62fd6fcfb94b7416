import { parsePeriodOption, parseWindowOption } from '../../data/options.ts';
import type { NamedGroup } from '../../data/peer-groups.ts';
import type { Period } from '../../data/period.ts';
import { fold } from '../../data/text.ts';
import { dataError, type Place, QuarterlineError } from '../../errors.ts';
import type { Settings } from '../settings.ts';

export interface Stretch {
  readonly from: Period;
  readonly to: Period;
}

/** What a plan fixes, quarters as quarters; null: it leaves that open. Names as they were typed. */
export interface PlanContents {
  readonly date: string | null;
  readonly model: string | null;
  readonly practice: readonly string[] | null;
  readonly comparator: readonly string[] | null;
  readonly comparatorIncludesPractice: boolean | null;
  readonly peerGroups: readonly NamedGroup[] | null;
  readonly outcome: string | null;
  readonly quarters: 'financial' | 'calendar' | null;
  readonly intervention: Period | null;
  readonly secondIntervention: Period | null;
  readonly washout: Stretch | null;
  readonly from: Period | null;
  readonly to: Period | null;
  /** The quarters before the change and from it on: how many, or from when to when. */
  readonly baseline: Stretch | number | null;
  readonly followUp: Stretch | number | null;
  readonly seasons: Settings['seasons'] | null;
  readonly lag: number | null;
}

/** The primary model. */
export const PRIMARY = 'conditional-quasi-binomial';

/** Models that a plan may name. */
const MODELS: readonly string[] = [
  PRIMARY,
  'conditional-quasi-binomial-seasons',
  'stacked-ols',
  'stacked-ols-log',
  'stacked-ols-log-seasons',
  'difference-series-ols',
  'difference-series-newey-west',
  'difference-series-prais-winsten',
  'difference-series-reml-ar1',
  'difference-series-ols-seasons',
  'rate-difference-ols',
  'comparator-as-offset',
  'difference-in-differences',
  'ols',
  'newey-west',
  'prais-winsten',
  'reml-ar1',
  'quasi-poisson',
];

type Convention = Pick<Settings, 'quarters'>;
type Values = Readonly<Record<string, unknown>>;
type Kind = 'date' | 'text' | 'model' | 'names' | 'yes-no' | 'groups' | 'period' | 'window' | 'stretch' | 'whole';

/** What each key expects: a kind of value, or one of some words. A new one is also an entry of `PlanContents` and in hold.ts. */
const EXPECTED: Readonly<Record<string, Kind | readonly string[]>> = {
  date: 'date',
  practice: 'names',
  comparator: 'names',
  'comparator-includes-practice': 'yes-no',
  'peer-groups': 'groups',
  outcome: 'text',
  quarters: ['financial', 'calendar'],
  intervention: 'period',
  'second-intervention': 'period',
  washout: 'window',
  window: 'window',
  from: 'period',
  to: 'period',
  baseline: 'stretch',
  'follow-up': 'stretch',
  model: 'model',
  seasons: ['auto', 'none', 'quarters'],
  lag: 'whole',
};

const isText = (value: unknown): boolean =>
  (typeof value === 'string' && value.trim() !== '') || typeof value === 'number' || value instanceof Date;

const areTexts = (value: unknown): boolean => [value].flat().length > 0 && [value].flat().every(isText);

const isWhole = (value: unknown, least: number): boolean => Number.isInteger(value) && Number(value) >= least;

/** A century. */
const MOST_QUARTERS = 400;

/** Whether a value is of a kind. */
const READABLE: Readonly<Record<Kind, (value: unknown, convention: Convention) => boolean>> = {
  date: (value) => isText(value) && isDate(textOf(value)),
  text: isText,
  model: (value) => isText(value) && MODELS.includes(modelKey(textOf(value))),
  names: areTexts,
  'yes-no': (value) => typeof value === 'boolean',
  groups: (value) =>
    typeof value === 'object' && value !== null && !Array.isArray(value) && Object.values(value).every(areTexts),
  period: (value, convention) => isText(value) && parses(() => parsePeriodOption('', textOf(value), convention)),
  window: (value, convention) => isText(value) && parses(() => parseWindowOption('', textOf(value), convention)),
  stretch: (value, convention) =>
    (isWhole(value, 1) && Number(value) <= MOST_QUARTERS) || READABLE.window(value, convention),
  whole: (value) => isWhole(value, 0),
};

/** A plan from its YAML document. Throws data errors, at the key's line, for keys that it has not and values that cannot be read. */
export function planContents(document: unknown, text: string, file: string, settings: Convention): PlanContents {
  const keys = Object.keys(EXPECTED);
  if (typeof document !== 'object' || document === null || Array.isArray(document) || document instanceof Date)
    throw dataError('evaluate.plan-shape', { key: null, keys }, { file });
  const values = document as Values;
  const placeOf = (key: string): Place => ({ file, ...lineOf(key, text) });
  const unknown = Object.keys(values).find((key) => !keys.includes(key));
  if (unknown !== undefined) throw dataError('evaluate.plan-shape', { key: unknown, keys }, placeOf(unknown));
  const twice = ['from', 'to'].find((key) => values.window !== undefined && values[key] !== undefined);
  if (twice) throw dataError('evaluate.plan-twice', { key: twice }, placeOf(twice));
  const quarters = values.quarters === 'financial' || values.quarters === 'calendar' ? values.quarters : null;
  const convention = { quarters: quarters ?? settings.quarters };
  for (const [key, value] of Object.entries(values)) {
    const expected = EXPECTED[key] ?? 'text';
    const isKind = typeof expected === 'string';
    if (isKind ? READABLE[expected](value, convention) : expected.includes(textOf(value))) continue;
    const choices = expected === 'model' ? MODELS : isKind ? [] : expected;
    const kind = isKind ? expected : 'choice';
    throw dataError('evaluate.plan-value', { key, text: textOf(value), kind, choices }, placeOf(key));
  }
  return { ...contentsOf(values, convention), quarters };
}

function contentsOf(values: Values, convention: Convention): Omit<PlanContents, 'quarters'> {
  const text = (key: string) => (values[key] === undefined ? null : textOf(values[key]));
  const period = (key: string, edge: 'start' | 'end' = 'start') =>
    values[key] === undefined ? null : parsePeriodOption(key, textOf(values[key]), convention, 'quarter', edge);
  const stretch = (key: string): Stretch | null =>
    values[key] === undefined ? null : parseWindowOption(key, textOf(values[key]), convention);
  const stretchOrNumber = (key: string) => (typeof values[key] === 'number' ? Number(values[key]) : stretch(key));
  const names = (value: unknown) => (value === undefined ? null : [value].flat().map(textOf));
  const window = stretch('window');
  const groups = values['peer-groups'] as Values | undefined;
  return {
    date: text('date'),
    model: values.model === undefined ? null : modelKey(textOf(values.model)),
    practice: names(values.practice),
    comparator: names(values.comparator),
    comparatorIncludesPractice: (values['comparator-includes-practice'] as boolean | undefined) ?? null,
    peerGroups:
      groups === undefined
        ? null
        : Object.entries(groups).map(([name, areas]) => ({ name, areas: names(areas) ?? [] })),
    outcome: text('outcome'),
    intervention: period('intervention'),
    secondIntervention: period('second-intervention'),
    washout: stretch('washout'),
    from: window?.from ?? period('from'),
    to: window?.to ?? period('to', 'end'),
    baseline: stretchOrNumber('baseline'),
    followUp: stretchOrNumber('follow-up'),
    seasons: text('seasons') as PlanContents['seasons'],
    lag: (values.lag as number | undefined) ?? null,
  };
}

function parses(parse: () => unknown): boolean {
  try {
    parse();
    return true;
  } catch (error) {
    if (error instanceof QuarterlineError) return false;
    throw error;
  }
}

function isDate(text: string): boolean {
  const time = /^\d{4}-\d{2}-\d{2}$/.test(text) ? Date.parse(text) : Number.NaN;
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}

/** `Conditional quasi-binomial` as the result writes it. */
const modelKey = (text: string): string => fold(text).replaceAll(/[\s_]+/g, '-');

/** A value as text; a date that YAML took for one as it was written. */
function textOf(value: unknown): string {
  if (value instanceof Date) return value.toISOString().slice(0, 10);
  return typeof value === 'string' ? value.trim() : (JSON.stringify(value) ?? '');
}

function lineOf(key: string, text: string): Pick<Place, 'line'> {
  const starts = (line: string) => {
    const bare = line.replace(/^["']/, '');
    return bare.startsWith(key) && /^["']?\s*:/.test(bare.slice(key.length));
  };
  const at = text.split(/\r?\n/).findIndex(starts);
  return at < 0 ? {} : { line: at + 1 };
}
