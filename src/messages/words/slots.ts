import type { Slots } from '../types.ts';

/** Typed reads of slots: a sentence that is given the wrong kind of slot fails in its test, not in front of a reader. */
export function str(slots: Slots, name: string): string {
  const value = slots[name];
  if (typeof value !== 'string') throw new Error(`slot ${name} is not text`);
  return value;
}

export function num(slots: Slots, name: string): number {
  const value = slots[name];
  if (typeof value !== 'number') throw new Error(`slot ${name} is not a number`);
  return value;
}

/** A number or null. */
export function maybe(slots: Slots, name: string): number | null {
  const value = slots[name];
  return typeof value === 'number' ? value : null;
}

export function texts(slots: Slots, name: string): readonly string[] {
  const value = slots[name];
  return Array.isArray(value) ? value.map(String) : [];
}
