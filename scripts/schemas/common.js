import { exactly, list, numeric, oneOf, orNull, part, shape, text, whole, yesNo } from './words.js';

export const UNITS = ['count', 'GBP', 'people', 'days', 'number'];
export const DIRECTIONS = ['lower', 'higher', 'neither'];
export const FREQUENCIES = ['event', 'day', 'month', 'quarter', 'year', 'calendar-year'];

const names = (description) => list({ type: 'string' }, description);
const maybeText = (description) => orNull(text(description));

const SLOTS = {
  type: 'object',
  description: 'What fills the sentence: names and numbers, by slot.',
  additionalProperties: {
    anyOf: [
      { type: ['string', 'number', 'boolean', 'null'] },
      { type: 'array', items: { type: 'string' } },
      { type: 'array', items: { type: 'number' } },
    ],
  },
};

const FINDING = {
  id: {
    type: 'string',
    pattern: '^[a-z][a-z-]*\\.[a-z0-9-]+$',
    description: 'Names the sentence; stays the same when its wording changes.',
  },
  kind: oneOf(
    ['finding', 'caution', 'problem'],
    'finding: what the data show. caution: what to bear in mind, or what was assumed. problem: what could not be done.',
  ),
  slots: part('slots'),
};

/** Every option as resolved. New ones may come, so others are allowed. */
const SETTINGS = {
  files: names('Input files, as they were named; - is standard input.'),
  columns: {
    type: 'object',
    additionalProperties: { type: 'string' },
    description: '--columns: the heading for each role that was named.',
  },
  measure: maybeText('--measure; null: as recognised.'),
  quarters: orNull(oneOf(['financial', 'calendar']), '--quarters: what 2013Q1 means; null: not said.'),
  order: oneOf(['time', 'event'], '--order.'),
  by: orNull(exactly('quarter'), '--by; null: by the periods of the files.'),
  better: orNull(oneOf(DIRECTIONS), '--better; null: as the measure says (admissions and cost: lower).'),
  practice: names('--practice, once for each.'),
  comparator: names('--comparator, once for each; "rest" is all other areas.'),
  comparatorIncludesPractice: yesNo('--comparator-includes-practice.'),
  baseline: maybeText('--baseline as typed; null: the first complete financial year.'),
  followUp: maybeText('--follow-up as typed; null: the last complete financial year.'),
  from: maybeText('--from as typed.'),
  to: maybeText('--to as typed.'),
  intervention: maybeText('--intervention as typed: the first period after the change.'),
  likeForLike: yesNo('--like-for-like.'),
  peerGroups: list(
    shape({ name: text('The name given.'), areas: names('Its areas, as they were named.') }),
    '--peer-group, once for each.',
  ),
  secondIntervention: maybeText('--second-intervention as typed.'),
  washout: maybeText('--washout as typed: left out.'),
  seasons: oneOf(['auto', 'none', 'quarters'], '--seasons.'),
  lag: orNull(whole('--lag of Newey and West; null: their rule of thumb.')),
  published: maybeText('--published: a file of published trends.'),
  plan: maybeText('--plan: a file.'),
  checklist: maybeText('--checklist: a file of answers to the reporting standards.'),
  rScript: maybeText('--r-script: the file that it was written to.'),
  listSize: list({ type: 'number' }, '--list-size: people on the list, one for each line of the table.'),
  rate: numeric('--rate: admissions per 1,000 people a year.'),
  quartersBefore: whole('--quarters-before.'),
  quartersAfter: whole('--quarters-after.'),
  dispersion: orNull(numeric('--dispersion: 1 is no more variation than chance; null: as the quarters show it.')),
  autocorrelation: numeric('--autocorrelation of neighbouring quarters.'),
  comparatorSize: orNull(numeric('--comparator-size: people in the comparator; null: none.')),
  comparatorSizeAfter: orNull(
    numeric('--comparator-size-after: people in it in the later of two years; null: as many.'),
  ),
  power: numeric('--power: chance of finding the change, 0 to 1.'),
  alpha: numeric('--alpha: two-sided level of the test, 0 to 1.'),
  change: orNull(numeric('--change: a percent change whose power is asked for; null: none.')),
  sigma: orNull(numeric('--sigma: standard deviation of the admissions of a quarter about a line; null: no lines.')),
  runs: whole('--runs: simulated series; 0: none.'),
  seed: whole('--seed of the random numbers.'),
  deflator: text('--deflator: gdp, none, or a file.'),
  priceYear: maybeText('--price-year as typed; null: the year of the follow-up.'),
  rules: text('--rules: a rule set of run charts, or of control charts for spc.'),
  runsLimits: oneOf(['exact', 'printed'], '--runs-limits.'),
  chart: text('--chart: a control chart, auto, or run.'),
  phases: names('--phases, each as typed: first periods of new phases.'),
  screenMovingRanges: orNull(yesNo('--screen-moving-ranges; null: as the rule set does.')),
  runLength: orNull(whole('--run-length: points of a shift and of a trend; null: as the rule set says.', 1)),
  signalsOnly: yesNo('--signals-only: only areas with a signal are listed.'),
  signal: maybeText('--signal: only areas with a signal of this rule are listed.'),
  ruleSet: maybeText('The rule set that rules explains; null: all are listed.'),
  suggestPhases: yesNo('--suggest-phases.'),
  spc: maybeText('--spc: the rule set of the control charts in a report; null: it has none.'),
  freeze: maybeText('--freeze as typed: the last period of the baseline of the median or the limits.'),
  exclude: names('--exclude, each as typed.'),
  target: {
    type: ['number', 'string', 'null'],
    description: '--target, in the unit of the chart; or the heading or measure that holds one a period.',
  },
  annotate: maybeText('--annotate: a file.'),
  denominator: maybeText('--denominator: a measure.'),
  per: orNull({
    type: 'number',
    exclusiveMinimum: 0,
    description: '--per: rates are per this many; null: 1,000 where the denominator is people, else 1.',
  }),
  show: oneOf(['summary', 'table'], '--show.'),
  format: oneOf(['text', 'json', 'csv', 'markdown'], '--format.'),
  output: maybeText('-o: the file or folder written; null: the screen.'),
  force: yesNo('--force.'),
  bom: yesNo('--bom.'),
  failOnSignal: yesNo('--fail-on-signal.'),
  palette: oneOf(['quarterline', 'mdc'], '--palette.'),
};

/** Definitions that every document shares. */
export const COMMON = {
  input: shape(
    {
      path: text('As it was named; - is standard input.'),
      sha256: { type: 'string', pattern: '^[0-9a-f]{64}$', description: 'SHA-256 of the bytes of the file.' },
      rows: whole('Rows below the headings.'),
      encoding: text('How its bytes were read: utf-8, utf-16le, windows-1252 ...'),
      notes: names('Notes from NAME.meta.yaml beside it. They belong on everything made from the file.'),
      licence: maybeText('Licence line from the same file.'),
      source: maybeText('Source from the same file.'),
    },
    'A file that was read.',
  ),
  slots: SLOTS,
  finding: shape({ ...FINDING, text: text('The sentence, in English.') }),
  settings: {
    type: 'object',
    description: 'Every option as resolved, defaults included. Periods stand as they were typed.',
    required: Object.keys(SETTINGS),
    properties: SETTINGS,
  },
};

/** A finding inside a result: without its sentence. */
export const BARE_FINDING = shape(FINDING, 'A finding without its sentence, which stands under findings.');

/** What an interval is, everywhere. */
export const INTERVAL = shape(
  {
    estimate: orNull(numeric('On the natural scale: a ratio as a ratio, money in pounds. null: cannot be computed.')),
    lower: orNull(numeric('Lower limit on the natural scale; null: unknown, or without bound.')),
    upper: orNull(numeric('Upper limit on the natural scale; null: unknown, or without bound.')),
    confidence: {
      type: 'number',
      exclusiveMinimum: 0,
      exclusiveMaximum: 1,
      description: 'Confidence of the interval, 0.95.',
    },
    se: orNull(numeric('Standard error on the scale named; null for exact intervals.')),
    df: orNull(numeric('Degrees of freedom of the t distribution; null: normal or exact.')),
    p: orNull({ type: 'number', minimum: 0, maximum: 1, description: 'Two-sided P value against no change.' }),
    method: text('Names the estimator and the kind of interval.'),
    scale: oneOf(['identity', 'log', 'logit'], 'The scale of se.'),
    dispersion: orNull(numeric('Dispersion allowed for (1: none); null where the idea does not apply.')),
  },
  'An estimate with its interval.',
);

/** One JSON document: the same envelope for every command. */
export function documentOf(command, title, result, definitions) {
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    $id: `urn:quarterline:schema:1:${command}`,
    title,
    description: 'Numbers are unrounded. Percentages are percentages: -14.0, not -0.14. What is missing is null.',
    ...shape({
      schemaVersion: exactly(1, 'Rises when a field is renamed, removed or changes its meaning.'),
      command: exactly(command),
      version: text('The version of quarterline that wrote this.'),
      inputs: list(part('input'), 'The files, in the order in which they were named.'),
      settings: part('settings'),
      result,
      findings: list(
        part('finding'),
        'What was found, what to bear in mind and what could not be done, each in a sentence.',
      ),
    }),
    $defs: { ...COMMON, ...definitions },
  };
}
