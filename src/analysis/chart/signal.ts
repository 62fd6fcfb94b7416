import type { Whole } from '../../quantities.ts';
/** One signal of a run or control chart: which rule, over which points, on which side. Its sentence is made in messages.ts. */
export interface ChartSignal<Rule extends string = string> {
  /** The rule's id in its rule set: `shift`, `trend`, `outside`, `two-of-three`, ... */
  readonly rule: Rule;
  /** First and last period of the points that make the signal (of the whole series for runs and crossings). */
  readonly from: string;
  readonly to: string;
  /** Side of the centre line, or direction of a trend; null: neither. */
  readonly side: 'above' | 'below' | 'up' | 'down' | null;
  /** Points in the pattern: useful points of a shift or longest run, steps + 1 of a trend; runs or crossings counted. */
  readonly count: Whole;
  /** Positions in `points` that carry the signal's mark; none for runs and crossings, which concern the whole series. */
  readonly at: readonly Whole[];
  /** Missing periods between `from` and `to`, over which the signal was counted. */
  readonly gaps: readonly string[];
  /** What the signal means where a direction is better. */
  readonly variation: 'improvement' | 'concern' | 'neither';
}
