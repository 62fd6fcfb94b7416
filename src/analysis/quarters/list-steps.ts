import { formatPeriod, type Period } from '../../data/period.ts';
import { valueAt } from '../../data/series.ts';
import { caution, type Finding } from '../../finding.ts';
import type { Whole } from '../../quantities.ts';
import type { MeasuredArea } from './pair.ts';

/** The largest change of an area's list size from one quarter to the next beyond 10 %, of `count` such changes. */
export interface ListSizeStep {
  /** Practice or comparator. */
  readonly area: string;
  /** The quarter before the step. */
  readonly from: string;
  /** The quarter after it. */
  readonly to: string;
  /** Change of its list size between them, %. */
  readonly percent: number;
  /** How many changes beyond 10% there are, this one being the largest. */
  readonly count: Whole;
}

/** A change of the list size from one quarter to the next beyond this is more than people coming and going (10 %; our choice). */
const STEP = 0.1;

/** Steps in the list sizes of each area, from one quarter held to the next, within the bounds (null: none). */
export function listSizeSteps(
  areas: readonly MeasuredArea[],
  { from = null, to = null }: { readonly from?: Period | null; readonly to?: Period | null } = {},
): readonly ListSizeStep[] {
  return areas.flatMap(({ name, listSize }): readonly ListSizeStep[] => {
    if (!listSize) return [];
    const held = listSize.periods
      .filter(({ index }) => index >= (from?.index ?? -Infinity) && index <= (to?.index ?? Infinity))
      .map((period) => ({ period, people: valueAt(listSize, period) ?? 0 }))
      .filter(({ people }) => people > 0);
    const steps = held.slice(1).flatMap(({ period, people }, i) => {
      const before = held[i];
      const change = before ? people / before.people - 1 : 0;
      return before && Math.abs(change) > STEP ? [{ from: before.period, to: period, percent: 100 * change }] : [];
    });
    const [largest] = [...steps].sort((a, b) => Math.abs(b.percent) - Math.abs(a.percent));
    if (!largest) return [];
    const ends = { from: formatPeriod(largest.from), to: formatPeriod(largest.to) };
    return [{ area: name, ...ends, percent: largest.percent, count: steps.length }];
  });
}

/** A caution for each: a merger, a boundary or a late record moves rates without any change of care. */
export function listStepFindings(steps: readonly ListSizeStep[]): readonly Finding[] {
  return steps.map((step) => caution('compare.list-size-step', { ...step }));
}
