/** What a value is, in a word or two. */
export function described(value: unknown): string {
  if (value === null) return 'null';
  if (Array.isArray(value)) return value.length === 0 ? 'an empty list' : `a list of ${described(value[0])}`;
  if (typeof value === 'number') return `the number ${value}`;
  return typeof value === 'object' ? 'an object' : typeof value;
}

/** A JSON schema of a value, as far as options have one. */
interface ValueSchema {
  readonly enum?: readonly unknown[];
  readonly type?: string | readonly string[];
  readonly items?: ValueSchema;
}

/** What values a schema lets through: `number or null`, `a list of strings`. */
export function expectedValues({ enum: words, type, items = {} }: ValueSchema): string {
  if (words) return words.map((word) => JSON.stringify(word)).join(', ');
  const kinds = [type].flat().map(String);
  return kinds.map((one) => (one === 'array' ? `a list of ${expectedValues(items)}s` : one)).join(' or ');
}
