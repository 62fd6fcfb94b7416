import { table } from '../../table.ts';
import type { ProblemSentences, Sentences } from '../types.ts';
import { listed, number, plural, pText } from '../words/format.ts';
import { capital, measureName } from '../words/measures.ts';
import type { FactSlots, ReportingFindings, ReportingProblems, ResidualSlots } from './files-catalogue.ts';

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
export const REPORTING_TITLES: Readonly<Record<string, string>> = table<string>({
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
});

const washoutText = (quarters: readonly string[]): string => {
  return quarters.length === 0 ? '' : ` Left out while it was under way: ${listed(quarters)}.`;
};

function autocorrelationText({
  area,
  durbinWatson: statistic,
  durbinWatsonP,
  ljungBoxP: ljungBox,
}: ResidualSlots): string {
  const tests = [
    ...(statistic === null ? [] : [`Durbin–Watson ${number(statistic, 2)}${pIn(durbinWatsonP)}`]),
    ...(ljungBox === null ? [] : [`Ljung–Box ${pText(ljungBox)}`]),
  ];
  if (tests.length === 0) return 'Autocorrelation could not be tested.';
  return `Autocorrelation of ${area} around its least-squares fit: ${tests.join(', ')}.`;
}

const pIn = (p: number | null): string => (p === null ? '' : ` (${pText(p)})`);

function completenessText(slots: FactSlots['completeness']): string {
  const { missing, zeros } = slots;
  const held = `${plural(slots.quarters, 'quarter')} with a value${slots.both ? ' of both areas' : ''}`;
  const gaps =
    missing.length === 0
      ? 'none missing'
      : `missing: ${listed(missing)}; left out, the others keep their place in time, and nothing is filled in`;
  const people = slots.rates
    ? 'List sizes are held for every quarter.'
    : 'List sizes are not held for every quarter: counts are used.';
  const none = zeros === 0 ? '' : ` ${plural(zeros, 'quarter')} without any event.`;
  return `${held}, ${gaps}.${washoutText(slots.washout)} ${people}${none}`;
}

const SEASONS: Readonly<Record<FactSlots['other-risks']['seasons'], string>> = {
  shared: 'Seasons that practice and comparator share drop out of the primary model.',
  indicators: 'Seasons: indicators of the quarter of the year are in the model.',
  none: 'Seasons are in no model here.',
};

/** What the tool says of an item by itself, by the fact that it knows. */
const REPORTING_FACTS: Sentences<FactSlots> = {
  'point-in-time': (slots) => {
    const second = slots.second === null ? '' : ` A second change: ${slots.second}.`;
    return `${slots.intervention} is the first quarter after the change.${second}${washoutText(slots.washout)}`;
  },
  points: (slots) =>
    `${number(slots.before)} quarters before and ${number(slots.after)} after: the criterion is ${slots.met ? 'met' : 'not met'}.`,
  plan: (slots) => {
    const departures = slots.departures;
    const date =
      slots.date === null
        ? 'It gives no date.'
        : `It is dated ${slots.date}: that is what its author wrote, and no proof of when it was made.`;
    const kept =
      departures === 0 ? 'none departed from' : `${number(departures)} departed from (named among the cautions)`;
    return `A plan, ${slots.path} (SHA-256 ${slots.sha256}), fixes ${plural(slots.items, 'choice')}; ${kept}. ${date}`;
  },
  'objective-outcome': (slots) =>
    `The outcome is a count from records (${measureName(slots.measure)}), not a judgement. Whether recording changed is item epoc-3.`,
  'incomplete-data': completenessText,
  'everything-printed': (slots) => {
    const others = slots.others;
    const failed = slots.notFitted;
    const outcome = `Outcome: ${measureName(slots.measure)}${others.length === 0 ? ', the only one in the files' : `; also in the files, and not evaluated here: ${listed(others.map(measureName))}`}.`;
    const curve = slots.specifications > 0 ? ` and ${plural(slots.specifications, 'specification')}` : '';
    const not = failed === 0 ? '' : ` ${plural(failed, 'model')} could not be fitted, each named.`;
    return `${outcome} Every result of this run is printed: ${plural(slots.models, 'model')}${curve}.${not} Other runs are not known to it.`;
  },
  'other-risks': (slots) =>
    `${SEASONS[slots.seasons]} ${plural(slots.before, 'quarter')} before the change${slots.year ? '' : ', less than a year'}. ${autocorrelationText(slots)}`,
  'data-sources': (slots) =>
    `Totals by area and quarter, no records of persons, from ${plural(slots.files.length, 'file')}. Source as the notes beside them say: ${slots.sources.join(' ')}`,
  'places-and-times': (slots) =>
    `${slots.practice}${slots.comparator === null ? '' : ` beside ${slots.comparator}`}, ${slots.from} to ${slots.to}, by quarter.`,
  cleaning: (slots) => {
    const remarks = slots.remarks;
    const said =
      remarks === 0
        ? 'Nothing was assumed, corrected or left out in reading.'
        : `${plural(remarks, 'remark')} on what was assumed or left out in reading ${remarks === 1 ? 'stands' : 'stand'} among the cautions.`;
    return `${said} Values are used as they stand in the files: none is trimmed or filled in.`;
  },
  joining: (slots) =>
    slots.files > 1
      ? `${number(slots.files)} files of totals, joined on area and period; no data of persons were linked here.`
      : 'One file of totals; nothing was linked here.',
  rows: (slots) => {
    const excluded = slots.excluded;
    const peers = excluded === null ? '' : ` Areas left out of the placebo test: ${number(excluded)}, each named.`;
    return `${plural(slots.rows, 'row')} read from ${plural(slots.files, 'file')}; ${plural(slots.quarters, 'quarter')} analysed, ${slots.from} to ${slots.to}; ${number(slots.missing)} missing, ${number(slots.washout)} left out as washout.${peers}`;
  },
  reproducible: (slots) => {
    const files = slots.files;
    const plan = slots.plan === null ? '' : ` Plan: ${slots.plan}.`;
    return `quarterline ${slots.version}; command: ${slots.command}. SHA-256 of ${files === 1 ? 'the input file' : `each of ${number(files)} input files`} under “Where the numbers come from”.${plan}`;
  },
  inference: (slots) => {
    const parts = [
      ...(slots.controlled ? ['a conditional quasi-binomial controlled interrupted series'] : []),
      ...(slots.segmented ? ['segmented regression of each area'] : []),
      'straight-line trends',
    ];
    return `${capital(listed(parts))}, with 95% intervals and two-sided P values; see the method statement.`;
  },
  variation: (slots) => {
    const areas = slots.charts;
    const { signals } = slots;
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
  readonly fact: keyof FactSlots | null;
  readonly slots: object | null;
}): string | null {
  if (fact === null || slots === null) return null;
  return (REPORTING_FACTS[fact] as (slots: object) => string)(slots);
}

export const reportingFindings: Sentences<ReportingFindings> = {
  'reporting.no-answers': (slots) =>
    `${slots.path} holds no answers. Write one behind each item, for example epoc-1: No other service changed in that year.`,
  'evaluate.reporting': (slots) => {
    const total = slots.total;
    const [computed, given] = [slots.computed, slots.given];
    const { reported, totals } = slots;
    const each = slots.standards.map((name, i) => `${name} ${reported[i]} of ${totals[i]}`);
    const rest = total - computed - given;
    const where = slots.checklist === null ? '--checklist FILE' : slots.checklist;
    const open =
      rest === 0
        ? ''
        : ` ${number(rest)} ${rest === 1 ? 'is' : 'are'} not reported: only the authors know them, and ${slots.checklist === null ? `${where} takes their answers` : `${where} is the place for their answers`}.`;
    return `Of ${number(total)} items that reporting standards ask for, ${number(computed + given)} are reported (${listed(each)}): ${number(computed)} by the tool, ${number(given)} by the authors.${open} Item by item they stand in the page and the folder that -o writes, and in the JSON document.`;
  },
};

export const reportingProblems: ProblemSentences<ReportingProblems> = {
  'reporting.unknown-item': (slots) => ({
    found: `"${slots.key}" is no item of the reporting standards`,
    expected: slots.near.length > 0 ? listed(slots.near, 'or') : 'an id such as epoc-1 or squire-16',
    remedy: 'The ids stand in docs/reporting.md and under result.reporting in the JSON document.',
  }),
  'reporting.not-text': (slots) => ({
    found: `${slots.key} is not an answer`,
    expected: `a text, or a list of texts, of at most ${number(slots.longest)} characters`,
    remedy: 'Write it behind a colon and a space, or as an indented block after a |.',
  }),
  'reporting.shape': () => ({
    found: 'this is no checklist',
    expected: 'item ids with answers, one a line',
    remedy: 'For example epoc-1: No other service changed in that year. The ids stand in docs/reporting.md.',
  }),
};
