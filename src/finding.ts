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
  readonly id: FindingId;
  readonly kind: 'finding' | 'caution' | 'problem';
  readonly slots: Slots;
}

type Given<Id extends FindingId> = SlotsArgument<FindingSlots[Id]>;

const made = (kind: Finding['kind'], id: FindingId, slots: object = {}): Finding => ({
  id,
  kind,
  slots: slots as Slots,
});

export function finding<Id extends FindingId>(id: Id, ...[slots]: Given<Id>): Finding {
  return made('finding', id, slots);
}

export function caution<Id extends FindingId>(id: Id, ...[slots]: Given<Id>): Finding {
  return made('caution', id, slots);
}

export function problem<Id extends FindingId>(id: Id, ...[slots]: Given<Id>): Finding {
  return made('problem', id, slots);
}
