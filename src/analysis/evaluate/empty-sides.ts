import { type Finding, finding } from '../../finding.ts';
import { labelAt, type Quarter } from './quarters.ts';
import type { Setup } from './setup.ts';

/**
 * Areas that count nothing on one side of the change, or at all: no ratio is finite there, and what happened is said instead of
 * estimated.
 */
export function emptySideFindings({ pair, timeline, mine, theirs }: Setup): readonly Finding[] {
  const { intervention } = timeline;
  if (intervention === null) return [];
  return [
    ...ofArea(pair.practice.name, mine, intervention),
    ...(pair.comparator && theirs ? ofArea(pair.comparator.name, theirs, intervention) : []),
  ].map(({ id, ...slots }) => finding(id, { ...slots, measure: pair.measure.name }));
}

function ofArea(area: string, quarters: readonly Quarter[], intervention: number) {
  const sides = [
    quarters.filter(({ index }) => index < intervention),
    quarters.filter(({ index }) => index >= intervention),
  ];
  const [before = 0, after = 0] = sides.map((side) => side.length);
  if (before === 0 || after === 0) return [];
  const [eventsBefore = 0, eventsAfter = 0] = sides.map((side) => side.reduce((sum, { events }) => sum + events, 0));
  if (eventsBefore > 0 && eventsAfter > 0) return [];
  const slots = { area, intervention: labelAt(intervention), before, after };
  if (eventsBefore > 0) return [{ id: 'evaluate.nothing-after', ...slots, events: eventsBefore }];
  if (eventsAfter > 0) return [{ id: 'evaluate.nothing-before', ...slots, events: eventsAfter }];
  return [{ id: 'evaluate.nothing-at-all', ...slots, events: 0 }];
}
