import type { Slots } from '../types.ts';
import { listed, magnitude, number, percent, plural, possessive, signed } from '../words/format.ts';
import { measureName } from '../words/measures.ts';
import { maybe, num, str, texts } from '../words/slots.ts';
import type { FindingTexts, ProblemTexts } from '../words/texts.ts';

/** How a reading of a percentage is spoken of. */
export const READING = {
  kind: {
    years: (from: string, to: string) => `from ${from} to ${to}`,
    fitted: (from: string, to: string) => `the line fitted from ${from} to ${to}`,
  } as Readonly<Record<string, (from: string, to: string) => string>>,
  form: {
    change: '',
    points: 'percentage points less than the other area',
    ratio: 'ratio to the other area',
  } as Readonly<Record<string, string>>,
  basis: {
    counts: 'counts',
    rates: 'per person on the list',
    nominal: 'prices of each year',
    real: 'real terms',
  } as Readonly<Record<string, string>>,
} as const;

interface SpokenReading {
  readonly kind: string;
  readonly form: string;
  readonly basis: string;
  readonly from: string;
  readonly to: string;
  readonly quarters: number;
  readonly percent: number;
}

function readingsIn(slots: Slots, name: string): readonly SpokenReading[] {
  const numbers = (part: string): readonly number[] => {
    const value = slots[`${name}${part}`];
    return Array.isArray(value) ? value.map(Number) : [];
  };
  const [forms, bases, froms, tos] = ['Forms', 'Bases', 'Froms', 'Tos'].map((part) => texts(slots, `${name}${part}`));
  return texts(slots, `${name}Kinds`).map((kind, i) => ({
    kind,
    form: forms?.[i] ?? '',
    basis: bases?.[i] ?? '',
    from: froms?.[i] ?? '',
    to: tos?.[i] ?? '',
    quarters: numbers('Quarters')[i] ?? 0,
    percent: numbers('Percents')[i] ?? 0,
  }));
}

/** `from 2013/14 to 2016/17 (counts: −8.6%)`. */
function readingText({ kind, form, basis, from, to, quarters, percent: value }: SpokenReading): string {
  const where = READING.kind[kind]?.(from, to) ?? kind;
  const parts = [
    quarters > 0 ? plural(quarters, 'quarter') : '',
    READING.form[form] ?? form,
    READING.basis[basis] ?? basis,
  ];
  const how = parts.filter((part) => part !== '').join(', ');
  return `${where} (${how}: ${percent(value)})`;
}

function agreementText(slots: Slots): string {
  const [total, agreeing] = [num(slots, 'total'), num(slots, 'agreeing')];
  const named = readingsIn(slots, 'reading').map(readingText);
  if (total === 0) return 'The data hold no two years and no line to compare it with.';
  if (agreeing === 0)
    return `None of ${plural(total, 'way')} to compute it from these data prints the same; the nearest is ${named[0] ?? ''}.`;
  const more =
    agreeing > named.length ? `${named.join(', ')} and ${number(agreeing - named.length)} more` : listed(named);
  return `${number(agreeing)} of ${plural(total, 'way')} to compute it from these data ${agreeing === 1 ? 'prints' : 'print'} the same: ${more}.`;
}

/** A published percentage beside the data. */
export const publishedPercentFindings: FindingTexts = {
  'evaluate.percent-unread': (slots) =>
    `Published for ${str(slots, 'area')}: ${signed(num(slots, 'percent'), num(slots, 'decimals'))}% (${measureName(str(slots, 'measure'))}). These data do not hold that measure of both areas, so it is held against nothing: add the file that has it.`,
  'evaluate.published-percent': (slots) => {
    const [low, high] = [maybe(slots, 'yearsMin'), maybe(slots, 'yearsMax')];
    const [theirs] = readingsIn(slots, 'theirs');
    const [rolling, rollingAgreeing] = [num(slots, 'rolling'), num(slots, 'rollingAgreeing')];
    const implied = Array.isArray(slots.implied) ? slots.implied.map(Number) : [];
    const claim = `Published for ${str(slots, 'area')}: ${signed(num(slots, 'percent'), num(slots, 'decimals'))}% (${measureName(str(slots, 'measure'))}${slots.relative === true ? ', relative to the other area' : ''}).`;
    const years =
      low === null || high === null
        ? ''
        : ` From one financial year to another it is ${percent(low)} to ${percent(high)}${rolling === 0 ? '' : `; of ${number(rolling)} other pairs of four quarters ${rollingAgreeing === 0 ? 'none prints' : `${number(rollingAgreeing)} print`} the same`}.`;
    const own =
      slots.hasSlope !== true
        ? ''
        : implied.length === 0
          ? ' With the slope it would need a line that begins at another level than these data have.'
          : ` With the slope it fits a line over ${listed(implied.map((n) => number(n)))} quarters that begins at the level of these data.`;
    const owner = theirs
      ? ` ${possessive(str(slots, 'theirArea'))} own ${magnitude(theirs.percent)} from ${theirs.from} to ${theirs.to} (${READING.basis[theirs.basis] ?? theirs.basis}) prints as the same size: ask whose figure it is.`
      : '';
    return `${claim} ${agreementText(slots)}${years}${own}${owner}`;
  },
};

/** What each part of an entry looks like. */
const PARTS: Readonly<Record<string, string>> = {
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
};

/** Why what was published cannot be read. */
export const publishedProblems: ProblemTexts = {
  'evaluate.published-shape': (slots) => ({
    found: `entry ${num(slots, 'entry')} has no usable ${str(slots, 'key')}${slots.text === null ? '' : ` (“${str(slots, 'text')}”)`}`,
    expected: PARTS[str(slots, 'key')] ?? 'another value',
    remedy:
      'An entry has area with slope, lower, upper and p, or with percent, or with all of them. Write numbers with a point and their signs.',
  }),
  'evaluate.published-key': (slots) => ({
    found: `entry ${num(slots, 'entry')} has “${str(slots, 'key')}”, which nothing is known about`,
    expected: listed(Object.keys(PARTS), 'or'),
    remedy: texts(slots, 'near').length > 0 ? `Did you mean ${listed(texts(slots, 'near'), 'or')}?` : 'Leave it out.',
  }),
  'evaluate.published-alone': (slots) => ({
    found: `entry ${num(slots, 'entry')} has ${str(slots, 'key')} without ${listed(texts(slots, 'needs'))}`,
    remedy: 'Add what it belongs to, or leave it out.',
  }),
  'evaluate.published-entry': (slots) => ({
    found:
      slots.text === null
        ? `entry ${num(slots, 'entry')} is empty`
        : `entry ${num(slots, 'entry')} is “${str(slots, 'text')}”`,
    expected: 'names and values, for example area: Frome and percent: -14.0',
    remedy: 'Begin each entry with a hyphen, and write one line for each of its values.',
  }),
  'evaluate.published-none': () => ({
    found: 'nothing is published here',
    expected: 'a list of entries, for example - {area: Frome, percent: -14.0}',
    remedy: 'Add what was printed, or leave --published out.',
  }),
  'evaluate.published-many': (slots) => ({
    found: `there are ${number(num(slots, 'entries'))} entries`,
    expected: `at most ${number(num(slots, 'most'))}`,
    remedy: 'Keep those that are to be checked, or make several files of them.',
  }),
};
