import type { Slots } from '../types.ts';
import { listed, number, plural, pText } from '../words/format.ts';
import { capital, measureName } from '../words/measures.ts';
import { maybe, num, str, texts } from '../words/slots.ts';
import type { FindingTexts, ProblemTexts } from '../words/texts.ts';

/** Headings and labels of the reporting checklist. */
export const REPORTING = {
  heading: 'Reporting checklist',
  intro:
    'What readers of such a study look for, by four standards. The tool fills in what it knows; the rest is for the authors. That an item is reported does not say that it is met.',
  grade:
    'GRADE: evidence from a study without randomisation starts at low certainty. No rating is given here: it is for people to judge risk of bias, inconsistency, indirectness and imprecision.',
  caption: (standard: string, reported: number, total: number) =>
    `${standard}: ${number(reported)} of ${number(total)} items reported`,
  statuses: { computed: 'computed', given: 'given', 'not-reported': 'not reported' },
  headings: { item: 'Item', asks: 'What it asks for', status: 'Status', text: 'What is reported' },
  tool: (text: string) => `The tool adds: ${text}`,
} as const;

/** What each item asks for, in our words, by id. */
export const REPORTING_TITLES: Readonly<Record<string, string>> = {
  'epoc-point-in-time': 'The change happened at a clearly defined time',
  'epoc-three-points': 'At least three points before and three after',
  'epoc-1': 'Nothing else changed then: other changes and services at the same time',
  'epoc-2': 'The shape of the expected change was fixed before the data were seen',
  'epoc-3': 'The change is unlikely to have altered how data were collected or coded',
  'epoc-4': 'The outcome is objective, or was assessed without knowing who was treated',
  'epoc-5': 'Incomplete data were dealt with',
  'epoc-6': 'Nothing was reported selectively',
  'epoc-7': 'Other risks: seasons, a short time before, autocorrelation',
  'record-1.1': 'Type of data, and names of the databases',
  'record-1.2': 'Region and time',
  'record-1.3': 'Linkage of databases, if there was any',
  'record-6.1': 'How the population was selected: codes and rules',
  'record-6.2': 'Whether those codes were validated',
  'record-6.3': 'The linkage, step by step, if there was any',
  'record-7.1': 'Full code lists of exposure, outcome and confounders',
  'record-12.1': 'Access of the authors to the database',
  'record-12.2': 'How data were cleaned',
  'record-12.3': 'Whether data of persons or institutions were linked, and how',
  'record-13.1': 'How many records went in, and which were left out',
  'record-19.1': 'What it means that the data were not made for this: coding, missing data, changing eligibility',
  'record-22.1': 'Where protocol, data and program can be had',
  'squire-5': 'Rationale: why the intervention was expected to work',
  'squire-7': 'Context: what mattered about the place',
  'squire-8': 'The intervention, so that others can repeat it, and the team',
  'squire-9': 'How the intervention was studied',
  'squire-10': 'Measures, with their definitions and why they were chosen',
  'squire-10b': 'How the context was followed: what helped or hindered on the way',
  'squire-10c': 'How complete and accurate the data are',
  'squire-11a': 'Methods used to draw inferences',
  'squire-11b': 'Methods for understanding variation, time among them',
  'squire-12': 'Ethics, and competing interests',
  'squire-15e': 'Costs and trade-offs',
  'squire-16': 'Limitations',
  'squire-18': 'Funding',
  'tidier-1': 'Name of the intervention',
  'tidier-2': 'Why: its rationale',
  'tidier-3': 'What: materials',
  'tidier-4': 'What: procedures',
  'tidier-5': 'Who provided it',
  'tidier-6': 'How it was delivered',
  'tidier-7': 'Where',
  'tidier-8': 'When, and how much',
  'tidier-9': 'Tailoring to persons',
  'tidier-10': 'Modifications on the way',
  'tidier-11': 'How well: what was planned to keep it true',
  'tidier-12': 'How well: what was actually delivered',
};

const washoutText = (slots: Slots): string => {
  const quarters = texts(slots, 'washout');
  return quarters.length === 0 ? '' : ` Left out while it was under way: ${listed(quarters)}.`;
};

function autocorrelationText(slots: Slots): string {
  const statistic = maybe(slots, 'durbinWatson');
  const ljungBox = maybe(slots, 'ljungBoxP');
  const tests = [
    ...(statistic === null ? [] : [`Durbin–Watson ${number(statistic, 2)}${pIn(slots, 'durbinWatsonP')}`]),
    ...(ljungBox === null ? [] : [`Ljung–Box ${pText(ljungBox)}`]),
  ];
  if (tests.length === 0) return 'Autocorrelation could not be tested.';
  return `Autocorrelation of ${str(slots, 'area')} around its least-squares fit: ${tests.join(', ')}.`;
}

const pIn = (slots: Slots, name: string): string => {
  const p = maybe(slots, name);
  return p === null ? '' : ` (${pText(p)})`;
};

function completenessText(slots: Slots): string {
  const missing = texts(slots, 'missing');
  const zeros = num(slots, 'zeros');
  const held = `${plural(num(slots, 'quarters'), 'quarter')} with a value${slots.both === true ? ' of both areas' : ''}`;
  const gaps =
    missing.length === 0
      ? 'none missing'
      : `missing: ${listed(missing)}; left out, the others keep their place in time, and nothing is filled in`;
  const people =
    slots.rates === true
      ? 'List sizes are held for every quarter.'
      : 'List sizes are not held for every quarter: counts are used.';
  const none = zeros === 0 ? '' : ` ${plural(zeros, 'quarter')} without any event.`;
  return `${held}, ${gaps}.${washoutText(slots)} ${people}${none}`;
}

const SEASONS: Readonly<Record<string, string>> = {
  shared: 'Seasons that practice and comparator share drop out of the primary model.',
  indicators: 'Seasons: indicators of the quarter of the year are in the model.',
  none: 'Seasons are in no model here.',
};

/** What the tool says of an item by itself, by the fact that it knows. */
const REPORTING_FACTS: Readonly<Record<string, (slots: Slots) => string>> = {
  'point-in-time': (slots) => {
    const second = slots.second === null ? '' : ` A second change: ${str(slots, 'second')}.`;
    return `${str(slots, 'intervention')} is the first quarter after the change.${second}${washoutText(slots)}`;
  },
  points: (slots) =>
    `${number(num(slots, 'before'))} quarters before and ${number(num(slots, 'after'))} after: the criterion is ${slots.met === true ? 'met' : 'not met'}.`,
  plan: (slots) => {
    const departures = num(slots, 'departures');
    const date =
      slots.date === null
        ? 'It gives no date.'
        : `It is dated ${str(slots, 'date')}: that is what its author wrote, and no proof of when it was made.`;
    const kept =
      departures === 0 ? 'none departed from' : `${number(departures)} departed from (named among the cautions)`;
    return `A plan, ${str(slots, 'path')} (SHA-256 ${str(slots, 'sha256')}), fixes ${plural(num(slots, 'items'), 'choice')}; ${kept}. ${date}`;
  },
  'objective-outcome': (slots) =>
    `The outcome is a count from records (${measureName(str(slots, 'measure'))}), not a judgement. Whether recording changed is item epoc-3.`,
  'incomplete-data': completenessText,
  'everything-printed': (slots) => {
    const others = texts(slots, 'others');
    const failed = num(slots, 'notFitted');
    const outcome = `Outcome: ${measureName(str(slots, 'measure'))}${others.length === 0 ? ', the only one in the files' : `; also in the files, and not evaluated here: ${listed(others.map(measureName))}`}.`;
    const curve =
      num(slots, 'specifications') > 0 ? ` and ${plural(num(slots, 'specifications'), 'specification')}` : '';
    const not = failed === 0 ? '' : ` ${plural(failed, 'model')} could not be fitted, each named.`;
    return `${outcome} Every result of this run is printed: ${plural(num(slots, 'models'), 'model')}${curve}.${not} Other runs are not known to it.`;
  },
  'other-risks': (slots) =>
    `${SEASONS[str(slots, 'seasons')] ?? ''} ${plural(num(slots, 'before'), 'quarter')} before the change${slots.year === true ? '' : ', less than a year'}. ${autocorrelationText(slots)}`,
  'data-sources': (slots) =>
    `Totals by area and quarter, no records of persons, from ${plural(texts(slots, 'files').length, 'file')}. Source as the notes beside them say: ${texts(slots, 'sources').join(' ')}`,
  'places-and-times': (slots) =>
    `${str(slots, 'practice')}${slots.comparator === null ? '' : ` beside ${str(slots, 'comparator')}`}, ${str(slots, 'from')} to ${str(slots, 'to')}, by quarter.`,
  cleaning: (slots) => {
    const remarks = num(slots, 'remarks');
    const said =
      remarks === 0
        ? 'Nothing was assumed, corrected or left out in reading.'
        : `${plural(remarks, 'remark')} on what was assumed or left out in reading ${remarks === 1 ? 'stands' : 'stand'} among the cautions.`;
    return `${said} Values are used as they stand in the files: none is trimmed or filled in.`;
  },
  joining: (slots) =>
    num(slots, 'files') > 1
      ? `${number(num(slots, 'files'))} files of totals, joined on area and period; no data of persons were linked here.`
      : 'One file of totals; nothing was linked here.',
  rows: (slots) => {
    const excluded = maybe(slots, 'excluded');
    const peers = excluded === null ? '' : ` Areas left out of the placebo test: ${number(excluded)}, each named.`;
    return `${plural(num(slots, 'rows'), 'row')} read from ${plural(num(slots, 'files'), 'file')}; ${plural(num(slots, 'quarters'), 'quarter')} analysed, ${str(slots, 'from')} to ${str(slots, 'to')}; ${number(num(slots, 'missing'))} missing, ${number(num(slots, 'washout'))} left out as washout.${peers}`;
  },
  reproducible: (slots) => {
    const files = num(slots, 'files');
    const plan = slots.plan === null ? '' : ` Plan: ${str(slots, 'plan')}.`;
    return `quarterline ${str(slots, 'version')}; command: ${str(slots, 'command')}. SHA-256 of ${files === 1 ? 'the input file' : `each of ${number(files)} input files`} under “Where the numbers come from”.${plan}`;
  },
  inference: (slots) => {
    const parts = [
      ...(slots.controlled === true ? ['a conditional quasi-binomial controlled interrupted series'] : []),
      ...(slots.segmented === true ? ['segmented regression of each area'] : []),
      'straight-line trends',
    ];
    return `${capital(listed(parts))}, with 95% intervals and two-sided P values; see the method statement.`;
  },
  variation: (slots) => {
    const areas = texts(slots, 'charts');
    const signals = Array.isArray(slots.signals) ? slots.signals.map(Number) : [];
    const charts =
      areas.length === 0
        ? 'Time is in every model; run charts are made by runchart and report.'
        : `Run charts: ${listed(areas.map((area, i) => `${area} (${plural(signals[i] ?? 0, 'signal')})`))}. Time is in every model.`;
    return slots.area === null ? charts : `${charts} ${autocorrelationText(slots)}`;
  },
  completeness: completenessText,
};

/** What the tool says of an item, from the fact that it knows; null where it knows none. */
export function reportedText({
  fact,
  slots,
}: {
  readonly fact: string | null;
  readonly slots: Slots | null;
}): string | null {
  const make = fact === null ? undefined : REPORTING_FACTS[fact];
  return make && slots ? make(slots) : null;
}

export const reportingFindings: FindingTexts = {
  'reporting.no-answers': (slots) =>
    `${str(slots, 'path')} holds no answers. Write one behind each item, for example epoc-1: No other service changed in that year.`,
  'evaluate.reporting': (slots) => {
    const total = num(slots, 'total');
    const [computed, given] = [num(slots, 'computed'), num(slots, 'given')];
    const numbers = (name: string) => {
      const value = slots[name];
      return Array.isArray(value) ? value.map(Number) : [];
    };
    const [reported, totals] = [numbers('reported'), numbers('totals')];
    const each = texts(slots, 'standards').map((name, i) => `${name} ${reported[i]} of ${totals[i]}`);
    const rest = total - computed - given;
    const where = slots.checklist === null ? '--checklist FILE' : str(slots, 'checklist');
    const open =
      rest === 0
        ? ''
        : ` ${number(rest)} ${rest === 1 ? 'is' : 'are'} not reported: only the authors know them, and ${slots.checklist === null ? `${where} takes their answers` : `${where} is the place for their answers`}.`;
    return `Of ${number(total)} items that reporting standards ask for, ${number(computed + given)} are reported (${listed(each)}): ${number(computed)} by the tool, ${number(given)} by the authors.${open} Item by item they stand in the page and the folder that -o writes, and in the JSON document.`;
  },
};

export const reportingProblems: ProblemTexts = {
  'reporting.unknown-item': (slots) => ({
    found: `"${str(slots, 'key')}" is no item of the reporting standards`,
    expected:
      texts(slots, 'near').length > 0 ? listed(texts(slots, 'near'), 'or') : 'an id such as epoc-1 or squire-16',
    remedy: 'The ids stand in docs/reporting.md and under result.reporting in the JSON document.',
  }),
  'reporting.not-text': (slots) => ({
    found: `${str(slots, 'key')} is not an answer`,
    expected: `a text, or a list of texts, of at most ${number(num(slots, 'longest'))} characters`,
    remedy: 'Write it behind a colon and a space, or as an indented block after a |.',
  }),
  'reporting.shape': () => ({
    found: 'this is no checklist',
    expected: 'item ids with answers, one a line',
    remedy: 'For example epoc-1: No other service changed in that year. The ids stand in docs/reporting.md.',
  }),
};
