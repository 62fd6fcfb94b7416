import { table } from '../../table.ts';
import { magnitude, number, percent, pounds } from './format.ts';

/** How a measure is spoken of, by its name; any other name is used as it stands. */
const MEASURE_NAMES: Readonly<Record<string, string>> = table<string>({
  admissions: 'emergency admissions',
  cost: 'cost of emergency admissions',
  list_size: 'list size',
  bed_days: 'emergency bed days',
  attendances: 'attendances',
});

export function measureName(measure: string): string {
  return MEASURE_NAMES[measure] ?? measure.replaceAll('_', ' ');
}

/** First letter in upper case, for the start of a sentence. */
export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** A value with its unit: pounds for money, a plain number otherwise. */
export function amount(value: number | null, unit: string, decimals = 0): string {
  return unit === 'GBP' ? pounds(value) : number(value, decimals);
}

/** `fell by 8.6%`, `rose by 19.0%`, `did not change`. */
export function moved(percentChange: number, decimals = 1): string {
  const size = magnitude(percentChange, decimals);
  return isNone(size) ? 'did not change' : `${percentChange < 0 ? 'fell' : 'rose'} by ${size}`;
}

/** `22.9% lower`, `4.0% higher`, `the same`. */
export function lowerOrHigher(percentChange: number, decimals = 1): string {
  const size = magnitude(percentChange, decimals);
  return isNone(size) ? 'the same' : `${size} ${percentChange < 0 ? 'lower' : 'higher'}`;
}

/** A straight line's change from its first value to its last: `−14.0%`. One that ends below nought has no percentage of a count. */
export function lineChange(percentChange: number | null): string {
  return percentChange !== null && percentChange < -100 ? 'ends below 0' : percent(percentChange);
}

/** `22.9% lower than`, `4.0% higher than`, `the same as`: what follows is `if ...` or a name. */
export function lowerOrHigherThan(percentChange: number, decimals = 1): string {
  const words = lowerOrHigher(percentChange, decimals);
  return isNone(words) ? `${words} as` : `${words} than`;
}

/** `855 fewer`, `12 more`, `no difference`; fewer than expected is above zero. */
export function fewerOrMore(avoided: number): string {
  const size = number(Math.abs(avoided));
  return isNone(size) ? 'no difference' : `${size} ${avoided > 0 ? 'fewer' : 'more'}`;
}

/** `666 to 1,055 fewer`, `12 more to 30 fewer`. */
export function fewerRange(lower: number, upper: number): string {
  const [low, high] = [fewerOrMore(lower), fewerOrMore(upper)];
  if (low === high) return low;
  if (lower >= 0) return `${number(lower)} to ${number(upper)} fewer`;
  if (upper <= 0) return `${number(-upper)} to ${number(-lower)} more`;
  return `${low} to ${high}`;
}

/** Whether a number as it is printed is nought. */
const isNone = (size: string): boolean => !/[1-9]/.test(size);

/** An interval of percentage changes in words: `between 18.8% and 26.8% lower`, `from 3.0% lower to 5.2% higher`. */
export function betweenPercent(lower: number, upper: number, decimals = 1): string {
  const size = (value: number) => magnitude(value, decimals);
  const [low, high] = [lowerOrHigher(lower, decimals), lowerOrHigher(upper, decimals)];
  if (low === high) return low;
  if (upper <= 0) return `between ${size(upper)} and ${size(lower)} lower`;
  if (lower >= 0) return `between ${size(lower)} and ${size(upper)} higher`;
  return `from ${low} to ${high}`;
}
