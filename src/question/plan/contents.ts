import {
  isMapping,
  quotable,
  type YamlDocument,
  type YamlMapping,
  type YamlValue,
  yamlAt,
  yamlText,
  yamlYes,
} from '../../data/notes/yaml.ts';
import { parsePeriodOption, parseWindowOption } from '../../data/period/parse.ts';
import type { Period } from '../../data/period.ts';
import type { NamedGroup } from '../../data/select/peer-groups.ts';
import { excerpt, fold } from '../../data/text.ts';
import { dataError, Problems, QuarterlineError } from '../../errors.ts';
import { table } from '../../table.ts';
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
type Kind = 'date' | 'text' | 'model' | 'names' | 'yes-no' | 'groups' | 'period' | 'window' | 'stretch' | 'whole';

/** What each key expects: a kind of value, or one of some words. A new one is also an entry of `PlanContents` and in hold.ts. */
const EXPECTED: Readonly<Record<string, Kind | readonly string[]>> = table<Kind | readonly string[]>({
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
});

const isText = (value: YamlValue): value is string => yamlText(value) !== null;

const areTexts = (value: YamlValue): boolean => listOf(value).length > 0 && listOf(value).every(isText);

/** Names of groups are texts as their areas are. */
const areGroups = (value: YamlValue): boolean =>
  isMapping(value) && Object.entries(value).every(([name, areas]) => isText(name) && areTexts(areas));

/** A century. */
const MOST_QUARTERS = 400;

const isWhole = (value: YamlValue, least: number): boolean =>
  isText(value) && /^\d{1,3}$/.test(textOf(value)) && isWithin(Number(textOf(value)), least, MOST_QUARTERS);

const isWithin = (value: number, least: number, most: number): boolean => value >= least && value <= most;

/** Whether a value is of a kind. */
const READABLE: Readonly<Record<Kind, (value: YamlValue, convention: Convention) => boolean>> = {
  date: (value) => isText(value) && isDate(textOf(value)),
  text: isText,
  model: (value) => isText(value) && MODELS.includes(modelKey(textOf(value))),
  names: areTexts,
  'yes-no': (value) => isText(value) && yamlYes(value) !== null,
  groups: areGroups,
  period: (value, convention) => isText(value) && parses(() => parsePeriodOption('', textOf(value), convention)),
  window: (value, convention) => isText(value) && parses(() => parseWindowOption('', textOf(value), convention)),
  stretch: (value, convention) => isWhole(value, 1) || READABLE.window(value, convention),
  whole: (value) => isWhole(value, 0),
};

/**
 * A plan from its YAML document. Throws data errors, at the lines of the keys and all at once, for keys that it has not and values
 * that cannot be read.
 */
export function planContents({ value, placeOf }: YamlDocument, settings: Convention): PlanContents {
  const keys = Object.keys(EXPECTED);
  if (!isMapping(value)) throw dataError('evaluate.plan-shape', { key: null, keys }, placeOf(value));
  const problems = new Problems();
  const quarters = choiceOf(value, 'quarters') as PlanContents['quarters'];
  const convention = { quarters: quarters ?? settings.quarters };
  for (const [key, given] of Object.entries(value)) {
    const expected = Object.hasOwn(EXPECTED, key) ? EXPECTED[key] : undefined;
    const place = placeOf(value, key);
    if (expected === undefined) problems.add('evaluate.plan-shape', { key: excerpt(key), keys }, place);
    else if (!isExpected(given, expected, convention)) {
      const isKind = typeof expected === 'string';
      const choices = expected === 'model' ? MODELS : isKind ? [] : expected;
      const kind = isKind ? expected : 'choice';
      problems.add('evaluate.plan-value', { key, text: quotable(given), kind, choices }, place);
    }
  }
  for (const key of ['from', 'to'])
    if (Object.hasOwn(value, 'window') && Object.hasOwn(value, key))
      problems.add('evaluate.plan-twice', { key }, placeOf(value, key));
  problems.throwIfAny();
  return { ...contentsOf(value, convention), quarters };
}

const isExpected = (given: YamlValue, expected: Kind | readonly string[], convention: Convention): boolean =>
  typeof expected === 'string' ? READABLE[expected](given, convention) : expected.includes(textOf(given));

/** One of a few words; null where it is not given or another. */
function choiceOf(values: YamlMapping, key: string) {
  const [text, expected] = [textOf(yamlAt(values, key)), EXPECTED[key]];
  return Array.isArray(expected) && expected.includes(text) ? text : null;
}

function contentsOf(values: YamlMapping, convention: Convention): Omit<PlanContents, 'quarters'> {
  const text = (key: string): string | null => yamlText(yamlAt(values, key));
  const period = (key: string, edge: 'start' | 'end' = 'start') => {
    const given = text(key);
    return given === null ? null : parsePeriodOption(key, given, convention, 'quarter', edge);
  };
  const stretch = (key: string): Stretch | null => {
    const given = text(key);
    return given === null ? null : parseWindowOption(key, given, convention);
  };
  const stretchOrNumber = (key: string) => (isWhole(yamlAt(values, key), 1) ? Number(text(key)) : stretch(key));
  const names = (key: string) => (Object.hasOwn(values, key) ? namesOf(yamlAt(values, key)) : null);
  const window = stretch('window');
  const model = text('model');
  const lag = text('lag');
  const groups = yamlAt(values, 'peer-groups');
  return {
    date: text('date'),
    model: model === null ? null : modelKey(model),
    practice: names('practice'),
    comparator: names('comparator'),
    comparatorIncludesPractice: yamlYes(text('comparator-includes-practice') ?? ''),
    peerGroups: isMapping(groups)
      ? Object.entries(groups).map(([name, areas]) => ({ name: name.trim(), areas: namesOf(areas) }))
      : null,
    outcome: text('outcome'),
    intervention: period('intervention'),
    secondIntervention: period('second-intervention'),
    washout: stretch('washout'),
    from: window?.from ?? period('from'),
    to: window?.to ?? period('to', 'end'),
    baseline: stretchOrNumber('baseline'),
    followUp: stretchOrNumber('follow-up'),
    seasons: choiceOf(values, 'seasons') as PlanContents['seasons'],
    lag: lag === null ? null : Number(lag),
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

/** A day that the calendar has, in a century in which a plan can have been made. */
function isDate(text: string): boolean {
  const time = /^(?:19|20)\d{2}-\d{2}-\d{2}$/.test(text) ? Date.parse(text) : Number.NaN;
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}

/** `Conditional quasi-binomial` as the result writes it. */
const modelKey = (text: string): string => fold(text).replaceAll(/[\s_]+/g, '-');

/** A value as a list: of one, where it is none. */
const listOf = (value: YamlValue): readonly YamlValue[] =>
  value === null ? [] : typeof value === 'string' || isMapping(value) ? [value] : value;

const namesOf = (value: YamlValue): readonly string[] => listOf(value).map(textOf);

const textOf = (value: YamlValue): string => yamlText(value) ?? '';
