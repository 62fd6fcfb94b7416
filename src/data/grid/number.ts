const PLAIN = /^-?\d{1,15}(?:\.\d+)?$/;
/** Dashes and minus signs that mean less than nothing before a number. */
const MINUS = /^[-\u2212\u2013\u2010\u2011\u2012]\s*/;
const MISSING = /^[-\u2212\u2013\u2014\u2010\u2011\u2012]?$/;
const GROUPED_BY_COMMA = /^\d{1,3}(?:,\d{3})+(?:\.\d*)?$/;
const GROUPED_BY_SPACE = /^\d{1,3}(?:[ \u00A0\u2009\u202F]\d{3})+(?:\.\d*)?$/;
const UNGROUPED = /^(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?$/;

/** No number is written in more characters; patterns need not look at longer texts. */
const LONGEST = 100;

/** Larger numbers are no counts, people or pounds of any health service, and too large to keep every digit. */
export const LARGEST = 1e15;

/**
 * The number that a cell holds; null where it is empty or a dash (missing); undefined where it is anything else.
 * Takes thousands separators, a pound sign, brackets for negative numbers, a proper minus sign and a percent sign
 * (`62.60%` is 62.6). A comma is never a decimal point.
 *
 * @example parseNumber('£1,234.50') // 1234.5
 * @example parseNumber('(12)') // -12
 * @example parseNumber('-') // null
 */
export function parseNumber(cell: string): number | null | undefined {
  if (PLAIN.test(cell)) return Number(cell) + 0;
  let text = cell.trim();
  if (text.length > LONGEST) return undefined;
  if (MISSING.test(text)) return null;
  let sign = 1;
  const bracketed = /^\((.*)\)$/s.exec(text);
  if (bracketed) {
    sign = -1;
    text = (bracketed[1] ?? '').trim();
  }
  for (const pattern of [MINUS, /^£\s*/, MINUS]) {
    if (!pattern.test(text)) continue;
    text = text.replace(pattern, '');
    if (pattern !== MINUS) continue;
    if (sign === -1) return undefined;
    sign = -1;
  }
  text = text.replace(/^\+/, '').replace(/\s*%$/, '');
  if (GROUPED_BY_COMMA.test(text)) text = text.replaceAll(',', '');
  else if (GROUPED_BY_SPACE.test(text)) text = text.replace(/\s/g, '');
  if (!UNGROUPED.test(text)) return undefined;
  const value = sign * Number(text);
  if (!Number.isFinite(value)) return undefined;
  return value === 0 ? 0 : value;
}

/** Whether a cell is written as a percentage. */
export function isPercentage(cell: string): boolean {
  return cell.trimEnd().endsWith('%');
}
