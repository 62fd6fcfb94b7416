import type { EvaluateResult } from '../../analysis/evaluate/result.ts';
import type { Selection } from '../../data/select/select.ts';
import type { Dataset } from '../../data/series.ts';
import { QuarterlineError } from '../../errors.ts';
import type { Settings } from '../settings.ts';

/** What was done, for a plan to be held against. */
export interface Done {
  /** The options as given, and as the plan filled them. */
  readonly given: Settings;
  readonly settings: Settings;
  readonly dataset: Dataset;
  readonly selection: Selection;
  readonly result: EvaluateResult;
}

/** One choice of a plan beside what was done, and whether they mean the same. */
export interface Held {
  readonly planned: string;
  readonly used: string | null;
  readonly same: boolean;
}

/** Runs something that may not find its names in the data; null where it does not. */
export function attempt<T>(find: () => T): T | null {
  try {
    return find();
  } catch (error) {
    if (error instanceof QuarterlineError) return null;
    throw error;
  }
}

export const sameSet = (a: readonly string[], b: readonly string[]): boolean =>
  JSON.stringify([...new Set(a)].sort()) === JSON.stringify([...new Set(b)].sort());
