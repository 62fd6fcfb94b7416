import type { Sha256 } from '../../quantities.ts';
/** One thing that the plan fixed, and what was done. Periods as output writes them, lists as `a, b`. */
export interface PlannedItem {
  /** The choice, by its key in the file; window: the number of quarters. */
  readonly item: string;
  /** As planned; periods as output writes them. */
  readonly planned: string;
  /** Null: none. */
  readonly used: string | null;
  /** Whether the two mean different things. */
  readonly departs: boolean;
  /** Why it departs: an option says so, the data do not hold it, or the model is another or could not be fitted. Null: it does not. */
  readonly cause: 'option' | 'data' | 'model' | null;
}

/** A plan made before the data were seen, as the result repeats it. */
export interface Plan {
  readonly path: string;
  readonly sha256: Sha256;
  /** Year, month and day as the plan gives it; null where it gives none. */
  readonly date: string | null;
  /** Every choice that the plan fixes. */
  readonly items: readonly PlannedItem[];
  /** Choices that the plan leaves open: of those that every evaluation makes, and of those made by options. */
  readonly open: readonly string[];
}
