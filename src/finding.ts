import type { Slots } from './errors.ts';

/**
 * finding: what the data show; caution: what a reader must bear in mind, or what was assumed; problem: what could not be done.
 * `id` names the sentence in messages.ts, `slots` fill it: a result never holds a sentence.
 */
export interface Finding {
  readonly id: string;
  readonly kind: 'finding' | 'caution' | 'problem';
  readonly slots: Slots;
}

export function finding(id: string, slots: Slots = {}): Finding {
  return { id, kind: 'finding', slots };
}

export function caution(id: string, slots: Slots = {}): Finding {
  return { id, kind: 'caution', slots };
}

export function problem(id: string, slots: Slots = {}): Finding {
  return { id, kind: 'problem', slots };
}
