import type { FindingId, FindingSlots, SlotsArgument } from './catalogue.ts';
import type { Slots } from './errors.ts';

/**
 * finding: what the data show; caution: what a reader must bear in mind, or what was assumed; problem: what could not be done.
 * `id` names the sentence in messages/, `slots` fill it: a result never holds a sentence.
 */
export interface Finding {
  /**
   * Names the sentence; stays the same when its wording changes.
   * @pattern ^[a-z][a-z-]*\.[a-z0-9-]+$
   */
  readonly id: string;
  readonly kind: 'finding' | 'caution' | 'problem';
  readonly slots: Slots;
}

/** A finding of the catalogue, with the slots that its sentence needs. */
export interface FindingOf<Id extends FindingId> {
  readonly id: Id;
  readonly kind: Finding['kind'];
  readonly slots: FindingSlots[Id];
}

type Legacy<Id extends string> = Id extends FindingId ? never : Id;

export function finding<Id extends FindingId>(id: Id, ...slots: SlotsArgument<FindingSlots[Id]>): Finding;
export function finding<Id extends string>(id: Legacy<Id>, slots?: Slots): Finding;
export function finding(id: string, slots: Slots = {}): Finding {
  return { id, kind: 'finding', slots };
}

export function caution<Id extends FindingId>(id: Id, ...slots: SlotsArgument<FindingSlots[Id]>): Finding;
export function caution<Id extends string>(id: Legacy<Id>, slots?: Slots): Finding;
export function caution(id: string, slots: Slots = {}): Finding {
  return { id, kind: 'caution', slots };
}

export function problem<Id extends FindingId>(id: Id, ...slots: SlotsArgument<FindingSlots[Id]>): Finding;
export function problem<Id extends string>(id: Legacy<Id>, slots?: Slots): Finding;
export function problem(id: string, slots: Slots = {}): Finding {
  return { id, kind: 'problem', slots };
}
