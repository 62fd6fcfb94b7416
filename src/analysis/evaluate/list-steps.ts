import type { MeasuredArea } from '../pair.ts';
import { labelAt, quartersOf, type Timeline } from './quarters.ts';
import type { ListSizeStep } from './result.ts';

/** A change of the list size from one quarter to the next beyond this is more than people coming and going (10 %; our choice). */
const STEP = 0.1;

/** The largest change of each area's list size from one quarter held to the next, where it is beyond 10 %, and how many such there are. */
export function listSizeSteps(areas: readonly MeasuredArea[], timeline: Timeline): readonly ListSizeStep[] {
  return areas.flatMap((area): readonly ListSizeStep[] => {
    const held = quartersOf(area, { ...timeline, washout: null }).filter(({ people }) => people !== null);
    const steps = held.slice(1).flatMap(({ index, people }, i) => {
      const before = held[i];
      const change = (people ?? 0) / (before?.people ?? 1) - 1;
      return before && Math.abs(change) > STEP ? [{ from: before.index, to: index, percent: 100 * change }] : [];
    });
    const [largest] = [...steps].sort((a, b) => Math.abs(b.percent) - Math.abs(a.percent));
    if (!largest) return [];
    const { from, to, percent } = largest;
    return [{ area: area.name, from: labelAt(from), to: labelAt(to), percent, count: steps.length }];
  });
}
