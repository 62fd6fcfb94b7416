/**
 * A table that any text may be looked up in: it holds its entries and nothing else, whereas a plain object also answers to
 * `constructor` and `toString`.
 */
export function table<Value>(entries: Readonly<Record<string, Value>> = {}): Record<string, Value> {
  const made: Record<string, Value> = Object.create(null);
  for (const [key, value] of Object.entries(entries)) made[key] = value;
  return made;
}
