import type { EvaluateResult } from '../../analysis/evaluate/result.ts';
import type { Recipe } from '../../data/series.ts';

/** What the script is made from. Quarters as their indices: 4 x year + calendar quarter - 1. */
export interface ScriptInput {
  readonly result: EvaluateResult;
  readonly recipe: Recipe;
  /** MD5 of each file, by its path. */
  readonly md5: ReadonlyMap<string, string>;
  readonly commandLine: string;
  readonly version: string;
  readonly from: number | null;
  readonly to: number | null;
  readonly change: number | null;
  readonly second: number | null;
  readonly washout: readonly [from: number, to: number] | null;
  readonly lag: number | null;
}

/** The right-hand side of a segmented model. */
export function segmentTerms({ second }: ScriptInput): string {
  return second === null ? 't + post + s' : 't + post + s + post2 + s2';
}

/** Whether neighbouring quarters of a series are apart. */
function hasGap(points: readonly { readonly index: number }[]): boolean {
  return points.some(({ index }, i) => i > 0 && index - (points[i - 1]?.index ?? 0) !== 1);
}

/** The function that computes Newey and West's errors: the package's would close up a gap. */
export const neweyWestOf = (points: readonly { readonly index: number }[]): string =>
  hasGap(points) ? 'newey_west_gaps' : 'newey_west';

/** REML from 0 and from our rho on, the likelier of the two tops; at rho itself where it lies at the end of the range that is searched, or where nothing scatters. */
export function remlOf(formula: string, data: string, rho: number | null): string {
  const held = rho !== null && (rho === 0 || Math.abs(rho) > 0.9897);
  if (held) return `reml(${formula}, ${data}, ${rho})`;
  return rho === null ? `reml(${formula}, ${data})` : `reml(${formula}, ${data}, start = ${rho})`;
}
