import { table } from '../../table.ts';
import type { ProblemSentences, Sentences } from '../types.ts';
import { listed, number, plural } from '../words/format.ts';
import type { PlanFileSlots, PlanFindings, PlanProblems } from './files-catalogue.ts';
import { modelName } from './words.ts';

/** What a plan's choices are called. */
const CHOICES: Readonly<Record<string, string>> = table<string>({
  practice: 'the practice',
  comparator: 'the comparator',
  'comparator-includes-practice': 'whether the comparator includes the practice',
  'peer-groups': 'the peer groups',
  outcome: 'the outcome',
  intervention: 'the first quarter after the change',
  'second-intervention': 'the first quarter after the second change',
  washout: 'the washout',
  from: 'the first quarter of the window',
  to: 'the last quarter of the window',
  window: 'the window',
  baseline: 'the baseline',
  'follow-up': 'the follow-up',
  seasons: 'the season terms',
  lag: 'the lag',
  model: 'the model',
});

const choice = (item: string): string => CHOICES[item] ?? item;

const WHY: Readonly<Record<'option' | 'data', string>> = {
  option: ' by an option',
  data: ', because the data do not hold it',
};

/** A value as it is spoken of. */
function valueText(item: string, value: string | null): string {
  if (value === null) return 'none';
  if (item === 'model') return modelName(value).replace(' (primary)', '');
  if (item === 'comparator-includes-practice') return value === 'true' ? 'yes' : 'no';
  const spoken = value.replaceAll('..', ' to ');
  return /^\d+$/.test(spoken) && item !== 'lag' ? plural(Number(spoken), 'quarter') : spoken;
}

/** `plans/frome.yaml of 2014-01-15, SHA-256 ab…`. */
function fileText({ path, date, sha256 }: PlanFileSlots): string {
  return `${path}, ${date === null ? 'undated' : `of ${date}`}, SHA-256 ${sha256}`;
}

/** What is said of a plan that was made before the data were seen. */
export const planFindings: Sentences<PlanFindings> = {
  'evaluate.plan': (slots) => {
    const departures = slots.departures;
    const open = slots.open;
    const how = departures === 0 ? 'none was departed from' : `${number(departures)} departed from`;
    const left = open.length === 0 ? '' : ` It leaves open: ${listed(open.map(choice))}.`;
    const undated =
      slots.date === null ? ' Without a date nothing says that it was made before the data were seen.' : '';
    return `Planned beforehand: ${fileText(slots)}, fixes ${plural(slots.items, 'choice')}; ${how}.${left}${undated}`;
  },
  'evaluate.plan-unheld': (slots) =>
    `Planned beforehand: ${fileText(slots)}. Nothing was evaluated that it could be held against.`,
  'evaluate.departure': (slots) => {
    const { item, cause } = slots;
    const [planned, used] = [valueText(item, slots.planned), valueText(item, slots.used)];
    if (cause !== 'model')
      return `Departure from the plan: ${choice(item)} was to be ${planned} and is ${used}${cause === null ? '' : WHY[cause]}. Say why.`;
    return slots.used === null
      ? `Departure from the plan: the model was to be ${planned}, and the primary model could not be fitted. The conditions say why.`
      : `Departure from the plan: the model was to be ${planned}; the primary model is always ${used}. Read the planned one among the other models, and say why both are given.`;
  },
  'evaluate.plan-late': (slots) => {
    const [over, after] = [slots.over, slots.after];
    const when = `The plan is dated ${slots.date}`;
    return over === after
      ? `${when}, after the last quarter of the data (${slots.last}): it was not written before the data could be seen. Say who had seen them.`
      : `${when}, when ${number(over)} of the ${number(after)} quarters after the change were over. Say who had seen them.`;
  },
};

/** What each kind of value looks like. */
const KINDS: Readonly<Record<string, string>> = table<string>({
  date: 'a day of the calendar as year, month and day, for example 2014-01-15',
  text: 'a name',
  names: 'a name, or a list of names',
  'yes-no': 'true or false',
  groups: 'a name for each group with its areas, for example Market towns: [Wells, Glastonbury]',
  period: 'a quarter, for example 2014/15 Q1 (with quarters: financial or calendar where it is written 2014Q1)',
  window: 'from when to when, for example 2010/11 Q1..2013/14 Q4',
  stretch: 'a number of quarters up to 400, or from when to when, for example 2010/11 Q1..2013/14 Q4',
  whole: 'a whole number from 0 to 400',
});

export const planProblems: ProblemSentences<PlanProblems> = {
  'evaluate.plan-shape': ({ key, keys }) => ({
    found: key === null ? 'this holds no plan' : key === '' ? 'a name is empty' : `a plan has no ${key}`,
    expected: listed(keys),
    remedy: 'Write one line for each, for example intervention: 2014/15 Q1.',
  }),
  'evaluate.plan-twice': ({ key }) => ({
    found: `window and ${key} both say where the window ends`,
    expected: 'one of them',
    remedy: 'Leave window out, or give it alone.',
  }),
  'evaluate.plan-value': (slots) => ({
    found: slots.text === null ? `${slots.key} is empty` : `${slots.key} cannot be read from “${slots.text}”`,
    expected: slots.choices.length > 0 ? listed(slots.choices, 'or') : (KINDS[slots.kind] ?? 'another value'),
    remedy: 'Change this line, or leave it out.',
  }),
};
