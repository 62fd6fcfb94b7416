const MINUS = '\u2212';
const EN_DASH = '\u2013';

/** Digits with a comma between thousands. Not `Intl.NumberFormat`: loading it takes a tenth of a short run. */
function grouped(size: number, decimals: number): string {
  const [whole = '', fraction] = size.toFixed(decimals).split('.');
  const thousands = whole.replace(/\B(?=(?:\d{3})+$)/g, ',');
  return fraction === undefined ? thousands : `${thousands}.${fraction}`;
}

/** Larger numbers are not written out: their last digits are rounding, and from 1e21 on they would come as powers of ten. */
const LARGEST = 1e15;
/** Larger percentages say no more than that there was next to nothing before. */
const LARGEST_PERCENT = 1e6;

/** 12345.6 -> `12,345.6`, with a proper minus sign; null is the empty mark `–`. From 1e15 on only that it is more. */
export function number(value: number | null, decimals = 0): string {
  if (value === null) return EN_DASH;
  if (Math.abs(value) > LARGEST) return value < 0 ? `less than ${number(-LARGEST)}` : `more than ${number(LARGEST)}`;
  const text = grouped(Math.abs(value), decimals);
  const isZero = !/[1-9]/.test(text);
  return value < 0 && !isZero ? `${MINUS}${text}` : text;
}

/** As `number`, with a plus sign before what is above zero. */
export function signed(value: number | null, decimals = 0): string {
  const text = number(value, decimals);
  if (value !== null && value > LARGEST) return text;
  return value !== null && value > 0 && /[1-9]/.test(text) ? `+${text}` : text;
}

/** A percentage of this size is given in whole percents: a tenth of one says nothing beside 881 %. */
const WHOLE_FROM = 200;

const decimalsOf = (value: number, decimals: number): number => (Math.abs(value) >= WHOLE_FROM ? 0 : decimals);

/** -8.63218 -> `8.6%`, 1935.7 -> `1,936%`: a percentage without its sign, for `fell by 8.6%`. From 1,000,000% on `more than` that. */
export function magnitude(value: number | null, decimals = 1): string {
  if (value === null) return EN_DASH;
  const size = Math.abs(value);
  return size > LARGEST_PERCENT
    ? `more than ${number(LARGEST_PERCENT)}%`
    : `${number(size, decimalsOf(value, decimals))}%`;
}

/** -8.63218 -> `−8.6%`, 18.98 -> `+19.0%`, 1935.7 -> `+1,936%`; beyond +1,000,000% only that. */
export function percent(value: number | null, decimals = 1): string {
  if (value === null) return EN_DASH;
  if (Math.abs(value) > LARGEST_PERCENT) return `beyond ${signed(Math.sign(value) * LARGEST_PERCENT)}%`;
  return `${signed(value, decimalsOf(value, decimals))}%`;
}

/** Decimals that a size needs where areas of every size are shown: two below 10, one below 100, then none. */
export function decimalsFor(value: number): number {
  const size = Math.abs(value);
  return size >= 100 ? 0 : size >= 10 ? 1 : 2;
}

/** `£1,234,567`, or `£1.2 million` from a million where `short`. */
export function pounds(value: number | null, short = false): string {
  if (value === null) return EN_DASH;
  const sign = value < 0 ? MINUS : '';
  const size = Math.abs(value);
  if (size > LARGEST) return `${value < 0 ? 'less' : 'more'} than ${pounds(Math.sign(value) * LARGEST)}`;
  if (short && size >= 1e6) return `${sign}£${grouped(size / 1e6, size >= 1e8 ? 0 : 1)} million`;
  return `${sign}£${grouped(size, 0)}`;
}

/** Two significant digits, `<0.001` below. */
export function pValue(p: number | null): string {
  if (p === null) return EN_DASH;
  if (p < 0.001) return '<0.001';
  return p >= 0.995 ? '1.0' : p.toPrecision(2);
}

/** `P < 0.001` or `P = 0.0056`. */
export function pText(p: number | null): string {
  const text = pValue(p);
  return text.startsWith('<') ? `P < ${text.slice(1)}` : `P = ${text}`;
}

/** 1, 2 -> `one`, `two` up to ten; digits beyond. */
export function count(n: number): string {
  return ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'][n] ?? number(n);
}

/** `a, b and c`. */
export function listed(items: readonly string[], last = 'and'): string {
  if (items.length < 2) return items[0] ?? '';
  return `${items.slice(0, -1).join(', ')} ${last} ${items.at(-1)}`;
}

/** `1 quarter`, `3 quarters`. */
export function plural(n: number, one: string, many = `${one}s`): string {
  return `${number(n)} ${n === 1 ? one : many}`;
}

/** A name as it is spoken of in a sentence's possessive: `Frome’s`, `the Practices’`. */
export function possessive(name: string): string {
  return name.endsWith('s') ? `${name}’` : `${name}’s`;
}
