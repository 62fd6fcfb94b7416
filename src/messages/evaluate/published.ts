import { table } from '../../table.ts';
import type { ProblemSentences, Sentences } from '../types.ts';
import { listed, magnitude, number, percent, plural, possessive, signed } from '../words/format.ts';
import { measureName } from '../words/measures.ts';
import type { PublishedFindings, PublishedProblems, SpokenReading } from './files-catalogue.ts';

/** How a reading of a percentage is spoken of. */
export const READING = {
  kind: {
    years: (from: string, to: string) => `from ${from} to ${to}`,
    fitted: (from: string, to: string) => `the line fitted from ${from} to ${to}`,
  } satisfies Record<SpokenReading['kind'], (from: string, to: string) => string>,
  form: {
    change: '',
    points: 'percentage points less than the other area',
    ratio: 'ratio to the other area',
  } satisfies Record<SpokenReading['form'], string>,
  basis: {
    counts: 'counts',
    rates: 'per person on the list',
    nominal: 'prices of each year',
    real: 'real terms',
  } satisfies Record<SpokenReading['basis'], string>,
} as const;

interface Reading extends SpokenReading {
  readonly from: string;
  readonly to: string;
  /** Quarters of a line; 0 for years. */
  readonly quarters: number;
  readonly percent: number;
}

function readingsIn(slots: PublishedFindings['evaluate.published-percent']): readonly Reading[] {
  const { readingForms, readingBases, readingFroms, readingTos, readingQuarters, readingPercents } = slots;
  return slots.readingKinds.map((kind, i) => ({
    kind,
    form: readingForms[i] ?? 'change',
    basis: readingBases[i] ?? 'counts',
    from: readingFroms[i] ?? '',
    to: readingTos[i] ?? '',
    quarters: readingQuarters[i] ?? 0,
    percent: readingPercents[i] ?? 0,
  }));
}

/** `from 2013/14 to 2016/17 (counts: −8.6%)`. */
function readingText({ kind, form, basis, from, to, quarters, percent: value }: Reading): string {
  const where = READING.kind[kind](from, to);
  const parts = [quarters > 0 ? plural(quarters, 'quarter') : '', READING.form[form], READING.basis[basis]];
  const how = parts.filter((part) => part !== '').join(', ');
  return `${where} (${how}: ${percent(value)})`;
}

function agreementText(slots: PublishedFindings['evaluate.published-percent']): string {
  const [total, agreeing] = [slots.total, slots.agreeing];
  const named = readingsIn(slots).map(readingText);
  if (total === 0) return 'The data hold no two years and no line to compare it with.';
  if (agreeing === 0)
    return `None of ${plural(total, 'way')} to compute it from these data prints the same; the nearest is ${named[0] ?? ''}.`;
  const more =
    agreeing > named.length ? `${named.join(', ')} and ${number(agreeing - named.length)} more` : listed(named);
  return `${number(agreeing)} of ${plural(total, 'way')} to compute it from these data ${agreeing === 1 ? 'prints' : 'print'} the same: ${more}.`;
}

/** What was published, beside the data. */
export const publishedFindings: Sentences<PublishedFindings> = {
  'evaluate.published': (slots) => {
    const { agreeing, quarters: stated, own } = slots;
    const [least, most] = [Math.min(...agreeing), Math.max(...agreeing)];
    const with_ =
      agreeing.length === 0
        ? 'do not agree with each other for any number of quarters from 5 to 60'
        : `agree with each other if the line rests on ${least === most ? number(least) : `${number(least)} to ${number(most)}`} quarters`;
    const said =
      stated === null
        ? ''
        : `, ${agreeing.includes(stated) ? 'as with' : 'not on'} the ${number(stated)} that are stated`;
    const data =
      own === null
        ? ''
        : ` In these data the slope over ${number(slots.n)} quarters is ${signed(own, 1)} (${signed(slots.ownLower, 1)} to ${signed(slots.ownUpper, 1)}), ${slots.within ? 'inside' : 'outside'} the published interval.`;
    return `Published for ${slots.area}: slope ${signed(slots.slope, 1)} a quarter (${signed(slots.lower, 1)} to ${signed(slots.upper, 1)}), P ${slots.bound ? '<' : '='} ${slots.p}. Slope, interval and P ${with_}${said}.${data}`;
  },
  'evaluate.percent-unread': (slots) =>
    `Published for ${slots.area}: ${signed(slots.percent, slots.decimals)}% (${measureName(slots.measure)}). These data do not hold that measure of both areas, so it is held against nothing: add the file that has it.`,
  'evaluate.published-percent': (slots) => {
    const [low, high] = [slots.yearsMin, slots.yearsMax];
    const { theirArea, implied } = slots;
    const [theirs] = slots.theirsPercents;
    const [basis] = slots.theirsBases;
    const [rolling, rollingAgreeing] = [slots.rolling, slots.rollingAgreeing];
    const claim = `Published for ${slots.area}: ${signed(slots.percent, slots.decimals)}% (${measureName(slots.measure)}${slots.relative ? ', relative to the other area' : ''}).`;
    const years =
      low === null || high === null
        ? ''
        : ` From one financial year to another it is ${percent(low)} to ${percent(high)}${rolling === 0 ? '' : `; of ${number(rolling)} other pairs of four quarters ${rollingAgreeing === 0 ? 'none prints' : `${number(rollingAgreeing)} print`} the same`}.`;
    const own = !slots.hasSlope
      ? ''
      : implied.length === 0
        ? ' With the slope it would need a line that begins at another level than these data have.'
        : ` With the slope it fits a line over ${listed(implied.map((n) => number(n)))} quarters that begins at the level of these data.`;
    const owner =
      theirs === undefined || basis === undefined || theirArea === null
        ? ''
        : ` ${possessive(theirArea)} own ${magnitude(theirs)} from ${slots.theirsFroms[0]} to ${slots.theirsTos[0]} (${READING.basis[basis]}) prints as the same size: ask whose figure it is.`;
    return `${claim} ${agreementText(slots)}${years}${own}${owner}`;
  },
};

/** What each part of an entry looks like. */
const PARTS: Readonly<Record<string, string>> = table<string>({
  area: 'the name of the practice or of the comparator',
  slope: 'a number with at most 10 decimals, inside its interval',
  lower: 'a number with at most 10 decimals',
  upper: 'a number with at most 10 decimals, above lower',
  p: 'a number from 0 to 1 with at most 10 decimals, or a bound such as "<0.001"',
  quarters: 'a whole number from 5 to 60, the numbers of quarters that are tried',
  decimals: 'a whole number from 0 to 10',
  percent: 'a number, or "-14.0%", with at most 10 decimals and up to a million',
  measure: 'the name of a measure',
  relative: 'true or false',
});

/** Why what was published cannot be read. */
export const publishedProblems: ProblemSentences<PublishedProblems> = {
  'evaluate.published-shape': (slots) => ({
    found: `entry ${slots.entry} has no usable ${slots.key}${slots.text === null ? '' : ` (“${slots.text}”)`}`,
    expected: PARTS[slots.key] ?? 'another value',
    remedy:
      'An entry has area with slope, lower, upper and p, or with percent, or with all of them. Write numbers with a point and their signs.',
  }),
  'evaluate.published-key': (slots) => ({
    found: `entry ${slots.entry} has “${slots.key}”, which nothing is known about`,
    expected: listed(Object.keys(PARTS), 'or'),
    remedy: slots.near.length > 0 ? `Did you mean ${listed(slots.near, 'or')}?` : 'Leave it out.',
  }),
  'evaluate.published-alone': (slots) => ({
    found: `entry ${slots.entry} has ${slots.key} without ${listed(slots.needs)}`,
    remedy: 'Add what it belongs to, or leave it out.',
  }),
  'evaluate.published-entry': (slots) => ({
    found: slots.text === null ? `entry ${slots.entry} is empty` : `entry ${slots.entry} is “${slots.text}”`,
    expected: 'names and values, for example area: Frome and percent: -14.0',
    remedy: 'Begin each entry with a hyphen, and write one line for each of its values.',
  }),
  'evaluate.published-none': () => ({
    found: 'nothing is published here',
    expected: 'a list of entries, for example - {area: Frome, percent: -14.0}',
    remedy: 'Add what was printed, or leave --published out.',
  }),
  'evaluate.published-many': (slots) => ({
    found: `there are ${number(slots.entries)} entries`,
    expected: `at most ${number(slots.most)}`,
    remedy: 'Keep those that are to be checked, or make several files of them.',
  }),
};
