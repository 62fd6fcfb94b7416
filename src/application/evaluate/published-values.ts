/** A number as it was printed: what rounding leaves open stands in its decimals. */
export interface Printed {
  readonly value: number;
  readonly decimals: number;
}

/** No number is printed in more characters; patterns need not look at longer texts. */
const LONGEST = 100;

/** Digits before and behind the point: more than a paper prints, and few enough to be computed with. */
const NUMBER = /^([+-]?)(\d{1,12})?(?:\.(\d{1,10}))?$/;

/**
 * A number with a sign, a point and its decimals; a minus may be a dash, as in print. Null for anything else.
 *
 * @example printedNumber('−14.0') // { value: -14, decimals: 1 }
 */
export function printedNumber(text: string): Printed | null {
  if (text.length > LONGEST) return null;
  const bare = text.trim().replace(/^[−–]\s*/, '-');
  const [, sign = '', whole = '', behind = ''] = NUMBER.exec(bare) ?? [];
  return whole + behind === '' ? null : { value: Number(`${sign}${whole}.${behind}0`), decimals: behind.length };
}

/** The largest percentage that is taken for one. */
const LARGEST_PERCENT = 1e6;

/**
 * A percentage, its sign or not.
 *
 * @example printedPercent('28.5 %') // { value: 28.5, decimals: 1 }
 */
export function printedPercent(text: string): Printed | null {
  const percent = text.length > LONGEST ? null : printedNumber(text.replace(/\s*%\s*$/, ''));
  return percent && Math.abs(percent.value) <= LARGEST_PERCENT ? percent : null;
}

/**
 * P from 0 to 1, or a bound on it.
 *
 * @example printedP('<0.001') // { value: 0.001, decimals: 3, isBound: true }
 */
export function printedP(text: string): (Printed & { readonly isBound: boolean }) | null {
  if (text.length > LONGEST) return null;
  const [, sign = '', digits = ''] = /^\s*([<=]?)\s*([\d.]+)\s*$/.exec(text) ?? [];
  const p = printedNumber(digits);
  const isBound = sign === '<';
  return p && p.value <= 1 && !(isBound && p.value === 0) ? { ...p, isBound } : null;
}

/** A whole number from `least` to `most`; null for anything else. */
export function printedWhole(text: string, least: number, most: number): number | null {
  const value = /^\d{1,4}$/.test(text.trim()) ? Number(text) : Number.NaN;
  return value >= least && value <= most ? value : null;
}
