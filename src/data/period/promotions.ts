import type { Frequency } from '../period.ts';

/** What dates and months stand for, once all of them are seen. */
interface Promotion {
  readonly frequency: Frequency;
  readonly step: number;
  /** Index in the frequency that was read -> index in `frequency`. */
  readonly convert: (index: number) => number;
  /** Findings, in the order in which the assumptions were made. */
  readonly assumptions: readonly Assumption[];
}

/** The finding that says what was made of the periods. */
type Assumption =
  | 'input.first-days-as-months'
  | 'input.last-days-as-months'
  | 'input.days-as-weeks'
  | 'input.months-as-quarters'
  | 'input.months-as-financial-years'
  | 'input.months-as-calendar-years';

interface Rule {
  readonly assumption: Assumption;
  readonly from: Frequency;
  readonly to: Frequency;
  readonly step: number;
  /** `before`: the assumption that made these indices, if one did. */
  readonly fits: (indices: readonly number[], before: Assumption | undefined) => boolean;
  readonly convert: (index: number) => number;
}

const DAY_MS = 86_400_000;
/** Fewer distinct periods than this show no rhythm. */
const ENOUGH = 3;

const dateOf = (day: number): Date => new Date(day * DAY_MS);
const monthOf = (day: number): number => 12 * dateOf(day).getUTCFullYear() + dateOf(day).getUTCMonth();
const isFirst = (day: number): boolean => dateOf(day).getUTCDate() === 1;
const isLast = (day: number): boolean => isFirst(day + 1);

function commonStep(indices: readonly number[]): number {
  const [first = 0] = indices;
  return indices.reduce((step, index) => gcd(step, Math.abs(index - first)), 0);
}

function gcd(a: number, b: number): number {
  return b === 0 ? a : gcd(b, a % b);
}

const every = (step: number, indices: readonly number[]): boolean =>
  indices.length >= ENOUGH && commonStep(indices) === step;

/**
 * Whether a month begins (or ends) a stretch of `length` months that starts `offset` months after January. A first day can
 * only begin one and a last day only end one; a month's name may do either.
 */
function bounds(month: number, length: number, offset: number, before: Assumption | undefined): boolean {
  const place = (((month - offset) % length) + length) % length;
  return (
    (place === 0 && before !== 'input.last-days-as-months') ||
    (place === length - 1 && before !== 'input.first-days-as-months')
  );
}

/** Tried in order; after one fits, the following are tried on what it made. */
const RULES: readonly Rule[] = [
  {
    assumption: 'input.first-days-as-months',
    from: 'day',
    to: 'month',
    step: 1,
    fits: (days) => days.every(isFirst),
    convert: monthOf,
  },
  {
    assumption: 'input.last-days-as-months',
    from: 'day',
    to: 'month',
    step: 1,
    fits: (days) => days.every(isLast),
    convert: monthOf,
  },
  {
    assumption: 'input.days-as-weeks',
    from: 'day',
    to: 'day',
    step: 7,
    fits: (days) => days.length >= ENOUGH && commonStep(days) % 7 === 0,
    convert: (day) => day,
  },
  {
    assumption: 'input.months-as-quarters',
    from: 'month',
    to: 'quarter',
    step: 1,
    fits: (months, before) => every(3, months) && bounds(months[0] ?? 0, 3, 0, before),
    convert: (month) => Math.floor(month / 3),
  },
  {
    assumption: 'input.months-as-financial-years',
    from: 'month',
    to: 'year',
    step: 1,
    fits: (months, before) => every(12, months) && bounds(months[0] ?? 0, 12, 3, before),
    convert: (month) => Math.floor((month - 3) / 12),
  },
  {
    assumption: 'input.months-as-calendar-years',
    from: 'month',
    to: 'calendar-year',
    step: 1,
    fits: (months, before) => every(12, months) && bounds(months[0] ?? 0, 12, 0, before),
    convert: (month) => Math.floor(month / 12),
  },
];

/** Sees months, quarters, weeks and years in dates or months by their rhythm. `indices` are distinct, in any order. */
export function promote(frequency: Frequency, indices: readonly number[]): Promotion {
  let promotion: Promotion = { frequency, step: 1, convert: (index) => index, assumptions: [] };
  for (const rule of RULES) {
    if (promotion.frequency !== rule.from || promotion.step !== 1) continue;
    const { convert, assumptions } = promotion;
    if (!rule.fits([...new Set(indices.map(convert))], assumptions.at(-1))) continue;
    promotion = {
      frequency: rule.to,
      step: rule.step,
      convert: (index) => rule.convert(convert(index)),
      assumptions: [...assumptions, rule.assumption],
    };
  }
  return promotion;
}
