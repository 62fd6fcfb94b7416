import { table } from '../../table.ts';
import type { MeasureSlots } from '../types.ts';
import { count, listed, number, pounds } from './format.ts';
import { measureName } from './measures.ts';

const PERIOD_NOUNS: Readonly<Record<string, string>> = table<string>({
  event: 'point',
  day: 'day',
  month: 'month',
  quarter: 'quarter',
  year: 'year',
  'calendar-year': 'year',
});

/** `quarter` or `quarters`, `week`, `month`: what the points of a chart are. */
export function periodNoun(frequency: string, step: number, n = 1): string {
  const noun = frequency === 'day' && step === 7 ? 'week' : step === 1 ? (PERIOD_NOUNS[frequency] ?? 'point') : 'point';
  return n === 1 ? noun : `${noun}s`;
}

/** How a denominator is spoken of; any other by its measure's name. */
const DENOMINATORS: Readonly<Record<string, string>> = table<string>({ list_size: 'people on the list' });

/** `emergency admissions`, `emergency admissions per 1,000 people on the list`. */
export function chartedMeasure(measure: string, per: number | null, denominator: string | null): string {
  const name = measureName(measure);
  return per === null || denominator === null
    ? name
    : `${name} per ${per === 1 ? '' : `${number(per)} `}${DENOMINATORS[denominator] ?? measureName(denominator)}`;
}

/** Decimals that show a value to three digits or so; none for whole numbers, one for the halves that medians are. */
export function chartDecimals(value: number): number {
  if (Number.isInteger(value)) return 0;
  if (Number.isInteger(2 * value)) return 1;
  return Math.min(8, Math.max(0, 2 - Math.floor(Math.log10(Math.abs(value)))));
}

/** A value of a chart in words: `741`, `12,973.5`, `£1,581,900`, `0.0597`; with the decimals of the value `like`. */
export function chartValue(value: number | null, unit: string, like: number | null = value): string {
  if (value === null || unit === 'GBP') return pounds(value);
  return number(value, chartDecimals(like ?? value));
}

/** As `chartValue`, short enough for the end of a line: millions of pounds as `£1.36m`. */
export function chartLabel(value: number | null, unit: string, like: number | null = value): string {
  if (value === null || unit !== 'GBP' || Math.abs(value) < 1e6) return chartValue(value, unit, like);
  return `${value < 0 ? '\u2212' : ''}£${number(Math.abs(value) / 1e6, Math.abs(value) < 1e7 ? 2 : 1)}m`;
}

/** As `chartLabel`, to stand beside one of several charts: large counts as `1.58m` or `158k`. */
export function panelLabel(value: number | null, unit: string, like: number | null = value): string {
  if (value === null || unit === 'GBP' || Math.abs(value) < 1e5) return chartLabel(value, unit, like);
  const [size, letter] = Math.abs(value) < 999_500 ? [value / 1e3, 'k'] : [value / 1e6, 'm'];
  return `${number(size, Math.max(0, 2 - Math.floor(Math.log10(Math.abs(size)))))}${letter}`;
}

/** `2013/14 Q1, 2013/14 Q2 and five more`: never a list longer than a line. */
export function somePeriods(periods: readonly string[], most = 4): string {
  if (periods.length <= most) return listed(periods);
  return `${periods.slice(0, most - 1).join(', ')} and ${count(periods.length - most + 1)} more`;
}

/** Slots whose sentence is not typed yet. */
type Untyped = Readonly<Record<string, unknown>>;

/** What the chart of these slots shows: `emergency admissions`. */
export function charted(slots: MeasureSlots | Untyped): string {
  const { measure, per = null, denominator = null } = slots as MeasureSlots;
  return chartedMeasure(measure, per, denominator);
}

/** `eight quarters`. */
export function points(slots: { readonly frequency: string; readonly step: number } | Untyped, n: number): string {
  const { frequency, step } = slots as { readonly frequency: string; readonly step: number };
  return `${count(n)} ${periodNoun(frequency, step, n)}`;
}

/** The closing sentence of a signal that was counted across missing periods; nothing for one that was not. */
export function acrossGaps({ gaps }: { readonly gaps: readonly string[] }): string {
  return gaps.length === 0
    ? ''
    : ` It is counted across ${gaps.length === 1 ? 'a gap' : 'gaps'}: ${somePeriods(gaps)} missing.`;
}

/** `6 to 14`; what a range without its lower or upper end still says. */
export function expected(lower: number | null, upper: number | null): string {
  if (lower !== null && upper !== null) return `${number(lower)} to ${number(upper)}`;
  if (lower !== null) return `at least ${number(lower)}`;
  return upper !== null ? `at most ${number(upper)}` : 'any number';
}
